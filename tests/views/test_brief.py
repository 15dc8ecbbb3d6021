"""What one should know before an occasion."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from dragoman.errors import QueryError
from dragoman.record.store import Record
from dragoman.views.brief import Brief, view
from dragoman.views.contract import evidence_in
from dragoman.views.query import Query
from tests.record.factories import Draft

AT = datetime(2026, 1, 1, tzinfo=UTC)


def account(day: str, side: str, act: Any, *, promise: str = "", due: str | None = None, **given: Any) -> Draft:
    """One side's account of a meeting of a French and a Brazilian minister, with a word on timber."""
    opening = f"On {day}, Paul Roux met Ana Silva in Lyon."
    said = f"Ana Silva spoke of timber on {day} in a shared forest."
    text = f"{opening} Minister Ana Silva listened. {said} {promise}".strip()
    draft = (
        Draft(text, published=day, outlet=f"Office of {side}", **given)
        .side(side)
        .person("Paul Roux", "FRA")
        .person("Ana Silva", "BRA", "Minister")
        .encounter(
            opening, "meeting", day, "Paul Roux", "Ana Silva", place="Lyon", countries=("BRA", "FRA"), principal=True
        )
        .attribution(said, "Ana Silva", act)
        .issue("timber", "timber")
        .formula("a shared forest", "shared-forest")
    )
    return draft.commitment(promise, "agreed", ("BRA", "FRA"), due=due) if promise else draft


@pytest.fixture
def record() -> Iterator[Record]:
    with Record.memory() as made:
        for draft in (
            account("2021-01-05", "BRA", "agree"),
            account("2024-02-05", "BRA", "agree", promise="Both will plant trees by May 2024.", due="2024-05"),
            account("2024-02-05", "FRA", "agree"),
            account("2024-08-05", "BRA", "oppose", promise="Both will count the trees.", due=None),
        ):
            made.add(draft.dispatch, replace(draft.reading, desks=("world", "en")))
        made.resolve(AT)
        yield made


def brief(record: Record, **asked: str) -> Brief:
    return view(record, Query.of(**{"as_of": "2024-09-01", **asked}))


def test_the_last_encounters_newest_first(record: Record) -> None:
    found = brief(record, person="Ana Silva", since="2021")
    assert [e.date for e in found.encounters] == ["2024-08-05", "2024-02-05", "2021-01-05"]
    assert str(found.encounters[1].sources) == "1 independent source of 2 dispatches"


def test_without_a_time_the_year_before(record: Record) -> None:
    found = brief(record)
    assert (found.since, found.until) == ("2023-09-02", "2024-09-01")
    assert [e.date for e in found.encounters] == ["2024-08-05", "2024-02-05"]


def test_what_was_not_yet_published_does_not_count(record: Record) -> None:
    found = brief(record, as_of="2024-03-01")
    assert [e.date for e in found.encounters] == ["2024-02-05"]
    assert {s.position.last.act for s in found.issues} == {"agree"}


def test_what_a_side_said_last_and_how_it_changed(record: Record) -> None:
    (one,) = [s for s in brief(record).issues if s.position.holder == "BRA"]
    assert (one.position.issue, one.position.last.day, one.position.last.act, one.change) == (
        "timber", "2024-08-05", "oppose", "harder",
    )  # fmt: skip


def test_open_and_overdue_commitments(record: Record) -> None:
    found = brief(record)
    assert [(c.status, c.due, c.evidence[0].text) for c in found.commitments] == [
        ("overdue", "2024-05", "Both will plant trees by May 2024."),
        ("open", None, "Both will count the trees."),
    ]


def test_phrases_to_expect(record: Record) -> None:
    (one,) = brief(record).formulas
    assert (one.formula, one.side, one.carried, one.of, one.last.day) == ("shared-forest", "BRA", 2, 2, "2024-08-05")


def test_who_is_met(record: Record) -> None:
    (one,) = brief(record, person="Ana Silva").people
    assert (one.name, one.country, one.offices[0].titles, one.offices[0].total) == (
        "Ana Silva",
        "BRA",
        ("Minister",),
        4,
    )


def test_issues_choose(record: Record) -> None:
    assert {s.position.issue for s in brief(record, issue="timber").issues} == {"timber"}
    with pytest.raises(QueryError, match="whaling"):
        brief(record, issue="timber,whaling")


def test_nobody_is_an_error(record: Record) -> None:
    with pytest.raises(QueryError, match="Nobody"):
        brief(record, person="Nobody Atall")


def test_an_empty_record_gives_an_empty_brief() -> None:
    with Record.memory() as empty:
        found = view(empty, Query())
    assert evidence_in(found) == []


def test_a_named_counterpart_from_the_samples(annotated_record: Record) -> None:
    found = view(annotated_record, Query.of(person="Takeshi Iwaya", as_of="2025-07-31"))
    assert [e.date for e in found.encounters][:2] == ["2025-07-10", "2025-03-22"]
    assert found.sides == ("CHN", "JPN")
    assert "seafood-imports" in {s.position.issue for s in found.issues}
    assert {c.status for c in found.commitments} <= {"open", "overdue"}
    listed = {s.dispatch for s in found.dispatches}
    for item in evidence_in(found):
        assert item.dispatch in listed
        assert annotated_record.dispatch(item.dispatch).text[item.start : item.end] == item.text
