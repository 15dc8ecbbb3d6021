"""One set phrase over time: its years, its gaps and returns, its wordings, and where a side changed them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from sqlalchemy import Connection, func, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.views.contract import Evidence
from dragoman.views.usages import Use, by_wording

QUOTED = 3
"""Uses given as evidence of a number."""
GAP = 365
"""Days without a use from which they are a gap, if the record has dispatches of the time."""
_D = schema.dispatch.c


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


def years(found: Iterable[Use], dispatches: Mapping[str, int]) -> list[Year]:
    """By year, oldest first, years of the record without any use among them; uses without a day are left out."""
    groups: dict[str, list[Use]] = defaultdict(list)
    for use in found:
        if use.day:
            groups[use.day[:4]].append(use)
    if not groups:
        return []
    made = []
    for year in sorted({y for y in dispatches if min(groups) <= y} | groups.keys()):
        mine, all_of = groups.get(year, []), dispatches.get(year, 0)
        carrying = len({use.evidence.dispatch for use in mine})
        share = round(carrying / all_of, 4) if all_of else 0.0
        made.append(Year(year, len(mine), carrying, all_of, share, tuple(u.evidence for u in mine[: -QUOTED - 1 : -1])))
    return made


def gaps(connection: Connection, found: Iterable[Use]) -> list[Gap]:
    """Oldest first."""
    made = []
    for before, after in pairwise(use for use in found if use.day):
        days = (date.fromisoformat(after.day or "") - date.fromisoformat(before.day or "")).days
        if days <= GAP:
            continue
        between = (
            select(func.count()).select_from(schema.dispatch).where(_D.first_day > before.day, _D.last_day < after.day)
        )
        silent = int(connection.execute(between).scalar_one())
        if silent:
            made.append(Gap(days, silent, before, after))
    return made


def wordings(found: Iterable[Use], formula: str, pack: Desk | None) -> list[Wording]:
    """The most used first."""
    strengths = _strengths(formula, pack)
    made = [
        Wording(
            side, language, mine[-1].form, " ".join(mine[-1].evidence.text.split()), strengths.get(mine[-1].form or ""),
            len(mine), mine[0], mine[-1],
        )
        for (side, language, _), mine in by_wording(found).items()
    ]  # fmt: skip
    return sorted(made, key=lambda w: (-w.total, w.side or "", w.language or "", w.words))


def changes(found: Iterable[Use], formula: str, pack: Desk | None) -> list[Change]:
    """Where a side goes from one of the desk's forms to another, oldest first. Uses without a day or form are left
    out."""
    strengths = _strengths(formula, pack)
    made = []
    told = [use for use in found if use.day and use.form]
    for (side, language), some in groupby(sorted(told, key=_whose), key=_whose):
        dispatches = [list(mine) for _, mine in groupby(sorted(some, key=_when), key=lambda u: u.evidence.dispatch)]
        for before, after in pairwise(dispatches):
            forms, others = {u.form for u in before}, {u.form for u in after}
            if forms.isdisjoint(others):
                direction = _direction(strengths, before, after)
                made.append(Change(side or None, language or None, after[0].day, direction, before[-1], after[0]))
    return sorted(made, key=lambda c: (c.day or "", c.side or ""))


def _whose(use: Use) -> tuple[str, str]:
    return use.side or "", use.language or ""


def _when(use: Use) -> tuple[str, str, int]:
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
