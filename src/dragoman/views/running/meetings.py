"""How often, and at which level, encounters were held, period by period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from dragoman.record import schema
from dragoman.views.contract import Evidence
from dragoman.views.sourced import chunks
from dragoman.when import When

MET = ("meeting", "call", "forum")
"""Kinds of encounters in which the sides met."""
VISIT = "visit"
"""The kind during which they may have."""
QUOTED = 3
"""Encounters cited for one number."""
_E, _M, _N = schema.entry.c, schema.membership.c, schema.encounter.c


@dataclass(frozen=True, slots=True)
class Held:
    """One encounter held, with its level (None: not known). `day`, `last`: its first and last day as far as is known."""

    entry: str
    day: str
    last: str
    level: str | None
    kind: str

    @property
    def date(self) -> str:
        """ISO 8601 at its precision."""
        return str(When(date.fromisoformat(self.day), date.fromisoformat(self.last)))


@dataclass(frozen=True, slots=True)
class Meetings:
    """`total` encounters of one level in a period. `entries`: the newest, `evidence` a sentence for each of them."""

    level: str | None
    total: int
    entries: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def held(
    connection: Connection, sides: Sequence[str], since: date | None, until: date | None, as_of: date | None
) -> list[Held]:
    """Meetings, calls, forums and visits held that some country of `sides` took part in (all of them, where there are two or more), in order
    of their first day; the signing and the press conference around a meeting are no second one. With `as_of` those alone that were told of by then."""
    kind = func.json_extract(_E.detail, "$.kind")
    chosen = select(_E.id, _E.first_day, _E.last_day, _E.level, kind).where(
        _E.kind == "encounter",
        _E.status == "held",
        _E.first_day.is_not(None),
        kind.in_((*MET, VISIT)),
    )
    inside = schema.entry_country.c
    for side in sides:
        chosen = chosen.where(_E.id.in_(select(inside.entry).where(inside.country == side)))
    if since:
        chosen = chosen.where(_E.first_day >= since.isoformat())
    if until:
        chosen = chosen.where(_E.first_day <= until.isoformat())
    if as_of:
        chosen = chosen.where(_E.told <= as_of.isoformat())
    return [Held(*row) for row in connection.execute(chosen.order_by(_E.first_day, _E.id))]


def tellings(connection: Connection, entries: Iterable[str]) -> dict[str, Evidence]:
    """One sentence for each encounter: of an account of it, where there is one."""
    found: dict[str, tuple[bool, Evidence]] = {}
    for keys in chunks(entries):
        chosen = (
            select(_M.entry, _N.principal, _N.dispatch, _N.start, _N.end, _N.evidence)
            .join(schema.encounter, _N.id == _M.finding)
            .where(_M.entry.in_(keys), _N.rejected.is_(False), _N.status == "held")
            .order_by(_M.entry, _N.principal.desc(), _N.dispatch, _N.start)
        )
        for entry, principal, dispatch, start, end, text in connection.execute(chosen):
            found.setdefault(entry, (principal, Evidence(dispatch, start, end, text)))
    return {entry: evidence for entry, (_, evidence) in found.items()}


def by_period(found: Iterable[Held], length: int) -> dict[str, dict[str | None, list[Held]]]:
    """Encounters by period (the first `length` characters of their day) and level."""
    groups: dict[str, dict[str | None, list[Held]]] = defaultdict(lambda: defaultdict(list))
    for one in found:
        groups[one.day[:length]][one.level].append(one)
    return groups
