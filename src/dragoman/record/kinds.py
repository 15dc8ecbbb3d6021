"""How each kind of finding lies in its table: which column holds which field, and the letter that its ids begin
with."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import Table

from dragoman.reading import (
    Attribution,
    Commitment,
    Encounter,
    Finding,
    Formula,
    Instrument,
    Issue,
    Mechanism,
    Office,
    Person,
    Slot,
)
from dragoman.record import schema
from dragoman.span import Span

Row = dict[str, Any]


@dataclass(frozen=True)
class Kind:
    """`key`: the fields that, with dispatch and span, make a finding this one and no other. `spans`, `span_lists`,
    `lists`: fields held as two columns, as JSON pairs and as JSON lists. `columns`: fields whose column has another
    name. `apart`: fields that stand in tables of their own."""

    name: str
    letter: str
    type: type[Finding]
    table: Table
    part: str
    key: tuple[str, ...]
    spans: tuple[str, ...] = ()
    span_lists: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    apart: tuple[str, ...] = ()

    @cached_property
    def plain(self) -> tuple[str, ...]:
        """Fields held as they are."""
        special = {"evidence", *self.spans, *self.span_lists, *self.lists, *self.apart}
        return tuple(f.name for f in dataclasses.fields(self.type) if f.name not in special)

    def column(self, name: str) -> str:
        return self.columns.get(name, name)

    def row(self, finding: Finding) -> Row:
        """The finding's columns but for id, dispatch, position, evidence, digest and `rejected`."""
        row: Row = {"start": finding.evidence.start, "end": finding.evidence.end}
        for name in self.plain:
            row[self.column(name)] = getattr(finding, name)
        for name in self.lists:
            row[name] = list(getattr(finding, name))
        for name in self.span_lists:
            row[name] = packed(getattr(finding, name))
        for name in self.spans:
            span: Span | None = getattr(finding, name)
            row[f"{name}_start"], row[f"{name}_end"] = (span.start, span.end) if span else (None, None)
        return row

    def finding(self, row: Mapping[Any, Any], apart: Mapping[str, Any]) -> Finding:
        """The finding that a row holds; `apart`: the values of the fields in other tables."""
        values: dict[str, Any] = {name: row[self.column(name)] for name in self.plain}
        values |= {name: tuple(row[name]) for name in self.lists}
        values |= {name: unpacked(row[name]) for name in self.span_lists}
        values |= {name: spanned(row, name) for name in self.spans}
        values |= {name: tuple(apart[name]) for name in self.apart}
        return self.type(evidence=Span(row["start"], row["end"]), **values)


def packed(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def unpacked(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def spanned(row: Mapping[Any, Any], name: str) -> Span | None:
    start = row[f"{name}_start"]
    return None if start is None else Span(start, row[f"{name}_end"])


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "person",
            "p",
            Person,
            schema.person,
            "people",
            ("name",),
            span_lists=("mentions",),
            columns={"kind": "person_kind"},
            apart=("offices",),
        ),
        Kind(
            "encounter",
            "e",
            Encounter,
            schema.encounter,
            "encounters",
            ("kind", "date", "participants", "mechanism", "ordinal"),
            spans=("cue", "dated", "placed"),
            lists=("countries",),
            columns={"kind": "encounter_kind", "end": "date_end"},
            apart=("participants", "protocol"),
        ),
        Kind(
            "attribution",
            "a",
            Attribution,
            schema.attribution,
            "attributions",
            ("speaker", "nested"),
            spans=("cue", "source"),
            span_lists=("content",),
            lists=("speakers",),
        ),
        Kind(
            "commitment",
            "c",
            Commitment,
            schema.commitment,
            "commitments",
            ("kind",),
            spans=("due_said", "condition"),
            lists=("parties", "by"),
            columns={"kind": "commitment_kind"},
        ),
        Kind("mechanism", "m", Mechanism, schema.mechanism, "mechanisms", ("name", "ordinal")),
        Kind("instrument", "i", Instrument, schema.instrument, "instruments", ("name",)),
        Kind("issue", "t", Issue, schema.issue, "issues", ("id",), columns={"id": "issue"}),
        Kind("formula", "f", Formula, schema.formula, "formulas", ("id",), columns={"id": "formula"}),
    )
}
"""By name, in the order of `Reading.findings`."""


def kind_of(finding: Finding) -> Kind:
    return _BY_TYPE[type(finding)]


_BY_TYPE = {kind.type: kind for kind in KINDS.values()}


def spans_of(finding: Finding) -> Iterator[Span]:
    """All spans of a finding but its evidence, in a fixed order, those of its offices and protocol included."""
    kind = kind_of(finding)
    for name in kind.spans:
        span: Span | None = getattr(finding, name)
        if span:
            yield span
    for name in kind.span_lists:
        yield from getattr(finding, name)
    for name in kind.apart:
        for part in getattr(finding, name):
            if isinstance(part, Office | Slot):
                yield part.span
