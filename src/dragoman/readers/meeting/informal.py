"""Documents whose kind is written small: "the 2019 maritime memorandum", "the Geneva peace agreement", "the treaty on the Rhine Union"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.desk.desk import Desk
from dragoman.page.page import Page, Sentence
from dragoman.readers.meeting.document import YEAR, Document, Words, capital
from dragoman.readers.meeting.parties import parties
from dragoman.span import Span

_YEARS = re.compile(r"(?:1[6-9]|20)\d\d(?:[-/](?:1[6-9]|20)?\d\d)?\Z")
_PLAIN = frozenset(
    ("military", "action", "work", "working", "annual", "joint", "scientific", "technical", "educational")
)
"""What a plan of a year is about, beside what contacts are about."""
_HALVES = frozenset(
    (
        "Sino",
        "Anglo",
        "Franco",
        "Russo",
        "Indo",
        "Luso",
        "Hispano",
        "Italo",
        "Greco",
        "Austro",
        "Afro",
        "Turco",
        "Belgo",
    )
)
"""First halves of words for two peoples: "the Sino-British agreement"."""
_STATED = frozenset(("statement", "communique", "communiqué", "declaration"))
_ABOUT_WORDS = frozenset(("agreement", "treaty", "pact", "accord", "protocol", "convention", "statement"))
"""Kinds that the words before them may tell apart."""


_POINTS = re.compile(r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)-point\Z")
_COUNTED = frozenset(("plan", "proposal", "consensus", "declaration", "memorandum", "communique", "formula"))
"""Kinds that are told by their points, beside those that the words before them tell apart."""
_BARE = frozenset(("bilateral", "new", "similar", "several", "first", "final"))
"""Words that tell no document apart from others, even of those that are signed."""
_SIGNED = frozenset(
    (
        "agreement",
        "treaty",
        "pact",
        "accord",
        "protocol",
        "convention",
        "memorandum",
        "declaration",
        "communique",
        "communiqué",
        "charter",
    )
)


def informal(page: Page, sentence: Sentence, words: Words, low: list[str]) -> Iterator[Document]:
    """Documents whose kind is written small, told apart by a year, a place or what they found: "the 2019 maritime memorandum between X
    and Y", "the Geneva peace agreement", "the treaty on the Rhine Union"."""
    kinds = page.desk.word_set("instrument-small")
    signed = any(t.lemma in ("sign", "adopt", "approve", "endorse") for t in sentence.tokens)
    for at in range(1, len(words)):
        if signed and low[at] in ("programme", "program", "plan") and (found := _yearly(words, low, at, page.desk)):
            span = Span(words[found[0]][1].start, words[found[1]][1].end)
            yield Document(" ".join(span.of(page.text).split()), span)
        if low[at] == "resolution" and (begun := _resolved(words, at)) is not None:
            span = Span(words[begun][1].start, words[at + 1][1].end)
            yield Document(" ".join(span.of(page.text).split()), span)
        if signed and (bare := _understanding(words, low, at)):
            span = Span(words[at][1].start, words[bare][1].end)
            yield Document(" ".join(span.of(page.text).split()), span)
        if (
            low[at] in _STATED
            and low[at - 1] == "joint"
            and (begun := _named_before(page, sentence, words, at)) is not None
        ):
            span = Span(words[begun][1].start, words[at][1].end)
            yield Document(" ".join(span.of(page.text).split()), span)
        if (counted := _pointed(words, low, at)) is not None:
            span = Span(words[at][1].start, words[counted][1].end)
            yield Document(" ".join(span.of(page.text).split()), span)
        if (begun := _initiated(page, words, low, at)) is not None:
            span = Span(words[begun][1].start, words[at][1].end)
            yield Document(" ".join(span.of(page.text).split()), span, None, "instruments.scheme")
        begun = _signed(sentence, words, low, at, page.desk)
        if begun is not None:
            span = Span(words[begun][1].start, words[at][1].end)
            yield Document(" ".join(span.of(page.text).split()), span)
            continue
        if (begun := _topical(sentence, words, low, at, page.desk)) is not None:
            span = Span(words[begun][1].start, words[at][1].end)
            yield Document(" ".join(span.of(page.text).split()), span)
            continue
        if low[at] not in kinds or words[at][0][0].isupper():
            continue
        first, last = _named_before(page, sentence, words, at), at
        if first is not None or low[at + 1 : at + 3] == ["on", "the"]:
            last = _named_behind(words, low, at)
        if first is None and last - at < 4:
            continue
        span = Span(words[at if first is None else first][1].start, words[last][1].end)
        yield Document(" ".join(span.of(page.text).split()), span)


def _understanding(words: Words, low: list[str], at: int) -> int | None:
    """The end of "a memorandum of understanding" that is signed and of which nothing else is told."""
    if (
        low[at : at + 3] != ["memorandum", "of", "understanding"]
        or words[at][0] != low[at]
        or low[at - 1] not in ("a", "the")
    ):
        return None
    return None if low[at + 3 : at + 4] and low[at + 3] in ("on", "for", "to", "in") else at + 2


def _pointed(words: Words, low: list[str], at: int) -> int | None:
    """The end of a document told by its points: "a 14-point memorandum of understanding", "the five-point peace plan"."""
    if not _POINTS.match(low[at]):
        return None
    for end in range(at + 1, min(len(words), at + 4)):
        if low[end : end + 3] == ["memorandum", "of", "understanding"]:
            return end + 2
        if low[end] in _ABOUT_WORDS | _COUNTED:
            return end
    return None


