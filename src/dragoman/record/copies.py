"""Dispatches that are copies of one source: agency stories reprinted, translations reposted. Found by MinHash over
their prose, kept, and counted once."""

from __future__ import annotations

import array
import re
from collections.abc import Collection, Iterable

from rensa import RMinHash
from sqlalchemy import Connection, delete, insert, select, update

from dragoman.name import fold
from dragoman.record import schema
from dragoman.record.characters import searchable
from dragoman.record.identify import digest
from dragoman.record.sentences import bigrams

ALIKE = 0.6
"""Least share of common shingles (Jaccard, as estimated) of two copies."""
_HASHES = 128
_ROWS = 4
_SEED = 20080507
_SHINGLE = 5
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
    group = schema.source_group
    before = {r.dispatch: r.source for r in connection.execute(select(group).where(group.c.dispatch.in_(dispatches)))}
    there = _sketched(connection, dispatches)
    changed = {key for key, made in there.items() if key in before and made is not None}
    disturbed = {before[key] for key in changed}
    if disturbed:
        loose = {r.dispatch: r.source for r in connection.execute(select(group).where(group.c.source.in_(disturbed)))}
    else:
        loose = {}
    before |= loose
    for key in loose:
        connection.execute(update(group).where(group.c.dispatch == key).values(source=key))
    moved = set()
    for key in sorted(there.keys() | loose.keys()):
        moved |= _join(connection, key)
    after = {
        r.dispatch: r.source
        for r in connection.execute(select(group).where(group.c.dispatch.in_(moved | there.keys() | loose.keys())))
    }
    return {key for key, source in after.items() if before.get(key, key) != source}


def part(connection: Connection, dispatch: str) -> set[str]:
    """Takes the group of a dispatch that is about to go apart, for `regroup` to join anew; gives its other members."""
    group = schema.source_group
    mine = select(group.c.source).where(group.c.dispatch == dispatch).scalar_subquery()
    others = set(connection.execute(select(group.c.dispatch).where(group.c.source == mine)).scalars()) - {dispatch}
    for key in others:
        connection.execute(update(group).where(group.c.dispatch == key).values(source=key))
    return others


def _sketched(connection: Connection, dispatches: Collection[str]) -> dict[str, bytes | None]:
    """Writes the sketches of those of the dispatches that are in the record; None for one that has the same sketch
    already."""
    made: dict[str, bytes | None] = {}
    for key in sorted(dispatches):
        text = connection.execute(select(schema.dispatch.c.text).where(schema.dispatch.c.id == key)).scalar()
        if text is None:
            continue
        spans = connection.execute(
            select(schema.sentence.c.start, schema.sentence.c.end).where(schema.sentence.c.dispatch == key)
        )
        new = sketch(shingles(text[r.start : r.end] for r in spans))
        group = schema.source_group
        old = connection.execute(select(group.c.sketch).where(group.c.dispatch == key)).scalar()
        made[key] = new if new != old else None
        if new == old:
            continue
        if old is None:
            connection.execute(insert(group).values(dispatch=key, source=key, sketch=new))
        else:
            connection.execute(update(group).where(group.c.dispatch == key).values(sketch=new))
            connection.execute(delete(schema.source_band).where(schema.source_band.c.dispatch == key))
        if new:
            connection.execute(insert(schema.source_band), [{"band": band, "dispatch": key} for band in _bands(new)])
    return made


def _join(connection: Connection, key: str) -> set[str]:
    """Joins the group of a dispatch with those of its copies; gives all dispatches whose group is another now."""
    group, band = schema.source_group, schema.source_band
    mine = connection.execute(select(group.c.sketch, group.c.source).where(group.c.dispatch == key)).one()
    near = select(band.c.dispatch).where(band.c.band.in_(_bands(mine.sketch)), band.c.dispatch != key)
    joined = {mine.source}
    for row in connection.execute(select(group).where(group.c.dispatch.in_(near)).order_by(group.c.dispatch)):
        if row.source not in joined and likeness(mine.sketch, row.sketch) >= ALIKE:
            joined.add(row.source)
    first = min(joined)
    gone = joined - {first}
    if not gone:
        return set()
    moved = set(connection.execute(select(group.c.dispatch).where(group.c.source.in_(gone))).scalars())
    connection.execute(update(group).where(group.c.source.in_(gone)).values(source=first))
    return moved
