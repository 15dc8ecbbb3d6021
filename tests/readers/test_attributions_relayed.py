"""Whose words they are where others pass them on, where two speak, and where a word takes up someone named before."""

from __future__ import annotations

import pytest

from dragoman.reading import Attribution
from tests.readers.test_attributions import BOTH, LEAD, E, J, _read, _said


def _brief(made: list[Attribution]) -> list[tuple[str, str | None]]:
    return [(a.speaker, a.via) for a in made if not a.nested]


@pytest.mark.parametrize(
    ("sentence", "speaker", "via"),
    [
        # A ministry, an embassy or an official that closes the sentence passes on what was said at the meeting
        ("The two ministers agreed to open the port, the foreign ministry said.", BOTH, "foreign ministry"),
        ("Solvang praised Brazil's efforts, the Norwegian Embassy said.", E, "Norwegian Embassy"),
        ("Arantes urged Oslo to lift the ban, according to a ministry official.", J, "ministry official"),
        ("Solvang was worried that the fishermen had not been heard, the newspaper said.", E, "newspaper"),
        ('"The ports are open," the spokesperson quoted Solvang as saying.', E, "spokesperson"),
        # but what it tells of the meeting itself is its own account
        ("The talks lasted two hours, the Norwegian Foreign Ministry said.", "Norwegian Foreign Ministry", None),
    ],
)
def test_who_speaks_and_who_passes_it_on(sentence: str, speaker: str, via: str | None) -> None:
    assert _brief(_said(sentence)) == [(speaker, via)]


def test_the_next_pronoun_takes_up_the_ministry_that_passed_a_statement_on() -> None:
    made = _said(
        "The two ministers agreed to open the port, the Norwegian Foreign Ministry said. The road would follow, it added."
    )
    assert [a.speaker for a in made] == [BOTH, "Norwegian Foreign Ministry"]


@pytest.mark.parametrize(
    ("sentence", "speaker", "act"),
    [
        ("The officials also agreed to speed up the talks.", BOTH, "agree"),
        ("The participants agreed on regular contacts.", BOTH, "agree"),
        ("Trade ministers from Brazil and the EU said that they would conclude the pact.", BOTH, "commit"),
        # Without a speaker, at a meeting of two
        ("It was agreed to intensify work on the treaty.", BOTH, "agree"),
        ("It was emphasized that the ban must be lifted.", BOTH, "urge"),
        # unless someone is named within
        ("It was noted that Solvang urged Brazil to lift the ban.", E, "urge"),
        # Moods
        ("They were optimistic that trade would recover.", BOTH, "state"),
        ("Solvang is opposed to the ban.", E, "oppose"),
        ("The two ministers were pleased with the progress made.", BOTH, "commend"),
        # What one does to be heard
        ("Arantes let Solvang know Brazil's discomfort with the ban.", J, "concern"),
        ("The Brazilian ministry summoned a senior envoy to protest the ban.", "Brazilian ministry", "oppose"),
        ("The two sides exchanged New Year greetings.", BOTH, "commend"),
        ("Solvang ruled out joint patrols.", E, "oppose"),
    ],
)
def test_what_the_two_sides_state_and_what_moods_tell(sentence: str, speaker: str, act: str) -> None:
    [made] = [a for a in _said(sentence) if not a.nested]
    assert (made.speaker, made.act) == (speaker, act)


def test_a_side_is_not_taken_for_the_other() -> None:
    made = _said("The Norwegian side voiced its thanks. The Brazilian side confirmed its readiness to open the port.")
    assert [(a.speaker, a.act) for a in made] == [("Norwegian side", "commend"), ("Brazilian side", "commit")]


def test_an_abbreviation_is_the_body_that_the_text_gives_in_full() -> None:
    [made] = _said("The Ports Control Office opened in May. The PCO said the quays were safe.")
    assert made.speaker == "Ports Control Office"


def test_of_two_institutions_the_first_is_the_speaker_and_both_are_named() -> None:
    [made] = _said("The Norwegian government and the fishing industry have called for a new treaty.")
    assert (made.speaker, made.speakers) == ("Norwegian government", ("Norwegian government", "fishing industry"))


def test_the_words_that_name_a_speaker_are_those_of_the_text() -> None:
    text = LEAD + "Brazil\u2019s government said the ports were open."
    [made] = _read(text)
    assert made.mention == "Brazil\u2019s government"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Eirik Solvang (Labour) said the nominee was a friend.", E),
        ("Failing that, the yards would begin to close by July, warned Solvang.", E),
        ("Having announced that he would stay, Solvang left for Bergen.", E),
        ("Solvang drew attention to the need to keep the port open and expressed concern at delays.", E),
    ],
)
def test_subjects_that_a_parse_does_not_give_its_verb(sentence: str, speaker: str) -> None:
    assert {a.speaker for a in _said(sentence)} == {speaker}
