"""One person: how they are written, which offices they are given, whom they met, and what they said on each issue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select

from dragoman.errors import QueryError
from dragoman.record import schema
from dragoman.record.knowledge import known
from dragoman.record.store import Record
from dragoman.views import asked
from dragoman.views.contract import Evidence, Source, Sources, evidence_in
from dragoman.views.encounters import EncounterEntry, encounters
from dragoman.views.offices import OfficeHeld, Tenure, offices, tenures
from dragoman.views.positions import Position, of_person
from dragoman.views.query import Query
from dragoman.views.sourced import counted, sources
from dragoman.views.statements import Statement, by_people, newest
from dragoman.views.who import called, one_person

NAME = "person"
HELP = "A person's offices over time, encounters, and statements by issue with what changed."

STATEMENTS = 400
"""Statements looked at, the newest."""
MEETINGS = 30
"""Encounters given, the newest."""
_P, _M, _D = schema.person.c, schema.membership.c, schema.dispatch.c


@dataclass(frozen=True, slots=True)
class Spelling:
    """A way in which dispatches write the name, how many do, why it was taken to mean this person (None: as the desk or
    the rest of the record writes it), and where it stands in the newest."""

    name: str
    total: int
    because: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class PersonView:
    """`name`: as the desk writes it, else the fullest in the record. `offices`: as reported; `tenures`: per the desk.
    `encounters`: the newest of `encounters_total`, newest first. `statements`: attributed sentences looked at, the
    newest; where `complete` is false there are older ones. `positions`: on each issue spoken of, the most frequent
    first. `other`: the newest statements on no issue that a desk knows."""

    entry: str
    name: str
    country: str | None
    spellings: tuple[Spelling, ...]
    offices: tuple[OfficeHeld, ...]
    tenures: tuple[Tenure, ...]
    encounters_total: int
    encounters: tuple[EncounterEntry, ...]
    statements: int
    complete: bool
    positions: tuple[Position, ...]
    other: tuple[Statement, ...]
    sources: Sources
    dispatches: tuple[Source, ...]


def view(record: Record, query: Query) -> PersonView:
    """Heeds `person` or `entry` (an entry's id or a name that one person in the record has), `issue`, `since`, `until`,
    `as_of`, `limit` (statements looked at). QueryError without a name, for one that nobody has, or that several have.

    Example: `{"entry": "person-wang-yi", "name": "Wang Yi", "country": "CHN", "spellings": [{"name": "WANG Yi", "total":
    1, "because": null, "evidence": {"dispatch": …, "start": …, "end": …, "text": "…"}}], "offices": [{"titles": ["Foreign
    Minister"], "tense": "current", "first_day": …, "last_day": …, "total": 12, "tenures": […], "evidence": […]}],
    "encounters": […], "positions": […], …}`
    """
    name = query.person or query.entry
    if not name:
        raise QueryError("person", "nobody is named", "give a name or an entry's id")
    until = min(filter(None, (query.until, query.as_of)), default=None)
    with record.reads() as connection:
        entry = one_person(connection, name)
        pack = known(connection)
        most = query.limit or STATEMENTS
        told = newest(connection, by_people([entry]), query.since, until, most + 1)
        complete = len(told) <= most
        told = told if complete else told[1:]
        issues = asked.issues(connection, query.issue) if query.issue else _issues(told)
        met, total = _encounters(connection, entry, query)
        label, country = called(connection, entry, pack)
        made = PersonView(
            entry=entry,
            name=label,
            country=country,
            spellings=tuple(_spellings(connection, entry)),
            offices=tuple(offices(connection, entry, pack, until)),
            tenures=tenures(pack, entry),
            encounters_total=total,
            encounters=tuple(met),
            statements=len(told),
            complete=complete,
            positions=tuple(of_person(told, entry, issues, pack)),
            other=() if query.issue else tuple([s for s in told if not s.issues][:-21:-1]),
            sources=Sources(0, 0),
            dispatches=(),
        )
        return _with_sources(connection, made)


def _with_sources(connection: Connection, made: PersonView) -> PersonView:
    cited = sources(connection, (item.dispatch for item in evidence_in(made)))
    return replace(made, sources=counted(cited.values()), dispatches=tuple(cited.values()))


def _issues(told: Iterable[Statement]) -> list[str]:
    counts = Counter(issue for one in told for issue in one.issues)
    return [issue for issue, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))]


def _spellings(connection: Connection, entry: str) -> list[Spelling]:
    order = func.row_number().over(partition_by=_P.name, order_by=(_D.last_day.desc().nulls_last(), _P.id))
    ranked = (
        select(
            _P.name, _P.because, _P.dispatch, _P.start, _P.end, _P.evidence, order.label("nth"),
            func.count().over(partition_by=_P.name).label("total"),
        )
        .join(schema.membership, _M.finding == _P.id)
        .join(schema.dispatch, _D.id == _P.dispatch)
        .where(_M.entry == entry, _P.rejected.is_(False))
        .subquery()
    )  # fmt: skip
    rows = connection.execute(select(ranked).where(ranked.c.nth == 1).order_by(ranked.c.total.desc(), ranked.c.name))
    return [Spelling(r.name, r.total, r.because, Evidence(r.dispatch, r.start, r.end, r.evidence)) for r in rows]


def _encounters(connection: Connection, entry: str, query: Query) -> tuple[list[EncounterEntry], int]:
    table, taking = schema.entry.c, schema.entry_person.c
    where = [table.kind == "encounter", taking.person == entry]
    if query.since:
        where.append(table.last_day >= query.since.isoformat())
    if query.until:
        where.append(table.first_day <= query.until.isoformat())
    joined = schema.entry.join(schema.entry_person, taking.entry == table.id)
    total = connection.execute(select(func.count()).select_from(joined).where(*where)).scalar_one()
    chosen = select(table.id).select_from(joined).where(*where)
    ordered = chosen.order_by(table.first_day.desc().nulls_last(), table.id).limit(MEETINGS)
    found, _ = encounters(connection, connection.execute(ordered).scalars(), query.as_of)
    return list(found.values()), int(total)
