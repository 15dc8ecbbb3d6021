"""A calendar of sessions as an iCalendar file, for any calendar program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from icalendar import Calendar as Ics
from icalendar import Event

from dragoman.views.calendar import Calendar, Series
from dragoman.views.sessions import Session
from dragoman.views.upcoming import Next
from dragoman.when import When

NAME = "ics"
SUFFIX = ".ics"
MOST = 92
"""Days that a stated time may span and still be an event; a longer one says too little to stand in a calendar."""


def write(contract: Calendar, path: Path | str) -> None:
    """Writes the sessions, and the next ones for which a time is stated or estimated, as all-day events. OSError where
    the file cannot be written."""
    Path(path).write_bytes(ics(contract))


def ics(contract: Calendar) -> bytes:
    """The same as bytes. Each event has an id of its own that stays from one export to the next, and quotes in its
    description the words it rests on; what has no time is left out, and an estimate is tentative and says so."""
    made = Ics()
    made.add("prodid", "-//Dragoman//calendar//EN")
    made.add("version", "2.0")
    stamp = datetime.combine(contract.as_of, time(), UTC)
    for series in contract.series:
        for event in _events(series, stamp):
            made.add_component(event)
    return bytes(made.to_ical())


def _events(series: Series, stamp: datetime) -> Iterator[Event]:
    for number, session in enumerate(series.sessions):
        if session.date and session.status == "held" and (when := _short(session.date)):
            event = _event(series, session.number, when, stamp, f"{session.entry or number}")
            event.add("status", "CONFIRMED")
            if session.place:
                event.add("location", session.place)
            event.add("description", _told(session))
            yield event
    following = series.next
    if following and following.due and (when := _short(following.due)):
        event = _event(series, following.number, when, stamp, "next")
        event.add("status", "TENTATIVE")
        event.add("description", _promised(following))
        yield event


def _event(series: Series, number: int | None, when: When, stamp: datetime, tail: str) -> Event:
    event = Event()
    event.add("uid", f"{series.entry}-{number if number is not None else tail}@dragoman")
    event.add("dtstamp", stamp)
    event.add("dtstart", when.first)
    event.add("dtend", _after(when.last))
    event.add("summary", f"{series.name}, session {number}" if number is not None else series.name)
    return event


def _short(text: str) -> When | None:
    when = When.parse(text)
    return when if (when.last - when.first).days <= MOST else None


def _after(day: date) -> date:
    return day + timedelta(days=1)


def _told(session: Session) -> str:
    if not session.told:
        return "Known to the desk; no dispatch in the record tells of it."
    lines = [f"“{' '.join(e.text.split())}” [{e.reference}]" for e in session.evidence]
    return "\n".join([str(session.sources), *lines])


def _promised(following: Next) -> str:
    if following.estimate:
        return f"An estimate, not announced: {following.basis}."
    lines = [f"“{' '.join(e.text.split())}” [{e.reference}]" for e in following.evidence]
    return "\n".join([f"{following.status.capitalize()}, time as stated: {following.due}", *lines])
