"""Which state somebody serves of whom nothing tells but what the text spoke of before."""

from __future__ import annotations

import pytest

from tests.readers.somebody import read

NEAREST = [
    # the country that the sentence named last before the name
    ("Peru and Kenya talked. The Kenyan experts were led by Vice-Minister Juma Waweru.", {"Juma Waweru": "KEN"}),
    # not where something goes or stands
    ("Kenya asked for help. Talks in Quito and in Lima were useful, and Vice-Minister Juma Waweru smiled.", {"Juma Waweru": "KEN"}),
    # what somebody says is about any country: theirs is the one told of before
    (
        "Kenya has asked Peru for help. The harbour in Lima and Chilean crews are welcome, Vice-Minister Juma Waweru said.",
        {"Juma Waweru": "KEN"},
    ),
    # a list of people
    (
        "Peru spoke first. The guests include Kenyan Minister Juma Waweru, General Amos Tipa and Colonel Ben Otero.",
        {"Amos Tipa": "KEN", "Ben Otero": "KEN"},
    ),
    # two whom one preposition governs, whatever they do later
    (
        "Kenya and Peru quarrel. The Peruvian guests will meet with Kenya's President Juma Waweru and Foreign Minister Amos Tipa on Monday and hold talks in Nairobi.",
        {"Amos Tipa": "KEN"},
    ),
    # of the embassy told long before
    (
        "The Kenyan embassy in Lima did not answer. Peru spoke of fish. Peru was glad. It is not so, embassy spokesman Amos Tipa wrote.",
        {"Amos Tipa": "KEN"},
    ),
    # who is named and no more, of whom no office is told
    ("Kenya has quarrelled with Peru. The book of Tom Berg was sold in Lima.", {"Tom Berg": None}),
    # two presidents whom nothing tells apart
    ("Peru quarrels. President Juma Waweru and President Amos Tipa have died.", {"Juma Waweru": None, "Amos Tipa": None}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "countries"), NEAREST)
def test_the_country_told_last(text: str, countries: dict[str, str | None]) -> None:
    found = {p.name: p.country for p in read(text)}
    assert {name: found.get(name) for name in countries} == countries
