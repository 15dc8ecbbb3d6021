"""Undertakings as bars from the day they were made to the day they are due."""

from __future__ import annotations

from typing import Any

from dragoman.when import When

COLOURS = {"open": "#1d4f91", "overdue": "#a4243b", "kept": "#2e7d4f", "superseded": "#8a8a93", "lapsed": "#c08a00"}
WORDS = 54
"""Characters of an undertaking shown."""
MOST = 40
"""Undertakings drawn, the newest."""


def spec(contract: Any) -> dict[str, Any]:
    """Of a contract with `undertakings`, or a brief's `commitments`. One without a due date is a point."""
    given = contract.undertakings if hasattr(contract, "undertakings") else contract.commitments
    rows = []
    for number, one in enumerate([item for item in given if item.since][-MOST:], 1):
        words = " ".join((one.what if hasattr(one, "what") else one.text).split())
        since = When.parse(one.since).last.isoformat()
        due = When.parse(one.due).last.isoformat() if one.due else None
        rows.append(
            {
                "since": since,
                "due": max(due, since) if due else since,
                "what": f"{number}. {words if len(words) <= WORDS else words[: WORDS - 1].rstrip() + '…'}",
                "status": one.status,
            }
        )
    statuses = [s for s in COLOURS if any(row["status"] == s for row in rows)]
    encoding = {
        "y": {
            "field": "what",
            "type": "nominal",
            "sort": [row["what"] for row in rows],
            "title": None,
            "axis": {"labelLimit": 420},
        },
        "x": {"field": "since", "type": "temporal", "title": None},
        "color": {
            "field": "status",
            "type": "nominal",
            "scale": {"domain": statuses, "range": [COLOURS[s] for s in statuses]},
            "title": None,
        },
    }
    return {
        "title": "Undertakings: from when they were made to when they are due",
        "width": 520,
        "height": {"step": 20},
        "data": {"values": rows},
        "layer": [
            {"mark": {"type": "bar", "height": 7, "opacity": 0.6}, "encoding": {**encoding, "x2": {"field": "due"}}},
            {"mark": {"type": "point", "filled": True, "size": 60, "opacity": 1}, "encoding": encoding},
        ],
    }
