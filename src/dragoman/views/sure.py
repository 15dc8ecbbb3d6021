"""Leaving out of a contract what is less sure than the reader asks for.

A finding is left out where its confidence is lower; so is whatever rested on findings that were all left out. An undertaking and a session count by
the surest of their tellings. What is counted over the whole record (`course`), and set phrases, which a desk's own patterns find, have no such measure.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, func, select, union_all

from dragoman.record import schema
from dragoman.record.kinds import KINDS
from dragoman.record.store import Record
from dragoman.views.ledger import Undertaking
from dragoman.views.owed import Owed
from dragoman.views.sessions import Session
from dragoman.views.sourced import chunks

T = TypeVar("T")


def sure(record: Record, contract: T, least: float) -> tuple[T | None, int]:
    """The contract without what is less sure than `least` (0 to 1), None where nothing of it is left; and how many findings,
    undertakings and sessions were left out. What a person accepted stays."""
    asked = set(_keys(contract))
    with record.reads() as connection:
        unsure = {key for key, confidence in _confidence(connection, asked).items() if confidence < least}
    return _without(contract, unsure), len(unsure)


def _key(value: Any) -> str | None:
    """What the confidence of a part of a contract is looked up by."""
    if isinstance(value, Undertaking | Owed | Session):
        return value.entry
    key = getattr(value, "finding", None)
    return key if isinstance(key, str) else None


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, tuple):
        for item in value:
            yield from _keys(item)
    elif dataclasses.is_dataclass(value):
        if key := _key(value):
            yield key
        for field in dataclasses.fields(value):
            yield from _keys(getattr(value, field.name))


def _without(value: Any, unsure: set[str]) -> Any:
    """The value without unsure parts; None where it is one or all its parts were."""
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    if _key(value) in unsure:
        return None
    changes: dict[str, Any] = {}
    bore = left = False
    for field in dataclasses.fields(value):
        part = getattr(value, field.name)
        if isinstance(part, tuple):
            kept = tuple(item for item in (_without(one, unsure) for one in part) if item is not None)
            if any(True for _ in _keys(part)):
                bore, left = True, left or bool(kept)
            if kept != part:
                changes[field.name] = kept
        elif dataclasses.is_dataclass(part):
            kept_part = _without(part, unsure)
            if kept_part is None:
                return None
            changes[field.name] = kept_part
    if bore and not left and _key(value) is None and not _whole(value):
        return None
    return dataclasses.replace(value, **changes) if changes else value


def _whole(value: Any) -> bool:
    """Whether it is an answer to a question, which stands even where it is empty."""
    return hasattr(value, "dispatches")


def _confidence(connection: Connection, keys: set[str]) -> dict[str, float]:
    """By finding, and by entry that of its surest finding; 1 for what a person accepted."""
    member, judged = schema.membership.c, schema.judgement.c
    found: dict[str, float] = {}
    tables = [kind.table.c for kind in KINDS.values()]
    for some in chunks(sorted(keys)):
        own = union_all(*(select(t.id, t.confidence).where(t.id.in_(some)) for t in tables))
        found |= {row.id: row.confidence for row in connection.execute(own)}
        for told in (schema.commitment, schema.encounter):
            best = (
                select(member.entry, func.max(told.c.confidence))
                .join(told, told.c.id == member.finding)
                .where(member.entry.in_(some), told.c.rejected.is_(False))
                .group_by(member.entry)
            )
            found |= {row[0]: row[1] for row in connection.execute(best)}
        accepted = select(judged.a).where(judged.a.in_(some), judged.kind == "accept", judged.revoked_at.is_(None))
        found |= dict.fromkeys(connection.execute(accepted).scalars(), 1.0)
    return found
