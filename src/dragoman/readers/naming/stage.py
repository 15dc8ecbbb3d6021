"""Who stands where in a dispatch, and between which two countries it plays: what the signs of a person's country look at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.desk.desk import SINGLE_HOLDER, Desk
from dragoman.readers.naming.mentions import Mention
from dragoman.readers.naming.offices import Phrase
from dragoman.readers.naming.word import Word
from dragoman.reading import PersonKind

_GOING = frozenset(
    (
        *(
            "travel",
            "travels",
            "travelled",
            "traveled",
            "travelling",
            "traveling",
            "go",
            "goes",
            "going",
            "went",
            "gone",
        ),
        *(
            "fly",
            "flies",
            "flew",
            "flying",
            "trip",
            "trips",
            "return",
            "returns",
            "returned",
            "visit",
            "visits",
            "journey",
        ),
    )
)
_BEYOND = re.compile(r" (?:of|for|in|on|at|to|with|under) ")


@dataclass(slots=True)
class Candidate:
    """One person as far as their country goes. `marked`: a word beside the name or in an office says the country. `turns`: numbers of
    the sentences of the turns in which they speak."""

    key: int
    country: str | None
    offices: Sequence[Phrase]
    mentions: Sequence[Mention]
    kind: PersonKind
    marked: bool = False
    turns: Sequence[int] = ()

    @property
    def family(self) -> str:
        """The last word of the fullest name, in small letters."""
        return max((m.name for m in self.mentions), key=len, default="").lower().rpartition(" ")[2]

    @property
    def official(self) -> bool:
        return self.kind == "official"

    def serves(self, desk: Desk) -> bool:
        """Whether an office is one of a state, and not only "president" or "director" of whatever it may be."""
        return self.official and any(
            desk.ranks.get(r, 9) <= 6
            for p in self.offices
            if not (p.body and "head-of-state" in p.roles)
            for r in p.roles
        )

    def organisation(self, desk: Desk) -> str | None:
        """The international organisation that an office is of ("EU High Representative"), not one it is accredited to."""
        for office in self.offices:
            words = office.title.lower().split(" to ")[0].split()
            for size in (5, 4, 3, 2, 1):
                for at in range(len(words) - size + 1):
                    body = desk.body_names.get(" ".join(words[at : at + size]))
                    if body and body.country is None:
                        return body.id
        return None

    def holds(self) -> frozenset[str]:
        """Roles of which a state has one holder at a time."""
        return frozenset(
            r for p in self.offices if p.tense == "current" and not p.body for r in p.roles[:1] if r in SINGLE_HOLDER
        )

    @property
    def heads(self) -> frozenset[str]:
        """The nouns by which the text may speak of this person without the name: the last words of the offices."""
        named = frozenset(_BEYOND.split(p.title.lower())[0].split()[-1] for p in self.offices if p.title)
        leads = any(r in ("head-of-state", "head-of-government", "monarch") for p in self.offices for r in p.roles)
        return named | {"leader"} if leads else named


@dataclass(frozen=True, slots=True)
class Stand:
    """Words `first` to `last` (inclusive) of a sentence name `person`."""

    person: Candidate
    sentence: int
    first: int
    last: int


class Stage:
    """`listed`: the words of each sentence by its number. `home`: whose authority speaks, if one does. `seat`: the country that the
    report is written in or whose outlet it is. `own_voice`: an institution tells of its own doings, no reporter. `at_home`: an outlet reports from its
    own country. `official`: it speaks for a government. `known`: the countries of officials whom the packs know and beside whom no word says it."""

    def __init__(
        self,
        people: Sequence[Candidate],
        listed: Mapping[int, Sequence[Word]],
        home: str | None,
        seat: str | None,
        own_voice: bool,
        desk: Desk,
        at_home: bool = False,
        official: bool = False,
    ) -> None:
        self.people, self.listed, self.home, self.seat, self.own_voice, self.desk = (
            people, listed, home, seat, own_voice, desk,
        )  # fmt: skip
        self.at_home, self.official = at_home, official
        self.known = {p.country for p in people if p.country and not p.marked and p.official and p.offices}
        parties = {o for p in people if (o := p.organisation(desk))}
        self.named = _named(list(listed.values()), parties, desk)
        self.dyad = _dyad(self.named)
        self._stands: dict[int, list[Stand]] = {}
        for person in people:
            for mention in person.mentions:
                words = listed.get(mention.sentence, ())
                inside = [w.number for w in words if mention.span.start <= w.start < mention.span.end]
                if inside:
                    stand = Stand(person, mention.sentence, inside[0], inside[-1])
                    self._stands.setdefault(mention.sentence, []).append(stand)
        for stands in self._stands.values():
            stands.sort(key=lambda s: s.first)
        self.nouns = _role_nouns(listed, {(s.sentence, s.first) for stands in self._stands.values() for s in stands})

    def stands(self, sentence: int) -> list[Stand]:
        """Who is named in a sentence, in order."""
        return self._stands.get(sentence, [])

    def of(self, person: Candidate) -> list[Stand]:
        """Where a person is named, in order."""
        return [
            s
            for number in sorted({m.sentence for m in person.mentions})
            for s in self.stands(number)
            if s.person is person
        ]

    def place(self, words: Sequence[Word], at: int) -> str | None:
        """The country of the place that begins at a word: a country itself, or a town or province of one."""
        word = words[at]
        if word.kind in ("country", "place") and word.length:
            return word.value
        return None

    def other(self, country: str | None) -> str | None:
        """The side that faces a country: the other of the two the dispatch is about; for a third one, the side named far more often
        than any other. None where that is an organisation or not plain."""
        if country is None:
            return None
        sides = [(side, n) for side, n in self.named if side != country]
        if len(sides) < 1 or (len(sides) > 1 and sides[0][1] == sides[1][1]):
            return None
        if country not in self.dyad and len(sides) > 1 and sides[0][1] < 2 * sides[1][1]:
            return None
        return sides[0][0] if sides[0][0] in self.desk.countries else None


def begins(stand: Stand) -> int:
    """Where a name begins with the office before it."""
    firsts = [p.first for m in stand.person.mentions if m.sentence == stand.sentence for p in m.offices]
    return min([f for f in firsts if f < stand.first], default=stand.first)


def countries(words: Sequence[Word], desk: Desk) -> list[tuple[int, str]]:
    """(number of the word, country) of every country that the words name: itself, its people, capital, a town, one of its bodies, or one
    of the two in "Russian-Serbian"."""
    found = []
    for word in words:
        if word.length and word.value and word.kind in ("country", "demonym", "place"):
            found.append((word.number, word.value))
        elif (
            word.length
            and word.value
            and word.kind == "body"
            and (body := desk.bodies.get(word.value))
            and body.country
        ):
            found.append((word.number, body.country))
        elif not word.kind and "-" in word.low and word.capital:
            found += [(word.number, desk.demonyms[part]) for part in word.low.split("-") if part in desk.demonyms]
            if based := at_work(word, desk):
                found.append((word.number, based))
    return found


def at_work(word: Word, desk: Desk) -> str | None:
    """The country of the place in "Lima-based"."""
    place, _, based = word.low.rpartition("-")
    return (desk.metonyms.get(place) or desk.country_of(place)) if based == "based" else None


def _named(listed: Sequence[Sequence[Word]], parties: set[str], desk: Desk) -> list[tuple[str, int]]:
    """Countries, and the organisations that have somebody here, with how often the text names them, the most named first."""
    count: Counter[str] = Counter()
    for words in listed:
        count.update(country for at, country in countries(words, desk) if not _goal(words, at))
        count.update(w.value for w in words if w.length and w.kind == "body" and w.value in parties)
    return count.most_common()


def _goal(words: Sequence[Word], at: int) -> bool:
    """Whether a place is only where somebody goes ("will travel to Nairobi"), which tells of nobody's country."""
    place = words[at].kind in ("country", "place")
    at -= at > 0 and words[at - 1].low == "the"
    to = place and at > 0 and words[at - 1].low == "to"
    return to and any(w.low in _GOING for w in words[max(0, at - 4) : at - 1])


