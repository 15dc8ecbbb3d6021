"""Who is who on a page: from the words that name a speaker to the speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.again import STYLES, UNNAMED, Again
from dragoman.readers.speech.called import ARTICLE, Called
from dragoman.readers.speech.lexicon import Lexicon
from dragoman.readers.speech.placed import Placed
from dragoman.readers.speech.pronouns import Pronouns
from dragoman.readers.speech.roles import NEXT, RANKS, Roles
from dragoman.readers.speech.sides import Sides
from dragoman.readers.speech.source import Source
from dragoman.readers.speech.source import source as make_source
from dragoman.readers.speech.speaker import Speaker
from dragoman.readers.speech.told import Told
from dragoman.reading import BOTH_SIDES, Person
from dragoman.span import Span
from dragoman.when import When

_OUTLETS = frozenset(
    (
        "paper",
        "newspaper",
        "daily",
        "weekly",
        "agency",
        "broadcaster",
        "channel",
        "station",
        "magazine",
        "outlet",
        "site",
        "website",
    )
)
_OFFICIAL = frozenset(("statement", "communique", "communiqué", "declaration", "readout"))
"""Papers that outlets pass on and do not write."""
_ISSUERS = frozenset(("ministry", "government", "department", "office", "presidency", "embassy", "council"))
"""Nouns for bodies that write such papers also where they publish them themselves."""
_MANY = frozenset(
    ("side", "country", "government", "party", "state", "ministry", "delegation", "two", "agency", "group", "team")
)
_LANDS = frozenset(("country", "kingdom", "nation", "republic", "emirate", "sultanate"))
"""Nouns that take up a country named before."""
_SENIOR = frozenset(("top", "senior", "chief", "highest"))
_NUMBERS = frozenset(("one", "two", "three", "four", "five", "six"))


class Cast:
    """The people and bodies of one page. `told` is told of each speaker in the order of the text."""

    def __init__(self, page: Page, people: Sequence[Person], lexicon: Lexicon, day: When | None = None) -> None:
        self.page, self.people, self.lexicon = page, people, lexicon
        self.told = Told()
        self.placed = Placed(page, people, lexicon.people)
        self.roles = Roles(self.placed, day)
        self.called = Called(page)
        self.sides = Sides(page, lexicon, self.placed, self.roles)
        self.again = Again(page, people, self.placed, self.told)
        self._pronouns = Pronouns(page, lexicon, self.placed, self.told, self.resolve)

    def _person(self, n: int, sure: float = 1.0) -> Speaker:
        name = self.people[n].name
        return Speaker(name, "person", (name,), sure)

    def resolve(self, source: Source, sentence: Sentence, act: str) -> Speaker | None:
        """The speaker that a source names; None where its words name nobody who can be told."""
        if source.kind == "pronoun":
            return self._pronouns.read(source, sentence, act)
        if source.head.low in STYLES and self.placed.named(source, sentence) == []:
            held = self.again.styled(source, sentence)
            owner = self.page.low[source.span.start : source.span.end].split()[0]
            return held or self._pronouns.one("she" if owner == "her" else "he", sentence, source.head)
        if (again := self._again(source) or self.again.one_of(source, sentence)) is not None:
            return again
        if source.head.low in _LANDS and (land := self.again.land(source, sentence)) is not None:
            return land
        if self.sides.both(source, sentence):
            return Speaker(BOTH_SIDES, "both", (), 0.95)
        if (
            source.head.low in ("former", "latter")
            and (one := self.again.of_two(source.head.low, sentence)) is not None
        ):
            return self._person(one, 0.7)
        people = self.placed.named(source, sentence)
        if people:
            people = self._joined(source, sentence, people)
            first = self.placed.ahead(source, sentence) if len(people) == 1 == len(source.heads) else None
            joint = first is not None and first not in people
            people = [first, *people] if joint and first is not None else people
            names = tuple(self.people[n].name for n in people)
            if len(people) == 2 and (
                (len(source.heads) == 2 and self.roles.apart(people))
                or (joint and self.roles.apart(people, self._land(source, sentence)))
            ):
                return Speaker(BOTH_SIDES, "both", names, 0.8)
            return Speaker(names[0], "person", names)
        if source.owner is not None and source.kind in ("paper", "thing"):
            return self._owner(source, sentence)
        if source.kind in ("people", "paper") or self._titled(source):
            pair = self._joined(source, sentence, []) if len(source.heads) == 2 else []
            if len(pair) == 2:
                names = tuple(self.people[n].name for n in pair)
                if self.roles.apart(pair):
                    return Speaker(BOTH_SIDES, "both", names, 0.7)
                return Speaker(names[0], "person", names, 0.7)
            role = self._role(source, sentence)
            if role is not None:
                return role
        name = self.called.name(source)
        if not name or (name[0].isdigit() and not any(w.isalpha() and len(w) > 2 for w in name.split())):
            return None
        if len(source.heads) == 2 and source.heads[1].i > source.heads[0].i + 1:
            parts = [make_source(sentence, head, self.lexicon, False) for head in source.heads]
            names = tuple(self.called.in_full(self.called.name(part)) for part in parts if part is not None)
            if len(names) == 2 and all(names):
                return Speaker(names[0], "body" if source.kind == "name" else "many", names, 0.7)
        if source.kind == "name" and (n := self.placed.partly(name)) is not None:
            return self._person(n, 0.85)
        name = self.called.in_full(name)
        low = self.page.low[source.span.start : source.span.end]
        if source.kind == "people" and source.head.low in UNNAMED and low.startswith(("a ", "an ", "one ", "another ")):
            return Speaker(name, "role", (), 0.8)
        body = source.kind == "name" or source.head.tag in ("NN", "NNP")
        return Speaker(name, "body" if body else "many", (), 0.9 if source.kind == "name" else 0.7)

    def _land(self, source: Source, sentence: Sentence) -> str | None:
        """The country that the words before the name give."""
        lead = (t for t in sentence.within(source.span) if t.i < source.head.i)
        return next((code for t in lead if (code := self.page.desk.country_of(t.text))), None)

    def _again(self, source: Source) -> Speaker | None:
        """Those who spoke before under a fuller name: "the ministers" after "Baltic ministers", "sources" after "sources in the party"."""
        words = ARTICLE.sub("", self.called.name(source)).lower()
        if source.head.tag not in ("NNS", "NNPS") or len(words.split()) > 2:
            return None
        for _, speaker in reversed(self.told.spoke):
            name = speaker.name.lower()
            if speaker.kind == "many" and (name.endswith(" " + words) or name.startswith(words + " ")):
                return speaker
        return None

    def _joined(self, source: Source, sentence: Sentence, named: list[int]) -> list[int]:
        """Those named and those whom the other heads of a joint source take up: "Deputy Minister Smith and the ambassador"."""
        if len(source.heads) != 2 or len(named) > 1:
            return named
        found: list[int] = []
        for head in source.heads:
            n = self.placed.person_at(head)
            if n is None and head.pos in ("NOUN", "PROPN"):
                words = [t for t in sentence.subtree(head) if t.i <= head.i and t.i > head.i - 6 and t.low != "and"]
                code = next((c for t in words if (c := self.page.desk.country_of(t.text))), None)
                low = " ".join(t.low for t in words)
                low = low if low.startswith(("the ", "his ", "her ")) else f"the {low}"
                held = self.roles.holder(head.low, code, low, sentence, [s.name for _, s in self.told.spoke[-3:]])
                n = held[0] if held else None
            if n is not None and n not in found:
                found.append(n)
        return found if len(found) == 2 else named

    def _titled(self, source: Source) -> bool:
        """Whether a capitalised head is a noun for a person or institution: "the Vice Minister", "the Commission"."""
        low = source.head.low
        return low in self.lexicon.people or low in self.lexicon.papers or low in ("designate", "elect")

    def _owner(self, source: Source, sentence: Sentence) -> Speaker | None:
        owner = source.owner
        if owner is None:
            return None
        n = self.placed.person_at(owner)
        if n is not None:
            return self._person(n, 0.85)
        if owner.low in ("his", "her", "their", "its", "my", "our", "he", "she", "they", "it"):
            if owner.low == "they" and len(self.people) >= 2 and self.told.last("many") is None:
                return Speaker(BOTH_SIDES, "both", (), 0.7)
            return self._pronouns.one(owner.low, sentence, owner)
        phrase = make_source(sentence, owner, self.lexicon)
        if phrase is not None and phrase.kind != "paper":
            return self.resolve(phrase, sentence, "state")
        reach = [t for t in sentence.subtree(owner) if t.dep not in ("case",) and t.text != ","]
        whole = Span(reach[0].start, reach[-1].end)
        words = ARTICLE.sub("", " ".join(whole.of(self.page.text).split())).strip(" ,\"'")
        return Speaker(words, "body", (), 0.7) if words and len(words) <= 120 else None

    def _role(self, source: Source, sentence: Sentence) -> Speaker | None:
        """The person or body that "the minister", "the ministry" or "the Ethiopian minister" takes up."""
        head = source.head
        low = self.page.low[source.span.start : source.span.end]
        first = low.split()[0]
        if source.kind == "paper" and first in ("a", "an"):
            issuer, _, last = self.called.name(source).rpartition(" ")
            if (
                last.lower() == head.low
                and issuer.lower().split()[-1:]
                and issuer.lower().split()[-1] in self.lexicon.people
            ):
                return Speaker(issuer, "body", (), 0.7)
            return self._issuer(low, sentence) or Speaker(self.called.name(source), "role", (), 0.6)
        many = head.tag in ("NNS", "NNPS") or head.low in ("two", "both", "some")
        if many or first in ("one", "another", "some", "many", "several"):
            return None
        country = next(
            (
                code
                for t in sentence.within(source.span)
                if t.i != head.i and (code := self.page.desk.country_of(t.text))
            ),
            None,
        )
        if source.kind == "people" and (first in ("a", "an") or source.owner is not None or _SENIOR & set(low.split())):
            known = self.roles.introduced(head.low, country, low, sentence)
            if known is not None:
                return self._person(known, 0.7)
        if first in ("a", "an"):
            return None
        plain = first == "the" and source.kind == "people" and country is None and head.low not in _MANY
        unnamed = self.again.unnamed(head, sentence) if plain else None
        if unnamed is not None:
            return unnamed
        before = self.again.role(head, country) if first == "the" and source.kind == "people" else None
        if before is not None:
            return before
        role = re.sub(r"^(?:designate|elect)$", self._before(sentence, head), head.low)
        spoke = [s.name for _, s in self.told.spoke[-3:]]
        held = self.roles.holder(role, country, low, sentence, spoke)
        if plain and (held is None or held[1] == NEXT) and sentence.root is not None and head.i > sentence.root.i:
            held = self.roles.holder(role, country, low, sentence, spoke, head.start) or held
        if held is not None:
            return self._person(*held)
        same = self._subject_before(sentence) if plain and head.low not in UNNAMED else None
        if same is not None:
            return self._person(same, 0.65)
        if first == "the" and head.low in _OUTLETS and self.told.outlets:
            return Speaker(self.told.outlets[-1], "body", (), 0.7)
        if first in ("the", "its", "their") and len(low.split()) <= 3 and not RANKS & set(low.split()):
            found = self.called.body(head, source.span.start, country, self.told) if head.low not in _NUMBERS else None
            if found is not None and set(low.split()[1:]) <= set(found.name.lower().split()):
                return found
        if first == "the" and (spoken := self.again.body(head)) is not None:
            return spoken
        if source.kind == "paper" and first == "the":
            recent = [
                s
                for n, s in self.told.spoke[-2:]
                if n >= sentence.number - 2
                and s.kind in ("body", "person", "both", "role")
                and (
                    head.low not in _OFFICIAL
                    or s.name.lower() not in self.page.desk.outlet_names
                    or _ISSUERS & set(s.name.lower().split())
                )
            ]
            if recent and ("joint" not in low or recent[-1].kind == "both"):
                return Speaker(recent[-1].name, recent[-1].kind, recent[-1].names, 0.65)
        if source.kind == "paper":
            return Speaker(self.called.name(source), "role", (), 0.6)
        return None

    def _issuer(self, low: str, sentence: Sentence) -> Speaker | None:
        """The body that spoke right before in the paragraph, whose paper "a statement" then is."""
        number, last = self.told.spoke[-1] if self.told.spoke else (-1, None)
        if last is None or last.kind != "body" or len(low.split()) > 2 or number < sentence.number - 1:
            return None
        near = self.page.sentences[number].block == sentence.block
        outlet = self.page.desk.outlet_names.get(last.name.lower())
        press = outlet is not None and outlet.kind != "government"
        return Speaker(last.name, "body", (), 0.65) if near and not press else None

    def _subject_before(self, sentence: Sentence) -> int | None:
        """The person of whom the text tells no office, and who is the subject of the last sentence outside quotations: the office then takes
        them up ("Holm called for calm. … the prime minister said")."""
        for number in range(sentence.number - 1, max(-1, sentence.number - 4), -1):
            earlier = self.page.sentences[number]
            if self.page.quoted(earlier.span) > 0.5:
                continue
            acting = self.placed.acting(earlier, len(earlier.tokens))
            fits = len(set(acting)) == 1 and self.people[acting[0]].kind in ("official", "other")
            return acting[0] if fits and not self.roles.offices[acting[0]] else None
        return None

    def _before(self, sentence: Sentence, head: Token) -> str:
        """The office in "the ambassador-designate", "the president-elect"."""
        return sentence.tokens[head.i - 2].low if head.i >= 2 and sentence.tokens[head.i - 1].text == "-" else head.low
