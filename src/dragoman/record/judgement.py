"""What a person decided: that findings tell of one thing or of two, that a finding is right or wrong, or that a value is
another. It outranks every rule.

A judgement names its findings by id and remembers where they stand, so that it holds when the dispatch is read again by
another reader: the finding with the same id is meant, else the one of the same kind that covers most of the same
characters.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, and_, insert, or_, select, update

from dragoman.errors import QueryError, RecordError
from dragoman.record import schema
from dragoman.record.correct import check, refresh
from dragoman.record.identify import digest
from dragoman.record.kinds import KINDS

JudgementKind = Literal["same", "different", "accept", "reject", "correct"]
ALIKE = 0.5
"""How much of the longer of two spans must be common for the one to stand for the other."""

_J = schema.judgement
_OF_ONE = ("accept", "reject", "correct")
"""Judgements of one finding; the others are of two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """`a`, `b`: finding ids where `by_hand`, else ids of descriptions (see `resolve`). `value`: of `field`, for a
    correction. `a_now`, `b_now`: the findings that it bears on today, None where the dispatch is not in the record or
    nothing in it fits. Times are ISO 8601."""

    id: str
    kind: JudgementKind
    a: str
    b: str | None
    field: str | None
    value: Any
    author: str
    by_hand: bool
    reasons: Any
    made_at: str
    revoked_at: str | None
    a_now: str | None
    b_now: str | None


def moment(at: datetime) -> str:
    """A time as the record writes it: UTC, to the microsecond, so that the later of two sorts last."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def make(
    connection: Connection,
    kind: JudgementKind,
    a: str,
    b: str | None,
    *,
    field: str | None,
    value: Any,
    author: str,
    reasons: Any,
    at: datetime,
) -> str:
    """Writes a judgement by hand about findings and gives its id. RecordError for a finding that is not there,
    QueryError for a field or value that its kind cannot have, or findings of two kinds."""
    first = _place(connection, a)
    second = _place(connection, b) if b is not None else None
    if second and second["kind"] != first["kind"]:
        raise QueryError(
            f"{a}, {b}", f"one is of kind {first['kind']}, the other {second['kind']}", "name two of one kind"
        )
    if a == b:
        raise QueryError(a, "is named twice", "name two findings")
    if kind == "correct":
        value = check(KINDS[first["kind"]], field or "", value)
    made = moment(at)
    key = "j-" + digest(kind, a, b or "", field or "", json.dumps(value), author, made)
    values = {f"a_{name}": first[name] for name in ("dispatch", "kind", "start", "end")}
    values |= {f"b_{name}": second[name] for name in ("dispatch", "kind", "start", "end")} if second else {}
    connection.execute(
        insert(_J).values(
            id=key,
            kind=kind,
            a=a,
            b=b,
            field=field,
            value=value,
            author=author,
            by_hand=True,
            reasons=reasons,
            made_at=made,
            a_now=a,
            b_now=b,
            **values,
        )
    )
    _apply(connection, kind, a)
    return key


def revoke(connection: Connection, key: str, at: datetime) -> Judgement:
    """Takes a judgement back; it stays on record. A rule's judgement taken back is not made again. RecordError where
    there is none."""
    found = judgements(connection, _J.c.id == key)
    if not found:
        raise RecordError(key, "no such judgement in the record", "list them with `dragoman show` on the entry")
    if found[0].revoked_at is None:
        connection.execute(update(_J).where(_J.c.id == key).values(revoked_at=moment(at)))
        if found[0].a_now:
            _apply(connection, found[0].kind, found[0].a_now)
    return found[0]


def judgements(connection: Connection, *where: Any) -> list[Judgement]:
    """Oldest first."""
    names = list(Judgement.__dataclass_fields__)
    rows = connection.execute(
        select(*(_J.c[n] for n in names)).where(*where).order_by(_J.c.made_at, _J.c.id)
    ).mappings()
    return [Judgement(**row) for row in rows]


def accepted(connection: Connection, findings: Iterable[str]) -> set[str]:
    """Those of some findings that a person said to be right, and no one since to be wrong."""
    last = {
        row.a_now: row.kind
        for row in connection.execute(
            select(_J.c.a_now, _J.c.kind)
            .where(_J.c.by_hand, _J.c.a_now.in_(list(findings)), _J.c.revoked_at.is_(None))
            .where(_J.c.kind.in_(("accept", "reject")))
            .order_by(_J.c.made_at, _J.c.id)
        )
    }
    return {key for key, kind in last.items() if kind == "accept"}


def touched(found: Iterable[Judgement], connection: Connection) -> set[str]:
    """The dispatches of the findings that judgements bear on today."""
    ids = {key for j in found for key in (j.a_now, j.b_now) if key}
    return set(connection.execute(select(schema.finding.c.dispatch).where(schema.finding.c.id.in_(ids))).scalars())


def bind(connection: Connection, dispatch: str) -> set[str]:
    """Lets the judgements about a dispatch that was just read bear on its findings. Gives the other dispatches that
    they bear on."""
    about = connection.execute(
        select(_J)
        .where(_J.c.by_hand, or_(_J.c.a_dispatch == dispatch, _J.c.b_dispatch == dispatch))
        .order_by(_J.c.made_at)
    ).mappings()
    bound = list(about)
    for row in bound:
        for side in ("a", "b"):
            if row[f"{side}_dispatch"] == dispatch:
                now = _stands_for(connection, row, side)
                connection.execute(update(_J).where(_J.c.id == row["id"]).values({f"{side}_now": now}))
    ids = [row["id"] for row in bound]
    live = judgements(connection, _J.c.id.in_(ids), _J.c.revoked_at.is_(None)) if ids else []
    for judged in live:
        if judged.a_now and judged.kind in _OF_ONE:
            refresh(connection, judged.a_now)
    return touched(live, connection) - {dispatch}


def _apply(connection: Connection, kind: str, key: str) -> None:
    if kind in _OF_ONE:
        refresh(connection, key)


def _place(connection: Connection, key: str) -> Mapping[str, Any]:
    kind = connection.execute(select(schema.finding.c.kind).where(schema.finding.c.id == key)).scalar()
    if kind is None:
        raise RecordError(key, "no such finding in the record", "find its id with `dragoman show` or `--json`")
    table = KINDS[kind].table
    row = (
        connection.execute(select(table.c.dispatch, table.c.start, table.c.end).where(table.c.id == key))
        .mappings()
        .one()
    )
    return {"kind": kind, **row}


def _stands_for(connection: Connection, row: Mapping[Any, Any], side: str) -> str | None:
    """The finding that a judgement's one side means in the reading that is there now."""
    kind = KINDS[row[f"{side}_kind"]]
    table, start, end = kind.table, row[f"{side}_start"], row[f"{side}_end"]
    if connection.execute(select(table.c.id).where(table.c.id == row[side])).scalar():
        return str(row[side])
    near = connection.execute(
        select(table.c.id, table.c.start, table.c.end)
        .where(and_(table.c.dispatch == row[f"{side}_dispatch"], table.c.start < end, table.c.end > start))
        .order_by(table.c.start, table.c.id)
    )
    scored = [(_common((start, end), (r.start, r.end)), r.id) for r in near]
    best = max((score for score, _ in scored), default=0.0)
    alike = [key for score, key in scored if score == best]
    return alike[0] if best >= ALIKE and len(alike) == 1 else None


def _common(a: tuple[int, int], b: tuple[int, int]) -> float:
    """Shared characters over all characters of the two."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0
