"""In whose voice a promise stands: a person's in office, a body's, both sides', an onlooker's, or the text's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dragoman.desk.pattern import lowered
from dragoman.name import covers
from dragoman.page.outlet import home
from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.found import Found
from dragoman.readers.meeting.parties import parties
from dragoman.reading import BOTH_SIDES, Act, Attribution, Mode
from dragoman.span import Span

Kind = Literal["official", "both", "private", "onlooker", "text"]
"""`private`: a person of no known office, whose promises count only where they name a country."""

_BODY = re.compile(
    r"\b(?:ministry|ministries|government|cabinet|office|embassy|consulate|department|presidency|palace|chancellery|chancery|secretariat|commission|"
    r"council|parliament|army|navy|foreign affairs|delegation|side|spokes(?:man|woman|person)|ministers?|presidents?|officials?|diplomats?|leaders?|authorities|guest|counterpart|colleague|kremlin|white house|party|state|country|nation|kingdom|republic|royal (?:court|house|household)|crown)\b"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """`speaker` as attributed, None in the text's own voice. `countries`: whose words these are. `mode` and `act` as
    attributed."""

    kind: Kind
    speaker: str | None = None
    countries: tuple[str, ...] = ()
    mode: Mode | None = None
    act: Act | None = None
    cue: str | None = None
    """The word by which these words are reported, in lower case; None where the speaker is carried over."""

    @property
    def direct(self) -> bool:
        return self.mode == "direct"


_JOINT_PAPERS = frozenset(("statement", "communique", "communiqué", "declaration", "summary"))


_AUTHORS = re.compile(
    r"(?<![\w\"'])we,\s+(?:the\s+)?[^.;\"]{0,80}?\b(?:ministers|leaders|presidents|heads|governments|representatives|members|secretaries|countries)\b[^.;\"]{0,400}"
)
"""How a document of several opens: "We, the foreign ministers of Peru and Chile"."""


_HEAD = 1500
"""Code points in which a page says what it is."""
_SPOKEN = re.compile(
    r"\b(?:(?:departure|arrival|opening|closing|keynote) (?:speech|remarks|address|statement)|(?:speech|address|remarks|statement|message|letter) (?:of|by) |transcript|interview|doorstop|press conference|briefing|gaggle)"
)


class Voices:
    """The voices of one page."""

    def __init__(self, page: Page, found: Found) -> None:
        self._page, self._found = page, found
        self.sides = _sides(page, found)
        """The countries that the dispatch is about, the most often named first."""
        self.spoken = _SPOKEN.search(page.low, 0, _HEAD) is not None
        """Whether the page gives somebody's own words throughout, whose "we" is that of an office."""
        named = [code for code in self.sides if not code.startswith("-")]
        own = len(named) == 1 and home(page) in (
            None,
            named[0],
        )  # else an authority speaks of what is between it and another
        self.alone = named[0] if own and len(self.sides) < 3 else None
        """The country that is named where next to nobody else is: it has nobody there to promise anything to."""
        opening = _AUTHORS.search(page.low)
        several = parties(page.text, Span(*opening.span()), page.desk) if opening else ()
        self.authors = tuple(dict.fromkeys(p.code for p in several if p.code))
        """Those who speak as "we" throughout a document of several; empty in any other text."""

    def at(self, sentence: Sentence, head: Token) -> Voice:
        """Whose words the promise at `head` is."""
        told = [a for a in self._found.attributions if a.evidence.overlaps(sentence.span)]
        inside = [a for a in told if any(c.holds(head.start) for c in a.content)]
        for attribution in sorted(inside or told, key=lambda a: (a.nested, a.speaker == "")):
            return self._of(attribution)
        return Voice("text")

    def _of(self, a: Attribution) -> Voice:
        kind, name, countries = self._speaker(a)
        cue = lowered(a.cue.of(self._page.text)) if a.cue else None
        return Voice(kind, name, countries, a.mode, a.act, cue)

    def _speaker(self, a: Attribution) -> tuple[Kind, str, tuple[str, ...]]:
        if a.speaker.casefold() == BOTH_SIDES:
            return "both", a.speaker, first_two(self.sides, ())
        people = self._found.people
        person = next((p for p in people if p.name == a.speaker), None)
        person = person or next((p for p in people if covers(p.name, a.speaker)), None)
        if person is not None:
            joint = [p.country for n in (person.name, *a.speakers) for p in people if p.name == n]
            kind: Kind = (
                "official" if person.kind == "official" else "private" if person.kind == "other" else "onlooker"
            )
            return kind, person.name, tuple(dict.fromkeys(c for c in joint if c))
        low = lowered(a.speaker)
        outlet = self._page.desk.outlet_names.get(low)
        if outlet is not None and outlet.kind == "government":
            return "official", a.speaker, (outlet.country,) if outlet.country else ()
        if outlet is not None:
            return "text", a.speaker, ()
        if low in ("he", "she", "they", "it", "who"):
            return "private", a.speaker, ()
        named = parties(a.speaker, Span(0, max(1, len(a.speaker))), self._page.desk)
        codes = tuple(dict.fromkeys(p.code for p in named if p.code))
        body = self._page.desk.body_names.get(low)
        if body is not None:
            return "official", a.speaker, (body.country,) if body.country else codes
        office = any(word in self._page.desk.titles for word in low.split()) or _BODY.search(low)
        heads = self._page.desk.word_set("instrument-heads") - self._page.desk.word_set("instrument-heads-weak")
        if any(word in heads for word in low.split()) and not codes:
            return "both", a.speaker, first_two(self.sides, ())
        if any(word in _JOINT_PAPERS and f"joint {word}" in self._page.low for word in low.split()):
            return "both", a.speaker, first_two(self.sides, ())
        paper = any(word in self._page.desk.word_set("speech.papers") for word in low.split())
        return ("official" if codes or office or paper else "onlooker"), a.speaker, codes


def _sides(page: Page, found: Found) -> tuple[str, ...]:
    """Countries by how often people of theirs, their names and adjectives stand in the text, of equals the one named
    first."""
    count: Counter[str] = Counter()
    for sentence in page.sentences:
        weight = 3 if sentence.kind == "title" else 1
        for party in parties(page.text, sentence.span, page.desk):
            if party.code or party.kind == "body":
                count[party.code or f"-{party.name}"] += weight
    for person in found.people:
        if person.country and person.kind == "official":
            count[person.country] += 2
    named = [code for code, _ in sorted(count.items(), key=lambda item: -item[1])]
    return tuple(named)


def first_two(sides: Iterable[str], words: Iterable[str]) -> tuple[str, ...]:
    """The parties that "the two", "both" or "the three" stand for, those that are countries. Bodies in `sides` begin
    with a dash."""
    listed = list(sides)[: 3 if {"three", "trio", "trilateral"} & set(words) else 2]
    return tuple(code for code in listed if not code.startswith("-"))
