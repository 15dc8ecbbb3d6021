"""What matching needs to know of the world and its languages. The caller takes it from the desks; the record keeps what
it was given."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from sqlalchemy import Connection, delete, insert, select

from dragoman.name import fold
from dragoman.record import schema
from dragoman.record.figures import evened
from dragoman.record.sentences import bigrams

_WORD = re.compile(r"[^\W_]+")
_STEM = 5
_SMALL = 3
_COLUMNS = (schema.lore.c.kind, schema.lore.c.name, schema.lore.c.value)


def stem(word: str) -> str:
    """The first five letters of a folded word, no s at the end, so that "resume" meets "resuming" and "line"
    "lines"."""
    return fold(word)[:_STEM].rstrip("s")


@dataclass(frozen=True)
class Lore:
    """`cities`: ids of cities by their folded names. `idle`: words that say that something is promised and nothing of
    what. `alike`: by phrase, what else says the same (any label, the same for all of a group). `countries`: codes by folded
    names and demonyms."""

    cities: Mapping[str, str] = field(default_factory=dict)
    idle: frozenset[str] = frozenset()
    alike: Mapping[str, str] = field(default_factory=dict)
    countries: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _phrases(self) -> dict[tuple[str, ...], str]:
        return {
            tuple(stem(w) for w in _WORD.findall(phrase)): f"~{label}" for phrase, label in sorted(self.alike.items())
        }

    @cached_property
    def _dull(self) -> dict[tuple[str, ...], str]:
        return dict.fromkeys((tuple(stem(w) for w in _WORD.findall(phrase)) for phrase in self.idle), "")

    def content(self, text: str) -> list[str]:
        """What a sentence speaks of, in alphabetical order: its words by `stem` without idle ones and those of up to
        three small letters, phrases that say the same as one, Chinese and Japanese in pairs of signs."""
        said = [w for w in _WORD.findall(evened(text)) if w.isascii()]
        stems, found, at = [stem(w) for w in said], set(bigrams(text).split()), 0
        while at < len(stems):
            size, label = self._longest(stems, at)
            if not size:
                size, word = 1, said[at]
                label = stems[at] if len(word) > _SMALL or not word.islower() else ""
            found.add(label)
            at += size
        return sorted(found - {""})

    def _longest(self, stems: list[str], at: int) -> tuple[int, str]:
        for size in range(min(4, len(stems) - at), 0, -1):
            run = tuple(stems[at : at + size])
            for known in (self._dull, self._phrases):
                if run in known:
                    return size, known[run]
        return 0, ""


def kept(connection: Connection) -> Lore:
    """As it was given the last time; empty where it never was."""
    return _made(tuple(tuple(row) for row in connection.execute(select(*_COLUMNS).order_by(*_COLUMNS[:2])).all()))


@lru_cache(maxsize=4)
def _made(rows: tuple[tuple[str, str, str], ...]) -> Lore:
    return Lore(
        {name: value for kind, name, value in rows if kind == "city"},
        frozenset(name for kind, name, _ in rows if kind == "idle"),
        {name: value for kind, name, value in rows if kind == "alike"},
        {name: value for kind, name, value in rows if kind == "country"},
    )


def keep(connection: Connection, lore: Lore) -> None:
    rows = [{"kind": "city", "name": name, "value": city} for name, city in sorted(lore.cities.items())]
    rows += [{"kind": "country", "name": name, "value": code} for name, code in sorted(lore.countries.items())]
    rows += [{"kind": "idle", "name": name, "value": ""} for name in sorted(lore.idle)]
    rows += [{"kind": "alike", "name": name, "value": label} for name, label in sorted(lore.alike.items())]
    connection.execute(delete(schema.lore))
    if rows:
        connection.execute(insert(schema.lore), rows)
