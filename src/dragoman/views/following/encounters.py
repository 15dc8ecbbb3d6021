"""Later encounters that keep an undertaking, or show that it fell through: the session that was promised, the visit."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from dragoman.desk.desk import Desk
from dragoman.desk.pattern import lowered
from dragoman.record import schema
from dragoman.views.contract import Evidence
from dragoman.views.encounters import EncounterEntry, encounters
from dragoman.views.following.promise import Promise
from dragoman.when import When

_MOST = 400


class Encounters:
    """Those that can bear on a page of promises, as told by `as_of`."""

    def __init__(self, connection: Connection, promises: Iterable[Promise], pack: Desk | None, as_of: date) -> None:
        self.pack = pack
        listed = list(promises)
        series = {p.mechanism for p in listed if p.mechanism}
        people = {person for p in listed for person in p.people}
        since = min((p.since for p in listed if p.since and (p.roles or p.people or p.mechanism)), default=None)
        keys: list[str] = []
        entry = schema.entry.c
        after = (entry.kind == "encounter", entry.last_day >= since) if since else ()
        if series and since:
            keys += connection.execute(select(entry.id).where(*after, entry.mechanism.in_(series))).scalars()
        if people and since:
            taking = schema.entry_person.c
            keys += connection.execute(
                select(entry.id)
                .join(schema.entry_person, taking.entry == entry.id)
                .where(*after, taking.person.in_(people))
            ).scalars()
        first = min((p.since for p in listed if p.since and p.roles), default=None)
        if first:
            rows = select(entry.id).where(entry.kind == "encounter", entry.first_day > first)
            keys += connection.execute(rows.order_by(entry.first_day).limit(_MOST)).scalars()
        self.found, self.told = encounters(connection, sorted(set(keys)), as_of)

    def kept(self, promise: Promise) -> tuple[str, tuple[Evidence, ...]] | None:
        """The entry of the encounter that keeps a promise, with the spans that say that it was held; of several the
        first. For a visit of several people or in several directions, the last of those that keep it together."""
        if promise.mechanism and not promise.roles:
            return self._session(promise)
        if promise.visit and promise.people and promise.to:
            return self._visit(promise)
        if promise.visit and promise.roles:
            return self._visits(promise)
        return None

    def fallen(self, promise: Promise) -> tuple[str, tuple[Evidence, ...]] | None:
        """The encounter promised, where dispatches say that it was cancelled or postponed."""
        for one in self._of(promise):
            shown = [t.evidence for t in one.tellings if t.status in ("cancelled", "postponed")]
            if one.status in ("cancelled", "postponed") and shown and self._numbered(promise, one):
                return one.entry, tuple(shown)
        return None

    def _of(self, promise: Promise) -> list[EncounterEntry]:
        listed = [one for one in self.found.values() if one.mechanism and one.mechanism.entry == promise.mechanism]
        return sorted(listed, key=lambda one: (one.date or "9999", one.entry))

    def _numbered(self, promise: Promise, one: EncounterEntry) -> bool:
        return promise.ordinal is None or one.ordinal is None or one.ordinal == promise.ordinal

    def _session(self, promise: Promise) -> tuple[str, tuple[Evidence, ...]] | None:
        for one in self._of(promise):
            if promise.ordinal is not None and one.ordinal is None and not self._same_time(promise, one):
                continue
            if self._numbered(promise, one) and (shown := self._held(promise, one)):
                return one.entry, shown
        return None

    def _same_time(self, promise: Promise, one: EncounterEntry) -> bool:
        return bool(promise.due and one.date and When.parse(one.date).first.isoformat() <= promise.due)

    def _held(self, promise: Promise, one: EncounterEntry) -> tuple[Evidence, ...]:
        """The spans that say that an encounter was held, after the promise, in dispatches later than it."""
        if one.status != "held" or one.date is None or promise.since is None:
            return ()
        if When.parse(one.date).last.isoformat() <= promise.since:
            return ()
        own = {e.dispatch for e in promise.tellings}
        return tuple(
            t.evidence
            for t in one.tellings
            if t.status == "held"
            and t.evidence.dispatch not in own
            and (self.told[t.evidence.dispatch].last_day or "")
            >= max(promise.since, When.parse(one.date).first.isoformat())
        )

    def _visit(self, promise: Promise) -> tuple[str, tuple[Evidence, ...]] | None:
        for one in sorted(self.found.values(), key=lambda e: (e.date or "9999", e.entry)):
            there = {p.entry for p in one.participants}
            guests = [p for p in promise.people if self._country_of(one, p) not in promise.to]
            if guests and set(guests) <= there and self._in(one, promise.to) and (shown := self._held(promise, one)):
                return one.entry, shown
        return None

    def _country_of(self, one: EncounterEntry, person: str) -> str | None:
        known = self.pack.people.get(person.removeprefix("person-")) if self.pack else None
        return known.country if known else next((p.country for p in one.participants if p.entry == person), None)

    def _in(self, one: EncounterEntry, countries: Iterable[str]) -> bool:
        return self.country(one.place) in set(countries)

    def country(self, place: str | None) -> str | None:
        """The country in which a place lies."""
        if not place or self.pack is None:
            return None
        for name in (lowered(place), lowered(place.partition(",")[0]).strip()):
            known = self.pack.place_names.get(name)
            if known and known.country:
                return known.country
            if code := self.pack.country_names.get(name) or self.pack.metonyms.get(name):
                return code
        return None

    def _visits(self, promise: Promise) -> tuple[str, tuple[Evidence, ...]] | None:
        """Visits of holders of an office in both directions: kept when each side's was in the other's country."""
        done: dict[str, tuple[str, tuple[Evidence, ...]]] = {}
        for one in sorted(self.found.values(), key=lambda e: (e.date or "9999", e.entry)):
            host = self.country(one.place)
            if host is None or not one.date or one.kind not in ("meeting", "visit"):
                continue
            day = When.day(When.parse(one.date).first)
            for taking in one.participants:
                if taking.country in (None, host) or not self._holds(taking.entry, promise.roles, day):
                    continue
                if shown := self._held(promise, one):
                    done.setdefault(str(taking.country), (one.entry, shown))
        if len(done) < 2:
            return None
        entry = list(done.values())[-1][0]
        return entry, tuple(e for _, shown in done.values() for e in shown)

    def _holds(self, person: str | None, roles: Iterable[str], day: When) -> bool:
        known = self.pack.people.get((person or "").removeprefix("person-")) if self.pack else None
        if known is None:
            return False
        for tenure in known.tenures:
            since, until = tenure.span()
            if tenure.role in set(roles) and since.first <= day.last and (until is None or day.first <= until.last):
                return True
        return False
