"""The dispatches behind what a view shows: where they come from, whose they are, and which count as one source."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, String, func, literal, select, type_coerce

from dragoman.desk.pattern import lowered
from dragoman.record import schema
from dragoman.record.kinds import KINDS
from dragoman.record.knowledge import packs
from dragoman.views.contract import Evidence, Source, Sources

T = TypeVar("T")
CHUNK = 500
"""Keys in one SQL `IN`, well under any database's bound."""
_EVIDENCE = ("id", "dispatch", "start", "end", "evidence")


def chunks(keys: Iterable[T]) -> Iterator[list[T]]:
    """The keys, without repetition, in pieces that one statement can hold."""
    left = iter(dict.fromkeys(keys))
    while piece := list(islice(left, CHUNK)):
        yield piece


def among(column: Any, keys: Iterable[T]) -> ColumnElement[bool]:
    """That a column has one of these values, in any number. They come as one parameter, so that the statement is put
    into words once for all calls."""
    listed = func.json_each(literal(json.dumps(list(keys)))).table_valued("value")
    found: ColumnElement[bool] = column.in_(select(listed.c.value))
    return found


def sources(connection: Connection, dispatches: Iterable[str]) -> dict[str, Source]:
    """Each dispatch by id; those that are not in the record are left out."""
    table, group = schema.dispatch.c, schema.source_group.c
    keys = list(dict.fromkeys(dispatches))
    if not keys:
        return {}
    chosen = (
        select(
            table.id, table.origin, table.outlet, table.given_outlet, table.outlet_country, table.title,
            table.given_title, table.language, table.first_day, table.last_day, type_coerce(table.desks, String),
            group.source,
        )
        .select_from(schema.dispatch.outerjoin(schema.source_group, group.dispatch == table.id))
        .where(among(table.id, keys))
    )  # fmt: skip
    found: dict[str, Source] = {}
    for key, origin, read, given, country, title, titled, language, first, last, desks, source in connection.execute(
        chosen
    ):
        outlet = read or given
        side, readout = _publisher(outlet, country, desks)
        found[key] = Source(key, origin, outlet, side, readout, title or titled, language, first, last, source or key)
    return found


@lru_cache(maxsize=4096)
def _publisher(outlet: str | None, authority: str | None, desks: str) -> tuple[str | None, bool]:
    """As `publisher`, the desks as the table has them."""
    return publisher(outlet, authority, tuple(json.loads(desks)))


@lru_cache(maxsize=4096)
def publisher(outlet: str | None, authority: str | None, desks: tuple[str, ...]) -> tuple[str | None, bool]:
    """The country whose outlet it is, and whether it is a government's own page, whose accounts of its encounters are
    readouts. `authority`: the country whose authority published the dispatch, where the reading says so; an outlet that
    no desk knows is then that authority itself."""
    read_with = packs(desks)
    name = lowered(outlet).strip() if outlet else ""
    entry = read_with.outlet_names.get(name) if read_with else None
    body = read_with.body_names.get(name) if read_with and not entry else None
    country = entry.country if entry else body.country if body else None
    official = entry.kind == "government" if entry else body is not None or authority is not None
    return authority or country, official


def counted(found: Iterable[Source]) -> Sources:
    """How many of these dispatches are independent of one another."""
    listed = {source.dispatch: source.source for source in found}
    return Sources(len(set(listed.values())), len(listed))


def members(connection: Connection, entries: Iterable[str], kind: str, *fields: str) -> dict[str, list[dict[str, Any]]]:
    """The findings of each entry, as rows of their kind's table, in order of dispatch and place; those that a person
    rejected are left out. `fields`: the columns wanted with the evidence; all where none is named."""
    table, membership = KINDS[kind].table, schema.membership.c
    wanted = [table.c[name] for name in (*_EVIDENCE, *fields)] if fields else [table]
    rows = connection.execute(
        select(*wanted, membership.entry.label("entry_id"))
        .join(schema.membership, membership.finding == table.c.id)
        .where(among(membership.entry, entries), table.c.rejected.is_(False))
        .order_by(table.c.dispatch, table.c.start, table.c.id)
    ).mappings()
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        found[row["entry_id"]].append(dict(row))
    return found


def evidence(row: Any) -> Evidence:
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
    chosen = select(table.id, table.text).where(among(table.id, wanted))
    for key, text in connection.execute(chosen) if wanted else ():
        for start, end in wanted[key]:
            if 0 <= start < end <= len(text):
                found[key, start, end] = Evidence(key, start, end, text[start:end])
    return found
