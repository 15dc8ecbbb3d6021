"""The desks that a record was read with, as far as they are installed here."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy import Connection

from dragoman.desk.desk import Desk, desk
from dragoman.errors import DeskError
from dragoman.record.opening import raw


def packs(ids: Sequence[str]) -> Desk | None:
    """The desk made of those packs that are installed here, None without any."""
    return _packs(tuple(ids))


@lru_cache(maxsize=64)
def _packs(ids: tuple[str, ...]) -> Desk | None:
    kept: list[str] = []
    for name in ids:
        try:
            desk([name])
        except (
            DeskError
        ):  # a record may have been read with a desk that this machine has not; what it knew is then not shown
            continue
        kept.append(name)
    return desk(kept) if kept else None


def known(connection: Connection) -> Desk | None:
    """The desk made of all packs that any dispatch of the record was read with, as far as they are installed. Looked up
    once for each state of the record: SQLite's data version counts what others wrote, its changes what this connection
    did."""
    state = (connection.exec_driver_sql("PRAGMA data_version").scalar_one(), raw(connection).total_changes)
    held = connection.info.get("packs")
    if held is None or held[0] != state:
        rows = connection.exec_driver_sql(_LISTS).scalars()
        held = connection.info["packs"] = (state, sorted({name for row in rows for name in json.loads(row)}))
    return packs(held[1])


_LISTS = (
    "WITH RECURSIVE listed(desks) AS (SELECT min(desks) FROM dispatch UNION ALL "
    "SELECT (SELECT min(desks) FROM dispatch WHERE desks > listed.desks) FROM listed WHERE listed.desks IS NOT NULL) "
    "SELECT desks FROM listed WHERE desks IS NOT NULL"
)
"""Each list of packs once, from one to the next along the index, however many dispatches there are."""
