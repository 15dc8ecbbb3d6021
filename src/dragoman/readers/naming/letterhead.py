"""A name and an office on lines of their own, one under the other, as letterheads and signatures have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.page.page import Page
from dragoman.readers.naming.mentions import Mention
from dragoman.readers.naming.offices import Phrase, phrase
from dragoman.readers.naming.word import Word


def letterheads(
    listed: Sequence[Mention], worded: Mapping[int, Sequence[Word]], page: Page, nouns: frozenset[str]
) -> None:
    """Gives each name that is a heading by itself the offices that are the headings right before it and after it."""
    headings = {s.number for s in page.sentences if s.kind in ("title", "heading")}
    for mention in listed:
        number = mention.sentence
        if mention.offices or number not in headings:
            continue
        words = worded.get(number, ())
        named = [w for w in words if mention.span.start <= w.start < mention.span.end]
        if len(named) < 2 or any(w.kind != "honorific" and w.low != "the" for w in words if w not in named):
            continue
        for step in (-1, 1):
            other = number + step
            while office := _whole(worded.get(other, ()) if other in headings else (), nouns, page):
                mention.offices.append(office)
                mention.strength, mention.sign = max(mention.strength, 0.95), "title"
                other += step


def _whole(words: Sequence[Word], nouns: frozenset[str], page: Page) -> Phrase | None:
    """The office that a heading is, without anything else."""
    office = phrase(words, 0, nouns, page.desk) if words else None
    whole = office is not None and office.first == 0 and office.last == len(words) - 1
    return office if whole else None