def _dyad(ranked: list[tuple[str, int]]) -> tuple[str, ...]:
    """The two sides the dispatch is about: named by far the most. Fewer where that is not plain."""
    if len(ranked) < 2 or (len(ranked) > 2 and ranked[2][1] >= ranked[1][1]):
        return ()
    return ranked[0][0], ranked[1][0]


def _role_nouns(listed: Mapping[int, Sequence[Word]], names: set[tuple[int, int]]) -> set[tuple[str, str]]:
    """(country, noun with the words before it) of every "the Brazilian minister", "Brazil's minister" and "minister of Brazil" that no name follows. `names`:
    (sentence, word) where a name begins."""
    found: set[tuple[str, str]] = set()
    for number, words in listed.items():
        for i, word in enumerate(words):
            if word.kind not in ("country", "demonym") or not word.length or not word.value:
                continue
            at = i + word.length
            possessive = at < len(words) and words[at].low == "'s"
            initials = word.length == 1 and word.text.replace(".", "").isupper()  # "the U.S. ambassador"
            if word.kind == "country" and not possessive and not initials:
                continue
            at += possessive
            steps, heads, said = 0, set(), ""
            while (
                at < len(words)
                and steps < 4
                and (number, at) not in names
                and (words[at].tag[:2] in ("JJ", "NN") or words[at].kind == "title")
            ):
                said = f"{said} {words[at].low}".strip()
                if at + 1 >= len(words) or words[at + 1].length or words[at + 1].kind != "title":
                    heads.add((word.value, said))  # not within a title
                at += 1
                steps += 1
            if (number, at) not in names and not (at < len(words) and words[at].low in ("of", "for")):
                found |= heads
    for number, words in listed.items():
        for i, word in enumerate(words[1:], 1):
            end = i + 1 + (i + 1 < len(words) and words[i + 1].low == "the")
            if word.low == "of" and words[i - 1].kind == "title" and end < len(words):
                place = words[end]
                named = (number, end + place.length) in names
                if place.kind == "country" and place.length and place.value and not named:
                    found.add((place.value, words[i - 1].low))
    return found
