"""Counts over a whole record, made once for each state of it: what they rest on changes only when something is
written."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar, cast

from sqlalchemy import Connection

from dragoman.record.opening import raw

T = TypeVar("T")
MOST = 64
"""Results kept for one connection."""


def remembered(connection: Connection, key: Hashable, make: Callable[[], T]) -> T:
    """What `make` gave for this key when the record was as it is now, else what it gives. The result must never be
    changed. SQLite's data version counts what other connections wrote, its changes what this one did."""
    state = (connection.exec_driver_sql("PRAGMA data_version").scalar_one(), raw(connection).total_changes)
    held: tuple[object, dict[Hashable, Any]] | None = connection.info.get("remembered")
    if held is None or held[0] != state or len(held[1]) >= MOST:
        held = connection.info["remembered"] = (state, {})
    if key not in held[1]:
        held[1][key] = make()
    return cast(T, held[1][key])
