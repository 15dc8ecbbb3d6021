"""Encounters as every view shows them: who, when, where, at which level, in which series, and who tells of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from dragoman.desk.desk import Desk
from dragoman.name import covers, same
from dragoman.record import schema
from dragoman.record.knowledge import known
from dragoman.record.match.place import UNSURE
from dragoman.record.put import parsed
from dragoman.views.contract import Conflict, ConflictValue, Evidence, Named, Source, Sources
from dragoman.views.sourced import among, counted, sources

Row = dict[str, Any]
_place = attrgetter("position")


class _Told(NamedTuple):
    """What one finding tells of an encounter."""

    id: str
    dispatch: str
    start: int
    end: int
    evidence: str
    principal: bool
    status: str
    change: str | None
    date: str | None
    place: str | None
    ordinal: int | None


class _Taking(NamedTuple):
    """Someone whom a finding names as taking part."""

    position: int
    name: str
    entry: str | None
    country: str | None
    offices: Sequence[str]


@dataclass(frozen=True, slots=True)
class Participant:
    """`entry`: the person's, None where no person was made out. `country`: ISO 3166-1 alpha-3. `offices`: as the
    dispatches that tell of this encounter give them, the most frequent first."""

    entry: str | None
    name: str
    country: str | None
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """What one dispatch says of an encounter. `principal`: it is an account of it, not a mention. `status`: held,
    scheduled, proposed, cancelled or postponed as told there."""

    finding: str
    principal: bool
    status: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EncounterEntry:
    """One encounter across dispatches. `date`: ISO 8601 at the precision that dispatches give, an interval with a slash;
    None where none does. `status`: held, scheduled, proposed, cancelled or postponed. `level`: leaders, ministers,
    parties, parliaments, officials or forums; for people of unlike rank that of the lower, None where no office is
    known. `planned`: the day for which it was set before it was put or called off, where a dispatch says so. `conflicts`: date, place or ordinal on which dispatches differ. `tellings`: accounts first, then mentions, by
    day of publication."""

    entry: str
    kind: str
    status: str
    date: str | None
    planned: str | None
    place: str | None
    level: str | None
    mechanism: Named | None
    ordinal: int | None
    participants: tuple[Participant, ...]
    bodies: tuple[str, ...]
    countries: tuple[str, ...]
    sources: Sources
    conflicts: tuple[Conflict, ...]
    tellings: tuple[Telling, ...]


def encounters(
    connection: Connection, entries: Iterable[str], as_of: date | None = None, *, people: bool = True
) -> tuple[dict[str, EncounterEntry], dict[str, Source]]:
    """Encounters by entry, and the dispatches that they stand in. With `as_of`, only what was published by that day
    counts, and an encounter of which nothing was is left out. `people`: whether the participants are wanted."""
    keys = list(dict.fromkeys(entries))
    heads = _heads(connection, keys)
    rows = _told(connection, heads, as_of)
    told = sources(connection, {row.dispatch for listed in rows.values() for row in listed})
    taking = _taking(connection, heads) if people else {}
    labels = _labels(connection, {e for head in heads.values() for e in (head["detail"].get("mechanism"),) if e})
    pack, planned = known(connection), _planned(connection, heads)
    found = {}
    for entry in keys:
        if entry in heads and rows.get(entry):
            found[entry] = _entry(heads[entry], rows[entry], told, taking, labels, pack, bool(as_of), planned)
    return found, told


def participants(connection: Connection, found: Iterable[EncounterEntry]) -> dict[str, tuple[Participant, ...]]:
    """Those who took part in encounters that were read without them, by entry."""
    listed = list(found)
    taking, pack = _taking(connection, [one.entry for one in listed]), known(connection)
    return {one.entry: _participants(one.tellings, taking, pack) for one in listed}


def _heads(connection: Connection, keys: list[str]) -> dict[str, Row]:
    table, inside = schema.entry.c, schema.entry_country.c
    chosen = select(table.id, table.level, table.detail).where(among(table.id, keys), table.kind == "encounter")
    found: dict[str, Row] = {
        key: {"id": key, "level": level, "detail": detail, "countries": []}
        for key, level, detail in connection.execute(chosen)
    }
    countries = select(inside.entry, inside.country).where(among(inside.entry, keys)).order_by(inside.country)
    for key, country in connection.execute(countries):
        if key in found:
            found[key]["countries"].append(country)
    return found


def _told(connection: Connection, entries: Iterable[str], as_of: date | None) -> dict[str, list[_Told]]:
    """The findings of each encounter, of dispatches published by a day where one is given; those that a person rejected
    are left out."""
    table, membership = schema.encounter.c, schema.membership.c
    chosen = (
        select(
            membership.entry, table.id, table.dispatch, table.start, table.end, table.evidence, table.principal,
            table.status, table.change, table.date, table.place, table.ordinal, table.date_end,
        )
        .join(schema.encounter, table.id == membership.finding)
        .where(among(membership.entry, entries), table.rejected.is_(False))
    )  # fmt: skip
    if as_of:
        heads = schema.dispatch.c
        by_then = select(heads.id).where(heads.id == membership.dispatch, heads.last_day <= as_of.isoformat())
        chosen = chosen.where(by_then.exists())
    found: dict[str, list[_Told]] = defaultdict(list)
    for entry, *row, date_end in connection.execute(chosen):
        one = _Told(*row)
        when = parsed(one.date, date_end) if date_end else None
        found[entry].append(one._replace(date=str(when)) if when else one)
    return found


def _labels(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    table = schema.entry.c
    rows = connection.execute(select(table.id, table.label).where(among(table.id, keys)))
    return {row.id: row.label for row in rows}


def _planned(connection: Connection, entries: Iterable[str]) -> dict[str, str]:
    """By finding, the day for which what was put off had been set."""
    slot, member = schema.protocol.c, schema.membership.c
    chosen = (
        select(slot.encounter, slot.value)
        .join(schema.membership, member.finding == slot.encounter)
        .where(slot.name == "planned", among(member.entry, entries))
    )
    return {row[0]: row[1] for row in connection.execute(chosen)}


def _taking(connection: Connection, entries: Iterable[str]) -> dict[str, list[_Taking]]:
    """The participants that each finding of these encounters has, with their entries and the offices that its dispatch
    gives them."""
    table, member, person, office = schema.participant.c, schema.membership.c, schema.person.c, schema.office.c
    keys = list(entries)
    who = schema.membership.alias("who")
    offices: dict[str, list[str]] = defaultdict(list)
    held = (
        select(office.person, office.position, office.title)
        .select_from(schema.membership)
        .join(schema.participant, table.encounter == member.finding)
        .join(schema.office, office.person == table.person)
        .where(among(member.entry, keys), office.tense.in_(("current", "acting", "then")))
        .distinct()
        .order_by(office.person, office.position)
    )
    for key, _, title in connection.execute(held):
        offices[key].append(title)
    chosen = (
        select(table.encounter, table.position, table.name, table.person, who.c.entry, person.country)
        .select_from(schema.membership)
        .join(schema.participant, table.encounter == member.finding)
        .outerjoin(who, who.c.finding == table.person)
        .outerjoin(schema.person, person.id == table.person)
        .where(among(member.entry, keys))
    )
    found: dict[str, list[_Taking]] = defaultdict(list)
    for finding, position, name, key, entry, country in connection.execute(chosen):
        found[finding].append(_Taking(position, name, entry, country, offices.get(key, ())))
    for listed in found.values():
        listed.sort(key=_place)
    return found


def _entry(
    head: Row,
    rows: list[_Told],
    told: Mapping[str, Source],
    taking: Mapping[str, list[_Taking]],
    labels: Mapping[str, str],
    pack: Desk | None,
    partly: bool,
    planned: Mapping[str, str],
) -> EncounterEntry:
    detail = head["detail"]
    when = detail.get("date")
    series = detail.get("mechanism")
    mechanism = Named(series, labels.get(series, series)) if series and not series.startswith(UNSURE) else None
    rows.sort(key=lambda r: (r.dispatch, r.start, r.id))
    ordered = sorted(rows, key=lambda r: (not r.principal, told[r.dispatch].last_day or "9999", r.dispatch, r.start))
    tellings = tuple(Telling(r.id, r.principal, r.change or r.status, _evidence(r)) for r in ordered)
    taken = _participants(tellings, taking, pack)
    countries = tuple(head["countries"] or sorted({p.country for p in taken if p.country}))
    return EncounterEntry(
        entry=head["id"],
        kind=detail["kind"],
        status=status_of(rows) if partly else detail["status"],
        date=when,
        planned=next((planned[r.id] for r in ordered if r.id in planned), None) or _set_for(detail["status"], ordered),
        place=detail.get("place"),
        level=head["level"],
        mechanism=mechanism,
        ordinal=detail.get("ordinal"),
        participants=taken,
        bodies=tuple(detail.get("bodies", ())),
        countries=countries,
        sources=counted(told[r.dispatch] for r in rows),
        conflicts=_conflicts(detail.get("conflicts", {}), rows),
        tellings=tellings,
    )


def _set_for(status: str, rows: Iterable[_Told]) -> str | None:
    """The day for which what was put or called off had been announced."""
    if status not in ("postponed", "cancelled"):
        return None
    return next((r.date for r in rows if r.status == "scheduled" and not r.change and r.date), None)


def _evidence(row: _Told) -> Evidence:
    return Evidence(row.dispatch, row.start, row.end, row.evidence)


def status_of(rows: Iterable[_Told]) -> str:
    """What became of an encounter as the rows that tell of it have it: held where one says so, else cancelled or
    postponed where one says so, else scheduled before proposed."""
    listed = list(rows)
    if any(row.status == "held" and not row.change for row in listed):
        return "held"
    changes = [row.change for row in listed if row.change]
    if changes:
        return changes[-1]
    return "scheduled" if any(row.status == "scheduled" for row in listed) else "proposed"


def _participants(
    tellings: Iterable[Telling], taking: Mapping[str, list[_Taking]], pack: Desk | None
) -> tuple[Participant, ...]:
    """In the order in which the accounts name them."""
    names: dict[str, dict[str, Any]] = {}
    for told in sorted(tellings, key=lambda t: (not t.principal, t.evidence.dispatch, t.evidence.start)):
        for line in taking.get(told.finding, ()):
            key = line.entry or f"{UNSURE}{line.name}"
            if line.entry is None and any(_one(line.name, other["names"]) for other in names.values()):
                continue
            one = names.setdefault(key, {"entry": line.entry, "names": [], "country": None, "offices": []})
            one["names"].append(line.name)
            one["country"] = one["country"] or line.country
            one["offices"] += line.offices
    sure = [other["names"] for other in names.values() if other["entry"]]
    listed = []
    for key, one in names.items():
        if one["entry"] is None and any(_one(one["names"][0], other) for other in sure):
            continue
        known = pack.people.get(key.removeprefix("person-")) if pack else None
        country = one["country"] or (known.country_on(None) if known else None)
        counts = Counter(one["names"])
        longest = max(counts, key=lambda n: (len(n.split()), counts[n]))
        titles = [title for title, _ in Counter(one["offices"]).most_common()]
        listed.append(Participant(one["entry"], known.name if known else longest, country, tuple(titles)))
    return tuple(listed)


def _one(name: str, known: Iterable[str]) -> bool:
    """Whether a name that no person was made out for is another way to write one that stands there."""
    return any(covers(other, name) or same(other, name) for other in known)


def _conflicts(found: Mapping[str, list[Any]], rows: list[_Told]) -> tuple[Conflict, ...]:
    listed = []
    for field, values in sorted(found.items()):
        told = [
            ConflictValue(str(value), tuple(_evidence(r) for r in rows if str(getattr(r, field)) == str(value)))
            for value in values
        ]
        listed.append(Conflict(field, tuple(value for value in told if value.evidence)))
    return tuple(conflict for conflict in listed if len(conflict.values) > 1)
