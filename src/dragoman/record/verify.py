"""Whether every finding still rests on the characters that it rested on when it was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, select

from dragoman.record import schema, take
from dragoman.record.identify import digest_of
from dragoman.record.kinds import KINDS, Kind, spans_of
from dragoman.record.opening import lenient
from dragoman.span import Span


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Something that no longer holds. `finding`: its id, None for the dispatch itself and for its furniture and garbled
    sentences; `kind`: of the finding, `furniture`, `garble` or `dispatch`. `was`, `now`: the characters, None where
    only a digest of them is kept."""

    dispatch: str
    origin: str
    kind: str
    finding: str | None
    start: int | None
    end: int | None
    was: str | None
    now: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Verification:
    """How much was checked, and all that does not hold."""

    dispatches: int
    findings: int
    spans: int
    mismatches: tuple[Mismatch, ...]

    @property
    def holds(self) -> bool:
        return not self.mismatches


def verify(connection: Connection) -> Verification:
    """Checks each dispatch's text and metadata against its id, and each span of each finding against the text."""
    findings = spans = 0
    wrong: list[Mismatch] = []
    with lenient(connection):
        keys = list(connection.execute(select(schema.dispatch.c.id).order_by(schema.dispatch.c.id)).scalars())
        for key in keys:
            given = take.dispatch(connection, key)
            if given.id != key:
                wrong.append(
                    _mismatch(key, given.origin, "dispatch", None, None, "its text or metadata is not what was added")
                )
            for kind in KINDS.values():
                for count, mismatch in _findings(connection, kind, key, given.text, given.origin):
                    findings, spans = findings + 1, spans + count
                    wrong += [mismatch] if mismatch else []
            for table in (schema.furniture, schema.garble):
                for mismatch in _marks(connection, table, key, given.text, given.origin):
                    spans += 1
                    wrong += [mismatch] if mismatch else []
    return Verification(len(keys), findings, spans, tuple(wrong))


def _findings(
    connection: Connection, kind: Kind, key: str, text: str, origin: str
) -> Iterator[tuple[int, Mismatch | None]]:
    """For each finding the number of its spans, and what is wrong with it."""
    inside = select(schema.finding.c.id).where(schema.finding.c.dispatch == key, schema.finding.c.kind == kind.name)
    apart = take.apart(connection, kind, inside)
    rows = connection.execute(
        select(kind.table).where(kind.table.c.dispatch == key).order_by(kind.table.c.position)
    ).mappings()
    for row in rows:
        try:
            finding = kind.finding(row, {name: apart[name].get(row["id"], ()) for name in kind.apart})
        except (TypeError, ValueError):
            yield 1, _mismatch(key, origin, kind.name, row["id"], None, "its row does not hold a finding")
            continue
        others = list(spans_of(finding))
        now = finding.evidence.of(text)
        if now != row["evidence"]:
            yield (
                1 + len(others),
                _mismatch(
                    key, origin, kind.name, row["id"], row, "its evidence reads otherwise", was=row["evidence"], now=now
                ),
            )
        elif digest_of(text, others) != row["digest"]:
            yield (
                1 + len(others),
                _mismatch(key, origin, kind.name, row["id"], row, "another span of it reads otherwise"),
            )
        else:
            yield 1 + len(others), None


def _marks(connection: Connection, table: Table, key: str, text: str, origin: str) -> Iterator[Mismatch | None]:
    for row in connection.execute(select(table).where(table.c.dispatch == key).order_by(table.c.position)).mappings():
        in_order = 0 <= row["start"] < row["end"]
        if in_order and digest_of(text, [Span(row["start"], row["end"])]) == row["digest"]:
            yield None
        else:
            yield _mismatch(
                key, origin, table.name, None, row, "its span reads otherwise", now=text[row["start"] : row["end"]]
            )


def _mismatch(
    dispatch: str,
    origin: str,
    kind: str,
    finding: str | None,
    row: Mapping[Any, Any] | None,
    reason: str,
    *,
    was: str | None = None,
    now: str | None = None,
) -> Mismatch:
    start, end = (row["start"], row["end"]) if row else (None, None)
    return Mismatch(dispatch, origin, kind, finding, start, end, was, now, reason)
