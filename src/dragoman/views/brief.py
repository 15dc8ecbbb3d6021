"""What one should know before an occasion: the last encounters, what each side said last and what changed, what is open,
which set phrases to expect, what is contested, and who the people are."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sqlalchemy import Connection, func, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.record.knowledge import known
from dragoman.record.store import Record
from dragoman.views import asked
from dragoman.views.contract import Evidence, Source, Sources, evidence_in
from dragoman.views.encounters import EncounterEntry, encounters
from dragoman.views.offices import OfficeHeld, offices
from dragoman.views.owed import Contested, Owed, contested, owed
from dragoman.views.positions import Direction, Position, by_side
from dragoman.views.query import Query
from dragoman.views.sourced import counted, sources
from dragoman.views.statements import Statement, every, newest, on_issues
from dragoman.views.usages import Use, named, uses
from dragoman.views.who import called, one_person

NAME = "brief"
HELP = "A brief for an occasion: last encounters, what each side said last, commitments, set phrases, contested points."

ENCOUNTERS = 6
"""Encounters told."""
ISSUES = 8
"""Issues told where none is named: those spoken of most."""
LOOKED_AT = 400
"""Statements looked at, the newest."""
WINDOW = timedelta(days=365)
_D = schema.dispatch.c


@dataclass(frozen=True, slots=True)
class Biography:
    """A person to be met. `offices`: those reported last, at most three."""

    entry: str
    name: str
    country: str | None
    offices: tuple[OfficeHeld, ...]


@dataclass(frozen=True, slots=True)
class SideOnIssue:
    """A side's `position` in the time of the brief, and how its last word compares in tone with the one before: harder, cooler, warmer,
    softer or alike; None where there is none before."""

    position: Position
    change: Direction | Literal["alike"] | None


@dataclass(frozen=True, slots=True)
class Expected:
    """A set phrase that a side's accounts carried: in those of `carried` of its last `of` encounters. `last`: its last
    use."""

    formula: str
    label: str
    side: str
    carried: int
    of: int
    last: Use
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """`since`, `until`: the days of publication that it rests on, both inclusive; None where the record has no day.
    `sides`: between which. `encounters`: newest first. `issues`: by issue, the sides' positions side by side.
    `commitments`: open and overdue at `until`. `sources`: of all that it cites."""

    people: tuple[Biography, ...]
    sides: tuple[str, ...]
    since: str | None
    until: str | None
    encounters: tuple[EncounterEntry, ...]
    issues: tuple[SideOnIssue, ...]
    commitments: tuple[Owed, ...]
    formulas: tuple[Expected, ...]
    contested: tuple[Contested, ...]
    sources: Sources
    dispatches: tuple[Source, ...]


def view(record: Record, query: Query) -> Brief:
    """Heeds `person` (names or ids of those to be met, with commas), `issue` (ids, with commas), `since`, `as_of` (or
    `until`): the brief as it could be written that day. Without `since` the year before; without `as_of` up to the last
    dispatch. QueryError for a name or issue that the record does not know, or a name that several have.

    Example: `{"people": [{"entry": "person-takeshi-iwaya", "name": "Takeshi Iwaya", "offices": […]}], "sides": ["CHN",
    "JPN"], "since": "2024-07-11", "until": "2025-07-10", "encounters": […], "issues": [{"position": {"holder": "JPN",
    "issue": "seafood-imports", "stands": […], …}, "change": "harder"}], "commitments": […], "formulas": […],
    "contested": […], …}`
    """
    with record.reads() as connection:
        pack = known(connection)
        until = query.as_of or query.until or _last_day(connection)
        since = query.since or (until - WINDOW if until else None)
        people = [one_person(connection, name) for name in _listed(query.person)]
        issues = [i for name in _listed(query.issue) for i in asked.issues(connection, name)]
        biographies = [_biography(connection, entry, pack, until) for entry in people]
        met = _encounters(connection, people, since if query.since or not people else None, until, pack)
        chosen = on_issues(issues) if issues else every()
        told = newest(connection, chosen, since, until, LOOKED_AT)
        sides = _sides(pack, biographies, told)
        among = issues or _spoken(told, sides)
        positions = [p for p in by_side(told, among, pack) if p.holder in sides]
        expected = _expected(connection, met, sides, pack)
    disputed = contested(record, met, until)
    pledged = owed(record, people, issues, until)
    made = Brief(
        people=tuple(biographies),
        sides=tuple(sides),
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
        encounters=tuple(met[:ENCOUNTERS]),
        issues=tuple(SideOnIssue(_recent(p), _change(p)) for p in positions),
        commitments=tuple(pledged),
        formulas=tuple(expected),
        contested=tuple(disputed),
        sources=Sources(0, 0),
        dispatches=(),
    )
    with record.reads() as connection:
        cited = sources(connection, (item.dispatch for item in evidence_in(made)))
    return dataclasses.replace(made, sources=counted(cited.values()), dispatches=tuple(cited.values()))


def _listed(names: str | None) -> list[str]:
    return [name.strip() for name in (names or "").split(",") if name.strip()]


def _last_day(connection: Connection) -> date | None:
    last = connection.execute(select(func.max(_D.last_day))).scalar()
    return date.fromisoformat(last) if last else None


def _biography(connection: Connection, entry: str, pack: Desk | None, until: date | None) -> Biography:
    held = [o for o in offices(connection, entry, pack, until) if o.tense in ("current", "acting") and o.evidence]
    return Biography(entry, *called(connection, entry, pack), tuple(held[:3]))


def _encounters(
    connection: Connection, people: Sequence[str], since: date | None, until: date | None, pack: Desk | None
) -> list[EncounterEntry]:
    """The newest encounters held, twice as many as are told: with any of the people, else between the desk's sides."""
    table, taking, inside = schema.entry.c, schema.entry_person.c, schema.entry_country.c
    chosen = select(table.id).where(table.kind == "encounter", table.first_day.is_not(None))
    if people:
        chosen = chosen.where(table.id.in_(select(taking.entry).where(taking.person.in_(people))))
    elif pack and pack.sides:
        for side in pack.sides:
            chosen = chosen.where(table.id.in_(select(inside.entry).where(inside.country == side)))
    if since:
        chosen = chosen.where(table.last_day >= since.isoformat())
    if until:
        chosen = chosen.where(table.first_day <= until.isoformat())
    ordered = chosen.order_by(table.first_day.desc(), table.id)
    held: list[EncounterEntry] = []
    for offset in (0, ENCOUNTERS * 2):
        if len(held) < ENCOUNTERS * 2:
            found, _ = encounters(
                connection, connection.execute(ordered.limit(ENCOUNTERS * 2).offset(offset)).scalars(), until
            )
            held += [one for one in found.values() if one.status == "held"]
    return held[: ENCOUNTERS * 2]


