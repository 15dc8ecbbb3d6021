"""What later sentences say became of an undertaking: the first that say that it was done, arranged anew, or put off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, func, select

from dragoman.record import schema
from dragoman.record.batches import BATCH
from dragoman.record.following.hits import ANEW, PUT_OFF, Hit, Hits
from dragoman.record.following.promise import Piece, Promise, Thing
from dragoman.record.following.signs import Signs

SHOWN = 6
"""Spans kept for one status, the first to say so."""
_D = schema.dispatch.c


@dataclass(frozen=True, slots=True, order=True)
class Anew:
    """A later undertaking about the same: where its sign stands, its words and its entry."""

    day: str
    dispatch: str
    start: int
    piece: Piece
    entry: str


@dataclass(slots=True)
class _Said:
    """What is said of one thing: the signs of the first day of each kind."""

    done: list[Hit] = field(default_factory=list)
    off: list[Hit] = field(default_factory=list)
    anew: Anew | None = None


class Heard:
    """What is said of one undertaking. `whole`: the promise as all its dispatches tell it; `always`: that is how each day
    knows it, so that nothing counts after it was done."""

    def __init__(self, connection: Connection, signs: Signs, hits: Hits, whole: Promise, *, always: bool) -> None:
        self._connection, self._signs, self._hits = connection, signs, hits
        self._whole, self._always = whole, always
        self._own = {piece.dispatch for piece in whole.tellings}
        numbered = whole.mechanism and whole.ordinal is not None
        self._session = f"{whole.mechanism} {whole.ordinal}" if numbered else None
        self._things: dict[Thing, _Said] = {}
        self._settled: dict[frozenset[str], list[Any]] = {}
        self._later_day: list[Anew] | None = None

    def done(self, promise: Promise) -> list[tuple[str, Sequence[Piece]]]:
        """The days on which it is first said that what is promised was done, or what it seeks settled, with the
        sentences."""
        if promise.met:
            return []
        found: list[tuple[str, Sequence[Piece]]] = []
        if first := _first(one.done for one in self._each(promise)):
            found.append((first[0].day, self._pieces(first)))
        if promise.seeking and (rows := self._settling(promise.issues)):
            found.append((str(rows[0].day), self._pieces(rows)))
        return found

    def off(self, promise: Promise) -> tuple[str, Sequence[Piece]] | None:
        """The day on which it is first said that it was put off or called off, with the sentences."""
        first = _first(one.off for one in self._each(promise))
        return (first[0].day, self._pieces(first)) if first else None

    def anew(self, promise: Promise) -> Anew | None:
        """The first undertaking about the same, in a dispatch that says that its time is set anew."""
        found = [one.anew for one in self._each(promise) if one.anew]
        return min([*found, *self._moved()], default=None)

    def _moved(self) -> list[Anew]:
        """The later undertakings to hold the session that is promised, that say that it is put off to a later day."""
        if self._later_day is None and self._session:
            self._later_day = list(self._put_later())
        return self._later_day or []

    def _put_later(self) -> Iterator[Anew]:
        series, vow, member, head = schema.mechanism.c, schema.commitment.c, schema.membership.c, schema.entry.c
        named, of = schema.membership.alias(), self._whole
        rows = self._connection.execute(
            select(vow.dispatch, vow.start, vow.end, vow.evidence, member.entry, _D.last_day)
            .join(schema.mechanism, series.dispatch == vow.dispatch)
            .join(named, named.c.finding == series.id)
            .join(schema.membership, member.finding == vow.id)
            .join(schema.entry, head.id == member.entry)
            .join(schema.dispatch, _D.id == vow.dispatch)
            .where(named.c.entry == of.mechanism, series.ordinal == of.ordinal, vow.rejected.is_(False))
            .where(series.start < vow.end, vow.start < series.end, head.first_day > of.due, _D.last_day > of.since)
            .where(member.entry != of.entry)
            .distinct()
        )
        for home, start, end, words, entry, day in rows:
            if home not in self._own and (self._signs.put_off(words) or self._signs.arranged(words)):
                yield Anew(day, home, start, Piece(home, start, end, words), entry)

    def _each(self, promise: Promise) -> Iterator[_Said]:
        for thing in promise.objects:
            if thing not in self._things:
                self._things[thing] = self._hear(thing)
            yield self._things[thing]

    def _hear(self, thing: Thing) -> _Said:
        since, said = str(self._whole.since), _Said()
        left = {"off"}
        if self._whole.due is not None:  # only what had a time can have another
            left.add("anew")
        if not (self._always and self._whole.met):
            left.add("done")
        for lot in self._hits.about(thing, since, left):
            later = [one for one in lot if self._later(one)]
            if "done" in left:
                said.done = self._of_first_day(o for o in later if o.says_that("done") and o.whole)
            if "off" in left:
                off = (o for o in lot if o.says_that("off") and o.share >= PUT_OFF)
                said.off = self._of_first_day(o for o in off if self._later(o) or self._holds(o))
            if "anew" in left:
                said.anew = self._anew([o for o in later if o.says_that("anew") and o.share >= ANEW])
            left -= {what for what in left if getattr(said, what)}
            if not left or (said.done and self._always):
                break
        return said

    def _later(self, one: Hit) -> bool:
        return one.day > str(self._whole.since) and one.dispatch not in self._own

    def _ours(self, one: Hit) -> bool:
        return self._signs.tells_of(one.dispatch, self._pieces([one])[0].text, self._whole.parties)

    def _holds(self, one: Hit) -> bool:
        """Whether a sentence is one that the undertaking itself stands in, and what was put off is not all that it promises."""
        for told in self._whole.tellings:
            if told.dispatch == one.dispatch and one.start <= told.start < one.end:
                if self._signs.arranged(told.text):
                    return False  # it is itself what was put in the place of what was put off
                words = self._pieces([one])[0].text
                return self._signs.put_off(words[: told.start - one.start] + "; " + words[told.end - one.start :])
        return False

    def _of_first_day(self, hits: Iterable[Hit]) -> list[Hit]:
        """Those of the first day on which any can speak of these countries' undertaking."""
        found: list[Hit] = []
        for one in hits:
            if found and one.day != found[0].day:
                break
            if self._ours(one):
                found.append(one)
        return found

    def _anew(self, hits: Sequence[Hit]) -> Anew | None:
        table, member, sign, head = schema.commitment.c, schema.membership.c, schema.sign.c, schema.entry.c
        for at in range(0, len(hits), BATCH):
            some = {one.sign: one for one in hits[at : at + BATCH]}
            rows = self._connection.execute(
                select(sign.id, table.start, table.end, table.evidence, member.entry, head.first_day, head.detail)
                .join(schema.commitment, table.dispatch == sign.dispatch)
                .join(schema.membership, member.finding == table.id)
                .join(schema.entry, head.id == member.entry)
                .where(
                    sign.id.in_(some),
                    table.start < sign.end,
                    table.end > sign.start,
                    table.rejected.is_(False),
                    member.entry.is_not(None),
                    member.entry != self._whole.entry,
                )
                .order_by(sign.day, sign.dispatch, sign.start, table.start, table.id)
            )
            for key, start, end, words, entry, first, detail in rows:
                one = some[key]
                if self._session and detail.get("session") not in (None, self._session):
                    continue  # another session of the series
                later = bool(first and self._whole.due and first > self._whole.due)  # "has been postponed to May"
                if (later or not self._signs.put_off(words)) and self._ours(one):
                    return Anew(one.day, one.dispatch, one.start, Piece(one.dispatch, start, end, words), entry)
        return None

    def _settling(self, issues: frozenset[str]) -> list[Any]:
        if issues not in self._settled:
            rows: list[Any] = []
            for row in self._hits.settling(issues, str(self._whole.since)):
                if rows and row.day != rows[0].day:
                    break
                if row.dispatch not in self._own:
                    rows.append(row)
            self._settled[issues] = rows
        return self._settled[issues]

    def _pieces(self, hits: Iterable[Any]) -> list[Piece]:
        """The sentences of some signs, so many of the first."""
        made = []
        for one in list(hits)[:SHOWN]:
            words = select(func.substr(_D.text, one.start + 1, one.end - one.start)).where(_D.id == one.dispatch)
            made.append(Piece(one.dispatch, one.start, one.end, self._connection.execute(words).scalar_one()))
        return made


def _first(lots: Iterable[Sequence[Hit]]) -> list[Hit]:
    """Of the signs of several first days, those of the first of all, each once, by place."""
    days: dict[str, dict[int, Hit]] = defaultdict(dict)
    for lot in lots:
        for one in lot:
            days[one.day].setdefault(one.sign, one)
    first = min(days, default=None)
    return sorted(days[first].values(), key=lambda h: (h.dispatch, h.start, h.end)) if first is not None else []
