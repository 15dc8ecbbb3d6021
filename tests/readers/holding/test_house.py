"""An office that a text names alone: in a text of one house its own holder's, else that of whom it told last. The people are invented."""

from __future__ import annotations

import pytest

from dragoman.dispatch import Dispatch
from dragoman.readers.read import read

CALL = (
    "President Alda Renn spoke by phone with President Toma Irek of Georgia. President Irek thanked her for the aid. "
)
MET = "Minister for Ports Lena Holm met the Minister for Trade of Kenya, Juma Otero, in Oslo. Minister Otero briefed the Minister. "


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a house: the office has a capital within a sentence, and each of the others is given a country
        (CALL + "The President noted that talks would go on. In May, the President said, they had stopped.", "Alda Renn"),
        (MET + "The Minister said that Norway would send food.", "Lena Holm"),
        # no house writes so: whoever was told of last
        (CALL + "The president noted that talks would go on.", "Toma Irek"),
        (CALL + "The President noted that talks would go on, as the President of Georgia knew.", "Toma Irek"),
        # none or each of them is given a country: whoever was told of last
        (CALL.replace(" of Georgia", "") + "Irek sat down, and the President noted that talks would go on.", "Toma Irek"),
        (
            CALL.replace("President Alda", "Estonian President Alda") + "The President noted, as the President does, that it rained.",
            "Toma Irek",
        ),
    ],
)  # fmt: skip
def test_who_speaks(text: str, speaker: str) -> None:
    found = read(Dispatch(text), ("world",)).attributions
    said = [a for a in found if a.cue and {"noted", "said", "note"} & set(a.cue.of(text).split())]
    assert {a.speaker for a in said} == {speaker}


@pytest.mark.parametrize(
    ("sentence", "kind", "participants"),
    [
        ("In Tartu, the President will meet President Lin Sook of Kenya on 3 May 2024.", "meeting", ("Alda Renn", "Lin Sook")),
        ("On 3 May 2024 the President will travel to Nairobi.", "visit", ("Alda Renn",)),
        ("On 3 May 2024, the President of Georgia will travel to Nairobi.", "visit", ("Toma Irek",)),
    ],
)  # fmt: skip
def test_who_meets(sentence: str, kind: str, participants: tuple[str, ...]) -> None:
    found = read(Dispatch(CALL + sentence), ("world",)).encounters
    assert [(e.kind, e.participants) for e in found if e.date == "2024-05-03"] == [(kind, participants)]
