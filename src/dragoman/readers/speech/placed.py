"""The people of one page by the words that name them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.holding.mentions import Mentions
from dragoman.readers.speech.source import Source
from dragoman.reading import Person
from dragoman.span import Span

_HONORIFICS = {
    **dict.fromkeys(("mr", "mr.", "sir", "lord"), "he"),
    **dict.fromkeys(("mrs", "mrs.", "ms", "ms.", "miss", "madam", "madame", "lady"), "she"),
}
"""What the word before a name tells of who bears it."""


_JOINS = re.compile(r",? (?:and|as well as|together with|along with) [^;:()]{0,80}$|,? (?:and) $")
"""What stands between two who speak together."""

_SPEECH = frozenset(
    (
        "announcement",
        "remark",
        "comment",
        "statement",
        "speech",
        "address",
        "warning",
        "appeal",
        "proposal",
        "interview",
    )
)
"""What acts for whom it is of: "Smith's remarks drew applause"."""
_PHRASE = 3
"""A quotation of no more words is a turn of phrase and no speech."""


class Placed(Mentions):
    """People by place, and by the words that stand for them. `gender`: "he" or "she", as far as the text has told."""

    def __init__(self, page: Page, people: Sequence[Person], titles: frozenset[str] = frozenset()) -> None:
        """`titles`: nouns for people in office, in lower case, as they stand before a name."""
        super().__init__(page, people)
        self._titles = titles
        self._offices = [(o.span, n) for n, person in enumerate(people) for o in person.offices]
        self.gender: dict[int, str] = {}
        for start, _, n in self.spans:
            lead = page.low[max(0, start - 8) : start].split()
            here = page.low[start : start + 6].split()
            for word in (*lead[-1:], *here[:1]):
                if word in _HONORIFICS:
                    self.gender.setdefault(n, _HONORIFICS[word])

    def quoted(self, token: Token) -> bool:
        """Whether a word stands in a quotation of some length, and not in a few words set off by marks."""
        return any(
            q.inner.holds(token.start) and len(q.inner.of(self.page.text).split()) > _PHRASE
            for q in self.page.quotes
            if not q.depth
        )

    def officer(self, token: Token) -> int | None:
        """The person whose office a word is part of."""
        return next((n for span, n in self._offices if span.holds(token.start)), None)

    def number(self, name: str) -> int | None:
        """The person of a name."""
        return next((n for n, person in enumerate(self.people) if person.name == name), None)

    def named(self, source: Source, sentence: Sentence) -> list[int]:
        """The people that a source names: its heads, or names in apposition to them; not owners ("Nishida's aide")."""
        found: list[int] = []
        for token in (*source.heads, *source.named):
            if token in source.named and any(
                t.low in ("with", "by", "from") for t in sentence.tokens[source.head.i : token.i]
            ):
                continue
            n = self.person_at(token)
            if n is None:
                for child in sentence.children(token):
                    if child.dep in ("appos", "compound", "nmod") and (m := self.person_at(child)) is not None:
                        n = m
                        break
            if n is None and token in source.heads and token.pos != "PRON":
                n = self.officer(token)
            if n is not None and n not in found:
                found.append(n)
        if len(found) > 1 and len(source.heads) == 1 and self._next_to_verb(source, sentence):
            return found[-1:]
        if not found and source.kind in ("people", "name", "thing"):
            for span, n in self.within(source.span):
                tokens = sentence.within(span)
                if tokens and not any(self._subordinate(sentence, t, source.head) for t in tokens[-1:]):
                    found.append(n)
                    break
        return found

    def _next_to_verb(self, source: Source, sentence: Sentence) -> bool:
        """Whether a name that the parse takes for an aside stands right before the verb: an aside would end in a comma ("Greeting Ms
        Ruiz, Mr Holm said")."""
        last = max((t.i for t in source.named), default=-1)
        follows = sentence.tokens[last + 1 : last + 2]
        return last > source.head.i and bool(follows) and follows[0].pos in ("VERB", "AUX")

    def ahead(self, source: Source, sentence: Sentence) -> int | None:
        """The person whom "and" joins to a source from before ("Minister Smith and his Peruvian counterpart, Lopez")."""
        if source.span.start <= sentence.span.start:
            return None
        before = self.within(Span(sentence.span.start, source.span.start))
        if not before or not _JOINS.match(self.page.low[before[-1][0].end : source.span.start]):
            return None
        last, n = before[-1]
        between = sentence.within(Span(last.end, source.span.start))
        lead = sentence.within(Span(sentence.span.start, last.start)) if last.start > sentence.span.start else []
        commas = [at for at, t in enumerate(lead) if t.text == ","]
        if commas and commas[-1] == len(lead) - 1:
            commas.pop()
        title = lead[commas[-1] + 1 :] if commas else lead
        if any(t.pos in ("VERB", "AUX", "ADP") and t.low not in ("of", "for") for t in (*between, *title)):
            return None
        return n

    def acting(self, sentence: Sentence, before: int, told: frozenset[int] = frozenset()) -> list[int]:
        """The people that are subjects in a sentence, by name, by office or with the name in apposition; not those who only act within
        quoted words. `told`: words that count as quoted, by place."""
        found: list[int] = []
        for token in sentence.tokens[:before]:
            if token.i in told:
                continue
            head = token
            while head.dep == "conj" and sentence.tokens[head.head].pos in ("PROPN", "NOUN") and head.head < head.i:
                head = sentence.tokens[head.head]
            if head.dep in ("nsubj", "nsubjpass") and token.pos in ("PROPN", "NOUN") and not self.quoted(token):
                n = self.person_at(token)
                if n is None and token.lemma.lower() in _SPEECH:
                    owners = (c for c in sentence.children(token) if c.dep == "poss")
                    n = next((m for c in owners if (m := self.person_at(c)) is not None), None)
                if n is None:
                    near = (c for c in sentence.children(token) if c.dep in ("appos", "compound"))
                    n = next((m for c in near if (m := self.person_at(c)) is not None), None)
                n = self.officer(token) if n is None else n
                if n is not None:
                    found.append(n)
        return found

    def partly(self, name: str) -> int | None:
        """The one person of whose name these words are a part, where no mention was marked there."""
        parts = [w for w in name.split() if w.lower() not in _HONORIFICS]
        while len(parts) > 1 and parts[0].lower() in self._titles:
            parts = parts[1:]
        words = set(parts)
        if not words or not all(w[:1].isupper() for w in words) or self.page.desk.country_of(name) is not None:
            return None
        if len(name.split()) == 1 and parts[0].lower() in self._titles:
            return None
        names = [p.name.split() for p in self.people]
        fits = [n for n, p in enumerate(self.people) if words <= {*names[n], *p.name.replace("-", " ").split()}]
        ends = [n for n in fits if parts[0] in (names[n][0], names[n][-1])]
        fits = ends if len(fits) > 1 else fits
        return fits[0] if len(fits) == 1 else None

    def _subordinate(self, sentence: Sentence, token: Token, head: Token) -> bool:
        at = token
        while at.i != head.i and at.head != at.i:
            if at.dep in ("poss", "pobj", "prep", "dobj", "nsubj"):
                return True
            at = sentence.tokens[at.head]
        return at.i != head.i