def _sides(pack: Desk | None, people: Iterable[Biography], told: Iterable[Statement]) -> list[str]:
    """The desk's sides, else the two that speak most; with those of the people to be met."""
    theirs = [one.country for one in people if one.country]
    counts = Counter(side for one in told for side in one.sides)
    most = [side for side, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]
    usual = list(pack.sides) if pack and pack.sides else most[:2]
    if theirs and not set(theirs) <= set(usual):
        usual = [*theirs, *(side for side in most if side not in theirs)][: len(set(theirs)) + 1]
    return sorted(dict.fromkeys([*usual, *theirs]))


def _spoken(told: Iterable[Statement], sides: Sequence[str]) -> list[str]:
    """The issues that the sides speak of most, those that all of them speak of before others."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in told:
        for issue in one.issues:
            counts[issue].update(side for side in one.sides if side in sides)
    ranked = sorted(counts, key=lambda i: (-len(+counts[i]), -counts[i].total(), i))
    return ranked[:ISSUES]


def _recent(position: Position) -> Position:
    """A position with its last three days, two sentences of each."""
    stands = tuple(dataclasses.replace(s, statements=s.statements[:2]) for s in position.stands[-3:])
    return dataclasses.replace(position, stands=stands, turns=position.turns[-1:])


def _change(position: Position) -> Direction | Literal["alike"] | None:
    if len(position.stands) < 2 or position.stands[-2].day is None:
        return None
    turn = position.turns[-1] if position.turns else None
    return turn.direction if turn and turn.day == position.last.day else "alike"


def _expected(
    connection: Connection, met: Sequence[EncounterEntry], sides: Sequence[str], pack: Desk | None
) -> list[Expected]:
    accounts = {t.evidence.dispatch: one.entry for one in met for t in one.tellings if t.principal}
    told = sources(connection, accounts)
    of: dict[str, set[str]] = defaultdict(set)
    for key, source in told.items():
        if source.side:
            of[source.side].add(accounts[key])
    found: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for use in uses(connection, schema.formula.c.dispatch.in_(list(accounts))):
        if use.side in sides:
            found[use.side or "", use.formula].append(use)
    listed = []
    for (side, formula), mine in found.items():
        carried = {accounts[use.evidence.dispatch] for use in mine}
        if len(carried) * 3 >= len(of[side]) and len(carried) > 1:
            first = {use.evidence.dispatch: use.evidence for use in reversed(mine)}
            label = named(pack, formula)[0]
            listed.append(Expected(formula, label, side, len(carried), len(of[side]), mine[-1], tuple(first.values())))
    return sorted(listed, key=lambda e: (e.side, -e.carried, e.formula))
