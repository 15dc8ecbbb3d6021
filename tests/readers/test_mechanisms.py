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
        # A forum named after its town, and a summit that is not
        ("He recalled the Oslo Coastal Forum.", [("Oslo Coastal Forum", None)]),
        ("He recalled the Oslo Coastal Summit.", []),
        # A body that is a gathering as well, where people go to it
        ("Reyes and Dahl spoke at the World Economic Forum.", [("World Economic Forum", None)]),
        ("The World Economic Forum published a list.", []),
        # The number may stand before the round, the series in small letters
        ("Ghana would host the fourth round of border consultations.", [("border consultations", 4)]),
        ("Ghana would host the next round of border consultations.", [("border consultations", None)]),
        # "Meeting of the …" counts sessions; Roman numerals, numbers after the name and in brackets count too
        ("The IX Meeting of the Peru-Chile Mining Commission was held in Lima.", [("Peru-Chile Mining Commission", 9)]),
        ("Edition VI of the Kenya-Norway Ocean Forum opened.", [("Kenya-Norway Ocean Forum", 6)]),
        ("The Kenya-Norway Ocean Week, the sixth, opens in Bergen.", [("Kenya-Norway Ocean Week", 6)]),
        ("The Kenya-Norway Task Force on Ports (fourth session) met.", [("Kenya-Norway Task Force on Ports", 4)]),
        ("The Kenya-Norway Ocean Forum met for the eighth time.", [("Kenya-Norway Ocean Forum", 8)]),
        # The first after a pause is not the first of all
        ("They chaired the first Kenya-Norway Ocean Forum in six years.", [("Kenya-Norway Ocean Forum", None)]),
        ("They chaired the first Kenya-Norway Ocean Forum since 2019.", [("Kenya-Norway Ocean Forum", None)]),
        ("It is the first Kenya-Norway Ocean Forum since its launch.", [("Kenya-Norway Ocean Forum", 1)]),
        ("The Kenya-Norway Ocean Forum met for the first time in years.", [("Kenya-Norway Ocean Forum", None)]),
        # Two parties joined by a spaced dash; points before a hyphen; a list within the name; events
        (
            "The 3rd session of the Kenya – South Africa Port Commission ended.",
            [("Kenya - South Africa Port Commission", 3)],
        ),
        ("The fifth U.S.-Kenya Coast Dialogue opened.", [("U.S.-Kenya Coast Dialogue", 5)]),
        (
            "The second session of the Mixed Commission for Trade, Fishery and Port Cooperation closed.",
            [("Mixed Commission for Trade, Fishery and Port Cooperation", 2)],
        ),
        ("He opened the Kisumu Grain Fair on Monday.", [("Kisumu Grain Fair", None)]),
        ("Talks began at the ninth round of the joint committee in Accra.", [("joint committee", 9)]),
        (
            "The next meetings of the Port Consultations and Coast Dialogue will be in Oslo.",
            [("Port Consultations", None), ("Coast Dialogue", None)],
        ),
        # Unions with an abbreviation or in small letters; processes named after towns; meetings held regularly; bodies by rank or border
        ("He attended the Lakes Union (LU) Summit.", [("Lakes Union (LU) Summit", None)]),
        ("He spoke at the Harbour Alliance summit, to be held in Oslo.", [("Harbour Alliance summit", None)]),
        ("They met before the Moss - Halden process. The peace process goes on.", [("Moss - Halden process", None)]),
        (
            "The consultative meeting of the heads of state of Lakeland opens today. The first such meeting took place in Oslo.",
            [
                ("consultative meeting of the heads of state of Lakeland", None),
                ("consultative meeting of the heads of state of Lakeland", 1),
            ],
        ),
        ("They praised the High-Level Port Group.", [("High-Level Port Group", None)]),
        # "Summit" may tell only the rank of those who telephoned
        ("They recalled the Kenya-Norway Summit Telephone Talk.", []),
        # Counted by a relative clause; in small letters; by its format; under a shortened name
        (
            "The nets will go to the Joint Group on Reefs, whose sixth meeting is due in May.",
            [("Joint Group on Reefs", 6)],
        ),
        ("They held the 8th political consultation in Accra.", [("political consultation", 8)]),
        (
            "Both welcomed the two sides' vice-ministerial security dialogue.",
            [("vice-ministerial security dialogue", None)],
        ),
        (
            "The sixth Kenya-Norway Joint Port Commission met. He read the papers of the Joint Port Commission.",
            [("Kenya-Norway Joint Port Commission", 6), ("Kenya-Norway Joint Port Commission", None)],
        ),
        # Counted by the abbreviation in brackets; another body's session is not its own
        ("They met at the Harbour Climate Change Conference (HCC27).", [("Harbour Climate Change Conference", 27)]),
        ("The 13th joint Oil Spill Exercise was held.", [("Oil Spill Exercise", 13)]),
        (
            "The Kenya-Norway Port Committee met at the 59th session of the bureau.",
            [("Kenya-Norway Port Committee", None)],
        ),
        ("The Intergovernmental Panel on Climate Change wrote a report.", []),
        # An organ of an organisation is no series
        ("They met on the sidelines of the United Nations General Assembly.", []),
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
        # Another meeting of the series, the next round by its number, and the series' beginning; the first in years is not the first
        (
            "They chaired the ninth meeting of the Kenya-Norway Port Commission. The eighth meeting was held in Oslo in 2019.",
            [("Kenya-Norway Port Commission", 9), ("Kenya-Norway Port Commission", 8)],
        ),
        (
            "They chaired the ninth session of the Kenya-Norway Port Commission. The next round, the tenth, will be held in Oslo.",
            [("Kenya-Norway Port Commission", 9), ("Kenya-Norway Port Commission", 10)],
        ),
        (
            "The fourth Kenya-Norway Ocean Forum met. It was the first session in eight years. The series opened in Oslo in 2007.",
            [("Kenya-Norway Ocean Forum", 4), ("Kenya-Norway Ocean Forum", 1)],
        ),
        ("Kenya and Norway held the fourth round of their political consultations.", [("political consultations", 4)]),
        # A meeting of the commission is the commission's
        (
            "They chaired the ninth meeting of the Kenya-Norway Port Commission. The ninth Port Commission Meeting ended.",
            [("Kenya-Norway Port Commission", 9)],
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
