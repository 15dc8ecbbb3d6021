"""In whose voice a promise stands: a person's in office, a body's, both sides', an onlooker's, or the text's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from dragoman.desk.pattern import lowered
from dragoman.name import covers
from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.found import Found
from dragoman.readers.meeting.parties import parties
from dragoman.reading import BOTH_SIDES, Act, Attribution, Mode
from dragoman.span import Span

Kind = Literal["official", "both", "private", "onlooker", "text"]
"""`private`: a person of no known office, whose promises count only where they name a country."""

_BODY = re.compile(
    r"\b(?:ministry|ministries|government|cabinet|office|embassy|consulate|department|presidency|palace|chancellery|chancery|secretariat|commission|"
    r"council|parliament|army|navy|foreign affairs|delegation|side|spokes(?:man|woman|person)|minister|president|official|authorities|kremlin|white house|party|state)\b"
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

    @property
    def direct(self) -> bool:
        return self.mode == "direct"


class Voices:
    """The voices of one page."""

    def __init__(self, page: Page, found: Found) -> None:
        self._page, self._found = page, found
        self.sides = _sides(page, found)
        """The countries that the dispatch is about, the most often named first."""

    def at(self, sentence: Sentence, head: Token) -> Voice:
        """Whose words the promise at `head` is."""
        told = [a for a in self._found.attributions if a.evidence.overlaps(sentence.span)]
        inside = [a for a in told if any(c.holds(head.start) for c in a.content)]
        for attribution in sorted(inside or told, key=lambda a: (a.nested, a.speaker == "")):
            return self._of(attribution)
        return Voice("text")

    def _of(self, a: Attribution) -> Voice:
        if a.speaker.casefold() == BOTH_SIDES:
            return Voice("both", a.speaker, first_two(self.sides, ()), a.mode, a.act)
        person = next((p for p in self._found.people if p.name == a.speaker), None)
        if person is None:
            person = next((p for p in self._found.people if covers(p.name, a.speaker)), None)
        if person is not None:
            mine = (person.country,) if person.country else ()
            also = tuple(p.country for n in a.speakers for p in self._found.people if p.name == n and p.country)
            kind: Kind = (
                "official" if person.kind == "official" else "private" if person.kind == "other" else "onlooker"
            )
            return Voice(kind, person.name, tuple(dict.fromkeys((*mine, *also))), a.mode, a.act)
        low = lowered(a.speaker)
        if low in self._page.desk.outlet_names:
            return Voice("text", a.speaker, (), a.mode, a.act)
        body = self._page.desk.body_names.get(low)
        codes = tuple(
            dict.fromkeys(
                p.code for p in parties(a.speaker, Span(0, max(1, len(a.speaker))), self._page.desk) if p.code
            )
        )
        if body is not None:
            return Voice("official", a.speaker, (body.country,) if body.country else codes, a.mode, a.act)
        if codes or _BODY.search(low):
            return Voice("official", a.speaker, codes, a.mode, a.act)
        return Voice("onlooker", a.speaker, (), a.mode, a.act)


def _sides(page: Page, found: Found) -> tuple[str, ...]:
    """Countries by how often people of theirs, their names and adjectives stand in the text; those of a
    relationship's desk first where both are named."""
    count: Counter[str] = Counter()
    for sentence in page.sentences:
        weight = 3 if sentence.kind == "title" else 1
        for party in parties(page.text, sentence.span, page.desk):
            if party.code or party.kind == "body":
                count[party.code or f"-{party.name}"] += weight
    for person in found.people:
        if person.country and person.kind == "official":
            count[person.country] += 2
    named = [code for code, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))]
    return tuple(named)


def first_two(sides: Iterable[str], words: Iterable[str]) -> tuple[str, ...]:
    """The parties that "the two", "both" or "the three" stand for, those that are countries. Bodies in `sides` begin
    with a dash."""
    listed = list(sides)[: 3 if {"three", "trio", "trilateral"} & set(words) else 2]
    return tuple(code for code in listed if not code.startswith("-"))
