"""Who met whom: people on a circle, a line for each pair that met, the thicker the more often."""

from __future__ import annotations

import math
from collections import Counter
from itertools import combinations
from typing import Any

PEOPLE = 24
"""People drawn, those with most encounters."""


def spec(contract: Any) -> dict[str, Any]:
    """Of a contract with `encounters`. People stand side by side with those of their country."""
    met: Counter[tuple[str, str]] = Counter()
    often: Counter[str] = Counter()
    people: dict[str, tuple[str, str]] = {}
    for one in contract.encounters:
        if one.status != "held":
            continue
        taking = {p.entry: p for p in one.participants if p.entry}
        for key, p in taking.items():
            people[key] = (p.country or "", p.name)
            often[key] += 1
        met.update(combinations(sorted(taking), 2))
    kept = {key for key, _ in sorted(often.items(), key=lambda pair: (-pair[1], pair[0]))[:PEOPLE]}
    order = sorted(kept, key=lambda key: people[key])
    at = {key: 2 * math.pi * number / max(1, len(order)) for number, key in enumerate(order)}
    dots = []
    for key in order:
        across, up = math.cos(at[key]), math.sin(at[key])
        dots.append(
            {
                "x": across, "y": up, "name": people[key][1], "country": people[key][0] or "not known", "met": often[key],
                "left": across < 0, "tx": across * 1.09, "ty": up * 1.09,
            }
        )  # fmt: skip
    lines = [
        {
            "x": math.cos(at[a]), "y": math.sin(at[a]), "x2": math.cos(at[b]), "y2": math.sin(at[b]), "times": times,
        }
        for (a, b), times in sorted(met.items())
        if a in kept and b in kept
    ]  # fmt: skip
    plain = {"axis": None, "scale": {"domain": [-1.75, 1.75]}}
    high = {"axis": None, "scale": {"domain": [-1.3, 1.3]}}

    def label(side: bool) -> dict[str, Any]:
        return {
            "transform": [{"filter": f"datum.left === {'true' if side else 'false'}"}],
            "mark": {"type": "text", "align": "right" if side else "left", "fontSize": 12},
            "encoding": {
                "x": {"field": "tx", "type": "quantitative", **plain},
                "y": {"field": "ty", "type": "quantitative", **high},
                "text": {"field": "name"},
            },
        }

    x = {"field": "x", "type": "quantitative", **plain}
    y = {"field": "y", "type": "quantitative", **high}
    return {
        "title": "Who met whom",
        "width": 760,
        "height": 560,
        "layer": [
            {
                "data": {"values": lines},
                "mark": {"type": "rule", "color": "#8a8a93", "opacity": 0.55, "strokeCap": "round"},
                "encoding": {
                    "x": x, "y": y, "x2": {"field": "x2"}, "y2": {"field": "y2"},
                    "strokeWidth": {
                        "field": "times", "type": "quantitative", "title": "encounters", "scale": {"range": [1, 9]},
                        "legend": {"tickMinStep": 1, "format": "d"},
                    },
                },
            },
            {
                "data": {"values": dots},
                "layer": [
                    {
                        "mark": {"type": "circle", "opacity": 1},
                        "encoding": {
                            "x": x, "y": y,
                            "size": {"field": "met", "type": "quantitative", "scale": {"range": [50, 500]}, "legend": None},
                            "color": {"field": "country", "type": "nominal", "title": None},
                        },
                    },
                    label(True),
                    label(False),
                ],
            },
        ],
    }  # fmt: skip
