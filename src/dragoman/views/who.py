"""The one person that a name means, and how that person is called."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from dragoman.desk.desk import Desk
from dragoman.errors import QueryError
from dragoman.record import schema
from dragoman.views import asked
from dragoman.views.sourced import among


def one_person(connection: Connection, name: str) -> str:
    """The entry of the one person that a name means; of several, the one whom a desk knows. QueryError where it is
    nobody's, or where that leaves none or more than one."""
    found = asked.people(connection, name)
    if len(found) > 1:
        table = schema.entry.c
        desk_id = func.json_extract(table.detail, "$.desk")
        chosen = select(table.id).where(table.id.in_(found), desk_id.is_not(None))
        sure = list(connection.execute(chosen).scalars())
        if len(sure) != 1:
            raise QueryError(name, f"may mean {', '.join(found)}", "name one of these")
        return str(sure[0])
    return found[0]


def called(connection: Connection, entry: str, pack: Desk | None) -> tuple[str, str | None]:
    """The name and country of a person's entry, as a desk has them, else as the record does."""
    return all_called(connection, [entry], pack)[entry]


def all_called(connection: Connection, entries: Iterable[str], pack: Desk | None) -> dict[str, tuple[str, str | None]]:
    """As `called`, for several."""
    found: dict[str, tuple[str, str | None]] = {}
    unknown: list[str] = []
    for entry in entries:
        known = pack.people.get(entry.removeprefix("person-")) if pack else None
        if known:
            found[entry] = known.name, known.country
        else:
            unknown.append(entry)
    table = schema.entry.c
    rows = connection.execute(select(table.id, table.label, table.detail).where(among(table.id, unknown)))
    found.update((key, (label, detail.get("country"))) for key, label, detail in rows if unknown)
    return found
