"""Where the people of one page are named."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dragoman.page.page import Page, Token
from dragoman.reading import Person
from dragoman.span import Span

_LONGEST = 80
"""Characters of the longest name."""


class Mentions:
    """People by place. `spans`: (start, end, number in `people`) of every mention, in the order of the text."""

    def __init__(self, page: Page, people: Sequence[Person]) -> None:
        self.page, self.people = page, people
        self.spans = sorted((span.start, span.end, n) for n, person in enumerate(people) for span in person.mentions)
        self._starts = [start for start, _, _ in self.spans]

    def person_at(self, token: Token) -> int | None:
        """The person whose mention holds a word."""
        at = bisect_right(self._starts, token.start) - 1
        while at >= 0 and self._starts[at] > token.start - _LONGEST:
            start, end, n = self.spans[at]
            if start <= token.start < end:
                return n
            at -= 1
        return None

    def within(self, span: Span) -> list[tuple[Span, int]]:
        """The people whose mentions begin in a span, in order."""
        at = bisect_right(self._starts, span.start - 1)
        found = []
        while at < len(self.spans) and self._starts[at] < span.end:
            start, end, n = self.spans[at]
            found.append((Span(start, end), n))
            at += 1
        return found
