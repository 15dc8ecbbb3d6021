"""Names of recurring series, with the number of the session: "the 7th Nordic-Baltic Forum", "its fifth session".

Most stand in no list: a capitalised phrase headed by a word such as "dialogue" or "commission", numbered or naming two
parties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from dragoman.page.page import Page
from dragoman.readers.meeting.mentions import Series, mentions, words_of
from dragoman.readers.meeting.numbered import ARTICLES, number_after, number_before
from dragoman.readers.meeting.ordinals import ordinal
from dragoman.span import Span

__all__ = ["Series", "series"]

_ONE = ("meeting", "session")
"""What one gathering of a series is called behind its name."""
_GIVEN = re.compile(r"\s*\((?:\d{1,3}(?:st|nd|rd|th) )?([A-Z][A-Z0-9&-]{1,9})\)")

_GONE_TO = re.compile(r"\b(?:at|attend(?:s|ed|ing)?|sidelines of|margins of)\s+(?:the\s+)?\Z")
"""Before the name of a body that is a gathering as well: "met at the World Economic Forum"."""


class _This:
    """A page by identity, so that what was found on it can be kept until the next reader asks."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def __hash__(self) -> int:
        return hash(self.page.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _This) and self.page is other.page


def series(page: Page) -> tuple[Series, ...]:
    """Every mention of a recurring series in the article, in order; a shortened one ("the Forum") only where the text
    gives a name that it can stand for."""
    return _series(_This(page))


@lru_cache(maxsize=2)
def _series(this: _This) -> tuple[Series, ...]:
    page = this.page
    named: list[Series] = []
    short: list[Series] = []
    for sentence in page.sentences:
        words = words_of(page, sentence)
        for mention in mentions(page, sentence, words):
            (named if mention.full else short).append(mention)
    named = _with_desk(page, named)
    named += _abbreviated(page, named)
    listed = _unified(named)
    return tuple(sorted([*listed, *_resolved(page, short, listed)], key=lambda s: (s.span, s.name)))


def _with_desk(page: Page, named: list[Series]) -> list[Series]:
    """What the desk's patterns know: an id for a mention that grammar found, or a mention of their own."""
    listed = list(named)
    for span, entry, _ in page.desk.mechanism_matcher.find(page.text, page.low):
        sentence = page.sentence_at(span.start)
        if sentence is None or any(f.span.covers(span) for f in page.furniture):
            continue
        over = [i for i, s in enumerate(listed) if s.span.overlaps(span)]
        organ = " ".join(span.of(page.text).lower().split()) in page.desk.body_names
        if over:
            for i in over:
                listed[i] = replace(listed[i], entry=listed[i].entry or entry.id)
            continue
        words = words_of(page, sentence)
        first = next((i for i, w in enumerate(words) if w.start >= span.start), None)
        last = next((i for i in range(len(words) - 1, -1, -1) if words[i].end <= span.end), None)
        if first is None or last is None or last < first:
            continue
        while first < last and (ordinal(words[first].text) is not None or words[first].low in ARTICLES):
            first += 1
        number, begin = number_before(words, first, page.desk)
        number = number if number is not None else number_after(words, last, page.desk)
        name = " ".join(page.text[words[first].start : words[last].end].split())
        gathers = words[last].low in page.desk.word_set("series-heads")
        if (
            organ
            and number is None
            and not (gathers and _GONE_TO.search(page.text, max(0, span.start - 24), span.start))
        ):
            continue
        whole = Span(words[begin].start, words[last].end)
        listed.append(Series(name, number, whole, sentence.number, True, entry.id, "mechanisms.desk"))
    return listed


def _key(name: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[^\W_]+", name.lower()))


def _abbreviated(page: Page, named: list[Series]) -> Iterator[Series]:
    """Later mentions by the abbreviation that stands in brackets behind a name: "… Consultations (FOC)", "the next
    FOC"."""
    taken = [s.span for s in named]
    short: dict[str, Series] = {}
    for mention in named:
        given = _GIVEN.match(page.text, mention.span.end)
        if given:
            short.setdefault(given[1], mention)
    for letters, mention in short.items():
        for found in re.finditer(rf"\b{re.escape(letters)}\b", page.text):
            span = Span(found.start(), found.end())
            sentence = page.sentence_at(span.start)
            if sentence is None or span.start <= mention.span.end + 4 or any(t.overlaps(span) for t in taken):
                continue
            words = words_of(page, sentence)
            first = next((i for i, w in enumerate(words) if w.start == span.start), None)
            number, begin = number_before(words, first, page.desk) if first is not None else (None, 0)
            where = Span(words[begin].start, span.end) if first is not None and number is not None else span
            yield replace(
                mention,
                ordinal=number or (mention.ordinal if letters[-1].isdigit() else None),
                span=where,
                sentence=sentence.number,
                full=False,
                rule="mechanisms.short",
            )


def _unified(named: list[Series]) -> list[Series]:
    """One name for each series: its fullest, headings' capitals last."""
    out: list[Series] = []
    for mention in named:
        key = _key(mention.name)
        mine = set(key[:-1] if len(key) > 2 and key[-1] in _ONE else key) - {"the"}
        same = [
            s
            for s in named
            if s is mention
            or (mention.entry and s.entry == mention.entry)
            or (mine <= set(_key(s.name)) and _key(s.name)[-1] in mine)
        ]
        best = max(
            same,
            key=lambda s: (not s.name.isupper(), _key(s.name)[-1] not in _ONE, len(set(_key(s.name))), -s.span.start),
        )
        whole = len(mine) > 2 or best.name.lower() == mention.name.lower() or mention.ordinal is not None
        out.append(replace(mention, name=best.name, entry=mention.entry or best.entry, full=mention.full and whole))
    return out


def _resolved(page: Page, short: list[Series], listed: list[Series]) -> Iterator[Series]:
    """Shortened mentions, each with the one full name before it (else in the text) that it can stand for: "the eighth
    meeting" that of "the ninth meeting of the …"."""
    names = list(dict.fromkeys(s.name for s in listed))
    for mention in short:
        if any(s.span.overlaps(mention.span) for s in listed):
            continue
        words = set(_key(mention.name))
        fitting = [n for n in names if words <= set(_key(n))]
        if not fitting and mention.ordinal is not None:
            counted = [s for s in listed if s.ordinal is not None and words <= set(_key(s.span.of(page.text)))]
            fitting = [s.name for s in counted if s.span.start < mention.span.start][-1:]
        if not words:
            before = [s for s in listed if s.span.start < mention.span.start]
            fitting = [s.name for s in before if s.ordinal is not None][-1:] or [s.name for s in before][-1:]
        if len(fitting) > 1:
            fitting = [s.name for s in listed if s.name in fitting and s.span.start < mention.span.start][-1:]
        if len(fitting) == 1:
            entry = next((s.entry for s in listed if s.name == fitting[0] and s.entry), None)
            yield replace(mention, name=fitting[0], entry=entry, rule="mechanisms.short")
        elif mention.rule == "mechanisms.noun" and mention.full:
            yield mention
