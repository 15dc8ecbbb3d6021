"""Who said what: speaker, mode, act and the spans of each attribution, cue by cue. The people are invented."""

from __future__ import annotations

from functools import lru_cache

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers.found import Found
from dragoman.readers.roll import roll
from dragoman.reading import Attribution

LEAD = "Brazilian Foreign Minister Joana Arantes met Norwegian Foreign Minister Eirik Solvang in Oslo on Monday.\n\n"
J, E, BOTH = "Joana Arantes", "Eirik Solvang", "both sides"


@lru_cache(maxsize=256)
def _read(text: str) -> tuple[Attribution, ...]:
    page = lay(Dispatch(text), desk(("world", "en")))
    found = Found()
    for reader in roll():
        if reader.YIELDS[0] in ("dating", "people", "attributions"):
            found.take(list(reader.read(page, found)), reader.YIELDS)
    return found.attributions


def _said(sentence: str) -> list[Attribution]:
    return [a for a in _read(LEAD + sentence) if a.evidence.start >= len(LEAD)]


@pytest.mark.parametrize(
    ("sentence", "speaker", "mode", "act"),
    [
        # The verb before, after and inside what is said
        ("Arantes said that Brazil would ratify the treaty in May.", J, "indirect", "commit"),
        ("Brazil, Arantes said, would ratify the treaty in May.", J, "indirect", "commit"),
        ("Brazil would ratify the treaty in May, said Arantes.", J, "indirect", "commit"),
        ('"We shall ratify it in May," Arantes said.', J, "direct", "commit"),
        ('"We shall ratify it," Arantes said, "and we shall do so in May."', J, "direct", "commit"),
        ("Arantes told a news conference the ports were open.", J, "indirect", "state"),
        (
            "Arantes, who visited the port on Tuesday, added that Brazil was ready to sell more fish.",
            J,
            "indirect",
            "commit",
        ),
        # Participles, infinitives and joined verbs share their host's subject
        ("Arantes rejected the proposal, saying that it came too late.", J, "indirect", "oppose"),
        ("Speaking after the talks, Solvang praised Brazil's efforts.", E, "indirect", "commend"),
        ("He went on to say that the ports were open.", J, "indirect", "state"),
        ("She made it clear that the ports were open.", J, "indirect", "state"),
        # Phrases
        ("According to Solvang, the talks were frank.", E, "indirect", "state"),
        ("The talks were frank, according to Solvang.", E, "indirect", "state"),
        ('In the words of Solvang, the talks were "frank and far too long".', E, "mixed", "state"),
        ("The talks, in Solvang's view, were frank.", E, "indirect", "state"),
        ("As Solvang put it, the talks were frank.", E, "indirect", "state"),
        # Passives
        ("Solvang was quoted as saying that the talks were frank.", E, "indirect", "state"),
        ("Brazil was accused by Solvang of delaying the talks.", E, "indirect", "oppose"),
        ("It was agreed that the next round would be held in June.", BOTH, "indirect", "agree"),
        # Verbs without a clause after them
        ("Solvang criticised the delay.", E, "indirect", "oppose"),
        ("Solvang called on Brazil to end the delay.", E, "indirect", "urge"),
        ("Solvang called for an end to the delay.", E, "indirect", "urge"),
        ("Solvang vowed to support the fund.", E, "indirect", "commit"),
        ("Solvang thanked Arantes for her visit.", E, "indirect", "commend"),
        ("Solvang warned that the delay would harm the forest.", E, "indirect", "warn"),
        # Nouns of speech
        ("Solvang expressed concern about the delay.", E, "indirect", "concern"),
        ("Solvang voiced the hope that the delay would end.", E, "indirect", "urge"),
        ("Solvang drew attention to the need for a new fund.", E, "indirect", "urge"),
        # A colon
        ('Arantes had one message for Oslo: "The forest is not for sale."', J, "direct", "state"),
        # Both sides
        ("The two ministers agreed to meet again in June.", BOTH, "indirect", "agree"),
        ("Both sides underlined the importance of the fund.", BOTH, "indirect", "agree"),
        ("Brazil and Norway agreed to set up a joint committee.", BOTH, "indirect", "agree"),
        # The strongest act of a sentence counts; a condition with harm in it warns, asking whether does not promise
        ("If Norway goes on delaying, Brazil will close its ports, Arantes said.", J, "indirect", "warn"),
        ("Arantes welcomed the offer and urged Norway to raise it.", J, "indirect", "urge"),
        ("Arantes asked Norway to pay.", J, "indirect", "urge"),
        ("Arantes asked whether Norway would pay.", J, "indirect", "state"),
        ("Norway's claim was unacceptable, Arantes said.", J, "indirect", "oppose"),
    ],
)
def test_cues(sentence: str, speaker: str, mode: str, act: str) -> None:
    made = [(a.speaker, a.mode, a.act) for a in _said(sentence) if not a.nested]
    assert made == [(speaker, mode, act)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Arantes signed the treaty on Tuesday.",
        "The treaty was signed in 2004 and runs for thirty years.",
        # Nothing was said
        "Arantes declined to comment on the fund.",
        "Arantes did not say when the talks would resume.",
        # Topics without content; what nobody is named for
        "The two sides exchanged views on fisheries.",
        "It is believed that Norway has argued against the fund.",
        # Remarks that are only mentioned
        "Arantes made the remarks at a dinner in Oslo.",
    ],
)
def test_what_is_no_attribution(sentence: str) -> None:
    assert _said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "speaker", "mention"),
    [
        (
            "The Brazilian Foreign Ministry said that the offer stood.",
            "Brazilian Foreign Ministry",
            "The Brazilian Foreign Ministry",
        ),
        (
            "A spokesman for the Norwegian government said the offer was too low.",
            "spokesman for the Norwegian government",
            None,
        ),
        ("Officials in Oslo said the offer was too low.", "Officials in Oslo", "Officials in Oslo"),
        ("The Norwegian minister said the offer was too low.", E, "The Norwegian minister"),
        (
            "The state news agency Norwire reported that the offer was too low.",
            "Norwire",
            "The state news agency Norwire",
        ),
        ("The Norwegian side welcomed the offer.", "Norwegian side", "The Norwegian side"),
        ("Oslo rejected the offer on Tuesday.", "Oslo", "Oslo"),
        (
            "A statement by the Norwegian Foreign Ministry said the offer was too low.",
            "Norwegian Foreign Ministry",
            None,
        ),
    ],
)
def test_speakers_by_their_words(sentence: str, speaker: str, mention: str | None) -> None:
    [made] = _said(sentence)
    assert made.speaker == speaker
    if mention is not None:
        assert made.mention == mention


