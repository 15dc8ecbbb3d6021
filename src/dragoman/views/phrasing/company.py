"""Who uses a set phrase, at what rank, and what usually stands beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, func, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.record.levels import ORDER, levels_by_role
from dragoman.views.contract import Evidence
from dragoman.views.positions import labelled
from dragoman.views.sourced import among, excerpts
from dragoman.views.statements import Statement
from dragoman.views.usages import Use, named
from dragoman.views.who import all_called

BESIDE = 10
"""Phrases and issues given, each."""
_V, _O = schema.voice.c, schema.office.c


@dataclass(frozen=True, slots=True)
class Speaker:
    """Someone to whom a sentence with the phrase is attributed. `entry` None for a body. `level`: of the highest office
    that these dispatches give, None where none is known."""

    entry: str | None
    name: str
    sides: tuple[str, ...]
    level: str | None
    total: int
    first: Use
    last: Use


@dataclass(frozen=True, slots=True)
class Rank:
    """All speakers of one level together."""

    level: str
    total: int
    first: Use
    last: Use


@dataclass(frozen=True, slots=True)
class Beside:
    """Another phrase or issue in `together` of the `of` independent sources that carry the phrase. `evidence`: its
    first characters in the newest of them."""

    kind: Literal["formula", "issue"]
    id: str
    label: str
    together: int
    of: int
    evidence: tuple[Evidence, ...]


def speakers(
    connection: Connection, found: Iterable[Use], said: Mapping[str, Statement], pack: Desk | None
) -> tuple[list[Speaker], list[Rank]]:
    """Speakers, the most frequent first, and their ranks, the highest first. `said`: the sentence of each use."""
    uses = [use for use in found if use.finding in said]
    levels = _levels(connection, {said[use.finding].finding for use in uses}, pack)
    groups: dict[tuple[str | None, str], list[Use]] = defaultdict(list)
    ranks: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        statement = said[use.finding]
        entry = statement.people[0] if len(statement.people) == 1 else None
        groups[entry, "" if entry else statement.speaker].append(use)
        if level := levels.get(statement.finding):
            ranks[level].append(use)
    names = all_called(connection, {entry for entry, _ in groups if entry}, pack)
    made = []
    for (entry, _), mine in groups.items():
        last = said[mine[-1].finding]
        best = [levels[said[u.finding].finding] for u in mine if said[u.finding].finding in levels]
        level = min(best, key=ORDER.index) if best else None
        name = names[entry][0] if entry else last.speaker
        made.append(Speaker(entry, name, last.sides, level, len(mine), mine[0], mine[-1]))
    ranked = [Rank(level, len(ranks[level]), ranks[level][0], ranks[level][-1]) for level in ORDER if level in ranks]
    return sorted(made, key=lambda s: (-s.total, s.name)), ranked


def _levels(connection: Connection, statements: Iterable[str], pack: Desk | None) -> dict[str, str]:
    known = levels_by_role(pack)
    found: dict[str, str] = {}
    chosen = (
        select(_V.attribution, _O.role)
        .join(schema.office, _O.person == _V.person)
        .where(among(_V.attribution, statements), _O.role.is_not(None), _O.tense != "former")
    )
    for key, role in connection.execute(chosen):
        level = known.get(role)
        if level and ORDER.index(level) < ORDER.index(found.get(key, ORDER[-1])):
            found[key] = level
        elif level:
            found.setdefault(key, level)
    return found


def beside(connection: Connection, formula: str, found: Iterable[Use], pack: Desk | None) -> list[Beside]:
    """Phrases, then issues, each the most usual first. Copies count once."""
    homes = {use.evidence.dispatch: (use.source, use.day or "") for use in found}
    of = len({source for source, _ in homes.values()})
    made: list[Beside] = []
    for kind in ("formula", "issue"):
        table = schema.metadata.tables[kind].c
        places: dict[str, dict[str, tuple[str, int, int]]] = defaultdict(dict)
        chosen = (
            select(table[kind], table.dispatch, func.min(table.start), table.end)
            .where(among(table.dispatch, homes), table.rejected.is_(False))
            .group_by(table[kind], table.dispatch)
        )
        for name, dispatch, start, end in connection.execute(chosen):
            if not (kind == "formula" and name == formula):
                places[name][dispatch] = (dispatch, start, end)
        listed = []
        for name, mine in places.items():
            together = len({homes[dispatch][0] for dispatch in mine})
            newest = max(mine, key=lambda d: (homes[d][1], d))
            listed.append((together, name, mine[newest]))
        listed.sort(key=lambda item: (-item[0], item[1]))
        shown = excerpts(connection, [place for _, _, place in listed[:BESIDE]])
        for together, name, place in listed[:BESIDE]:
            label = named(pack, name)[0] if kind == "formula" else labelled(pack, name)
            one: Literal["formula", "issue"] = "formula" if kind == "formula" else "issue"
            made.append(Beside(one, name, label, together, of, (shown[place],)))
    return made
