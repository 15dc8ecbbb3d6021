"""Recurring series, by general grammar, with the number of the session."""

from __future__ import annotations

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers import mechanisms
from dragoman.readers.found import Found


def _read(text: str) -> list[tuple[str, int | None]]:
    page = lay(Dispatch(text), desk(("world", "en")))
    return [(m.name, m.ordinal) for m in mechanisms.read(page, Found())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The sixth Kenya-Norway Ocean Forum was held in Bergen on Monday.", [("Kenya-Norway Ocean Forum", 6)]),
        (
            "They spoke at the 21st meeting of the Peru-Chile Committee on Mining.",
            [("Peru-Chile Committee on Mining", 21)],
        ),
        ("The Danube Water Council will hold its third session in Linz.", [("Danube Water Council", 3)]),
        ("Both met before the Baltic Harbour Roundtable opened.", [("Baltic Harbour Roundtable", None)]),
        # The number may stand before the round, the series in small letters
        ("Ghana would host the fourth round of border consultations.", [("border consultations", 4)]),
        ("Ghana would host the next round of border consultations.", [("border consultations", None)]),
        # An office is not a mention of its committee, nor is a meeting without a name a series
        ("The chairman of the Kenya-Norway Ocean Committee resigned.", []),
        ("The second meeting ended early, and the first group went home.", []),
        ("He told a press conference that the talks were over.", []),
    ],
)
def test_names_and_numbers(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert _read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A short mention with a number is the series named in full elsewhere; without one it adds nothing
        (
            "The second Kenya-Norway Ocean Forum was held in Bergen. The third Forum will be in Mombasa.",
            [("Kenya-Norway Ocean Forum", 2), ("Kenya-Norway Ocean Forum", 3)],
        ),
        (
            "Officials gathered for the fifth meeting under an exchange mechanism. "
            "The sixth meeting of the Kenya-Norway party exchange mechanism will be in Oslo.",
            [("Kenya-Norway party exchange mechanism", 5), ("Kenya-Norway party exchange mechanism", 6)],
        ),
        (
            "They chaired the ninth session of the German-Polish Bridge Council. The tenth session follows in spring.",
            [("German-Polish Bridge Council", 9), ("German-Polish Bridge Council", 10)],
        ),
    ],
)
def test_short_mentions(text: str, expected: list[tuple[str, int | None]]) -> None:
    assert _read(text) == expected


def test_evidence_is_the_sentence_of_prose() -> None:
    text = "Minister opens 4th Kenya-Norway Ocean Forum\n\nThe rain held off. "
    text += "The 4th Kenya-Norway Ocean Forum opened in Bergen on Monday."
    page = lay(Dispatch(text), desk(("world", "en")))
    (mechanism,) = mechanisms.read(page, Found())
    assert mechanism.evidence.of(text) == "The 4th Kenya-Norway Ocean Forum opened in Bergen on Monday."
