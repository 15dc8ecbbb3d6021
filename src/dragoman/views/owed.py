"""What other views say that a brief takes over: contested points, and commitments that are open or overdue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.cues import DENIAL
from dragoman.record.knowledge import known
from dragoman.record.store import Record
from dragoman.views.aligning.contest import Contest, denying_between, window, written
from dragoman.views.contract import Evidence, Sources
from dragoman.views.encounters import EncounterEntry
from dragoman.views.query import Query
from dragoman.views.roll import roll
from dragoman.views.who import called
from dragoman.when import When

GIVEN = 24
"""Commitments given, overdue ones before open ones."""


@dataclass(frozen=True, slots=True)
class Contested:
    """A contested point of an encounter's accounts. `speaker`: whose words are contested."""

    encounter: str
    date: str | None
    speaker: str
    issues: tuple[str, ...]
    contest: Contest


@dataclass(frozen=True, slots=True)
class Owed:
    """A commitment that stands open or is overdue. `text`: as first worded. `due`: ISO 8601, None where no day is
    set."""

    entry: str
    text: str
    status: str
    parties: tuple[str, ...]
    since: str | None
    due: str | None
    sources: Sources
    evidence: tuple[Evidence, ...]


def contested(record: Record, met: Iterable[EncounterEntry], until: date | None) -> list[Contested]:
    """The contested points of encounters of which there is an account."""
    compare = roll()["compare"].view
    found = []
    with record.reads() as connection:
        open_to = [one for one in met if _deniable(connection, one, until)]
    for one in open_to:
        compared = compare(record, Query(entry=one.entry, as_of=until))
        disputed = [p for p in compared.points if p.status == "contested" and p.contest]
        with record.reads() as connection:
            for point in disputed:
                name = called(connection, point.person, known(connection))[0] if point.person else point.speaker
                found.append(Contested(one.entry, one.date, name, point.issues, point.contest))
    return found


def _deniable(connection: Connection, one: EncounterEntry, until: date | None) -> bool:
    """Whether any dispatch denies something that tells of an encounter, or of someone whose words its accounts give, while
    those can be denied."""
    homes = [t.evidence.dispatch for t in one.tellings if t.principal]
    if not homes or not one.date:
        return False
    first, last = window(When.parse(one.date).last.isoformat(), until)
    said, voice, member = schema.attribution.c, schema.voice.c, schema.membership.c
    speakers = (
        select(member.entry)
        .select_from(schema.attribution)
        .join(schema.voice, voice.attribution == said.id)
        .join(schema.membership, member.finding == voice.person)
        .where(said.dispatch.in_(homes), member.entry.is_not(None))
        .distinct()
    )
    cue = schema.cue.c
    denies = select(cue.dispatch).where(cue.what == DENIAL, cue.day >= first, cue.day <= last)
    if connection.execute(denies.limit(1)).first() is None:
        return False
    people = list(connection.execute(speakers).scalars())
    told = denying_between(first, last, [one.entry, *people], written(connection, people))
    return connection.execute(told.limit(1)).first() is not None


def owed(record: Record, people: Sequence[str], issues: Sequence[str], until: date | None) -> list[Owed]:
    """Commitments open or overdue on a day: on the issues where any are named, else of the people where any are, else of
    all; overdue ones first, each newest first."""
    ledger = roll()["ledger"].view
    asked: list[dict[str, Any]] = [{"issue": i} for i in issues] or [{"person": p} for p in people] or [{}]
    ranked: list[Owed] = []
    for status in ("overdue", "open"):
        found: dict[str, Owed] = {}
        for part in asked if len(ranked) < GIVEN else []:
            for one in ledger(record, Query(as_of=until, status=status, limit=GIVEN, **part)).undertakings:
                found[one.entry] = Owed(
                    one.entry, one.what, one.status, one.parties, one.since, one.due, one.sources, one.evidence
                )
        ranked += sorted(found.values(), key=lambda o: (o.since or "", o.entry), reverse=True)
    return ranked[:GIVEN]
