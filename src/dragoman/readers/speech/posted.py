"""Posts of a social network that stand in a text: paragraphs that end in who wrote them, "- Lars Holm (@larsholm) May 17, 2019"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.page.page import Page
from dragoman.reading import Person
from dragoman.span import Span

_SIGNED = re.compile(r"(?:-|\u2013|\u2014)\s?(?P<name>[^\n(@\u2013\u2014]{2,60}?) \(@\w{2,30}\)[^\n.!?]{0,40}$")


def posted(page: Page, people: Sequence[Person]) -> dict[int, tuple[str, Span]]:
    """Who wrote each paragraph that is a post, by block: the name, and where it stands there."""
    if "(@" not in page.text:
        return {}
    found: dict[int, tuple[str, Span]] = {}
    for i, block in enumerate(page.blocks):
        match = _SIGNED.search(page.text, block.span.start, block.span.end) if block.kind == "prose" else None
        if match is None or match.start() == block.span.start:
            continue
        where = Span(match.start("name"), match.end("name"))
        who = next((p.name for p in people if any(where.overlaps(m) for m in p.mentions)), match["name"])
        found[i] = (who, where)
    return found
