"""What the record holds of one kind: the lists that pages open with and no view of one thing gives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, or_, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.record.kinds import KINDS
from dragoman.record.knowledge import known
from dragoman.record.store import Record
from dragoman.views.contract import Source
from dragoman.views.show import Showing
from dragoman.views.sourced import chunks, sources
from dragoman.web.strip import Drawn, words

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


def entries(record: Record, kind: str, asked: str = "", offset: int = 0, most: int = MOST) -> tuple[list[Listed], int]:
    """`most` entries of a kind whose label or names hold the words asked for, those told of most first, from the `offset`th on, and how many there are."""
    entry, member, told = schema.entry.c, schema.membership.c, schema.dispatch.c
    where = [entry.kind == kind]
    if asked:
        like = "%" + asked.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        names = func.json_extract(entry.detail, "$.names")
        where.append(or_(entry.label.ilike(like, escape="\\"), names.ilike(like, escape="\\")))
    number = func.count(member.dispatch.distinct())
    chosen = (
        select(entry.id, entry.label, entry.detail, number)
        .select_from(schema.entry.outerjoin(schema.membership, member.entry == entry.id))
        .where(*where)
        .group_by(entry.id)
        .order_by(number.desc(), entry.label)
        .limit(most)
        .offset(offset)
    )
    last = (
        select(member.entry, func.max(told.last_day))
        .join(schema.dispatch, told.id == member.dispatch)
        .group_by(member.entry)
    )
    with record.reads() as connection:
        total = int(connection.execute(select(func.count()).select_from(schema.entry).where(*where)).scalar_one())
        rows = connection.execute(chosen).all()
        keys = [row[0] for row in rows]
        newest = {k: day for some in chunks(keys) for k, day in connection.execute(last.where(member.entry.in_(some)))}
        pack = known(connection)
    return [
        Listed(row[0], named(pack, row[0]) or row[1], int(row[3]), newest.get(row[0]), dict(row[2])) for row in rows
    ], total


def named(pack: Desk | None, entry: str) -> str | None:
    """What the desk calls a person, mechanism or instrument by its entry's id; None for one that it does not have."""
    kind, _, key = entry.partition("-")
    shelf = {"person": "people", "mechanism": "mechanisms", "instrument": "instruments"}.get(kind)
    found = getattr(pack, shelf).get(key) if pack and shelf else None
    return found.name if found else None


def called(record: Record, entries: Iterable[str]) -> dict[str, str]:
    """What the record's desks call entries; those that they do not have are left out."""
    with record.reads() as connection:
        pack = known(connection)
    return {entry: name for entry in entries if (name := named(pack, entry))}


def worded(record: Record, keys: Iterable[str]) -> dict[str, str]:
    """The words that findings, and what rules compare, rest on, by the ids that judgements name them by. Ids that the
    record does not have are left out."""
    wanted = list(dict.fromkeys(keys))
    node, member = schema.node.c, schema.membership.c
    told: dict[str, str] = {key: key for key in wanted}
    found: dict[str, str] = {}
    with record.reads() as connection:
        for some in chunks(wanted):
            first = (
                select(node.slug, func.min(member.finding))
                .select_from(schema.node.join(schema.membership, member.node == node.id))
                .where(node.slug.in_(some))
                .group_by(node.slug)
            )
            told.update((slug, finding) for slug, finding in connection.execute(first))
        for kind in KINDS.values():
            table = kind.table.c
            for some in chunks({finding for finding in told.values() if finding.startswith(f"{kind.letter}-")}):
                rows = connection.execute(select(table.id, table.evidence).where(table.id.in_(some)))
                found.update((key, " ".join(words.split())) for key, words in rows)
    return {key: found[finding] for key, finding in told.items() if finding in found}


def of(shown: Showing, record: Record) -> dict[str, str]:
    """`worded` for all that was judged about something."""
    return worded(record, [key for one in shown.judgements for key in (one.a, one.b) if key])


def newest(record: Record, limit: int) -> tuple[list[Drawn], int]:
    """The newest encounters with a date, as they are drawn, in order of date; and how many have one."""
    entry, member, told = schema.entry.c, schema.membership.c, schema.encounter.c
    dated = (entry.kind == "encounter", entry.first_day.is_not(None))
    chosen = select(entry.id, entry.level, entry.detail).where(*dated).order_by(entry.first_day.desc(), entry.id)
    telling = (
        select(member.entry, told.evidence)
        .join(schema.encounter, told.id == member.finding)
        .where(told.rejected.is_(False))
        .order_by(told.principal, told.dispatch.desc(), told.start.desc())
    )
    with record.reads() as connection:
        total = int(connection.execute(select(func.count()).select_from(schema.entry).where(*dated)).scalar_one())
        rows = connection.execute(chosen.limit(limit)).all()[::-1]
        keys = [row.id for row in rows]
        said = {
            k: text for some in chunks(keys) for k, text in connection.execute(telling.where(member.entry.in_(some)))
        }
        people = {key for row in rows for key in row.detail.get("people", ())}
        names = {
            k: label
            for some in chunks(people)
            for k, label in connection.execute(select(entry.id, entry.label).where(entry.id.in_(some)))
        }
    return [
        Drawn(
            row.id, row.detail["date"], row.level, row.detail["status"], bool(row.detail.get("conflicts")),
            words(row.detail["date"], [names[k] for k in row.detail.get("people", ()) if k in names],
                  row.detail.get("place"), row.detail["status"], said.get(row.id, "")),
        )
        for row in rows if row.detail.get("date")
    ], total  # fmt: skip


def issues(record: Record) -> list[tuple[str, str]]:
    """Issues that the record speaks of, by id with the desk's words for each, the most frequent first: a choice to offer."""
    column = schema.issue.c.issue
    with record.reads() as connection:
        found = connection.execute(select(column).group_by(column).order_by(func.count().desc(), column)).scalars()
        pack = known(connection)
        listed: Any = pack.issues if pack else {}
        return [(key, listed[key].label if key in listed else key) for key in found]


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
