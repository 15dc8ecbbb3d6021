"""All set phrases of a record at a glance: how often, from when to when, and for how long unheard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.views.contract import Sources
from dragoman.views.usages import Use, Within, named, within

_C, _D = schema.carried.c, schema.dispatch.c
_DAY = len("2025-03-22 ")


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


def register(connection: Connection, pack: Desk | None, limits: Within, only: str | None = None) -> list[Registered]:
    """Every phrase used (or the one named), the most used first."""
    where = [*limits.carried, _C.formula == only] if only else limits.carried
    sides = _sides(connection, where)
    first, last = func.min(_placed("9999-99-99")), func.max(_placed("0000-00-00"))
    numbers = func.count(_C.source.distinct()), func.count(_C.dispatch.distinct())
    rows = connection.execute(select(_C.formula, first, last, *numbers).where(*where).group_by(_C.formula)).all()
    ends = within(connection, [row[0] for row in rows], {place[_DAY:] for row in rows for place in row[1:3]})
    unheard = _after(connection, {ends[row[0], row[2][_DAY:]][-1].day for row in rows}, limits.until)
    made = []
    for formula, begin, end, independent, dispatches in rows:
        label, names = named(pack, formula)
        mine = tuple(sides[formula])
        latest = ends[formula, end[_DAY:]][-1]
        made.append(
            Registered(
                formula, label, names, sum(one.total for one in mine), Sources(int(independent), int(dispatches)),
                ends[formula, begin[_DAY:]][0], latest, unheard[latest.day], mine,
            )
        )  # fmt: skip
    return sorted(made, key=lambda r: (-r.total, r.formula))


def _placed(without: str) -> Any:
    """A dispatch after its day, by which the first and the last are found."""
    return func.coalesce(_C.last_day, without) + " " + _C.dispatch


def _sides(connection: Connection, where: Iterable[Any]) -> dict[str, list[BySide]]:
    columns = (_C.formula, _C.side, func.sum(_C.uses), func.min(_C.last_day), func.max(_C.last_day))
    chosen = select(*columns).where(*where).group_by(_C.formula, _C.side).order_by(_C.formula, _C.side)
    found: dict[str, list[BySide]] = defaultdict(list)
    for formula, of, total, first, last in connection.execute(chosen):
        found[formula].append(BySide(of, int(total), first, last))
    return found


def _after(connection: Connection, days: Iterable[str | None], until: date | None) -> dict[str | None, int]:
    """How many dispatches were published after each of some days, and by another where that is given."""
    found: dict[str | None, int] = {None: 0}
    later, before = 0, until.isoformat() if until else None
    for day in sorted({day for day in days if day}, reverse=True):
        chosen = select(func.count()).select_from(schema.dispatch).where(_D.last_day > day)
        if before:
            chosen = chosen.where(_D.last_day <= before)
        later += int(connection.execute(chosen).scalar_one())
        found[day], before = later, day
    return found
