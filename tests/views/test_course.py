"""The relationship over time, each number with sentences behind it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from dragoman.record.store import Record
from dragoman.views import search
from dragoman.views.contract import evidence_in
from dragoman.views.course import Course, view
from dragoman.views.query import Query
from tests.record.factories import Draft

AT = datetime(2026, 1, 1, tzinfo=UTC)


def met(day: str, *acts: Any, who: str = "Paul Roux", issue: str = "timber") -> Draft:
    """A meeting on a day, with sentences of the visitor."""
    opening = f"On {day}, {who} met Ana Silva."
    sentences = [f"{who} spoke {n} times of {issue} that day." for n in range(len(acts))]
    draft = (
        Draft(" ".join([opening, *sentences]), published=day, outlet="Paper")
        .side("FRA")
        .person(who, "FRA")
        .person("Ana Silva", "BRA")
        .encounter(opening, "meeting", day, who, "Ana Silva", countries=("FRA", "BRA"), principal=True)
    )
    for sentence, act in zip(sentences, acts, strict=True):
        draft.attribution(sentence, who, act)
    return draft.issue(issue, issue) if acts else draft


def course(*drafts: Draft, **asked: str) -> Course:
    with Record.memory() as record:
        for draft in drafts:
            record.add(draft.dispatch, replace(draft.reading, desks=("world",)))
        record.resolve(AT)
        return view(record, Query.of(**asked))


def test_meetings_and_acts_by_month() -> None:
    found = course(met("2024-01-05", "agree", "commit", "warn"), met("2024-03-05", "urge"))
    assert found.unit == "month"
    first, second = found.periods
    assert [(m.level, m.total) for m in first.meetings] == [(None, 1)]
    assert first.meetings[0].evidence[0].text == "On 2024-01-05, Paul Roux met Ana Silva."
    (balance,) = first.sides
    assert (balance.side, balance.cooperative, balance.critical, balance.balance) == ("FRA", 2, 1, 0.3333)
    assert {c.act: c.total for c in balance.acts} == {"agree": 1, "commit": 1, "warn": 1}
    assert (second.sides[0].cooperative, second.sides[0].critical, second.sides[0].balance) == (0, 0, None)


def test_long_times_are_told_by_year() -> None:
    found = course(met("2015-01-05", "agree"), met("2024-03-05", "urge"))
    assert (found.unit, [p.period for p in found.periods]) == ("year", ["2015", "2024"])


def test_a_turn_of_tone_shows_what_weighs() -> None:
    found = course(met("2024-01-05", *["agree"] * 4), met("2024-02-05", *["oppose"] * 4))
    (turn,) = found.turning_points
    assert (turn.period, turn.kind, turn.before, turn.after) == ("2024-02", "tone", "+1.00", "-1.00")
    assert turn.evidence[0].text.startswith("Paul Roux spoke")


def test_few_acts_make_no_turn() -> None:
    assert course(met("2024-01-05", "agree"), met("2024-02-05", "oppose")).turning_points == ()


def test_issues_that_rose_and_fell() -> None:
    found = course(
        met("2024-01-05", "agree", issue="timber"), met("2024-02-05", "agree", issue="timber"),
        met("2024-03-05", "agree", issue="soy"), met("2024-04-05", "agree", issue="soy"),
    )  # fmt: skip
    assert [(m.issue, m.before, m.after) for m in found.risen] == [("soy", 0.0, 1.0)]
    assert [(m.issue, m.before, m.after) for m in found.fallen] == [("timber", 1.0, 0.0)]
    assert found.risen[0].evidence[0].text == "soy"


def test_a_time_chooses() -> None:
    found = course(met("2024-01-05", "agree"), met("2024-03-05", "urge"), since="2024-02")
    assert [p.period for p in found.periods] == ["2024-03"]


def test_an_empty_record_has_no_course() -> None:
    assert course().periods == ()


def test_the_samples_counts_are_found_again_by_search(annotated_record: Record) -> None:
    found = view(annotated_record, Query.of(since="2024", until="2025"))
    counted = [act for period in found.periods for side in period.sides for act in side.acts]
    for act in counted:
        hits = search.view(annotated_record, Query(words=act.search, limit=200)).hits
        said = {s.finding: s.evidence for hit in hits for s in hit.statements if s.act == act.act}
        assert act.evidence in said.values(), act.search
    assert len(counted) > 20


def test_leaders_who_meet_again_after_years() -> None:
    def leaders(day: str, name: str, entry: str) -> Draft:
        text = f"{name} met Xi Jinping on {day}."
        return (
            Draft(text, published=day, outlet="Paper")
            .person(name, "JPN", entry=entry)
            .person("Xi Jinping", "CHN", entry="xi-jinping")
            .encounter(text, "meeting", day, name, "Xi Jinping", countries=("CHN", "JPN"), principal=True)
        )

    with Record.memory() as record:
        for draft in (
            leaders("2019-06-27", "Shinzo Abe", "shinzo-abe"),
            leaders("2019-12-23", "Shinzo Abe", "shinzo-abe"),
            leaders("2022-11-17", "Fumio Kishida", "fumio-kishida"),
        ):
            record.add(draft.dispatch, replace(draft.reading, desks=("world", "en", "china-japan")))
        record.resolve(AT)
        found = view(record, Query())
    assert [(m.level, m.total) for p in found.periods for m in p.meetings] == [("leaders", 2), ("leaders", 1)]
    (turn,) = found.turning_points
    assert (turn.kind, turn.before, turn.after) == ("return", "2019-12-23", "2022-11-17")
    assert [e.text for e in turn.evidence] == [
        "Shinzo Abe met Xi Jinping on 2019-12-23.", "Fumio Kishida met Xi Jinping on 2022-11-17.",
    ]  # fmt: skip


def test_every_span_is_in_its_text_and_every_dispatch_listed(annotated_record: Record) -> None:
    found = view(annotated_record, Query())
    listed = {s.dispatch for s in found.dispatches}
    for item in evidence_in(found):
        assert item.dispatch in listed
        assert annotated_record.dispatch(item.dispatch).text[item.start : item.end] == item.text


def visited(day: str, kind: str) -> Draft:
    opening = f"President Paul Roux went to Brazil about {day}, and President Ana Silva was there."
    return (
        Draft(opening, published=day, outlet="Paper")
        .side("FRA")
        .person("Paul Roux", "FRA", "President")
        .person("Ana Silva", "BRA")
        .encounter(
            opening, kind, day[:7] if kind == "visit" else day, "Paul Roux", countries=("FRA", "BRA"), principal=True
        )
    )


def test_what_goes_with_a_meeting_is_no_second_one() -> None:
    found = course(met("2024-01-05"), visited("2024-01-05", "visit"), visited("2024-01-05", "address"))
    assert [m.total for m in found.periods[0].meetings] == [1]
