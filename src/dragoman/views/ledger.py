"""What was promised, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from dragoman.errors import QueryError
from dragoman.record import schema
from dragoman.record.knowledge import known
from dragoman.record.store import Record
from dragoman.views import asked
from dragoman.views.aligning.likeness import lexicon
from dragoman.views.contract import Conflict, ConflictValue, Evidence, Named, Source, Sources
from dragoman.views.following.status import Outcome, outcomes
from dragoman.views.query import Query
from dragoman.views.sourced import chunks, counted, evidence, members, sources

NAME = "ledger"
HELP = "Every undertaking: who, what, since when, due when, and whether a later dispatch says that it was kept."
PAGE = 100
"""Undertakings given where the query sets no limit."""
STATUSES = ("open", "overdue", "kept", "superseded", "lapsed")
Status = Literal["open", "overdue", "kept", "superseded", "lapsed"]


@dataclass(frozen=True, slots=True)
class Undertaking:
    """`kind`: agreed, pledged or scheduled. `parties`: countries that are bound; `by`: people or bodies that bind them;
    `to`: the other countries at the encounter where it was made. `since`: day on which it was first told of. `due`: ISO
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
    counts), `since`, `until` (first told of between), `person` (whose name is on it), `side` (who is bound), `issue`,
    `status`, `limit` (100 where none is given; the newest) and `offset`. `status` is sought among those that `limit`
    leaves of all others.

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
        heads = _heads(connection, query, as_of)
        total = len(heads)
        last = max(0, total - query.offset) if query.status is None else total
        keep = query.limit or PAGE
        page = heads[max(0, last - keep) : last] if query.status is None else heads
        rows = members(connection, page, "commitment")
        told = sources(connection, {row["dispatch"] for listed in rows.values() for row in listed})
        counts_ = {k: s for k, s in told.items() if s.last_day is None or s.last_day <= as_of.isoformat()}
        rows = {key: [r for r in rows.get(key, ()) if r["dispatch"] in counts_] for key in page}
        entries = _entries(connection, [key for key in page if rows[key]])
        pack = known(connection)
        judged, more = outcomes(connection, entries, rows, counts_, pack, lexicon(pack), as_of)
        countries = _countries(connection, {e for h in entries.values() for e in h["detail"].get("encounters", ())})
        labels = _labels(connection, entries, judged)
    listed = [
        _undertaking(entries[key], rows[key], counts_, judged[key], countries, labels, as_of)
        for key in page
        if key in entries
    ]
    if query.status:
        listed = [one for one in listed if one.status == query.status]
        total = len(listed)
        last = max(0, total - query.offset)
        listed = listed[max(0, last - keep) : last]
    cited = {e.dispatch for one in listed for e in (*one.evidence, *one.shown_by)}
    every = {**more, **told}
    counted_ = {status: sum(one.status == status for one in listed) for status in STATUSES}
    return Ledger(as_of, tuple(listed), total, counted_, tuple(every[key] for key in sorted(cited) if key in every))


def _heads(connection: Connection, query: Query, as_of: date) -> list[str]:
    """The entries that the query asks for, by the day on which they were first told of."""
    membership, heads = schema.membership.c, schema.dispatch.c
    since = func.min(func.coalesce(heads.last_day, "9999"))
    where: list[ColumnElement[Any]] = [membership.kind == "commitment", membership.entry.is_not(None)]
    where.append(or_(heads.last_day.is_(None), heads.last_day <= as_of.isoformat()))
    if query.side:
        inside = schema.entry_country.c
        where.append(membership.entry.in_(select(inside.entry).where(inside.country == asked.country(query.side))))
    if query.person:
        where.append(membership.finding.in_(_of_person(asked.people(connection, query.person))))
    if query.issue:
        where.append(membership.finding.in_(_on_issue(asked.issues(connection, query.issue))))
    found = (
        select(membership.entry, since.label("since"))
        .join(schema.dispatch, heads.id == membership.dispatch)
        .where(and_(*where))
        .group_by(membership.entry)
    )
    if query.since:
        found = found.having(since >= query.since.isoformat())
    if query.until:
        found = found.having(since <= query.until.isoformat())
    rows = connection.execute(found.order_by(since, membership.entry))
    return [str(row[0]) for row in rows]


