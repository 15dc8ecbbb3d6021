"""Whose words stand without a cue beside them: letters quoted whole, interviews without labels, a pronoun after a quotation. All invented."""

from __future__ import annotations

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers.found import Found
from dragoman.readers.roll import roll

LETTER = """Consul at the residence

Consul Petra Holm visited the residence at noon. Holm conveyed the following message from President Rosa Quiroga to the Chancellor:

"Dear Mr. Chancellor:

I am sending these lines to thank you for the maps of the strait. We value any news of the lost ship.

Sincerely, Rosa Quiroga"
"""
INTERVIEW = """Ties between Peru and Finland grow

Ambassador Mikko Lahtela, in an interview with the Harbour Post, spoke of ties between the two countries.

How have the ties grown over the years?

Relations were opened in 1919. The embassy moved to Lima in 1964 and has grown since.

What hinders trade at present?

The long way by sea raises every price. A direct line would lower it by a third.

When will the new line open?

The ships are ready and wait for the port to be dredged.
"""
NARRATED = INTERVIEW.replace("A direct line", "Lahtela smiled. A direct line")


def _said(text: str) -> list[tuple[str, str]]:
    page = lay(Dispatch(text), desk(("world", "en")))
    found = Found()
    for reader in roll():
        if reader.YIELDS[0] in ("dating", "people", "attributions"):
            found.take(list(reader.read(page, found)), reader.YIELDS)
    return [(a.evidence.of(text), a.speaker) for a in found.attributions]


def _speaker(text: str, words: str) -> str | None:
    return next((speaker for sentence, speaker in _said(text) if words in sentence), None)


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (LETTER, "I am sending", "Rosa Quiroga"),
        (LETTER, "We value", "Rosa Quiroga"),
        (LETTER, "Dear Mr.", None),
        (INTERVIEW, "Relations were opened", "Mikko Lahtela"),
        (INTERVIEW, "raises every price", "Mikko Lahtela"),
        (INTERVIEW, "The ships are ready", "Mikko Lahtela"),
        (INTERVIEW, "What hinders", None),
        (NARRATED, "raises every price", None),
    ],
)
def test_whose_words_stand_without_a_cue(text: str, words: str, speaker: str | None) -> None:
    assert _speaker(text, words) == speaker


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "Mr. Mikko Lahtela is urging partners to wake up.\n\n"
            '"The port is open. It is ours," the prime minister told Harbour Radio. '
            '"The fact is that President Mario Torres is here for years. He is there because his people chose him," he argued.',
            "chose him",
            "Mikko Lahtela",
        ),
        (
            "Mr. Mikko Lahtela is urging partners to wake up.\n\n"
            '"The port is open. It is ours," the prime minister told Harbour Radio.',
            "It is ours",
            "Mikko Lahtela",
        ),
        (
            "The deal carries risks, which the ministry and Mr. Mikko Lahtela acknowledged. "
            '"No one trusts President Mario Torres," he said.',
            "No one trusts",
            "Mikko Lahtela",
        ),
        (
            'The Norland Central Command described the strikes as "a powerful response" to the attack.\n\n'
            '"The raid on the port clearly broke the truce," it said in a statement.',
            "clearly broke",
            "Norland Central Command",
        ),
        ("Finnish and Peruvian officials said the launch would threaten the region.", "launch", "both sides"),
        ("The old rivals accused each other of sending boats into the bay.", "boats", "both sides"),
        ("The analysts accused each other of fraud.", "fraud", "analysts"),
    ],
)
def test_who_is_taken_up(text: str, words: str, speaker: str) -> None:
    assert _speaker("LIMA — Talks were held on Tuesday.\n\n" + text, words) == speaker
