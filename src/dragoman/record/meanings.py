"""Vectors of the record's sentences: made for the dispatches that a search needs, kept in the record's file with the model's name, gone with their sentences."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import groupby, islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, and_, func, literal_column, select
from sqlalchemy.dialects.sqlite import insert

from dragoman.meaning import WIDTH, Meaning, Vectors
from dragoman.record import schema
from dragoman.record.characters import searchable
from dragoman.record.store import Record

BATCH = 200
"""Sentences, about, whose vectors are made and kept at a time: what an interruption can lose."""
STRIDE = 512
"""Vectors that are compared at a time: as many as the processor's own memory holds."""
IN = 500

_S, _M, _D = schema.sentence.c, schema.meaning.c, schema.dispatch.c


def lacking(connection: Connection, model: str, dispatches: Collection[str] | None = None) -> dict[str, int]:
    """The dispatches (of all, or of these) whose sentences have no vectors by the model, with their number."""
    there = select(literal_column("1")).where(_S.dispatch == _D.id).exists()
    known = schema.dispatch.outerjoin(schema.meaning, and_(_M.dispatch == _D.id, _M.model == model))
    lacks = select(_D.id).select_from(known).where(_M.dispatch.is_(None), there)
    keys = [row[0] for row in _among(connection, lacks, _D.id, dispatches)]
    counted = select(_S.dispatch, func.count()).group_by(_S.dispatch)
    return {row[0]: int(row[1]) for row in _among(connection, counted, _S.dispatch, keys)}


def complete(connection: Connection, model: str) -> bool:
    """Whether there are vectors by the model, of every dispatch that has sentences."""
    some = connection.execute(select(_M.dispatch).where(_M.model == model).limit(1)).first()
    return some is not None and not lacking(connection, model)


def learn(
    record: Record, model: Meaning, dispatches: Iterable[str], progress: Callable[[int], None] | None = None
) -> int:
    """Makes and keeps the vectors of these dispatches' sentences; gives how many. `progress`: told how many more are
    made. What is made is kept as it goes, a few dispatches in a transaction."""
    made = 0
    left = iter(dispatches)
    while some := list(islice(left, 20)):
        with record.reads() as connection:
            texts = _texts(connection, some)
        for part in _parts(texts):
            vectors = model.sentences([text for _, listed in part for _, text in listed])
            with record.writes() as connection:
                at = 0
                for dispatch, listed in part:
                    _keep(connection, model.name, dispatch, [n for n, _ in listed], vectors[at : at + len(listed)])
                    at += len(listed)
            made += len(vectors)
            if progress:
                progress(len(vectors))
    return made


def likeness(
    connection: Connection, model: str, question: Vectors, dispatches: Collection[str] | None = None
) -> tuple[NDArray[np.int64], Vectors]:
    """Sentences of all dispatches or of these, and how like the question each is (-1 to 1), the likest first; equally
    like ones in order of their ids."""
    chosen = select(_M.first, _M.scales, _M.vectors).where(_M.model == model)
    kept = list(_among(connection, chosen, _M.dispatch, dispatches))
    scales = np.frombuffer(b"".join(row[1] for row in kept), np.dtype("<f4"))
    rows = np.frombuffer(b"".join(row[2] for row in kept), np.int8).reshape(-1, WIDTH)
    ids = np.concatenate([np.arange(row[0], row[0] + len(row[1]) // 4) for row in kept] or [np.zeros(0, np.int64)])
    found = np.empty(len(rows), np.float32)
    wide = np.empty((STRIDE, WIDTH), np.float32)
    for at in range(0, len(rows), STRIDE):
        part = rows[at : at + STRIDE]
        np.copyto(wide[: len(part)], part)
        np.dot(wide[: len(part)], question, out=found[at : at + STRIDE])
    found *= scales
    order = np.lexsort((ids, -found))
    return ids[order], found[order]


def packed(vectors: Vectors) -> tuple[bytes, bytes]:
    """Vectors as they are kept: whole numbers of 8 bits, and what to multiply each row of them with. A quarter of the room,
    and off by less than two thousandths in any likeness."""
    scales = np.maximum(np.abs(vectors).max(axis=1), np.float32(1e-9)) / np.float32(127)
    return scales.astype("<f4").tobytes(), np.rint(vectors / scales[:, None]).astype(np.int8).tobytes()


def _keep(connection: Connection, model: str, dispatch: str, numbers: list[int], vectors: Vectors) -> None:
    """Nothing where the dispatch has other sentences by now."""
    now = connection.execute(select(func.min(_S.id), func.count()).where(_S.dispatch == dispatch)).one()
    if tuple(now) != (numbers[0], len(numbers)):
        return
    scales, rows = packed(vectors)
    row = {"model": model, "first": numbers[0], "scales": scales, "vectors": rows}
    put = insert(schema.meaning).values(dispatch=dispatch, **row)
    connection.execute(put.on_conflict_do_update(index_elements=["dispatch"], set_=row))


Texts = list[tuple[str, list[tuple[int, str]]]]


def _texts(connection: Connection, dispatches: list[str]) -> Texts:
    """The sentences of each dispatch, by number, in order."""
    chosen = select(_S.dispatch, _S.id, _S.start, _S.end)
    rows = connection.execute(chosen.where(_S.dispatch.in_(dispatches)).order_by(_S.dispatch, _S.id)).all()
    rows_of = connection.execute(select(_D.id, _D.text).where(_D.id.in_(dispatches)))
    whole = {row.id: row.text for row in rows_of}
    return [
        (key, [(row.id, searchable(whole[key][row.start : row.end])) for row in listed])
        for key, listed in groupby(rows, lambda row: str(row.dispatch))
    ]


def _parts(texts: Texts) -> Iterator[Texts]:
    """Whole dispatches together, up to about `BATCH` sentences."""
    part: Texts = []
    for one in texts:
        part.append(one)
        if sum(len(listed) for _, listed in part) >= BATCH:
            yield part
            part = []
    if part:
        yield part


def _among(connection: Connection, chosen: Any, column: Any, keys: Collection[str] | None) -> Iterator[Any]:
    """The rows of a statement, for all dispatches or, some hundred at a time, for these."""
    if keys is None:
        yield from connection.execute(chosen)
        return
    listed = sorted(keys)
    for at in range(0, len(listed), IN):
        yield from connection.execute(chosen.where(column.in_(listed[at : at + IN])))
