"""Issues and set phrases come from the desk's patterns, in the article alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.page.page import Page
from dragoman.readers import phrases
from dragoman.readers.found import Found
from dragoman.readers.read import read
from dragoman.reading import Formula, Issue

_DESK = """
issues:
  - {id: fish, label: fish, patterns: ['fish(?:eries|ing)?', 'cod'], examples: [cod], not: [code]}
formulas:
  - id: good-neighbours
    label: good neighbours
    patterns: ['good[- ]neighbo(?:u)?rs?']
    examples: [good neighbours]
    forms: [{id: eternal, pattern: 'eternally good neighbours'}]
"""


@pytest.fixture
def laid(tmp_path: Path) -> Page:
    (tmp_path / "desk.yaml").write_text("{id: trial, title: A trial}", encoding="utf-8")
    (tmp_path / "words.yaml").write_text(_DESK, encoding="utf-8")
    text = (
        "Good neighbours talk about cod\n\nThey spoke of cod and of fisheries on Monday. "
        "Iceland asked about fishing there.\n\n"
        "Both said they were eternally good neighbours, and good neighbors quarrel.\n\nShare: Facebook | Twitter | fish"
    )
    return lay(Dispatch(text), desk(("world", "en", str(tmp_path))))


def test_an_issue_counts_once_a_sentence(laid: Page) -> None:
    found = [i for i in phrases.read(laid, Found()) if isinstance(i, Issue)]
    assert [i.evidence.of(laid.text) for i in found] == ["cod", "cod", "fishing"]


def test_every_use_of_a_formula_with_its_form(laid: Page) -> None:
    found = [f for f in phrases.read(laid, Found()) if isinstance(f, Formula) and f.id == "good-neighbours"]
    assert [(f.evidence.of(laid.text), f.form) for f in found] == [
        ("Good neighbours", None),
        ("eternally good neighbours", "eternal"),
        ("good neighbors", None),
    ]


FILLER = "The guests saw the harbour. They had lunch at noon. The band played for an hour. Children waved. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # In the lead, more than once, or among what the two sides deal with
        (f"Peru lifted its tariffs on Norway. {FILLER}", ["trade"]),
        (f"{FILLER}They agreed to deepen cooperation on visas and climate change.", ["travel", "climate"]),
        (f"{FILLER}He had spoken of tariffs before. Tariffs are paid at the gate.", ["trade"]),
        # Told once below the lead, with nobody named
        (f"{FILLER}The pier was closed in the pandemic.", ["pandemic"]),
        # Matters of any two states
        ("Ties between Peru and Norway have been strained for years.", ["political-trust"]),
        ("Peru protested against the arrest of three Peruvian nationals.", ["detained-nationals"]),
        ("The ministers spoke of the disputed islands.", ["territorial-disputes"]),
        ("Peru asked for an apology for the colonial past of the port.", ["history"]),
        ("A high-level exchange of guests is due.", ["high-level-exchanges"]),
        ("Peru will receive a Norwegian delegation of senior officials.", ["high-level-exchanges"]),
        ("Peru and Norway have agreed to resume peace talks.", ["political-trust"]),
        ("They spoke of ways to reduce irregular migration.", ["travel"]),
        ("Norwegian guns were sold on to third countries.", ["third-countries"]),
        ("Peru promulgated its new constitution.", ["domestic-politics"]),
        ("Both praised cooperation in areas such as fishing, health and education.", ["people-exchanges"]),
        ("Norway donated forty thousand doses to Peru.", ["development-aid"]),
        # Once, below the lead: told of someone, or in a name alone
        (f"{FILLER}Peru is wary of the disputed islands.", ["territorial-disputes"]),
        (f"{FILLER}The Lima Market Access Fund gave Peru a bell.", []),
        # In the broad words of their substance
        ("Norway's weapons reached the rebels.", ["security"]),
        ("Reyes stressed the importance she places on Peru's relationship with Norway.", ["political-trust"]),
        ("An opposition figure from Peru was poisoned in Oslo.", ["domestic-politics"]),
        ("Peru asked Norway to stand up to Russian pressure.", ["third-countries"]),
        ("Peru asked Norway not to repatriate the crew.", ["detained-nationals"]),
        ("Norway will help Peru rebuild its ports.", ["development-aid"]),
        ("The strike hit an Iranian oil platform near Norway's tanker.", ["middle-east"]),
        ("Refugees from Peru slept in the Oslo hall.", []),
        # And what only sounds like them
        ("The port has a long history and a warm climate of trust.", []),
        ("He praised the sovereignty and territorial integrity of all.", []),
    ],
)
def test_a_matter_has_weight_between_any_two_states(text: str, expected: list[str]) -> None:
    page = lay(Dispatch(text), desk(("world", "en")))
    found = [i.id for i in phrases.read(page, Found()) if isinstance(i, Issue)]
    assert list(dict.fromkeys(found)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Phrases that any two states use
        ("Peru and Norway sought a mutually respectful dialogue.", ["mutual-respect-win-win"]),
        ("They settled all remaining differences through patient dialogue.", ["proper-handling"]),
        ("It fits the understanding she reached with Peruvian leaders.", ["leaders-consensus"]),
        ("The vote is a purely internal matter of Peru.", ["oppose-external-interference"]),
        ("Both work for peace, prosperity and progress.", ["peace-and-prosperity"]),
        ("He spoke of lasting friendship between the Peruvian and Norwegian peoples.", ["people-public-opinion"]),
        # And what only sounds like them
        ("He went back to the internal door.", []),
        ("They settled in Lima through a bank.", []),
    ],
)
def test_a_set_phrase_of_any_two_states(text: str, expected: list[str]) -> None:
    page = lay(Dispatch(text), desk(("world", "en")))
    assert [f.id for f in phrases.read(page, Found()) if isinstance(f, Formula)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A visit that the dispatch is about, or three encounters, without a word for contacts
        ("Peruvian Foreign Minister Ana Reyes arrived in Oslo on Monday for talks on fish.", True),
        (
            "President Ana Reyes of Peru met President Olav Dahl of Norway in Oslo on 3 May 2021. "
            "President Reyes met King Per of Sweden in Malmo on 5 May 2021. "
            "President Reyes telephoned President Eva Lind of Finland on 7 May 2021.",
            True,
        ),
        # One meeting, and none
        ("Peruvian Foreign Minister Ana Reyes met Olav Dahl in Oslo.", False),
        ("Peru sells fish to Norway.", False),
    ],
)
def test_encounters_tell_of_contacts(text: str, expected: bool) -> None:
    assert ("high-level-exchanges" in {i.id for i in read(Dispatch(text)).issues}) is expected


def test_the_words_of_an_office_are_no_matter() -> None:
    reading = read(Dispatch("Ana Reyes, Minister of Labour, Culture and Tourism of Peru, was in Oslo."))
    assert "travel" not in {i.id for i in reading.issues}
