"""One dispatch's findings with what the record knows of them: what descriptions are made from."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, select

from dragoman.reading import Finding, Person
from dragoman.record import schema, take
from dragoman.record.kinds import KINDS

_NEEDS = {
    "person": ("person", "mechanism", "instrument", "encounter"),
    "encounter": ("person", "mechanism", "encounter"),
    "commitment": ("mechanism", "encounter", "commitment"),
}
"""The kinds of findings that the descriptions of a stage's first kind rest on."""


@dataclass(frozen=True)
class Scene:
    """One dispatch's findings with what the record knows of them. `entries`: finding to entry; `linked`: encounter to the
    names of those taking part, each with the finding of the person; `pins`: findings of which a person judged."""

    id: str
    first_day: str | None
    last_day: str | None
    source: str
    kept: Mapping[str, list[take.Kept[Finding]]]
    entries: Mapping[str, str]
    linked: Mapping[str, list[tuple[str, str | None]]]
    pins: frozenset[str] = field(default_factory=frozenset)

    def of(self, kind: str) -> list[take.Kept[Any]]:
        return [k for k in self.kept.get(kind, ()) if not k.rejected]

    @cached_property
    def people(self) -> dict[str, take.Kept[Person]]:
        return {k.id: k for k in self.of("person")}

    @cached_property
    def sides(self) -> list[str]:
        """The two countries that the dispatch names most, by its people and encounters."""
        counted = Counter(k.finding.country for k in self.of("person") if k.finding.country)
        counted.update(c for k in self.of("encounter") for c in k.finding.countries)
        return sorted(sorted(counted, key=lambda c: (-counted[c], c))[:2])


def scenes(connection: Connection, dispatches: Collection[str], stage: Sequence[str]) -> list[Scene]:
    """The scenes of dispatches that are in the record, in the order of their ids, with the findings that one of the
    `STAGES` looks at."""
    keys = sorted(dispatches)
    inside = schema.finding.c.dispatch.in_(keys)
    kept: dict[str, dict[str, list[take.Kept[Finding]]]] = defaultdict(lambda: defaultdict(list))
    for name in _NEEDS[stage[0]]:
        ids = select(schema.finding.c.id).where(inside, schema.finding.c.kind == name)
        for item in take.kept(connection, KINDS[name], ids):
            kept[item.dispatch][name].append(item)
    table = schema.membership.c
    entries: dict[str, dict[str, str]] = defaultdict(dict)
    for row in connection.execute(
        select(table.dispatch, table.finding, table.entry).where(table.dispatch.in_(keys), table.entry.is_not(None))
    ):
        entries[row.dispatch][row.finding] = row.entry
    linked: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    taking = schema.participant.c
    held = select(schema.finding.c.id).where(inside, schema.finding.c.kind == "encounter")
    for row in connection.execute(
        select(schema.participant).where(taking.encounter.in_(held)).order_by(taking.encounter, taking.position)
    ):
        linked[row.encounter].append((row.name, row.person))
    heads = schema.dispatch.c
    sources = {
        row.dispatch: row.source
        for row in connection.execute(select(schema.source_group).where(schema.source_group.c.dispatch.in_(keys)))
    }
    pins = _pins(connection, keys)
    found = connection.execute(
        select(heads.id, heads.first_day, heads.last_day).where(heads.id.in_(keys)).order_by(heads.id)
    )
    return [
        Scene(r.id, r.first_day, r.last_day, sources.get(r.id, r.id), kept[r.id], entries[r.id], linked, pins)
        for r in found
    ]


def _pins(connection: Connection, keys: list[str]) -> frozenset[str]:
    """Findings of these dispatches that a standing judgement by hand joins to, or parts from, another."""
    table = schema.judgement.c
    stand = (
        table.by_hand,
        table.revoked_at.is_(None),
        table.kind.in_(("same", "different")),
        table.a_now.is_not(None),
        table.b_now.is_not(None),
    )
    found: set[str] = set()
    for side in (table.a_now, table.b_now):
        inside = schema.finding.c.dispatch.in_(keys)
        found |= set(
            connection.execute(
                select(side).join(schema.finding, schema.finding.c.id == side).where(inside, *stand)
            ).scalars()
        )
    return frozenset(found)
