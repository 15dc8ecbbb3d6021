"""A strip for each set phrase: a mark for every use that the contract holds, its gaps left open."""

from __future__ import annotations

from typing import Any

MOST = 24
"""Phrases drawn, the most used."""


def spec(contract: Any) -> dict[str, Any]:
    """Of the view `formulas`: of one phrase the uses in context by side, of the register the first and last use of
    each, joined by a line."""
    return _one(contract.formula) if contract.formula else _all(contract.register)


def _one(formula: Any) -> dict[str, Any]:
    uses = [c.use for c in formula.concordance if c.use.day]
    rows = [{"day": u.day, "side": u.side or "side not known"} for u in uses]
    gaps = [{"from": g.before.day, "to": g.after.day} for g in formula.gaps]
    return {
        "title": formula.label,
        "width": 760,
        "height": {"step": 46},
        "layer": [
            {
                "data": {"values": gaps},
                "mark": {"type": "rect", "color": "#a4243b", "opacity": 0.1},
                "encoding": {"x": {"field": "from", "type": "temporal", "title": None}, "x2": {"field": "to"}},
            },
            {
                "data": {"values": rows},
                "mark": {"type": "tick", "thickness": 3, "height": 26, "opacity": 0.8},
                "encoding": {
                    "x": {"field": "day", "type": "temporal", "title": None},
                    "y": {"field": "side", "type": "nominal", "title": None},
                    "color": {"field": "side", "type": "nominal", "legend": None},
                },
            },
        ],
    }


def _all(register: Any) -> dict[str, Any]:
    rows = [
        {"phrase": one.label, "from": one.first.day, "to": one.last.day, "uses": one.total}
        for one in register
        if one.first.day and one.last.day
    ][:MOST]
    lane = {
        "field": "phrase",
        "type": "nominal",
        "sort": [row["phrase"] for row in rows],
        "title": None,
        "axis": {"labelLimit": 360},
    }
    size = {"field": "uses", "type": "quantitative", "scale": {"range": [30, 300]}, "legend": {"tickMinStep": 1}}
    ends = [
        {
            "mark": {"type": "point", "filled": True, "opacity": 1, "color": "#1d4f91"},
            "encoding": {"y": lane, "x": {"field": end, "type": "temporal", "title": None}, "size": size},
        }
        for end in ("from", "to")
    ]
    line = {
        "mark": {"type": "rule", "color": "#8a8a93"},
        "encoding": {"y": lane, "x": {"field": "from", "type": "temporal"}, "x2": {"field": "to"}},
    }
    return {
        "title": "Set phrases: first and last use",
        "width": 560,
        "height": {"step": 24},
        "data": {"values": rows},
        "layer": [line, *ends],
    }
