"""All set phrases of a record at a glance: how often, from when to when, and for how long unheard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.views.contract import Evidence, Sources
from dragoman.views.usages import Use, named

_F, _D, _G = schema.formula.c, schema.dispatch.c, schema.source_group.c


@dataclass(frozen=True, slots=True)
class BySide:
    """Uses in dispatches of one side's outlets; `side` None where it is not known."""

    side: str | None
    total: int
    first_day: str | None
    last_day: str | None


@dataclass(frozen=True, slots=True)
class Registered:
    """A set phrase: `names` by language, or language and country, as the desk has them; `total` uses in `sources`.
    `first`, `last`: uses. `unheard`: dispatches published since the last."""

    formula: str
    label: str
    names: Mapping[str, str]
    total: int
    sources: Sources
    first: Use
    last: Use
    unheard: int
    sides: tuple[BySide, ...]


def register(
    connection: Connection,
    pack: Desk | None,
    since: date | None,
    until: date | None,
    side: str | None,
    only: str | None = None,
) -> list[Registered]:
    """Every phrase used (or the one named), the most used first. `since`, `until`: what was certainly published between, both
    inclusive."""
    firsts = _ends(connection, func.min(_D.last_day), since, until, side, only)
    lasts = _ends(connection, func.max(_D.last_day), since, until, side, only)
    sides = _sides(connection, since, until, side, only)
    unheard: dict[str | None, int] = {}
    made = []
    for formula, (_, total, independent, dispatches) in firsts.items():
        label, names = named(pack, formula)
        first, last = firsts[formula][0], lasts[formula][0]
        if last.day not in unheard:
            unheard[last.day] = _after(connection, last.day, until)
        sources = Sources(independent, dispatches)
        mine = tuple(sides[formula])
        made.append(Registered(formula, label, names, total, sources, first, last, unheard[last.day], mine))
    return sorted(made, key=lambda r: (-r.total, r.formula))


def _limited(
    chosen: Select[Any], since: date | None, until: date | None, side: str | None, only: str | None
) -> Select[Any]:
    chosen = (
        chosen.select_from(schema.formula)
        .join(schema.dispatch, _D.id == _F.dispatch)
        .outerjoin(schema.source_group, _G.dispatch == _F.dispatch)
        .where(_F.rejected.is_(False))
    )
    if since:
        chosen = chosen.where(_D.first_day >= since.isoformat())
    if until:
        chosen = chosen.where(_D.last_day <= until.isoformat())
    if only:
        chosen = chosen.where(_F.formula == only)
    return chosen.where(_D.outlet_country == side) if side else chosen


def _ends(
    connection: Connection, end: Any, since: date | None, until: date | None, side: str | None, only: str | None
) -> dict[str, tuple[Use, int, int, int]]:
    """For each phrase the use with the least or the greatest day, and its numbers. SQLite gives the other columns of a
    group from the row that has the one minimum or maximum asked for."""
    columns = (
        _F.formula, end.label("day"), _F.id, _F.form, _D.outlet_country, _D.language, _G.source, _F.dispatch, _F.start,
        _F.end, _F.evidence, func.count(), func.count(func.coalesce(_G.source, _F.dispatch).distinct()),
        func.count(_F.dispatch.distinct()),
    )  # fmt: skip
    chosen = _limited(select(*columns), since, until, side, only).group_by(_F.formula)
    found = {}
    for formula, day, key, form, of, language, source, dispatch, start, stop, text, *numbers in connection.execute(
        chosen
    ):
        evidence = Evidence(dispatch, start, stop, text)
        use = Use(key, formula, form, of, language, day, source or dispatch, evidence)
        found[formula] = (use, int(numbers[0]), int(numbers[1]), int(numbers[2]))
    return found


def _sides(
    connection: Connection, since: date | None, until: date | None, side: str | None, only: str | None
) -> dict[str, list[BySide]]:
    columns = (_F.formula, _D.outlet_country, func.count(), func.min(_D.last_day), func.max(_D.last_day))
    chosen = _limited(select(*columns), since, until, side, only).group_by(_F.formula, _D.outlet_country)
    found: dict[str, list[BySide]] = defaultdict(list)
    for formula, of, total, first, last in connection.execute(chosen.order_by(_D.outlet_country)):
        found[formula].append(BySide(of, int(total), first, last))
    return found


def _after(connection: Connection, day: str | None, until: date | None) -> int:
    if day is None:
        return 0
    chosen = select(func.count()).select_from(schema.dispatch).where(_D.last_day > day)
    if until:
        chosen = chosen.where(_D.last_day <= until.isoformat())
    return int(connection.execute(chosen).scalar_one())
