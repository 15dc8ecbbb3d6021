"""What the record holds of one kind: the lists that pages open with and no view of one thing gives."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select

from dragoman.record import schema
from dragoman.record.knowledge import known
from dragoman.record.store import Record
from dragoman.views.contract import Source
from dragoman.views.sourced import sources

MOST = 500
"""Entries of a list on one page."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An entry in a list. `dispatches`: how many tell of it; `last`: when the newest of them was published."""

    entry: str
    label: str
    dispatches: int
    last: str | None
    detail: dict[str, Any]


def entries(record: Record, kind: str, words: str = "", offset: int = 0) -> tuple[list[Listed], int]:
    """The entries of a kind whose label or names hold the words, those told of most first, and how many there are."""
    entry, member, told = schema.entry.c, schema.membership.c, schema.dispatch.c
    number = func.count(member.dispatch.distinct())
    chosen = (
        select(entry.id, entry.label, entry.detail, number, func.max(told.last_day))
        .select_from(
            schema.entry.outerjoin(schema.membership, member.entry == entry.id).outerjoin(
                schema.dispatch, told.id == member.dispatch
            )
        )
        .where(entry.kind == kind)
        .group_by(entry.id)
        .order_by(number.desc(), entry.label)
    )
    if words:
        like = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        names = func.json_extract(entry.detail, "$.names")
        chosen = chosen.where(or_(entry.label.ilike(like, escape="\\"), names.ilike(like, escape="\\")))
    with record.reads() as connection:
        rows = connection.execute(chosen).all()
    listed = [Listed(row[0], row[1], int(row[3]), row[4], dict(row[2])) for row in rows[offset : offset + MOST]]
    return listed, len(rows)


@dataclass(frozen=True, slots=True)
class Topic:
    """An issue or set phrase by id, with the desk's words for it, and how often and until when it is told of."""

    id: str
    label: str
    parent: str | None
    mentions: int
    dispatches: int
    first: str | None
    last: str | None


def topics(record: Record, kind: str) -> list[Topic]:
    """Issues (`issue`) or set phrases (`formula`) that the record speaks of, the most frequent first."""
    table = schema.issue if kind == "issue" else schema.formula
    column, told = table.c[kind], schema.dispatch.c
    number = func.count()
    chosen = (
        select(
            column, number, func.count(table.c.dispatch.distinct()), func.min(told.first_day), func.max(told.last_day)
        )
        .select_from(table.join(schema.dispatch, told.id == table.c.dispatch))
        .where(table.c.rejected.is_(False))
        .group_by(column)
        .order_by(number.desc(), column)
    )
    with record.reads() as connection:
        rows = connection.execute(chosen).all()
        pack = known(connection)
    listed: Any = {} if pack is None else pack.issues if kind == "issue" else pack.formulas
    return [
        Topic(
            row[0],
            listed[row[0]].label if row[0] in listed else row[0],
            getattr(listed.get(row[0]), "parent", None),
            int(row[1]),
            int(row[2]),
            row[3],
            row[4],
        )
        for row in rows
    ]


def dispatches(record: Record, since: date | None = None, limit: int = 50, offset: int = 0) -> tuple[list[Source], int]:
    """Dispatches, the last published first, and how many there are; with `since`, those published from that day on."""
    table = schema.dispatch.c
    chosen = select(table.id).order_by(table.last_day.desc().nulls_last(), table.id)
    if since:
        chosen = chosen.where(table.last_day >= since.isoformat())
    with record.reads() as connection:
        total = int(connection.execute(select(func.count()).select_from(chosen.subquery())).scalar_one())
        keys = list(connection.execute(chosen.limit(limit).offset(offset)).scalars())
        told = sources(connection, keys)
    return [told[key] for key in keys], total


def sides(record: Record) -> list[str]:
    """The countries whose outlets the dispatches are, the most frequent first."""
    column = schema.dispatch.c.outlet_country
    chosen = select(column).where(column.is_not(None)).group_by(column).order_by(func.count().desc(), column)
    with record.reads() as connection:
        return [str(code) for code in connection.execute(chosen).scalars()]
