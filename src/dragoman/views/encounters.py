"""Encounters as every view shows them: who, when, where, at which level, in which series, and who tells of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from dragoman.desk.desk import Desk
from dragoman.name import covers, same
from dragoman.record import schema
from dragoman.record.knowledge import known
from dragoman.record.match.encounter import UNSURE
from dragoman.views.contract import Conflict, ConflictValue, Evidence, Named, Source, Sources
from dragoman.views.sourced import chunks, counted, evidence, members, sources

Row = dict[str, Any]


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
    known. `conflicts`: date, place or ordinal on which dispatches differ. `tellings`: accounts first, then mentions, by
    day of publication."""

    entry: str
    kind: str
    status: str
    date: str | None
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
    connection: Connection, entries: Iterable[str], as_of: date | None = None
) -> tuple[dict[str, EncounterEntry], dict[str, Source]]:
    """Encounters by entry, and the dispatches that they stand in. With `as_of`, only what was published by that day
    counts, and an encounter of which nothing was is left out."""
    keys = list(dict.fromkeys(entries))
    heads = _heads(connection, keys)
    rows = members(connection, heads, "encounter")
    told = sources(connection, {row["dispatch"] for listed in rows.values() for row in listed})
    if as_of:
        day = as_of.isoformat()
        told = {key: source for key, source in told.items() if source.last_day and source.last_day <= day}
        rows = {entry: [row for row in listed if row["dispatch"] in told] for entry, listed in rows.items()}
    taking = _taking(connection, [row["id"] for listed in rows.values() for row in listed])
    labels = _labels(connection, {e for head in heads.values() for e in (head["detail"].get("mechanism"),) if e})
    pack = known(connection)
    found = {}
    for entry in keys:
        if entry in heads and rows.get(entry):
            found[entry] = _entry(heads[entry], rows[entry], told, taking, labels, pack, bool(as_of))
    return found, told


def _heads(connection: Connection, keys: list[str]) -> dict[str, Row]:
    table = schema.entry
    found: dict[str, Row] = {}
    for some in chunks(keys):
        for row in connection.execute(
            select(table).where(table.c.id.in_(some), table.c.kind == "encounter")
        ).mappings():
            found[row["id"]] = {**row, "countries": []}
        inside = schema.entry_country
        for row in connection.execute(
            select(inside).where(inside.c.entry.in_(some)).order_by(inside.c.country)
        ).mappings():
            if row["entry"] in found:
                found[row["entry"]]["countries"].append(row["country"])
    return found


