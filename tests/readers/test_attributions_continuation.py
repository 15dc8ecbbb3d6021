"""Sentences without a cue of their own: whose voice they are in. The people are invented."""

from __future__ import annotations

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers.found import Found
from dragoman.readers.roll import roll


def _voices(text: str) -> list[tuple[str, str | None]]:
    """The first words of each sentence of the body and who speaks it."""
    page = lay(Dispatch(text), desk(("world", "en")))
    found = Found()
    for reader in roll():
        if reader.YIELDS[0] in ("dating", "people", "attributions"):
            found.take(list(reader.read(page, found)), reader.YIELDS)
    speakers = {a.evidence: a.speaker for a in reversed(found.attributions)}
    return [(" ".join(s.span.of(text).split()[:3]), speakers.get(s.span)) for s in page.prose]


J, E = "Joana Arantes", "Eirik Solvang"
READOUT = (
    "Joana Arantes Meets Eirik Solvang\n\n"
    "On 6 May 2019, Foreign Minister Joana Arantes met Norwegian Foreign Minister Eirik Solvang in Brasilia.\n\n"
    "Joana Arantes said that relations have grown closer. Trade between the two countries has doubled since the last visit. "
    "Both sides should carry the fund forward. Brazil welcomes more investment, and hopes that Norway will open its market.\n\n"
    "Eirik Solvang said that Norway values the fund. It is ready to enlarge it. He also hoped that the forest would be kept.\n\n"
    "The two sides agreed to meet again. Deputy Minister Ivo Castro attended the talks.\n"
)
NEWS = (
    "Ministers at odds over forest fund\n\n"
    "OSLO, May 7 (Norwire) - Norway will not enlarge the forest fund this year, Foreign Minister Eirik Solvang said on Tuesday.\n\n"
    '"The money is there and it is not being spent," Solvang told reporters. "We shall look at it again in spring."\n\n'
    '"Until then, let the experts count."\n\n'
    "The fund was set up in 2008. It has paid for satellites and patrols.\n\n"
    "Brazilian Foreign Minister Joana Arantes said the fund was too small. It should be doubled.\n"
)


def test_a_readout_goes_on_in_its_speakers_voice() -> None:
    assert _voices(READOUT) == [
        ("On 6 May", None),
        ("Joana Arantes said", J),
        ("Trade between the", J),
        ("Both sides should", J),
        ("Brazil welcomes more", J),
        ("Eirik Solvang said", E),
        ("It is ready", E),
        ("He also hoped", E),
        ("The two sides", "both sides"),
        ("Deputy Minister Ivo", None),
    ]


def test_a_news_story_returns_to_its_reporter() -> None:
    assert _voices(NEWS) == [
        ("Norway will not", E),
        ('"The money is', E),
        ('"We shall look', E),
        ('"Until then, let', E),
        ("The fund was", None),
        ("It has paid", None),
        ("Brazilian Foreign Minister", J),
        ("It should be", J),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The cue of a quotation's last sentence governs the sentences before it
        (
            'Eirik Solvang, the Norwegian foreign minister, spoke in Oslo.\n\n"It is late. We must act now," he said.\n',
            [("Eirik Solvang, the", None), ('"It is late.', E), ("We must act", E)],
        ),
        # A cue at a paragraph's end covers a statement before it
        (
            "The two countries need a larger fund. Patrols should be paid first, Norwegian Foreign Minister Eirik Solvang said.\n",
            [("The two countries", E), ("Patrols should be", E)],
        ),
        # A colon at a paragraph's end announces the next
        (
            'Norwegian Foreign Minister Eirik Solvang wrote:\n\n"The fund is late. It will come."\n',
            [("Norwegian Foreign Minister", None), ('"The fund is', E), ('It will come."', E)],
        ),
        # A line that is a name and its words is a heading
        (
            'Foreign Minister Eirik Solvang said, "The fund is late. "\n\nMinister Joana Arantes "We can wait"\n\n'
            'In response, Minister Joana Arantes said, "We can wait a little. It is a good fund. "\n',
            [
                ("Foreign Minister Eirik", E),
                ("In response, Minister", J),
                ("It is a", J),
            ],
        ),
    ],
)
def test_continuation(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert _voices(text) == expected


def test_turns_of_a_press_conference() -> None:
    text = (
        "Press Conference by Foreign Minister Eirik Solvang\n\n"
        "Q (Norwire): Will the fund grow?\n\n"
        "Solvang: We are counting. I hope that it will.\n\n"
        "Q: Joana Arantes, the Brazilian minister, said last week that it was too small. Is she right?\n\n"
        "Solvang: She is a friend.\n"
    )
    assert _voices(text) == [
        ("Will the fund", None),
        ("We are counting.", E),
        ("I hope that", E),
        ("Joana Arantes, the", J),
        ("Is she right?", None),
        ("She is a", E),
    ]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # An interview that shortens both names
        (
            "Our reporter sat down with Foreign Minister Eirik Solvang in Bergen.\n\n"
            "NW: Why does the fund matter so much?\n\nES: It pays for the ports.\n\nNW: Will it grow further?\n\nES: We do our best.\n",
            [E, E],
        ),
        # An office alone above its holder's words
        (
            "Prime Minister Eirik Solvang met Foreign Minister Joana Arantes in Bergen.\n\nARANTES:\n\nI thank the host.\n\n"
            "PRIME MINISTER:\n\nI am glad of the visit.\n\nARANTES:\n\nI shall return.\n",
            [J, E, J],
        ),
        # Headings that are about somebody are nobody's turn
        ("The ports\n\nTalks with Eirik Solvang\n\nI saw the new quay. The quay is long.\n", []),
    ],
)
def test_whose_turn_a_line_opens(text: str, speakers: list[str]) -> None:
    assert [who for _, who in _voices(text) if who is not None] == speakers


def test_an_address_in_the_first_person() -> None:
    text = (
        "Message of Foreign Minister Eirik Solvang to the Forest Forum\n\n"
        "I am sorry that I cannot be with you.\n\nForests do not wait. I have seen them burn.\n\nI thank you all.\n"
    )
    assert [speaker for _, speaker in _voices(text)] == [E, E, E, E]


def test_a_press_secretary_answers_and_does_not_ask() -> None:
    """Two labels in capitals that name people make a transcript, whatever it speaks of."""
    text = (
        "PRESIDENTIAL SPOKESPERSON ADOYO: The guest of tonight is Press Secretary Kenta Moriyasu.\n\n"
        "PRESS SECRETARY MORIYASU: The meeting began at four.\n\nJapan will build a road to the port. The two leaders spoke of fish.\n\n"
        "Ports were named too.\n"
    )
    assert [speaker for _, speaker in _voices(text) if speaker] == ["ADOYO", *["Kenta Moriyasu"] * 4]
