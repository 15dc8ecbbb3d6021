"""What each side holds on an issue, and where it turns."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from dragoman.errors import QueryError
from dragoman.record.store import Record
from dragoman.views import person
from dragoman.views.issue import view
from dragoman.views.positions import Position
from dragoman.views.query import Query
from tests.record.factories import Draft

AT = datetime(2026, 1, 1, tzinfo=UTC)


def said(
    day: str | None, act: Any, words: str = "the dam", speaker: str = "Ann Lee", country: str = "KOR", **given: Any
) -> Draft:
    text = f"{speaker} spoke of {words} on that day."
    return (
        Draft(text, published=day, **{"outlet": "Paper", **given})
        .side("KOR")
        .person(speaker, country)
        .attribution(text, speaker, act)
        .issue(words, "dams")
    )


def kept(*drafts: Draft) -> Record:
    record = Record.memory()
    for draft in drafts:
        record.add(draft.dispatch, replace(draft.reading, desks=("world",)))
    record.resolve(AT)
    return record


def positions(*drafts: Draft, **asked: str) -> list[Position]:
    with kept(*drafts) as record:
        return list(view(record, Query.of(issue="dams", **asked)).positions)


TURNS = [
    # acts in order, the direction of each turn
    (["commit", "agree"], []),
    (["agree", "urge"], ["cooler"]),
    (["state", "agree", "state"], ["warmer", "cooler"]),
    (["urge", "concern", "urge"], ["harder", "softer"]),
    (["urge", "state"], []),
    (["concern", "oppose", "warn"], []),
    (["commend", "warn", "agree"], ["harder", "softer"]),
]


@pytest.mark.parametrize(("acts", "directions"), TURNS)
def test_a_position_turns_where_its_tone_does(acts: list[str], directions: list[str]) -> None:
    (one,) = positions(*(said(f"2024-0{n}-01", act) for n, act in enumerate(acts, 1)))
    assert (one.holder, [s.act for s in one.stands]) == ("KOR", acts)
    assert [t.direction for t in one.turns] == directions


def test_a_turn_quotes_what_its_tone_rests_on() -> None:
    def day(date: str, *acts: str) -> list[Draft]:
        return [said(date, act, f"the {act} {number}", outlet=f"Paper {number}") for number, act in enumerate(acts)]

    (one,) = positions(*day("2024-01-01", *["urge"] * 5, "agree"), *day("2024-02-01", "state", "urge"))
    (turn,) = one.turns
    assert (turn.direction, turn.before.act, turn.after.act) == ("cooler", "agree", "urge")
    assert [s.act for s in one.stands[0].statements] == ["urge", "urge", "urge", "agree"]


def test_a_turn_quotes_both_days() -> None:
    (one,) = positions(said("2024-01-01", "agree", "the dam"), said("2024-02-01", "oppose", "the wall"))
    (turn,) = one.turns
    assert (turn.before.evidence.text, turn.after.evidence.text) == (
        "Ann Lee spoke of the dam on that day.",
        "Ann Lee spoke of the wall on that day.",
    )


def test_the_strongest_act_of_a_day_stands_first_and_copies_count_once() -> None:
    (one,) = positions(
        said("2024-01-01", "agree"), said("2024-01-01", "agree", title="copy"), said("2024-01-01", "warn", "the wall")
    )
    (stand,) = one.stands
    assert (stand.act, stand.tone, stand.total) == ("warn", "critical", 2)


def test_sides_are_told_apart_and_chosen() -> None:
    both = [said("2024-01-01", "agree"), said("2024-01-02", "oppose", speaker="Luis Soto", country="CHL")]
    assert [p.holder for p in positions(*both)] == ["CHL", "KOR"]
    assert [p.holder for p in positions(*both, side="Chile")] == ["CHL"]


def test_what_was_not_certainly_published_by_a_day_is_left_out() -> None:
    drafts = [said("2024-01-01", "agree"), said("2024-03-05", "oppose", "the wall"), said(None, "warn", "the bank")]
    (one,) = positions(*drafts, until="2024-02")
    assert [s.day for s in one.stands] == ["2024-01-01"]


def test_statements_without_a_day_stand_before_all_others_and_make_no_turn() -> None:
    (one,) = positions(said("2024-01-01", "agree"), said(None, "warn", "the bank"))
    assert ([s.day for s in one.stands], one.turns) == ([None, "2024-01-01"], ())


def test_older_statements_that_were_not_looked_at_are_owned_up_to() -> None:
    with kept(*(said(f"2024-0{n}-01", "agree") for n in range(1, 6))) as record:
        found = view(record, Query(issue="dams", limit=2))
    assert (found.complete, found.statements, found.mentions) == (False, 2, 5)
    assert [s.day for s in found.positions[0].stands] == ["2024-04-01", "2024-05-01"]


def test_an_issue_that_nothing_knows_is_an_error() -> None:
    with Record.memory() as record, pytest.raises(QueryError, match="whaling"):
        view(record, Query(issue="whaling"))


def test_a_person_s_position_is_their_own() -> None:
    with kept(said("2024-01-01", "agree"), said("2024-02-01", "warn", speaker="Min Kim")) as record:
        found = person.view(record, Query(person="Ann Lee"))
    (one,) = found.positions
    assert ([s.act for s in one.stands], found.name, found.country) == (["agree"], "Ann Lee", "KOR")
