"""The dispatches behind what a view shows: where they come from, whose they are, and which count as one source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from dragoman.desk.pattern import lowered
from dragoman.record import schema
from dragoman.record.kinds import KINDS
from dragoman.record.knowledge import packs
from dragoman.views.contract import Evidence, Source, Sources

T = TypeVar("T")
CHUNK = 500
"""Keys in one SQL `IN`, well under any database's bound."""


def chunks(keys: Iterable[T]) -> Iterator[list[T]]:
    """The keys, without repetition, in pieces that one statement can hold."""
    left = iter(dict.fromkeys(keys))
    while piece := list(islice(left, CHUNK)):
        yield piece


def sources(connection: Connection, dispatches: Iterable[str]) -> dict[str, Source]:
    """Each dispatch by id; those that are not in the record are left out."""
    table, group = schema.dispatch.c, schema.source_group.c
    columns = (
        table.id, table.origin, table.outlet, table.given_outlet, table.outlet_country, table.title, table.given_title,
        table.language, table.first_day, table.last_day, table.desks, group.source,
    )  # fmt: skip
    joined = schema.dispatch.outerjoin(schema.source_group, group.dispatch == table.id)
    found: dict[str, Source] = {}
    for keys in chunks(dispatches):
        for row in connection.execute(select(*columns).select_from(joined).where(table.id.in_(keys))):
            outlet = row.outlet or row.given_outlet
            side, readout = publisher(outlet, row.outlet_country, tuple(row.desks))
            found[row.id] = Source(
                dispatch=row.id,
                origin=row.origin,
                outlet=outlet,
                side=side,
                readout=readout,
                title=row.title or row.given_title,
                language=row.language,
                first_day=row.first_day,
                last_day=row.last_day,
                source=row.source or row.id,
            )
    return found


@lru_cache(maxsize=4096)
def publisher(outlet: str | None, authority: str | None, desks: tuple[str, ...]) -> tuple[str | None, bool]:
    """The country whose outlet it is, and whether it is a government's own page, whose accounts of its encounters are
    readouts. `authority`: the country whose authority published the dispatch, where the reading says so; with no outlet
    named it is that authority itself."""
    read_with = packs(desks)
    name = lowered(outlet).strip() if outlet else ""
    entry = read_with.outlet_names.get(name) if read_with else None
    body = read_with.body_names.get(name) if read_with and not entry else None
    country = entry.country if entry else body.country if body else None
    official = entry.kind == "government" if entry else body is not None or (authority is not None and not outlet)
    return authority or country, official


def counted(found: Iterable[Source]) -> Sources:
    """How many of these dispatches are independent of one another."""
    listed = {source.dispatch: source.source for source in found}
    return Sources(len(set(listed.values())), len(listed))


def members(connection: Connection, entries: Iterable[str], kind: str) -> dict[str, list[dict[str, Any]]]:
    """The findings of each entry, as rows of their kind's table, in order of dispatch and place; those that a person
    rejected are left out."""
    table, membership = KINDS[kind].table, schema.membership.c
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for keys in chunks(entries):
        rows = connection.execute(
            select(table, membership.entry.label("entry_id"))
            .join(schema.membership, membership.finding == table.c.id)
            .where(membership.entry.in_(keys), table.c.rejected.is_(False))
            .order_by(table.c.dispatch, table.c.start, table.c.id)
        ).mappings()
        for row in rows:
            found[row["entry_id"]].append(dict(row))
    return found


def evidence(row: dict[str, Any]) -> Evidence:
    """The evidence of a finding's row."""
    return Evidence(row["dispatch"], row["start"], row["end"], row["evidence"])


def excerpts(connection: Connection, spans: Iterable[tuple[str, int, int]]) -> dict[tuple[str, int, int], Evidence]:
    """Evidence for (dispatch, start, end) spans, read from the stored texts; empty spans and those of dispatches that
    are not in the record are left out."""
    wanted: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for dispatch, start, end in spans:
        wanted[dispatch].add((start, end))
    found: dict[tuple[str, int, int], Evidence] = {}
    table = schema.dispatch.c
    for keys in chunks(wanted):
        for key, text in connection.execute(select(table.id, table.text).where(table.id.in_(keys))):
            for start, end in wanted[key]:
                if 0 <= start < end <= len(text):
                    found[key, start, end] = Evidence(key, start, end, text[start:end])
    return found
