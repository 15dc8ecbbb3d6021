"""Whose deed "she" or "the minister" is told of in the text's own voice: the official who was spoken of last."""

from __future__ import annotations

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.found import Found
from dragoman.reading import Person
from dragoman.span import Span

_BACK = 3
"""Sentences before its own in which the one taken up may be named."""
_DOERS = frozenset(("nsubj", "nsubjpass"))


def taken_up(page: Page, found: Found, sentence: Sentence, word: Token) -> str | None:
    """The country of whoever a pronoun or a bare title takes up: who does something earlier in the sentence, else in the
    nearest sentence before it that names an official; None where that one's country is not known."""
    fitting = [p for p in found.people if p.kind == "official" and _fits(p, word)]
    first = sentence.number
    for number in range(first, max(-1, first - 1 - _BACK), -1):
        earlier = page.sentences[number]
        if earlier.kind in ("title", "heading"):
            continue
        end = word.start if number == first else earlier.span.end
        named = _named(earlier, fitting, Span(earlier.span.start, end)) if end > earlier.span.start else []
        if named:
            return named[0].country
    return None


def _fits(person: Person, word: Token) -> bool:
    """Any official for a pronoun; for a title one who holds it: "the minister"."""
    return word.pos == "PRON" or any(word.lemma.lower() in o.title.lower().split() for o in person.offices)


def _named(sentence: Sentence, people: list[Person], span: Span) -> list[Person]:
    """Those named in a stretch, first those who do something in it, else in order."""
    here = sorted(((m.start, n) for n, p in enumerate(people) for m in p.mentions if span.covers(m)))
    doing = [people[n] for start, n in here if _does(sentence, start)]
    return doing or [people[n] for _, n in here]


def _does(sentence: Sentence, start: int) -> bool:
    at = next((t for t in sentence.tokens if t.start <= start < t.end), None)
    while at is not None and at.dep in ("compound", "flat", "appos"):
        at = sentence.head(at)
    return at is not None and at.dep in _DOERS
