"""The mentions of series in one sentence, in full or shortened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.desk.desk import Desk
from dragoman.page.page import Page, Sentence
from dragoman.readers.meeting.extent import INSIDE, extent, modifier
from dragoman.readers.meeting.numbered import Word, number_after, number_before, renewed
from dragoman.readers.meeting.ordinals import ordinal
from dragoman.readers.meeting.recurring import is_name
from dragoman.span import Span, outside

_WORD = re.compile(r"[^\W_]+(?:(?:\.-|['.&/+-])[^\W_]+)*'?|[^\w\s]")
_UNDER = frozenset(("of", "under", "in", "within", "for", "at"))
_THEN = frozenset(("was", "took", "will", "is"))
"""What follows "the eighth meeting" where a text that counts a series' meetings counts one more."""


@dataclass(frozen=True, slots=True)
class Series:
    """One mention. `name` in full, as the text writes it somewhere, without the number; `span` of the mention, its
    number included; `full`: this mention names the series in full."""

    name: str
    ordinal: int | None
    span: Span
    sentence: int
    full: bool
    entry: str | None = None
    rule: str = "mechanisms.name"


@lru_cache(maxsize=16)
def _heads(desk: Desk) -> tuple[frozenset[str], frozenset[str]]:
    """Heads of series' names, and the last words of those of several."""
    heads = desk.word_set("series-heads") | desk.word_set("series-heads-weak")
    return heads, frozenset(head.rpartition(" ")[2] for head in heads if " " in head)


def words_of(page: Page, sentence: Sentence) -> list[Word]:
    """The words outside furniture; a head of two words ("task force") is one."""
    holes = [f.span for f in page.furniture if f.span.overlaps(sentence.span)]
    heads, lasts = _heads(page.desk)
    out: list[Word] = []
    for part in outside(sentence.span, holes):
        for m in _WORD.finditer(page.text, part.start, part.end):
            low = m[0].lower().rstrip("'")
            if out and low in lasts and low not in heads and f"{out[-1].low} {low}" in heads:
                begun = out.pop()
                text = page.text[begun.start : m.end()]
                out.append(Word(text, f"{begun.low} {low}", begun.start, m.end()))
            else:
                out.append(Word(m[0], low, m.start(), m.end()))
    return out


def mentions(page: Page, sentence: Sentence, words: list[Word]) -> Iterator[Series]:
    desk = page.desk
    strong, weak = desk.word_set("series-heads"), desk.word_set("series-heads-weak")
    taken = -1
    for i, word in enumerate(words):
        if i <= taken:
            continue
        head = word.low
        if head not in strong and head not in weak:
            short = _begun(words, i, sentence)
            if short is None and ordinal(word.text) is not None:
                short = _numbered_session(words, i, sentence, desk)
            if short:
                yield short
            continue
        after = words[i + 1] if i + 1 < len(words) else None
        if after and after.capital == word.capital and (after.low in strong or after.low in weak):
            continue
        first, last = extent(words, i, sentence, desk, taken)
        if head in desk.word_set("session-nouns") and first == i and _holds(words, i, last, strong | weak):
            continue
        number, begin = number_before(words, first, desk)
        if number is None:
            number = number_after(words, last, desk)
        number = None if number == 1 and renewed(words, last) else number
        span = Span(words[first].start, words[last].end)
        size = sum(w.low not in INSIDE for w in words[first : last + 1])
        name = " ".join(span.of(page.text).split())
        mention = Series(name, number, Span(words[begin].start, words[last].end), sentence.number, True)
        if size > 1 and is_name(words, first, i, last, number, sentence, page):
            taken = last
            yield mention
        elif (first == last and (word.capital or number is not None) and sentence.kind not in ("title", "heading")) or (
            size > 1
            and word.capital
            and first
            and words[first - 1].low == "the"
            and sentence.kind not in ("title", "heading")
        ):
            yield replace(mention, full=False)
        elif (
            size > 1
            and not word.capital
            and (head in strong or words[first].low == "exploratory")
            and _contact(words[first:i], desk)
        ):
            yield replace(mention, full=bool(first) and _owned(words, first, i), rule="mechanisms.noun")


def _owned(words: list[Word], first: int, head: int) -> bool:
    """Whether a name in small letters is a certain one: "the foreign policy dialogue", "the two sides' strategic dialogue"."""
    before = words[first - 1]
    owner = before.low in ("their", "its", "our") or before.text.endswith(("'s", "s'"))
    return (before.low == "the" and head - first >= 2) or (
        owner and (head - first >= 2 or words[first].low == "exploratory")
    )


def _holds(words: list[Word], head: int, last: int, heads: frozenset[str]) -> bool:
    """Whether "Meeting of the …" counts the sessions of a series that is named after it."""
    return head + 1 < last and words[head + 1].low in _UNDER and any(w.low in heads for w in words[head + 2 : last + 1])


def _numbered_session(words: list[Word], at: int, sentence: Sentence, desk: Desk) -> Series | None:
    """ "the tenth session", "The eighth meeting was held", "the next round, the ninth,", without the series' name. The first
    one in six years is not the first."""
    end = at + 1
    while end < len(words) and words[end].low in desk.word_set("session-adjectives"):
        end += 1
    if end >= len(words):
        return None
    if _apposed(words, at, desk):
        return Series("", ordinal(words[at].text), Span(words[at - 3].start, words[at].end), sentence.number, False)
    number, after = ordinal(words[at].text), words[end + 1].low if end + 1 < len(words) else ""
    roman = words[at].text.isupper() and words[at].text.isalpha() and words[end].text == "Meeting"
    such = words[end].low in ("meeting", "summit") and any(w.low == "such" for w in words[at:end])
    counted = words[end].low == "meeting" and at > 0 and words[at - 1].low == "the" and after in _THEN and number != 1
    if not (words[end].low in ("session", "edition", "round") or roman or such or counted):
        return None
    if after in ("of", "under", "within", "for"):
        return None
    if at > 1 and words[at - 1].low in ("its", "their") and not any(w.low == "series" for w in words[:at]):
        return None
    if number == 1 and renewed(words, end):
        return None
    noun = words[end].low if such or counted else ""
    return Series(noun, number, Span(words[at].start, words[end].end), sentence.number, False)


def _apposed(words: list[Word], at: int, desk: Desk) -> bool:
    """Whether a number stands between commas behind a session to come: "the next round, the ninth,"."""
    if at < 4 or at + 1 >= len(words) or [w.low for w in words[at - 2 : at]] != [",", "the"]:
        return False
    noun, lead = words[at - 3].low, words[at - 4].low
    heads = desk.word_set("series-heads") | desk.word_set("series-heads-weak")
    return lead == "next" and noun in desk.word_set("session-nouns") - heads and words[at + 1].low in (",", ".", ";")


def _begun(words: list[Word], at: int, sentence: Sentence) -> Series | None:
    """ "The series opened in Oslo in May 2007": its first session."""
    if words[at].low != "series" or not at or words[at - 1].low != "the" or at + 2 >= len(words):
        return None
    if words[at + 1].low not in ("opened", "began", "started") or words[at + 2].low not in ("in", "on"):
        return None
    return Series("", 1, Span(words[at].start, words[at].end), sentence.number, False)


def _contact(modifiers: list[Word], desk: Desk) -> bool:
    return any(modifier(w, desk) for w in modifiers)
