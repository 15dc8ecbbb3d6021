"""Names of treaties, agreements, joint documents and schemes in a text, by general grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.desk.desk import Desk
from dragoman.page.page import Page, Sentence
from dragoman.readers.meeting.calendar_words import CALENDAR
from dragoman.readers.meeting.parties import parties
from dragoman.span import Span

_WORD = re.compile(r"[^\W_]+(?:['.&/+-][^\W_]+)*'?|[^\w\s]")
_LINKS = frozenset(("of", "on", "for", "and", "the", "to", "in", "between", "against", "concerning", "with", "&"))
_ABBREVIATION = re.compile(r"\s*\(([A-Z][\w.&+-]{1,11})\)")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d\Z")


@dataclass(frozen=True, slots=True)
class Document:
    """One mention. `name` as the text writes it; `short`: the abbreviation given beside it."""

    name: str
    span: Span
    short: str | None = None
    rule: str = "instruments.name"


@lru_cache(maxsize=16)
def _heads(desk: Desk) -> dict[str, list[tuple[str, ...]]]:
    """Heads of documents' names as words, by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for head in sorted((tuple(h.lower().split()) for h in desk.words("instrument-heads")), key=lambda h: (-len(h), h)):
        table.setdefault(head[0], []).append(head)
    return table


def documents(page: Page, sentence: Sentence) -> Iterator[Document]:
    """Named documents and schemes of one sentence, in order. A head with nothing to tell it apart ("the Agreement")
    is none."""
    whole = sentence.span
    words = [(m[0], Span(m.start(), m.end())) for m in _WORD.finditer(page.text, whole.start, whole.end)]
    low = [w.lower() for w, _ in words]
    heads = _heads(page.desk)
    at = 0
    while at < len(words):
        if not words[at][0][0].isupper() or low[at] not in heads:
            at += 1
            continue
        head = next((h for h in heads[low[at]] if tuple(low[at : at + len(h)]) == h), None)
        if head is None:
            at += 1
            continue
        first, last = _extent(words, low, at, at + len(head) - 1, page.desk)
        span = Span(words[first][1].start, words[last][1].end)
        short = _ABBREVIATION.match(page.text, span.end, sentence.span.end)
        if (short and last > first) or _proper(words, low, first, at, at + len(head) - 1, last, page):
            yield Document(" ".join(span.of(page.text).split()), span, short[1] if short else None)
        at = max(last, at) + 1
    yield from _schemes(page, sentence)


def _capital(word: str) -> bool:
    return word[0].isupper() and word.lower() not in CALENDAR


def _extent(words: list[tuple[str, Span]], low: list[str], head: int, end: int, desk: Desk) -> tuple[int, int]:
    first = head
    stops = desk.word_set("name-leads") - {"and", "of"}
    while first:
        before = words[first - 1][0]
        if low[first - 1] in stops or (before.endswith("'s") and desk.country_of(before[:-2])):
            break
        if _capital(before) or _YEAR.match(before):
            first -= 1
            if _YEAR.match(before):
                break
        elif low[first - 1] in ("and", "&") and 2 <= first < head and _capital(words[first - 2][0]):
            if low[first - 2] in stops:
                break
            first -= 2
        else:
            break
    last = end
    while last + 1 < len(words) and _capital(words[last + 1][0]):
        last += 1
    while last + 2 < len(words) and low[last + 1] in _LINKS:
        if last == end and low[last + 1] in ("in", "and", "&", "the"):
            break
        at = last + 1
        while at < len(words) and low[at] in _LINKS:
            at += 1
        if at >= len(words) or not _capital(words[at][0]) or (low[last + 1] == "in" and desk.country_of(words[at][0])):
            break
        if low[last + 1] in ("to", "with") and desk.country_of(words[at][0]):
            break
        last = at
        while last + 1 < len(words) and _capital(words[last + 1][0]):
            last += 1
        last = _listed(words, low, last)
    return first, last


def _listed(words: list[tuple[str, Span]], low: list[str], last: int) -> int:
    """The end of a list within a name: "Treaty of Friendship, Cooperation and Mutual Assistance"."""
    at = last
    while at + 2 < len(words) and low[at + 1] == "," and _capital(words[at + 2][0]):
        at += 2
        while at + 1 < len(words) and _capital(words[at + 1][0]):
            at += 1
    closed = at > last and at + 2 < len(words) and (low[at + 1] == "and" or low[at + 1 : at + 3] == [",", "and"])
    return at if closed else last


def _proper(
    words: list[tuple[str, Span]], low: list[str], first: int, head: int, end: int, last: int, page: Page
) -> bool:
    """Whether something tells the name apart from the bare kind of document."""
    desk = page.desk
    if " ".join(low[first : last + 1]) in desk.body_names:
        return False
    plain = desk.word_set("instrument-plain")
    before = [w for w in low[first:head] if w not in plain and w not in _LINKS and not _YEAR.match(w)]
    after = [w for w in low[end + 1 : last + 1] if w not in _LINKS]
    nationals = list(parties(page.text, Span(words[first][1].start, words[last][1].end), desk))
    weak = low[head] in desk.word_set("instrument-heads-weak") and end == head
    if weak:
        return len(before) >= 1 and (end < last or len(before) >= 1 + (1 if nationals else 0))
    with_whom = last > end and low[end + 1] in ("of", "between", "with", "to") and not before
    if with_whom and len(after) <= len(nationals):
        return False
    return bool(before or after)


def _schemes(page: Page, sentence: Sentence) -> Iterator[Document]:
    """Quoted names of up to five words beside a word for a scheme: 'its initiative "Waters for All"', 'launching the
    "green lane"'."""
    nouns, verbs = page.desk.word_set("scheme-nouns"), page.desk.word_set("scheme-verbs")
    for quote in page.quotes:
        if not sentence.span.covers(quote.span) or not quote.closed:
            continue
        inner = quote.inner.of(page.text).strip()
        count = len(inner.split())
        if not 1 <= count <= 5 or inner[-1] in ".!?;:" or "," in inner:
            continue
        begin, end = max(sentence.span.start, quote.span.start - 60), min(sentence.span.end, quote.span.end + 20)
        before = [m[0].lower() for m in _WORD.finditer(page.text, begin, quote.span.start)]
        after = [m[0].lower() for m in _WORD.finditer(page.text, quote.span.end, end)]
        capital = sum(w[0].isupper() for w in inner.split()) >= 2
        beside = (before and before[-1] in nouns) or (after and after[0] in nouns)
        naming = bool(before) and before[-1] in verbs
        launched = naming or (any(w in verbs for w in before[-4:]) and before[-1] in ("the", "a", "an", "of"))
        if (beside and (capital or launched)) or (launched and (naming or any(w in nouns for w in before[-8:]))):
            start = page.text.index(inner, quote.inner.start)
            yield Document(" ".join(inner.split()), Span(start, start + len(inner)), None, "instruments.scheme")
