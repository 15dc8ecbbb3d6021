"""The ids that entries once had. An entry's id is made of its facts, so that it is the same on any machine; where a fact
is corrected, or told more exactly, the older id still leads to the entry."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from dragoman.record import schema
from dragoman.record.batches import batches

_F, _M, _E, _N = schema.former.c, schema.membership.c, schema.entry.c, schema.node.c


def note(connection: Connection, *where: Any) -> None:
    """Remembers the entries of some findings, all where nothing is given, that are about to belong to others."""
    held = select(_M.entry, _M.finding, _M.dispatch).where(_M.entry.is_not(None), *where)
    connection.execute(insert(schema.former).prefix_with("OR IGNORE").from_select(["id", "finding", "dispatch"], held))


def forget(connection: Connection, entries: Iterable[str]) -> None:
    """Forgets those of some noted entries that are there."""
    for keys in batches(entries):
        there = select(_E.id).where(_E.id.in_(keys))
        connection.execute(delete(schema.former).where(_F.id.in_(there)))


def leads_to(connection: Connection, key: str) -> str | None:
    """The entry that an id leads to: its own, else an older one of its own, else that of one of its findings. Where the
    findings of an older one are now of several entries, that of the most of them."""
    if connection.execute(select(_E.id).where(_E.id == key)).scalar():
        return key
    most = func.count().desc()
    for asks in (
        select(_N.entry).where(_N.slug == key, _N.entry.is_not(None)).order_by(_N.entry),
        select(_M.entry)
        .join(schema.former, _F.finding == _M.finding)
        .where(_F.id == key, _M.entry.is_not(None))
        .group_by(_M.entry)
        .order_by(most, _M.entry),
        select(_M.entry).where(_M.finding == key),
    ):
        if found := connection.execute(asks.limit(1)).scalar():
            return str(found)
    return None
