"""Interviews whose answers stand without a label: questions in paragraphs of their own, and what follows each is the guest's."""

from __future__ import annotations

import re

from dragoman.page.page import Page
from dragoman.reading import Person

_SAYS_SO = re.compile(r"\binterview(?:s|ed|ing)?\b|\bspoke (?:to|with)\b|\bquestions? and answers?\b|\bQ ?& ?A\b", re.I)
_MARKED = re.compile(r"\s*\W?(?:Q|Question|Qn)\d*\W?\s*[:.)]", re.I)
_LONGEST = 90
"""A paragraph of more words is no question, even where it ends in one."""


def questions(page: Page) -> list[int]:
    """The paragraphs that only ask, by index."""
    found = []
    for i, block in enumerate(page.blocks):
        words = block.span.of(page.text).strip()
        asks = words.endswith("?") and '"' not in words and len(words.split()) <= _LONGEST
        if block.label is None and block.kind in ("prose", "question", "heading") and asks:
            found.append(i)
    return found


def interviewed(page: Page, people: tuple[Person, ...]) -> dict[int, str | None]:
    """By index of block from the first question on: who answers there, None for a question. Empty where the head names nobody who is
    interviewed, and where the text tells of its guest by name between the questions."""
    asked = questions(page)
    marked = any(_MARKED.match(page.text, page.blocks[i].span.start) for i in asked)
    if not asked or (len(asked) < 2 and not marked):
        return {}
    start = page.blocks[asked[0]].span.start
    if not marked and not _SAYS_SO.search(page.text, 0, start):
        return {}
    guests = [p for p in people if p.kind != "journalist" and any(m.start < start for m in p.mentions)]
    officials = [p for p in guests if p.kind == "official"]
    guests = officials if len(officials) == 1 else guests
    if len(guests) != 1:
        return {}
    guest = guests[0]
    answers = [i for i in range(asked[0], len(page.blocks)) if page.blocks[i].kind == "prose" and i not in asked]
    told = any(page.blocks[i].span.covers(m) for i in answers for m in guest.mentions)
    return {} if told or not answers else {i: None if i in asked else guest.name for i in sorted({*answers, *asked})}
