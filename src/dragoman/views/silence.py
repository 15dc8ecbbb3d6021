"""What a dispatch leaves out that those like it carried: set phrases and issues that the last comparable dispatches of
its side had, or that the other side's account of the same encounter has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Connection, func, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.views.contract import Evidence, Source
from dragoman.views.positions import labelled
from dragoman.views.sourced import among, sources
from dragoman.views.usages import named

COMPARED = 5
"""Comparable dispatches looked back at."""
_D, _M, _E = schema.dispatch.c, schema.membership.c, schema.encounter.c


@dataclass(frozen=True, slots=True)
class Silence:
    """A set phrase or issue that `dispatch` does not carry. `reason`: `custom`, where at least three in five of the last
    `of` comparable dispatches (of the same side, telling of an encounter of the same kind and level) carried it, `carried`
    of them; `account`, where the other side's account of the same encounter carries it (`carried` of `of` accounts).
    `evidence`: one use in each that carries it, the newest first."""

    dispatch: str
    kind: Literal["formula", "issue"]
    id: str
    label: str
    reason: Literal["custom", "account"]
    carried: int
    of: int
    compared: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def silences(
    connection: Connection, dispatches: Sequence[str], pack: Desk | None, compared: int = COMPARED
) -> tuple[list[Silence], dict[str, Source]]:
    """The silences of accounts of encounters, in the order given, and the dispatches that they rest on. A dispatch that
    tells of no encounter, or of an outlet of no known side, is left out."""
    subjects = sources(connection, dispatches)
    told = _accounts(connection, dispatches)
    compares: dict[str, tuple[list[str], list[str]]] = {}
    for key in dispatches:
        subject = subjects.get(key)
        if subject is not None and subject.side is not None and told.get(key):
            main = told[key][0]
            compares[key] = _comparable(connection, subject, main, compared), _others(connection, subject, main)
    near = {one for before, others in compares.values() for one in (*before, *others)}
    carried = _carried(connection, near | compares.keys())
    found: list[Silence] = []
    for key, (before, others) in compares.items():
        mine = set(carried.get(key, {}))
        found += _missing(subjects[key], before, carried, mine, "custom", pack)
        found += _missing(subjects[key], others, carried, mine, "account", pack)
    cited = {key: subjects[key] for key in compares} | sources(connection, near)
    return found, cited


def latest(connection: Connection, most: int, side: str | None = None, until: date | None = None) -> list[str]:
    """The newest accounts of encounters, at most so many, newest first: by one side's outlets, published by a day."""
    told = select(_E.id).where(
        _E.dispatch == _D.id, _E.principal.is_(True), _E.status == "held", _E.rejected.is_(False)
    )
    chosen = select(_D.id).where(_D.last_day.is_not(None), _D.outlet_country.is_not(None), told.exists())
    if side:
        chosen = chosen.where(_D.outlet_country == side)
    if until:
        chosen = chosen.where(_D.last_day <= until.isoformat())
    return list(connection.execute(chosen.order_by(_D.last_day.desc(), _D.id).limit(most)).scalars())


@dataclass(frozen=True, slots=True)
class _Met:
    """An encounter held that a dispatch is an account of."""

    entry: str
    kind: str
    date: str | None
    level: str | None
    countries: frozenset[str]


def _accounts(connection: Connection, dispatches: Iterable[str]) -> dict[str, list[_Met]]:
    """The encounters held that each dispatch is an account of, in the order of its text."""
    entry, inside = schema.entry.c, schema.entry_country.c
    countries = (
        select(func.group_concat(inside.country, " ")).where(inside.entry == entry.id).correlate(schema.entry)
    ).scalar_subquery()
    found: dict[str, list[_Met]] = defaultdict(list)
    chosen = (
        select(_E.dispatch, entry.id, entry.detail, entry.level, countries)
        .join(schema.membership, _M.finding == _E.id)
        .join(schema.entry, entry.id == _M.entry)
        .where(among(_E.dispatch, dispatches), _E.principal.is_(True), _E.status == "held", _E.rejected.is_(False))
        .order_by(_E.dispatch, _E.start)
    )
    for home, key, detail, level, said in connection.execute(chosen):
        found[home].append(_Met(key, detail["kind"], detail["date"], level, frozenset((said or "").split())))
    return found


