"""What was promised, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from dragoman.errors import QueryError
from dragoman.record import schema
from dragoman.record.following.steps import Status
from dragoman.record.store import Record
from dragoman.views import asked
from dragoman.views.contract import Conflict, ConflictValue, Evidence, Named, Source, Sources
from dragoman.views.outcomes import Outcome, outcomes, standing
from dragoman.views.query import Query
from dragoman.views.sourced import among, counted, evidence, members, sources
from dragoman.when import When

NAME = "ledger"
HELP = "Every undertaking: who, what, since when, due when, and whether a later dispatch says that it was kept."
PAGE = 100
"""Undertakings given where the query sets no limit."""
STATUSES = ("open", "overdue", "kept", "superseded", "lapsed")


@dataclass(frozen=True, slots=True)
class Undertaking:
    """`kind`: agreed, pledged or scheduled. `parties`: countries that are bound; `by`: people or bodies that bind them;
    `to`: the other countries at the encounter where it was made. `since`: day on which it was first told of, or the days among which that lies. `due`: ISO
    8601 as stated, None where no time is stated; `open`: the text leaves the time open in so many words. `status`: open;
    overdue (a stated time has passed and no dispatch says what became of it); kept (a later dispatch says that it
    happened); superseded (a later undertaking takes its place); lapsed (put off or called off with nothing in its place).
    `shown_by`: the spans that say so, for all but open and overdue, which rest on the undertaking's own. `outcome`: the
    encounter that keeps it or the undertaking that replaces it. `late`: the encounter that
    keeps it was held after it was due."""

    entry: str
    what: str
    kind: str
    parties: tuple[str, ...]
    by: tuple[str, ...]
    to: tuple[str, ...]
    since: str | None
    due: str | None
    due_last: str | None
    open: bool
    status: Status
    late: bool
    evidence: tuple[Evidence, ...]
    shown_by: tuple[Evidence, ...]
    outcome: Named | None
    made_at: tuple[Named, ...]
    conflicts: tuple[Conflict, ...]
    sources: Sources


@dataclass(frozen=True, slots=True)
class Ledger:
    """`undertakings`: by the day on which they were first told of. `as_of`: the day as of which their status is given.
    `total`: how many there are with and without those that `limit` left out, which are the oldest. `counts`: how many of
    those given have each status."""

    as_of: date
    undertakings: tuple[Undertaking, ...]
    total: int
    counts: dict[str, int]
    dispatches: tuple[Source, ...]


def view(record: Record, query: Query) -> Ledger:
    """Undertakings with their status. Heeds `as_of` (today where none is given; only what was published by then
    counts), `entry` (that one alone), `since`, `until` (first told of between), `person` (whose name is on it), `side` (who is bound), `issue`,
    `status`, `limit` (100 where none is given; the newest) and `offset`.

    Kept is said only where a later dispatch tells of the encounter that was promised, or states in so many words that
    the thing was done; overdue only by a date that was stated.

    Example: after a dispatch of 2021 that promises a round "in the first half of next year" and one of November 2022 that
    tells of it, `view(record, Query.of(as_of="2022-09-30")).undertakings[0].status` is "overdue", and as of 2023 "kept"
    with `.late` true.
    """
    as_of = query.as_of or date.today()  # noqa: DTZ011
    if query.status and query.status not in STATUSES:
        raise QueryError("--status", f"there is no status {query.status!r}", f"they are {', '.join(STATUSES)}")
    with record.reads() as connection:
        total, page = _page(connection, query, as_of)
        rows = members(connection, page, "commitment", "due")
        told = sources(connection, {row["dispatch"] for listed in rows.values() for row in listed})
        known = {k: s for k, s in told.items() if s.last_day is None or s.last_day <= as_of.isoformat()}
        rows = {key: [r for r in rows.get(key, ()) if r["dispatch"] in known] for key in page}
        entries = _entries(connection, [key for key in page if rows[key]])
        judged = outcomes(connection, entries, as_of)
        countries = _countries(connection, {e for h in entries.values() for e in h["detail"].get("encounters", ())})
        labels = _labels(connection, entries, judged)
        listed = [
            _undertaking(entries[key], rows[key], known, judged[key], countries, labels)
            for key in page
            if key in judged
        ]
        cited = {e.dispatch for one in listed for e in (*one.evidence, *one.shown_by)}
        told |= sources(connection, cited - told.keys())
    counts = {status: sum(one.status == status for one in listed) for status in STATUSES}
    return Ledger(as_of, tuple(listed), total, counts, tuple(told[key] for key in sorted(cited)))


def _page(connection: Connection, query: Query, as_of: date) -> tuple[int, list[str]]:
    """How many entries the query asks for, and those that `limit` and `offset` leave, by the day on which they were
    first told of."""
    entry, step, day = schema.entry.c, schema.step.c, as_of.isoformat()
    where: list[ColumnElement[Any]] = [entry.kind == "commitment", or_(entry.told.is_(None), entry.told <= day)]
    if query.entry:
        where.append(entry.id == query.entry)
    if query.side:
        inside = schema.entry_country.c
        where.append(entry.id.in_(select(inside.entry).where(inside.country == asked.country(query.side))))
    if query.person:
        signed = schema.entry_signed.c
        where.append(
            entry.id.in_(select(signed.entry).where(signed.person.in_(asked.people(connection, query.person))))
        )
    if query.issue:
        about = schema.entry_issue.c
        where.append(entry.id.in_(select(about.entry).where(about.issue.in_(asked.issues(connection, query.issue)))))
    if query.since:
        where.append(or_(entry.told.is_(None), entry.told >= query.since.isoformat()))
    if query.until:
        where.append(entry.told <= query.until.isoformat())
    few = query.entry or query.person or query.issue  # then each is looked up, and counted with the page
    if query.status:
        stands = select(step.entry).where(step.status == query.status, standing(as_of))
        where.append(stands.where(step.entry == entry.id).exists() if few else entry.id.in_(stands))
    newest = select(entry.id).where(*where).order_by(entry.told.is_(None).desc(), entry.told.desc(), entry.id.desc())
    page = newest.limit(query.limit or PAGE).offset(query.offset)
    if few and not query.offset:
        rows = connection.execute(page.add_columns(func.count().over())).all()
        return int(rows[0][1]) if rows else 0, [row[0] for row in rows][::-1]
    total = connection.execute(select(func.count()).select_from(schema.entry).where(*where)).scalar_one()
    return int(total), list(connection.execute(page).scalars())[::-1] if total else []


def _entries(connection: Connection, keys: list[str]) -> dict[str, dict[str, Any]]:
    table = schema.entry
    columns = (table.c.id, table.c.label, table.c.last_day, table.c.detail)
    rows = connection.execute(select(*columns).where(among(table.c.id, keys)))
    return {key: {"id": key, "label": label, "last_day": day, "detail": detail} for key, label, day, detail in rows}


def _countries(connection: Connection, encounters: set[str]) -> dict[str, list[str]]:
    table = schema.entry_country.c
    found: dict[str, list[str]] = {}
    for key, code in connection.execute(select(table.entry, table.country).where(among(table.entry, encounters))):
        found.setdefault(key, []).append(code)
    return found


def _labels(connection: Connection, entries: dict[str, dict[str, Any]], judged: dict[str, Outcome]) -> dict[str, str]:
    keys = {e for head in entries.values() for e in head["detail"].get("encounters", ())}
    keys |= {o.entry for o in judged.values() if o.entry}
    table = schema.entry.c
    rows = connection.execute(select(table.id, table.label).where(among(table.id, keys)))
    return {row.id: row.label for row in rows}


def _undertaking(
    head: dict[str, Any],
    rows: list[dict[str, Any]],
    told: dict[str, Source],
    outcome: Outcome,
    countries: dict[str, list[str]],
    labels: dict[str, str],
) -> Undertaking:
    detail = head["detail"]
    ordered = sorted(rows, key=lambda r: (told[r["dispatch"]].last_day or "9999", r["dispatch"], r["start"]))
    parties = tuple(detail.get("parties", ()))
    made_at = [e for e in detail.get("encounters", ()) if e in labels]
    others = sorted({c for e in made_at for c in countries.get(e, ())} - set(parties))
    return Undertaking(
        entry=head["id"],
        what=" ".join(head["label"].split()),
        kind=detail.get("kind", "agreed"),
        parties=parties,
        by=tuple(detail.get("by", ())),
        to=tuple(others),
        since=_since(told[row["dispatch"]] for row in rows),
        due=detail.get("due"),
        due_last=head["last_day"],
        open=bool(detail.get("open")),
        status=outcome.status,
        late=outcome.status == "kept"
        and bool(head["last_day"])
        and outcome.day is not None
        and outcome.day > head["last_day"],
        evidence=tuple(evidence(row) for row in ordered),
        shown_by=outcome.shown_by,
        outcome=Named(outcome.entry, labels.get(outcome.entry, outcome.entry)) if outcome.entry else None,
        made_at=tuple(Named(e, labels[e]) for e in made_at),
        conflicts=_conflicts(detail.get("conflicts", {}), ordered),
        sources=counted(told[row["dispatch"]] for row in rows),
    )


def _since(told: Iterable[Source]) -> str | None:
    """The day of the first dispatch that tells of it, or the days among which that lies."""
    first = min((s for s in told if s.last_day), key=lambda s: (s.last_day or "", s.first_day or ""), default=None)
    if first is None or first.first_day is None or first.last_day is None:
        return first.last_day if first else None
    return str(When(date.fromisoformat(first.first_day), date.fromisoformat(first.last_day)))


def _conflicts(found: dict[str, list[Any]], rows: list[dict[str, Any]]) -> tuple[Conflict, ...]:
    listed = []
    for field, values in sorted(found.items()):
        told = [ConflictValue(str(v), tuple(evidence(r) for r in rows if str(r.get(field)) == str(v))) for v in values]
        listed.append(Conflict(field, tuple(one for one in told if one.evidence)))
    return tuple(conflict for conflict in listed if len(conflict.values) > 1)
