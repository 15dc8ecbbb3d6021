"""The sessions of a series, as dispatches tell of them and as a desk knows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection, select

from dragoman.desk.desk import Desk
from dragoman.desk.schema import MechanismEntry
from dragoman.record import schema
from dragoman.record.cues import CHAIR, presiding
from dragoman.record.world import country_of
from dragoman.views.contract import Conflict, Evidence, Source, Sources
from dragoman.views.encounters import EncounterEntry, Participant, encounters, participants
from dragoman.views.sourced import among, chunks
from dragoman.when import When

LAPSE = 3.0
"""Years without a session from which a series is said to have lapsed, where it has no rule of its own."""
_CYCLES = 2.5
_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Session:
    """One session. `number`: None where none is told, or several as often; `conflicts` has them. `told`: some dispatch tells of it; `from_desk`: the desk knows it, and where `told` is false all that
    stands here is the desk's, without evidence. `host`: the country in whose place it was held, None for a session by
    video or where no place is told. `chairs`: those whom dispatches say presided. `planned`: the day for which one that was
    put or called off had been set. `after_years`: how long after the
    session before it, where the two are consecutive; `resumed`: that was a lapse. `entry`: the encounter's."""

    number: int | None
    date: str | None
    place: str | None
    host: str | None
    chairs: tuple[Participant, ...]
    status: str
    planned: str | None
    after_years: float | None
    resumed: bool
    told: bool
    from_desk: bool
    entry: str | None
    sources: Sources
    conflicts: tuple[Conflict, ...]
    evidence: tuple[Evidence, ...]


def told(
    connection: Connection, mechanisms: Iterable[str], pack: Desk | None, as_of: date | None
) -> tuple[dict[str, list[Session]], dict[str, Source]]:
    """The encounters of each series as sessions, in order of date, and the dispatches that tell of them."""
    entry = schema.entry.c
    keys: list[str] = []
    for some in chunks(mechanisms):
        keys += connection.execute(
            select(entry.id).where(entry.kind == "encounter", entry.mechanism.in_(some))
        ).scalars()
    found, sources = encounters(connection, keys, as_of, people=False)
    chairs = _presiding(connection, found, pack)
    listed: dict[str, list[Session]] = defaultdict(list)
    for one in found.values():
        if one.mechanism:
            listed[one.mechanism.entry].append(_session(one, chairs.get(one.entry, ()), pack))
    for key, sessions in listed.items():
        listed[key] = _by_neighbours(sorted(sessions, key=_order))
    return listed, sources


def _session(one: EncounterEntry, chairs: tuple[Participant, ...], pack: Desk | None) -> Session:
    return Session(
        number=_most(one),
        date=one.date,
        place=one.place,
        host=country_of(one.place, pack),
        chairs=chairs,
        status=one.status,
        planned=one.planned,
        after_years=None,
        resumed=False,
        told=True,
        from_desk=False,
        entry=one.entry,
        sources=one.sources,
        conflicts=one.conflicts,
        evidence=tuple(t.evidence for t in one.tellings),
    )


def _most(one: EncounterEntry) -> int | None:
    """Its number, as most dispatches have it; None where as many have another."""
    told = next((c.values for c in one.conflicts if c.field == "ordinal"), ())
    counts = sorted((len({e.dispatch for e in value.evidence}), int(value.value)) for value in told)
    if not counts:
        return one.ordinal
    return counts[-1][1] if len(counts) == 1 or counts[-1][0] > counts[-2][0] else None


def _by_neighbours(sessions: list[Session]) -> list[Session]:
    """The sessions, in order, with a number that is told in two ways as often where that of the one before or behind it leaves
    but one."""
    made = list(sessions)
    for at, one in enumerate(made):
        values = {int(v.value) for c in one.conflicts if c.field == "ordinal" for v in c.values}
        if one.number is not None or not values:
            continue
        before = next((s.number for s in reversed(made[:at]) if s.number is not None), None)
        after = next((s.number for s in made[at + 1 :] if s.number is not None), None)
        fits = {n for n in values if (before is not None and n == before + 1) or (after is not None and n == after - 1)}
        if len(fits) == 1:
            made[at] = replace(one, number=fits.pop())
    return made


def _order(session: Session) -> tuple[str, int]:
    return (When.parse(session.date).first.isoformat() if session.date else "9999", session.number or 0)


