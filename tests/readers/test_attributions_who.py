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


MET = "Foreign Minister Lars Holm of Norway met President Ana Ruiz of Peru in Lima.\n\nHolm said the port was open.\n\n"


@pytest.mark.parametrize(
    ("sentence", "speakers"),
    [
        # Whom the reported words name is mostly not the one who says so
        ("President Ruiz could visit Oslo this year, he said.", ["Lars Holm"]),
        ("When Holm arrived, he said the port was crowded.", ["Lars Holm"]),
        # A name right before the verb is no aside to the name before it
        ("Greeting Ana Ruiz, Norwegian Ambassador Kari Lund said trade had grown.", ["Kari Lund"]),
        ("The ambassador, Kari Lund, said trade had grown.", ["Kari Lund"]),
        # Another country's stance is not the speaker's
        ("Holm said the quota was fair. Peru rejects the quota.", ["Lars Holm", "Peru"]),
        ("Holm said the quota was fair. Norway rejects the treaty.", ["Lars Holm", "Lars Holm"]),
        # What someone said before something else happened
        ("The talks came after Ruiz told the press that the quota was a farce.", ["Ana Ruiz"]),
        # What one hopes for by doing it, what a state alone agreed to do, and how a thing is called
        ("Ruiz opened the market, hoping to win new buyers.", []),
        ("In 2015, Peru agreed to buy six boats.", []),
        ("The boats belong to a fleet called the Northern Fleet.", []),
        # The name by which a group is known, and the group after it
        (
            "The alliance known as the High Fishing Committee condemned the raid. The coalition said the port was shut.",
            ["High Fishing Committee", "High Fishing Committee"],
        ),
        # One of several, and the country named before
        ("British sources said the talks were stuck. One said the quota was too small.", ["British sources"] * 2),
        ("Boats from Chile may land in Peru after the country said on Monday that the ports were open.", ["Peru"]),
        # Who is described stands for the description, and all who are joined do what "have" tells
        ("The guest was Jens Dahl, an Oslo banker who has long called for lower quotas.", ["Jens Dahl"]),
        (
            "The move drew protests from Jens Dahl of Oslo and Ulf Berg of Molde, who have vowed to stop it.",
            ["Jens Dahl"],
        ),
        # The person in apposition to what the office is for
        (
            "Peru's Deputy Minister for Ports and Lighthouses, Hans Wijers, told reporters that the port was open.",
            ["Hans Wijers"],
        ),
        # Of two nouns before the verb the nearer one
        (
            "Echoing Holm's remarks, Portugal's U.N. ambassador, Antonio Montero, said \"help is needed from all\".",
            ["Antonio Montero"],
        ),
        # A long aside before the only verb
        ("President Ana Ruiz, in her capacity as Champion of Banks, advocated for lower rates.", ["Ana Ruiz"]),
        # Hearsay that names its speaker
        ('Holm is said to have "stressed the weight of the treaty for both".', ["Lars Holm"]),
        # Nobody, a guest received, a name, and one who is accused
        ("No one spoke of the treaty.", []),
        ("Holm welcomed Ana Ruiz to Oslo.", []),
        ('The boats left the harbour, also called "Q-West" by sailors.', []),
        ("The ports were closed, with London accused of treaty breaches.", []),
    ],
)
def test_who_says_it_and_whether_anyone_does(sentence: str, speakers: list[str]) -> None:
    assert _speakers(MET + sentence)[1:] == speakers


def test_a_statement_announced_in_full_is_its_speakers() -> None:
    text = (
        "OSLO, August 9 -- A spokesman for the Foreign Ministry of Norway released the following statement on Monday:\n\n"
        "The raid is a reckless provocation. Norway will never tolerate such acts."
    )
    assert _speakers(text) == ["spokesman for the Foreign Ministry of Norway"] * 2
