"""The balance of each side's acts and the meetings held, period by period."""

from __future__ import annotations

from typing import Any

from dragoman.plots.timeline import LANES


def spec(contract: Any) -> dict[str, Any]:
    """Of the view `course`. Cooperative acts stand above the line, critical ones below."""
    acts, met = [], []
    for period in contract.periods:
        for side in period.sides:
            acts.append({"period": period.period, "side": side.side, "acts": side.cooperative, "tone": "cooperative"})
            acts.append({"period": period.period, "side": side.side, "acts": -side.critical, "tone": "critical"})
        met += [{"period": period.period, "level": m.level or LANES[-1], "met": m.total} for m in period.meetings]
    order = [period.period for period in contract.periods]
    x = {"field": "period", "type": "ordinal", "sort": order, "title": None, "scale": {"domain": order}}
    tones = {"domain": ["cooperative", "critical"], "range": ["#2e7d4f", "#a4243b"]}
    panels: list[dict[str, Any]] = [
        {
            "title": f"Acts of {side}",
            "width": 680,
            "height": 110,
            "data": {"values": [row for row in acts if row["side"] == side]},
            "mark": "bar",
            "encoding": {
                "x": x,
                "y": {"field": "acts", "type": "quantitative", "title": "sentences", "axis": {"tickMinStep": 1}},
                "color": {"field": "tone", "type": "nominal", "scale": tones, "title": None},
            },
        }
        for side in contract.sides
    ]
    panels.append(
        {
            "title": "Encounters held",
            "width": 680,
            "height": 110,
            "data": {"values": met},
            "mark": "bar",
            "encoding": {
                "x": x,
                "y": {"field": "met", "type": "quantitative", "title": "encounters", "axis": {"tickMinStep": 1}},
                "color": {"field": "level", "type": "nominal", "sort": list(LANES), "title": None},
            },
        }
    )
    return {"vconcat": panels, "resolve": {"scale": {"color": "independent"}}}
