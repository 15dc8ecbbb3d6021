"""What people and bodies are reported to have said, with the side they speak for and the issues of each sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, select

from dragoman.desk.desk import Desk
from dragoman.reading import BOTH_SIDES
from dragoman.record import schema
from dragoman.record.knowledge import known
from dragoman.record.world import side_of
from dragoman.views.contract import Evidence
from dragoman.views.sourced import among
from dragoman.when import When

_A, _D, _V, _P, _M, _T = (
    schema.attribution.c, schema.dispatch.c, schema.voice.c, schema.person.c, schema.membership.c, schema.issue.c
)  # fmt: skip


MONTH = 31
"""Days that are a month at most."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One attributed sentence. `finding`: its id. `speaker` as the dispatch names them, `people` their entries where
    they are known people, `sides` the countries they speak for (two for what both sides state). `issues`: those that
    the sentence speaks of. `day`: of publication, or the days among which it lies; None where it is not known to
    the month. `told_by`: the side of the outlet."""

    finding: str
    speaker: str
    people: tuple[str, ...]
    sides: tuple[str, ...]
    act: str
    mode: str
    issues: tuple[str, ...]
    day: str | None
    told_by: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which attributions are meant: `ids` gives theirs, of dispatches published since a day where one is given; `days`
    the days of publication of the dispatches that have any, or may have."""

    ids: Callable[[str | None], Select[tuple[str]]]
    days: Select[Any]
    day: ColumnElement[Any]


def every() -> Chosen:
    """All attributions."""
    return Chosen(lambda _: select(_A.id).where(_A.rejected.is_(False)), select(_D.last_day), _D.last_day)


def by_people(entries: Sequence[str]) -> Chosen:
    """Attributions to any of these people."""
    mine = (
        select(_A.id)
        .join(schema.voice, _V.attribution == _A.id)
        .join(schema.membership, _M.finding == _V.person)
        .where(_M.entry.in_(list(entries)), _A.rejected.is_(False))
    )
    days = select(_D.last_day).join(schema.membership, _M.dispatch == _D.id).where(_M.entry.in_(list(entries)))
    return Chosen(lambda _: mine, days, _D.last_day)


def on_issues(issues: Sequence[str]) -> Chosen:
    """Attributions whose sentence speaks of any of these issues."""
    told, listed = schema.topic.c, list(issues)
    here = and_(_A.dispatch == _T.dispatch, _A.start < _T.end, _A.end > _T.start)
    spoken = (
        select(_A.id)
        .select_from(schema.topic)
        .join(schema.issue, and_(_T.dispatch == told.dispatch, _T.issue == told.issue))
        .join(schema.attribution, here)
        .where(told.issue.in_(listed), _T.rejected.is_(False), _A.rejected.is_(False))
    )
    return Chosen(
        lambda day: spoken.where(told.last_day >= day) if day else spoken,
        select(told.last_day).where(told.issue.in_(listed)),
        told.last_day,
    )


def newest(
    connection: Connection, chosen: Chosen, since: date | None, until: date | None, most: int
) -> list[Statement]:
    """At most so many of the chosen attributions, those published last, oldest first: of what was certainly published
    within these days (both inclusive). The newest dispatches are looked at first, all only where they are too few."""
    days = chosen.days.where(chosen.day.is_not(None)).order_by(chosen.day.desc())
    if until:
        days = days.where(chosen.day <= until.isoformat())
    for looked_at in (most, None):
        first = connection.execute(days.limit(1).offset(looked_at)).scalar() if looked_at else None
        if looked_at and first is None:
            continue
        ranked = (
            _published(chosen.ids(first), since, until, first)
            .distinct()
            .add_columns(_D.last_day)
            .order_by(_D.last_day.desc().nulls_last(), _A.id)
            .limit(most)
        )
        found = [row[0] for row in connection.execute(ranked)]
        if len(found) == most:
            break
    return load(connection, found)


