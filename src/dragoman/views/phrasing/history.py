"""One set phrase over time: its years, its gaps and returns, its wordings, and where a side changed them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from itertools import groupby, pairwise
from typing import NamedTuple

from sqlalchemy import Connection, String, func, select, type_coerce

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.views.contract import Evidence
from dragoman.views.usages import Use, Within, per_year, within

QUOTED = 3
"""Uses given as evidence of a number."""
WORDINGS = 40
"""Wordings given, the most used."""
GAP = 365
"""Days without a use from which they are a gap, if the record has dispatches of the time."""
_C, _D = schema.carried.c, schema.dispatch.c


class Carried(NamedTuple):
    """A dispatch that carries the phrase in one wording, `uses` times. `day`: as of a use."""

    dispatch: str
    wording: str
    form: str | None
    side: str | None
    language: str | None
    day: str | None
    uses: int

    @property
    def whose(self) -> tuple[str, str]:
        """Of side and language, those that are not known first."""
        return self.side or "", self.language or ""


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


def carrying(connection: Connection, formula: str, limits: Within) -> list[Carried]:
    """All that carry a phrase, by day and dispatch, those without a day first: read once, and counted in every way that
    follows."""
    plain = (type_coerce(column, String) for column in (_C.form, _C.side, _C.language))  # names of a desk: always text
    chosen = select(_C.dispatch, _C.wording, *plain, _C.last_day, _C.uses).where(_C.formula == formula, *limits.carried)
    ordered = chosen.order_by(_C.last_day.nulls_first(), _C.dispatch, _C.wording)
    return [Carried._make(row) for row in connection.execute(ordered).all()]


def years(connection: Connection, formula: str, carried: Iterable[Carried], side: str | None) -> list[Year]:
    """By year, oldest first, years of the record without any use among them; uses without a day are left out."""
    mine: dict[str, list[Carried]] = defaultdict(list)
    for one in carried:
        if one.day:
            mine[one.day[:4]].append(one)
    newest = [one.dispatch for listed in mine.values() for one in listed[-QUOTED:]]
    quoted: dict[str, list[Use]] = defaultdict(list)
    for found in within(connection, [formula], newest).values():
        quoted[(found[0].day or "")[:4]] += found
    every = per_year(connection, side) if mine else {}
    made = []
    for when in sorted({year for year in every if min(mine) <= year} | mine.keys()):
        total, number = sum(one.uses for one in mine[when]), len({one.dispatch for one in mine[when]})
        shown = sorted(quoted[when], key=_placed, reverse=True)[:QUOTED]
        all_of = every.get(when, 0)
        share = round(number / all_of, 4) if all_of else 0.0
        made.append(Year(when, total, number, all_of, share, tuple(use.evidence for use in shown)))
    return made


def gaps(connection: Connection, formula: str, carried: Iterable[Carried]) -> list[Gap]:
    """Oldest first."""
    homes: dict[str, list[str]] = defaultdict(list)
    for one in carried:
        if one.day:
            homes[one.day].append(one.dispatch)
    apart = [
        (before, after, days)
        for before, after in pairwise(homes)
        if (days := (date.fromisoformat(after) - date.fromisoformat(before)).days) > GAP
    ]
    ends = {edge for before, after, _ in apart for edge in (homes[before][-1], homes[after][0])}
    found = within(connection, [formula], ends)
    made = []
    for before, after, days in apart:
        between = select(func.count()).select_from(schema.dispatch).where(_D.first_day > before, _D.last_day < after)
        silent = int(connection.execute(between).scalar_one())
        if silent:
            last, first = found[formula, homes[before][-1]], found[formula, homes[after][0]]
            made.append(Gap(days, silent, last[-1], first[0]))
    return made


def wordings(
    connection: Connection, formula: str, carried: Iterable[Carried], pack: Desk | None
) -> tuple[list[Wording], int]:
    """The most used, at most `WORDINGS` of them, the most used first; and how many there are."""
    groups: dict[tuple[str | None, str | None, str], list[Carried]] = defaultdict(list)
    totals: dict[tuple[str | None, str | None, str], int] = defaultdict(int)
    for one in carried:
        key = one.side, one.language, one.wording
        groups[key].append(one)
        totals[key] += one.uses
    most = nsmallest(WORDINGS, groups, key=lambda key: (-totals[key], key[0] or "", key[1] or "", key[2]))
    ends = {home for key in most for home in (groups[key][0].dispatch, groups[key][-1].dispatch)}
    used, strengths = within(connection, [formula], ends), _strengths(formula, pack)
    made = []
    for side, language, worded in most:
        listed = groups[side, language, worded]
        first = next(use for use in used[formula, listed[0].dispatch] if use.wording == worded)
        last = next(use for use in reversed(used[formula, listed[-1].dispatch]) if use.wording == worded)
        words, total = " ".join(last.evidence.text.split()), totals[side, language, worded]
        made.append(Wording(side, language, last.form, words, strengths.get(last.form or ""), total, first, last))
    return sorted(made, key=lambda w: (-w.total, w.side or "", w.language or "", w.words)), len(groups)


def changes(connection: Connection, formula: str, carried: Iterable[Carried], pack: Desk | None) -> list[Change]:
    """Where a side goes from one of the desk's forms to another, oldest first. Uses without a day or form are left
    out."""
    strengths = _strengths(formula, pack)
    formed = sorted((one for one in carried if one.form and one.day), key=lambda c: c.whose)
    turns: list[tuple[str, str]] = []
    for _, mine in groupby(formed, key=lambda c: (c.side, c.language)):
        dispatches = [(key, {one.form for one in some}) for key, some in groupby(mine, key=lambda c: c.dispatch)]
        turns += [(a[0], b[0]) for a, b in pairwise(dispatches) if a[1].isdisjoint(b[1])]
    found = within(connection, [formula], {key for pair in turns for key in pair})
    made = []
    for one, other in turns:
        before, after = ([use for use in found[formula, key] if use.form] for key in (one, other))
        direction = _direction(strengths, before, after)
        made.append(Change(after[0].side, after[0].language, after[0].day, direction, before[-1], after[0]))
    return sorted(made, key=lambda c: (c.day or "", c.side or ""))


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
