"""What one account says, in pieces small enough to stand beside another account's: a speaker, an act, an issue, words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, select

from dragoman.desk.desk import Desk
from dragoman.desk.pattern import lowered
from dragoman.reading import BOTH_SIDES
from dragoman.record import schema
from dragoman.views.aligning.deeds import deeds
from dragoman.views.contract import Evidence
from dragoman.views.sourced import chunks

Row = dict[str, Any]
_SENSE = re.compile(r"[^\W\d_]{4,}")
_LEAST_WORDS = 3
_SHARED = re.compile(r"\s+and\s+(?:of|[a-z]+\s+(?:in|of|over|on|at|to|with|from))\s")
"""A second noun or phrase under the same words: "the importance of navigation and overflight in the sea and of respect for law"."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A set phrase, instrument, series or place with more names than one, by what it is: `key`."""

    start: int
    end: int
    key: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """`entry`: the person's. `country`: theirs, or of the body or side that speaks. `both`: the two sides together."""

    name: str
    entry: str | None = None
    country: str | None = None
    both: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece. `evidence`: its characters. `finding`: the attribution or commitment it is part of. `marks` lie within
    it, by offsets of the dispatch. `core`: where in it the attributed words begin, after what says who said so."""

    account: str
    finding: str
    speaker: Speaker
    act: str
    issues: frozenset[str]
    evidence: Evidence
    marks: tuple[Mark, ...] = field(default=())
    core: int = 0


def units(connection: Connection, dispatches: Iterable[str], pack: Desk | None) -> dict[str, list[Unit]]:
    """The pieces of each dispatch, in order of the text: its attributions, and those commitments that no attribution
    tells. Pieces whose issue is not said take that of the attribution."""
    keys = list(dict.fromkeys(dispatches))
    texts = _texts(connection, keys)
    told = _rows(connection, schema.attribution, keys)
    promised = _rows(connection, schema.commitment, keys)
    voices = _voices(connection, [row["id"] for row in told])
    issues = _rows(connection, schema.issue, keys)
    marks = _marks(connection, keys, texts, pack)
    found: dict[str, list[Unit]] = {key: [] for key in keys}
    topics: dict[str, list[Row]] = defaultdict(list)
    for row in issues:
        topics[row["dispatch"]].append(row)
    for row in told:
        if row["nested"]:
            continue
        speaker = _speaker(row, voices.get(row["id"], []), pack)
        for start, end in _pieces(texts[row["dispatch"]], *_extent(row), topics[row["dispatch"]], pack):
            found[row["dispatch"]].append(_unit(row, speaker, row["act"], start, end, texts, topics, marks))
    spans = _rows(connection, schema.sentence, keys, judged=False)
    people = _people(connection, keys)
    for key in keys:
        here = people.get(key, {})
        taken = [(u.evidence.start, u.evidence.end) for u in found[key]]
        lines = sorted((row["start"], row["end"]) for row in spans if row["dispatch"] == key)
        for deed in deeds(texts[key], lines, sorted(here), taken, pack):
            speaker = here[deed.who] if deed.who else Speaker(BOTH_SIDES, both=True)
            row = {"dispatch": key, "id": f"{key}:{deed.start}"}
            act = "state" if deed.who else "agree"
            for start, end in _pieces(texts[key], deed.start, deed.end, topics[key], pack):
                found[key].append(_unit(row, speaker, act, start, end, texts, topics, marks))
    for row in promised:
        if any(u.evidence.start < row["end"] and row["start"] < u.evidence.end for u in found[row["dispatch"]]):
            continue
        both = len(row["parties"]) > 1
        one = row["parties"][0] if len(row["parties"]) == 1 else None
        speaker = Speaker(BOTH_SIDES, both=True) if both else Speaker(one or "", country=one)
        act = "agree" if row["commitment_kind"] == "agreed" else "commit"
        found[row["dispatch"]].append(_unit(row, speaker, act, row["start"], row["end"], texts, topics, marks))
    for listed in found.values():
        listed.sort(key=lambda u: (u.evidence.start, u.evidence.end))
    return found


def _rows(connection: Connection, table: Any, keys: Sequence[str], judged: bool = True) -> list[Row]:
    """`judged`: of a kind of finding, which a person may have rejected."""
    found: list[Row] = []
    for some in chunks(keys):
        asked = select(table).where(table.c.dispatch.in_(some))
        if judged:
            asked = asked.where(table.c.rejected.is_(False))
        rows = connection.execute(asked.order_by(table.c.dispatch, table.c.start, table.c.id)).mappings()
        found += [dict(row) for row in rows]
    return found


def _texts(connection: Connection, keys: Sequence[str]) -> dict[str, str]:
    table = schema.dispatch.c
    found: dict[str, str] = {}
    for some in chunks(keys):
        found.update(
            (k, text) for k, text in connection.execute(select(table.id, table.text).where(table.id.in_(some)))
        )
    return found


def _people(connection: Connection, keys: Sequence[str]) -> dict[str, dict[tuple[int, int], Speaker]]:
    """Where each dispatch names whom."""
    table, member, entry = schema.person.c, schema.membership.c, schema.entry.c
    found: dict[str, dict[tuple[int, int], Speaker]] = defaultdict(dict)
    for some in chunks(keys):
        rows = connection.execute(
            select(table.dispatch, table.mentions, table.country, member.entry, entry.label)
            .join(schema.membership, member.finding == table.id)
            .join(schema.entry, entry.id == member.entry)
            .where(table.dispatch.in_(some), table.rejected.is_(False))
        )
        for home, mentions, country, key, label in rows:
            found[home] |= {(start, end): Speaker(label, key, country) for start, end in mentions}
    return found


def _voices(connection: Connection, findings: Sequence[str]) -> dict[str, list[Row]]:
    voice, membership, person = schema.voice.c, schema.membership.c, schema.person.c
    found: dict[str, list[Row]] = defaultdict(list)
    for some in chunks(findings):
        rows = connection.execute(
            select(voice.attribution, voice.name, membership.entry, person.country, schema.entry.c.label)
            .outerjoin(schema.membership, membership.finding == voice.person)
            .outerjoin(schema.entry, schema.entry.c.id == membership.entry)
            .outerjoin(schema.person, person.id == voice.person)
            .where(voice.attribution.in_(some))
            .order_by(voice.attribution, voice.position)
        ).mappings()
        for row in rows:
            found[row["attribution"]].append(dict(row))
    return found


def _speaker(row: Row, voices: list[Row], pack: Desk | None) -> Speaker:
    name = row["speaker"]
    if name == BOTH_SIDES or len(row["speakers"]) > 1:
        return Speaker(BOTH_SIDES, both=True)
    known = next((v for v in voices if v["entry"]), None)
    if known:
        return Speaker(known["label"], known["entry"], known["country"])
    return Speaker(name, None, country_in(name, pack))


def country_in(name: str, pack: Desk | None) -> str | None:
    """The country whose name, adjective or capital stands in a body's name, None where none or several do."""
    if pack is None:
        return None
    body = pack.body_names.get(lowered(name))
    if body:
        return body.country
    found = {code for word in re.findall(r"[^\W_]+", name) if (code := pack.country_of(word))}
    return found.pop() if len(found) == 1 else None


