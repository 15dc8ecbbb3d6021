"""The relationship over time: how often and at which level the sides met, how their acts balance, which issues rose and
fell, and where it turned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from sqlalchemy import Connection, func, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.record.knowledge import known
from dragoman.record.levels import ORDER
from dragoman.record.store import Record
from dragoman.record.tally import tallied
from dragoman.views import asked
from dragoman.views.contract import Evidence, Source, evidence_in
from dragoman.views.positions import COOPERATIVE, CRITICAL, labelled
from dragoman.views.query import Query
from dragoman.views.running.acts import Balance, Spoken, balances, both, dispatches, spoken
from dragoman.views.running.meetings import MET, QUOTED, Held, Meetings, by_period, held, tellings
from dragoman.views.sourced import sources

NAME = "course"
HELP = "The relationship over time: meetings by level, balance of acts, issues that rose and fell, turning points."

MONTHLY = 36
"""Months up to which periods are months; for longer times they are years."""
ISSUES = 10
"""Issues given for a period, and as risen or fallen."""
LEAST = 4
"""Cooperative and critical acts that a period must have for its tone to be compared."""
TURN = 0.5
"""The change of balance, on its scale of -1 to 1, from which it is a turning point."""
LAPSE = 400
"""Days without an encounter of leaders after which the next is a return."""


@dataclass(frozen=True, slots=True)
class Period:
    """A month (`2025-03`) or year (`2025`) of publication. `meetings`: held in it, by level, the highest first.
    `sides`: how each side's acts balance. `issues`: those that most dispatches speak of."""

    period: str
    dispatches: int
    meetings: tuple[Meetings, ...]
    sides: tuple[Balance, ...]
    issues: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """An issue's share of dispatches in the first half of the periods and in the second. `evidence`: of its newest
    mention in each."""

    issue: str
    label: str
    before: float
    after: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """`kind` tone: the balance of all sides' acts differs from the period before by half its scale or more; `return`: the
    leaders met after more than a year without. `before`, `after`: the balances, or the days. `evidence`: the
    sentences that weigh most."""

    period: str
    kind: Literal["tone", "return"]
    before: str
    after: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Course:
    """`unit`: month or year. `periods`: oldest first. `risen`, `fallen`: the issues whose share changed most."""

    sides: tuple[str, ...]
    unit: Literal["month", "year"]
    periods: tuple[Period, ...]
    risen: tuple[Moved, ...]
    fallen: tuple[Moved, ...]
    turning_points: tuple[TurningPoint, ...]
    dispatches: tuple[Source, ...]


def view(record: Record, query: Query) -> Course:
    """Heeds `since`, `until`, `as_of` (days of publication, and of encounters), `side` (that side's acts alone).

    Example: `{"sides": ["CHN", "JPN"], "unit": "year", "periods": [{"period": "2025", "dispatches": 25, "meetings":
    [{"level": "leaders", "total": 2, "entries": […], "evidence": [{"dispatch": …, "start": …, "end": …, "text": "…"}]}],
    "sides": [{"side": "JPN", "cooperative": 14, "critical": 9, "balance": 0.2174, "acts": [{"act": "agree", "total": 8,
    "evidence": {…}, "search": "side:JPN act:agree 2025..2025"}]}], "issues": […]}], "risen": […], "fallen": […],
    "turning_points": […], …}`
    """
    with record.reads() as connection:
        return _course(connection, query)


def _course(connection: Connection, query: Query) -> Course:
    until = min(filter(None, (query.until, query.as_of)), default=None)
    pack = known(connection)
    between = _sides(connection, pack)
    sides = [asked.country(query.side)] if query.side else between
    length = _length(connection, query.since, until)
    counts = tallied(connection, pack, length, query.since, until)
    published, acts, issues = dispatches(counts), balances(counts, sides), spoken(counts)
    contacts = held(connection, between, query.since, until, query.as_of)
    met = [one for one in contacts if one.kind in MET]
    meetings = by_period(met, length)
    listed = {e.entry for levels in meetings.values() for mine in levels.values() for e in mine[-QUOTED:]}
    returned = _returns(contacts)
    told = tellings(connection, listed | {one.entry for pair in returned for one in pair})
    periods = [
        Period(
            when,
            published.get(when, 0),
            tuple(_meetings(meetings.get(when, {}), told)),
            tuple(acts.get(when, ())),
            tuple(issues.get(when, ())[:ISSUES]),
        )
        for when in sorted(published.keys() | meetings.keys())
    ]
    risen, fallen = _moved(published, issues, pack)
    turns = sorted([*_tones(periods), *_returned(returned, told, length)], key=lambda t: (t.period, t.kind))
    unit: Literal["month", "year"] = "month" if length == len("2025-03") else "year"
    made = Course(tuple(sides), unit, tuple(periods), tuple(risen), tuple(fallen), tuple(turns), ())
    cited = sources(connection, (item.dispatch for item in evidence_in(made)))
    return replace(made, dispatches=tuple(cited.values()))


