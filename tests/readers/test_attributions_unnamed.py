"""Who speaks where a sentence names nobody or hides the name, and what its words weigh. The people are invented."""

from __future__ import annotations

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers.found import Found
from dragoman.readers.roll import roll
from dragoman.reading import Attribution

LEAD = "Brazilian Foreign Minister Joana Arantes met Norwegian Foreign Minister Eirik Solvang in Oslo on Monday.\n\n"
J, E, BOTH = "Joana Arantes", "Eirik Solvang", "both sides"


def _said(text: str, lead: str = LEAD) -> list[Attribution]:
    page = lay(Dispatch(lead + text), desk(("world", "en")))
    found = Found()
    for reader in roll():
        if reader.YIELDS[0] in ("dating", "people", "attributions"):
            found.take(list(reader.read(page, found)), reader.YIELDS)
    return [a for a in found.attributions if a.evidence.start >= len(lead) and not a.nested]


@pytest.mark.parametrize(
    ("sentence", "speaker", "act"),
    [
        # Nobody is named: both sides
        ("A belief was expressed that trade would grow.", BOTH, "state"),
        ("Interest in closer ties was reaffirmed during the talks.", BOTH, "agree"),
        ("The results of the fisheries conference were highly appreciated.", BOTH, "commend"),
        ("An agreement was reached to reopen the port.", BOTH, "agree"),
        # Those who met, by what they are or by their gathering
        ("The heads of delegation noted the importance of the pact.", BOTH, "state"),
        ("The two principals reaffirmed the value of the pact.", BOTH, "agree"),
        ("The meeting observed that trade had fallen.", BOTH, "state"),
        ("The two ministers met over lunch, during which they agreed to reopen the port.", BOTH, "agree"),
        # A description between the name and its verb
        ("Solvang, a former head of the Bergen harbour board and a keen sailor, said the port was safe.", E, "state"),
        ("The road is open, noted Solvang.", E, "state"),
        ("At her words, the road is open.", J, "state"),
        # A paper tells who said it
        ("The statement added that both sides agreed to reopen the port.", BOTH, "agree"),
        # The content weighs more than the verb
        ("Both sides underscored the need to reopen the port.", BOTH, "urge"),
        ("The two ministers stressed reopening the port.", BOTH, "urge"),
        ("The two ministers noted the warm and cordial relations between the countries.", BOTH, "commend"),
        ("Solvang proposed that the matter be looked into.", E, "urge"),
        ("Solvang said it would be good to meet earlier.", E, "urge"),
        ("Solvang said that no doubt must be left about the treaty.", E, "urge"),
        ("Arantes extended her best wishes to the people of Norway.", J, "commend"),
        ("Solvang said Brazil was one of the closest friends of Norway.", E, "commend"),
        ("Solvang rejected the insulting remarks about the fleet.", E, "oppose"),
        ("Arantes underlined the readiness of the government of Brazil to sign the pact.", J, "commit"),
    ],
)
def test_speaker_and_act(sentence: str, speaker: str, act: str) -> None:
    [made] = _said(sentence)
    assert (made.speaker, made.act) == (speaker, act)


@pytest.mark.parametrize(
    "sentence",
    [
        "The agreement was reached after an hour.",
        "The ministers were united in their views on the treaty.",
        "It was likely referring to the port.",
        "Traders may go on to play the victim and urge Oslo to raise the levy.",
        "Solvang confirmed this development on Sunday.",
    ],
)
def test_what_is_no_statement(sentence: str) -> None:
    assert _said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Observers say the ministers will sign in May.", "state"),
        ("Solvang recalled that the ministers are to meet in May.", "state"),
        ("Solvang said the ministers will sign in May.", "commit"),
        ("The Norwegian Foreign Ministry announced that a delegation will visit Brazil in May.", "commit"),
    ],
)
def test_only_those_promise_who_can_keep_it(sentence: str, act: str) -> None:
    assert [a.act for a in _said(sentence)] == [act]


def test_speech_that_a_dash_opens_is_of_the_one_named_at_its_end() -> None:
    text = "Solvang spoke first.\n\n\u2013 It is important that we decide soon, Minister Solvang."
    assert [(a.speaker, a.act) for a in _said(text)] == [(E, "urge")]


def test_a_plural_takes_up_those_who_spoke_under_a_fuller_name() -> None:
    text = "Baltic ministers said the levy was too high. Fishermen waited. The ministers called for a vote."
    assert {a.speaker for a in _said(text)} == {"Baltic ministers"}


def test_who_passes_a_statement_on_says_nothing_of_its_own() -> None:
    text = "A ministry aide issued a statement on Sunday. According to the statement, Arantes thanked the crews."
    assert [a.speaker for a in _said(text)][-1] == J


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # a paper is of the body that spoke right before; never of an outlet, nor of a body a paragraph away
        ("The Chilean foreign ministry rejected the claim. A statement said Chile would not yield.", ["Chilean foreign ministry"] * 2),
        ("The Chilean foreign ministry rejected the claim.\n\nA statement said Chile would not yield.", ["Chilean foreign ministry", "statement"]),
        ("Reuters reported that Chile was firm. A statement said Chile would not yield.", ["Reuters", "statement"]),
        # two countries are the two sides unless the text is about another
        ("Brazil and Norway said that the dam was safe.", [BOTH]),
        ("Kenya built the dam. Kenyan engineers filled it. Kenya rejoiced. Egypt and Sudan also said that it broke the law.", ["Egypt"]),
    ],
)  # fmt: skip
def test_whose_a_paper_is_and_who_the_sides_are(text: str, speakers: list[str]) -> None:
    assert [a.speaker for a in _said(text, "")] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # marks with no space behind them
        ('"The port will open first,"Arantes said."It will be large."The envoy of Chile, Tom Berg, agreed."It is ready,"he said.', [J, J, "Tom Berg"]),
        # what cannot speak: things of which there are many, a thing that "who" or "that" does not take up
        ("Tensions flared after the revelation that a general said so at a party.", []),
    ],
)  # fmt: skip
def test_marks_run_together_and_things_that_do_not_speak(text: str, speakers: list[str]) -> None:
    assert [a.speaker for a in _said(text)] == speakers
