"""What the words of an undertaking say by themselves: what it is about, whose visit or which session it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from dragoman.desk.desk import Desk
from dragoman.readers.meeting.ordinals import ordinal
from dragoman.record import schema
from dragoman.record.following.promise import Row, Thing
from dragoman.record.lexicon import Lexicon, spoken

BEFORE = 250
"""Characters before an undertaking in which it says what it is about."""
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_PROMISING = re.compile(
    r"^.*?\b(?:agreed|decided|promised|pledged|confirmed|concurred|committed|undertook|settled|vowed|accepted|announced)\b"
    r"[^.;]{0,160}?\b(?:to|that|on)\b",
    re.S,
)
"""Who promises, and the words of promising, which say nothing of what."""
_ASIDE = re.compile(
    r",\s+(?:and\s+(?:will|would)|some|which|who|where|after|before|while|as|in line with|including|so that|a move|the first|following"
    r"|amid|despite|when)\b.*$|\s+that (?:covers?|covered|includes?|included|comprises?|consists? of|is|are|was|were)\b.*$",
    re.S,
)
"""What a promise goes on with: a further deed, or a word on the one promised."""
_IT = re.compile(r"\b(?:to|will|would|and|shall) [a-z]+(?: (?:up|out|off|into force))? (?:it|them)\b")
"""A deed done to what was spoken of before: "promised to sign it"."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"“])")
_MEANT = 4
_NAMED = re.compile(r"\b[A-Z][^\W\d_]+\b")
_MARKS = ("deed", "attend", "round", "visit", "meet", "continuing", "seek")


@dataclass(frozen=True, slots=True)
class Gist:
    """What the words of a telling say by themselves. `marks`: those of the desk's lists that it has a word of."""

    marks: frozenset[str]
    ordinals: tuple[int, ...]
    roles: tuple[str, ...]
    to: tuple[str, ...]
    next: bool


class Gists:
    """Reads them, each wording once."""

    def __init__(self, connection: Connection, pack: Desk | None, words: Lexicon) -> None:
        self._connection, self._pack, self._words = connection, pack, words
        idle = " ".join(pack.words("ledger.idle")) if pack else ""
        self._idle = set(spoken(idle, words))
        self._lists = {mark: pattern for mark in _MARKS if (pattern := self._pattern(f"ledger.{mark}"))}
        self._gists: dict[str, Gist] = {}
        self._things: dict[tuple[str, str], Thing] = {}

    def of(self, row: Row) -> Gist:
        """What the words of one telling say, without regard to where they stand."""
        text = " ".join(row["evidence"].split())
        if text not in self._gists:
            self._gists[text] = Gist(
                marks=frozenset(mark for mark, pattern in self._lists.items() if pattern.search(text)),
                ordinals=tuple(n for word in _WORD.findall(text) if (n := ordinal(word)) is not None),
                roles=self._roles(text),
                to=self._to(text),
                next="next" in text.lower(),
            )
        return self._gists[text]

    def about(self, row: Row) -> Thing:
        """What one telling is about, without the time that it states and the words of promising."""
        text, at = row["evidence"], row["start"]
        start, end = row["due_said_start"], row["due_said_end"]
        if start is not None and at <= start and end <= at + len(text):
            text = text[: start - at] + " " * (end - start) + text[end - at :]
        before = self._before(row) if _IT.search(text) else ""
        if (text, before) not in self._things:
            gist = self._content(_ASIDE.sub("", _PROMISING.sub("", text, count=1)))
            whole = gist if len(gist) > 1 or before else self._content(text)
            self._things[text, before] = tuple(sorted({*whole, *self._meant(before)}))
        return self._things[text, before]

    def _before(self, row: Row) -> str:
        """What stands before an undertaking in its sentence, or in the sentence before where it begins one."""
        home, start = schema.dispatch.c, row["start"]
        first = max(0, start - BEFORE)
        words = select(func.substr(home.text, first + 1, start - first)).where(home.id == row["dispatch"])
        return _SENTENCE.split(str(self._connection.execute(words).scalar_one()).strip())[-1]

    def _meant(self, before: str) -> Iterable[str]:
        """What "it" stands for in what follows: the last words before it that say what something is."""
        found: list[str] = []
        for match in reversed(list(_WORD.finditer(before))):
            found += [word for word in self._content(match[0]) if word not in found]
            if len(found) >= _MEANT:
                break
        return found[:_MEANT]

    def _content(self, text: str) -> Thing:
        named = _NAMED.sub(lambda m: " " if self._pack and self._pack.country_of(m[0]) else m[0], text)
        return tuple(sorted(set(spoken(named, self._words)) - self._idle))

    def _pattern(self, name: str) -> re.Pattern[str] | None:
        listed = "|".join(re.escape(word) for word in (self._pack.words(name) if self._pack else ()))
        return re.compile(rf"\b(?:{listed})\b", re.I) if listed else None

    def _roles(self, text: str) -> tuple[str, ...]:
        """Offices named in the plural: "visits by the foreign ministers"."""
        found: list[str] = []
        titles = self._pack.titles if self._pack else {}
        words = [w.lower() for w in _WORD.findall(text)]
        for size in (3, 2):
            for i in range(len(words) - size + 1):
                phrase = words[i : i + size]
                if phrase[-1].endswith("s"):
                    title = " ".join([*phrase[:-1], phrase[-1][:-1]])
                    found += [office.id.partition(".")[0] for office in titles.get(title, ())]
        return tuple(dict.fromkeys(found))

    def _to(self, text: str) -> tuple[str, ...]:
        """The countries named after a word of visiting, before a person or a comma cuts off."""
        if self._pack is None:
            return ()
        listed = "|".join(re.escape(w) for w in self._pack.words("ledger.visit"))
        found = []
        for match in re.finditer(rf"\b(?:{listed})\b((?: [\w-]+){{1,4}})", text, re.I):
            for word in match[1].split():
                if word[:1].isupper() and (code := self._pack.country_names.get(word.lower())):
                    found.append(code)
                    break
        return tuple(dict.fromkeys(found))