def _initiated(page: Page, words: Words, low: list[str], at: int) -> int | None:
    """The adjective of a people before its initiative: "the French peace initiative"."""
    if words[at][0] != "initiative":
        return None
    first = at - 1
    while first > at - 3 and first > 0 and words[first][0].islower() and words[first][0].isalpha():
        first -= 1
    if first < 1 or low[first - 1] not in ("the", "a", "this") or not words[first][0][0].isupper():
        return None
    plain = all(w == "peace" for w in low[first + 1 : at])
    return first if plain and low[first] not in page.desk.titles and page.desk.country_of(words[first][0]) else None


def _signed(sentence: Sentence, words: Words, low: list[str], at: int, desk: Desk) -> int | None:
    """The first of the words that tell apart what is signed: "signed a loan guarantee agreement", "signed a joint declaration"."""
    if words[at][0] != low[at] or low[at] not in _SIGNED:
        return None
    token = next((t for t in sentence.tokens if t.start == words[at][1].start), None)
    verb = sentence.head(token) if token is not None and token.dep in ("dobj", "nsubjpass") else None
    if token is None or verb is None or verb.lemma not in ("sign", "initial", "ink"):
        return None
    told = {t.start for t in sentence.children(token) if t.dep in ("amod", "compound", "nmod") and t.text.islower()}
    told |= {
        t.start
        for t in sentence.tokens
        if t.dep == "compound" and t.head != t.i and sentence.tokens[t.head].start in told
    }
    first = at
    while first and words[first - 1][1].start in told:
        first -= 1
    own = low[first:at]
    passing = (desk.word_set("instrument-passing") | _BARE) - {"loan", "lease"}
    telling = [
        w for w in own if w not in passing and w not in desk.word_set("instrument-plain") - {"joint", "framework"}
    ]
    begun = first > 0 and low[first - 1] in ("a", "an", "the", "this", "two", "three")
    return first if begun and telling and not passing & set(own[:1]) else None


def _topical(sentence: Sentence, words: Words, low: list[str], at: int, desk: Desk) -> int | None:
    """The first of two words or more that say what a document is about: "a military logistics agreement", "a joint vision statement"."""
    if words[at][0] != low[at] or low[at] not in _ABOUT_WORDS or (low[at] == "statement" and low[at - 1] == "joint"):
        return None
    first, plain = at, desk.word_set("instrument-plain") | desk.word_set("instrument-passing")
    kinds = {t.start: t.pos for t in sentence.tokens if t.end <= words[at][1].start}
    while (
        first
        and words[first - 1][0].isalpha()
        and words[first - 1][0].islower()
        and kinds.get(words[first - 1][1].start) in ("ADJ", "NOUN")
    ):
        first -= 1
    telling = [w for w in low[first:at] if w not in plain]
    if (
        at - first < 2
        or not telling
        or any(w in desk.word_set("instrument-passing") for w in low[first:at])
        or low[first - 1] not in ("a", "an")
    ):
        return None
    if low[at] == "statement" and "vision" not in telling:
        return None
    return first


def _resolved(words: Words, at: int) -> int | None:
    """The first of the capitals before "resolution" with a number: "UN Security Council resolution 242"."""
    if words[at][0][0].isupper() or at + 1 >= len(words) or not words[at + 1][0].isdigit():
        return None
    first = at
    while first and words[first - 1][0][0].isupper() and words[first - 1][0] != "The":
        first -= 1
    return first if first < at else None


def _yearly(words: Words, low: list[str], at: int, desk: Desk) -> tuple[int, int] | None:
    """The extent of a plan told apart by its year alone: "the 2019 military cooperation programme", "the … plan for 2022"."""
    first = at
    while (
        first
        and at - first < 4
        and (low[first - 1] in desk.word_set("mechanism-modifiers") or low[first - 1] in _PLAIN)
    ):
        first -= 1
    if first == at:
        return None
    if first and YEAR.match(low[first - 1]):
        return first - 1, at
    if low[at + 1 : at + 2] == ["for"] and at + 2 < len(words) and _YEARS.match(low[at + 2]):
        return first, at + 2
    return None


def _named_before(page: Page, sentence: Sentence, words: Words, at: int) -> int | None:
    """The year or the place that a name in small letters begins with, up to two words before its head."""
    back = at - 1
    while back > at - 3 and back > 0 and words[back][0].islower() and words[back][0].isalpha():
        back -= 1
    if back < at - 1 and YEAR.match(words[back][0]):
        return back
    ends = words[back][0].split("-")
    if len(ends) == 2 and back and words[back - 1][0].lower() == "the" and all(e[:1].isupper() for e in ends):
        pair = list(parties(page.text, words[back][1], page.desk))
        if len(pair) == 2 or (len(pair) == 1 and ends[0] in _HALVES):
            return back
    token = next((t for t in sentence.tokens if t.start == words[back][1].start), None)
    if token is None or token.ent not in ("GPE", "LOC", "FAC") or page.desk.country_of(words[back][0]):
        return None
    first = back
    while first and words[first - 1][0][0].isupper() and words[first - 1][0][0].isalpha() and first - 1 > 0:
        first -= 1
    named = list(parties(page.text, Span(words[first][1].start, words[back][1].end), page.desk))
    return None if any(p.kind != "seat" for p in named) else first


def _named_behind(words: Words, low: list[str], at: int) -> int:
    """The last of the capitals behind "between", "of" or "on" that belong to a name in small letters."""
    if at + 2 >= len(words) or low[at + 1] not in ("between", "of", "on"):
        return at
    last, step = at, at + 2
    while step < len(words) and (capital(words[step][0]) or low[step] in ("the", "and", "of")):
        last = step if capital(words[step][0]) else last
        step += 1
    return last
