"""Encounters that keep an undertaking, or show that it fell through: the session that was promised, the visit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, or_, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.record.following.meeting import HELD, OFF, Meeting, load
from dragoman.record.following.promise import Piece, Promise
from dragoman.record.world import country_of, holders
from dragoman.when import When

_E = schema.entry.c
_MOST = 400


class Meetings:
    """Those that can bear on promises, whenever they were told."""

    def __init__(self, connection: Connection, promises: Iterable[Promise], pack: Desk | None) -> None:
        self._connection, self.pack = connection, pack
        self._wanted = {p.entry: self._candidates(p) for p in promises if p.since}
        self._found = load(connection, {key for keys in self._wanted.values() for key in keys})

    def of(self, promise: Promise) -> list[Meeting]:
        """Those that may keep a promise or show that it fell through, by date."""
        found = [one for key in self._wanted.get(promise.entry, ()) if (one := self._found.get(key))]
        return sorted(found, key=lambda one: (one.date or "9999", one.entry))

    def _candidates(self, promise: Promise) -> list[str]:
        return list(dict.fromkeys([*promise.plans, *self._others(promise)]))

    def _others(self, promise: Promise) -> list[str]:
        after = (_E.kind == "encounter", _E.last_day >= promise.since)
        heads = select(_E.id, _E.mechanism, _E.detail).where(*after)
        if promise.mechanism and not promise.roles:
            heads = heads.where(_E.mechanism == promise.mechanism)
            if promise.ordinal is not None:
                number = _E.detail["ordinal"].as_integer()
                heads = heads.where(or_(number.is_(None), number == promise.ordinal))
        elif promise.meeting:
            heads = heads.where(_E.id.in_(_with(promise.meeting)))
        elif promise.people and promise.to:
            heads = heads.where(_E.id.in_(_with(promise.people)))
        elif promise.roles and self.pack:
            heads = heads.where(_E.first_day > promise.since, _E.id.in_(_with(holders(self.pack, promise.roles))))
            heads = heads.order_by(_E.first_day, _E.id).limit(_MOST)
        else:
            return []
        return [key for key, series, detail in self._connection.execute(heads) if self._may(promise, series, detail)]

    def _may(self, promise: Promise, series: str | None, detail: Mapping[str, Any]) -> bool:
        if promise.mechanism and series == promise.mechanism:
            return None in (promise.ordinal, detail.get("ordinal")) or detail["ordinal"] == promise.ordinal
        if promise.meeting:
            return detail["kind"] in ("meeting", "forum") and set(promise.meeting) <= set(detail.get("people", ()))
        country = self.country(detail.get("place"))
        if promise.people:
            return country in promise.to
        return bool(promise.roles) and detail["kind"] in ("meeting", "visit") and country is not None

    def kept(self, promise: Promise, meetings: Iterable[Meeting]) -> tuple[Meeting, tuple[Piece, ...]] | None:
        """The encounter that keeps a promise, with the spans that say that it was held; of several the first. For
        visits in several directions, the last of those that keep it together."""
        meetings = list(meetings)
        if announced := self._announced(promise, meetings):
            return announced
        if promise.mechanism and not promise.roles:
            return self._session(promise, meetings)
        if promise.meeting:
            return self._again(promise, meetings)
        if promise.visit and promise.people and promise.to:
            return self._visit(promise, meetings)
        if promise.visit and promise.roles:
            return self._visits(promise, meetings)
        return None

    def fallen(self, promise: Promise, meetings: Iterable[Meeting]) -> tuple[Meeting, tuple[Piece, ...]] | None:
        """The encounter promised, where dispatches say that it was cancelled or postponed."""
        for one in meetings:
            if one.entry in promise.plans and one.status in OFF:
                return one, tuple(t.piece for t in one.tellings if t.status in OFF)
            if one.mechanism == promise.mechanism and one.status in OFF:
                return one, tuple(t.piece for t in one.tellings if t.status in OFF)
        return None

    def _announced(self, promise: Promise, meetings: Iterable[Meeting]) -> tuple[Meeting, tuple[Piece, ...]] | None:
        """What the promise's own words announced, as the record knows it to have been held."""
        for one in meetings:
            if one.entry in promise.plans and (shown := _held(promise, one)):
                return one, shown
        return None

    def _session(self, promise: Promise, meetings: Iterable[Meeting]) -> tuple[Meeting, tuple[Piece, ...]] | None:
        for one in meetings:
            if one.mechanism != promise.mechanism:
                continue
            if promise.ordinal is not None and one.ordinal is None and not _same_time(promise, one):
                continue
            if shown := _held(promise, one):
                return one, shown
        return None

    def _again(self, promise: Promise, meetings: Iterable[Meeting]) -> tuple[Meeting, tuple[Piece, ...]] | None:
        for one in meetings:
            due = promise.first is None or bool(one.date and When.parse(one.date).last.isoformat() >= promise.first)
            if due and (shown := _held(promise, one)):
                return one, shown
        return None

    def _visit(self, promise: Promise, meetings: Iterable[Meeting]) -> tuple[Meeting, tuple[Piece, ...]] | None:
        for one in meetings:
            guests = {p for p in promise.people if self._country_of(one, p) not in promise.to}
            there = bool(guests) and guests <= one.people.keys() and self.country(one.place) in promise.to
            if there and (shown := _held(promise, one)):
                return one, shown
        return None

    def _visits(self, promise: Promise, meetings: Iterable[Meeting]) -> tuple[Meeting, tuple[Piece, ...]] | None:
        """Visits of holders of an office in both directions: kept when each side's was in the other's country."""
        done: dict[str, tuple[Meeting, tuple[Piece, ...]]] = {}
        for one in meetings:
            host = self.country(one.place)
            if host is None or not one.date or one.kind not in ("meeting", "visit"):
                continue
            if self.pack is None or not _between(promise, host):
                continue
            holding = holders(self.pack, promise.roles, When.parse(one.date).first)
            for person, country in one.people.items():
                if country in (None, host) or person not in holding or not _between(promise, country):
                    continue
                if shown := _held(promise, one):
                    done.setdefault(str(country), (one, shown))
            if len(done) > 1:
                return one, tuple(piece for _, shown in done.values() for piece in shown)
        return None

    def _country_of(self, one: Meeting, person: str) -> str | None:
        known = self.pack.people.get(person.removeprefix("person-")) if self.pack else None
        if known is None:
            return one.people.get(person)
        return known.country_on(When.parse(one.date) if one.date else None)

    def country(self, place: str | None) -> str | None:
        return country_of(place, self.pack)


def _between(promise: Promise, country: str | None) -> bool:
    """Whether a country is one of those that an undertaking of two or more binds."""
    return len(promise.parties) < 2 or country in promise.parties


def _same_time(promise: Promise, one: Meeting) -> bool:
    return bool(promise.due and one.date and When.parse(one.date).first.isoformat() <= promise.due)


def _held(promise: Promise, one: Meeting) -> tuple[Piece, ...]:
    """The spans that say that an encounter was held, after the promise, in dispatches later than it."""
    if one.status != HELD or one.date is None or promise.since is None:
        return ()
    when = When.parse(one.date)
    if when.last.isoformat() <= promise.since:
        return ()
    own, first = {piece.dispatch for piece in promise.tellings}, max(promise.since, when.first.isoformat())
    held = [t for t in one.tellings if t.status == HELD and t.piece.dispatch not in own]
    return tuple(t.piece for t in held if t.day >= first and t.day > promise.since)


def _with(people: Collection[str]) -> Any:
    """The encounters in which one of some people took part."""
    taking = schema.entry_person.c
    return select(taking.entry).where(taking.person.in_(sorted(people)))
