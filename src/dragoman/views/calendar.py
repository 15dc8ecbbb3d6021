"""Series of meetings: their sessions, gaps and hosts, and the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.record.knowledge import known
from dragoman.record.store import Record
from dragoman.views import asked
from dragoman.views.contract import Evidence, Source
from dragoman.views.query import Query
from dragoman.views.sessions import Session, spaced, told, with_desk
from dragoman.views.sourced import sources
from dragoman.views.upcoming import Next, upcoming

NAME = "calendar"
HELP = "Series of meetings with their sessions, gaps and hosts, and the next one: scheduled, due by custom, or open."


@dataclass(frozen=True, slots=True)
class Gap:
    """A lapse between two consecutive sessions, in years, with the spans that tell of the two."""

    after: int | None
    before: int | None
    years: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A number between those told of which no dispatch tells. `from_desk`: the desk knows that session."""

    number: int
    from_desk: bool


@dataclass(frozen=True, slots=True)
class Series:
    """`sessions`: by date, told ones and the desk's. `hosts_alternate`: whether of two consecutive sessions with
    known hosts none were in one country; None where there are no such two. `missing`: numbers that dispatches skip. `next`: None
    where nothing says or suggests one."""

    entry: str
    name: str
    names: tuple[str, ...]
    level: str | None
    countries: tuple[str, ...]
    sessions: tuple[Session, ...]
    gaps: tuple[Gap, ...]
    missing: tuple[Missing, ...]
    hosts_alternate: bool | None
    next: Next | None


@dataclass(frozen=True, slots=True)
class Calendar:
    """`series`: those with a next session first, by when it is due, then by name. `as_of`: the day as of which the next
    ones are told."""

    as_of: date
    series: tuple[Series, ...]
    dispatches: tuple[Source, ...]


def view(record: Record, query: Query) -> Calendar:
    """Every series of the record. Heeds `mechanism` (one of that name), `side` (those that the country takes part in,
    as far as the desk says) and `as_of` (today where none is given; only what was published by then counts, and of the
    desk's sessions only those before).

    No date is invented: a next session without a stated time is "open"; one reckoned from the rhythm of earlier ones is
    marked as an estimate, with its basis; a number that no dispatch tells of is named as missing.

    Example: for a series told of in 2018 (fourth), 2019 (fifth) and 2025 (sixth, with the seventh to be held "at an
    appropriate time"), `view(record, Query()).series[0].next.status` is "open", its `.number` 7, and
    `.series[0].gaps[0].years` 5.9.
    """
    as_of = query.as_of or date.today()  # noqa: DTZ011
    with record.reads() as connection:
        pack = known(connection)
        heads = _heads(connection, query)
        found, cited = told(connection, [key for key, _, _ in heads], pack, as_of)
        listed = []
        nexts, more = upcoming(connection, {key: found.get(key, []) for key, _, _ in heads}, cited, pack, as_of)
        side = asked.country(query.side) if query.side else None
        for key, label, detail in heads:
            desk = pack.mechanisms.get(detail.get("desk") or "") if pack else None
            countries = tuple(desk.countries) if desk else ()
            if side and side not in countries:
                continue
            one = _series(key, label, tuple(detail.get("names", ())), found.get(key, []), nexts.get(key), pack, as_of)
            if one.sessions or one.next:
                listed.append(one)
        used = {e.dispatch for one in listed for s in one.sessions for e in s.evidence}
        used |= {e.dispatch for one in listed if one.next for e in one.next.evidence}
        every = {**cited, **more}
        every.update(sources(connection, [key for key in used if key not in every]))
    listed.sort(key=lambda one: (one.next is None, (one.next.due if one.next else None) or "9999", one.name, one.entry))
    return Calendar(as_of, tuple(listed), tuple(every[key] for key in sorted(used)))


def _heads(connection: Connection, query: Query) -> list[tuple[str, str, dict[str, Any]]]:
    entry = schema.entry.c
    asks = select(entry.id, entry.label, entry.detail).where(entry.kind == "mechanism").order_by(entry.id)
    if query.mechanism:
        asks = asks.where(entry.id.in_(asked.mechanisms(connection, query.mechanism)))
    return [(row[0], row[1], row[2]) for row in connection.execute(asks)]


def _series(
    key: str,
    label: str,
    names: tuple[str, ...],
    sessions: Sequence[Session],
    following: Next | None,
    pack: Desk | None,
    as_of: date,
) -> Series:
    desk = pack.mechanisms.get(key.removeprefix("mechanism-")) if pack else None
    cycle = desk.cycle_years if desk else None
    held = [s for s in sessions if s.status == "held"]
    every = [s for s in with_desk(sessions, desk) if s.told or (s.date or "") <= as_of.isoformat()]
    every = spaced(every, cycle)
    numbers = sorted({number for s in held for number in _numbers(s)})
    between = set(range(numbers[0], numbers[-1])) - set(numbers) if numbers else set()
    by_desk = {s.number for s in every if s.from_desk}
    turns = [a.host != b.host for a, b in _pairs(every) if a.host and b.host and (b.number or 0) == (a.number or 0) + 1]
    return Series(
        entry=key,
        name=desk.name if desk else label,
        names=names,
        level=desk.level if desk else None,
        countries=tuple(desk.countries) if desk else (),
        sessions=tuple(every),
        gaps=tuple(_gap(a, b) for a, b in _pairs(every) if b.resumed),
        missing=tuple(Missing(number, number in by_desk) for number in sorted(between)),
        hosts_alternate=all(turns) if turns else None,
        next=following,
    )


def _numbers(session: Session) -> set[int]:
    """Every number that a dispatch gives it."""
    differing = {int(v.value) for c in session.conflicts if c.field == "ordinal" for v in c.values}
    return differing or ({session.number} if session.number is not None else set())


def _pairs(sessions: Sequence[Session]) -> list[tuple[Session, Session]]:
    held = [s for s in sessions if s.status == "held"]
    return list(pairwise(held))


def _gap(a: Session, b: Session) -> Gap:
    return Gap(a.number, b.number, b.after_years or 0.0, (*a.evidence[:1], *b.evidence[:1]))
