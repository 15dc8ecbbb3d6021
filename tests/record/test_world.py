"""What desks know of places, bodies and offices."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.desk.desk import desk
from dragoman.record.world import country_of, holders, offices, side_of

PACK = desk(["world", "china-japan"])


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("Lima", "PER"),  # a town
        ("Lima, at the port", "PER"),  # before a comma
        ("Kenya", "KEN"),  # a country itself
        ("Bogota", "COL"),  # without the accent
        ("Nowhere-on-Sea", None),
        ("", None),
        (None, None),
    ],
)
def test_where(place: str | None, country: str | None) -> None:
    assert country_of(place, PACK) == country


@pytest.mark.parametrize(
    ("name", "country"),
    [("Tokyo", "JPN"), ("Kenya's trade ministry", "KEN"), ("Kenya and Peru", None), ("the harbour board", None)],
)
def test_whose(name: str, country: str | None) -> None:
    assert side_of(PACK, name) == country


def test_who_held_an_office() -> None:
    """On any day those who ever held it, on one day those in office then, both ends included."""
    for known in PACK.people.values():
        key = f"person-{known.id}"
        for tenure in known.tenures:
            term = tenure.term()
            assert key in holders(PACK, [tenure.role])
            assert key in holders(PACK, [tenure.role], term.first)
            assert tenure.role in offices(PACK, [key], term.first)
    assert holders(PACK, ["foreign-minister"], date(1700, 1, 1)) == set()
    assert offices(PACK, ["person-nobody"], date(2020, 1, 1)) == set()
