"""One set phrase over time: its years, its gaps and returns, its wordings, and where a side changed them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from sqlalchemy import ColumnElement, Connection, func, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.views.contract import Evidence
from dragoman.views.sourced import among
from dragoman.views.usages import Use, Within, per_year, within

QUOTED = 3
"""Uses given as evidence of a number."""
WORDINGS = 40
"""Wordings given, the most used."""
GAP = 365
"""Days without a use from which they are a gap, if the record has dispatches of the time."""
_C, _D = schema.carried.c, schema.dispatch.c
_DAY = len("2025-03-22 ")


@dataclass(frozen=True, slots=True)
class Year:
    """How often a phrase was used in one year of publication: in `carrying` of the record's `dispatches` of that year,
    `share` of them. `evidence`: the newest of `uses`."""

    year: str
    uses: int
    carrying: int
    dispatches: int
    share: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """More than a year without a use: `before` it the last use, `after` it the one with which it returned. `days`
    between the two; `dispatches` of the time that do not carry it."""

    days: int
    dispatches: int
    before: Use
    after: Use


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording by side and language of the outlet. `form`: the desk's id of it, None where the desk tells none apart;
    `strength`: the higher, the more binding, as the desk has it."""

    side: str | None
    language: str | None
    form: str | None
    words: str
    strength: int | None
    total: int
    first: Use
    last: Use


@dataclass(frozen=True, slots=True)
class Change:
    """A side's outlets write the phrase another way than in their last dispatch that carried it. `direction`: weaker or
    stronger, as the desk weighs the forms; None where it does not."""

    side: str | None
    language: str | None
    day: str | None
    direction: str | None
    before: Use
    after: Use


def years(connection: Connection, formula: str, limits: Within) -> list[Year]:
    """By year, oldest first, years of the record without any use among them; uses without a day are left out."""
    year = func.substr(_C.last_day, 1, 4)
    where = (*_of(formula, limits), _C.last_day.is_not(None))
    rows = connection.execute(
        select(year, func.sum(_C.uses), func.count(_C.dispatch.distinct())).where(*where).group_by(year)
    ).all()
    if not rows:
        return []
    counts = {row[0]: (int(row[1]), int(row[2])) for row in rows}
    nth = func.row_number().over(partition_by=year, order_by=(_C.last_day.desc(), _C.dispatch.desc()))
    newest = select(_C.dispatch, nth.label("nth")).where(*where).subquery()
    chosen = connection.execute(select(newest.c.dispatch).where(newest.c.nth <= QUOTED)).scalars()
    quoted: dict[str, list[Use]] = defaultdict(list)
    for mine in within(connection, [formula], chosen).values():
        quoted[(mine[0].day or "")[:4]] += mine
    every = per_year(connection, limits.side)
    made = []
    for when in sorted({y for y in every if min(counts) <= y} | counts.keys()):
        (total, carrying), all_of = counts.get(when, (0, 0)), every.get(when, 0)
        shown = sorted(quoted[when], key=_placed, reverse=True)[:QUOTED]
        share = round(carrying / all_of, 4) if all_of else 0.0
        made.append(Year(when, total, carrying, all_of, share, tuple(use.evidence for use in shown)))
    return made


def gaps(connection: Connection, formula: str, limits: Within) -> list[Gap]:
    """Oldest first."""
    of = (*_of(formula, limits), _C.last_day.is_not(None))
    used = sorted(connection.execute(select(_C.last_day).where(*of).distinct()).scalars())
    apart = [
        (before, after, days)
        for before, after in pairwise(used)
        if (days := (date.fromisoformat(after) - date.fromisoformat(before)).days) > GAP
    ]
    homes: dict[str, list[str]] = defaultdict(list)
    ends = select(_C.last_day, _C.dispatch).where(*of, _C.last_day.in_({day for gap in apart for day in gap[:2]}))
    for day, home in connection.execute(ends) if apart else ():
        homes[day].append(home)
    found = within(connection, [formula], {edge for listed in homes.values() for edge in (min(listed), max(listed))})
    made = []
    for before, after, days in apart:
        between = select(func.count()).select_from(schema.dispatch).where(_D.first_day > before, _D.last_day < after)
        silent = int(connection.execute(between).scalar_one())
        if silent:
            last, first = found[formula, max(homes[before])], found[formula, min(homes[after])]
            made.append(Gap(days, silent, last[-1], first[0]))
    return made


