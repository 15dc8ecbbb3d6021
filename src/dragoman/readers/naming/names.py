"""Runs of capitalised words that may name a person, and the signs for and against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.desk.desk import Desk
from dragoman.name import PARTICLES
from dragoman.readers.naming.word import Word

_TAIL = re.compile(r"(?:al|el|an|ar|as|ash|at|ath|az|bin|ben|ibn|abu|ul|ur|ud|d|l|t)[-'](?=[A-ZÀ-Þ])")
"""What a part of a name begins with in small letters: "al-Harbi", "d'Alema"."""
_ABSTRACT = re.compile(
    r"..(?:ility|ality|ivity|erty|ment|tion|sion|ology|omics|tics|sing|ning|ture|ance|ence|ism|ship|ries|ness)$"
)
_APART = 8
"""Blanks and line ends between two words of one name: those of a scanned page stand far apart."""
_LIST = 12
"""Words that a list of what a minister deals with may have."""
_NEVER = frozenset(["the", "a", "i", "of", "in", "for", "and", "at", "on", "to"])


@dataclass(slots=True)
class Run:
    """Words `first` to `last` (inclusive) of a sentence that may name a person."""

    words: list[Word]
    first: int
    last: int

    @property
    def text(self) -> str:
        """As the text writes it, white space evened."""
        out = ""
        for before, word in zip([None, *self.words[:-1]], self.words, strict=True):
            out += (" " if before is not None and word.start > before.end else "") + word.text
        return out

    def barred(self, desk: Desk) -> bool:
        """One of its words belongs to things, not people."""
        things = desk.word_set("thing-words")
        return any(w.low in things for w in self.words)


def _may_name(word: Word, common: frozenset[str]) -> bool:
    return (
        word.capital
        and not word.kind
        and word.text[0].isalpha()
        and not any(c.isdigit() for c in word.text)
        and word.low not in common
        and (
            word.tag in ("NNP", "NNPS", "")
            or word.tag[:2] in ("NN", "JJ", "FW", "VB", "RB", "UH", "IN", "LS", "CD", "CC", "MD")
        )
    )


def runs(words: Sequence[Word], desk: Desk) -> Iterator[Run]:
    """Every maximal run of words that may be a name, particles inside it included."""
    common, things = desk.word_set("sentence-words"), desk.word_set("thing-words")
    at = 0
    while at < len(words):
        if not _may_name(words[at], common) and not _opens(words, at):
            at += 1
            continue
        end = at + 1
        while end < len(words):
            here = words[end]
            if (
                (_may_name(here, common) or (_initial(words[end - 1]) and here.kind != "demonym"))
                and here.capital
                and _adjoins(words[end - 1], here)
            ) or (_TAIL.match(here.text) and not here.kind):
                end += 1
            elif (
                (here.low in PARTICLES and not here.kind)
                and end + 1 < len(words)
                and (
                    _may_name(words[end + 1], common)
                    or (words[end + 1].low in PARTICLES and end + 2 < len(words) and _may_name(words[end + 2], common))
                )
                and here.low not in ("e", "y")
            ):
                end += 2 if _may_name(words[end + 1], common) else 3
            elif _within(words, end, common, desk):
                end += 2
            elif _fathered(words, end, common):
                end += 4
            elif here.low in PARTICLES and not here.kind and _within(words, end + 1, common, desk):
                end += 3
            elif _glottal(words, end, common):
                end += 2
            elif _small_word(words, end, at, common):
                end += 1
            elif here.text == "," and end + 1 < len(words) and words[end + 1].low in ("jr", "sr") and end - at > 1:
                end += 2
            elif here.text == '"' and _nickname(words, end, common):
                end += 4
            else:
                break
        if at == 0 and end > 1 and words[0].tag == "VBG" and words[0].low.endswith("ing"):
            at = 1  # "Congratulating X, …"
        at += _field(words, at, end, desk)
        if (end == at + 1 and _named_field(words, at)) or _last_field(words, at, end, desk):
            at = end
            continue
        titled = bool(at and words[at - 1].kind in ("title", "honorific"))
        split = max((i for i in range(at + titled, end) if words[i].low in things), default=at - 1) + 1
        if at < split <= end - 2 and words[split].low not in PARTICLES:
            yield Run(list(words[at:split]), at, split - 1)
            at = split
        yield Run(list(words[at:end]), at, end - 1)
        at = end


@lru_cache(maxsize=16)
def _fields(desk: Desk) -> frozenset[str]:
    """What the titles of the packs say ministers deal with: the words after "of" or "for"."""
    split = (re.split(r" (?:of|for) ", title, maxsplit=1) for title in desk.titles if title.startswith("minister "))
    return frozenset(word.strip(",") for parts in split if len(parts) > 1 for word in parts[1].split())


def _field(words: Sequence[Word], at: int, end: int, desk: Desk) -> int:
    """How many words of a run after "Minister for" are what the minister deals with and not yet the name: up to where the tagger sees a
    person begin, else those that a title of the packs has or that end as abstract nouns do ("Minister for Sustainability Lim Hwee Boon")."""
    if at < 2 or words[at - 1].low not in ("of", "for", "and", "&") or end - at < 3:
        return 0
    if not any(w.kind == "title" or w.low == "ministry" for w in words[max(0, at - _LIST) : at - 1]):
        return 0
    begins = next((i for i in range(at, end) if words[i].person), at)
    if at < begins < end - 1:
        return begins - at
    size = 0
    fields = _fields(desk)
    while end - at - size > 2 and (
        words[at + size].low in fields
        or _ABSTRACT.search(words[at + size].low)
        or (size == 0 and words[at - 1].low in ("and", "&") and words[at].low.endswith("ives"))
    ):
        size += 1
    return size


def _named_field(words: Sequence[Word], at: int) -> bool:
    """Whether a word alone is what a minister deals with, whose name follows its comma: "the Minister for Trade Negotiations, X"."""
    after = words[at + 1 : at + 3]
    named = len(after) == 2 and after[0].text == "," and after[1].capital and not after[1].kind
    field = words[at].tag in ("NNS", "NNPS") or bool(_ABSTRACT.search(words[at].low))
    return named and field and at > 2 and words[at - 1].kind == "title" and words[at - 1].length == 0


def _last_field(words: Sequence[Word], at: int, end: int, desk: Desk) -> bool:
    """Whether two or three words are the last thing that a minister deals with, whose name follows their comma: "the Minister for Health and Mass
    Media, X"."""
    if not 1 < end - at < 4 or at < 2 or words[at - 1].low not in ("and", "&") or any(w.person for w in words[at:end]):
        return False
    after = words[end : end + 2]
    named = len(after) == 2 and after[0].text == "," and after[1].capital and not after[1].kind
    named = named and (after[1].person > 0 or after[1].low in desk.word_set("given-names"))
    of = any(w.low in ("of", "for") for w in words[max(0, at - _LIST) : at - 1])
    return named and of and any(w.kind == "title" for w in words[max(0, at - _LIST) : at - 1])