def test_joint_speakers_are_all_named_and_those_of_two_countries_are_both_sides() -> None:
    [made] = _said("Arantes and Solvang said the treaty was fair.")
    assert (made.speaker, made.speakers) == (BOTH, (J, E))
    text = LEAD + "Brazilian Trade Minister Rui Tavora was there. Arantes and Tavora said the treaty was fair."
    assert [(a.speaker, a.speakers) for a in _read(text)] == [(J, (J, "Rui Tavora"))]


def test_who_passes_the_words_on() -> None:
    [made] = _said("Arantes said the offer was too low, the state news agency Norwire reported.")
    assert (made.speaker, made.via) == (J, "Norwire")
    [quoted] = _said("Solvang was quoted by the daily Nordlys as saying the talks were frank.")
    assert (quoted.speaker, quoted.via) == (E, "Nordlys")


def test_speech_within_speech_is_kept_and_marked() -> None:
    outer, inner = _said("Arantes said Solvang had told her that the offer was final.")
    assert (outer.speaker, outer.nested, inner.speaker, inner.nested) == (J, False, E, True)
    assert inner.confidence < outer.confidence


def test_two_speakers_of_one_sentence_stand_in_the_order_of_the_clauses() -> None:
    made = _said("Arantes welcomed the offer, and Solvang requested that the ports be opened.")
    assert [(a.speaker, a.act) for a in made] == [(J, "commend"), (E, "urge")]


def test_spans_lead_to_the_text() -> None:
    sentence = "Brazil, Arantes said, would ratify the treaty in May."
    text = LEAD + sentence
    [made] = _said(sentence)
    assert made.evidence.of(text) == sentence
    assert made.cue is not None
    assert made.cue.of(text) == "said"
    assert made.source is not None
    assert made.source.of(text) == "Arantes"
    assert [span.of(text) for span in made.content] == ["Brazil", "would ratify the treaty in May."]


def test_to_whom_it_is_said() -> None:
    assert [a.target for a in _said("Solvang urged Arantes to end the delay.")] == ["Arantes"]
    assert [a.target for a in _said("The offer was too low, Arantes told reporters.")] == ["reporters"]


def test_the_same_text_is_read_the_same_way() -> None:
    text = LEAD + "Arantes said that the ports were open. He denied it."
    _read.cache_clear()
    first = _read(text)
    _read.cache_clear()
    assert _read(text) == first


@pytest.mark.parametrize(
    "text", ["", "?", '"', "said", "said:", "Q:", '": "', "According to", "\n\n:\n", "He said he said he said"]
)
def test_any_text_is_read(text: str) -> None:
    assert all(0 <= a.confidence <= 1 for a in _read(text))
