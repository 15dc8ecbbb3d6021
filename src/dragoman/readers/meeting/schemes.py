"""Schemes and policies by the name that they are given, in quotation marks or in capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.page.page import Page, Sentence
from dragoman.readers.meeting.document import Document, Words, capital
from dragoman.readers.meeting.parties import parties
from dragoman.span import Span

_WORD = re.compile(r"[^\W_]+(?:['.&/+-][^\W_]+)*'?|[^\w\s]")


_CALLED = frozenset(("called", "dubbed", "named", "termed"))
"""With these a thing of any kind is given its name: a scheme only where a word for one stands near."""


def schemes(page: Page, sentence: Sentence, words: Words) -> Iterator[Document]:
    """Names in capitals before a small word for a policy ("the Open Harbours initiative"); quoted names of up to five words beside a word for a scheme: 'its initiative "Waters for All"', 'launching the
    "green lane"'."""
    for at in range(2, len(words)):
        if (
            words[at][0] in page.desk.word_set("policy-nouns")
            and (named := _capitals(page, sentence, words, at)) is not None
        ):
            quoted = words[at - 1][0].endswith("'")
            span = Span(words[named][1].start, words[at - 1][1].end - 1 if quoted else words[at][1].end)
            yield Document(" ".join(span.of(page.text).split()), span, None, "instruments.scheme")
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
        if any(t.tag in ("VBZ", "VBD") for t in sentence.tokens if quote.inner.start <= t.start < quote.inner.end):
            continue  # what somebody said, or a headline
        capital = sum(w[0].isupper() for w in inner.split()) >= 2
        beside = (before and before[-1] in nouns) or (after and after[0] in nouns)
        naming = bool(before) and before[-1] in verbs - _CALLED
        launched = naming or (any(w in verbs for w in before[-4:]) and before[-1] in ("the", "a", "an", "of"))
        short = count <= 3 and any(w[0].isupper() and not page.desk.country_of(w) for w in inner.split())
        if (beside and (capital or launched or short)) or (
            launched
            and ((naming and any(w[0].isupper() for w in inner.split())) or any(w in nouns for w in before[-8:]))
        ):
            start = page.text.index(inner, quote.inner.start)
            yield Document(" ".join(inner.split()), Span(start, start + len(inner)), None, "instruments.scheme")


def _capitals(page: Page, sentence: Sentence, words: Words, at: int) -> int | None:
    """The first of two capitals or more before `at` that name no person, party or body."""
    first = at
    while first and (
        capital(words[first - 1][0])
        or (words[first - 1][0] == "and" and first < at and first > 1 and capital(words[first - 2][0]))
    ):
        first -= 1
    while first < at and words[first][0].lower() in page.desk.word_set("name-leads"):
        first += 1
    if at - first < 2:
        return None
    span = Span(words[first][1].start, words[at - 1][1].end)
    if next(parties(page.text, span, page.desk), None) is not None:
        return None
    inside = [t for t in sentence.tokens if span.start <= t.start and t.end <= span.end]
    return None if any(t.ent in ("PERSON", "NORP") for t in inside) else first
