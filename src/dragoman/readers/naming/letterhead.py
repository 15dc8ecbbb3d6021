"""A name and an office on lines of their own, one under the other, as letterheads and signatures have them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.page.page import Page
from dragoman.readers.naming.mentions import Mention
from dragoman.readers.naming.offices import phrase
from dragoman.readers.naming.word import Word


def letterheads(
    listed: Sequence[Mention], worded: Mapping[int, Sequence[Word]], page: Page, nouns: frozenset[str]
) -> None:
    """Gives each name that is a heading by itself the office that is the heading before it or after it by itself."""
    headings = {s.number for s in page.sentences if s.kind in ("title", "heading")}
    for mention in listed:
        number = mention.sentence
        if mention.offices or number not in headings:
            continue
        words = worded.get(number, ())
        named = [w for w in words if mention.span.start <= w.start < mention.span.end]
        if len(named) < 2 or any(w.kind != "honorific" and w.low != "the" for w in words if w not in named):
            continue
        for other in (number - 1, number + 1):
            beside = worded.get(other, ()) if other in headings else ()
            office = phrase(beside, 0, nouns, page.desk) if beside else None
            if office is not None and office.first == 0 and office.last == len(beside) - 1 and office.roles:
                mention.offices.append(office)
                mention.strength, mention.sign = max(mention.strength, 0.95), "title"
                break
