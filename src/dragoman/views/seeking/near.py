"""Which sentences of those that a search's fields leave are nearest in meaning to its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from sqlalchemy import Connection, and_, select, text

from dragoman.errors import QueryError
from dragoman.meaning import Meaning
from dragoman.record import schema
from dragoman.record.meanings import lacking, likeness
from dragoman.views.seeking.find import MOST, NARROW, Found, Sentence, published, ways
from dragoman.views.seeking.grammar import Asked
from dragoman.views.seeking.match import expression

STEP = 500
"""Sentences whose fields are looked at in one statement."""

_S, _D = schema.sentence.c, schema.dispatch.c
_WITHOUT = f"sentence.id NOT IN (SELECT rowid FROM {schema.INDEX} WHERE {schema.INDEX} MATCH :{{}})"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Scope:
    """Where the nearest are looked for. `dispatches`: in these, None: in all. `only`: among these sentences, None: among
    all there. `where`: what each must fulfil besides."""

    dispatches: frozenset[str] | None
    only: frozenset[int] | None
    where: tuple[Any, ...]


def scope(connection: Connection, asked: Asked) -> Scope:
    """QueryError where no word says what is looked for, or a value names nothing that is known."""
    if not asked.words:
        raise QueryError("--semantic", "there are no words whose meaning could be compared", "add some")
    listed, dated = ways(connection, asked), published(asked)
    where = [w.holds for w in listed if w.holds is not None]
    for number, one in enumerate(asked.without):
        if match := expression([one]):
            where.append(text(_WITHOUT.format(f"no{number}")).bindparams(**{f"no{number}": match}))
    narrowest = min((w for w in listed if w.spans is not None), key=lambda w: w.count, default=None)
    if narrowest is not None and narrowest.spans is not None and narrowest.count <= NARROW:
        spans = narrowest.spans.subquery("spans")
        here = and_(_S.dispatch == spans.c.dispatch, _S.start < spans.c.end, _S.end > spans.c.start)
        near = spans.join(schema.sentence, here).join(schema.dispatch, _D.id == _S.dispatch)
        rows = connection.execute(select(_S.id, _S.dispatch).select_from(near).where(*where, *dated)).all()
        return Scope(frozenset(row[1] for row in rows), frozenset(row[0] for row in rows), ())
    if dated:
        return Scope(frozenset(connection.execute(select(_D.id).where(*dated)).scalars()), None, tuple(where))
    return Scope(None, None, tuple(where))


def near(connection: Connection, asked: Asked, model: Meaning, most: int) -> Found:
    """At most `most` sentences (up to `MOST`), the nearest first; `score`: how near, 1 at best. QueryError as `scope`,
    and where sentences have no vectors yet."""
    within = scope(connection, asked)
    lacks = sum(lacking(connection, model.name, within.dispatches).values())
    if lacks:
        raise QueryError(
            "--semantic",
            f"{lacks} sentences have no vectors by {model.name}",
            "the same search by `dragoman search --semantic` makes them",
        )
    words = " ".join(one.text for one in asked.words)
    ids, scores = likeness(connection, model.name, model.question(words), within.dispatches)
    if within.only is not None:
        among = np.isin(ids, np.fromiter(within.only, np.int64, len(within.only)))
        ids, scores = ids[among], scores[among]
    most = min(most, MOST)
    found: list[Sentence] = []
    at = 0
    while at < len(ids) and len(found) < most:
        step = slice(at, at + (STEP if within.where else most))
        found += _chosen(connection, ids[step].tolist(), scores[step].tolist(), within.where)
        at = step.stop
    return Found(found[:most], at >= len(ids) and len(found) <= most, True)


def _chosen(connection: Connection, ids: list[int], scores: list[float], where: tuple[Any, ...]) -> list[Sentence]:
    """Those of some sentences that fulfil the conditions, in the order given."""
    joined = schema.sentence.join(schema.dispatch, _D.id == _S.dispatch)
    chosen = select(_S.id, _S.dispatch, _S.start, _S.end, _D.last_day).select_from(joined)
    rows = {row[0]: row for row in connection.execute(chosen.where(_S.id.in_(ids), *where))}
    return [Sentence(*rows[key], score=round(score, 4)) for key, score in zip(ids, scores, strict=True) if key in rows]