def _sides(connection: Connection, pack: Desk | None) -> list[str]:
    """The desk's sides, else the two countries that met most."""
    if pack and pack.sides:
        return list(pack.sides)
    table = schema.entry_country.c
    most = select(table.country).group_by(table.country).order_by(func.count().desc(), table.country).limit(2)
    return sorted(connection.execute(most).scalars())


def _length(connection: Connection, since: date | None, until: date | None) -> int:
    """How much of a day tells its period: 7 characters for months, 4 for years."""
    table = schema.dispatch.c
    first, last = connection.execute(select(func.min(table.first_day), func.max(table.last_day))).one()
    begin, end = since or _day(first), until or _day(last)
    if begin is None or end is None:
        return 4
    return 7 if (end.year - begin.year) * 12 + end.month - begin.month < MONTHLY else 4


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _meetings(levels: Mapping[str | None, list[Held]], told: Mapping[str, Evidence]) -> list[Meetings]:
    made = []
    for level in (*ORDER, None):
        mine = levels.get(level, [])
        if mine:
            newest = [one.entry for one in mine[: -QUOTED - 1 : -1]]
            evidence = tuple(told[entry] for entry in newest if entry in told)
            made.append(Meetings(level, len(mine), tuple(newest), evidence))
    return made


def _moved(
    published: Mapping[str, int], issues: Mapping[str, list[Spoken]], pack: Desk | None
) -> tuple[list[Moved], list[Moved]]:
    """Issues by how their share of dispatches changed from the first half of the periods to the second."""
    order = sorted(published)
    if len(order) < 2:
        return [], []
    halves = order[: len(order) // 2], order[len(order) // 2 :]
    totals = [sum(published[when] for when in half) or 1 for half in halves]
    shares: dict[str, list[float]] = {}
    seen: dict[str, list[Evidence]] = {}
    for number, half in enumerate(halves):
        for when in half:
            for one in issues.get(when, ()):
                shares.setdefault(one.issue, [0.0, 0.0])[number] += one.dispatches / totals[number]
                seen.setdefault(one.issue, []).append(one.evidence)
    moved = [
        Moved(
            issue,
            labelled(pack, issue),
            round(a, 4),
            round(b, 4),
            tuple(dict.fromkeys((seen[issue][0], seen[issue][-1]))),
        )
        for issue, (a, b) in shares.items()
    ]
    up = sorted((m for m in moved if m.after > m.before), key=lambda m: (m.before - m.after, m.issue))
    down = sorted((m for m in moved if m.after < m.before), key=lambda m: (m.after - m.before, m.issue))
    return up[:ISSUES], down[:ISSUES]


def _tones(periods: Sequence[Period]) -> list[TurningPoint]:
    made = []
    weighed = [p for p in periods if sum(both(p.sides)) >= LEAST]
    for before, after in pairwise(weighed):
        (good, bad), (better, worse) = both(before.sides), both(after.sides)
        was, now = (good - bad) / (good + bad), (better - worse) / (better + worse)
        if abs(now - was) >= TURN:
            wanted = CRITICAL if now < was else COOPERATIVE
            evidence = [c.evidence for side in after.sides for c in side.acts if c.act in wanted]
            shown = tuple(dict.fromkeys(evidence))[:QUOTED]
            made.append(TurningPoint(after.period, "tone", f"{was:+.2f}", f"{now:+.2f}", shown))
    return made


def _returns(contacts: Sequence[Held]) -> list[tuple[Held, Held]]:
    """Two meetings of leaders with a long time between, in which no leader is known to have visited either."""
    leaders = [one for one in contacts if one.level == ORDER[0]]
    visits = [one for one in leaders if one.kind not in MET]
    return [
        (before, after)
        for before, after in pairwise(one for one in leaders if one.kind in MET)
        if not any(before.last < visit.day and visit.last < after.day for visit in visits)
        and (date.fromisoformat(after.day) - date.fromisoformat(before.last)).days > LAPSE
    ]


def _returned(found: Sequence[tuple[Held, Held]], told: Mapping[str, Evidence], length: int) -> list[TurningPoint]:
    made = []
    for before, after in found:
        evidence = tuple(told[one.entry] for one in (before, after) if one.entry in told)
        made.append(TurningPoint(after.day[:length], "return", before.date, after.date, evidence))
    return made
