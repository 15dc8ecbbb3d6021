"""The finding that a judgement about an entry hangs on, since entries come and go and findings stay."""

from __future__ import annotations

from sqlalchemy import Connection, select

from dragoman.errors import QueryError, RecordError
from dragoman.record import schema
from dragoman.record.former import leads_to


def entry_of(connection: Connection, key: str) -> str:
    """The entry that an id leads to (see `former.leads_to`). RecordError where it leads to none."""
    found = leads_to(connection, key)
    if found is None:
        raise RecordError(
            key, "leads to no entry in the record", "find its id with `dragoman timeline` or `dragoman search`"
        )
    return found


def anchor(connection: Connection, key: str, beside: str | None = None) -> str:
    """The finding itself where `key` is one's id; for an entry, its first finding in the order of ids, of another
    description and dispatch than the finding `beside` where there is one. RecordError where there is no such finding or
    entry, QueryError where the entry has no finding but `beside`."""
    if connection.execute(select(schema.finding.c.id).where(schema.finding.c.id == key)).scalar():
        return key
    table = schema.membership.c
    entry = entry_of(connection, key)
    rows = connection.execute(select(table.finding, table.node, table.dispatch).where(table.entry == entry)).all()
    other = next((row for row in rows if row.finding == beside), None)
    left = [row for row in rows if row is not other]
    if not left:
        raise QueryError(key, f"has no finding but {beside}", "name two things")
    if other:
        left.sort(key=lambda r: (r.node == other.node, r.dispatch == other.dispatch, r.finding))
    return str(left[0].finding if other else min(row.finding for row in left))
