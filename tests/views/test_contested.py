"""What counts as a denial of words that another side's account attributes to somebody: dispatches read and put into a record."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dragoman.dispatch import Dispatch
from dragoman.readers.read import read
from dragoman.record.store import Record
from dragoman.views.compare import Point, view
from dragoman.views.query import Query
from dragoman.views.roll import roll

AT = datetime(2025, 1, 1, tzinfo=UTC)

CLAIM = """Ministry of Foreign Affairs of the Republic of Kenya

Foreign Minister Otieno Receives Norwegian Senior Deputy Minister

May 6, 2024

On May 6, 2024, Kenyan Foreign Minister Daudi Otieno met in Nairobi with Norwegian Senior Deputy Minister of Foreign Affairs Tuva Lind.

Tuva Lind said that Norway accepts the Kenyan claim to the herring grounds."""
SILENT = """Ministry of Foreign Affairs of Norway

Senior Deputy Minister Lind visits Nairobi

May 6, 2024

On May 6, Senior Deputy Minister of Foreign Affairs Tuva Lind met with Kenyan Foreign Minister Daudi Otieno in Nairobi.

Senior Deputy Minister Lind asked for the release of two Norwegian sailors."""
HEAD = """Ministry of Foreign Affairs of Norway

Press Conference by the Foreign Ministry Spokesperson

May 8, 2024

"""
QUESTION = "Question: Kenya has announced that Norway accepts the Kenyan claim to the herring grounds. Is that so?\n\n"
ABOUT = (
    "Question: Kenya's account of the meeting between Senior Deputy Minister Tuva Lind and the Kenyan Foreign Minister has it that Norway "
    "accepts the Kenyan claim to the herring grounds. Is that so?\n\n"
)

DENIED = [
    # what the spokesperson's page says, the denials found
    # by the office and family name alone, after "Answer:"
    (
        QUESTION + "Answer: Senior Deputy Minister Lind never made such a remark.",
        ["Answer: Senior Deputy Minister Lind never made such a remark."],
    ),
    # nobody is named, and the question tells of whom
    (ABOUT + "Answer: No such statement was made.", ["Answer: No such statement was made."]),
    # nobody is named at all
    (QUESTION + "Answer: No such statement was made.", []),
    # another's words are denied
    (ABOUT + "Answer: Ambassador Knut Berge did not say so.", []),
    # nothing was said on what the claim is about, and on another matter
    (
        "Senior Deputy Minister Lind did not make any statement about the herring grounds during the meeting.",
        ["Senior Deputy Minister Lind did not make any statement about the herring grounds during the meeting."],
    ),
    ("Senior Deputy Minister Lind did not make any statement about the detained sailors during the meeting.", []),
    # something else is denied of her
    ("Question: Did she promise a port?\n\nAnswer: Senior Deputy Minister Lind made no such promise.", []),
]


def contested(*texts: str) -> list[Point]:
    record = Record.memory()
    for text in texts:
        dispatch = Dispatch(text)
        record.add(dispatch, read(dispatch))
    record.resolve(AT)
    with record:
        told = roll()["timeline"].view(record, Query.of()).encounters
        meeting = next(e for e in told if e.kind == "meeting" and e.date == "2024-05-06")
        return [p for p in view(record, Query(entry=meeting.entry)).points if p.contest]


@pytest.mark.parametrize(("later", "denials"), DENIED)
@pytest.mark.parametrize("turned", [False, True])
def test_a_denial(later: str, denials: list[str], turned: bool) -> None:
    texts = [CLAIM, SILENT, HEAD + later]
    found = contested(*(reversed(texts) if turned else texts))
    assert [e.text for p in found if p.contest for e in p.contest.denial] == denials
    assert [p.speaker for p in found] == ["Tuva Lind"] * bool(denials)


def test_a_side_asks_for_a_correction() -> None:
    later = (
        QUESTION
        + "Answer: Senior Deputy Minister Lind never made such a remark. We have asked the Kenyan side to correct its account."
    )
    (point,) = contested(CLAIM, SILENT, HEAD + later)
    assert point.contest is not None
    assert [e.text for e in point.contest.protest] == ["We have asked the Kenyan side to correct its account."]