def _presiding(
    connection: Connection, found: Mapping[str, EncounterEntry], pack: Desk | None
) -> dict[str, tuple[Participant, ...]]:
    """The participants mentioned in sentences that say who presided, by encounter."""
    chair = presiding(pack)
    if chair is None:
        return {}
    homes: dict[str, set[str]] = defaultdict(set)
    for one in found.values():
        for telling in one.tellings:
            if telling.status == "held":
                homes[telling.evidence.dispatch].add(one.entry)
    cue = schema.cue.c
    said = connection.execute(select(cue.dispatch).where(cue.what == CHAIR, among(cue.dispatch, list(homes))))
    homes = {home: homes[home] for home in said.scalars()}
    seated = participants(connection, [found[key] for key in dict.fromkeys(e for some in homes.values() for e in some)])
    chairs: dict[str, set[str]] = defaultdict(set)
    sentence, person, membership, heads = schema.sentence.c, schema.person.c, schema.membership.c, schema.dispatch.c
    for keys in chunks(homes):
        texts = {row[0]: row[1] for row in connection.execute(select(heads.id, heads.text).where(heads.id.in_(keys)))}
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for home, start, end in connection.execute(
            select(sentence.dispatch, sentence.start, sentence.end).where(sentence.dispatch.in_(keys))
        ):
            if chair.search(texts[home], start, end):
                spans[home].append((start, end))
        named: set[tuple[str, int, int]] = set()
        for home, mentions, entry in connection.execute(
            select(person.dispatch, person.mentions, membership.entry)
            .join(schema.membership, membership.finding == person.id)
            .where(person.dispatch.in_(keys), membership.entry.is_not(None))
        ):
            inside = {(s, e) for s, e in spans[home] for start, end in mentions if s <= start and end <= e}
            named |= {(home, s, e) for s, e in inside}
            for encounter in homes[home] if inside else ():
                chairs[encounter].add(entry)
        for key, taking in seated.items():
            for telling in found[key].tellings if _one_a_side(taking) else ():
                home, at = telling.evidence.dispatch, telling.evidence.start
                if any(s <= at < e and (home, s, e) not in named for s, e in spans[home]):
                    chairs[key] |= {p.entry for p in taking if p.entry}
    return {key: tuple(p for p in seated[key] if p.entry in said) for key, said in chairs.items()}


def _one_a_side(taking: Sequence[Participant]) -> bool:
    """Whether "the two ministers" can only be these participants."""
    return len(taking) == 2 and len({p.country for p in taking}) == 2


def with_desk(sessions: Sequence[Session], known: MechanismEntry | None) -> list[Session]:
    """The told sessions, those that the desk knows too marked, and the desk's others added, in order."""
    if known is None:
        return list(sessions)
    numbers = {s.number for s in known.sessions if s.number is not None}
    marked = [replace(s, from_desk=s.number in numbers if s.number is not None else False) for s in sessions]
    there = {s.number for s in sessions if s.number is not None}
    days = {s.date for s in sessions}
    for given in known.sessions:
        if given.number in there or (given.number is None and given.date in days):
            continue
        chairs = tuple(Participant(None, name, None, ()) for name in given.chairs)
        marked.append(
            Session(
                number=given.number,
                date=given.date,
                place=given.place,
                host=given.host,
                chairs=chairs,
                status="held",
                planned=None,
                after_years=None,
                resumed=False,
                told=False,
                from_desk=True,
                entry=None,
                sources=Sources(0, 0),
                conflicts=(),
                evidence=(),
            )
        )
    return sorted(marked, key=_order)


def spaced(sessions: Sequence[Session], cycle: float | None) -> list[Session]:
    """The sessions with the years since the one before, where the two bear consecutive numbers, or none do."""
    lapse = max(LAPSE, _CYCLES * cycle) if cycle else LAPSE
    made: list[Session] = []
    before: Session | None = None
    for one in sessions:
        years = None
        if before and one.status == "held" and one.date and before.date and _consecutive(before, one):
            days = (When.parse(one.date).first - When.parse(before.date).last).days
            years = round(max(0, days) / _YEAR, 1)
        made.append(replace(one, after_years=years, resumed=years is not None and years >= lapse))
        if one.status == "held":
            before = one
    return made


def _consecutive(a: Session, b: Session) -> bool:
    if a.number is None or b.number is None:
        return a.number is None and b.number is None
    return b.number == a.number + 1
