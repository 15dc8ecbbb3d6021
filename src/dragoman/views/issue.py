"""What each side holds on one issue, over time."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from dragoman.errors import QueryError
from dragoman.record import schema
from dragoman.record.knowledge import known
from dragoman.record.store import Record
from dragoman.views import asked
from dragoman.views.contract import Source, Sources
from dragoman.views.positions import Position, by_side, cited, labelled
from dragoman.views.query import Query
from dragoman.views.sourced import counted, sources
from dragoman.views.statements import newest, on_issues

NAME = "issue"
HELP = "Each side's position on an issue over time, with the words that carry it and where it turned."

MOST = 400
"""Statements looked at where no limit is asked, the newest."""


@dataclass(frozen=True, slots=True)
class IssueView:
    """`issue`: a desk's id; `under`: those below it, which are looked at too. `mentions`: sentences that speak of it in
    the whole record. `statements`: attributed sentences looked at, the newest `limit`; where `complete` is false there
    are older ones. `positions`: by issue and side. `sources`: of what is quoted."""

    issue: str
    label: str
    under: tuple[str, ...]
    mentions: int
    statements: int
    complete: bool
    positions: tuple[Position, ...]
    sources: Sources
    dispatches: tuple[Source, ...]


def view(record: Record, query: Query) -> IssueView:
    """Heeds `issue` (or `entry`), `side`, `person` (what that person said alone), `since`, `until`, `limit`. QueryError
    without an issue, or for one that neither a desk nor the record knows.

    Example: `{"issue": "taiwan", "label": "Taiwan", "positions": [{"holder": "CHN", "issue": "taiwan", "total": 9,
    "stands": [{"day": "2025-07-10", "act": "urge", "tone": "neutral", "total": 2, "statements": [{"speaker": …,
    "evidence": {"dispatch": …, "start": …, "end": …, "text": "…"}}]}], "turns": [{"day": …, "direction": "harder",
    "before": …, "after": …}]}], …}`
    """
    name = query.issue or query.entry
    if not name:
        raise QueryError("issue", "no issue is named", "name one, such as a desk's id; `dragoman desk show` lists them")
    most = query.limit or MOST
    until = min(filter(None, (query.until, query.as_of)), default=None)
    with record.reads() as connection:
        under = asked.issues(connection, name)
        pack = known(connection)
        found = newest(connection, on_issues(under), query.since, until, most + 1)
        complete = len(found) <= most
        told = found if complete else found[1:]
        if query.person:
            people = set(asked.people(connection, query.person))
            told = [one for one in told if people & set(one.people)]
        positions = by_side(told, under, pack)
        if query.side:
            side = asked.country(query.side)
            positions = [one for one in positions if one.holder == side]
        dispatches = sources(connection, (item.dispatch for item in cited(positions)))
        mentions = _mentions(connection, under)
    return IssueView(
        issue=under[0],
        label=labelled(pack, under[0]),
        under=tuple(under[1:]),
        mentions=mentions,
        statements=len(told),
        complete=complete,
        positions=tuple(positions),
        sources=counted(dispatches.values()),
        dispatches=tuple(dispatches.values()),
    )


def _mentions(connection: Connection, issues: list[str]) -> int:
    table = schema.topic.c
    mentions = connection.execute(select(func.sum(table.mentions)).where(table.issue.in_(issues))).scalar()
    return int(mentions or 0)
