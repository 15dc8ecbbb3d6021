"""How the acts of each side balance, and how often issues are spoken of, period by period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from dragoman.reading import BOTH_SIDES
from dragoman.record import schema
from dragoman.views.contract import Evidence
from dragoman.views.positions import COOPERATIVE, CRITICAL

_A, _D, _V, _P, _T = (
    schema.attribution.c, schema.dispatch.c, schema.voice.c, schema.person.c, schema.issue.c
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counted:
    """`total` attributed sentences of one act. `evidence`: the newest of them; `search`: the words with which the view
    `search` finds all."""

    act: str
    total: int
    evidence: Evidence
    search: str


@dataclass(frozen=True, slots=True)
class Balance:
    """One side's acts in a period. `cooperative`: commend, commit, agree; `critical`: concern, oppose, warn; `balance`:
    their difference over their sum, from -1 to 1, None where there are none. What both sides state counts for both."""

    side: str
    cooperative: int
    critical: int
    balance: float | None
    acts: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class Spoken:
    """An issue in `dispatches` of a period, `share` of all published in it."""

    issue: str
    dispatches: int
    share: float
    evidence: Evidence


def _inside(chosen: Select[Any], since: date | None, until: date | None) -> Select[Any]:
    if since:
        chosen = chosen.where(_D.first_day >= since.isoformat())
    if until:
        chosen = chosen.where(_D.last_day <= until.isoformat())
    return chosen


def balances(
    connection: Connection, sides: Sequence[str], length: int, since: date | None, until: date | None
) -> dict[str, list[Balance]]:
    """By period, then side. Dispatches whose day is not known to the period are left out."""
    period = func.substr(_D.last_day, 1, length)
    columns = (
        period, _P.country, _V.name, _A.act, func.count(), func.max(_D.last_day), _A.dispatch, _A.start, _A.end,
        _A.evidence,
    )  # fmt: skip
    known = func.substr(_D.first_day, 1, length) == period
    told = (
        _inside(
            select(*columns)
            .select_from(schema.dispatch)
            .join(schema.attribution, _A.dispatch == _D.id)
            .join(schema.voice, _V.attribution == _A.id)
            .outerjoin(schema.person, _P.id == _V.person),
            since,
            until,
        )
        .where(_V.position == 0, _A.rejected.is_(False), known)
        .where((_P.country.in_(list(sides))) | (_V.name == BOTH_SIDES))
        .group_by(period, _P.country, _V.name == BOTH_SIDES, _A.act)
    )
    counts: dict[tuple[str, str], dict[str, list[Any]]] = defaultdict(dict)
    for when, country, name, act, total, _, *where in connection.execute(told):
        for side in sides if name == BOTH_SIDES else [country]:
            before = counts[when, side].get(act)
            counts[when, side][act] = [total + (before[0] if before else 0), before[1] if before else Evidence(*where)]
    found: dict[str, list[Balance]] = defaultdict(list)
    for (when, side), acts in sorted(counts.items()):
        found[when].append(_balance(side, when, acts))
    return found


def _balance(side: str, when: str, acts: dict[str, list[Any]]) -> Balance:
    good = sum(acts[act][0] for act in COOPERATIVE if act in acts)
    bad = sum(acts[act][0] for act in CRITICAL if act in acts)
    counted = tuple(
        Counted(act, total, evidence, f"side:{side} act:{act} {when}..{when}")
        for act, (total, evidence) in sorted(acts.items(), key=lambda pair: (-pair[1][0], pair[0]))
    )
    return Balance(side, good, bad, round((good - bad) / (good + bad), 4) if good + bad else None, counted)


def spoken(connection: Connection, length: int, since: date | None, until: date | None) -> dict[str, list[Spoken]]:
    """By period, the issues that most dispatches speak of first. Copies count each."""
    period = func.substr(_D.last_day, 1, length)
    known = func.substr(_D.first_day, 1, length) == period
    published = _inside(select(period, func.count()).select_from(schema.dispatch).where(known), since, until)
    all_of = {when: int(n) for when, n in connection.execute(published.group_by(period))}
    columns = (
        period, _T.issue, func.count(_T.dispatch.distinct()), func.max(_D.last_day), _T.dispatch, _T.start, _T.end,
        _T.evidence,
    )  # fmt: skip
    told = (
        _inside(select(*columns).select_from(schema.dispatch).join(schema.issue, _T.dispatch == _D.id), since, until)
        .where(_T.rejected.is_(False), known)
        .group_by(period, _T.issue)
    )
    found: dict[str, list[Spoken]] = defaultdict(list)
    for when, issue, number, _, *where in connection.execute(told):
        found[when].append(Spoken(issue, int(number), round(number / all_of[when], 4), Evidence(*where)))
    return {when: sorted(mine, key=lambda s: (-s.dispatches, s.issue)) for when, mine in found.items()}


def dispatches(connection: Connection, length: int, since: date | None, until: date | None) -> dict[str, int]:
    """How many dispatches were published in each period."""
    period = func.substr(_D.last_day, 1, length)
    known = func.substr(_D.first_day, 1, length) == period
    chosen = _inside(select(period, func.count()).select_from(schema.dispatch).where(known), since, until)
    return {when: int(n) for when, n in connection.execute(chosen.group_by(period).order_by(period))}


def both(mine: Iterable[Balance]) -> tuple[int, int]:
    """Cooperative and critical acts of all sides together."""
    listed = list(mine)
    return sum(b.cooperative for b in listed), sum(b.critical for b in listed)
