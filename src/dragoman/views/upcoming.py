"""The next session of a series: what dispatches promise, and failing that what its rhythm suggests."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median
from typing import Any

from sqlalchemy import Connection, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.record.following.follow import in_series
from dragoman.record.following.promise import Promise
from dragoman.record.following.promises import Promises
from dragoman.record.lexicon import lexicon
from dragoman.record.world import country_of
from dragoman.views.contract import Conflict, ConflictValue, Evidence, Source
from dragoman.views.outcomes import Outcome, outcomes
from dragoman.views.sessions import Session, with_desk
from dragoman.views.sourced import among, members, sources
from dragoman.when import When

STEADY = 2.0
"""How much longer the longest interval may be than the shortest, for a rhythm to be spoken of."""
LEAST_INTERVALS = 2
PUT_OFF = "put off, and no new date is told"
_YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Next:
    """`status`: scheduled (a time is stated and has not passed), overdue (it has passed), open (promised with no time, or
    put off with no new one), custom (an estimate). `due`: ISO 8601, None where open. `host`: as the words have it, else
    by alternation, which `basis` then says. `basis`: what an estimate rests on, in words, or that it was put off. `evidence`: the spans that
    promise it, or that put it off; empty for an estimate. `conflicts`: the numbers that dispatches give it, where they differ; `number` is
    then None, unless it is the one that follows the last."""

    number: int | None
    host: str | None
    due: str | None
    status: str
    estimate: bool
    basis: str | None
    commitment: str | None
    evidence: tuple[Evidence, ...]
    conflicts: tuple[Conflict, ...] = ()


def upcoming(
    connection: Connection,
    series: Mapping[str, Sequence[Session]],
    spoken: Mapping[str, Source],
    pack: Desk | None,
    as_of: date,
) -> tuple[dict[str, Next], dict[str, Source]]:
    """The next session of each series that has one, and the dispatches that speak of them. `spoken`: those that tell of the
    sessions there are."""
    promised, cited = _promised(connection, series, pack, as_of)
    found: dict[str, Next] = {}
    for key, sessions in series.items():
        held = [s for s in sessions if s.status == "held"]
        following = _of_plan(sessions, held, spoken, as_of) or _of_promise(promised.get(key, []), held, pack, as_of)
        following = following or _of_custom(key, held, pack, as_of)
        if following:
            found[key] = following
    return found, cited


def _last(held: Sequence[Session]) -> str:
    days = [When.parse(s.date).last.isoformat() for s in held if s.date]
    return max(days, default="")


def _of_plan(
    sessions: Sequence[Session], held: Sequence[Session], spoken: Mapping[str, Source], as_of: date
) -> Next | None:
    """A session that dispatches announce with its date, or put off with no new one, some of them not before the last one was
    held."""
    last = _last(held)
    for one in sessions:
        if max((spoken[e.dispatch].last_day or "" for e in one.evidence), default="") < last:
            continue
        counted = tuple(c for c in one.conflicts if c.field == "ordinal")
        number = _counted(one.number, counted, _following(held))
        if one.status == "postponed" and (not one.date or one.date == one.planned):
            return Next(number, one.host, None, "open", False, PUT_OFF, None, one.evidence, counted)
        if one.status != "scheduled" or not one.date or When.parse(one.date).last.isoformat() <= last:
            continue
        passed = When.parse(one.date).last < as_of
        status = "overdue" if passed else "scheduled"
        return Next(number, one.host, one.date, status, False, None, None, one.evidence, counted)
    return None


def _counted(number: int | None, told: Sequence[Conflict], following: int | None) -> int | None:
    """The number of the next session: as told, where dispatches differ the one that follows the last, if any says so."""
    values = {int(value.value) for conflict in told for value in conflict.values}
    if values:
        return following if following in values else None
    return number or following


def _following(held: Sequence[Session]) -> int | None:
    numbers = [s.number for s in held if s.number is not None]
    return max(numbers) + 1 if numbers else None


@dataclass(frozen=True, slots=True)
class _Promised:
    promise: Promise
    outcome: Outcome
    due: str | None

    @property
    def tellings(self) -> tuple[Evidence, ...]:
        return tuple(Evidence(*piece) for piece in self.promise.tellings)


def _of_promise(promised: Sequence[_Promised], held: Sequence[Session], pack: Desk | None, as_of: date) -> Next | None:
    """The latest promise of a session that is not kept."""
    last = _last(held)
    coming = _following(held)
    waiting = [
        p
        for p in promised
        if p.outcome.status in ("open", "overdue", "lapsed")
        and (p.promise.since or "") >= last
        and (p.promise.ordinal is None or coming is None or p.promise.ordinal >= coming)
    ]
    if not waiting:
        return None
    chosen = max(waiting, key=lambda p: (p.promise.since or "", p.due or "", p.promise.entry))
    together = [p for p in waiting if (p.promise.ordinal or coming) == (chosen.promise.ordinal or coming)]
    host = next((h for p in (chosen, *together) if (h := _host(p.promise, pack))), None)
    number = chosen.promise.ordinal or next((p.promise.ordinal for p in together if p.promise.ordinal), coming)
    told = _numbers([p for p in waiting if p.due == chosen.due])
    number = _counted(number, told, coming)
    basis = None
    if host is None and (turn := _turn(held)):
        host, basis = turn, "host by turns"
    shown = tuple(dict.fromkeys(e for p in (chosen, *together) for e in (*p.tellings, *p.outcome.shown_by)))
    off = chosen.outcome.status == "lapsed"
    due = (
        None
        if off
        else chosen.due or next((p.due for p in together if p.due and p.outcome.status in ("open", "overdue")), None)
    )
    status = "open" if due is None else "overdue" if When.parse(due).last < as_of else "scheduled"
    return Next(number, host, due, status, False, basis, chosen.promise.entry, shown, told)


def _numbers(promised: Sequence[_Promised]) -> tuple[Conflict, ...]:
    """The numbers that promises of one session give it, where they differ."""
    told: dict[int, list[Evidence]] = defaultdict(list)
    for one in promised:
        if one.promise.ordinal is not None:
            told[one.promise.ordinal] += one.tellings
    values = tuple(ConflictValue(str(number), tuple(told[number])) for number in sorted(told))
    return (Conflict("ordinal", values),) if len(values) > 1 else ()


def _host(promise: Promise, pack: Desk | None) -> str | None:
    """The country that the words of a promise say it will be in."""
    words = "|".join(re.escape(w) for w in (pack.words("calendar.host") if pack else ()))
    if not words:
        return None
    for telling in promise.tellings:
        flat = " ".join(telling.text.split())
        for match in re.finditer(rf"\b(?:{words}) ((?:the )?[A-Z]\w+(?: [A-Z]\w+)*)", flat):
            if code := country_of(match[1].removeprefix("the "), pack):
                return code
    return None


def _turn(held: Sequence[Session]) -> str | None:
    """Whose turn it is, where two countries have hosted by turns so far."""
    hosts = [s.host for s in held if s.host]
    if len(hosts) < 2 or len(set(hosts)) != 2 or any(a == b for a, b in pairwise(hosts)):
        return None
    return hosts[-2]


def _of_custom(key: str, held: Sequence[Session], pack: Desk | None, as_of: date) -> Next | None:
    """By the desk's rule of how often, else by the intervals so far where these are steady; reckoned from the last session that
    dispatches tell of or the desk knows."""
    if not any(s.date for s in held):
        return None
    desk = pack.mechanisms.get(key.removeprefix("mechanism-")) if pack else None
    every = [s for s in with_desk(held, desk) if s.date and (s.told or s.date <= as_of.isoformat())]
    last = max(every, key=lambda s: When.parse(s.date or "").last)
    years = desk.cycle_years if desk else None
    basis = f"held every {'year' if years == 1 else f'{years:g} years'} by the desk's word" if years else None
    if years is None:
        numbered = [(s.number, When.parse(s.date).first) for s in held if s.date and s.number is not None]
        steps = [(b[1] - a[1]).days / _YEAR for a, b in pairwise(sorted(numbered)) if b[0] == a[0] + 1]
        steps = [step for step in steps if step > 0]
        if len(steps) < LEAST_INTERVALS or max(steps) > STEADY * min(steps):
            return None
        years = median(steps)
        basis = f"{len(steps)} intervals of {min(steps):.1f} to {max(steps):.1f} years so far"
    if not last.told:
        basis = f"{basis}, after the session of {last.date} that the desk alone knows"
    middle = When.parse(last.date or "").last + timedelta(days=years * _YEAR)
    due = str(When.month(middle.year, middle.month))
    return Next(_following(every), _turn(every), due, "custom", True, basis, None, ())


def _promised(
    connection: Connection, series: Mapping[str, Sequence[Session]], pack: Desk | None, as_of: date
) -> tuple[dict[str, list[_Promised]], dict[str, Source]]:
    """The undertakings to hold a session of a series, made at one of its sessions or naming it."""
    last = {key: _last([s for s in sessions if s.status == "held"]) for key, sessions in series.items()}
    keys = _by_then(connection, {entry for key in series for entry in in_series(connection, key, last[key])}, as_of)
    rows = members(connection, keys, "commitment")
    told = sources(connection, {row["dispatch"] for listed in rows.values() for row in listed})
    day = as_of.isoformat()
    told = {k: s for k, s in told.items() if s.last_day and s.last_day <= day}
    rows = {k: [r for r in listed if r["dispatch"] in told] for k, listed in rows.items()}
    entries = _entries(connection, [k for k, listed in rows.items() if listed])
    days = {key: source.last_day for key, source in told.items()}
    promises = Promises(connection, pack, lexicon(pack)).read(entries, {k: rows[k] for k in entries}, days)
    named = {k: p for k, p in promises.items() if p.mechanism in series and not p.continuing}
    wanted = {k: p for k, p in named.items() if (p.since or "") >= last[str(p.mechanism)]}
    judged = outcomes(connection, wanted, as_of)
    found: dict[str, list[_Promised]] = defaultdict(list)
    for key, promise in wanted.items():
        found[str(promise.mechanism)].append(_Promised(promise, judged[key], entries[key]["detail"].get("due")))
    shown = {e.dispatch for outcome in judged.values() for e in outcome.shown_by}
    return found, {**told, **sources(connection, shown - told.keys())}


def _by_then(connection: Connection, entries: set[str], as_of: date) -> list[str]:
    """Those of the entries that are told of by a day, in order."""
    table = schema.entry.c
    told = select(table.id).where(among(table.id, entries), table.told <= as_of.isoformat())
    return list(connection.execute(told.order_by(table.id)).scalars())


def _entries(connection: Connection, keys: Sequence[str]) -> dict[str, dict[str, Any]]:
    table = schema.entry
    found: dict[str, dict[str, Any]] = {}
    for row in connection.execute(select(table).where(among(table.c.id, keys))).mappings():
        found[row["id"]] = dict(row)
    return found
