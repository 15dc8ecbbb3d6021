"""The people, bodies and countries of one page, where each is named, and who met last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.holding.holders import Holders
from dragoman.readers.holding.mentions import Mentions
from dragoman.readers.holding.titles import initials
from dragoman.readers.meeting.draft import Actor, Draft, Leaders
from dragoman.readers.meeting.parties import Party, parties
from dragoman.reading import Person
from dragoman.span import Span

LED = frozenset(("lead", "head", "chair", "command", "front", "represent"))
_SPEAKS = re.compile(r"spokes|press secretary|reporter|correspondent", re.I)


class Roster(Mentions):
    """Who and what a page names. It is told of each encounter in the order of the text."""

    def __init__(self, page: Page, people: Sequence[Person]) -> None:
        super().__init__(page, people)
        self.officials = page.desk.word_set("encounter.officials")
        self.groups = page.desk.word_set("encounter.groups")
        self.named = list(parties(page.text, Span(0, max(1, len(page.text))), page.desk))
        self.named = [p for p in self.named if page.sentence_at(p.span.start) is not None]
        self.sides = self._sides()
        self.holders = Holders(page, people, [p.country for p in people])
        self.leaders: list[Leaders] = []
        self.homes: dict[int, str] = {}
        self.together: list[tuple[int, tuple[Actor, ...]]] = []
        """Who met, with the number of the sentence, in the order of the text."""

    def _sides(self) -> list[str]:
        """The countries of the article, those with most to do in it first: of officials, then by number of mentions."""
        count: dict[str, float] = {}
        for person in self.people:
            if person.country and person.kind == "official" and not self.speaks(person):
                count[person.country] = count.get(person.country, 0) + 3
        lines = [d.place for d in self.page.datelines if d.place]
        for party in self.named:
            if party.code and not any(line.overlaps(party.span) for line in lines):
                sentence = self.page.sentence_at(party.span.start)
                early = sentence is not None and (sentence.number < 3 or sentence.kind == "title")
                count[party.code] = count.get(party.code, 0) + (2.0 if early else 1.0)
        for one, other in pairwise(p for p in self.named if p.code):
            if one.code != other.code and self.page.text[one.span.end : other.span.start].split() == ["and"]:
                for party in (one, other):  # named in one breath
                    count[str(party.code)] = count.get(str(party.code), 0) + 1.0
        return sorted(count, key=lambda c: -count[c])

    def speaks(self, person: Person) -> bool:
        """Whether someone speaks or writes for others and meets nobody in their name."""
        return any(_SPEAKS.search(o.title) for o in person.offices)

    def actor(self, n: int) -> Actor:
        return Actor(self.people[n].name, "person", self.people[n].country or self.homes.get(n))

    def settle(self, name: str, country: str) -> None:
        """Remembers for whom someone speaks whom the text gives no country but a delegation of one."""
        for n, person in enumerate(self.people):
            if person.name == name and person.country is None:
                self.homes.setdefault(n, country)

    def state(self, code: str) -> Actor:
        """A country under the name that the article gives it, in its fullest form there."""
        names = [p.name for p in self.named if p.code == code and p.kind == "country"]
        known = self.page.desk.countries.get(code)
        return Actor(max(names, key=len) if names else known.name if known else code, "state", code)

    def body(self, name: str) -> str:
        """A union or other body under the fullest name that the article gives it."""
        full = [p.name for p in self.named if p.kind == "body" and initials(p.name) == name]
        return max(full, key=len, default=name)

    def mentioned(self, span: Span) -> list[tuple[Span, int]]:
        """People whose mentions lie in a span, in order."""
        return [(where, n) for where, n in self.within(span) if where.end <= span.end]

    def next_person(self, sentence: Sentence, verb: Token) -> Token | None:
        """The last word of the first name behind a verb, before any other finite verb."""
        end = next(
            (t.start for t in sentence.tokens[verb.i + 1 :] if t.tag in ("VBD", "VBZ", "VBP", "MD")), sentence.span.end
        )
        for span, _ in self.mentioned(sentence.span):
            if verb.end <= span.start < end:
                return next((t for t in reversed(sentence.tokens) if span.start <= t.start < span.end), None)
        return None

    def last_person(self, sentence: Sentence, verb: Token) -> list[Actor]:
        """The last one named before a verb, without another finite verb between."""
        begin = max(
            (t.end for t in sentence.tokens[: verb.i] if t.tag in ("VBD", "VBZ", "VBP")), default=sentence.span.start
        )
        named = [n for span, n in self.mentioned(sentence.span) if begin <= span.start < verb.start]
        return [self.actor(named[-1])] if named else []

    def remember(self, draft: Draft) -> None:
        """Keeps who a telling has together, for "they" and "the two" behind it."""
        met = (draft.sentence, tuple(a for a in draft.actors if a.kind == "person"))
        if len(met[1]) > 1 and met not in self.together[-4:]:
            self.together.append(met)

    def visitor(self, sentence: Sentence) -> list[Actor]:
        """Whose programme the text tells of: the official whom it names first."""
        for _, n in self.mentioned(Span(0, max(1, sentence.span.start))):
            if self.people[n].kind == "official" and not self.speaks(self.people[n]):
                return [self.actor(n)]
        return []

    def phrase(self, sentence: Sentence, head: Token) -> list[Token]:
        """The words of a noun phrase: all below its head but clauses; "led by X" is kept."""
        kept: list[Token] = []
        todo = [head]
        while todo:
            token = todo.pop()
            kept.append(token)
            for child in sentence.children(token):
                if child.dep in ("relcl", "advcl", "ccomp", "parataxis", "csubj"):
                    continue
                if child.dep == "acl" and child.lemma not in LED:
                    continue
                if child.dep in ("punct", "mark"):
                    continue
                if child.dep == "conj" and (child.pos in ("VERB", "AUX") or self.contact(child, head)):
                    continue
                todo.append(child)
        return sorted(kept, key=lambda t: t.i)

    def contact(self, token: Token, head: Token) -> bool:
        """Whether a word joined to who is meant is another contact: "talks with X and a meeting with Y"."""
        nouns = self.page.desk.word_set("encounter.meeting.nouns")
        return token.lemma in nouns and head.lemma not in nouns

    def parties_in(self, words: list[Token]) -> list[Party]:
        if not words:
            return []
        span = Span(words[0].start, words[-1].end)
        kept = {t.start for t in words}
        return [p for p in self.named if span.covers(p.span) and any(p.span.start <= s < p.span.end for s in kept)]

    def people_in(self, sentence: Sentence, head: Token, words: list[Token]) -> list[Actor]:
        found: list[Actor] = []
        starts = {t.start for t in words}
        low, high = words[0].start, words[-1].end
        for span, n in self.mentioned(Span(low, max(high, sentence.span.end))):
            if span.start >= high:
                break
            tokens = sentence.within(span)
            if not tokens or not any(t.start in starts for t in tokens):
                continue
            if self._owner(sentence, tokens[-1], head):
                continue
            found.append(self.actor(n))
        return list(dict.fromkeys(found))

    def _owner(self, sentence: Sentence, token: Token, head: Token) -> bool:
        """Whether a name only owns what the phrase is about: "the premier's cabinet"."""
        after = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
        owned = after is not None and after.tag == "POS"
        return owned and (token.i > head.i or self.person_at(head) is None) and token.i != head.i
