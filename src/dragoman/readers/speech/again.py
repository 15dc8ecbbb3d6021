"""Who is taken up again by a noun that names nobody: "the official", "the organisation", "the latter", "His Majesty"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.placed import Placed
from dragoman.readers.speech.source import Source
from dragoman.readers.speech.speaker import Speaker
from dragoman.readers.speech.told import Told
from dragoman.reading import Person
from dragoman.span import Span

UNNAMED = frozenset(
    (
        *(
            "official",
            "diplomat",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "aide",
            "officer",
            "source",
            "lawmaker",
            "analyst",
        ),
        *(
            "adviser",
            "advisor",
            "expert",
            "envoy",
            "negotiator",
            "representative",
            "resident",
            "witness",
            "insider",
            "executive",
            "trader",
        ),
    )
)
"""Nouns for one person whom a text need not name."""
STYLES: dict[str, tuple[str, ...]] = {
    "majesty": ("king", "queen", "sultan", "emperor", "monarch"),
    "highness": ("prince", "princess", "emir", "sheikh", "sultan", "crown"),
    "holiness": ("pope", "patriarch", "catholicos"),
    "eminence": ("cardinal", "metropolitan"),
    "excellency": (),
    "beatitude": ("patriarch",),
}
"""Styles by which someone is spoken of, and whose they are; any for which none stands is anyone's."""
_BODIES = frozenset(
    (
        "organization",
        "organisation",
        "group",
        "body",
        "watchdog",
        "charity",
        "institution",
        "bloc",
        "alliance",
        "company",
        "union",
        "agency",
        "coalition",
        "movement",
        "militia",
        "firm",
    )
)
"""Nouns that take up a body named before."""


_NEAR = 4
"""Sentences back within which one is taken up again."""


def _runs(backwards: Sequence[Token]) -> list[list[Token]]:
    """Words that stand side by side, put together; the last run first, each in the order of the text."""
    runs: list[list[Token]] = []
    for token in backwards:
        if runs and runs[-1][0].i == token.i + 1:
            runs[-1].insert(0, token)
        else:
            runs.append([token])
    return runs


