"""From which day on an undertaking has which status, and the spans that say so: for any day, what was published by then
counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.following.meetings import Meeting, Meetings
from dragoman.record.following.promise import Piece, Promise, Promises, Row
from dragoman.record.following.signs import ANEW, PUT_OFF, Hit, Signs

EVER = "9999-99-99"
"""Later than any day."""
SHOWN = 6
"""Spans kept for one status, the first to say so."""
Status = Literal["open", "overdue", "kept", "superseded", "lapsed"]


@dataclass(frozen=True, slots=True)
class Step:
    """A status that holds from `since` (inclusive; empty where no day of the undertaking is known) to `until`
    (exclusive). `outcome`: entry of the encounter or undertaking that shows it. `day`: the encounter's; None where a
    sentence shows it, which may tell of an earlier day."""

    since: str
    until: str
    status: Status
    shown_by: tuple[Piece, ...] = ()
    outcome: str | None = None
    day: str | None = None


class Steps:
    """Follows undertakings through all that the record holds."""

    def __init__(self, connection: Connection, promises: Promises, meetings: Meetings, signs: Signs) -> None:
        self._connection, self._promises, self._meetings, self._signs = connection, promises, meetings, signs

    def of(self, head: Row, rows: Sequence[Row], days: Mapping[str, str | None], whole: Promise) -> list[Step]:
        """`whole`: the promise as all its `rows` tell it; as of a day it is what those published by then do."""
        if whole.since is None:
            return _overdue([Step("", EVER, "open")], whole.due)
        meetings = self._meetings.of(whole)
        turns = {t.day for m in meetings for t in m.tellings}
        told = sorted({day for row in rows if (day := days[row["dispatch"]])})
        found: list[Step] = []
        for first, end in pairwise([*told, EVER]):
            promise = whole
            if len(told) > 1:
                known = [row for row in rows if (days[row["dispatch"]] or "") <= first]
                promise = self._promises.again(head, known, days)
            said = self._said(promise)
            for day in sorted({first, *(d for d in {*turns, *said} if first < d < end)}):
                step = self._judged(promise, {d: s for d, s in said.items() if d <= day}, [m.by(day) for m in meetings])
                if not found or replace(step, since="") != replace(found[-1], since=""):
                    found.append(replace(step, since=day))
        ends = [*(step.since for step in found[1:]), EVER]
        return _overdue([replace(step, until=end) for step, end in zip(found, ends, strict=True)], whole.due)

    def _said(self, promise: Promise) -> dict[str, list[Step]]:
        """What sentences say became of a promise, by day: the first that say that it was done, that it was arranged anew,
        and that it was put off."""
        if promise.continuing:
            return {}
        found: dict[str, list[Step]] = defaultdict(list)
        hits = self._signs.about(promise)
        own = {piece.dispatch for piece in promise.tellings}
        later = [one for one in hits if one.day > str(promise.since) and one.dispatch not in own]
        if not promise.mechanism and not (promise.visit and (promise.people or promise.roles)):
            done = [one for one in later if "done" in one.says and one.whole]
            for say in (done, [one for one in later if "settled" in one.says and one.topical]):
                if first := [one for one in say if one.day == say[0].day]:
                    found[first[0].day].append(_step("kept", self._signs.pieces(first[:SHOWN])))
        if promise.due is not None:  # only what had a time can have another
            anew = (self._anew(promise, one) for one in later if "anew" in one.says and one.share >= ANEW)
            if found_anew := next((pair for pair in anew if pair), None):
                found[found_anew[0]].append(found_anew[1])
        off = [one for one in hits if "off" in one.says and one.share >= PUT_OFF]
        off = [one for one in off if one in later or _holds(one, promise)]
        if first := [one for one in off if one.day == off[0].day]:
            found[first[0].day].append(_step("lapsed", self._signs.pieces(first[:SHOWN])))
        return found

    def _judged(self, promise: Promise, said: Mapping[str, Sequence[Step]], meetings: Sequence[Meeting]) -> Step:
        """`said`: as `_said` gives it, and `meetings`: as told, by a day."""
        if promise.continuing:
            return _step("open")
        if kept := self._meetings.kept(promise, meetings):
            return _step("kept", kept[1], kept[0].entry, kept[0].date)
        every = [step for day in sorted(said) for step in said[day]]
        for status in ("kept", "superseded"):
            if found := next((step for step in every if step.status == status), None):
                return found
        if fallen := self._meetings.fallen(promise, meetings):
            return _step("lapsed", fallen[1], fallen[0].entry)
        return next((step for step in every if step.status == "lapsed"), _step("open"))

    def _anew(self, promise: Promise, one: Hit) -> tuple[str, Step] | None:
        """An undertaking about the same, in a dispatch that says that its time is set anew, with the day on which it was
        published."""
        table, member = schema.commitment.c, schema.membership.c
        rows = self._connection.execute(
            select(table.start, table.end, table.evidence, member.entry)
            .join(schema.membership, member.finding == table.id)
            .where(
                table.dispatch == one.dispatch,
                table.start < one.end,
                table.end > one.start,
                table.rejected.is_(False),
                member.entry.is_not(None),
                member.entry != promise.entry,
            )
            .order_by(table.start, table.id)
        )
        for start, end, text, entry in rows:
            if not self._signs.put_off(text):
                return one.day, _step("superseded", [Piece(one.dispatch, start, end, text)], entry)
        return None


def _step(status: Status, shown: Iterable[Piece] = (), outcome: str | None = None, day: str | None = None) -> Step:
    return Step("", EVER, status, tuple(shown)[:SHOWN], outcome, day)


def _holds(one: Hit, promise: Promise) -> bool:
    """Whether a sentence is one that the undertaking itself stands in."""
    return any(t.dispatch == one.dispatch and one.start <= t.start < one.end for t in promise.tellings)


def _overdue(steps: Iterable[Step], due: str | None) -> list[Step]:
    """Open ones parted at the day after the one on which they fall due."""
    if not due or due >= "9999-12-31":
        return list(steps)
    late = (date.fromisoformat(due) + timedelta(1)).isoformat()
    found: list[Step] = []
    for step in steps:
        if step.status != "open" or step.until <= late:
            found.append(step)
        elif step.since >= late:
            found.append(replace(step, status="overdue"))
        else:
            found += [replace(step, until=late), replace(step, since=late, status="overdue")]
    return found
