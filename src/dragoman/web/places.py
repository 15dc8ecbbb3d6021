"""Places that the sides call by different names: both are shown, in the order that the reader chose, by the alphabet where none was."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from dragoman.desk.desk import Desk
from dragoman.desk.pattern import lowered

COOKIE = "names"
"""Keeps the country whose names come first; absent for the alphabet."""
Names = Mapping[str, Mapping[str, str]]


def twice_named(pack: Desk | None) -> Names:
    """By each lowered name, what each side calls the place, for those places of the desks that have two names."""
    return _names(pack) if pack else {}


@lru_cache(maxsize=8)
def _names(pack: Desk) -> Names:
    found: dict[str, Mapping[str, str]] = {}
    for place in pack.places.values():
        if len(set(place.by_side.values())) > 1:
            for name in (place.name, *place.also, *place.names.values(), *place.by_side.values()):
                found[lowered(name)] = place.by_side
    return found


def both(name: str | None, names: Names, first: str = "") -> str:
    """A place's name as it is shown: every side's where they differ, that of `first` (a country's code) in front; any
    other as it is.

    >>> both("Long Rock", {"long rock": {"NLD": "Long Rock", "PRT": "Ilha"}})
    'Ilha / Long Rock'
    >>> both("Ilha", {"ilha": {"NLD": "Long Rock", "PRT": "Ilha"}}, "NLD")
    'Long Rock / Ilha'
    """
    called = names.get(lowered(name)) if name else None
    if not name or not called:
        return name or ""
    ordered = sorted(called, key=lambda side: (side != first, called[side].casefold()))
    return " / ".join(dict.fromkeys(called[side] for side in ordered))


def within(text: str, names: Names) -> list[str]:
    """One name of each twice-named place that a text speaks of, in order of first mention."""
    low = lowered(text)
    found: dict[tuple[tuple[str, str], ...], tuple[int, str]] = {}
    for name in names:
        if match := re.search(rf"(?<!\w){re.escape(name)}(?!\w)" if name.isascii() else re.escape(name), low):
            key = tuple(sorted(names[name].items()))
            found[key] = min(found.get(key, (match.start(), name)), (match.start(), name))
    return [name for _, name in sorted(found.values())]
