"""Conferences, occasions at which one speaks, delegations led, journeys due, and what a next sentence adds."""

from __future__ import annotations

import pytest

from tests.readers.contacts import encounters_of
from tests.readers.test_encounters_words import short

MORE = [
    (
        "Kenyan Foreign Minister Amos Otunga attended a fisheries conference in Oslo in March.",
        ["forum held 2024-03 Otunga"],
    ),
    ("Kenyan Foreign Minister Amos Otunga took part in the party conference on Monday.", []),
    ("Kenyan Foreign Minister Amos Otunga will not attend the conference in Oslo.", []),
    (
        "The last time a Kenyan foreign minister visited the country was in 2015, when Amos Otunga attended a trade conference in Oslo.",
        ["forum held 2015 Otunga", "visit held 2015 Otunga"],
    ),
    (
        "Norwegian Foreign Minister Sigrid Halvorsen is leading a delegation to Kenya. On Monday the delegation was welcomed in Mombasa by "
        "Kenyan Prime Minister Joel Kamau.",
        ["meeting held 2024-05-06 Halvorsen+Kamau", "visit held - Halvorsen"],
    ),
    ("Kenyan Foreign Minister Amos Otunga led a delegation to the talks.", []),
    (
        "Norwegian Foreign Minister Sigrid Halvorsen is due in Nairobi on Friday, when she will see Kenyan Prime Minister Joel Kamau.",
        ["visit scheduled 2024-05-10 Halvorsen"],
    ),
    ("The payment is due in Oslo on Friday, Kenyan Foreign Minister Amos Otunga said.", []),
    (
        "Speaking at the closing of the harbour fair in Mombasa on Monday, Kenyan Foreign Minister Amos Otunga said that trade was growing.",
        ["address held 2024-05-06 Otunga"],
    ),
    ("Speaking after the meeting, Kenyan Foreign Minister Amos Otunga said that trade was growing.", []),
    ("Kenyan Foreign Minister Amos Otunga met on Monday with members of the Norwegian press.", []),
    (
        "Kenyan Foreign Minister Amos Otunga flew to Oslo on Monday to meet Norwegian Foreign Minister Sigrid Halvorsen.",
        ["meeting scheduled - Halvorsen+Otunga", "visit held 2024-05-06 Otunga"],
    ),
    (
        "Kenyan Foreign Minister Amos Otunga spoke by phone on Monday with French President Emile Marchand. And with the president of Poland, "
        "Jerzy Dudek.",
        ["call held 2024-05-06 Dudek+Otunga", "call held 2024-05-06 Marchand+Otunga"],
    ),
    (
        "In a ceremony held on Monday, Kenyan Minister Amos Otunga and Norwegian Minister Sigrid Halvorsen signed the Agreement on Fish.",
        ["signing held 2024-05-06 Halvorsen+Otunga"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), MORE)
def test_conferences_and_occasions(text: str, expected: list[str]) -> None:
    _, found = encounters_of(text + "\n")
    assert sorted(short(e) for e in found) == expected