def _published(chosen: Select[Any], since: date | None, until: date | None, first: str | None) -> Select[Any]:
    """A choice of attributions with the dispatch joined, limited to what was certainly published within these days, and
    not before `first`."""
    chosen = chosen.join(schema.dispatch, _D.id == _A.dispatch)
    if since:
        chosen = chosen.where(_D.first_day >= since.isoformat())
    if since or first:
        chosen = chosen.where(_D.last_day >= max(first or "", since.isoformat() if since else ""))
    if until:
        chosen = chosen.where(_D.last_day <= until.isoformat())
    return chosen


def load(connection: Connection, findings: Iterable[str]) -> list[Statement]:
    """Statements by their findings' ids, oldest first, those without a day at the end."""
    wanted = list(dict.fromkeys(findings))
    if not wanted:
        return []
    pack = known(connection)
    head = (
        select(
            _A.id, _A.dispatch, _A.start, _A.end, _A.evidence, _A.speaker, _A.act, _A.mode, _A.issue, _D.first_day,
            _D.last_day, _D.outlet_country,
        )
        .join(schema.dispatch, _D.id == _A.dispatch)
        .where(among(_A.id, wanted))
    )  # fmt: skip
    spoken = (
        select(_V.attribution, _V.name, _M.entry, _P.country)
        .outerjoin(schema.person, _P.id == _V.person)
        .outerjoin(schema.membership, _M.finding == _V.person)
        .where(among(_V.attribution, wanted))
        .order_by(_V.attribution, _V.position)
    )
    here = and_(_T.dispatch == _A.dispatch, _T.start < _A.end, _T.end > _A.start, _T.rejected.is_(False))
    about = select(_A.id, _T.issue).select_from(schema.attribution.join(schema.issue, here)).where(among(_A.id, wanted))
    voices: dict[str, list[_Voice]] = defaultdict(list)
    for key, *voice in connection.execute(spoken):
        voices[key].append(_Voice(*voice))
    topics: dict[str, set[str]] = defaultdict(set)
    for key, issue in connection.execute(about):
        topics[key].add(issue)
    found = []
    for key, dispatch, start, end, text, speaker, act, mode, issue, first, last, outlet in connection.execute(head):
        mine = voices.get(key, ())
        if issue:
            topics[key].add(issue)
        found.append(
            Statement(
                finding=key,
                speaker=speaker,
                people=tuple(dict.fromkeys(voice.entry for voice in mine if voice.entry)),
                sides=_sides(mine or (_Voice(speaker, None, None),), pack),
                act=act,
                mode=mode,
                issues=tuple(sorted(topics.get(key, ()))),
                day=known_day(first, last),
                told_by=outlet,
                evidence=Evidence(dispatch, start, end, text),
            )
        )
    rank = {key: n for n, key in enumerate(wanted)}
    return sorted(found, key=lambda s: (s.day is None, s.day or "", s.evidence, rank[s.finding]))


class _Voice(NamedTuple):
    """One of those whose words a sentence gives."""

    name: str | None
    entry: str | None
    country: str | None


def _sides(voices: Iterable[_Voice], pack: Desk | None) -> tuple[str, ...]:
    sides: list[str] = []
    for voice in voices:
        if voice.country:
            sides.append(voice.country)
        elif voice.name == BOTH_SIDES:
            sides += pack.sides if pack else ()
        elif pack and voice.name and (named := side_of(pack, voice.name)):
            sides.append(named)
    return tuple(dict.fromkeys(sides))


@lru_cache(maxsize=4096)
def known_day(first: str | None, last: str | None) -> str | None:
    """The day of publication, or the days among which it lies where it is known to the month alone; None where it is not even that."""
    if not first or not last:
        return None
    days = When(date.fromisoformat(first), date.fromisoformat(last))
    return str(days) if (days.last - days.first).days < MONTH else None
