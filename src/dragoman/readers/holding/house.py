"""Whose office a text means that names it alone: in a text of one house "the President" is the house's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dragoman.page.page import Page, Token
from dragoman.reading import Person

_ALONE = re.compile(
    r"(?<=[a-z0-9,] )the (?:Vice President|Prime Minister|Foreign Minister|President|Premier|Minister|Secretary|Chancellor|King"
    r"|Queen|Emir|Sultan|Ambassador|Commissioner)\b(?!['’]s [A-Z]| (?:of|for|to) | ?[-–]|,? [A-Z])"
)
"""An office within a sentence, with a capital and no name: how institutions write of their own."""
_REACH = 10
"""Words beside a name among which the country that it is introduced with may stand."""


class House:
    """Who of a page's people are introduced as somebody else's. `speaks`: whether the text writes of offices as one house does of its own."""

    def __init__(self, page: Page, people: Sequence[Person]) -> None:
        self.page = page
        self.speaks = _ALONE.search(page.text) is not None
        self.foreign = frozenset(n for n, p in enumerate(people) if self._introduced(p)) if self.speaks else frozenset()

    def own(self, some: Sequence[int]) -> int | None:
        """Of several holders of one office (their places among the people) the one who is introduced without a country where each
        other one has theirs; None where that is not one, or no house speaks."""
        own = [n for n in some if n not in self.foreign]
        return own[0] if self.speaks and len(some) > 1 and len(own) == 1 else None

    def _introduced(self, person: Person) -> bool:
        """Whether the words beside one of the first two mentions give a country: "President Ann Smith of Peru"."""
        for span in sorted(person.mentions)[:2]:
            sentence = self.page.sentence_at(span.start)
            if sentence is None:
                continue
            before = [t for t in sentence.tokens if t.end <= span.start][: -_REACH - 1 : -1]
            after = [t for t in sentence.tokens if t.start >= span.end][:_REACH]
            if self._country(reversed(_title(before))) or self._country(_apposed(after)):
                return True
        return False

    def _country(self, words: Iterable[Token]) -> bool:
        said = [t.text for t in words]
        return any(
            self.page.desk.country_of(" ".join(said[at : at + size])) for at in range(len(said)) for size in (1, 2, 3)
        )


def _title(before: Sequence[Token]) -> list[Token]:
    """The words of an office before a name, the last first: up to a verb, a comma or a preposition other than those of offices."""
    found: list[Token] = []
    for at, token in enumerate(before):
        comma = token.text == "," and at == 0
        if not (comma or token.tag[:2] in ("NN", "JJ", "DT", "PO") or token.low in ("of", "for", "and", "'s")):
            break
        found.append(token)
    return found


def _apposed(after: Sequence[Token]) -> list[Token]:
    """The words behind a name that go on with "of", or stand between commas."""
    if not after or (after[0].low != "of" and after[0].text not in (",", "(")):
        return []
    found: list[Token] = []
    for token in after[1:]:
        if token.text in (",", ")", ";") or token.tag[:2] in ("VB", "MD", "WP"):
            break
        found.append(token)
    return found