def _comparable(connection: Connection, subject: Source, main: _Met, most: int) -> list[str]:
    """The last dispatches of the subject's side before it that are accounts of another encounter of the same kind
    between the same countries and, where levels are known, of the same level; copies once. Newest first."""
    if subject.last_day is None:
        return []
    group = schema.source_group.c
    like = select(_E.id).where(
        _E.dispatch == _D.id,
        _E.principal.is_(True),
        _E.status == "held",
        _E.rejected.is_(False),
        _E.encounter_kind.in_(_KIN.get(main.kind, (main.kind,))),
    )
    chosen = (
        select(_D.id, group.source)
        .outerjoin(schema.source_group, group.dispatch == _D.id)
        .where(_D.last_day < (main.date or subject.last_day)[:10], _D.outlet_country == subject.side, like.exists())
        .order_by(_D.last_day.desc(), _D.id)
        .limit(most * 8)
    )
    rows = [(row[0], row[1] or row[0]) for row in connection.execute(chosen)]
    told = _accounts(connection, (key for key, _ in rows))
    found: dict[str, str] = {}
    for key, source in rows:
        fits = any(
            one.entry != main.entry
            and one.kind in _KIN.get(main.kind, (main.kind,))
            and main.countries <= one.countries
            and (one.level == main.level or None in (one.level, main.level))
            for one in told.get(key, ())
        )
        if fits:
            found.setdefault(source, key)
    return list(found.values())[:most]


_KIN = {"meeting": ("meeting", "call"), "call": ("meeting", "call")}


def _others(connection: Connection, subject: Source, main: _Met) -> list[str]:
    """Accounts of the same encounter by the other sides' outlets, copies once."""
    chosen = (
        select(_E.dispatch)
        .join(schema.membership, _M.finding == _E.id)
        .where(_M.entry == main.entry, _E.principal.is_(True), _E.rejected.is_(False), _E.dispatch != subject.dispatch)
    )
    told = sources(connection, sorted(connection.execute(chosen).scalars()))
    ordered = sorted(told.values(), key=lambda s: (s.last_day or "9999", s.dispatch))
    found = {s.source: s.dispatch for s in ordered if s.side and s.side != subject.side and s.side in main.countries}
    return list(found.values())


def _carried(connection: Connection, dispatches: Iterable[str]) -> dict[str, dict[tuple[str, str], Evidence]]:
    """The first use of each set phrase and issue in each dispatch."""
    keys = sorted(dispatches)
    found: dict[str, dict[tuple[str, str], Evidence]] = defaultdict(dict)
    for kind in ("formula", "issue"):
        table = schema.metadata.tables[kind].c
        chosen = (
            select(table.dispatch, table[kind], table.start, table.end, table.evidence)
            .where(among(table.dispatch, keys), table.rejected.is_(False))
            .order_by(table.dispatch, table.start)
        )
        for key, name, start, end, text in connection.execute(chosen) if keys else ():
            found[key].setdefault((kind, name), Evidence(key, start, end, text))
    return found


def _missing(
    subject: Source,
    others: Sequence[str],
    carried: dict[str, dict[tuple[str, str], Evidence]],
    mine: set[tuple[str, str]],
    reason: Literal["custom", "account"],
    pack: Desk | None,
) -> list[Silence]:
    if reason == "custom" and len(others) < 2:
        return []
    least = 1 if reason == "account" else -(-3 * len(others) // 5)
    having: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
    for key in others:
        for name, evidence in carried.get(key, {}).items():
            having[name].append(evidence)
    found = []
    for (kind, id), uses in having.items():
        if (kind, id) not in mine and len(uses) >= least:
            label = named(pack, id)[0] if kind == "formula" else labelled(pack, id)
            one: Literal["formula", "issue"] = "formula" if kind == "formula" else "issue"
            compared, shown = tuple(others), tuple(uses)
            found.append(Silence(subject.dispatch, one, id, label, reason, len(uses), len(others), compared, shown))
    return sorted(found, key=lambda s: (s.kind, -s.carried, s.id))
