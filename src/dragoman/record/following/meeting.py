"""An encounter as far as undertakings ask, read from the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.batches import batches
from dragoman.record.following.promise import Piece

HELD = "held"
OFF = ("cancelled", "postponed")
_E = schema.entry.c


@dataclass(frozen=True, slots=True)
class Told:
    """What one dispatch says of an encounter, with its last possible day of publication."""

    day: str
    status: str
    piece: Piece


@dataclass(frozen=True, slots=True)
class Meeting:
    """An encounter as far as undertakings ask. `people`: countries by person's entry, or finding where no person was
    made out. `tellings`: by day."""

    entry: str
    kind: str
    date: str | None
    last_day: str
    place: str | None
    mechanism: str | None
    ordinal: int | None
    people: Mapping[str, str | None]
    tellings: tuple[Told, ...]

    def by(self, day: str) -> Meeting:
        """As told by a day."""
        return replace(self, tellings=tuple(t for t in self.tellings if t.day <= day))

    @property
    def status(self) -> str | None:
        """Held where one telling says so, else cancelled or postponed, as said last."""
        if any(t.status == HELD for t in self.tellings):
            return HELD
        return next((t.status for t in reversed(self.tellings) if t.status in OFF), None)


def load(connection: Connection, keys: Collection[str]) -> dict[str, Meeting]:
    """Encounters by their entries, each with what dispatches whose day is known tell of it."""
    member, told, heads = schema.membership.c, schema.encounter.c, schema.dispatch.c
    tellings: dict[str, list[Told]] = defaultdict(list)
    people = _people(connection, keys)
    found: dict[str, Meeting] = {}
    for some in batches(keys):
        rows = connection.execute(
            select(
                member.entry, told.dispatch, told.start, told.end, told.evidence, told.status, told.change,
                heads.last_day,
            )
            .join(schema.encounter, told.id == member.finding)
            .join(schema.dispatch, heads.id == told.dispatch)
            .where(member.entry.in_(some), told.rejected.is_(False), heads.last_day.is_not(None))
            .order_by(heads.last_day, told.dispatch, told.start)
        )  # fmt: skip
        for entry, dispatch, start, end, text, status, change, day in rows:
            tellings[entry].append(Told(day, change or status, Piece(dispatch, start, end, text)))
        for row in connection.execute(select(schema.entry).where(_E.id.in_(some))).mappings():
            detail: dict[str, Any] = row["detail"]
            found[row["id"]] = Meeting(
                entry=row["id"],
                kind=detail["kind"],
                date=detail.get("date"),
                last_day=row["last_day"],
                place=detail.get("place"),
                mechanism=row["mechanism"],
                ordinal=detail.get("ordinal"),
                people=people.get(row["id"], {}),
                tellings=tuple(tellings[row["id"]]),
            )
    return found


def _people(connection: Connection, keys: Collection[str]) -> dict[str, dict[str, str | None]]:
    """Who took part in each encounter, accounts before mentions, with the country that a dispatch or the desk gives."""
    taking, person, encounter, member = schema.participant.c, schema.person.c, schema.encounter.c, schema.membership.c
    who = schema.membership.alias("who")
    found: dict[str, dict[str, str | None]] = defaultdict(dict)
    for some in batches(keys):
        rows = connection.execute(
            select(member.entry, taking.person, who.c.entry, person.country)
            .join(schema.encounter, encounter.id == member.finding)
            .join(schema.participant, taking.encounter == member.finding)
            .join(schema.person, person.id == taking.person)
            .outerjoin(who, who.c.finding == taking.person)
            .where(member.entry.in_(some), encounter.rejected.is_(False))
            .order_by(member.entry, encounter.principal.desc(), member.dispatch, encounter.start, taking.position)
        )
        for entry, finding, known, country in rows:
            named = known or finding
            found[entry][named] = found[entry].get(named) or country
    return found