def _labels(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    table = schema.entry.c
    for some in chunks(keys):
        rows = connection.execute(select(table.id, table.label).where(table.id.in_(some)))
        found.update((key, label) for key, label in rows)
    return found


def _taking(connection: Connection, findings: Iterable[str]) -> dict[str, list[Row]]:
    """The participants of each encounter finding, with their entries and the offices that its dispatch gives them."""
    table, membership, person, office = schema.participant.c, schema.membership.c, schema.person.c, schema.office.c
    found: dict[str, list[Row]] = defaultdict(list)
    for keys in chunks(findings):
        rows = (
            connection.execute(
                select(table.encounter, table.position, table.name, table.person, membership.entry, person.country)
                .outerjoin(schema.membership, membership.finding == table.person)
                .outerjoin(schema.person, person.id == table.person)
                .where(table.encounter.in_(keys))
                .order_by(table.encounter, table.position)
            )
            .mappings()
            .all()
        )
        people = {row["person"] for row in rows if row["person"]}
        offices: dict[str, list[str]] = defaultdict(list)
        for some in chunks(people):
            listed = connection.execute(
                select(office.person, office.title)
                .where(office.person.in_(some), office.tense.in_(("current", "acting", "then")))
                .order_by(office.person, office.position)
            )
            for row in listed:
                offices[row.person].append(row.title)
        for line in rows:
            found[line["encounter"]].append({**line, "offices": offices.get(line["person"], [])})
    return found


def _entry(
    head: Row,
    rows: list[Row],
    told: Mapping[str, Source],
    taking: Mapping[str, list[Row]],
    labels: Mapping[str, str],
    pack: Desk | None,
    partly: bool,
) -> EncounterEntry:
    detail = head["detail"]
    when = detail.get("date")
    series = detail.get("mechanism")
    mechanism = Named(series, labels.get(series, series)) if series and not series.startswith(UNSURE) else None
    participants = _participants(rows, taking, pack)
    ordered = sorted(
        rows, key=lambda r: (not r["principal"], _published(told[r["dispatch"]]), r["dispatch"], r["start"])
    )
    tellings = tuple(Telling(r["id"], r["principal"], r["change"] or r["status"], evidence(r)) for r in ordered)
    countries = tuple(head["countries"] or sorted({p.country for p in participants if p.country}))
    return EncounterEntry(
        entry=head["id"],
        kind=detail["kind"],
        status=status_of(rows) if partly else detail["status"],
        date=when,
        place=detail.get("place"),
        level=head["level"],
        mechanism=mechanism,
        ordinal=detail.get("ordinal"),
        participants=participants,
        bodies=tuple(detail.get("bodies", ())),
        countries=countries,
        sources=counted(told[r["dispatch"]] for r in rows),
        conflicts=_conflicts(detail.get("conflicts", {}), rows),
        tellings=tellings,
    )


def _published(source: Source) -> str:
    return source.last_day or "9999"


def status_of(rows: Iterable[Row]) -> str:
    """What became of an encounter as the rows that tell of it have it: held where one says so, else cancelled or
    postponed where one says so, else scheduled before proposed."""
    listed = list(rows)
    if any(row["status"] == "held" and not row["change"] for row in listed):
        return "held"
    changes = [str(row["change"]) for row in listed if row["change"]]
    if changes:
        return changes[-1]
    return "scheduled" if any(row["status"] == "scheduled" for row in listed) else "proposed"


def _participants(rows: list[Row], taking: Mapping[str, list[Row]], pack: Desk | None) -> tuple[Participant, ...]:
    """In the order in which the accounts name them."""
    names: dict[str, dict[str, Any]] = {}
    for row in sorted(rows, key=lambda r: (not r["principal"], r["dispatch"], r["start"])):
        for line in taking.get(row["id"], ()):
            key = line["entry"] or f"{UNSURE}{line['name']}"
            if line["entry"] is None and any(_one(line["name"], other["names"]) for other in names.values()):
                continue
            one = names.setdefault(key, {"entry": line["entry"], "names": [], "country": None, "offices": []})
            one["names"].append(line["name"])
            one["country"] = one["country"] or line["country"]
            one["offices"] += line["offices"]
    sure = [other["names"] for other in names.values() if other["entry"]]
    listed = []
    for key, one in names.items():
        if one["entry"] is None and any(_one(one["names"][0], other) for other in sure):
            continue
        known = pack.people.get(key.removeprefix("person-")) if pack else None
        country = one["country"] or (known.country_on(None) if known else None)
        longest = max(one["names"], key=lambda n: (len(n.split()), one["names"].count(n)))
        titles = sorted(dict.fromkeys(one["offices"]), key=lambda t: -one["offices"].count(t))
        listed.append(Participant(one["entry"], known.name if known else longest, country, tuple(titles)))
    return tuple(listed)


def _one(name: str, known: Iterable[str]) -> bool:
    """Whether a name that no person was made out for is another way to write one that stands there."""
    return any(covers(other, name) or same(other, name) for other in known)


def _conflicts(found: Mapping[str, list[Any]], rows: list[Row]) -> tuple[Conflict, ...]:
    listed = []
    for field, values in sorted(found.items()):
        told = [
            ConflictValue(str(value), tuple(evidence(r) for r in rows if str(r.get(field)) == str(value)))
            for value in values
        ]
        listed.append(Conflict(field, tuple(value for value in told if value.evidence)))
    return tuple(conflict for conflict in listed if len(conflict.values) > 1)
