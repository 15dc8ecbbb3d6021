"""Any entry, finding or dispatch, with its evidence in context and the judgements that made it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, or_, select

from dragoman.errors import RecordError
from dragoman.record import schema
from dragoman.record.former import leads_to
from dragoman.record.judgement import Judgement, accepted, judgements
from dragoman.record.kinds import KINDS
from dragoman.record.store import Record
from dragoman.views.contract import Evidence, Named, Source, Sources
from dragoman.views.query import Query
from dragoman.views.sourced import chunks, counted, evidence, sources

NAME = "show"
HELP = "Any entry, finding or dispatch, with its evidence in context and the judgements that made it."
AROUND = 160
"""Characters of context on either side of evidence."""
PAGE = 200
"""Findings given where the query sets no limit."""
_PLAIN = ("dispatch", "position", "start", "end", "evidence", "digest", "rejected", "id")
_J = schema.judgement.c


@dataclass(frozen=True, slots=True)
class Shown:
    """One finding in its context: `before` and `after` are the characters around the evidence. `values`: its fields but
    for spans; `spans`: those of its parts by name. `entry`: what it was made part of. `rejected`,
    `accepted`: a person said that it is wrong, that it is right; at most one of the two."""

    finding: str
    kind: str
    values: Mapping[str, Any]
    evidence: Evidence
    before: str
    after: str
    spans: Mapping[str, Evidence]
    entry: Named | None
    rejected: bool
    accepted: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement that bears on what is shown. `a`, `b`: what it is about, in words. `author`: the rule's name, or the
    person's where `by_hand`. `reasons`: the features that counted, or what the person wrote."""

    id: str
    kind: str
    a: str
    b: str | None
    field: str | None
    value: Any
    author: str
    by_hand: bool
    reasons: Any
    made_at: str
    revoked_at: str | None


@dataclass(frozen=True, slots=True)
class Showing:
    """`kind`: person, encounter, mechanism, instrument, commitment, attribution, issue, formula or dispatch; `what`: entry,
    finding or dispatch. `detail`: what the entry, finding or dispatch is said to be. `candidates`: the entries of which
    this one might be another telling, where more than one fits. `total`: how many findings there are with those left
    out by `limit`."""

    id: str
    what: str
    kind: str
    label: str
    detail: Mapping[str, Any]
    sources: Sources
    findings: tuple[Shown, ...]
    total: int
    judgements: tuple[Judged, ...]
    candidates: tuple[Named, ...]
    dispatches: tuple[Source, ...]


def view(record: Record, query: Query) -> Showing:
    """What `entry` names: an entry (by its id, or by an id that it once had), a finding, a judgement's finding or a
    dispatch. Heeds `entry`, `limit` (of findings, 200 where none is given) and `offset`. RecordError where the record
    has nothing of that id.

    Example: `view(record, Query(entry="person-wang-yi")).findings[0].evidence.text` is how the first dispatch that
    names him writes it.
    """
    key = query.entry or ""
    with record.reads() as connection:
        kind = connection.execute(select(schema.finding.c.kind).where(schema.finding.c.id == key)).scalar()
        if kind is not None:
            return _finding(connection, key, kind)
        if now := leads_to(connection, key):
            entry = connection.execute(select(schema.entry).where(schema.entry.c.id == now)).mappings().one()
            return _entry(connection, dict(entry), query)
        if connection.execute(select(schema.dispatch.c.id).where(schema.dispatch.c.id == key)).scalar():
            return _dispatch(connection, key, query)
    raise RecordError(key, "is nothing in the record", "`dragoman timeline` and `dragoman search` print ids")


def _entry(connection: Connection, head: dict[str, Any], query: Query) -> Showing:
    membership, kind = schema.membership.c, KINDS[head["kind"]]
    table, told, group = kind.table.c, schema.dispatch.c, schema.source_group.c
    held = connection.execute(
        select(table.id, table.dispatch, table.rejected, membership.node, func.coalesce(group.source, table.dispatch))
        .join(schema.membership, membership.finding == table.id)
        .join(schema.dispatch, told.id == table.dispatch)
        .outerjoin(schema.source_group, group.dispatch == table.dispatch)
        .where(membership.entry == head["id"])
        .order_by(func.coalesce(told.last_day, "9999"), table.dispatch, table.id)
    ).all()
    stand = {dispatch: source for _, dispatch, rejected, _, source in held if not rejected}
    chosen = [row.id for row in held][query.offset : query.offset + (query.limit or PAGE)]
    findings = _shown(connection, {head["kind"]: chosen})
    rank = {key: number for number, key in enumerate(chosen)}
    ids = [row.id for row in held]
    detail = dict(head["detail"])
    rivals = _labelled(connection, detail.pop("candidates", []))
    return Showing(
        id=head["id"],
        what="entry",
        kind=head["kind"],
        label=head["label"],
        detail={"first_day": head["first_day"], "last_day": head["last_day"], **detail},
        sources=Sources(len(set(stand.values())), len(stand)),
        findings=tuple(sorted(findings, key=lambda f: rank[f.finding])),
        total=len(ids),
        judgements=_judged(connection, ids, {row.node for row in held}),
        candidates=tuple(Named(key, label) for key, label in rivals.items()),
        dispatches=_cited(connection, findings),
    )


