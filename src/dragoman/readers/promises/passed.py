"""A day told once for a plan that the next sentence goes on with: "will visit Oslo on 4 May. She will hold talks"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dragoman.page.page import Page, Sentence
from dragoman.readers.found import Found
from dragoman.readers.promises.lexicon import Lexicon
from dragoman.reading import Commitment, Person

_TITLE = 60
"""Code points that a title before a name may take."""
_FORMS = frozenset(("promise-will", "promise-plan"))
_SAME = re.compile(
    r"\bon (?:the|that|this|the same) occasion\b"
    r"|\b(?:at|during) (?:the|that|this) (?:same )?(?:meeting|summit|session|event|gathering|conference|talks)\b"
    r"|\b(?:during|in the course of|as part of) (?:the|that|this|his|her|their|its) (?:\w+ ){0,2}(?:visit|trip|stay|tour)\b"
    r"|\bwhile (?:there|in)\b|\bthere\b(?! (?:is|are|was|were|will|would|has|have))|^(?:in [a-z]+,? )?(?:(?:he|she|they)|the (?:foreign |prime |vice |deputy )*(?:minister|president|secretary|premier|chancellor|king|queen)) "
)
"""Words that tie a plan to the one told just before. Lower case."""

_JOURNEY = re.compile(
    r"\b(?:during|in the course of|as part of) (?:(?:the|that|this|his|her|their|its) |[a-z. ]{2,30}'s )(?:[\w-]+ ){0,2}(?:visit|trip|stay|tour)\b"
)
"""Words that tie a plan to the journey that the text tells of, however far back. Lower case."""
_TRAVEL = re.compile(r"\b(?:visit|trip|tour|travel|fly|arrive|leave)s?\b")
_ANOTHER = re.compile(r"\b(?:again|every|annually|regularly|each year|next|later|then|after)\b")
"""Words of another time."""


class Passed:
    """The last dated plan of a page and how many sentences ago it was told."""

    def __init__(self, page: Page, found: Found) -> None:
        self._page, self._people = page, found.people
        self._who: Person | None = None
        self._last: Commitment | None = None
        self._journey: Commitment | None = None
        self._block = -1
        self._ago = 0

    def ties(self, sentence: Sentence) -> bool:
        """Whether a sentence goes on with that plan by its own words."""
        if self._last is None or self._ago > 1:
            return False
        near = not self._ago or self._block == sentence.block
        same = near and _SAME.search(sentence.span.of(self._page.low)) is not None
        return same or self._goes_on(sentence.span.start)

    def _goes_on(self, start: int) -> bool:
        """Whoever the plan is told of begins the clause as well: "Minister Reyes will visit Oslo on 4 May. Minister Reyes will also meet"."""
        return self._who is not None and self._first(start) is self._who

    def _first(self, start: int) -> Person | None:
        """The person named within the first words from `start` on, behind a title at most."""
        near = [(m.start, p) for p in self._people for m in p.mentions if start <= m.start < start + _TITLE]
        return min(near, key=lambda pair: pair[0])[1] if near else None

    def on(self, sentence: Sentence, made: Commitment, words: Lexicon) -> Commitment:
        """`made`, with the day of the plan that it belongs to where it has none of its own."""
        plan = self._last
        if plan is None or made.due or made.open or made.rule not in _FORMS:
            return made
        if self._journey is not None and _JOURNEY.search(made.evidence.of(self._page.low)):
            return replace(made, due=self._journey.due, due_said=self._journey.due_said)
        if self._ago > 1 or (self._ago and self._block != sentence.block and not self._goes_on(made.evidence.start)):
            return made
        clause = made.evidence.of(self._page.low)
        verbs = [t for t in sentence.tokens if made.evidence.covers(t.span) and t.tag.startswith("VB")]
        tied = _SAME.search(clause) or self._goes_on(made.evidence.start)
        if not tied or _ANOTHER.search(clause) or not any(t.lemma in words.meet for t in verbs):
            return made
        return replace(made, due=plan.due, due_said=plan.due_said)

    def keep(self, sentence: Sentence, made: Sequence[Commitment]) -> None:
        """Remembers the dated plan among the promises of a sentence; one without any moves the last further back."""
        plan = next((c for c in reversed(made) if c.kind == "scheduled" and c.due), None)
        if plan is not None:
            self._last, self._block, self._ago = plan, sentence.block, 0
            if self._journey is None and _TRAVEL.search(plan.evidence.of(self._page.low)):
                self._journey = plan
            self._who = self._first(plan.evidence.start)
        else:
            self._ago += 1
