"""Whom an office, a style or a pronoun takes up where two could be meant, and texts that are announced in full. The people are invented."""

from __future__ import annotations

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers.found import Found
from dragoman.readers.roll import roll


def _speakers(text: str) -> list[str]:
    page = lay(Dispatch(text), desk(("world", "en")))
    found = Found()
    for reader in roll():
        if reader.YIELDS[0] in ("dating", "people", "attributions"):
            found.take(list(reader.read(page, found)), reader.YIELDS)
    return [a.speaker or "" for a in found.attributions]


RECEIVED = "The Minister for Europe and Foreign Affairs, Ms Claire Aubrac, met today with her Moroccan counterpart, Mr Youssef Tahiri.\n\n"


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # Of two with one office, the one whom the sentence is about; the other by country
        (RECEIVED + "The Minister commended the rescuers. She recalled the loan.", ["Claire Aubrac", "Claire Aubrac"]),
        (RECEIVED + "The Moroccan minister called for a joint plan.", ["Youssef Tahiri"]),
        (
            "Foreign Minister Ana Robles met Peruvian counterpart Luis Tapia in Quito, where the minister demanded an apology.\n\n"
            "The deputy foreign minister of Chile, Carla Soto, said that Santiago was worried.",
            ["Ana Robles", "Carla Soto"],
        ),
        # An office beside a name with a style
        (
            "The Minister for Foreign Affairs, Hon. Grace Okumu, today received Lars Tolstrup, Ambassador of Denmark. The Minister welcomed the loan.",
            ["Grace Okumu"],
        ),
        # Who was named with that style
        (
            "His Highness Sheikh Faris Al Dosar, Minister of Foreign Affairs, received today Mr. Paolo Ferri, Ambassador of Italy.\n\n"
            "His Highness praised the new port.",
            ["Faris Al Dosar"],
        ),
        # A prime minister is not the minister named before
        (
            "Foreign Minister Raghav Menon arrived in Male.\n\nThe Prime Minister said that the loan was ready.",
            ["Prime Minister"],
        ),
        # "He" after somebody told of by office and place
        (
            "Nadia Haroun, the spokesperson of the Foreign Office, said the border was calm. The rebel spokesman in Kabul denied the claim. "
            "He warned that any strike would be answered.",
            ["Nadia Haroun", "rebel spokesman in Kabul", "rebel spokesman in Kabul"],
        ),
        # What people will recall, nobody has said
        ("It will be recalled that both countries set up a joint committee in 2019.", []),
    ],
)
def test_who_is_taken_up_of_two(text: str, speakers: list[str]) -> None:
    assert _speakers(text) == speakers


def test_a_statement_announced_in_full_is_its_speakers() -> None:
    text = (
        "OSLO, August 9 -- A spokesman for the Foreign Ministry of Norway released the following statement on Monday:\n\n"
        "The raid is a reckless provocation. Norway will never tolerate such acts."
    )
    assert _speakers(text) == ["spokesman for the Foreign Ministry of Norway"] * 2
