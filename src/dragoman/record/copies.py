"""Dispatches that are copies of one source: agency stories reprinted, translations reposted. Found by MinHash over
their prose, kept, and counted once."""

from __future__ import annotations

import array
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from rensa import RMinHash
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from dragoman.name import fold
from dragoman.record import schema
from dragoman.record.batches import batches
from dragoman.record.characters import searchable
from dragoman.record.identify import digest
from dragoman.record.sentences import bigrams

ALIKE = 0.6
"""Least share of common shingles (Jaccard, as estimated) of two copies."""
_HASHES = 128
_ROWS = 4
_SEED = 20080507
_SHINGLE = 5
_GROUP = schema.source_group.c
_WORD = re.compile(r"[^\W_]+")


def shingles(sentences: Iterable[str]) -> set[str]:
    """Runs of five words within each sentence, case and marks left out; a shorter sentence is one run. Chinese and
    Japanese count by pairs of signs."""
    found: set[str] = set()
    for sentence in sentences:
        paired = bigrams(sentence)
        words = [w for w in _WORD.findall(fold(searchable(sentence))) if w.isascii() or not paired] + paired.split()
        runs = max(1, len(words) - _SHINGLE + 1)
        found |= {" ".join(words[i : i + _SHINGLE]) for i in range(runs) if words}
    return found


def sketch(runs: set[str]) -> bytes:
    """128 numbers of 32 bits in a row, little endian; empty for no shingles."""
    if not runs:
        return b""
    hashed = RMinHash(num_perm=_HASHES, seed=_SEED)
    hashed.update(sorted(runs))
    numbers = array.array("I", hashed.digest())
    return b"".join(number.to_bytes(4, "little") for number in numbers)


def likeness(a: bytes, b: bytes) -> float:
    """The share of common shingles that two sketches let one expect."""
    if not a or not b:
        return 0.0
    return sum(a[i : i + 4] == b[i : i + 4] for i in range(0, len(a), 4)) / _HASHES


def _bands(made: bytes) -> list[str]:
    width = 4 * _ROWS
    return [digest(f"{start} {made[start : start + width].hex()}") for start in range(0, len(made), width)]


def regroup(connection: Connection, dispatches: Collection[str]) -> set[str]:
    """Brings the groups up to date after these dispatches came, changed or went. Gives every dispatch that is in
    another group than before. A group is all dispatches joined by a chain of copies; its id is the first of theirs."""
    before = _groups(connection, _GROUP.dispatch, dispatches)
    there = _sketched(connection, dispatches)
    disturbed = {before[key] for key, fresh in there.items() if fresh and key in before}
    loose = _groups(connection, _GROUP.source, disturbed)
    before |= loose
    _part(connection, loose)
    moved: set[str] = set()
    for key in sorted(there.keys() | loose.keys()):
        moved |= _join(connection, key)
    after = _groups(connection, _GROUP.dispatch, moved | there.keys() | loose.keys())
    return {key for key, source in after.items() if before.get(key, key) != source}


def part(connection: Connection, dispatch: str) -> set[str]:
    """Takes the group of a dispatch that is about to go apart, for `regroup` to join anew; gives its other members."""
    mine = select(_GROUP.source).where(_GROUP.dispatch == dispatch).scalar_subquery()
    others = set(connection.execute(select(_GROUP.dispatch).where(_GROUP.source == mine)).scalars()) - {dispatch}
    _part(connection, others)
    return others


def _part(connection: Connection, dispatches: Iterable[str]) -> None:
    if alone := [{"key": key} for key in sorted(dispatches)]:
        connection.execute(
            update(schema.source_group).where(_GROUP.dispatch == bindparam("key")).values(source=bindparam("key")),
            alone,
        )


def _groups(connection: Connection, column: Any, keys: Iterable[str]) -> dict[str, str]:
    """Source by dispatch, for the rows with one of the keys in a column."""
    found: dict[str, str] = {}
    for batch in batches(keys):
        rows = connection.execute(select(_GROUP.dispatch, _GROUP.source).where(column.in_(batch)))
        found |= {row.dispatch: row.source for row in rows}
    return found


def _sketched(connection: Connection, dispatches: Collection[str]) -> dict[str, bool]:
    """Writes the sketches of those of the dispatches that are in the record; with each, whether it has another sketch
    than before."""
    made: dict[str, bool] = {}
    table, sentence = schema.dispatch.c, schema.sentence.c
    for batch in batches(dispatches):
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for row in connection.execute(
            select(sentence.dispatch, sentence.start, sentence.end).where(sentence.dispatch.in_(batch))
        ):
            spans[row.dispatch].append((row.start, row.end))
        held = connection.execute(select(_GROUP.dispatch, _GROUP.sketch).where(_GROUP.dispatch.in_(batch)))
        old = {row.dispatch: row.sketch for row in held}
        texts = connection.execute(select(table.id, table.text).where(table.id.in_(batch)).order_by(table.id))
        new = {row.id: sketch(shingles(row.text[a:b] for a, b in spans[row.id])) for row in texts}
        made |= {key: old.get(key) != sketched for key, sketched in new.items()}
        changed = {key: sketched for key, sketched in new.items() if made[key]}
        _write(connection, changed, old)
    return made


def _write(connection: Connection, changed: Mapping[str, bytes], old: Collection[str]) -> None:
    rows = [{"key": key, "source": key, "sketch": sketched} for key, sketched in changed.items()]
    if fresh := [{"dispatch": r["key"], **r} for r in rows if r["key"] not in old]:
        connection.execute(
            insert(schema.source_group), [{n: r[n] for n in ("dispatch", "source", "sketch")} for r in fresh]
        )
    if others := [{"key": r["key"], "made": r["sketch"]} for r in rows if r["key"] in old]:
        connection.execute(
            update(schema.source_group).where(_GROUP.dispatch == bindparam("key")).values(sketch=bindparam("made")),
            others,
        )
        connection.execute(
            delete(schema.source_band).where(schema.source_band.c.dispatch.in_([r["key"] for r in others]))
        )
    if bands := [{"band": band, "dispatch": key} for key, sketched in changed.items() for band in _bands(sketched)]:
        connection.execute(insert(schema.source_band), bands)


def _join(connection: Connection, key: str) -> set[str]:
    """Joins the group of a dispatch with those of its copies; gives all dispatches whose group is another now."""
    other, mine = schema.source_band.alias(), schema.source_band.alias()
    near = select(other.c.dispatch).join(mine, mine.c.band == other.c.band)
    near = near.where(mine.c.dispatch == key, other.c.dispatch != key)
    own = connection.execute(select(_GROUP.sketch, _GROUP.source).where(_GROUP.dispatch == key)).one()
    joined = {own.source}
    for row in connection.execute(
        select(schema.source_group).where(_GROUP.dispatch.in_(near)).order_by(_GROUP.dispatch)
    ):
        if row.source not in joined and likeness(own.sketch, row.sketch) >= ALIKE:
            joined.add(row.source)
    first = min(joined)
    gone = joined - {first}
    if not gone:
        return set()
    moved = set(connection.execute(select(_GROUP.dispatch).where(_GROUP.source.in_(gone))).scalars())
    connection.execute(update(schema.source_group).where(_GROUP.source.in_(gone)).values(source=first))
    return moved
