"""Whom a pronoun takes up: the subject before it in its sentence, else the last who spoke or acted."""

from __future__ import annotations

import re
from collections.abc import Callable

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.lexicon import Lexicon
from dragoman.readers.speech.placed import Placed
from dragoman.readers.speech.source import Source, source
from dragoman.readers.speech.speaker import Speaker
from dragoman.readers.speech.subject import own
from dragoman.readers.speech.told import Told
from dragoman.reading import BOTH_SIDES
from dragoman.span import Span

_HE, _SHE = frozenset(("he", "him", "his")), frozenset(("she", "her"))
_WHERE = re.compile(r",? (?:in|at|of|for|from|on|with) ")
"""What follows an office says where or for whom: "a spokesman in Lima"."""
_NEAR = 3
"""Sentences back to one who spoke and may be meant instead of whom the reported words name."""
Resolve = Callable[[Source, Sentence, str], Speaker | None]


def _told(sentence: Sentence, at: Token) -> frozenset[int]:
    """The words before a pronoun that its verb reports, by place: whom they name is mostly not the one who says so ("Smith may resign, he
    said")."""
    verb = sentence.tokens[at.head]
    if verb.dep == "parataxis" and verb.head < at.i:
        return frozenset(range(at.i)) - {t.i for t in sentence.subtree(verb)}
    clauses = (c for c in sentence.children(verb) if c.dep == "ccomp" and c.i < at.i)
    return frozenset(t.i for c in clauses for t in sentence.subtree(c))


