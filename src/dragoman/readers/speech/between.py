"""Whose a quotation without a cue is: the last speaker's, unless somebody else has acted since."""

from __future__ import annotations

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.placed import Placed
from dragoman.readers.speech.speaker import Speaker
from dragoman.readers.speech.statement import Statement

_ONE, _MANY = frozenset(("he", "she")), frozenset(("they", "we"))
SURE = 0.65
"""How sure a quotation is of whoever is told to act right before it."""


class Between:
    """Who acts between the last statement and a quotation that no cue gives to anyone."""

    def __init__(self, page: Page, placed: Placed) -> None:
        self.page, self.placed = page, placed

    def speaker(self, sentence: Sentence, last: Statement) -> Speaker | None:
        """The speaker of a quotation in a sentence: who acts in its own words outside the marks, else who acts in the sentence right
        before, else the last speaker where nobody else is told to act; None in doubt."""
        own = self._own(sentence)
        acting = self._acting(sentence)
        if acting or own:
            named = acting[0] if len(acting) == 1 else None
            return self._person(named, last) if acting else self._taken_up(own[0], sentence, last)
        for number in range(sentence.number - 1, last.sentence.number, -1):
            earlier = self.page.sentences[number]
            acting = self._acting(earlier)
            if not acting and self._own(earlier) and any(q.span.overlaps(earlier.span) for q in self.page.quotes):
                return None  # a quotation of somebody in doubt
            if acting:
                return self._person(acting[0], last) if len(acting) == 1 and number == sentence.number - 1 else None
        return last.speaker

    def country(self, name: str) -> str | None:
        """The country of a person, by name."""
        n = self.placed.number(name)
        return self.placed.people[n].country if n is not None else None

    def _acting(self, sentence: Sentence) -> list[int]:
        return list(dict.fromkeys(self.placed.acting(sentence, len(sentence.tokens))))

    def _own(self, sentence: Sentence) -> list[Token]:
        """The subjects of a sentence's own words."""
        return [t for t in sentence.tokens if t.dep in ("nsubj", "nsubjpass") and self._outside(sentence, t)]

    def _outside(self, sentence: Sentence, token: Token) -> bool:
        """Whether a subject and its verb stand outside quotations."""
        verb = sentence.tokens[token.head]
        return not any(q.inner.holds(t.start) for t in (token, verb) for q in self.page.quotes if not q.depth)

    def _person(self, n: int | None, last: Statement) -> Speaker | None:
        if n is None or self.placed.people[n].name == last.speaker.name:
            return last.speaker if n is not None else None
        name = self.placed.people[n].name
        return Speaker(name, "person", (name,), SURE)

    def _taken_up(self, token: Token, sentence: Sentence, last: Statement) -> Speaker | None:
        """Whom a subject that is no name takes up: "he" one person, "they" several, "it" a body."""
        if token.low in _ONE:
            before = self._acting(self.page.sentences[sentence.number - 1]) if sentence.number else []
            if len(before) == 1 and sentence.number - 1 > last.sentence.number:
                return self._person(before[0], last)
            return last.speaker if last.speaker.kind in ("person", "role") else None
        if token.low in _MANY:
            return last.speaker if last.speaker.kind in ("both", "many") else None
        return last.speaker if token.low == "it" and last.speaker.kind == "body" else None
