"""What an undertaking promises, as far as its words and its dispatches tell: a session of a series, someone's visit, or
something done."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from dragoman.desk.desk import Desk
from dragoman.readers.meeting.ordinals import ordinal
from dragoman.record import schema
from dragoman.record.batches import batches
from dragoman.record.lexicon import Lexicon, spoken

Row = dict[str, Any]
_BEFORE = 250
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


class Piece(NamedTuple):
    """Characters of a dispatch: `text` stands from `start` to `end` (exclusive)."""

    dispatch: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Promise:
    """`since`: the first day on which a dispatch tells of it. `due`: last day stated, None where none is. `mechanism`:
    the entry of the series of which a session is promised, with its `ordinal` if told. `people`: entries of those who
    are to go; `roles`: offices whose holders are to; `to`: countries to which. `objects`: of each telling, what it is
    about. `issues`: as the tellings have them. `continuing`: no one event keeps it. `seeking`: it promises to look for
    a settlement."""

    entry: str
    since: str | None
    due: str | None
    tellings: tuple[Piece, ...]
    mechanism: str | None
    ordinal: int | None
    people: tuple[str, ...]
    roles: tuple[str, ...]
    to: tuple[str, ...]
    visit: bool
    objects: tuple[Counter[str], ...]
    issues: frozenset[str]
    continuing: bool
    seeking: bool


class Promises:
    """Reads what a page of undertakings promises."""

    def __init__(self, connection: Connection, pack: Desk | None, words: Lexicon) -> None:
        self.connection, self.pack, self.words = connection, pack, words
        idle = " ".join(pack.words("ledger.idle")) if pack else ""
        self.idle = set(spoken(idle, words))
        self._named: Mapping[str, list[Row]] = {}
        self._topics: Mapping[str, list[Row]] = {}
        self._people: Mapping[str, list[tuple[int, int, str]]] = {}
        self._series: Mapping[str, tuple[str, int | None]] = {}

    def read(
        self, entries: Mapping[str, Row], rows: Mapping[str, Sequence[Row]], told: Mapping[str, str | None]
    ) -> dict[str, Promise]:
        """`entries`: heads by id; `rows`: their findings' rows; `told`: the last
        day on which each of their dispatches was published."""
        every = [row for listed in rows.values() for row in listed]
        homes = {row["dispatch"] for row in every}
        self._named = self._inside(schema.mechanism, homes)
        self._topics = self._inside(schema.issue, homes)
        self._people = self._mentions(homes)
        self._series = self._sessions(entries)
        return {key: self.again(entries[key], listed, told) for key, listed in rows.items() if listed}

    def again(self, head: Row, rows: Sequence[Row], told: Mapping[str, str | None]) -> Promise:
        """What some of the findings promise that were read last."""
        return self._promise(head, rows, told, self._named, self._topics, self._people, self._series)

    def _promise(
        self,
        head: Row,
        rows: Sequence[Row],
        told: Mapping[str, str | None],
        named: Mapping[str, list[Row]],
        topics: Mapping[str, list[Row]],
        people: Mapping[str, list[tuple[int, int, str]]],
        series: Mapping[str, tuple[str, int | None]],
    ) -> Promise:
        detail = head["detail"]
        within = [_overlapping(named.get(r["dispatch"], []), r) for r in rows]
        mechanism = next((m["entry_id"] for some in within for m in some if m["entry_id"]), None)
        number = next((m["ordinal"] for some in within for m in some if m["ordinal"] is not None), None)
        if detail.get("session"):
            mechanism, _, told_number = detail["session"].rpartition(" ")
            number = int(told_number)
        texts = [" ".join(row["evidence"].split()) for row in rows]
        if self._has("ledger.attend", texts) or (number is None and not self._has("ledger.round", texts)):
            mechanism = None  # the series is spoken of, as when it is to begin, and no session of it is promised
        elif mechanism is None and self._has("ledger.round", texts):
            at = next((series[e] for e in detail.get("encounters", ()) if e in series), None)
            said = next((n for text in texts for n in _ordinals(text)), None)
            before = [m for r in rows for m in named.get(r["dispatch"], ()) if said and m["ordinal"] == said - 1]
            at = next(((str(m["entry_id"]), said) for m in before if m["entry_id"]), at)
            if at and (said or any("next" in text.lower() for text in texts)):
                mechanism, last = at
                number = number or said or (last + 1 if last else None)
        visit = self._has("ledger.visit", texts)
        spans = [(r["dispatch"], r["start"], r["end"]) for r in rows]
        going = [e for d, s, t in spans for start, end, e in people.get(d, ()) if s <= start and end <= t]
        days = [told[r["dispatch"]] for r in rows]
        issues = {t["issue"] for r in rows for t in _topics(topics.get(r["dispatch"], []), r)}
        return Promise(
            entry=head["id"],
            since=min((d for d in days if d), default=None),
            due=head["last_day"],
            tellings=tuple(Piece(r["dispatch"], r["start"], r["end"], r["evidence"]) for r in rows),
            mechanism=mechanism,
            ordinal=number,
            people=tuple(dict.fromkeys(going)) if visit else (),
            roles=self._roles(texts) if visit and not going else (),
            to=self._to(texts) if visit else (),
            visit=visit,
            objects=tuple(self._object(r) for r in rows),
            issues=frozenset(issues),
            continuing=self._has("ledger.continuing", texts),
            seeking=self._has("ledger.seek", texts) and mechanism is None and not visit,
        )

    def _inside(self, table: Any, homes: Iterable[str]) -> dict[str, list[Row]]:
        membership = schema.membership.c
        found: dict[str, list[Row]] = defaultdict(list)
        for keys in batches(homes):
            rows = self.connection.execute(
                select(table, membership.entry.label("entry_id"))
                .outerjoin(schema.membership, membership.finding == table.c.id)
                .where(table.c.dispatch.in_(keys), table.c.rejected.is_(False))
            ).mappings()
            for row in rows:
                found[row["dispatch"]].append(dict(row))
        return found

    def _mentions(self, homes: Iterable[str]) -> dict[str, list[tuple[int, int, str]]]:
        """Where each dispatch mentions people, with their entries."""
        found: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
        for home, rows in self._inside(schema.person, homes).items():
            for row in rows:
                if row["entry_id"]:
                    found[home] += [(start, end, row["entry_id"]) for start, end in row["mentions"]]
        return found

    def _sessions(self, entries: Mapping[str, Row]) -> dict[str, tuple[str, int | None]]:
        """The series and number of the encounters at which undertakings were made."""
        keys = {e for head in entries.values() for e in head["detail"].get("encounters", ())}
        found: dict[str, tuple[str, int | None]] = {}
        for some in batches(keys):
            table = schema.entry.c
            for key, detail in self.connection.execute(select(table.id, table.detail).where(table.id.in_(some))):
                if detail.get("mechanism"):
                    found[key] = (detail["mechanism"], detail.get("ordinal"))
        return found

    def _has(self, name: str, texts: Sequence[str]) -> bool:
        listed = self.pack.words(name) if self.pack else ()
        pattern = "|".join(re.escape(w) for w in listed)
        return bool(pattern) and any(re.search(rf"\b(?:{pattern})\b", text, re.I) for text in texts)

    def _roles(self, texts: Sequence[str]) -> tuple[str, ...]:
        """Offices named in the plural: "visits by the foreign ministers"."""
        found: list[str] = []
        titles = self.pack.titles if self.pack else {}
        for text in texts:
            words = [w.lower() for w in _WORD.findall(text)]
            for size in (3, 2):
                for i in range(len(words) - size + 1):
                    phrase = words[i : i + size]
                    if phrase[-1].endswith("s"):
                        title = " ".join([*phrase[:-1], phrase[-1][:-1]])
                        found += [office.id.partition(".")[0] for office in titles.get(title, ())]
        return tuple(dict.fromkeys(found))

    def _to(self, texts: Sequence[str]) -> tuple[str, ...]:
        """The countries named after a word of visiting, before a person or a comma cuts off."""
        if self.pack is None:
            return ()
        listed = "|".join(re.escape(w) for w in self.pack.words("ledger.visit"))
        found = []
        for text in texts:
            for match in re.finditer(rf"\b(?:{listed})\b((?: [\w-]+){{1,4}})", text, re.I):
                for word in match[1].split():
                    if word[:1].isupper() and (code := self.pack.country_names.get(word.lower())):
                        found.append(code)
                        break
        return tuple(dict.fromkeys(found))

    def _object(self, row: Row) -> Counter[str]:
        """What one telling is about, without the time that it states and the words of promising."""
        text, at = row["evidence"], row["start"]
        start, end = row["due_said_start"], row["due_said_end"]
        if start is not None and at <= start and end <= at + len(text):
            text = text[: start - at] + " " * (end - start) + text[end - at :]
        said = spoken(text, self.words)
        return Counter({token: n for token, n in said.items() if token not in self.idle})


def _overlapping(listed: Sequence[Row], row: Row) -> list[Row]:
    return [one for one in listed if one["start"] < row["end"] and row["start"] < one["end"]]


def _topics(listed: Sequence[Row], row: Row) -> list[Row]:
    """The issues spoken of in an undertaking's words; where there are none, those shortly before."""
    inside = _overlapping(listed, row)
    before = [one for one in listed if 0 <= row["start"] - one["end"] <= _BEFORE]
    return inside or before


def _ordinals(text: str) -> list[int]:
    return [n for word in _WORD.findall(text) if (n := ordinal(word)) is not None]