def _extent(row: Row) -> tuple[int, int]:
    """From where the attributed words or their cue begin to where the sentence ends, less a source named after them."""
    starts = [start for start, _ in row["content"]] or [row["start"]]
    begin, end = min(starts), row["end"]
    cue, source = (row["cue_start"], row["cue_end"]), (row["source_start"], row["source_end"])
    last = max((stop for _, stop in row["content"]), default=row["end"])
    for start, stop in (cue, source):
        if start is None or not row["start"] <= start < row["end"]:
            continue
        if start >= last:
            end = min(end, start)
        elif stop <= begin:
            begin = min(begin, stop if (start, stop) == source else start)
    return (begin, max(end, last)) if begin < max(end, last) else (row["start"], row["end"])


def _pieces(text: str, start: int, end: int, topics: list[Row], pack: Desk | None) -> list[tuple[int, int]]:
    """A sentence cut where it goes on to another matter: at "and", a comma or a semicolon before a word that opens a
    clause, or between two issues."""
    openers = "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in (pack.words("point-openers") if pack else ()))
    cuts: list[int] = []
    if openers:
        pattern = re.compile(rf"(?:;|,?\s+and|,)\s+(?=(?:{openers})\b)", re.I)
        cuts += [m.end() for m in pattern.finditer(text, start, end)]
    inside = sorted((r["start"], r["end"], r["issue"]) for r in topics if start <= r["start"] and r["end"] <= end)
    for (_, one_end, one), (other_start, _, other) in pairwise(inside):
        if one != other and one_end < other_start and not any(one_end <= cut <= other_start for cut in cuts):
            between = text[one_end:other_start]
            joins = [
                m.end()
                for m in re.finditer(r"(?:;|,?\s+and\s|,)\s*", between)
                if not _SHARED.match(between[m.start() :])
            ]
            if joins:
                cuts.append(one_end + joins[-1])
    made, at = [], start
    for cut in sorted(set(cuts)):
        if min(len(_SENSE.findall(text, at, cut)), len(_SENSE.findall(text, cut, end))) >= _LEAST_WORDS:
            made.append((at, cut))
            at = cut
    made.append((at, end))
    return [(a + _lead(text[a:b]), b - _tail(text[a:b])) for a, b in made if text[a:b].strip(" \n\t,;.")]