class Again:
    """The people and bodies of one page that have been named or have spoken."""

    def __init__(self, page: Page, people: Sequence[Person], placed: Placed, told: Told) -> None:
        self.page, self.people, self.placed, self.told = page, people, placed, told

    def styled(self, source: Source, sentence: Sentence) -> Speaker | None:
        """Whom "His Majesty" or "Her Excellency" takes up: who was named with that style, or holds such an office here; None where nobody or several do."""
        offices = STYLES[source.head.low]
        style = re.compile(rf"\b(?:his|her) (?:\w+ )?{source.head.low} (?:[\w.]+,? ){{0,3}}$")
        bearing = [
            n
            for n, person in enumerate(self.people)
            if any(
                m.start < sentence.span.start and style.search(self.page.low[max(0, m.start - 60) : m.start])
                for m in person.mentions
            )
        ]
        if len(bearing) == 1:
            name = self.people[bearing[0]].name
            return Speaker(name, "person", (name,), 0.9)
        held = [
            n
            for n, person in enumerate(self.people)
            if any(m.start < sentence.span.start for m in person.mentions)
            and any(set(offices) & set(o.title.lower().split()) for o in person.offices)
        ]
        if offices and len(held) == 1:
            name = self.people[held[0]].name
            return Speaker(name, "person", (name,), 0.85)
        return None

    def role(self, head: Token, country: str | None) -> Speaker | None:
        """ "the official" after "a senior ministry official" spoke, unless someone else's words name that country."""
        if head.low not in UNNAMED:
            return None
        for _, speaker in reversed(self.told.all()):
            if speaker.kind == "role" and speaker.name.lower().split()[-1:] == [head.low]:
                codes = {c for w in speaker.name.split() if (c := self.page.desk.country_of(w)) is not None}
                if country is None or country in codes:
                    return Speaker(speaker.name, "role", (), 0.75)
        return None

    def body(self, head: Token) -> Speaker | None:
        """ "the organisation" after a body that is no outlet and no country spoke under its name."""
        if head.low not in _BODIES:
            return None
        for _, speaker in reversed(self.told.all()):
            if speaker.kind != "body" or not speaker.name[0].isupper():
                continue
            if (
                speaker.name.lower() not in self.page.desk.outlet_names
                and self.page.desk.country_of(speaker.name) is None
            ):
                return Speaker(speaker.name, "body", (), 0.65)
        return None

    def one_of(self, source: Source, sentence: Sentence) -> Speaker | None:
        """ "one" or "another" of several who spoke in the last sentences: told as one of them."""
        if source.head.low not in ("one", "another") or len(source.span.of(self.page.text).split()) > 1:
            return None
        near = (s for n, s in reversed(self.told.spoke) if n >= sentence.number - _NEAR and s.kind == "many")
        found = next(near, None)
        return Speaker(found.name, found.kind, (), 0.6) if found is not None else None

    def land(self, source: Source, sentence: Sentence) -> Speaker | None:
        """The country that "the country" or "the kingdom" takes up: the one named before it in the sentence, else the last that spoke or that
        the sentence before is about; None where the words name one themselves."""
        words = self.page.low[source.span.start : source.span.end].split()
        if words[0] not in ("the", "this") or len(words) > 3 or any(self.page.desk.country_of(w) for w in words):
            return None
        before = [Span(sentence.span.start, source.span.start)] if source.span.start > sentence.span.start else []
        for span in before:
            named = [t for t in sentence.within(span) if t.ent == "GPE" and t.pos == "PROPN"]
            run = next((r for r in _runs(named[::-1]) if self.page.desk.country_of(self._words(r))), None)
            if run is not None:
                return Speaker(self._words(run), "body", (), 0.65)
        near = (s for n, s in reversed(self.told.all()) if n >= sentence.number - _NEAR)
        last = next((s for s in near if self.page.desk.country_of(s.name) is not None), None)
        return Speaker(last.name, "body", (), 0.6) if last is not None else None

    def _words(self, run: Sequence[Token]) -> str:
        return " ".join(t.text for t in run)

    def of_two(self, word: str, sentence: Sentence) -> int | None:
        """The first or the last of the two people whom the sentences just before name or let speak."""
        found: list[int] = []
        for number in range(max(0, sentence.number - 2), sentence.number):
            spoke = [
                p
                for n, s in self.told.spoke
                if n == number
                for p, person in enumerate(self.people)
                if person.name == s.name
            ]
            for n in (*spoke, *(n for _, n in self.placed.within(self.page.sentences[number].span))):
                if n not in found:
                    found.append(n)
        return (found[0] if word == "former" else found[-1]) if len(found) == 2 else None

    def _stop(self, at: int) -> int:
        """The end of a name that may follow: forty characters on, at most the end of the sentence."""
        ends = [at + 40, *(s.span.end for s in self.page.sentences if s.span.holds(at))]
        return max(at, min(*ends, len(self.page.text)))

    def unnamed(self, head: Token, sentence: Sentence) -> Speaker | None:
        """ "the diplomat" after "an unnamed diplomat" in the same or the last two sentences."""
        pattern = re.compile(rf"\b(?:a|an|one)\s+((?:[\w'-]+\s+){{0,4}}{re.escape(head.low)})\b(?!\s+[A-Z])")
        first = self.page.sentences[max(0, sentence.number - 2)].span.start
        found = None
        for match in pattern.finditer(self.page.low, first, head.start):
            found = match
        if found is None or self.placed.within(Span(found.start(), self._stop(found.end()))):
            return None
        return Speaker(" ".join(self.page.text[found.start(1) : found.end(1)].split()), "role", (), 0.7)