def _initial(word: Word) -> bool:
    return len(word.text) == 2 and word.text.endswith(".")


def _opens(words: Sequence[Word], at: int) -> bool:
    """Whether a word that is otherwise a small word of English begins a name: capitalised between a title and a name ("Minister Do Hung Viet")."""
    word = words[at]
    if (
        not word.capital
        or word.kind
        or not at
        or words[at - 1].kind not in ("title", "honorific")
        or word.low in _NEVER
    ):
        return False
    return at + 1 < len(words) and words[at + 1].capital and not words[at + 1].kind and word.tag != "DT"


def _within(words: Sequence[Word], at: int, common: frozenset[str], desk: Desk) -> bool:
    """Whether a form of address stands inside a name: "Salman bin Haji Yusuf", "Awang Haji Salman"."""
    if at + 1 >= len(words):
        return False
    word, before = words[at], words[at - 1]
    inside = word.kind == "honorific" and word.low in desk.word_set("honorifics-inside")
    return inside and _adjoins(before, word) and _may_name(words[at + 1], common)


def _glottal(words: Sequence[Word], at: int, common: frozenset[str]) -> bool:
    """Whether a name's word begins here with the sign of a glottal stop: "Feki 'Utoikamani"."""
    if words[at].text != "'" or at + 1 >= len(words) or not _may_name(words[at + 1], common):
        return False
    closed = any(w.text == "'" for w in words[at + 2 : at + 5])
    return not closed and words[at + 1].start == words[at].end and words[at].start > words[at - 1].end


def _small_word(words: Sequence[Word], at: int, first: int, common: frozenset[str]) -> bool:
    """Whether a small word of English is part of a name: capitalised after a name's word within a sentence that is not all capitals, where
    the name then ends or goes on: "Odhiambo Were, the minister", "Marlar Than Htaik"."""
    word = words[at]
    if (
        not word.capital
        or word.kind
        or word.low in _NEVER
        or word.low not in common
        or word.text.isupper() != words[at - 1].text.isupper()
    ):
        return False
    if not first or at + 1 >= len(words) or not _adjoins(words[at - 1], word):
        return False
    after = words[at + 1]
    if after.text in (",", ")"):
        return True
    addressed = words[first - 1].kind == "honorific" and len(word.text) < 5 and after.tag[:2] != "VB"
    inside = addressed or (word.person and word.person == words[at - 1].person == after.person)
    return bool(inside and after.capital and _may_name(after, common) and _adjoins(word, after))


def _fathered(words: Sequence[Word], at: int, common: frozenset[str]) -> bool:
    """Whether "A/L", "S/O" or "D/O" and the father's name follow: "Thoo A/L Kim"."""
    low = [w.low for w in words[at : at + 3]]
    joined = len(low) == 3 and low[0] in ("a", "s", "d") and low[1] == "/" and low[2] in ("l", "o", "p")
    return joined and at + 3 < len(words) and _may_name(words[at + 3], common)


def _nickname(words: Sequence[Word], at: int, common: frozenset[str]) -> bool:
    """Whether a nickname in quotation marks and the rest of the name follow: Tom "Bo" Berg."""
    return (
        at + 3 < len(words)
        and words[at + 2].text == '"'
        and _may_name(words[at + 1], common)
        and _may_name(words[at + 3], common)
        and words[at + 1].start == words[at].end
        and words[at + 2].start == words[at + 1].end
    )


def _adjoins(before: Word, here: Word) -> bool:
    return before.text not in (",", ";", ":") and here.start - before.end <= _APART
