"""Whether words name the two sides together: "both ministers", "Laos and Thailand", "officials of the two countries"."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import pairwise

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.called import ARTICLE
from dragoman.readers.speech.cue import Cue
from dragoman.readers.speech.lexicon import Lexicon
from dragoman.readers.speech.placed import Placed
from dragoman.readers.speech.roles import Roles
from dragoman.readers.speech.source import Source
from dragoman.readers.speech.speaker import Speaker
from dragoman.reading import BOTH_SIDES
from dragoman.span import Span

_TWO = re.compile(r"\b(?:both|two)\b")
_HOSTS = re.compile(r"^(?:the )?(?:host and (?:the |his |her )?guest|guest and (?:the )?host)$")
_PAIR = re.compile(r"^(?:both|the two|the pair of) (?:[\w'-]+ ){0,2}[\w'-]+$")
_PARTIES = re.compile(r"^(?:the|all) (?:three|four|five) (?:foreign |prime |defen[cs]e |vice |deputy )*[a-z]+s$")
"""All who met, where they are more than two."""
_BOTH_OF = re.compile(
    r"\b(?:of|from) (?:both|the two|the two neighbou?ring|our two) (?:countries|sides|governments|nations|parties|states)\b"
)
_HEADS = re.compile(r"^(?:the )?(?:two )?(?:heads of (?:state|government|delegation)|high officials|principals)$")
_OFFICERS = re.compile(
    r"^the (?:prime |foreign |defen[cs]e |finance |vice |deputy )*(?:ministers|presidents|premiers|chancellors)$"
)
_GATHERINGS = frozenset(("meeting", "summit", "conference", "talks", "consultations"))
"""What a gathering notes, those who met there note together."""
_MEETS = (" met ", " meets ", " hosted ", " received ", " welcomed ", " talks with ", " spoke with ", " spoke to ")
"""What stands before the name of one whom another met."""
_ACROSS = frozenset(("counterpart", "counterparts", "homologue"))
"""Who holds the same office on the other side."""
_LOOSE = frozenset(
    ("diplomat", "official", "politician", "lawmaker", "officer", "source", "aide", "person", "dignitary")
)
"""Of whom two, without an article, are any two."""
_WRITERS = frozenset(
    (
        *("analyst", "expert", "scholar", "paper", "newspaper", "agency", "historian", "researcher", "reporter"),
        *("journalist", "economist", "outlet", "resident", "source", "witness", "critic", "third", "day", "year"),
        *("month", "week", "hour", "time", "company", "professor", "document"),
    )
)
"""Nouns of which two are not the two sides."""


class Sides:
    """The two sides of one page."""

    def __init__(self, page: Page, lexicon: Lexicon, placed: Placed, roles: Roles) -> None:
        self.page, self.lexicon, self.placed, self.roles = page, lexicon, placed, roles

    def both(self, source: Source, sentence: Sentence) -> bool:
        """Whether the words name the two sides together."""
        return self._both(source, sentence) and not self._beside_the_point(source, sentence)

    @cached_property
    def _lands(self) -> Counter[str]:
        """How often each country is named, by any of its names of one word."""
        words = (t.text for s in self.page.prose for t in s.tokens if t.text[:1].isupper())
        return Counter(code for word in words if (code := self.page.desk.country_of(word)) is not None)

    def _beside_the_point(self, source: Source, sentence: Sentence) -> bool:
        """Whether two countries are named that the text is not about: another is named more often than both ("Egypt and Sudan" on a
        quarrel of Kenya's)."""
        codes = {code for t in sentence.within(source.span) if (code := self.page.desk.country_of(t.text)) is not None}
        if len(codes) != 2:
            return False
        most = max((n for code, n in self._lands.items() if code not in codes), default=0)
        return most > sum(self._lands[code] for code in codes)

    def _both(self, source: Source, sentence: Sentence) -> bool:
        low = self.page.low[source.span.start : source.span.end]
        head = source.head
        if _BOTH_OF.search(low) or _HOSTS.match(low) or self._of_two_lands(source, sentence):
            return True
        lead = ARTICLE.sub("", low).split()[:4]
        if len(lead) == 4 and lead[1] == "and" and lead[3].endswith("s") and head.lemma.lower() not in _WRITERS:
            first, second = self.page.desk.country_of(lead[0]), self.page.desk.country_of(lead[2])
            if first is not None and second is not None and first != second:
                return True
        lemma = head.lemma.lower()
        if head.tag in ("NNS", "NNPS") and lemma not in _WRITERS and _PAIR.match(low):
            return True
        if (
            _TWO.search(low)
            and not (low.startswith("two ") and lemma in _LOOSE)
            and (lemma in self.lexicon.sides or head.low in ("both", "two"))
            and head.low not in ("he",)
        ):
            between = low.split()
            return len(between) <= 7
        nouns = {lemma, head.low[:-1]}
        if _PARTIES.match(low) and nouns & self.lexicon.sides and not nouns & _WRITERS:
            return True
        if low == "the three" and len(set(self.roles.countries) - {None}) >= 3:
            return True
        if self._officers(low, head) or _HEADS.match(low) or _OFFICERS.match(low):
            return True
        if head.lemma.lower() in _GATHERINGS and low.split()[0] == "the" and len(low.split()) <= 2:
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
                and (len(self.placed.people) >= 2 or self._met(head))
            )
        if self._countries(source, sentence):
            return True
        if len(source.heads) == 2 and source.heads[1].low in _ACROSS:
            return True
        if len(source.heads) == 2:
            codes = [self.page.desk.country_of(h.text) for h in source.heads]
            blocs = [h.ent in ("GPE", "ORG", "NORP") and self.placed.person_at(h) is None for h in source.heads]
            return (all(codes) and len(set(codes)) == 2) or (any(codes) and all(blocs))
        return False

    def _met(self, head: Token) -> bool:
        """Whether the one person named before is an official whom someone else, told of by office alone, met."""
        for start, _, n in self.placed.spans:
            before = self.page.low[max(0, start - 120) : start]
            if start < head.start and self.placed.people[n].kind == "official" and any(v in before for v in _MEETS):
                return True
        return False

    def _officers(self, low: str, head: Token) -> bool:
        """Whether "the officials", "the foreign ministers", "the participants" are those of two countries who meet here."""
        if not low.startswith("the ") or len(low.split()) > 3 or head.tag not in ("NNS", "NNPS"):
            return False
        lemma = head.lemma.lower()
        if lemma not in self.lexicon.sides and head.low not in self.lexicon.pairs:
            return False
        earlier = {
            self.roles.countries[n]
            for start, _, n in self.placed.spans
            if start < head.start and self.placed.people[n].kind == "official"
        }
        return len(earlier - {None}) >= 2

    def _countries(self, source: Source, sentence: Sentence) -> bool:
        """Whether a plural noun is said to come from two countries or more: "officials of Laos and Thailand"."""
        if source.kind != "people" or (source.head.tag not in ("NNS", "NNPS") and len(source.heads) < 2):
            return False
        words = [t for t in sentence.subtree(source.head) if t.i - source.head.i < 14]
        told = next((t.i for t in words if t.i > source.head.i and t.tag in ("WP", "WDT")), len(sentence.tokens))
        words = [t for t in words if t.i < told]  # what is told of them names other lands
        codes = {code for t in words if (code := self.page.desk.country_of(t.text)) is not None}
        bodies = (self.page.desk.body_names.get(t.low) for t in words)
        codes |= {body.country or body.id for body in bodies if body is not None}
        return (
            len(codes) >= 2 and any(t.low in ("and", ",") for t in words) and self.placed.named(source, sentence) == []
        )

    def _of_two_lands(self, source: Source, sentence: Sentence) -> bool:
        """Whether two countries joined by "and" stand right before a plural noun for people: "Finnish and Peruvian officials"."""
        head = source.head
        if source.kind != "people" or head.tag not in ("NNS", "NNPS") or head.lemma.lower() in _WRITERS:
            return False
        lead = [t.text for t in sentence.tokens[max(0, head.i - 7) : head.i]]
        if "and" not in lead:
            return False
        at = len(lead) - 1 - lead[::-1].index("and")
        before = self._land(lead[max(0, at - 2) : at], lead[max(0, at - 1) : at])
        after = self._land(lead[at + 1 : at + 3], lead[at + 1 : at + 2])
        return None not in (before, after) and before != after

    def _land(self, *words: list[str]) -> str | None:
        """The country that some of these words name, the first that do."""
        return next((code for some in words if (code := self.page.desk.country_of(" ".join(some))) is not None), None)

    def mutual(self, speaker: Speaker, cue: Cue, sentence: Sentence) -> bool:
        """Whether what a verb tells, those who do it do to "each other": all of them then are sides of it."""
        after = [t.low for t in sentence.tokens[cue.token.i + 1 : cue.token.i + 4]]
        if speaker.kind != "many" or cue.source is None or cue.source.head.lemma.lower() in _WRITERS:
            return False
        return any(pair in (("each", "other"), ("one", "another")) for pair in pairwise(after))

    def with_other(self, speaker: Speaker, cue: Cue, sentence: Sentence) -> Speaker | None:
        """Both sides, where one "agreed with" a person of another country, or with that country."""
        one = next((p for p in self.placed.people if p.name == speaker.name), None)
        for token in sentence.tokens[cue.token.i + 1 : cue.token.i + 10]:
            if token.low != "with" or one is None:
                continue
            for span, n in self.placed.within(Span(token.end, min(token.end + 80, sentence.span.end))):
                other = self.placed.people[n]
                if (
                    span.start - token.end <= 60
                    and None not in (one.country, other.country)
                    and one.country != other.country
                ):
                    return Speaker(BOTH_SIDES, "both", (one.name, other.name), 0.8)
            follows = next((t for t in sentence.tokens[token.i + 1 : token.i + 3] if t.low != "the"), None)
            land = self.page.desk.country_of(follows.text) if follows is not None and follows.ent == "GPE" else None
            home = self.roles.countries[self.placed.people.index(one)]
            if token.i == cue.token.i + 1 and land is not None and one.kind == "official" and home != land:
                return Speaker(BOTH_SIDES, "both", (one.name,), 0.7)
        return None
