"""Dispatches, readings and findings back out of the tables, equal to what went in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Select, Table, select

from dragoman.dispatch import Dispatch
from dragoman.errors import RecordError
from dragoman.reading import Dating, Finding, Furniture, Garble, Office, Reading, Slot
from dragoman.record import schema
from dragoman.record.kinds import KINDS, Kind, Row, spanned, unpacked
from dragoman.span import Span

F = TypeVar("F", bound=Finding, covariant=True)


@dataclass(frozen=True, slots=True)
class Kept(Generic[F]):
    """A finding as the record keeps it, corrections by hand made: its id, dispatch, place in the reading, and the
    characters it rests on."""

    id: str
    dispatch: str
    position: int
    finding: F
    text: str
    rejected: bool

    @property
    def span(self) -> Span:
        return self.finding.evidence


def dispatch(connection: Connection, key: str) -> Dispatch:
    """RecordError where it is not in the record."""
    return _dispatch(_row(connection, key))


def reading(connection: Connection, key: str) -> Reading:
    """The reading of a dispatch as it was added, without corrections. RecordError where it is not in the record."""
    row = _row(connection, key)
    parts: dict[str, Any] = {
        kind.part: tuple(k.finding for k in as_added(connection, kind, key)) for kind in KINDS.values()
    }
    marked = {
        table.name: connection.execute(select(table).where(table.c.dispatch == key).order_by(table.c.position))
        .mappings()
        .all()
        for table in (schema.furniture, schema.garble)
    }
    return Reading(
        dispatch=key,
        language=row["language"],
        outlet=row["outlet"],
        outlet_country=row["outlet_country"],
        title=row["title"],
        title_span=spanned(row, "title"),
        dating=Dating(
            published=row["published"],
            candidates=tuple(row["candidates"]),
            earliest=row["earliest"],
            latest=row["latest"],
            because=unpacked(row["dated_because"]),
            rule=row["dated_by"],
        ),
        furniture=tuple(Furniture(Span(r["start"], r["end"]), r["kind"]) for r in marked["furniture"]),
        garbled=tuple(Garble(Span(r["start"], r["end"]), r["reason"]) for r in marked["garble"]),
        desks=tuple(row["desks"]),
        desk_hash=row["desk_hash"],
        reader_version=row["reader_version"],
        **parts,
    )


def kept(connection: Connection, kind: Kind, ids: Select[tuple[str]] | Iterable[str]) -> list[Kept[Finding]]:
    """The findings of one kind with these ids, by dispatch and position."""
    return _findings(connection, kind, _among(ids), {})


def as_added(connection: Connection, kind: Kind, dispatch: str) -> list[Kept[Finding]]:
    """The findings of one kind of one dispatch, in order, as they were read."""
    inside = select(schema.finding.c.id).where(
        schema.finding.c.dispatch == dispatch, schema.finding.c.kind == kind.name
    )
    fixed = schema.as_read
    before: dict[str, Row] = defaultdict(dict)
    for row in connection.execute(select(fixed).where(fixed.c.finding.in_(inside))).mappings():
        before[row["finding"]][row["field"]] = row["value"]
    return _findings(connection, kind, inside, before)


def _among(ids: Select[tuple[str]] | Iterable[str]) -> Any:
    return ids if isinstance(ids, Select) else list(ids)


def _findings(connection: Connection, kind: Kind, inside: Any, before: Mapping[str, Row]) -> list[Kept[Finding]]:
    table = kind.table
    rows = (
        connection.execute(select(table).where(table.c.id.in_(inside)).order_by(table.c.dispatch, table.c.position))
        .mappings()
        .all()
    )
    others_of = apart(connection, kind, inside)
    found = []
    for row in rows:
        key = row["id"]
        values, others = dict(row), {name: others_of[name].get(key, ()) for name in kind.apart}
        for name, value in before.get(key, {}).items():
            if name in others:
                others[name] = tuple(value)
            else:
                values[kind.column(name)] = value
        found.append(
            Kept(key, row["dispatch"], row["position"], kind.finding(values, others), row["evidence"], row["rejected"])
        )
    return found


def apart(connection: Connection, kind: Kind, inside: Any) -> dict[str, dict[str, list[Any]]]:
    """The values of the fields that stand in tables of their own, by field and finding."""
    found: dict[str, dict[str, list[Any]]] = {name: defaultdict(list) for name in kind.apart}

    def rows(table: Table, owner: str) -> Iterable[Mapping[Any, Any]]:
        column = table.c[owner]
        return connection.execute(select(table).where(column.in_(inside)).order_by(column, table.c.position)).mappings()

    if "offices" in found:
        for r in rows(schema.office, "person"):
            office = Office(r["title"], Span(r["start"], r["end"]), r["role"], r["tense"], r["conflict"])
            found["offices"][r["person"]].append(office)
    if "participants" in found:
        for r in rows(schema.participant, "encounter"):
            found["participants"][r["encounter"]].append(r["name"])
    if "protocol" in found:
        for r in rows(schema.protocol, "encounter"):
            found["protocol"][r["encounter"]].append(Slot(r["name"], r["value"], Span(r["start"], r["end"])))
    return found


def _row(connection: Connection, key: str) -> Mapping[Any, Any]:
    row = connection.execute(select(schema.dispatch).where(schema.dispatch.c.id == key)).mappings().first()
    if row is None:
        raise RecordError(
            key, "no such dispatch in the record", "list them with `dragoman timeline` or `dragoman search`"
        )
    return row


def _dispatch(row: Mapping[Any, Any]) -> Dispatch:
    return Dispatch(
        text=row["text"],
        origin=row["origin"],
        outlet=row["given_outlet"],
        title=row["given_title"],
        published=row["given_published"],
        language=row["given_language"],
        address=row["address"],
        media_type=row["media_type"],
        charset=row["charset"],
        notes=tuple(row["notes"]),
    )
