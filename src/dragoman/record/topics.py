"""Which issues an encounter's accounts or an undertaking's words speak of, kept beside its entry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, union

from dragoman.record import schema
from dragoman.record.batches import batches

_E, _M, _P, _T = schema.entry.c, schema.membership.c, schema.commitment.c, schema.issue.c


def _about(table: Any, topic: Any, *where: Any) -> Select[Any]:
    """Entries of findings of a table with what their dispatches speak of."""
    return (
        select(_M.entry, topic.c.issue)
        .join(table, table.c.id == _M.finding)
        .join(topic, topic.c.dispatch == table.c.dispatch)
        .where(table.c.rejected.is_(False), topic.c.rejected.is_(False), topic.c.issue.is_not(None), *where)
    )


_SPOKEN = (
    _about(schema.encounter, schema.issue, schema.encounter.c.principal),
    _about(schema.encounter, schema.attribution, schema.encounter.c.principal),
    _about(schema.commitment, schema.issue, _T.start < _P.end, _T.end > _P.start),
)


def keep(connection: Connection, entries: Iterable[str] | None) -> None:
    """Writes the issues of some entries, of all where None."""
    if entries is None:
        connection.execute(delete(schema.entry_issue))
        entries = connection.execute(select(_E.id).where(_E.kind.in_(("encounter", "commitment")))).scalars()
    table = schema.entry_issue
    for keys in batches(entries):
        connection.execute(delete(table).where(table.c.entry.in_(keys)))
        spoken = union(*(chosen.where(_M.entry.in_(keys)) for chosen in _SPOKEN))
        connection.execute(insert(table).from_select(["entry", "issue"], spoken))
