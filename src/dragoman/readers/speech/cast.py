"""Who is who on a page: from the words that name a speaker to the speaker."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.cue import Cue
from dragoman.readers.speech.lexicon import Lexicon
from dragoman.readers.speech.roles import Roles
from dragoman.readers.speech.source import Source
from dragoman.readers.speech.source import source as make_source
from dragoman.readers.speech.speaker import Speaker
from dragoman.reading import BOTH_SIDES, Person
from dragoman.span import Span

_ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their|our|this|that|one)\s+", re.I)
_OUTLET_OF = re.compile(
    r"^(?:[\w'-]+ ){0,6}?(?:newspaper|agency|daily|weekly|broadcaster|magazine|media|channel|station|website|outlet|tabloid) (?=[\"A-Z])"
)
"""What kind of outlet it is, before its name ("the state news agency Norwire")."""
_IN_PAPER = re.compile(
    r" in (?:a|an|its|the) (?:\w+ ){0,3}(?:statement|communiqu[ée]|release|report|note|letter|message|post|tweet|readout)$",
    re.I,
)
_TWO = re.compile(r"\b(?:both|two)\b")
_HOSTS = re.compile(r"^(?:the )?(?:host and (?:the |his |her )?guest|guest and (?:the )?host)$")
_PAIR = re.compile(r"^(?:both|the two|the pair of) (?:[\w'-]+ ){0,2}[\w'-]+$")
_BOTH_OF = re.compile(
    r"\b(?:of|from) (?:both|the two|the two neighbou?ring|our two) (?:countries|sides|governments|nations|parties|states)\b"
)
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
_MANY = frozenset(
    ("side", "country", "government", "party", "state", "ministry", "delegation", "two", "agency", "group", "team")
)
_WRITERS = frozenset(
    (
        *("analyst", "expert", "scholar", "paper", "newspaper", "agency", "historian", "researcher", "reporter"),
        *("journalist", "economist", "outlet", "resident", "source", "witness", "critic", "third", "day", "year"),
        *("month", "week", "hour", "time", "company", "professor", "document"),
    )
)
"""Nouns of which two are not the two sides."""
_NUMBERS = frozenset(("one", "two", "three", "four", "five", "six"))
_HE, _SHE = frozenset(("he", "him", "his")), frozenset(("she", "her"))
_HONORIFICS = {
    "mr": "he",
    "mr.": "he",
    "sir": "he",
    "mrs": "she",
    "mrs.": "she",
    "ms": "she",
    "ms.": "she",
    "madam": "she",
    "lady": "she",
}


class Cast:
    """The people and bodies of one page, and who spoke last. It is told of each speaker in the order of the text."""

    def __init__(self, page: Page, people: Sequence[Person], lexicon: Lexicon) -> None:
        self.page, self.people, self.lexicon = page, people, lexicon
        placed = sorted((span.start, span.end, n) for n, person in enumerate(people) for span in person.mentions)
        self._placed = placed
        self._starts = [start for start, _, _ in placed]
        self._gender: dict[int, str] = {}
        for start, _, n in placed:
            lead = page.low[max(0, start - 8) : start].split()
            here = page.low[start : start + 6].split()
            for word in (*lead[-1:], *here[:1]):
                if word in _HONORIFICS:
                    self._gender.setdefault(n, _HONORIFICS[word])
        self.roles = Roles(page, people)
        self.spoke: list[tuple[int, Speaker]] = []
        self.outlets: list[str] = []
        self.bodies: list[tuple[int, Speaker]] = []
        self._full: dict[str, str] = {}
        self._offices = [(o.span, n) for n, person in enumerate(people) for o in person.offices]

    # -- people ---------------------------------------------------------------------------------------------------------------

    def person_at(self, token: Token) -> int | None:
        """The person whose mention holds a word."""
        at = bisect_right(self._starts, token.start) - 1
        while at >= 0 and at >= 0 and self._starts[at] > token.start - 80:
            start, end, n = self._placed[at]
            if start <= token.start < end:
                return n
            at -= 1
        return None

    def officer_at(self, token: Token) -> int | None:
        """The person whose office a word is part of."""
        return next((n for span, n in self._offices if span.holds(token.start)), None)

    def mentioned(self, span: Span) -> list[tuple[Span, int]]:
        """The people mentioned in a span, in order."""
        at = bisect_right(self._starts, span.start - 1)
        found = []
        while at < len(self._placed) and self._starts[at] < span.end:
            start, end, n = self._placed[at]
            found.append((Span(start, end), n))
            at += 1
        return found

    def _person(self, n: int, sure: float = 1.0) -> Speaker:
        name = self.people[n].name
        return Speaker(name, "person", (name,), sure)

    def _named(self, source: Source, sentence: Sentence) -> list[int]:
        """The people that a source names: its heads, or names in apposition to them; not owners ("Nishida's aide")."""
        found: list[int] = []
        for token in (*source.heads, *source.named):
            n = self.person_at(token)
            if n is None:
                for child in sentence.children(token):
                    if child.dep in ("appos", "compound", "nmod") and (m := self.person_at(child)) is not None:
                        n = m
                        break
            if n is None and token in source.heads and token.pos != "PRON":
                n = self.officer_at(token)
            if n is not None and n not in found:
                found.append(n)
        if not found and source.kind in ("people", "name", "thing"):
            for span, n in self.mentioned(source.span):
                tokens = sentence.within(span)
                if tokens and not any(self._subordinate(sentence, t, source.head) for t in tokens[-1:]):
                    found.append(n)
                    break
        return found

    def _subordinate(self, sentence: Sentence, token: Token, head: Token) -> bool:
        at = token
        while at.i != head.i and at.head != at.i:
            if at.dep in ("poss", "pobj", "prep", "dobj", "nsubj"):
                return True
            at = sentence.tokens[at.head]
        return at.i != head.i

    # -- sides ----------------------------------------------------------------------------------------------------------------

    def both(self, source: Source, sentence: Sentence) -> bool:
        """Whether the words name the two sides together."""
        low = self.page.low[source.span.start : source.span.end]
        head = source.head
        if _BOTH_OF.search(low) or _HOSTS.match(low):
            return True
        lead = _ARTICLE.sub("", low).split()[:4]
        if len(lead) == 4 and lead[1] == "and" and lead[3].endswith("s"):
            first, second = self.page.desk.country_of(lead[0]), self.page.desk.country_of(lead[2])
            if first is not None and second is not None and first != second:
                return True
        lemma = head.lemma.lower()
        if head.tag in ("NNS", "NNPS") and lemma not in _WRITERS and _PAIR.match(low):
            return True
        if (
            _TWO.search(low)
            and (lemma in self.lexicon.sides or head.low in ("both", "two"))
            and head.low not in ("he",)
        ):
            between = low.split()
            return len(between) <= 7
        if self._officers(low, head):
            return True
        if (
            head.low in self.lexicon.pairs
            and re.match(r"^(?:the )?(?:two |both )?[a-z]+$", low)
            and head.text[0] != "T"
        ):
            return (
                low.split()[0] in ("the", "both", "two") and head.low in ("sides", "pair", "duo", "parties", "two")
            ) or (
                low.startswith("the ")
                and head.low in ("ministers", "leaders", "presidents", "diplomats", "premiers", "delegations")
                and len(self.people) >= 2
            )
        if self._countries(source, sentence):
            return True
        if len(source.heads) == 2:
            codes = [self.page.desk.country_of(h.text) for h in source.heads]
            blocs = [h.ent in ("GPE", "ORG", "NORP") and self.person_at(h) is None for h in source.heads]
            return (all(codes) and len(set(codes)) == 2) or (any(codes) and all(blocs))
        return False

    def _officers(self, low: str, head: Token) -> bool:
        """Whether "the officials", "the foreign ministers", "the participants" are those of two countries who meet here."""
        if not low.startswith("the ") or len(low.split()) > 3 or head.tag not in ("NNS", "NNPS"):
            return False
        lemma = head.lemma.lower()
        if lemma not in self.lexicon.sides and head.low not in self.lexicon.pairs:
            return False
        earlier = {
            self.roles.countries[n] for start, _, n in self._placed if start < head.start and self.people[n].kind == "official"
        }
        return len(earlier - {None}) >= 2

    def _countries(self, source: Source, sentence: Sentence) -> bool:
        """Whether a plural noun is said to come from two countries or more: "officials of Laos and Thailand"."""
        if source.kind != "people" or (source.head.tag not in ("NNS", "NNPS") and len(source.heads) < 2):
            return False
        words = [t for t in sentence.subtree(source.head) if t.i - source.head.i < 14]
        codes = {code for t in words if (code := self.page.desk.country_of(t.text)) is not None}
        bodies = (self.page.desk.body_names.get(t.low) for t in words)
        codes |= {body.country or body.id for body in bodies if body is not None}
        return len(codes) >= 2 and any(t.low in ("and", ",") for t in words) and self._named(source, sentence) == []

    def with_other(self, speaker: Speaker, cue: Cue, sentence: Sentence) -> Speaker | None:
        """Both sides, where one "agreed with" a person of another country."""
        one = next((p for p in self.people if p.name == speaker.name), None)
        for token in sentence.tokens[cue.token.i + 1 : cue.token.i + 10]:
            if token.low != "with" or one is None:
                continue
            for span, n in self.mentioned(Span(token.end, min(token.end + 80, sentence.span.end))):
                other = self.people[n]
                if (
                    span.start - token.end <= 60
                    and None not in (one.country, other.country)
                    and one.country != other.country
                ):
                    return Speaker(BOTH_SIDES, "both", (one.name, other.name), 0.8)
        return None

    # -- resolving ------------------------------------------------------------------------------------------------------------

    def resolve(self, source: Source, sentence: Sentence, act: str) -> Speaker | None:
        """The speaker that a source names; None where its words name nobody who can be told."""
        if source.kind == "pronoun":
            return self._pronoun(source, sentence, act)
        if self.both(source, sentence):
            return Speaker(BOTH_SIDES, "both", (), 0.95)
        if source.head.low in ("former", "latter") and (one := self._of_two(source.head.low, sentence)) is not None:
            return self._person(one, 0.7)
        people = self._named(source, sentence)
        if people:
            people = self._joined(source, sentence, people)
            names = tuple(self.people[n].name for n in people)
            if len(people) == 2 and len(source.heads) == 2 and self.roles.apart(people):
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
        name = self.name(source)
        if not name:
            return None
        if len(source.heads) == 2 and source.heads[1].i > source.heads[0].i + 1:
            parts = [make_source(sentence, head, self.lexicon, False) for head in source.heads]
            names = tuple(self._in_full(self.name(part)) for part in parts if part is not None)
            if len(names) == 2 and all(names):
                return Speaker(names[0], "body" if source.kind == "name" else "many", names, 0.7)
        if source.kind == "name" and (n := self._partly(name)) is not None:
            return self._person(n, 0.85)
        name = self._in_full(name)
        body = source.kind == "name" or source.head.tag in ("NN", "NNP")
        return Speaker(name, "body" if body else "many", (), 0.9 if source.kind == "name" else 0.7)

    def _joined(self, source: Source, sentence: Sentence, named: list[int]) -> list[int]:
        """Those named and those whom the other heads of a joint source take up: "Deputy Minister Smith and the ambassador"."""
        if len(source.heads) != 2 or len(named) > 1:
            return named
        found: list[int] = []
        for head in source.heads:
            n = self.person_at(head)
            if n is None and head.pos in ("NOUN", "PROPN"):
                words = [t for t in sentence.subtree(head) if t.i <= head.i and t.i > head.i - 6 and t.low != "and"]
                code = next((c for t in words if (c := self.page.desk.country_of(t.text))), None)
                low = " ".join(t.low for t in words)
                low = low if low.startswith(("the ", "his ", "her ")) else f"the {low}"
                held = self.roles.holder(head.low, code, low, sentence, [s.name for _, s in self.spoke[-3:]])
                n = held[0] if held else None
            if n is not None and n not in found:
                found.append(n)
        return found if len(found) == 2 else named

    def _partly(self, name: str) -> int | None:
        """The one person of whose name these words are a part, where no mention was marked there."""
        words = [w for w in name.split() if w.lower().rstrip(".") not in _HONORIFICS and w.lower() not in _HONORIFICS]
        if not words or not all(w[:1].isupper() for w in words):
            return None
        fits = [n for n, person in enumerate(self.people) if set(words) <= set(person.name.replace("-", " ").split()) | set(person.name.split())]
        return fits[0] if len(fits) == 1 and self.page.desk.country_of(name) is None else None

    def _in_full(self, name: str) -> str:
        """A body's name where the text gives it in full: the words whose initials an abbreviation is ("EU", "MEA")."""
        if not (2 <= len(name) <= 6 and name.isalpha() and name.isupper()):
            return name
        if name not in self._full:
            between = r"(?:[ \n](?:of|for|and|on|the|in|to|&))*[ \n]"
            words = between.join(rf"{letter}[\w'-]*[a-z][\w'-]*" for letter in name)
            found = re.search(rf"(?<![\w'-]){words}(?![\w'-])", self.page.text)
            self._full[name] = " ".join(found[0].split()) if found else name
        return self._full[name]

    def _titled(self, source: Source) -> bool:
        """Whether a capitalised head is a noun for a person or institution: "the Vice Minister", "the Commission"."""
        low = source.head.low
        return low in self.lexicon.people or low in self.lexicon.papers

    def name(self, source: Source) -> str:
        """The words of a source as a name: on one line, without article; an outlet's name where one stands in it."""
        words = " ".join(source.span.of(self.page.dispatch.text).split())
        words = _IN_PAPER.sub("", _OUTLET_OF.sub("", _ARTICLE.sub("", words))).strip(" ,\"'\u2018\u2019\u201c\u201d")
        words = re.sub(r"^-\S+ ", "", words)
        return words[:-2] if words.endswith(("'s", "\u2019s")) else words

    def _owner(self, source: Source, sentence: Sentence) -> Speaker | None:
        owner = source.owner
        if owner is None:
            return None
        n = self.person_at(owner)
        if n is not None:
            return self._person(n, 0.85)
        if owner.low in ("his", "her", "their", "its", "my", "our", "he", "she", "they", "it"):
            if owner.low == "they" and len(self.people) >= 2 and self._last(("many",)) is None:
                return Speaker(BOTH_SIDES, "both", (), 0.7)
            return self.pronoun(owner.low, sentence, owner)
        phrase = make_source(sentence, owner, self.lexicon)
        if phrase is not None and phrase.kind != "paper":
            return self.resolve(phrase, sentence, "state")
        reach = [t for t in sentence.subtree(owner) if t.dep not in ("case",) and t.text != ","]
        whole = Span(reach[0].start, reach[-1].end)
        words = _ARTICLE.sub("", " ".join(whole.of(self.page.text).split())).strip(" ,\"'")
        return Speaker(words, "body", (), 0.7) if words and len(words) <= 120 else None

    def _role(self, source: Source, sentence: Sentence) -> Speaker | None:
        """The person or body that "the minister", "the ministry" or "the Ethiopian minister" takes up."""
        head = source.head
        low = self.page.low[source.span.start : source.span.end]
        first = low.split()[0]
        if source.kind == "paper" and first in ("a", "an"):
            issuer, _, last = self.name(source).rpartition(" ")
            if (
                last.lower() == head.low
                and issuer.lower().split()[-1:]
                and issuer.lower().split()[-1] in self.lexicon.people
            ):
                return Speaker(issuer, "body", (), 0.7)
            return Speaker(self.name(source), "role", (), 0.6)
        many = head.tag in ("NNS", "NNPS") or head.low in ("two", "both", "some")
        if many or first in ("a", "an", "one", "another", "some", "many", "several"):
            return None
        country = next(
            (
                code
                for t in sentence.within(source.span)
                if t.i != head.i and (code := self.page.desk.country_of(t.text))
            ),
            None,
        )
        plain = first == "the" and source.kind == "people" and country is None and head.low not in _MANY
        unnamed = self._unnamed(head, sentence) if plain else None
        if unnamed is not None:
            return unnamed
        role = re.sub(r"^(?:designate|elect)$", self._before(sentence, head), head.low)
        held = self.roles.holder(role, country, low, sentence, [s.name for _, s in self.spoke[-3:]])
        if held is not None:
            return self._person(*held)
        if first == "the" and head.low in _OUTLETS and self.outlets:
            return Speaker(self.outlets[-1], "body", (), 0.7)
        if first in ("the", "its", "their") and len(low.split()) <= 3:
            found = self._body(head, source.span.start, country) if head.low not in _NUMBERS else None
            if found is not None:
                return found
        if source.kind == "paper" and first == "the":
            recent = [s for n, s in self.spoke[-2:] if n >= sentence.number - 2 and s.kind in ("body", "person", "both")]
            if recent and ("joint" not in low or recent[-1].kind == "both"):
                return Speaker(recent[-1].name, recent[-1].kind, recent[-1].names, 0.65)
        if source.kind == "paper":
            return Speaker(self.name(source), "role", (), 0.6)
        return None

    def _before(self, sentence: Sentence, head: Token) -> str:
        """The office in "the ambassador-designate", "the president-elect"."""
        return sentence.tokens[head.i - 2].low if head.i >= 2 and sentence.tokens[head.i - 1].text == "-" else head.low

    def _of_two(self, word: str, sentence: Sentence) -> int | None:
        """The first or the last of the two people whom the sentences just before name or let speak."""
        found: list[int] = []
        for number in range(max(0, sentence.number - 2), sentence.number):
            spoke = [
                p for n, s in self.spoke if n == number for p, person in enumerate(self.people) if person.name == s.name
            ]
            for n in (*spoke, *(n for _, n in self.mentioned(self.page.sentences[number].span))):
                if n not in found:
                    found.append(n)
        return (found[0] if word == "former" else found[-1]) if len(found) == 2 else None

    def _stop(self, at: int) -> int:
        """The end of a name that may follow: forty characters on, at most the end of the sentence."""
        ends = [at + 40, *(s.span.end for s in self.page.sentences if s.span.holds(at))]
        return max(at, min(*ends, len(self.page.text)))

    def _unnamed(self, head: Token, sentence: Sentence) -> Speaker | None:
        """ "the diplomat" after "an unnamed diplomat" in the same or the last two sentences."""
        pattern = re.compile(rf"\b(?:a|an|one)\s+((?:[\w'-]+\s+){{0,4}}{re.escape(head.low)})\b(?!\s+[A-Z])")
        first = self.page.sentences[max(0, sentence.number - 2)].span.start
        found = None
        for match in pattern.finditer(self.page.low, first, head.start):
            found = match
        if found is None or self.mentioned(Span(found.start(), self._stop(found.end()))):
            return None
        return Speaker(" ".join(self.page.text[found.start(1) : found.end(1)].split()), "role", (), 0.7)

    def _body(self, head: Token, before: int, country: str | None) -> Speaker | None:
        """The last body named in full whose name ends with this word, and in which no other country than this stands."""
        for _, speaker in reversed(sorted((*self.spoke, *self.bodies), key=lambda s: s[0])):
            if speaker.kind != "body" or head.low not in speaker.name.lower().split():
                continue
            codes = {code for word in speaker.name.split() if (code := self.page.desk.country_of(word)) is not None}
            if country is None or country in codes:
                return Speaker(speaker.name, "body", (), 0.8)
        if country is not None:
            return None
        pattern = re.compile(
            rf"((?:[A-ZÀ-Þ][\w'.-]*\s+(?:(?:of|for|and|the|on)\s+)*)+{re.escape(head.text.capitalize())})\b"
        )
        found = None
        for match in pattern.finditer(self.page.text, 0, before):
            found = match
        if found is None:
            return None
        return Speaker(_ARTICLE.sub("", " ".join(found[1].split())), "body", (), 0.7)

    # -- pronouns -------------------------------------------------------------------------------------------------------------

    def _pronoun(self, source: Source, sentence: Sentence, act: str) -> Speaker | None:
        if len(source.heads) > 1:
            first = self.pronoun(source.head.low, sentence, source.head)
            others = [self.people[n].name for h in source.heads[1:] if (n := self.person_at(h)) is not None]
            return Speaker(first.name, first.kind, (first.name, *others), 0.8) if first else None
        low = source.head.low
        if low == "they" and act == "agree":
            last = self._last(("both", "many", "person"))
            if last is None or last.kind != "many":
                return Speaker(BOTH_SIDES, "both", (), 0.8)
        return self.pronoun(low, sentence, source.head)

    def pronoun(self, low: str, sentence: Sentence, at: Token) -> Speaker | None:
        """Whom a pronoun takes up: the subject before it in its sentence, else the last who spoke or acted; None for first and second person."""
        if low in ("he", "she", "him", "her", "his"):
            return self._one("he" if low in _HE else "she", sentence, at)
        if low in ("it", "its"):
            last = self._last(("body",), self.bodies)
            return Speaker(last.name, "body", (), 0.7) if last else None
        if low in ("they", "their", "them"):
            return self._several(sentence)
        return None

    def _last(self, kinds: Iterable[str], more: Sequence[tuple[int, Speaker]] = ()) -> Speaker | None:
        wanted = tuple(kinds)
        told = sorted((*self.spoke, *more), key=lambda s: s[0]) if more else self.spoke
        return next((s for _, s in reversed(told) if s.kind in wanted), None)

    def _several(self, sentence: Sentence) -> Speaker | None:
        for _, speaker in reversed(self.spoke[-4:]):
            if speaker.kind in ("both", "many") or len(speaker.names) > 1:
                return Speaker(speaker.name, speaker.kind, speaker.names, 0.75)
        for number in range(sentence.number - 1, max(-1, sentence.number - 4), -1):
            earlier = self.page.sentences[number]
            for token in earlier.tokens:
                if token.dep in ("nsubj", "nsubjpass") and earlier.tokens[token.head].dep == "ROOT":
                    phrase = make_source(earlier, token, self.lexicon)
                    if phrase is not None and phrase.kind != "pronoun":
                        found = self.resolve(phrase, earlier, "agree")
                        if found is not None and (found.kind == "both" or len(found.names) > 1):
                            return found
        last = self._last(("body",))
        return Speaker(last.name, last.kind, (), 0.5) if last else Speaker(BOTH_SIDES, "both", (), 0.5)

    def _acting(self, sentence: Sentence, before: int) -> list[int]:
        """The people that are subjects in a sentence, by name, by office or with the name in apposition."""
        found: list[int] = []
        for token in sentence.tokens[:before]:
            if token.dep in ("nsubj", "nsubjpass") and token.pos in ("PROPN", "NOUN"):
                n = self.person_at(token)
                if n is None:
                    near = (c for c in sentence.children(token) if c.dep in ("appos", "compound"))
                    n = next((m for c in near if (m := self.person_at(c)) is not None), None)
                n = self.officer_at(token) if n is None else n
                if n is not None:
                    found.append(n)
        return found

    def _one(self, gender: str, sentence: Sentence, at: Token) -> Speaker | None:
        def fits(n: int) -> bool:
            return self._gender.get(n, gender) == gender and self.people[n].kind != "journalist"

        def chosen(n: int, sure: float) -> Speaker:
            self._gender.setdefault(n, gender)
            return self._person(n, sure)

        here = [n for n in self._acting(sentence, at.i) if fits(n)]
        if not here and sentence.tokens[0].low in ("for", "to", "asked", "speaking"):
            here = [n for span, n in self.mentioned(Span(sentence.span.start, at.start)) if fits(n)] if at.i else []
        if here:
            return chosen(here[0], 0.85)
        number = sentence.number
        for before in range(number - 1, max(-1, number - 5), -1):
            earlier = self.page.sentences[before]
            if earlier.kind in ("title", "heading"):
                continue
            spoke = [s for n, s in self.spoke if n == before and s.kind == "person"]
            for speaker in reversed(spoke):
                n = next((i for i, p in enumerate(self.people) if p.name == speaker.name), None)
                if n is not None and fits(n):
                    return chosen(n, 0.85)
            acted = [n for n in self._acting(earlier, len(earlier.tokens)) if fits(n)]
            if acted:
                return chosen(acted[0], 0.75)
            if spoke:
                break
        spoken = self._last(("person",))
        if spoken is not None:
            return Speaker(spoken.name, "person", (spoken.name,), 0.6)
        told = [n for span, n in self.mentioned(Span(0, max(1, sentence.span.start))) if fits(n)]
        return chosen(told[-1], 0.5) if told else None
