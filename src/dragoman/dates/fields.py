"""The fields of an expression that a match gives, and what the words around a date say of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

from dragoman.dates import words as w

Fields = dict[str, Any]
"""Values by the name of an expression's field."""
Meaning = Callable[[re.Match[str]], Fields | None]
"""None where the match is no date after all."""

_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.I)


def groups(m: re.Match[str]) -> Mapping[str, Any]:
    """The match's named groups, None for those its pattern has not."""
    return defaultdict(lambda: None, m.groupdict())


def part_of(said: str | None) -> str | None:
    """Which part of a month or year the words before it name."""
    if not said:
        return None
    low = " ".join(re.split(r"[\s-]+", said.lower().strip()))
    if "half" in low:
        return "h2" if re.search(r"second|latter|2nd|last|final", low) else "h1"
    if "quarter" in low:
        return f"q{next(n for word, n in w.ORDINALS.items() if word in low.split())}"
    if re.search(r"\b(?:rest|remainder)\b", low):
        return "rest"
    if re.search(r"\b(?:end|close|turn)\b", low):
        return "end"
    if low.startswith("late"):
        return "late"
    return "early" if re.match(r"(?:the )?(?:very )?(?:early|beginning|start)", low) else "mid"


def season_of(said: str) -> str:
    return "autumn" if said.lower() == "fall" else said.lower()


def year_from(said: str | None) -> Fields:
    """What "of next year" says: which year, counted from the present one, or from the one just told of."""
    if not said:
        return {}
    low = " ".join(said.lower().split())
    anchored = low in ("the same", "that", "the following")
    return {
        "unit": "year",
        "count": {"last": -1, "next": 1, "the following": 1}.get(low, 0),
        **({"anchor": "back"} if anchored else {}),
    }


def between(m: re.Match[str]) -> bool:
    """ "Between 3 and 9 June" is a range, though "3 and 9 June" are two days."""
    return m[0].lower().startswith("between") or bool(_BETWEEN.search(m.string, max(0, m.start() - 16), m.start()))
