"""What became of every undertaking, kept beside its entry. When dispatches come or go, only those undertakings are
followed again that they can concern: by a series, a person's visit, an encounter, or the words of a sentence that says
that something was done or put off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select

from dragoman.desk.desk import Desk
from dragoman.record import schema
from dragoman.record.batches import batches
from dragoman.record.following.meetings import Meetings, country_of
from dragoman.record.following.promise import Promise, Promises, Row
from dragoman.record.following.signs import PUT_OFF, TOPIC, Sign, Signs
from dragoman.record.following.steps import Steps
from dragoman.record.lexicon import lexicon

_E, _M, _B, _P, _D, _T = (
    schema.entry.c, schema.membership.c, schema.bearing.c, schema.promised_word.c, schema.dispatch.c, schema.step.c,
)  # fmt: skip
_HOLDERS = "holders"


def keep(
    connection: Connection, pack: Desk | None, dispatches: Collection[str] | None, entries: Collection[str]
) -> None:
    """Follows the undertakings that some dispatches or entries can concern; all undertakings where `dispatches` is
    None."""
    signs = Signs(connection, pack, lexicon(pack))
    if dispatches is None:
        connection.execute(delete(schema.sign))
        signs.keep(connection.execute(select(_D.id)).scalars().all())
        due = set(connection.execute(select(_E.id).where(_E.kind == "commitment")).scalars())
    else:
        fresh = signs.keep(dispatches)
        changed = set(entries)
        for keys in batches(dispatches):
            told = select(_M.entry).where(_M.dispatch.in_(keys), _M.kind.in_(("encounter", "commitment")))
            changed |= set(connection.execute(told.where(_M.entry.is_not(None))).scalars())
        due = citing(connection, dispatches) | _borne(connection, pack, changed) | _spoken_of(connection, signs, fresh)
        for keys in batches(changed):
            due |= set(connection.execute(select(_E.id).where(_E.kind == "commitment", _E.id.in_(keys))).scalars())
    for keys in batches(due):
        _follow(connection, pack, signs, keys)


def citing(connection: Connection, dispatches: Iterable[str]) -> set[str]:
    """The undertakings whose status rests, or rested, on a sentence of these dispatches."""
    return _bearing(connection, {f"dispatch {key}" for key in dispatches})


def in_series(connection: Connection, mechanism: str, since: str) -> list[str]:
    """The undertakings to hold a session of a series that are told of since a day."""
    rows = select(_B.entry).join(schema.entry, _E.id == _B.entry)
    found = connection.execute(rows.where(_B.key == f"series {mechanism}", _E.told >= since).order_by(_B.entry))
    return list(found.scalars())


def _bearing(connection: Connection, keys: Collection[str]) -> set[str]:
    found: set[str] = set()
    for some in batches(keys):
        found |= set(connection.execute(select(_B.entry).where(_B.key.in_(some))).scalars())
    return found


def _borne(connection: Connection, pack: Desk | None, entries: Collection[str]) -> set[str]:
    """The undertakings on which encounters can bear."""
    keys: set[str] = set()
    for some in batches(entries):
        people: dict[str, list[str]] = defaultdict(list)
        taking = schema.entry_person.c
        for entry, person in connection.execute(select(taking.entry, taking.person).where(taking.entry.in_(some))):
            people[entry].append(person)
        heads = connection.execute(
            select(_E.id, _E.mechanism, _E.detail).where(_E.id.in_(some), _E.kind == "encounter")
        )
        for entry, mechanism, detail in heads:
            number = detail.get("ordinal")
            keys.add(f"made {entry}")
            if mechanism and number is None:
                keys.add(f"series {mechanism}")
            elif mechanism:
                keys |= {f"session {mechanism} {number}", f"session {mechanism}"}
            if country := country_of(detail.get("place"), pack):
                keys |= {f"visit {person} {country}" for person in people[entry]} | {_HOLDERS}
    return _bearing(connection, keys)


def _spoken_of(connection: Connection, signs: Signs, fresh: Iterable[int]) -> set[str]:
    """The undertakings of which sentences can speak."""
    found: set[str] = set()
    for sign in signs.load(fresh):
        topics = {f"seeks {word.removeprefix(TOPIC)}" for word in sign.words if word.startswith(TOPIC)}
        if "settled" in sign.says:
            found |= _bearing(connection, topics)
        near = (
            select(_P.entry)
            .join(schema.entry, _E.id == _P.entry)
            .where(_P.word.in_(sorted(sign.words)), _E.told <= sign.day, _E.id.not_in(_settled(sign)))
            .group_by(_P.entry, _P.part)
            .having(func.count() >= 2, func.count() >= func.max(_P.size) * PUT_OFF)
        )
        found |= set(connection.execute(near).scalars())
    return found


def _settled(sign: Sign) -> Select[tuple[str]]:
    """The undertakings of which the status follows from what was published before a sign, and after all that tells of
    them, so that the sign changes nothing."""
    final = ["kept"]
    if not sign.says & {"done", "settled"}:
        final += ["superseded"] if "anew" in sign.says else ["superseded", "lapsed"]
    told = (
        select(func.max(_D.last_day))
        .join(schema.membership, _M.dispatch == _D.id)
        .where(_M.entry == _T.entry)
        .correlate(schema.step)
        .scalar_subquery()
    )
    return select(_T.entry).where(_T.status.in_(final), _T.since < sign.day, _T.since >= told)


def _follow(connection: Connection, pack: Desk | None, signs: Signs, keys: Sequence[str]) -> None:
    for table in (schema.step, schema.bearing, schema.promised_word):
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
    steps = Steps(connection, reader, Meetings(connection, promises.values(), pack), signs)
    made: list[dict[str, Any]] = []
    bears: set[tuple[str, str]] = set()
    words: list[dict[str, Any]] = []
    for key, promise in promises.items():
        listed = steps.of(heads[key], rows[key], days, promise)
        for step in listed:
            made.append(
                {
                    "entry": key,
                    "since": step.since,
                    "until": step.until,
                    "status": step.status,
                    "shown_by": [list(piece) for piece in step.shown_by],
                    "outcome": step.outcome,
                    "day": step.day,
                }
            )
            bears |= {(f"dispatch {piece.dispatch}", key) for piece in step.shown_by}
        bears |= {(bearing, key) for bearing in _bearings(promise, heads[key])}
        for part, thing in enumerate(promise.objects):
            words += [{"word": w, "entry": key, "part": part, "size": len(thing)} for w in sorted(thing)]
    if made:
        connection.execute(insert(schema.step), made)
    if bears:
        connection.execute(insert(schema.bearing), [{"key": k, "entry": e} for k, e in sorted(bears)])
    if words:
        connection.execute(insert(schema.promised_word), words)


def _bearings(promise: Promise, head: Row) -> set[str]:
    """What can bear on an undertaking, in words that `_borne` and `_spoken_of` ask for."""
    keys = {f"made {entry}" for entry in head["detail"].get("encounters", ())}
    if promise.mechanism:
        number = f" {promise.ordinal}" if promise.ordinal is not None else ""
        keys |= {f"series {promise.mechanism}", f"session {promise.mechanism}{number}"}
    keys |= {f"visit {person} {country}" for person in promise.people for country in promise.to}
    if promise.roles:
        keys.add(_HOLDERS)
    if promise.seeking:
        keys |= {f"seeks {issue}" for issue in promise.issues}
    return keys


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
