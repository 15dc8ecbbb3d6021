"""Who met whom, in order of date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select

from dragoman.record import schema
from dragoman.record.store import Record
from dragoman.views import asked
from dragoman.views.contract import Source
from dragoman.views.encounters import EncounterEntry, encounters
from dragoman.views.query import Query

NAME = "timeline"
HELP = "Who met whom, in order of date, with level, place, status and sources."
PAGE = 100
"""Encounters given where the query sets no limit."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """`encounters`: by date, those without a date last. `total`: how many there are with and without those that `limit`
    left out, which are the oldest. `dispatches`: all that the evidence stands in, by id."""

    encounters: tuple[EncounterEntry, ...]
    total: int
    dispatches: tuple[Source, ...]


def view(record: Record, query: Query) -> Timeline:
    """Encounters in order of date. Heeds `since`, `until` (encounters some day of which lies between), `person` (who
    took part), `issue` (an account of it speaks of the issue), `side` (a country that took part), `mechanism`, `level`,
    `as_of`, `limit` (100 where none is given; the newest) and `offset`.

    Example: `view(record, Query.of(since="2025", person="Wang Yi"))` gives the encounters of Wang Yi from 2025 on;
    `.encounters[0].sources` is `Sources(independent=2, dispatches=3)` where three dispatches, two of them copies of one
    story, tell of the first.
    """
    entry = schema.entry.c
    with record.reads() as connection:
        where = and_(entry.kind == "encounter", *_conditions(connection, query))
        order = (entry.first_day.is_(None), entry.first_day, entry.last_day, entry.id)
        total = int(connection.execute(select(func.count()).select_from(schema.entry).where(where)).scalar_one())
        first = max(0, total - query.offset - (query.limit or PAGE))
        last = max(0, total - query.offset)
        picked = select(entry.id).where(where).order_by(*order).offset(first).limit(last - first)
        found, told = encounters(connection, connection.execute(picked).scalars(), query.as_of)
        listed = list(found.values())
    cited = {telling.evidence.dispatch for one in listed for telling in one.tellings}
    return Timeline(tuple(listed), total, tuple(told[key] for key in sorted(cited)))


def _conditions(connection: Connection, query: Query) -> list[ColumnElement[Any]]:
    entry = schema.entry.c
    found: list[ColumnElement[Any]] = []
    if query.since:
        found.append(entry.last_day >= query.since.isoformat())
    if query.until:
        found.append(entry.first_day <= query.until.isoformat())
    if query.as_of:
        found.append(entry.told <= query.as_of.isoformat())
    if query.level:
        found.append(entry.level == query.level)
    if query.person:
        table = schema.entry_person.c
        found.append(entry.id.in_(select(table.entry).where(table.person.in_(asked.people(connection, query.person)))))
    if query.side:
        inside = schema.entry_country.c
        found.append(entry.id.in_(select(inside.entry).where(inside.country == asked.country(query.side))))
    if query.mechanism:
        found.append(entry.id.in_(_of_mechanism(connection, query.mechanism)))
    if query.issue:
        about = schema.entry_issue.c
        found.append(entry.id.in_(select(about.entry).where(about.issue.in_(asked.issues(connection, query.issue)))))
    return found


def _of_mechanism(connection: Connection, name: str) -> Any:
    keys = asked.mechanisms(connection, name)
    entry = schema.entry.c
    return select(entry.id).where(entry.kind == "encounter", entry.mechanism.in_(keys))
