"""Wordings that come again: each dispatch's runs of three words as numbers, so that those that many dispatches share are
found without reading any of them."""

from __future__ import annotations

import json
import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from sqlalchemy import Connection, func, insert, select, text

from dragoman.name import fold
from dragoman.record import schema
from dragoman.record.batches import batches
from dragoman.record.characters import searchable
from dragoman.span import Span

RUN = 3
"""Words in a run."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: `key` without regard to case and accents, `span` within the dispatch's text, `joined`:
    nothing but blanks parts it from the word before."""

    key: str
    span: Span
    joined: bool


@dataclass(frozen=True, slots=True)
class Worded:
    """A dispatch: its `source` (equal for copies), the `side` whose outlet it is, its last possible `day`, and the numbers
    of its runs in a row, 8 bytes each."""

    dispatch: str
    source: str
    side: str | None
    day: str | None
    runs: bytes


def words(text: str, sentence: Span) -> list[Word]:
    """The words of one sentence, in order."""
    found: list[Word] = []
    for match in _WORD.finditer(text, sentence.start, sentence.end):
        joined = bool(found) and _BLANK.fullmatch(text, found[-1].span.end, match.start()) is not None
        key = match[0].lower() if match[0].isascii() else fold(searchable(match[0]))
        found.append(Word(key, Span(match.start(), match.end()), joined))
    return found


def runs(listed: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """(index of its first word, number) of each run of words that no mark parts."""
    for at in range(len(listed) - RUN + 1):
        if all(word.joined for word in listed[at + 1 : at + RUN]):
            yield at, number(word.key for word in listed[at : at + RUN])


def number(keys: Iterator[str]) -> int:
    """64 bits that stand for a run."""
    return int.from_bytes(blake2b(" ".join(keys).encode("utf-8", "replace"), digest_size=8).digest(), "little")


def keep(connection: Connection, dispatches: Collection[str]) -> None:
    """Writes the runs of those of the dispatches that are in the record."""
    table, sentence, heads = schema.wording, schema.sentence.c, schema.dispatch.c
    for batch in batches(dispatches):
        spans: dict[str, list[Span]] = defaultdict(list)
        held = select(sentence.dispatch, sentence.start, sentence.end).where(sentence.dispatch.in_(batch))
        for row in connection.execute(held):
            spans[row.dispatch].append(Span(row.start, row.end))
        rows = []
        for key, whole in connection.execute(select(heads.id, heads.text).where(heads.id.in_(batch))):
            numbers = {n for span in spans[key] for _, n in runs(words(whole, span))}
            rows.append({"dispatch": key, "runs": array("Q", sorted(numbers)).tobytes()})
        if rows:
            connection.execute(insert(table).prefix_with("OR REPLACE"), rows)


def kept(connection: Connection, dispatches: Collection[str]) -> set[str]:
    """Those of the dispatches whose runs were written: all that were ever resolved."""
    table, found = schema.wording.c, set[str]()
    for batch in batches(dispatches):
        found |= set(connection.execute(select(table.dispatch).where(table.dispatch.in_(batch))).scalars())
    return found


def worded(connection: Connection, since: date | None, until: date | None, most: int) -> list[Worded]:
    """The dispatches that were certainly published between two days, both inclusive, newest first, at most so many."""
    heads, group, table = schema.dispatch.c, schema.source_group.c, schema.wording.c
    newest = select(heads.id).order_by(heads.last_day.desc().nulls_last(), heads.id).limit(most)
    if since:
        newest = newest.where(heads.first_day >= since.isoformat())
    if until:
        newest = newest.where(heads.last_day <= until.isoformat())
    chosen = (
        select(heads.id, group.source, heads.outlet_country, heads.last_day, table.runs)
        .join(schema.wording, table.dispatch == heads.id)
        .outerjoin(schema.source_group, group.dispatch == heads.id)
        .where(heads.id.in_(newest))
        .order_by(heads.last_day.desc().nulls_last(), heads.id)
    )
    return [Worded(r[0], r[1] or r[0], r[2], r[3], r[4]) for r in connection.execute(chosen)]


@dataclass(frozen=True, slots=True)
class Laid:
    """A dispatch's text with the words of the sentences of its prose. `known`: where it says what has a name of its own already
    (people, offices, series, instruments, set phrases), and the words that attribute."""

    text: str
    sentences: list[list[Word]]
    known: list[Span]


def laid(connection: Connection, dispatch: str) -> Laid:
    heads = schema.dispatch.c
    whole = connection.execute(select(heads.text).where(heads.id == dispatch)).scalar_one()
    named: list[Span] = []
    told: list[Span] = []
    for kind, start, end in connection.execute(_LAID, {"dispatch": dispatch}):
        if kind == "mentions":
            named += [Span(first, last) for first, last in json.loads(start)]
        else:
            (told if kind == "sentence" else named).append(Span(start, end))
    return Laid(whole, [words(whole, span) for span in sorted(told)], sorted(named))


_LAID = text(
    "SELECT 'sentence', start, \"end\" FROM sentence WHERE dispatch = :dispatch "
    "UNION ALL SELECT 'mentions', mentions, NULL FROM person WHERE dispatch = :dispatch "
    "UNION ALL SELECT 'office', o.start, o.\"end\" FROM office o JOIN person p ON p.id = o.person WHERE p.dispatch = :dispatch "
    "UNION ALL SELECT 'formula', start, \"end\" FROM formula WHERE dispatch = :dispatch "
    "UNION ALL SELECT 'mechanism', start, \"end\" FROM mechanism WHERE dispatch = :dispatch "
    "UNION ALL SELECT 'instrument', start, \"end\" FROM instrument WHERE dispatch = :dispatch "
    "UNION ALL SELECT 'cue', cue_start, cue_end FROM attribution WHERE dispatch = :dispatch AND cue_start IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class Spread:
    """How many dispatches and sentences the record has, and how many of these hold each word."""

    dispatches: int
    sentences: int
    words: dict[str, int]


def spread(connection: Connection, keys: Collection[str]) -> Spread:
    """Of some words, without regard to case and accents."""
    connection.exec_driver_sql(_VOCABULARY)
    held = ((key, connection.execute(_HOLDING, {"term": key}).scalar()) for key in sorted(set(keys)))
    found = {key: int(count) for key, count in held if count}
    dispatches, sentences = connection.execute(
        select(
            select(func.count()).select_from(schema.dispatch).scalar_subquery(),
            select(func.count()).select_from(schema.sentence).scalar_subquery(),
        )
    ).one()
    return Spread(int(dispatches), int(sentences), found)


_VOCABULARY = f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab('main', '{schema.INDEX}', 'col')"
_HOLDING = text("SELECT doc FROM temp.vocabulary WHERE term = :term AND col = 'text'")
