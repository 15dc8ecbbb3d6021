"""Sentences found by words and fields, the best or the newest first."""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, and_, select

from dragoman.meaning import meaning
from dragoman.record import schema
from dragoman.record.store import Record
from dragoman.views.contract import Evidence, Source
from dragoman.views.query import Query
from dragoman.views.seeking.find import Sentence, find
from dragoman.views.seeking.grammar import Asked, Condition, Words, parse
from dragoman.views.seeking.match import marks
from dragoman.views.seeking.near import near
from dragoman.views.sourced import among, excerpts, sources
from dragoman.views.statements import Statement, load

NAME = "search"
HELP = "Sentences found by words and fields, the best or the newest first."

SHOWN = 50
"""Sentences given where no limit is asked."""


@dataclasses.dataclass(frozen=True, slots=True)
class Held:
    """Another finding that rests on characters of a sentence. `what`: the issue's or formula's id, the kind of an
    encounter or commitment, the name of a mechanism, instrument or person."""

    finding: str
    kind: str
    what: str
    evidence: Evidence


@dataclasses.dataclass(frozen=True, slots=True)
class Hit:
    """`evidence`: the whole sentence. `marks`: where in it the words asked for stand. `score`: how well they match, None
    where nothing is ranked. `statements`: what the sentence is reported to be said by. `findings`: what else rests on
    it."""

    evidence: Evidence
    marks: tuple[Evidence, ...]
    score: float | None
    day: str | None
    statements: tuple[Statement, ...]
    findings: tuple[Held, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Search:
    """`understood`: how the words were taken. `order`: `best` first where words rank, `nearest` in meaning where that was
    asked, by the `model` of that name; else `newest` first. `total` sentences found; where `complete` is false there are
    more than these and they were not counted. `hits` are those
    from `offset` on. `dispatches`: those that the hits stand in."""

    words: str
    understood: Asked
    order: str
    model: str | None
    total: int
    complete: bool
    offset: int
    hits: tuple[Hit, ...]
    dispatches: tuple[Source, ...]


def view(record: Record, query: Query) -> Search:
    """Heeds `words` (a search as `parse` takes it), and `person`, `side`, `issue`, `mechanism`, `since`, `until` as
    further conditions; `limit`, `offset`. With `semantic` the fields choose and the words rank, by meaning. QueryError
    for words that cannot be understood, unknown fields and values, and where sentences have no vectors yet; ExtraError
    where no model is installed.

    Example: `{"words": "speaker:\\"Wang Yi\\" Taiwan", "order": "best", "total": 1, "complete": true, "hits":
    [{"evidence": {"dispatch": "9f86d081884c7d65", "start": 110, "end": 178, "text": "…"}, "marks": […],
    "statements": [{"speaker": "Wang Yi", "act": "urge", "sides": ["CHN"], …}], "findings": […]}], …}`
    """
    asked = understood(query)
    end = query.offset + (query.limit or SHOWN)
    model = meaning() if query.semantic else None
    with record.reads() as connection:
        found = near(connection, asked, model, end) if model else find(connection, asked)
        shown = found.sentences[query.offset : end]
        hits = _hits(connection, shown, asked.words)
        dispatches = sources(connection, (hit.evidence.dispatch for hit in hits))
    return Search(
        words=query.words or "",
        understood=asked,
        order="nearest" if model else "best" if found.ranked else "newest",
        model=model.name if model else None,
        total=len(found.sentences),
        complete=found.complete,
        offset=query.offset,
        hits=tuple(hits),
        dispatches=tuple(dispatches.values()),
    )


def understood(query: Query) -> Asked:
    """The search, with the query's other fields as conditions."""
    asked = parse(query.words or "")
    given = (("speaker", query.person), ("side", query.side), ("issue", query.issue), ("mechanism", query.mechanism))
    more = tuple(Condition(name, (value,)) for name, value in given if value)
    since = max(filter(None, (asked.since, query.since)), default=None)
    until = min(filter(None, (asked.until, query.until, query.as_of)), default=None)
    return dataclasses.replace(asked, conditions=asked.conditions + more, since=since, until=until)


def _hits(connection: Connection, found: Sequence[Sentence], words: Iterable[Words]) -> list[Hit]:
    texts = excerpts(connection, ((s.dispatch, s.start, s.end) for s in found))
    numbers = [s.id for s in found]
    sentence, attribution = schema.sentence.c, schema.attribution.c
    said: dict[int, list[str]] = defaultdict(list)
    held: dict[int, list[Held]] = defaultdict(list)
    over = and_(
        attribution.dispatch == sentence.dispatch,
        attribution.start < sentence.end,
        attribution.end > sentence.start,
        attribution.rejected.is_(False),
    )
    chosen = (
        select(sentence.id, attribution.id)
        .select_from(schema.sentence.join(schema.attribution, over))
        .where(among(sentence.id, numbers))
    )
    for number, key in connection.execute(chosen):
        said[number].append(key)
    for number, rest in _held(connection, numbers):
        held[number].append(rest)
    statements = {s.finding: s for s in load(connection, (key for keys in said.values() for key in keys))}
    hits = []
    for one in found:
        evidence = texts.get((one.dispatch, one.start, one.end))
        if evidence is None:
            continue
        marked = [
            Evidence(one.dispatch, one.start + m.start, one.start + m.end, m.of(evidence.text))
            for m in marks(evidence.text, words)
        ]
        mine = [statements[key] for key in said[one.id] if key in statements]
        others = sorted(held[one.id], key=lambda h: (h.evidence.start, h.kind, h.what))
        hits.append(Hit(evidence, tuple(marked), one.score, one.day, tuple(mine), tuple(others)))
    return hits


_WHAT = {
    "issue": "issue", "formula": "formula", "encounter": "encounter_kind", "commitment": "commitment_kind",
    "mechanism": "name", "instrument": "name", "person": "name",
}  # fmt: skip


def _held(connection: Connection, keys: Sequence[int]) -> Iterable[tuple[int, Held]]:
    sentence = schema.sentence.c
    for kind, column in _WHAT.items():
        table = schema.metadata.tables[kind]
        over = and_(
            table.c.dispatch == sentence.dispatch,
            table.c.start < sentence.end,
            table.c.end > sentence.start,
            table.c.rejected.is_(False),
        )
        columns = (
            sentence.id,
            table.c.id,
            table.c[column],
            table.c.dispatch,
            table.c.start,
            table.c.end,
            table.c.evidence,
        )
        chosen = select(*columns).select_from(schema.sentence.join(table, over)).where(among(sentence.id, keys))
        for number, key, what, *rests in connection.execute(chosen):
            yield number, Held(key, kind, what, Evidence(*rests))
