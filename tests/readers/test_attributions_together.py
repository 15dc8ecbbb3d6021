"""Who speaks where several who met speak as one, and where an office stands for its holder. The people are invented."""

from __future__ import annotations

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers.found import Found
from dragoman.readers.roll import roll
from dragoman.reading import Attribution

BOTH = "both sides"


def _said(text: str) -> list[Attribution]:
    page = lay(Dispatch(text), desk(("world", "en")))
    found = Found()
    for reader in roll():
        if reader.YIELDS[0] in ("dating", "people", "attributions"):
            found.take(list(reader.read(page, found)), reader.YIELDS)
    return list(found.attributions)


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # Two who are joined by "and", each under a title, also with a name between commas
        (
            "Peruvian Foreign Minister Rosa Quiroga and Finnish Foreign Minister Mikko Lahtela highlighted the value of the port.",
            [BOTH],
        ),
        (
            "Peruvian Foreign Minister Rosa Quiroga and her Finnish counterpart, Mikko Lahtela, have reaffirmed the ties between the two countries.",
            [BOTH],
        ),
        (
            "Foreign Minister Rosa Quiroga and her Finnish counterpart have stressed the need for a port.",
            [BOTH],
        ),
        # One who met the first, and not one who speaks with the second
        (
            "Peruvian Foreign Minister Rosa Quiroga met Finnish Foreign Minister Mikko Lahtela. Lahtela said the port was open.",
            ["Mikko Lahtela"],
        ),
        # All of three
        (
            "Peruvian Foreign Minister Rosa Quiroga spoke with Finnish Foreign Minister Mikko Lahtela and Chilean Foreign Minister "
            "Pablo Ossa. The three Foreign Ministers agreed that the port will open.",
            [BOTH],
        ),
        # One is named, the other told of by office
        (
            "The Prime Minister hosted Finnish President Mikko Lahtela in Lima. The leaders welcomed the new port.",
            [BOTH],
        ),
        # What the two discussed, in their own account
        (
            "Peruvian Foreign Minister Rosa Quiroga met Finnish Foreign Minister Mikko Lahtela. The ministers discussed ways to open the port.",
            [BOTH],
        ),
        ("Foreign Minister Rosa Quiroga discussed the port with her staff.", []),
        # Officials of one country, of whom it is told that they spoke of another
        (
            "Senior Finnish officials who briefed reporters on Peru, however, said the port was open.",
            ["Senior Finnish officials"],
        ),
        # Who is announced after a colon speaks no word of it
        (
            "Foreign Minister Rosa Quiroga announced the following nominees for posts abroad:\n\nMikko Lahtela taught law in Lima for ten years.",
            ["Rosa Quiroga"],
        ),
        # Agreed with a country
        ("Peruvian Foreign Minister Rosa Quiroga has agreed with Finland on a new port.", [BOTH]),
    ],
)
def test_those_who_met_speak_together(text: str, speakers: list[str]) -> None:
    assert [a.speaker for a in _said(text)] == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # A title before a given name
        (
            "Sheikh Hamdan bin Rashid Al Tameen, Foreign Minister of Oman, met Omar bin Salim Al Suwaili, ambassador of Qatar. "
            "Sheikh Hamdan underlined the value of the port.",
            ["Hamdan bin Rashid Al Tameen"],
        ),
        # Initials of an office, without an article
        (
            "Rosa Quiroga, Foreign Minister of Peru, met Mikko Lahtela, Governor of Turku. FM expressed gratitude to Finland for the ships.",
            ["Rosa Quiroga"],
        ),
        # A story that begins with the office
        (
            "Peru\u2019s Foreign Minister said that the port was open.\n\nPeruvian Foreign Minister Rosa Quiroga travelled to Turku on Monday.",
            ["Rosa Quiroga"],
        ),
        # A name that the parser takes for an exclamation
        (
            "Vice Foreign Minister Oh Min-ji of South Korea met Mikko Lahtela, a Finnish envoy. Oh expressed hope for more flights, the ministry said.",
            ["Oh Min-ji"],
        ),
        # A bare name, of which the text says no more
        (
            "Tervo affirmed that the port was open. He agreed to send two ships.",
            ["Tervo", "Tervo"],
        ),
        # A body told of more fully in the same sentence
        (
            "Peru\u2019s transport ministry expressed serious objections to the levy, the ministry said.",
            ["Peru\u2019s transport ministry"],
        ),
    ],
)
def test_offices_and_short_names_are_those_who_bear_them(text: str, speakers: list[str]) -> None:
    assert [a.speaker for a in _said(text)] == speakers


def test_quotations_after_a_label_leave_the_next_paragraph_to_others() -> None:
    text = (
        "President Rosa Quiroga met President Mikko Lahtela of Finland in Lima on Tuesday.\n\n"
        "The leaders discussed the port.\n\n"
        "Rosa Quiroga: \u201cWe need this port, and I shall open it.\u201d\n\n"
        "The leaders discussed the railway.\n\n"
        "Rosa Quiroga: \u201cI am glad that we have a railway.\u201d\n"
    )
    assert [a.evidence.of(text)[:9] for a in _said(text)] == ["\u201cWe need ", "\u201cI am gla"]


def test_a_quotation_after_a_name_and_what_it_is_about_is_theirs() -> None:
    text = (
        "Finnish Foreign Minister Mikko Lahtela said the port was open. Peruvian Foreign Minister Rosa Quiroga, on a question "
        "about the levy, \u201cThere is no plan yet. We talk about it every day.\u201d"
    )
    assert [a.speaker for a in _said(text)] == ["Mikko Lahtela", "Rosa Quiroga", "Rosa Quiroga"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        # Intents and wants of a pronoun
        ("Foreign Minister Rosa Quiroga announced that she intends to invite five presidents.", "commit"),
        # A bare form that looks like the present
        ("Foreign Minister Rosa Quiroga suggested Peru and Finland keep in close touch.", "urge"),
        # Those who are described by their readiness promise nothing
        (
            "Foreign Minister Rosa Quiroga noted that Finland is among the states that are committed to the pact.",
            "state",
        ),
        # What is done only if another does what is good is not praised
        ("Foreign Minister Rosa Quiroga said ships come if Turku takes a positive step.", "state"),
        ("Foreign Minister Rosa Quiroga highlighted the excellent state of the port.", "commend"),
        ("Foreign Minister Rosa Quiroga has rubbished reports of a wall.", "oppose"),
    ],
)
def test_what_words_do(text: str, act: str) -> None:
    assert [a.act for a in _said(text)] == [act]
