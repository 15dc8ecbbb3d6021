"""Encounters by date, a lane a level."""

from __future__ import annotations

from typing import Any

from dragoman.when import When

LANES = ("leaders", "ministers", "parties", "parliaments", "officials", "forums", "level not known")
COLOURS = {
    "held": "#1d4f91",
    "scheduled": "#8a6d00",
    "proposed": "#8a6d00",
    "cancelled": "#a4243b",
    "postponed": "#a4243b",
}


def spec(contract: Any) -> dict[str, Any]:
    """Of a contract with `encounters`: one mark each, at its first day, a bar where it is an interval."""
    rows = []
    for one in contract.encounters:
        if not one.date:
            continue
        when = When.parse(one.date)
        rows.append(
            {
                "from": when.first.isoformat(),
                "to": when.last.isoformat(),
                "level": one.level or LANES[-1],
                "status": one.status,
                "kind": one.kind,
                "sources": one.sources.independent,
            }
        )
    lanes = [lane for lane in LANES if any(row["level"] == lane for row in rows)]
    statuses = [status for status in COLOURS if any(row["status"] == status for row in rows)]
    common = {
        "y": {"field": "level", "type": "nominal", "sort": lanes, "title": None},
        "color": {
            "field": "status",
            "type": "nominal",
            "scale": {"domain": statuses, "range": [COLOURS[s] for s in statuses]},
            "title": None,
        },
    }
    return {
        "title": "Encounters by level",
        "width": 760,
        "height": {"step": 42},
        "data": {"values": rows},
        "layer": [
            {
                "mark": {"type": "bar", "height": 6, "opacity": 0.5},
                "encoding": {
                    **common,
                    "x": {"field": "from", "type": "temporal", "title": None},
                    "x2": {"field": "to"},
                },
            },
            {
                "mark": {"type": "point", "filled": True, "opacity": 0.75},
                "encoding": {
                    **common,
                    "x": {"field": "from", "type": "temporal", "title": None},
                    "shape": {"field": "kind", "type": "nominal", "title": None},
                    "size": {
                        "field": "sources",
                        "type": "quantitative",
                        "title": "independent sources",
                        "scale": {"range": [40, 260]},
                        "legend": {"values": sorted({row["sources"] for row in rows}), "format": "d"},
                    },
                },
            },
        ],
    }
