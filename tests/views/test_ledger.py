"""Undertakings and what became of them: on the samples as annotated by hand, and by hand-made readings."""

import io
from functools import cache

import pytest
from rich.console import Console

from dragoman.cli.text import ledger as text
from dragoman.errors import QueryError
from dragoman.record.store import Record
from dragoman.views.contract import evidence_in
from dragoman.views.ledger import Ledger, Undertaking, view
from dragoman.views.query import Query
from tests.aligned.test_annotation import annotation
from tests.views.annotated import named

ACCURACY = 0.90
"""The floor for status on the annotated samples; it may be raised and not lowered."""


@cache
def as_of(record: Record, day: str) -> Ledger:
    return view(record, Query.of(as_of=day))


def one(record: Record, name: str, day: str = "2025-12-31") -> Undertaking:
    return next(u for u in as_of(record, day).undertakings if u.entry == f"commitment-{name}")


def test_status_agrees_with_hand_annotation(annotated_record: Record) -> None:
    asked = [
        (given["id"], str(day), status)
        for given in annotation("ledger")
        for day, status in [
            ("2025-12-31", given["status"]),
            *((a["date"], a["status"]) for a in given.get("as_of", [])),
        ]
    ]
    wrong = [
        (n, d, s, one(annotated_record, n, d).status) for n, d, s in asked if one(annotated_record, n, d).status != s
    ]
    assert 1 - len(wrong) / len(asked) >= ACCURACY, wrong


def test_nothing_is_kept_without_a_later_span(annotated_record: Record) -> None:
    for undertaking in as_of(annotated_record, "2025-12-31").undertakings:
        if undertaking.status == "kept":
            days = [annotated_day(annotated_record, e.dispatch) for e in undertaking.shown_by]
            assert days, undertaking.entry
            assert undertaking.since is not None
            assert all(day > undertaking.since for day in days), undertaking.entry


def annotated_day(record: Record, dispatch: str) -> str:
    source = next(s for s in as_of(record, "2025-12-31").dispatches if s.dispatch == dispatch)
    return source.last_day or ""


@pytest.mark.parametrize(
    ("name", "status", "file"),
    [
        ("communication-mechanism-start", "kept", "2018-06-08-japan-communication-mechanism.txt"),
        ("business-travel", "kept", "2020-12-01-japan-business-track.txt"),
        ("defence-hotline", "kept", "2023-04-04-japan-hotline.txt"),
        ("maritime-round-14", "kept", "2022-11-22-china-maritime-consultation.txt"),
        ("abe-visit-2018", "kept", "2019-11-26-china-wang-abe.html"),
        ("gradual-seafood-imports", "kept", "2025-06-29-china-seafood.txt"),
        ("water-consultation", "kept", "2024-09-20-china-water-agreement.txt"),
        ("xi-state-visit-spring-2020", "superseded", "2020-03-05-japan-xi-visit-postponed.txt"),
        ("gas-second-round", "lapsed", "2010-09-11-china-gas-talks-postponed.txt"),
        ("forum-21", "lapsed", "2025-11-19-japan-agency-feed.xml"),
    ],
)
def test_what_became_of_it_stands_in_a_dispatch(annotated_record: Record, name: str, status: str, file: str) -> None:
    found = one(annotated_record, name)
    assert found.status == status
    assert file in {named(e.dispatch) for e in found.shown_by}


def test_a_promise_kept_after_its_date_is_late(annotated_record: Record) -> None:
    assert one(annotated_record, "maritime-round-14").late
    assert not one(annotated_record, "business-travel").late


def test_what_replaces_an_undertaking_is_named(annotated_record: Record) -> None:
    found = one(annotated_record, "xi-state-visit-spring-2020")
    assert found.outcome is not None
    assert found.outcome.entry == "commitment-xi-state-visit-suitable-time"


def test_a_day_counts_only_what_was_published_by_then(annotated_record: Record) -> None:
    early = as_of(annotated_record, "2018-05-31")
    assert "commitment-defence-hotline" not in {u.entry for u in early.undertakings}
    assert max(s.last_day or "" for s in early.dispatches) <= "2018-05-31"


def test_a_status_is_sought_among_all(annotated_record: Record) -> None:
    found = view(annotated_record, Query.of(as_of="2025-12-31", status="overdue"))
    assert {u.status for u in found.undertakings} == {"overdue"}
    assert found.total == len(found.undertakings)
    with pytest.raises(QueryError, match="--status: there is no status 'forgotten'"):
        view(annotated_record, Query.of(status="forgotten"))


def test_one_undertaking_alone(annotated_record: Record) -> None:
    every = as_of(annotated_record, "2025-12-31").undertakings
    wanted = next(each for each in every if each.status == "lapsed")
    found = view(annotated_record, Query.of(entry=wanted.entry, as_of="2025-12-31"))
    assert (found.undertakings, found.total) == ((wanted,), 1)


def test_all_evidence_is_in_the_texts(annotated_record: Record) -> None:
    found = as_of(annotated_record, "2025-12-31")
    listed = {source.dispatch for source in found.dispatches}
    for item in evidence_in(found):
        assert annotated_record.dispatch(item.dispatch).text[item.start : item.end] == item.text
        assert item.dispatch in listed


def test_text_shows_the_words_that_kept_it(annotated_record: Record) -> None:
    out = io.StringIO()
    text.render(as_of(annotated_record, "2023-12-31"), Console(file=out, width=500))
    printed = out.getvalue()
    assert "kept late · agreed by CHN, JPN" in printed
    shown = one(annotated_record, "defence-hotline", "2023-12-31").shown_by[0]
    assert f"[{shown.reference}]" in printed