def _finding(connection: Connection, key: str, kind: str) -> Showing:
    (shown,) = _shown(connection, {kind: [key]})
    nodes = connection.execute(select(schema.membership.c.node).where(schema.membership.c.finding == key)).scalars()
    told = sources(connection, [shown.evidence.dispatch])
    return Showing(
        id=key,
        what="finding",
        kind=kind,
        label=" ".join(shown.evidence.text.split()),
        detail=shown.values,
        sources=counted(told.values()),
        findings=(shown,),
        total=1,
        judgements=_judged(connection, [key], set(nodes)),
        candidates=(),
        dispatches=tuple(told.values()),
    )


def _dispatch(connection: Connection, key: str, query: Query) -> Showing:
    row = connection.execute(select(schema.dispatch).where(schema.dispatch.c.id == key)).mappings().one()
    table = schema.finding.c
    listed: dict[str, list[str]] = {}
    for found, kind in connection.execute(select(table.id, table.kind).where(table.dispatch == key)):
        listed.setdefault(kind, []).append(found)
    every = sorted(_shown(connection, listed), key=lambda f: (f.evidence.start, f.evidence.end, f.kind, f.finding))
    told = sources(connection, [key])
    about = (
        "language", "outlet", "outlet_country", "published", "candidates", "earliest", "latest", "address", "origin",
        "added_at", "desks", "reader_version",
    )  # fmt: skip
    return Showing(
        id=key,
        what="dispatch",
        kind="dispatch",
        label=row["title"] or row["given_title"] or row["origin"],
        detail={name: row[name] for name in about} | {"length": len(row["text"])},
        sources=counted(told.values()),
        findings=tuple(every[query.offset : query.offset + (query.limit or PAGE)]),
        total=len(every),
        judgements=_judged(connection, [f.finding for f in every], set()),
        candidates=(),
        dispatches=tuple(told.values()),
    )


def _shown(connection: Connection, wanted: Mapping[str, Iterable[str]]) -> list[Shown]:
    found = []
    membership, entry = schema.membership.c, schema.entry.c
    for kind, ids in wanted.items():
        table = KINDS[kind].table
        for keys in chunks(ids):
            rows = connection.execute(
                select(table, schema.dispatch.c.text.label("whole"), entry.id.label("entry_id"), entry.label)
                .join(schema.dispatch, schema.dispatch.c.id == table.c.dispatch)
                .outerjoin(schema.membership, membership.finding == table.c.id)
                .outerjoin(schema.entry, entry.id == membership.entry)
                .where(table.c.id.in_(keys))
            ).mappings()
            right = accepted(connection, keys)
            found += [_one(kind, dict(row), row["id"] in right) for row in rows]
    return found


def _one(kind: str, row: dict[str, Any], right: bool) -> Shown:
    whole, start, end = row["whole"], row["start"], row["end"]
    shape = KINDS[kind]
    spans: dict[str, Evidence] = {}
    for name in shape.spans:
        first, last = row[f"{name}_start"], row[f"{name}_end"]
        if first is not None:
            spans[name] = Evidence(row["dispatch"], first, last, whole[first:last])
    for name in shape.span_lists:
        for number, (first, last) in enumerate(row[name], 1):
            spans[f"{name} {number}"] = Evidence(row["dispatch"], first, last, whole[first:last])
    values = {name: row[shape.column(name)] for name in (*shape.plain, *shape.lists)}
    return Shown(
        finding=row["id"],
        kind=kind,
        values={name: value for name, value in values.items() if value not in (None, [], "")},
        evidence=evidence(row),
        before=whole[max(0, start - AROUND) : start],
        after=whole[end : end + AROUND],
        spans=spans,
        entry=Named(row["entry_id"], row["label"]) if row["entry_id"] else None,
        rejected=row["rejected"],
        accepted=right,
    )


def _judged(connection: Connection, findings: list[str], nodes: set[str]) -> tuple[Judged, ...]:
    found: dict[str, Judgement] = {}
    for keys in chunks(findings):
        for judged in judgements(
            connection, or_(_J.a_now.in_(keys), _J.b_now.in_(keys), _J.a.in_(keys), _J.b.in_(keys))
        ):
            found[judged.id] = judged
    for keys in chunks(nodes):
        for judged in judgements(connection, _J.by_hand.is_(False), or_(_J.a.in_(keys), _J.b.in_(keys))):
            found[judged.id] = judged
    words = _words(connection, {side for j in found.values() for side in (j.a, j.b) if side and not j.by_hand})
    listed = sorted(found.values(), key=lambda j: (not j.by_hand, j.made_at, j.id))
    return tuple(
        Judged(
            j.id, j.kind, words.get(j.a, j.a), words.get(j.b, j.b) if j.b else None, j.field, j.value, j.author,
            j.by_hand, j.reasons, j.made_at, j.revoked_at,
        )
        for j in listed
    )  # fmt: skip


def _words(connection: Connection, nodes: Iterable[str]) -> dict[str, str]:
    """Descriptions by the readable ids made of them."""
    found: dict[str, str] = {}
    node = schema.node.c
    for keys in chunks(nodes):
        found.update((k, s) for k, s in connection.execute(select(node.id, node.slug).where(node.id.in_(keys))))
    return found


def _labelled(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    entry = schema.entry.c
    for some in chunks(keys):
        rows = connection.execute(select(entry.id, entry.label).where(entry.id.in_(some)).order_by(entry.id))
        found.update((key, label) for key, label in rows)
    return found


def _cited(connection: Connection, findings: Iterable[Shown]) -> tuple[Source, ...]:
    return tuple(sources(connection, sorted({f.evidence.dispatch for f in findings})).values())
