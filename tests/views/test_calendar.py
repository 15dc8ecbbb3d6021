"""Series of meetings: sessions, gaps, hosts, missing numbers and the next one, on the samples as annotated by hand."""

import io
from functools import cache
from typing import Any

import pytest
from icalendar import Calendar as Ics
from rich.console import Console

from dragoman.cli.text import calendar as text
from dragoman.exports.ics import ics
from dragoman.record.store import Record
from dragoman.views.calendar import Calendar, Series, view
from dragoman.views.contract import evidence_in
from dragoman.views.query import Query
from tests.aligned.test_annotation import annotation

GIVEN = {entry["mechanism"]: entry for entry in annotation("sessions")}


@cache
def calendar(record: Record, day: str = "2025-12-31") -> Calendar:
    return view(record, Query.of(as_of=day))


def series(record: Record, name: str, day: str = "2025-12-31") -> Series:
    return next(one for one in calendar(record, day).series if one.entry == f"mechanism-{name}")


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_numbers_dates_hosts_and_chairs_are_all_right(annotated_record: Record, name: str) -> None:
    told = [s for s in series(annotated_record, name).sessions if s.told]
    found = [(s.number, s.date, s.host, {c.country: c.name for c in s.chairs}) for s in told]
    assert found == [(s["number"], s["date"], s["host"], s["chairs"]) for s in GIVEN[name]["sessions"]]


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_missing_numbers_and_lapses_are_said(annotated_record: Record, name: str) -> None:
    found, given = series(annotated_record, name), GIVEN[name]
    assert [m.number for m in found.missing] == given["missing"]
    told = {s.number for s in found.sessions if s.told}
    gaps = [(g.after, g.before, g.years) for g in found.gaps if {g.after, g.before} <= told]
    assert gaps == [(g["after"], g["before"], g["years"]) for g in given.get("gaps", [])]


@pytest.mark.parametrize("name", sorted(GIVEN))
def test_the_next_one_is_as_promised_and_no_date_is_invented(annotated_record: Record, name: str) -> None:
    found, given = series(annotated_record, name).next, GIVEN[name]["next"]
    if given is None:
        assert found is None
        return
    assert found is not None
    due: Any = None if given["due"] == "open" else given["due"]
    assert (found.number, found.host, found.due) == (given["number"], given["host"], due)
    assert found.evidence


def test_a_stated_time_that_has_passed_is_overdue(annotated_record: Record) -> None:
    by_day = {
        day: series(annotated_record, "ruling-party-exchange-mechanism", day).next
        for day in ("2025-06-30", "2025-12-31")
    }
    assert [n.status for n in by_day.values() if n] == ["scheduled", "overdue"]


def test_what_only_the_desk_knows_is_marked_and_has_no_evidence(annotated_record: Record) -> None:
    second = next(s for s in series(annotated_record, "high-level-economic-dialogue").sessions if s.number == 2)
    assert (second.told, second.from_desk, second.evidence) == (False, True, ())
    assert series(annotated_record, "high-level-economic-dialogue").missing[0].from_desk


def test_hosts_in_turn(annotated_record: Record) -> None:
    assert series(annotated_record, "high-level-economic-dialogue").hosts_alternate is True


def test_a_day_counts_only_what_was_published_by_then(annotated_record: Record) -> None:
    early = series(annotated_record, "high-level-economic-dialogue", "2019-12-31")
    assert [s.number for s in early.sessions if s.told] == [1, 3, 4, 5]
    assert all(s.date is None or s.date <= "2019-12-31" for s in early.sessions)


def test_all_evidence_is_in_the_texts(annotated_record: Record) -> None:
    found = calendar(annotated_record)
    listed = {source.dispatch for source in found.dispatches}
    for item in evidence_in(found):
        assert annotated_record.dispatch(item.dispatch).text[item.start : item.end] == item.text
        assert item.dispatch in listed


def test_a_calendar_program_reads_the_sessions(annotated_record: Record) -> None:
    events = list(Ics.from_ical(ics(calendar(annotated_record))).walk("VEVENT"))
    by_id = {str(e["uid"]): e for e in events}
    assert len(by_id) == len(events)
    sixth = by_id["mechanism-high-level-economic-dialogue-6@dragoman"]
    assert str(sixth["dtstart"].dt) == "2025-03-22"
    assert str(sixth["dtend"].dt) == "2025-03-23"
    assert str(sixth["location"]) == "Tokyo"
    assert "[" in str(sixth["description"])
    # The seventh has no time: nothing is put into anyone's calendar.
    assert "mechanism-high-level-economic-dialogue-7@dragoman" not in by_id
    tenth = by_id["mechanism-ruling-party-exchange-mechanism-10@dragoman"]
    assert str(tenth["status"]) == "TENTATIVE"


def test_text_says_lapse_missing_and_next(annotated_record: Record) -> None:
    out = io.StringIO()
    text.render(calendar(annotated_record), Console(file=out, width=400))
    printed = out.getvalue()
    assert "resumed after 5.9 years" in printed
    assert "no dispatch tells of session 2 (the desk knows it)" in printed
    assert "next: open, session 7, no time stated, host CHN" in printed
