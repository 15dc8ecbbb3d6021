"""Values corrected by hand: which fields may be, what they may be, and how the tables come to hold them."""

from __future__ import annotations

import typing
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from dragoman.errors import QueryError
from dragoman.record import schema
from dragoman.record.kinds import KINDS, Kind
from dragoman.record.links import linker
from dragoman.record.put import named
from dragoman.when import When

_FIXED = frozenset({"rule", "confidence", "because", "garbled"})
_DATES = frozenset({"date", "end", "due"})
_COUNTRIES = frozenset({"country", "countries", "parties"})
_J = schema.judgement


def fields(kind: Kind) -> tuple[str, ...]:
    """The fields of a kind of finding that a person may correct."""
    names = (*kind.plain, *kind.lists, *(name for name in kind.apart if name == "participants"))
    return tuple(name for name in names if name not in _FIXED)


def check(kind: Kind, field: str, value: Any) -> Any:
    """The value as the record writes it; a string is read as the field's type wants it (lists split at commas, an empty
    one is None or no items). QueryError for a field that cannot be corrected or a value that it cannot have."""
    if field not in fields(kind):
        raise QueryError(
            field or kind.name, f"no field of a {kind.name} that can be corrected", f"one of {', '.join(fields(kind))}"
        )
    wanted = typing.get_type_hints(kind.type)[field]
    options = typing.get_args(wanted)
    if typing.get_origin(wanted) is tuple:
        items = [part.strip() for part in value.split(",")] if isinstance(value, str) else list(value or ())
        made: Any = [item for item in items if item]
    elif value is None or value == "":
        if type(None) not in options:
            raise QueryError(field, "cannot be empty", "give a value")
        made = None
    else:
        made = _scalar(field, wanted, options, value)
    for item in made if isinstance(made, list) else [made]:
        if field in _COUNTRIES and item is not None and not (len(item) == 3 and item.isascii() and item.isupper()):
            raise QueryError(
                f"{field} {item}", "is no country code", "three capital letters as in ISO 3166, such as FRA"
            )
    return made


def _scalar(field: str, wanted: Any, options: tuple[Any, ...], value: Any) -> Any:
    if wanted is bool:
        known = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
        if str(value).casefold() not in known:
            raise QueryError(f"{field} {value}", "is neither true nor false", "give true or false")
        return known[str(value).casefold()]
    if wanted is int or int in options:
        if not str(value).isascii() or not str(value).isdigit():
            raise QueryError(f"{field} {value}", "is no number", "give a whole number")
        return int(value)
    words = [word for option in (wanted, *options) for word in typing.get_args(option) if isinstance(word, str)]
    words += [option for option in options if isinstance(option, str)]
    if words and value not in words:
        raise QueryError(f"{field} {value}", "is none of its values", f"one of {', '.join(dict.fromkeys(words))}")
    if field in _DATES:
        try:
            return str(When.parse(value))
        except ValueError as error:
            raise QueryError(
                f"{field} {value}", "is no date", "write it as 2024-12-05, 2024-12, 2024 or 2024-11/2025-01"
            ) from error
    return str(value)


def refresh(connection: Connection, key: str) -> None:
    """Puts a finding's values back to what was read, then makes the corrections that stand, the latest of a field
    last. It is rejected where the latest that was said of it is that it is wrong."""
    kind = KINDS[connection.execute(select(schema.finding.c.kind).where(schema.finding.c.id == key)).scalar_one()]
    before = connection.execute(select(schema.as_read).where(schema.as_read.c.finding == key)).mappings().all()
    for row in before:
        _write(connection, kind, key, row["field"], row["value"])
    connection.execute(delete(schema.as_read).where(schema.as_read.c.finding == key))
    stand = (_J.c.by_hand, _J.c.a_now == key, _J.c.revoked_at.is_(None))
    corrections = connection.execute(
        select(_J.c.field, _J.c.value).where(*stand, _J.c.kind == "correct").order_by(_J.c.made_at, _J.c.id)
    )
    for name, value in {row.field: row.value for row in corrections}.items():
        connection.execute(
            insert(schema.as_read).values(finding=key, field=name, value=_now(connection, kind, key, name))
        )
        _write(connection, kind, key, name, value)
    verdicts = select(_J.c.kind).where(*stand, _J.c.kind.in_(("accept", "reject")))
    last = connection.execute(verdicts.order_by(_J.c.made_at.desc(), _J.c.id.desc())).scalars().first()
    connection.execute(update(kind.table).where(kind.table.c.id == key).values(rejected=last == "reject"))


def _now(connection: Connection, kind: Kind, key: str, field: str) -> Any:
    if field == "participants":
        column = schema.participant.c
        return list(
            connection.execute(select(column.name).where(column.encounter == key).order_by(column.position)).scalars()
        )
    return connection.execute(select(kind.table.c[kind.column(field)]).where(kind.table.c.id == key)).scalar()


def _write(connection: Connection, kind: Kind, key: str, field: str, value: Any) -> None:
    if field == "participants":
        _rename(connection, schema.participant, "encounter", key, value)
        return
    connection.execute(update(kind.table).where(kind.table.c.id == key).values({kind.column(field): value}))
    if kind.name == "attribution" and field in ("speaker", "speakers"):
        table = kind.table.c
        row = connection.execute(select(table.speaker, table.speakers).where(table.id == key)).one()
        _rename(connection, schema.voice, "attribution", key, row.speakers or [row.speaker])
    elif kind.name == "person" and field == "name":
        _relink(connection, key)


def _relink(connection: Connection, person: str) -> None:
    """Names in the dispatch's other findings are looked up again, since a person in it has another name now beside the
    old one."""
    inside = select(schema.finding.c.dispatch).where(schema.finding.c.id == person).scalar_subquery()
    for table, owner in ((schema.participant, "encounter"), (schema.voice, "attribution")):
        held = select(schema.finding.c.id).where(schema.finding.c.dispatch == inside)
        rows = (
            connection.execute(select(table).where(table.c[owner].in_(held)).order_by(table.c.position))
            .mappings()
            .all()
        )
        for key in dict.fromkeys(row[owner] for row in rows):
            _rename(connection, table, owner, key, [row["name"] for row in rows if row[owner] == key])


def _rename(connection: Connection, table: Any, owner: str, key: str, names: list[str]) -> None:
    inside = select(schema.finding.c.dispatch).where(schema.finding.c.id == key).scalar_subquery()
    people = connection.execute(
        select(schema.person.c.id, schema.person.c.name).where(schema.person.c.dispatch == inside)
    ).all()
    fixed = schema.as_read.c
    before = select(fixed.finding, fixed.value).where(
        fixed.field == "name", fixed.finding.in_([row.id for row in people])
    )
    link = linker(
        [*((row.id, row.name) for row in people), *((row.finding, row.value) for row in connection.execute(before))]
    )
    connection.execute(delete(table).where(table.c[owner] == key))
    rows = named(owner, key, names, link)
    if rows:
        connection.execute(insert(table), rows)
