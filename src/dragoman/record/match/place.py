"""Where something was, as far as two descriptions agree on it."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.name import fold
from dragoman.record.match.verdict import Features

UNSURE = "?"
"""Begins a series that is known by its words in one dispatch only, and a place that no desk knows."""


def placed(place: str | None, cities: Mapping[str, str]) -> str | None:
    """A place as matching compares it: the id of the city that a desk knows it as (its first part, where "Beijing,
    China" is not known), else its words folded."""
    if not place or not place.strip():
        return None
    whole = " ".join(fold(place).removeprefix("the ").split())
    return cities.get(whole) or cities.get(whole.partition(",")[0].strip()) or f"{UNSURE}{whole}"


def whereabouts(a: Features, b: Features) -> float:
    """1 for the same place, 0 where one is not told or the two may lie in one another, -1 for two cities."""
    if not a["place"] or not b["place"]:
        return 0.0
    if a["place"] == b["place"]:
        return 1.0
    if a["place"].startswith(UNSURE) == b["place"].startswith(UNSURE):
        one, other = a["place"].lstrip(UNSURE), b["place"].lstrip(UNSURE)
        return 0.0 if one in other or other in one else -1.0
    return 0.0
