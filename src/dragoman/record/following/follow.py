"""What became of every undertaking, kept beside its entry. When dispatches come or go, only those undertakings are
followed again that they can concern: by a series, a person's visit, an encounter, or the words of a sentence that says
that something was done or put off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.record.batches import batches
from dragoman.record.following.hits import EVER, Hits
from dragoman.record.following.meetings import Meetings
from dragoman.record.following.promise import Promise, Row
from dragoman.record.following.promises import Promises
from dragoman.record.following.signs import TOPIC, Sign, Signs
from dragoman.record.following.steps import Step, Steps
from dragoman.record.lexicon import lexicon
from dragoman.record.world import country_of, offices

_E, _M, _B, _D = schema.entry.c, schema.membership.c, schema.bearing.c, schema.dispatch.c


def keep(
    connection: Connection,
    pack: Desk | None,
    dispatches: Collection[str] | None,
    entries: Collection[str],
    read: Collection[str] = (),
) -> None:
    """Follows the undertakings that some dispatches or entries can concern; all undertakings where `dispatches` is
    None. `read`: those of the dispatches that were added, or of which a person judged a finding, since the last
    time."""
    signs = Signs(connection, pack, lexicon(pack))
    if dispatches is None:
        connection.execute(delete(schema.sign))
        signs.keep(connection.execute(select(_D.id)).scalars().all())
        hits = Hits(connection)
        due = set(connection.execute(select(_E.id).where(_E.kind == "commitment")).scalars())
    else:
        fresh = signs.keep(read)
        hits = Hits(connection)
        changed = set(entries)
        for keys in batches(dispatches):
            told = select(_M.entry).where(_M.dispatch.in_(keys), _M.kind.in_(("encounter", "commitment")))
            changed |= set(connection.execute(told.where(_M.entry.is_not(None))).scalars())
        due = citing(connection, dispatches) | _borne(connection, pack, changed) | _spoken_of(connection, hits, fresh)
        for keys in batches(changed):
            due |= set(connection.execute(select(_E.id).where(_E.kind == "commitment", _E.id.in_(keys))).scalars())
    for keys in batches(due):
        _follow(connection, pack, signs, hits, keys)


def citing(connection: Connection, dispatches: Iterable[str]) -> set[str]:
    """The undertakings whose status rests, or rested, on a sentence of these dispatches."""
    return _bearing(connection, {f"dispatch {key}": "" for key in dispatches})


def in_series(connection: Connection, mechanism: str, since: str) -> list[str]:
    """The undertakings to hold a session of a series that are told of since a day."""
    rows = select(_B.entry).join(schema.entry, _E.id == _B.entry)
    found = connection.execute(rows.where(_B.key == f"series {mechanism}", _E.told >= since).order_by(_B.entry))
    return list(found.scalars())


def _bearing(connection: Connection, keys: Mapping[str, str]) -> set[str]:
    """The undertakings on which something can bear that happened, or was told, on a day at the earliest."""
    days: dict[str, list[str]] = defaultdict(list)
    for key, day in keys.items():
        days[day].append(key)
    found: set[str] = set()
    for day, listed in days.items():
        for some in batches(listed):
            found |= set(connection.execute(select(_B.entry).where(_B.key.in_(some), _B.until >= day)).scalars())
    return found


def _borne(connection: Connection, pack: Desk | None, entries: Collection[str]) -> set[str]:
    """The undertakings on which encounters can bear, or other undertakings to hold the same session."""
    keys: dict[str, str] = {f"{role} {entry}": "" for entry in entries for role in ("made", "outcome", "plan")}
    for some in batches(entries):
        people: dict[str, list[str]] = defaultdict(list)
        taking = schema.entry_person.c
        for entry, person in connection.execute(select(taking.entry, taking.person).where(taking.entry.in_(some))):
            people[entry].append(person)
        vows = select(_E.detail).where(_E.id.in_(some), _E.kind == "commitment")
        sessions = {detail["session"] for detail in connection.execute(vows).scalars() if detail.get("session")}
        keys |= {f"session {one}": "" for one in sessions}
        heads = connection.execute(
            select(_E.id, _E.mechanism, _E.detail, _E.first_day, _E.told).where(_E.id.in_(some), _E.kind == "encounter")
        )
        for entry, mechanism, detail, first, told in heads:
            number, by = detail.get("ordinal"), min(first or "", told or "")
            bearing = {f"meets {person}" for person in people[entry]}
            if mechanism and number is None:
                bearing.add(f"series {mechanism}")
            elif mechanism:
                bearing |= {f"session {mechanism} {number}", f"session {mechanism}"}
            if country := country_of(detail.get("place"), pack):
                bearing |= {f"visit {person} {country}" for person in people[entry]}
                if pack and first:
                    bearing |= {f"holders {role}" for role in offices(pack, people[entry], date.fromisoformat(first))}
            keys |= {key: min(by, keys.get(key, EVER)) for key in bearing}
    return _bearing(connection, keys)


def _spoken_of(connection: Connection, hits: Hits, fresh: Iterable[Sign]) -> set[str]:
    """The undertakings of which sentences can speak."""
    found: set[str] = set()
    for sign in fresh:
        if "settled" in sign.says:
            topics = [word.removeprefix(TOPIC) for word in sign.words if word.startswith(TOPIC)]
            found |= _bearing(connection, {f"seeks {topic}": sign.day for topic in topics})
        speaks = hits.promising(sign)
        found |= speaks - _of_other_sessions(connection, sign, speaks) if sign.says == {"anew"} else speaks
    return found


def _of_other_sessions(connection: Connection, sign: Sign, entries: Collection[str]) -> set[str]:
    """Of some undertakings, those to hold a session of a series where what a sentence arranges is to hold other ones."""
    vow, at = schema.commitment.c, sign.piece
    held = _E.detail["session"].as_string()
    told = (
        select(held)
        .join(schema.membership, _M.entry == _E.id)
        .join(schema.commitment, vow.id == _M.finding)
        .where(vow.dispatch == at.dispatch, vow.start < at.end, vow.end > at.start, vow.rejected.is_(False))
    )
    sessions = set(connection.execute(told).scalars())
    if not sessions or None in sessions:
        return set()
    found: set[str] = set()
    for some in batches(entries):
        rows = connection.execute(select(_E.id).where(_E.id.in_(some), held.is_not(None), held.not_in(sessions)))
        found |= set(rows.scalars())
    return found


def _follow(connection: Connection, pack: Desk | None, signs: Signs, hits: Hits, keys: Sequence[str]) -> None:
    for table in (schema.step, schema.bearing, schema.promised):
        connection.execute(delete(table).where(table.c.entry.in_(keys)))
    heads = {
        row["id"]: dict(row)
        for row in connection.execute(
            select(schema.entry).where(_E.id.in_(keys), _E.kind == "commitment").order_by(_E.id)
        ).mappings()
    }
    rows, days = _tellings(connection, list(heads))
    reader = Promises(connection, pack, lexicon(pack))
    promises = reader.read({k: h for k, h in heads.items() if rows.get(k)}, rows, days)
    hits.count(thing for promise in promises.values() for thing in promise.objects)
    steps = Steps(connection, reader, Meetings(connection, promises.values(), pack), signs, hits)
    made: list[dict[str, Any]] = []
    bears: list[dict[str, str]] = []
    things: list[dict[str, Any]] = []
    for key, promise in promises.items():
        listed = steps.of(heads[key], rows[key], days, promise)
        made += [
            {
                "entry": key,
                "since": step.since,
                "until": step.until,
                "status": step.status,
                "shown_by": [list(piece) for piece in step.shown_by],
                "outcome": step.outcome,
                "day": step.day,
            }
            for step in listed
        ]
        bears += [{"entry": key, **one} for one in _bearings(promise, listed)]
        if promise.since:
            by = _counting(promise, listed[-1], reader.lasting(rows[key], days))
            things += [{"entry": key, "words": thing, "since": promise.since, **by} for thing in promise.objects]
    if made:
        connection.execute(insert(schema.step), made)
    if bears:
        connection.execute(insert(schema.bearing), bears)
    _promise(connection, hits, [thing for thing in things if hits.rarest(thing["words"])])


def _promise(connection: Connection, hits: Hits, things: Sequence[dict[str, Any]]) -> None:
    """Keeps what is promised where sentences that speak of it find it."""
    if not things:
        return
    first = (connection.execute(select(func.max(schema.promised.c.id))).scalar() or 0) + 1
    rows, words = [], []
    for number, thing in enumerate(things, first):
        rows.append({"id": number, **thing, "words": " ".join(thing["words"])})
        until = max(thing["done_by"], thing["anew_by"], thing["off_by"])
        words += [{"word": word, "until": until, "promised": number} for word in hits.rarest(thing["words"])]
    connection.execute(insert(schema.promised), rows)
    connection.execute(insert(schema.promised_word), words)


def _counting(promise: Promise, last: Step, lasting: str | None) -> dict[str, str]:
    """Up to which day of publication a sentence counts, by what it says, since the status that stands last follows from
    what was published by then."""
    end = EVER if lasting is None else lasting
    kept = (
        min(end, last.since) if last.status in ("kept", "superseded") else end
    )  # once replaced, what is done is the other's
    anew = min(kept, last.since) if last.status == "superseded" else kept
    off = min(anew, last.since) if last.status == "lapsed" else anew
    return {"done_by": kept, "anew_by": anew if promise.due is not None else "", "off_by": off}


def _bearings(promise: Promise, steps: Sequence[Step]) -> list[dict[str, str]]:
    """What can bear on an undertaking, in words that `_borne` and `_spoken_of` ask for, and up to which day."""
    last = steps[-1]
    kept = last.since if last.status == "kept" else EVER
    met = max(kept, last.day) if last.status == "kept" and last.outcome and last.day else EVER
    keys = {f"dispatch {piece.dispatch}": EVER for step in steps for piece in step.shown_by}
    keys |= {f"outcome {step.outcome}": EVER for step in steps if step.outcome}
    keys |= {f"made {entry}": EVER for entry in promise.leans}
    keys |= {f"plan {entry}": EVER for entry in promise.plans}
    if promise.mechanism:
        number = f" {promise.ordinal}" if promise.ordinal is not None else ""
        keys |= dict.fromkeys((f"series {promise.mechanism}", f"session {promise.mechanism}{number}"), met)
    keys |= {f"visit {person} {country}": met for person in promise.people for country in promise.to}
    keys |= {f"meets {person}": met for person in promise.meeting}
    keys |= {f"holders {role}": met for role in promise.roles}
    if promise.seeking:
        keys |= {f"seeks {issue}": kept for issue in promise.issues}
    return [{"key": key, "until": until} for key, until in sorted(keys.items())]


def _tellings(connection: Connection, keys: Sequence[str]) -> tuple[Mapping[str, list[Row]], dict[str, str | None]]:
    """The findings of undertakings, and the last day on which each of their dispatches was published."""
    table = schema.commitment
    found: dict[str, list[Row]] = defaultdict(list)
    days: dict[str, str | None] = {}
    rows = connection.execute(
        select(table, _M.entry.label("entry_id"), _D.last_day.label("published_by"))
        .join(schema.membership, _M.finding == table.c.id)
        .join(schema.dispatch, _D.id == table.c.dispatch)
        .where(_M.entry.in_(keys), table.c.rejected.is_(False))
        .order_by(table.c.dispatch, table.c.start, table.c.id)
    ).mappings()
    for row in rows:
        found[row["entry_id"]].append(dict(row))
        days[row["dispatch"]] = row["published_by"]
    return found, days