class Pronouns:
    """The pronouns of one page. `resolve`: the speaker that a source names."""

    def __init__(self, page: Page, lexicon: Lexicon, placed: Placed, told: Told, resolve: Resolve) -> None:
        self.page, self.lexicon, self.placed, self.told, self.resolve = page, lexicon, placed, told, resolve

    def read(self, said: Source, sentence: Sentence, act: str) -> Speaker | None:
        """The speaker that a source headed by a pronoun names, for an act of this kind."""
        if len(said.heads) > 1:
            first = self.one(said.head.low, sentence, said.head)
            others = [self.placed.people[n].name for h in said.heads[1:] if (n := self.placed.person_at(h)) is not None]
            return Speaker(first.name, first.kind, (first.name, *others), 0.8) if first else None
        low = said.head.low
        if low == "they" and act == "agree":
            last = self.told.last("both", "many", "person")
            if last is None or last.kind != "many":
                return Speaker(BOTH_SIDES, "both", (), 0.8)
        return self.one(low, sentence, said.head)

    def one(self, low: str, sentence: Sentence, at: Token) -> Speaker | None:
        """Whom a pronoun takes up: the subject before it in its sentence, else the last who spoke or acted; None for first and second person."""
        if low in _HE or low in _SHE:
            return self._single("he" if low in _HE else "she", sentence, at)
        if low in ("it", "its"):
            last = self._body(sentence.number - 1) or self.told.last("body")
            return Speaker(last.name, "body", (), 0.7) if last else None
        if low in ("they", "their", "them"):
            return self._several(sentence)
        return None

    def _body(self, number: int) -> Speaker | None:
        """The body that is the subject of a sentence in which nobody speaks."""
        if number < 0 or any(n == number for n, _ in self.told.all()):
            return None
        earlier = self.page.sentences[number]
        root = earlier.root
        head = own(earlier, root) if root is not None else None
        if head is None or earlier.kind in ("title", "heading") or head.pos != "PROPN" or head.ent != "ORG":
            return None
        phrase = source(earlier, head, self.lexicon)
        found = self.resolve(phrase, earlier, "state") if phrase is not None and phrase.kind == "name" else None
        return found if found is not None and found.kind == "body" else None

    def _several(self, sentence: Sentence) -> Speaker | None:
        """Whom "they" takes up."""
        for _, speaker in reversed(self.told.spoke[-4:]):
            if speaker.kind in ("both", "many") or len(speaker.names) > 1:
                return Speaker(speaker.name, speaker.kind, speaker.names, 0.75)
        for number in range(sentence.number - 1, max(-1, sentence.number - 4), -1):
            earlier = self.page.sentences[number]
            for token in earlier.tokens:
                if token.dep in ("nsubj", "nsubjpass") and earlier.tokens[token.head].dep == "ROOT":
                    phrase = source(earlier, token, self.lexicon)
                    if phrase is not None and phrase.kind != "pronoun":
                        found = self.resolve(phrase, earlier, "agree")
                        if found is not None and (found.kind == "both" or len(found.names) > 1):
                            return found
        last = self.told.last("body")
        return Speaker(last.name, last.kind, (), 0.5) if last else Speaker(BOTH_SIDES, "both", (), 0.5)

    def _single(self, gender: str, sentence: Sentence, at: Token) -> Speaker | None:
        """Whom "he" or "she" takes up."""

        def fits(n: int) -> bool:
            return self.placed.gender.get(n, gender) == gender and self.placed.people[n].kind != "journalist"

        def chosen(n: int, sure: float) -> Speaker:
            self.placed.gender.setdefault(n, gender)
            return Speaker(self.placed.people[n].name, "person", (self.placed.people[n].name,), sure)

        here = [n for n in self.placed.acting(sentence, at.i) if fits(n)]
        if here and (inside := _told(sentence, at)) and here[0] not in self.placed.acting(sentence, at.i, inside):
            lately = [s for at, s in self.told.spoke if at >= sentence.number - _NEAR and s.kind == "person"]
            others = [n for s in reversed(lately) if (n := self.placed.number(s.name)) is not None and fits(n)]
            here = [*others, *here]
        if not here and sentence.tokens[0].low in ("for", "to", "asked", "speaking"):
            here = [n for n in self._unquoted(Span(sentence.span.start, at.start)) if fits(n)] if at.i else []
        if here:
            return chosen(here[0], 0.85)
        number = sentence.number
        for before in range(number - 1, max(-1, number - 5), -1):
            earlier = self.page.sentences[before]
            if earlier.kind in ("title", "heading"):
                continue
            spoke = [s for n, s in self.told.spoke if n == before and s.kind == "person"]
            for speaker in reversed(spoke):
                n = self.placed.number(speaker.name)
                if n is not None and fits(n):
                    return chosen(n, 0.85)
            unnamed = next((s for n, s in reversed(self.told.spoke) if n == before and self._unnamed(s)), None)
            if unnamed is not None and not spoke:
                return Speaker(unnamed.name, "role", (), 0.65)
            acted = [n for n in self.placed.acting(earlier, len(earlier.tokens)) if fits(n)]
            acted = acted or [n for n in self._beside(earlier) if fits(n)]
            if acted:
                return chosen(acted[0], 0.75)
            if spoke:
                break
        spoken = self.told.last("person")
        if spoken is not None:
            return Speaker(spoken.name, "person", (spoken.name,), 0.6)
        told = [n for n in self._unquoted(Span(0, max(1, sentence.span.start))) if fits(n)]
        return chosen(told[-1], 0.5) if told else self._bare(number)

    def _unquoted(self, span: Span) -> list[int]:
        """The people mentioned in a span outside quotations, in order."""
        return [n for at, n in self.placed.within(span) if self.page.quoted(at) < 0.5]

    def _unnamed(self, speaker: Speaker) -> bool:
        """Whether a speaker is one person told of by office alone: "a diplomat", "the prime minister" of whom no name is known."""
        if speaker.kind == "role":
            return True
        last = _WHERE.split(speaker.name, maxsplit=1)[0].split()[-1]
        return speaker.kind == "body" and last.islower() and last in self.lexicon.people

    def _beside(self, sentence: Sentence) -> list[int]:
        """Who is named just before the main verb of a sentence whose parse gives it no subject."""
        root = sentence.root
        if root is None or root.pos != "VERB" or own(sentence, root) is not None or root.start <= sentence.span.start:
            return []
        named = self.placed.within(Span(sentence.span.start, root.start))
        return [n for span, n in named[-1:] if not self.page.text[span.end : root.start].strip(" ,")]

    def _bare(self, number: int) -> Speaker | None:
        """Who spoke by a bare name in the sentence before, where the text names nobody more fully."""
        for before, speaker in reversed(self.told.spoke):
            words = speaker.name.split()
            if before != number - 1 or speaker.kind != "body" or len(words) > 2:
                continue
            named = all(w[:1].isupper() and w.lower() not in self.lexicon.people and not w.isupper() for w in words)
            if named and self.page.desk.country_of(speaker.name) is None:
                return Speaker(speaker.name, "body", (), 0.6)
        return None
