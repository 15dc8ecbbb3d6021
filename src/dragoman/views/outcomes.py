"""Which status undertakings have as of a day, as the record keeps it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, select

from dragoman.record import schema
from dragoman.record.following.steps import Status
from dragoman.views.contract import Evidence
from dragoman.views.sourced import among

_S = schema.step.c


@dataclass(frozen=True, slots=True)
class Outcome:
    """`shown_by`: the first spans that say so, none for open and overdue. `entry`: of the encounter or undertaking that
    shows it. `day`: when the encounter was; None where a sentence shows it, which may tell of an earlier day."""

    status: Status
    shown_by: tuple[Evidence, ...]
    entry: str | None
    day: str | None


def standing(as_of: date) -> ColumnElement[bool]:
    """Which step of an undertaking holds on a day."""
    return and_(_S.since <= as_of.isoformat(), _S.until > as_of.isoformat())


def outcomes(connection: Connection, entries: Iterable[str], as_of: date) -> dict[str, Outcome]:
    """By entry; an undertaking of which nothing was told by then has none."""
    found: dict[str, Outcome] = {}
    columns = (_S.entry, _S.status, _S.shown_by, _S.outcome, _S.day)
    for row in connection.execute(select(*columns).where(among(_S.entry, entries), standing(as_of))):
        shown = tuple(Evidence(*piece) for piece in row.shown_by)
        found[row.entry] = Outcome(row.status, shown, row.outcome, row.day)
    return found
