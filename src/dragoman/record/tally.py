"""What each month's dispatches carry, counted when they are resolved: acts by side, issues, and the dispatches
themselves, each number with its newest sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, and_, case, delete, func, or_, select
from sqlalchemy.dialects.sqlite import insert

from dragoman.desk.desk import Desk
from dragoman.reading import BOTH_SIDES
from dragoman.record import schema
from dragoman.record.batches import batches
from dragoman.record.world import side_of

What = Literal["act", "issue", "dispatch"]
_T, _D = schema.tally.c, schema.dispatch.c
_MONTH = len("2025-03")
_KEY = ("period", "what", "side", "name")
_SHOWN = ("newest", "dispatch", "start", "end", "evidence")
_Sentence = tuple[Any, ...]
_Inside = Sequence[ColumnElement[bool]]
"""Conditions on dispatches."""


@dataclass(frozen=True, slots=True)
class Count:
    """`total` of one thing in one `period`, a month (`2025-03`), or a year (`2025`) for what is known to the year alone.
    `what`: act, by `side` (a country's code, or "both sides") and name; issue, by dispatches that speak of it; or
    dispatch. `dispatch`, `start`, `end`, `text`: the newest of them; `newest`: by what they sort."""

    period: str
    what: str
    side: str
    name: str
    total: int
    newest: str
    dispatch: str
    start: int
    end: int
    text: str


def periods(connection: Connection, dispatches: Collection[str]) -> set[str]:
    """The periods in which dispatches were published, as far as they are known."""
    found: set[str] = set()
    for keys in batches(dispatches):
        rows = connection.execute(select(_D.first_day, _D.last_day).where(_D.id.in_(keys)))
        found |= {period for first, last in rows if (period := _period(first, last))}
    return found


def keep(
    connection: Connection, pack: Desk | None, wanted: Collection[str] | None, fresh: Collection[str] = ()
) -> None:
    """Counts some periods anew, all where None; and adds the `fresh` dispatches, of which nothing was counted yet, to
    the other periods."""
    if wanted is None:
        connection.execute(delete(schema.tally))
        days = connection.execute(select(_D.first_day, _D.last_day).distinct())
        wanted = {period for first, last in days if (period := _period(first, last))}
    for period in sorted(wanted):
        connection.execute(delete(schema.tally).where(_T.period == period))
        _write(connection, (one for one in _published(connection, pack, *_ends(period)) if one.period == period))
    for keys in batches(fresh):
        counts = _counted(connection, pack, (_D.id.in_(keys),))
        _write(connection, (one for one in counts if one.period not in wanted))


def _write(connection: Connection, counts: Iterable[Count]) -> None:
    """Adds counts to those there are."""
    rows = [_row(one) for one in counts]
    if not rows:
        return
    made = insert(schema.tally)
    newer = made.excluded.newest > _T.newest
    shown = {name: case((newer, made.excluded[name]), else_=_T[name]) for name in _SHOWN}
    added = made.on_conflict_do_update(index_elements=_KEY, set_={"total": _T.total + made.excluded.total, **shown})
    connection.execute(added, rows)


def tallied(
    connection: Connection, pack: Desk | None, length: int, since: date | None, until: date | None
) -> list[Count]:
    """All counts between two days (both inclusive) of publication, by periods of so many characters (7: months, 4:
    years), in order. What is not known to the period is left out. Months of which the days are but a part are counted
    now, the others were before."""
    first, last = (since.isoformat() if since else "0001"), (until.isoformat() if until else "9999")
    edges = {day.isoformat()[:_MONTH] for day in (since, until) if day and not _whole(day, since, until)}
    period = func.substr(_T.period, 1, length)
    kept = (
        select(
            period, _T.what, _T.side, _T.name, func.sum(_T.total), func.max(_T.newest), _T.dispatch, _T.start, _T.end,
            _T.evidence,
        )
        .where(func.length(_T.period) >= length, _T.period.not_in(edges))
        .group_by(period, _T.what, _T.side, _T.name)
    )  # fmt: skip
    if since or until:  # a year's own count is of days of which some may lie outside
        months = and_(func.length(_T.period) == _MONTH, _T.period >= first[:_MONTH], _T.period <= last[:_MONTH])
        kept = kept.where(or_(months, _T.period.in_(_years(since, until))))
    found = [Count(*tuple(row)) for row in connection.execute(kept)]
    for edge in sorted(edges):
        start, end = _ends(edge)
        part = _published(connection, pack, max(start, first), min(end, last))
        found += [replace(one, period=edge[:length]) for one in part if one.period == edge]
    return _summed(found)


def _summed(found: Iterable[Count]) -> list[Count]:
    sums: dict[tuple[str, str, str, str], Count] = {}
    for one in found:
        key = (one.period, one.what, one.side, one.name)
        other = sums.get(key)
        if other is None:
            sums[key] = one
        else:
            newest = max(one, other, key=lambda c: c.newest)
            sums[key] = replace(newest, total=one.total + other.total)
    return [sums[key] for key in sorted(sums)]


def _whole(day: date, since: date | None, until: date | None) -> bool:
    """Whether all days of a day's month lie between the two."""
    first = day.replace(day=1)
    last = (first + timedelta(31)).replace(day=1) - timedelta(1)
    return (since is None or since <= first) and (until is None or last <= until)


def _years(since: date | None, until: date | None) -> list[str]:
    """The years that lie between two days as a whole, within a few centuries of either."""
    near = (since or until or date.min).year
    first, last = (since.year if since else near - 500), (until.year if until else near + 500)
    listed = range(max(1, first), min(9999, last) + 1)
    return [
        f"{year:04}"
        for year in listed
        if (since is None or since <= date(year, 1, 1)) and (until is None or date(year, 12, 31) <= until)
    ]


def _period(first: str | None, last: str | None) -> str | None:
    if not first or not last or first[:4] != last[:4]:
        return None
    return last[:_MONTH] if first[:_MONTH] == last[:_MONTH] else last[:4]


def _ends(period: str) -> tuple[str, str]:
    return (f"{period}-01", f"{period}-31") if len(period) == _MONTH else (f"{period}-01-01", f"{period}-12-31")


def _published(connection: Connection, pack: Desk | None, first: str, last: str) -> list[Count]:
    """What dispatches certainly published between two days carry, by their periods."""
    return _counted(connection, pack, (_D.first_day >= first, _D.last_day.between(first, last)))


def _counted(connection: Connection, pack: Desk | None, inside: _Inside) -> list[Count]:
    """What some dispatches carry, by their periods."""
    counts: dict[tuple[str, str, str, str], Count] = {}
    for one in _each(connection, pack, inside):
        key = (one.period, one.what, one.side, one.name)
        other = counts.get(key)
        newest = one if other is None or one.newest > other.newest else other
        counts[key] = replace(newest, total=(other.total if other else 0) + 1)
    return list(counts.values())


def _each(connection: Connection, pack: Desk | None, inside: _Inside) -> Iterator[Count]:
    head = (_D.id, _D.first_day, _D.last_day)
    for key, early, late in connection.execute(select(*head).where(*inside)):
        if period := _period(early, late):
            yield Count(period, "dispatch", "", "", 1, f"{late} {key}", key, 0, 0, "")
    issue = schema.issue.c
    told = select(*head, issue.issue, func.min(issue.start), issue.end, issue.evidence)
    told = told.join(schema.issue, issue.dispatch == _D.id).where(*inside, issue.rejected.is_(False))
    for key, early, late, name, start, end, text in connection.execute(told.group_by(_D.id, issue.issue)):
        if period := _period(early, late):
            yield Count(period, "issue", "", name, 1, f"{late} {key}", key, start, end, text)
    for sentence, sides in _acts(connection, pack, head, inside).items():
        key, early, late, start, end, act, text = sentence
        if period := _period(early, late):
            for side in sides:
                newest = f"{late} {key} {start:09}"
                yield Count(period, "act", side, act, 1, newest, key, start, end, text)


def _acts(connection: Connection, pack: Desk | None, head: Any, inside: Any) -> dict[_Sentence, set[str]]:
    """By sentence and act, the sides that speak in it."""
    said, voice, person = schema.attribution.c, schema.voice.c, schema.person.c
    rows = connection.execute(
        select(*head, said.start, said.end, said.act, said.evidence, voice.name, person.country)
        .join(schema.attribution, said.dispatch == _D.id)
        .join(schema.voice, voice.attribution == said.id)
        .outerjoin(schema.person, person.id == voice.person)
        .where(*inside, said.rejected.is_(False))
    )
    found: dict[_Sentence, set[str]] = defaultdict(set)
    for *sentence, name, country in rows:
        side = country or (BOTH_SIDES if name == BOTH_SIDES else side_of(pack, name) if pack else None)
        if side:
            found[tuple(sentence)].add(side)
    return found


def _row(one: Count) -> dict[str, Any]:
    return {
        "period": one.period, "what": one.what, "side": one.side, "name": one.name, "total": one.total,
        "newest": one.newest, "dispatch": one.dispatch, "start": one.start, "end": one.end, "evidence": one.text,
    }  # fmt: skip