def wordings(connection: Connection, formula: str, limits: Within, pack: Desk | None) -> tuple[list[Wording], int]:
    """The most used, at most `WORDINGS` of them, the most used first; and how many there are."""
    strengths, of = _strengths(formula, pack), _of(formula, limits)
    total, same = func.sum(_C.uses), (_C.side, _C.language, _C.wording)
    groups = select(*same, total, func.count().over()).where(*of).group_by(*same)
    rows = connection.execute(groups.order_by(total.desc(), *same).limit(WORDINGS)).all()
    placed = func.coalesce(_C.last_day, "0000-00-00") + " " + _C.dispatch
    chosen = select(*same, func.min(placed), func.max(placed)).where(*of, among(_C.wording, {row[2] for row in rows}))
    ends = {tuple(row[:3]): tuple(row[3:]) for row in connection.execute(chosen.group_by(*same))} if rows else {}
    places = {tuple(row[:3]): ends[tuple(row[:3])] for row in rows}
    used = within(connection, [formula], {place[_DAY:] for pair in places.values() for place in pair})
    made = []
    for side, language, key, uses, _ in rows:
        begin, end = places[side, language, key]
        first = next(use for use in used[formula, begin[_DAY:]] if use.wording == key)
        last = next(use for use in reversed(used[formula, end[_DAY:]]) if use.wording == key)
        words = " ".join(last.evidence.text.split())
        made.append(Wording(side, language, last.form, words, strengths.get(last.form or ""), int(uses), first, last))
    ordered = sorted(made, key=lambda w: (-w.total, w.side or "", w.language or "", w.words))
    return ordered, int(rows[0][4]) if rows else 0


def changes(connection: Connection, formula: str, limits: Within, pack: Desk | None) -> list[Change]:
    """Where a side goes from one of the desk's forms to another, oldest first. Uses without a day or form are left
    out."""
    strengths = _strengths(formula, pack)
    chosen = (
        select(_C.side, _C.language, _C.last_day, _C.dispatch, _C.form)
        .where(*_of(formula, limits), _C.form.is_not(None), _C.last_day.is_not(None))
        .order_by(_C.side, _C.language, _C.last_day, _C.dispatch)
    )
    turns: list[tuple[str, str]] = []
    for _, mine in groupby(connection.execute(chosen), key=lambda row: (row[0], row[1])):
        dispatches = [(key, {row[4] for row in some}) for key, some in groupby(mine, key=lambda row: row[3])]
        turns += [(a[0], b[0]) for a, b in pairwise(dispatches) if a[1].isdisjoint(b[1])]
    found = within(connection, [formula], {key for pair in turns for key in pair})
    made = []
    for one, other in turns:
        before, after = ([use for use in found[formula, key] if use.form] for key in (one, other))
        direction = _direction(strengths, before, after)
        made.append(Change(after[0].side, after[0].language, after[0].day, direction, before[-1], after[0]))
    return sorted(made, key=lambda c: (c.day or "", c.side or ""))


def _of(formula: str, limits: Within) -> list[ColumnElement[bool]]:
    return [_C.formula == formula, *limits.carried]


def _placed(use: Use) -> tuple[str, str, int]:
    return use.day or "", use.evidence.dispatch, use.evidence.start


def _strengths(formula: str, pack: Desk | None) -> dict[str, int]:
    entry = pack.formulas.get(formula) if pack else None
    return {form.id: form.strength for form in entry.forms if form.strength is not None} if entry else {}


def _direction(strengths: Mapping[str, int], before: Sequence[Use], after: Sequence[Use]) -> str | None:
    one, other = _strongest(strengths, before), _strongest(strengths, after)
    if one is None or other is None or one == other:
        return None
    return "stronger" if other > one else "weaker"


def _strongest(strengths: Mapping[str, int], found: Iterable[Use]) -> int | None:
    return max((strengths[use.form] for use in found if use.form and use.form in strengths), default=None)
