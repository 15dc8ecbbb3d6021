"""What dispatches tell beside undertakings: the series, meetings, people and issues that they name, and who was there when one was made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from dragoman.record import schema
from dragoman.record.batches import batches
from dragoman.record.following.promise import Row

_E, _M = schema.entry.c, schema.membership.c


def sessions(connection: Connection, homes: Iterable[str]) -> dict[str, list[Any]]:
    """Where each dispatch names series, with their entries and numbers, in order."""
    table = schema.mechanism.c
    chosen = select(table.dispatch, table.start, table.end, table.ordinal, _M.entry)
    chosen = chosen.outerjoin(schema.membership, _M.finding == table.id).order_by(table.dispatch, table.position)
    return _by_home(connection, homes, schema.mechanism, chosen)


def announced(connection: Connection, homes: Iterable[str]) -> dict[str, list[Any]]:
    """Where each dispatch announces encounters, with their entries, in order."""
    table = schema.encounter.c
    chosen = (
        select(table.dispatch, table.start, table.end, _M.entry)
        .join(schema.membership, _M.finding == table.id)
        .where(table.status == "scheduled", table.encounter_kind.in_(("meeting", "forum", "visit", "call")))
        .where(_M.entry.is_not(None))
        .order_by(table.dispatch, table.position)
    )
    return _by_home(connection, homes, schema.encounter, chosen)


def mentions(connection: Connection, homes: Iterable[str]) -> dict[str, list[tuple[int, int, str]]]:
    """Where each dispatch mentions people, with their entries."""
    table = schema.person.c
    chosen = (
        select(table.dispatch, table.mentions, _M.entry)
        .join(schema.membership, _M.finding == table.id)
        .where(_M.entry.is_not(None))
        .order_by(table.dispatch, table.position)
    )
    found = _by_home(connection, homes, schema.person, chosen)
    return {
        home: [(start, end, row.entry) for row in rows for start, end in row.mentions] for home, rows in found.items()
    }


def issues(connection: Connection, homes: Iterable[str]) -> dict[str, list[Any]]:
    """Where each dispatch speaks of issues."""
    table = schema.issue.c
    return _by_home(connection, homes, schema.issue, select(table.dispatch, table.start, table.end, table.issue))


def _by_home(connection: Connection, homes: Iterable[str], table: Table, chosen: Select[Any]) -> dict[str, list[Any]]:
    """The rows chosen of these dispatches' findings that nobody rejected, by dispatch."""
    found: dict[str, list[Any]] = defaultdict(list)
    for keys in batches(homes):
        for row in connection.execute(chosen.where(table.c.dispatch.in_(keys), table.c.rejected.is_(False))):
            found[row.dispatch].append(row)
    return found


def made_at(connection: Connection, heads: Iterable[Row]) -> dict[str, tuple[str, int | None]]:
    """The series and number of the encounters at which undertakings were made."""
    found: dict[str, tuple[str, int | None]] = {}
    for keys in batches(e for head in heads for e in head["detail"].get("encounters", ())):
        for key, detail in connection.execute(select(_E.id, _E.detail).where(_E.id.in_(keys))):
            if detail.get("mechanism"):
                found[key] = (detail["mechanism"], detail.get("ordinal"))
    return found


def there(connection: Connection, heads: Iterable[Row]) -> dict[str, list[str]]:
    """Who took part in the encounters at which undertakings were made."""
    taking = schema.entry_person.c
    found: dict[str, list[str]] = defaultdict(list)
    for keys in batches(e for head in heads for e in head["detail"].get("encounters", ())):
        for entry, person in connection.execute(select(taking.entry, taking.person).where(taking.entry.in_(keys))):
            found[entry].append(person)
    return found
