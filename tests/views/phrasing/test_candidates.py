"""Wordings that a side's dispatches repeat are proposed as set phrases, with their sources, measures and places."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from rich.console import Console

from dragoman.cli.text import formulas as text
from dragoman.record.store import Record
from dragoman.views.contract import Sources, evidence_in
from dragoman.views.formulas import view
from dragoman.views.phrasing.candidates import Candidate
from dragoman.views.query import Query
from tests.record.factories import Draft
from tests.views.test_formulas import kept

OPENINGS = (
    "Harvests of barley were poor this year in most of the northern districts, farmers reported.",
    "Customs officers counted eleven new vessels in the harbour during a single week of fog.",
    "A choir of retired sailors sang for the guests until rain drove everyone indoors.",
    "Engineers inspected the old bridge and found three pillars that need new stone.",
    "Students from four schools planted willows along the canal before noon.",
)


def told(number: int, sentence: str, side: str = "FRA") -> Draft:
    """A dispatch of its own words around one sentence."""
    day = f"2021-{number + 1:02}-15"
    return Draft(f"{OPENINGS[number]} {sentence}", published=day, outlet=f"Office of {side} {number}").side(side)


PROMISED = (
    "Paul Roux spoke of an orchard without walls between the two peoples.",
    "He wished for an orchard without walls between the two peoples, he added.",
    "It is time, he wrote, for an orchard without walls between the two peoples.",
)


@pytest.fixture
def orchard() -> Iterator[Record]:
    with kept(
        *(told(n, sentence) for n, sentence in enumerate(PROMISED)),
        told(3, "Brazil heard again of an orchard without walls between the two peoples.", "BRA"),
    ) as record:
        yield record


def found(record: Record, **asked: str) -> tuple[Candidate, ...]:
    return view(record, Query.of(candidates=True, **asked)).candidates or ()


def test_a_wording_that_three_sources_of_a_side_carry_is_proposed(orchard: Record) -> None:
    (one,) = found(orchard)
    assert (one.words, one.side) == ("orchard without walls between the two peoples", "FRA")
    assert (one.sources, one.elsewhere) == (Sources(3, 3), 1)
    assert (one.first_day, one.last_day) == ("2021-01-15", "2021-03-15")


def test_its_measures_are_those_named(orchard: Record) -> None:
    """log2(7 words) × 3 sources; its words stand together each time that they stand at all, but for "the"."""
    (one,) = found(orchard)
    assert one.c_value == 8.42
    assert 0.8 < one.association <= 1


def test_its_evidence_is_the_first_use_and_the_newest(orchard: Record) -> None:
    shown = view(orchard, Query(candidates=True))
    items = evidence_in(shown)
    assert [item.text for item in items] == ["orchard without walls between the two peoples"] * 3
    listed = {source.dispatch: source for source in shown.dispatches}
    assert [listed[item.dispatch].day for item in items] == ["2021-01-15", "2021-02-15", "2021-03-15"]
    for item in items:
        assert orchard.dispatch(item.dispatch).text[item.start : item.end] == item.text


def test_copies_of_one_story_are_one_source() -> None:
    copies = [
        Draft(f"{OPENINGS[0]} {PROMISED[0]}", published=f"2021-0{n + 1}-15", outlet=f"Paper {n}").side("FRA")
        for n in range(3)
    ]
    with kept(*copies) as record:
        assert found(record) == ()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("formula", "a desk lists it"),
        ("mechanism", "it is a series' name"),
        ("instrument", "it is an instrument's name"),
    ],
)
def test_what_has_a_name_already_is_not_proposed(name: str, why: str) -> None:
    words = "orchard without walls between the two peoples"
    drafts = [told(n, sentence) for n, sentence in enumerate(PROMISED)]
    for draft in drafts:
        given = (words, "orchard") if name != "instrument" else (words,)
        getattr(draft, name)(*given)
    with kept(*drafts) as record:
        assert found(record) == (), why


def test_days_and_sides_limit_what_is_looked_at(orchard: Record) -> None:
    assert found(orchard, side="Brazil") == ()
    assert found(orchard, until="2021-02") == ()
    assert len(found(orchard, side="France", since="2021")) == 1


def test_text_gives_sources_measures_and_places(orchard: Record) -> None:
    out = io.StringIO()
    text.render(view(orchard, Query(candidates=True)), Console(file=out, width=500))
    printed = out.getvalue()
    assert "Repeated by outlets of FRA, in no desk" in printed
    assert "3 sources, 1 elsewhere; 2021-01-15 to 2021-03-15; C-value 8.42, association" in printed
    assert printed.count("“orchard without walls between the two peoples” [") == 3


def test_a_record_without_repetition_says_so() -> None:
    with kept(told(0, PROMISED[0])) as record:
        out = io.StringIO()
        text.render(view(record, Query(candidates=True)), Console(file=out, width=500))
    assert "no wording" in out.getvalue()
