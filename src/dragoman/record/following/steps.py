"""From which day on an undertaking has which status, and the spans that say so: for any day, what was published by then
counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.following.meetings import Meeting, Meetings
from dragoman.record.following.promise import Piece, Promise, Promises, Row
from dragoman.record.following.signs import ANEW, PUT_OFF, TOPIC, Sign, Signs

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
        signs = self._signs.about(whole)
        meetings = self._meetings.of(whole)
        told = {day for row in rows if (day := days[row["dispatch"]])}
        turns = told | {s.day for s in signs} | {t.day for m in meetings for t in m.tellings}
        found: list[Step] = []
        promise, last = whole, max(told)
        for day in sorted(day for day in turns if day >= whole.since):
            if day <= last and len(told) > 1:
                known = [row for row in rows if (days[row["dispatch"]] or "") <= day]
                promise = self._promises.read({head["id"]: head}, {head["id"]: known}, days)[head["id"]]
            step = self._judged(promise, [s for s in signs if s.day <= day], [m.by(day) for m in meetings])
            if not found or replace(step, since="") != replace(found[-1], since=""):
                found.append(replace(step, since=day))
            if day >= last and step.status == "kept" and len(step.shown_by) >= SHOWN:
                break
        ends = [*(step.since for step in found[1:]), EVER]
        return _overdue([replace(step, until=end) for step, end in zip(found, ends, strict=True)], whole.due)

    def _judged(self, promise: Promise, signs: Sequence[Sign], meetings: Sequence[Meeting]) -> Step:
        if promise.continuing:
            return _step("open")
        if kept := self._meetings.kept(promise, meetings):
            return _step("kept", kept[1], kept[0].entry, kept[0].date)
        later = [s for s in signs if _after(promise, s)]
        if not promise.mechanism and not (promise.visit and (promise.people or promise.roles)):
            done = [s for s in later if "done" in s.says and s.whole(promise)] or self._settled(promise, later)
            if done:
                return _step("kept", [s.piece for s in done if s.day == done[0].day])
        if anew := self._anew(promise, later):
            return anew
        if fallen := self._meetings.fallen(promise, meetings):
            return _step("lapsed", fallen[1], fallen[0].entry)
        off = [s for s in signs if "off" in s.says and s.share(promise) >= PUT_OFF]
        off = [s for s in off if _after(promise, s) or _holds(s, promise)]
        return _step("lapsed", [s.piece for s in off]) if off else _step("open")

    @staticmethod
    def _settled(promise: Promise, later: Iterable[Sign]) -> list[Sign]:
        topics = {f"{TOPIC}{issue}" for issue in promise.issues} if promise.seeking else set()
        return [s for s in later if "settled" in s.says and topics & s.words]

    def _anew(self, promise: Promise, later: Iterable[Sign]) -> Step | None:
        """A later undertaking about the same, in a dispatch that says that its time is set anew. Only what had a time
        can have another."""
        if promise.due is None:
            return None
        table, member = schema.commitment.c, schema.membership.c
        for one in later:
            if "anew" not in one.says or one.share(promise) < ANEW:
                continue
            rows = self._connection.execute(
                select(table.start, table.end, table.evidence, member.entry)
                .join(schema.membership, member.finding == table.id)
                .where(
                    table.dispatch == one.piece.dispatch,
                    table.start < one.piece.end,
                    table.end > one.piece.start,
                    table.rejected.is_(False),
                    member.entry.is_not(None),
                    member.entry != promise.entry,
                )
                .order_by(table.start, table.id)
            )
            for start, end, text, entry in rows:
                if not self._signs.put_off(text):
                    return _step("superseded", [Piece(one.piece.dispatch, start, end, text)], entry)
        return None


def _step(status: Status, shown: Iterable[Piece] = (), outcome: str | None = None, day: str | None = None) -> Step:
    return Step("", EVER, status, tuple(shown)[:SHOWN], outcome, day)


def _after(promise: Promise, one: Sign) -> bool:
    return one.day > str(promise.since) and one.piece.dispatch not in {piece.dispatch for piece in promise.tellings}


def _holds(one: Sign, promise: Promise) -> bool:
    """Whether a sentence is one that the undertaking itself stands in."""
    at = one.piece
    return any(t.dispatch == at.dispatch and at.start <= t.start < at.end for t in promise.tellings)


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
