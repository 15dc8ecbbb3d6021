"""Which issues dispatches speak of; which an encounter's accounts or an undertaking's words speak of, and whose name is on an
undertaking, kept beside its entry."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select, union

from dragoman.record import schema
from dragoman.record.batches import batches

_E, _M, _P, _T, _D = (
    schema.entry.c, schema.membership.c, schema.commitment.c, schema.issue.c, schema.dispatch.c,
)  # fmt: skip
_A, _V, _N, _W = schema.attribution.c, schema.voice.c, schema.encounter.c, schema.participant.c
_WHO = schema.membership.alias("who").c


def _about(table: Any, topic: Any, *where: Any) -> Select[Any]:
    """Entries of findings of a table with what their dispatches speak of."""
    return (
        select(_M.entry, topic.c.issue)
        .join(table, table.c.id == _M.finding)
        .join(topic, topic.c.dispatch == table.c.dispatch)
        .where(table.c.rejected.is_(False), topic.c.rejected.is_(False), topic.c.issue.is_not(None), *where)
    )


_SPOKEN = (
    _about(schema.encounter, schema.issue, _N.principal),
    _about(schema.encounter, schema.attribution, _N.principal),
    _about(schema.commitment, schema.issue, _T.start < _P.end, _T.end > _P.start),
)
_ON_IT = select(_M.entry, _WHO.entry).join(schema.commitment, _P.id == _M.finding).where(_WHO.entry.is_not(None))
_SIGNED = (
    _ON_IT.join(schema.attribution, _A.dispatch == _P.dispatch)
    .join(schema.voice, _V.attribution == _A.id)
    .join(_WHO.entry.table, _WHO.finding == _V.person)
    .where(_A.start < _P.end, _A.end > _P.start),
    _ON_IT.join(schema.encounter, _N.dispatch == _P.dispatch)
    .join(schema.participant, _W.encounter == _N.id)
    .join(_WHO.entry.table, _WHO.finding == _W.person)
    .where(_N.principal),
)
"""Those whose sentence it stands in, and those who took part in what its dispatch is an account of."""


def keep(connection: Connection, dispatches: Collection[str] | None, entries: Iterable[str] | None) -> None:
    """Writes what some dispatches and entries are about, all where None."""
    if dispatches is None:
        dispatches = connection.execute(select(_D.id)).scalars().all()
    for keys in batches(dispatches):
        _put(connection, schema.topic, schema.topic.c.dispatch, keys, (_TOPICS.where(_T.dispatch.in_(keys)),))
    if entries is None:
        entries = connection.execute(select(_E.id).where(_E.kind.in_(("encounter", "commitment")))).scalars()
    for keys in batches(entries):
        for table, chosen in ((schema.entry_issue, _SPOKEN), (schema.entry_signed, _SIGNED)):
            _put(connection, table, table.c.entry, keys, [one.where(_M.entry.in_(keys)) for one in chosen])


_TOPICS = (
    select(_T.issue, _T.dispatch, _D.first_day, _D.last_day, func.count())
    .join(schema.dispatch, _D.id == _T.dispatch)
    .where(_T.rejected.is_(False))
    .group_by(_T.issue, _T.dispatch)
)


def _put(connection: Connection, table: Any, column: Any, keys: Iterable[str], chosen: Iterable[Select[Any]]) -> None:
    """Puts rows in the place of those that a table has for some keys."""
    connection.execute(delete(table).where(column.in_(keys)))
    connection.execute(insert(table).from_select([c.name for c in table.c], union(*chosen)))
