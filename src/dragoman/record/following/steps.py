"""From which day on an undertaking has which status, and the spans that say so: for any day, what was published by then
counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from sqlalchemy import Connection

from dragoman.record.following.heard import SHOWN, Heard
from dragoman.record.following.hits import EVER, Hits
from dragoman.record.following.meeting import Meeting
from dragoman.record.following.meetings import Meetings
from dragoman.record.following.promise import Piece, Promise, Row
from dragoman.record.following.promises import Promises
from dragoman.record.following.signs import Signs

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

    def __init__(
        self, connection: Connection, promises: Promises, meetings: Meetings, signs: Signs, hits: Hits
    ) -> None:
        self._connection, self._promises, self._meetings = connection, promises, meetings
        self._signs, self._hits = signs, hits

    def of(self, head: Row, rows: Sequence[Row], days: Mapping[str, str | None], whole: Promise) -> list[Step]:
        """`whole`: the promise as all its `rows` tell it; as of a day it is what those published by then do."""
        if whole.since is None:
            return _overdue([Step("", EVER, "open")], whole.due)
        always = len(self._promises.alike(rows)) == 1
        meetings = self._meetings.of(whole)
        heard = Heard(self._connection, self._signs, self._hits, whole, always=always)
        turns = {t.day for m in meetings for t in m.tellings}
        told = [whole.since] if always else sorted({day for row in rows if (day := days[row["dispatch"]])})
        found: list[Step] = []
        for first, end in pairwise([*told, EVER]):
            promise = whole
            if not always:
                known = [row for row in rows if (days[row["dispatch"]] or "") <= first]
                promise = self._promises.again(head, known, days)
            said = _said(promise, heard)
            for day in sorted({first, *(d for d in {*turns, *said} if first < d < end)}):
                step = self._judged(promise, {d: s for d, s in said.items() if d <= day}, [m.by(day) for m in meetings])
                if not found or replace(step, since="") != replace(found[-1], since=""):
                    found.append(replace(step, since=day))
        ends = [*(step.since for step in found[1:]), EVER]
        return _overdue([replace(step, until=end) for step, end in zip(found, ends, strict=True)], whole.due)

    def _judged(self, promise: Promise, said: Mapping[str, Sequence[Step]], meetings: Sequence[Meeting]) -> Step:
        """`said`: as `_said` gives it, and `meetings`: as told, by a day."""
        if promise.continuing:
            return _step("open")
        every = [(day, step) for day in sorted(said) for step in said[day]]
        replaced, done = (next(((d, s) for d, s in every if s.status == what), None) for what in ("superseded", "kept"))
        first = replaced and (done is None or done[0] > replaced[0])
        if replaced and first and not self._meetings.kept(promise, [m.by(replaced[0]) for m in meetings]):
            return replaced[1]  # what is done later is the other undertaking's
        if kept := self._meetings.kept(promise, meetings):
            return _step("kept", kept[1], kept[0].entry, kept[0].date)
        if done:
            return done[1]
        if fallen := self._meetings.fallen(promise, meetings):
            return _step("lapsed", fallen[1], fallen[0].entry)
        return next((step for _, step in every if step.status == "lapsed"), _step("open"))


def _said(promise: Promise, heard: Heard) -> dict[str, list[Step]]:
    """What sentences say became of a promise, by day."""
    found: dict[str, list[Step]] = defaultdict(list)
    if promise.continuing:
        return found
    for day, pieces in heard.done(promise):
        found[day].append(_step("kept", pieces))
    if promise.due is not None and (anew := heard.anew(promise)):
        found[anew.day].append(_step("superseded", [anew.piece], anew.entry))
    if off := heard.off(promise):
        found[off[0]].append(_step("lapsed", off[1]))
    return found


def _step(status: Status, shown: Iterable[Piece] = (), outcome: str | None = None, day: str | None = None) -> Step:
    return Step("", EVER, status, tuple(shown)[:SHOWN], outcome, day)


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
