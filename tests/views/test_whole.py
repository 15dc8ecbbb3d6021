"""The views over the samples as the product itself reads and resolves them: floors for what comes out at the far end.

They may be raised and not lowered. The same views on hand-annotated entries are held to more in the tests beside.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from dragoman.record.store import Record
from dragoman.views import calendar, compare, ledger, show, timeline
from dragoman.views.contract import evidence_in
from dragoman.views.query import Query
from tests.aligned.test_annotation import annotation
from tests.views import scoring
from tests.views.annotated import dispatch_of, span_of

POINTS_F1 = 0.88
LEDGER = 0.90
DAY = "2025-12-31"


def told_by(shown: timeline.Timeline, given: dict[str, Any]) -> str | None:
    """The entry that most of an annotated encounter's accounts belong to."""
    found: Counter[str] = Counter()
    for account in given["accounts"]:
        dispatch = dispatch_of(account)
        span = span_of(dispatch.text, account["evidence"])
        for one in shown.encounters:
            for telling in one.tellings:
                at = telling.evidence
                if at.dispatch == dispatch.id and at.start < span.end and span.start < at.end and telling.principal:
                    found[one.entry] += 1
    return found.most_common(1)[0][0] if found else None


def test_points_of_comparison(whole: Record) -> None:
    shown = timeline.view(whole, Query(limit=10_000))
    encounters = {given["id"]: given for given in annotation("encounters")}
    score = scoring.Score()
    for given in annotation("comparisons"):
        entry = told_by(shown, encounters[given["encounter"]])
        if entry is None:
            score.listed += len(given["points"])
        else:
            scoring.add(score, given, compare.view(whole, Query(entry=entry)))
    assert score.f1 >= POINTS_F1, (score.f1, score.missed, score.wrong)
    assert score.contested_given == score.contested_right


def test_status_of_undertakings(whole: Record) -> None:
    found = ledger.view(whole, Query.of(as_of=DAY, limit=10_000)).undertakings
    given = annotation("ledger")
    right, wrong = 0, []
    for one in given:
        dispatch = dispatch_of(one)
        span = span_of(dispatch.text, one["evidence"])
        status = next(
            (
                u.status
                for u in found
                for e in u.evidence
                if e.dispatch == dispatch.id and e.start < span.end and span.start < e.end
            ),
            None,
        )
        right += status == one["status"]
        if status != one["status"]:
            wrong.append((one["id"], one["status"], status))
    assert right / len(given) >= LEDGER, wrong


def test_nothing_is_kept_without_a_later_span(whole: Record) -> None:
    shown = ledger.view(whole, Query.of(as_of=DAY, limit=10_000))
    days = {source.dispatch: source.last_day or "" for source in shown.dispatches}
    for one in shown.undertakings:
        if one.status == "kept":
            assert one.shown_by, one.entry
            assert all(days[e.dispatch] > (one.since or "9999") for e in one.shown_by), one.entry


def test_numbers_and_hosts_of_sessions_told(whole: Record) -> None:
    """Every session of the annotation, with its number, date and host, and none besides."""
    series = {one.entry: one for one in calendar.view(whole, Query.of(as_of=DAY)).series}
    for given in annotation("sessions"):
        listed = series[f"mechanism-{given['mechanism']}"].sessions
        told = {(s.number, s.date, s.host) for s in listed if s.told and s.status == "held"}
        assert told == {(s["number"], s["date"], s["host"]) for s in given["sessions"]}, given["mechanism"]
        hosts = {s["number"]: s["host"] for s in given["sessions"]}
        for session in series[f"mechanism-{given['mechanism']}"].sessions:
            if session.told and session.status == "held" and session.number is not None:
                assert session.number in hosts, (given["mechanism"], session)
                assert session.host in (None, hosts[session.number]), (given["mechanism"], session)


def test_all_evidence_of_all_views_is_in_the_texts(whole: Record) -> None:
    shown = timeline.view(whole, Query(limit=10_000))
    contracts: list[Any] = [
        shown,
        ledger.view(whole, Query.of(as_of=DAY, limit=10_000)),
        calendar.view(whole, Query.of(as_of=DAY)),
        *(compare.view(whole, Query(entry=one.entry)) for one in shown.encounters if len(one.tellings) > 2),
        *(show.view(whole, Query(entry=one.entry)) for one in shown.encounters[-5:]),
    ]
    for item in evidence_in(contracts):
        assert whole.dispatch(item.dispatch).text[item.start : item.end] == item.text
