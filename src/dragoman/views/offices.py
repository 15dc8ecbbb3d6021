"""The offices that dispatches give a person, over time, beside what a desk knows of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, func, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.views.contract import Evidence
from dragoman.views.sourced import excerpts
from dragoman.when import When

QUOTED = 3
"""Mentions given for each title."""
_O, _P, _M, _D = schema.office.c, schema.person.c, schema.membership.c, schema.dispatch.c


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office as a desk has it; `since`, `until` ISO 8601 at its precision, no `until` where it is still held."""

    title: str
    since: str
    until: str | None


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """One office as dispatches give it. `titles`: as worded, the most frequent first. `tense`: current, former, acting,
    then or next. `first_day`, `last_day`: of publication of those that give it. `total`: how often it is given;
    `evidence`: the newest. `tenures`: the desk's, of the same role. `conflicts`: how a dispatch disagrees with
    them."""

    titles: tuple[str, ...]
    role: str | None
    tense: str
    first_day: str | None
    last_day: str | None
    total: int
    tenures: tuple[Tenure, ...]
    conflicts: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def offices(connection: Connection, person: str, pack: Desk | None, until: date | None = None) -> list[OfficeHeld]:
    """The offices of a person's entry, those reported last first; with `until`, as reported by what was certainly
    published by then."""
    same = (func.lower(_O.title), _O.role, _O.tense)
    order = func.row_number().over(partition_by=same, order_by=(_D.last_day.desc().nulls_last(), _P.dispatch))
    ranked = (
        select(
            _O.title, _O.role, _O.tense, _O.conflict, _P.dispatch, _O.start, _O.end, order.label("nth"),
            func.count().over(partition_by=same).label("total"),
            func.min(_D.last_day).over(partition_by=same).label("first_day"),
            func.max(_D.last_day).over(partition_by=same).label("last_day"),
        )
        .join(schema.person, _P.id == _O.person)
        .join(schema.membership, _M.finding == _P.id)
        .join(schema.dispatch, _D.id == _P.dispatch)
        .where(_M.entry == person, _P.rejected.is_(False), *([_D.last_day <= until.isoformat()] if until else []))
        .subquery()
    )  # fmt: skip
    rows = connection.execute(select(ranked).where(ranked.c.nth <= QUOTED)).all()
    texts = excerpts(connection, ((r.dispatch, r.start, r.end) for r in rows))
    groups: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for row in rows:
        groups[row.role or row.title.casefold(), row.tense].append(row)
    known = _tenures(pack, person)
    found = [_held(listed, known, texts) for listed in groups.values()]
    return sorted(found, key=lambda o: (o.last_day or "", o.total, o.titles), reverse=True)


def ended(office: OfficeHeld, as_of: date | None = None) -> str | None:
    """When the desk has an office end that dispatches gave someone, where all its tenures of it that had begun were
    over before `as_of` (None: on any day); None where it says nothing, or one goes on. ISO 8601 at its precision.

    >>> held = (Tenure("Minister of Salt", "2019-05", "2021-03-04"),)
    >>> ended(OfficeHeld(("salt minister",), "salt", "current", None, None, 1, held, (), ()), date(2021, 6, 1))
    '2021-03-04'
    """
    begun = [t for t in office.tenures if as_of is None or When.parse(t.since).first <= as_of]
    ends = [tenure.until for tenure in begun]
    if not ends or not all(ends):
        return None
    last = max(end for end in ends if end)
    return last if as_of is None or When.parse(last).last < as_of else None


def _held(
    rows: list[Any],
    known: Mapping[str, list[Tenure]],
    texts: Mapping[tuple[str, int, int], Evidence],
) -> OfficeHeld:
    totals = {row.title.casefold(): (row.total, row.title) for row in rows if row.nth == 1}
    titles = [title for _, title in sorted(totals.values(), key=lambda pair: (-pair[0], pair[1]))]
    days = sorted(day for row in rows for day in (row.first_day, row.last_day) if day)
    newest = sorted(rows, key=lambda r: (r.last_day is None, r.nth, r.dispatch))
    quoted = [texts[key] for r in newest if (key := (r.dispatch, r.start, r.end)) in texts]
    return OfficeHeld(
        titles=tuple(titles),
        role=rows[0].role,
        tense=rows[0].tense,
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        total=sum(total for total, _ in totals.values()),
        tenures=tuple(known.get(rows[0].role or "", ())),
        conflicts=tuple(dict.fromkeys(row.conflict for row in rows if row.conflict)),
        evidence=tuple(quoted[:QUOTED]),
    )


def _tenures(pack: Desk | None, person: str) -> dict[str, list[Tenure]]:
    """A person's tenures by role, as the desk has them."""
    entry = pack.people.get(person.removeprefix("person-")) if pack else None
    found: dict[str, list[Tenure]] = defaultdict(list)
    for tenure in entry.tenures if entry else ():
        found[tenure.role].append(Tenure(tenure.title, tenure.since, tenure.until))
    return found


def tenures(pack: Desk | None, person: str) -> tuple[Tenure, ...]:
    """All that the desk has of a person's offices, in order of taking them."""
    listed = [one for some in _tenures(pack, person).values() for one in some]
    return tuple(sorted(listed, key=lambda t: (t.since, t.title)))
