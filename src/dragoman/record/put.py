"""Writing one dispatch and its reading into the tables, and taking them out again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, text, update

from dragoman.dispatch import Dispatch
from dragoman.reading import Attribution, Encounter, Person, Reading
from dragoman.record import schema
from dragoman.record.characters import searchable
from dragoman.record.identify import digest_of, identified
from dragoman.record.kinds import KINDS, Row, kind_of, packed, spans_of
from dragoman.record.links import linker
from dragoman.record.sentences import bigrams, prose
from dragoman.span import Span
from dragoman.when import When


def put(connection: Connection, dispatch: Dispatch, reading: Reading, added_at: str | None) -> None:
    """Writes a dispatch that is not there, or puts a new reading in the place of the one that is. ValueError where a
    span of the reading lies outside the text."""
    _check(dispatch.text, reading)
    values = {**_given(dispatch), **_read(dispatch, reading)}
    there = connection.execute(select(schema.dispatch.c.id).where(schema.dispatch.c.id == dispatch.id)).scalar()
    if there is None:
        connection.execute(insert(schema.dispatch).values(id=dispatch.id, added_at=added_at, **values))
    else:
        clear(connection, dispatch.id)
        connection.execute(
            update(schema.dispatch).where(schema.dispatch.c.id == dispatch.id).values(**_read(dispatch, reading))
        )
    for table, rows in _rows(dispatch, reading):
        if rows:
            connection.execute(insert(table), rows)
    _index(connection, dispatch, reading)


def clear(connection: Connection, dispatch: str) -> None:
    """Takes out all that was read from a dispatch and leaves the dispatch."""
    inside = "SELECT id FROM sentence WHERE dispatch = :dispatch"
    connection.execute(text(f"DELETE FROM {schema.INDEX} WHERE rowid IN ({inside})"), {"dispatch": dispatch})  # noqa: S608
    for table in (schema.sentence, schema.meaning, schema.finding, schema.furniture, schema.garble):
        connection.execute(delete(table).where(table.c.dispatch == dispatch))


def _check(characters: str, reading: Reading) -> None:
    for span in _every(reading):
        if span.end > len(characters):
            raise ValueError(
                f"{reading.dispatch}: {span.start}..{span.end} lies outside a text of {len(characters)} characters"
            )


def _every(reading: Reading) -> Iterator[Span]:
    for finding in reading.findings():
        yield finding.evidence
        yield from spans_of(finding)
    yield from (item.span for item in reading.furniture)
    yield from (item.span for item in reading.garbled)
    yield from reading.dating.because
    if reading.title_span:
        yield reading.title_span


def _given(dispatch: Dispatch) -> Row:
    return {
        "text": dispatch.text,
        "origin": dispatch.origin,
        "given_outlet": dispatch.outlet,
        "given_title": dispatch.title,
        "given_published": dispatch.published,
        "given_language": dispatch.language,
        "address": dispatch.address,
        "media_type": dispatch.media_type,
        "charset": dispatch.charset,
        "notes": list(dispatch.notes),
    }


def _read(dispatch: Dispatch, reading: Reading) -> Row:
    dating, title = reading.dating, reading.title_span
    first, last = days(reading, dispatch)
    return {
        "language": reading.language,
        "outlet": reading.outlet,
        "outlet_country": reading.outlet_country,
        "title": reading.title,
        "title_start": title.start if title else None,
        "title_end": title.end if title else None,
        "published": dating.published,
        "candidates": list(dating.candidates),
        "earliest": dating.earliest,
        "latest": dating.latest,
        "dated_because": packed(dating.because),
        "dated_by": dating.rule,
        "first_day": first,
        "last_day": last,
        "desks": list(reading.desks),
        "desk_hash": reading.desk_hash,
        "reader_version": reading.reader_version,
    }


def days(reading: Reading, dispatch: Dispatch) -> tuple[str | None, str | None]:
    """The first and the last day on which the dispatch can have been published, as far as is known."""
    dating = reading.dating
    candidates = [when for c in dating.candidates if (when := parsed(c))]
    if candidates:
        return min(w.first for w in candidates).isoformat(), max(w.last for w in candidates).isoformat()
    for published in (dating.published, dispatch.published):
        if when := parsed(published):
            return when.first.isoformat(), when.last.isoformat()
    earliest, latest = parsed(dating.earliest), parsed(dating.latest)
    return (earliest.first.isoformat() if earliest else None, latest.last.isoformat() if latest else None)


def parsed(date: str | None, end: str | None = None) -> When | None:
    """The days that an ISO date, or an interval's two ends, stand for; a time of day is left out. None for anything
    else."""
    if not date:
        return None
    try:
        first = When.parse(date if "/" in date else date[:10])
        last = When.parse(end[:10]) if end else first
        return When(first.first, last.last)
    except ValueError:
        return None


def _rows(dispatch: Dispatch, reading: Reading) -> Iterator[tuple[Table, list[Row]]]:
    """All rows of a reading, table by table, parents before children."""
    held = list(identified(dispatch.id, reading.findings()))
    yield schema.finding, [{"id": key, "dispatch": dispatch.id, "kind": kind_of(f).name} for key, f in held]
    for kind in KINDS.values():
        mine = [(key, f) for key, f in held if type(f) is kind.type]
        rows = []
        for position, (key, finding) in enumerate(mine):
            rows.append(
                {
                    "id": key,
                    "dispatch": dispatch.id,
                    "position": position,
                    "evidence": finding.evidence.of(dispatch.text),
                    "digest": digest_of(dispatch.text, spans_of(finding)),
                    "rejected": False,
                    **kind.row(finding),
                }
            )
        yield kind.table, rows
    link = linker((key, f.name) for key, f in held if isinstance(f, Person))
    offices, participants, protocol, voices = [], [], [], []
    for key, finding in held:
        if isinstance(finding, Person):
            offices += numbered(
                "person",
                key,
                (
                    {
                        "title": o.title,
                        "start": o.span.start,
                        "end": o.span.end,
                        "role": o.role,
                        "tense": o.tense,
                        "conflict": o.conflict,
                    }
                    for o in finding.offices
                ),
            )
        elif isinstance(finding, Encounter):
            participants += named("encounter", key, finding.participants, link)
            protocol += numbered(
                "encounter",
                key,
                (
                    {"name": s.name, "value": s.value, "start": s.span.start, "end": s.span.end}
                    for s in finding.protocol
                ),
            )
        elif isinstance(finding, Attribution):
            voices += named("attribution", key, finding.speakers or (finding.speaker,), link)
    yield schema.office, offices
    yield schema.participant, participants
    yield schema.protocol, protocol
    yield schema.voice, voices
    yield schema.furniture, marks(dispatch, ((i.span, {"kind": i.kind}) for i in reading.furniture))
    yield schema.garble, marks(dispatch, ((i.span, {"reason": i.reason}) for i in reading.garbled))


def numbered(owner: str, key: str, rows: Iterable[Row]) -> list[Row]:
    return [{owner: key, "position": position, **row} for position, row in enumerate(rows)]


def named(owner: str, key: str, names: Iterable[str], link: Any) -> list[Row]:
    return numbered(owner, key, ({"name": name, "person": link(name)} for name in names))


def marks(dispatch: Dispatch, items: Iterable[tuple[Span, Row]]) -> list[Row]:
    rows = ({"start": s.start, "end": s.end, "digest": digest_of(dispatch.text, [s]), **said} for s, said in items)
    return numbered("dispatch", dispatch.id, rows)


def _index(connection: Connection, dispatch: Dispatch, reading: Reading) -> None:
    spans = prose(dispatch.text, reading)
    if not spans:
        return
    last = connection.execute(text("SELECT coalesce(max(id), 0) FROM sentence")).scalar_one()
    numbers = range(last + 1, last + 1 + len(spans))
    rows = [
        {"id": n, "dispatch": dispatch.id, "start": s.start, "end": s.end} for n, s in zip(numbers, spans, strict=True)
    ]
    connection.execute(insert(schema.sentence), rows)
    words = [searchable(span.of(dispatch.text)) for span in spans]
    connection.execute(
        text(f"INSERT INTO {schema.INDEX} (rowid, text, bigrams) VALUES (:id, :text, :bigrams)"),  # noqa: S608
        [{"id": n, "text": w, "bigrams": bigrams(w)} for n, w in zip(numbers, words, strict=True)],
    )