def _lead(text: str) -> int:
    return len(text) - len(text.lstrip(" \n\t\r,;:"))


def _tail(text: str) -> int:
    trimmed = re.sub(r"(?:[\s,;]+(?:and)?)+$", "", text)
    return len(text) - len(trimmed)


def _unit(
    row: Row,
    speaker: Speaker,
    act: str,
    start: int,
    end: int,
    texts: dict[str, str],
    topics: dict[str, list[Row]],
    marks: dict[str, list[Mark]],
) -> Unit:
    home = row["dispatch"]
    on = frozenset(t["issue"] for t in topics[home] if t["start"] < end and start < t["end"])
    if not on and row.get("issue"):
        on = frozenset([row["issue"]])
    within = tuple(m for m in marks.get(home, ()) if start <= m.start and m.end <= end)
    said = min((first for first, _ in row.get("content") or ()), default=start)
    core = said - start if start < said < end else 0
    return Unit(home, row["id"], speaker, act, on, Evidence(home, start, end, texts[home][start:end]), within, core)


def _marks(
    connection: Connection, keys: Sequence[str], texts: dict[str, str], pack: Desk | None
) -> dict[str, list[Mark]]:
    found: dict[str, list[Mark]] = defaultdict(list)
    for row in _rows(connection, schema.formula, keys):
        found[row["dispatch"]].append(Mark(row["start"], row["end"], f"formula {row['formula']}"))
    for table, kind in ((schema.instrument, "instrument"), (schema.mechanism, "mechanism")):
        for row in _rows(connection, table, keys):
            if row["entry"]:
                start, end = _named(texts[row["dispatch"]], row)
                if any(m.start < end and start < m.end for m in found[row["dispatch"]]):
                    continue  # a set phrase or another name of the same
                found[row["dispatch"]].append(Mark(start, end, f"{kind} {row['entry']}"))
    names = _disputed(pack)
    if names:
        pattern = re.compile("|".join(rf"\b{re.escape(n)}\b" for n in sorted(names, key=len, reverse=True)), re.I)
        for key in keys:
            for match in pattern.finditer(texts.get(key, "")):
                found[key].append(Mark(match.start(), match.end(), f"place {names[lowered(match[0])]}"))
    return found


def _named(text: str, row: Row) -> tuple[int, int]:
    """Where within its evidence a name stands; the whole where it is worded otherwise there."""
    pattern = r"\s+".join(re.escape(word) for word in row["name"].split())
    match = re.compile(pattern, re.I).search(text, row["start"], row["end"])
    return match.span() if match else (row["start"], row["end"])


def _disputed(pack: Desk | None) -> dict[str, str]:
    """Places that the sides call by different names: id by lower-cased name."""
    listed = pack.places.values() if pack else ()
    return {
        lowered(name): place.id
        for place in listed
        if place.by_side
        for name in (place.name, *place.also, *place.names.values(), *place.by_side.values())
    }