def _of_person(people: list[str]) -> Any:
    """Commitments whose words mention the person, or whose dispatch's sentence is theirs."""
    commitment, said, voice, membership = schema.commitment.c, schema.attribution.c, schema.voice.c, schema.membership.c
    spoken = (
        select(commitment.id)
        .join(schema.attribution, said.dispatch == commitment.dispatch)
        .join(schema.voice, voice.attribution == said.id)
        .join(schema.membership, membership.finding == voice.person)
        .where(membership.entry.in_(people), said.start < commitment.end, said.end > commitment.start)
    )
    held = schema.encounter.c
    taking = schema.participant.c
    made = (
        select(commitment.id)
        .join(schema.encounter, and_(held.dispatch == commitment.dispatch, held.principal.is_(True)))
        .join(schema.participant, taking.encounter == held.id)
        .join(schema.membership, membership.finding == taking.person)
        .where(membership.entry.in_(people))
    )
    return spoken.union(made)


def _on_issue(issues: list[str]) -> Any:
    commitment, told = schema.commitment.c, schema.issue.c
    return (
        select(commitment.id)
        .join(schema.issue, told.dispatch == commitment.dispatch)
        .where(told.issue.in_(issues), told.start < commitment.end, told.end > commitment.start)
    )


def _entries(connection: Connection, keys: list[str]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for some in chunks(keys):
        for row in connection.execute(select(schema.entry).where(schema.entry.c.id.in_(some))).mappings():
            found[row["id"]] = dict(row)
    return found


def _countries(connection: Connection, encounters: set[str]) -> dict[str, list[str]]:
    table = schema.entry_country.c
    found: dict[str, list[str]] = {}
    for some in chunks(encounters):
        for key, code in connection.execute(select(table.entry, table.country).where(table.entry.in_(some))):
            found.setdefault(key, []).append(code)
    return found


def _labels(connection: Connection, entries: dict[str, dict[str, Any]], judged: dict[str, Outcome]) -> dict[str, str]:
    keys = {e for head in entries.values() for e in head["detail"].get("encounters", ())}
    keys |= {o.entry for o in judged.values() if o.entry}
    found: dict[str, str] = {}
    table = schema.entry.c
    for some in chunks(keys):
        found.update((k, v) for k, v in connection.execute(select(table.id, table.label).where(table.id.in_(some))))
    return found


def _undertaking(
    head: dict[str, Any],
    rows: list[dict[str, Any]],
    told: dict[str, Source],
    outcome: Outcome,
    countries: dict[str, list[str]],
    labels: dict[str, str],
    as_of: date,
) -> Undertaking:
    detail = head["detail"]
    ordered = sorted(rows, key=lambda r: (told[r["dispatch"]].last_day or "9999", r["dispatch"], r["start"]))
    parties = tuple(detail.get("parties", ()))
    made_at = [e for e in detail.get("encounters", ()) if e in labels]
    others = sorted({c for e in made_at for c in countries.get(e, ())} - set(parties))
    overdue = bool(head["last_day"]) and head["last_day"] < as_of.isoformat()
    status: Status = outcome.status if outcome.status != "open" else "overdue" if overdue else "open"
    return Undertaking(
        entry=head["id"],
        what=" ".join(head["label"].split()),
        kind=detail.get("kind", "agreed"),
        parties=parties,
        by=tuple(detail.get("by", ())),
        to=tuple(others),
        since=min((d for r in rows if (d := told[r["dispatch"]].last_day)), default=None),
        due=detail.get("due"),
        due_last=head["last_day"],
        open=bool(detail.get("open")),
        status=status,
        late=status == "kept" and bool(head["last_day"]) and outcome.day is not None and outcome.day > head["last_day"],
        evidence=tuple(evidence(row) for row in ordered),
        shown_by=outcome.shown_by,
        outcome=Named(outcome.entry, labels.get(outcome.entry, outcome.entry)) if outcome.entry else None,
        made_at=tuple(Named(e, labels[e]) for e in made_at),
        conflicts=_conflicts(detail.get("conflicts", {}), ordered),
        sources=counted(told[row["dispatch"]] for row in rows),
    )


def _conflicts(found: dict[str, list[Any]], rows: list[dict[str, Any]]) -> tuple[Conflict, ...]:
    listed = []
    for field, values in sorted(found.items()):
        told = [ConflictValue(str(v), tuple(evidence(r) for r in rows if str(r.get(field)) == str(v))) for v in values]
        listed.append(Conflict(field, tuple(one for one in told if one.evidence)))
    return tuple(conflict for conflict in listed if len(conflict.values) > 1)
