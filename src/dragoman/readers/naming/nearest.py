"""The country of somebody about whom nothing else tells: that of whoever is named in one breath, the one that the text spoke of last
before the name, or the one that it is told from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.readers.naming.stage import Candidate, Stage, Stand, begins, countries
from dragoman.readers.naming.word import Word

_VOICES = frozenset(["speech", "who", "opinion", "honorific", "relation", "pronoun", "introduced", "title"])
"""Signs of a mention by which somebody speaks or is told of as a person, and is not only named."""
_APART = frozenset(["in", "to", "with", "against", "at", "towards", "on", "over", "into"])
_HOMEWARD = (["returned", "to"], ["returns", "to"])
_BACK = 4
"""Sentences before the name in which a country still tells whose it is."""
_CONTENT = 6
"""Words before a speaker's name from which they are what was said."""


def told_last(person: Candidate, stage: Stage) -> str | None:
    """The first answer of: who is named in one breath; the last country that the sentence names before somebody, where that is not what
    they said; the country that the report comes from, where the text speaks of it; the side that faces the officials named beside; the
    country that the sentence before began with."""
    voiced = person.offices or person.official or any(m.sign in _VOICES for m in person.mentions)
    if person.kind == "journalist" or not voiced:
        return None
    if any(c is not person and c.country is None and c.holds() & person.holds() for c in stage.people):
        return None  # of two presidents whose country nobody tells, neither
    for stand in stage.of(person)[:1]:
        return next(_answers(person, stand, stage), None)
    return None


def _answers(person: Candidate, stand: Stand, stage: Stage) -> Iterator[str]:
    words, begin = stage.listed[stand.sentence], begins(stand)
    own = [c for c in (stage.home, stage.seat) if c]
    yield from _returned(stand, stage)
    if (fellow := _in_one_breath(stand, stage)) and fellow.country:
        yield fellow.country
    others = {s.person.country for s in stage.stands(stand.sentence) if s.person is not person}
    said = begin >= _CONTENT and any(
        w.low in stage.desk.word_set("speech-beside-name") for w in words[stand.last + 1 : stand.last + 3]
    )
    here = [] if said else [c for c in _told(stand.sentence, stage, begin) if c not in others]
    if here:
        yield next((c for c in here if c in own), here[-1])
    yield from (country for country, _ in stage.named if country in own and country not in others)
    if faced := others - {None}:
        met = any(w.low in stage.desk.word_set("contact-words") for w in words)
        if len(faced) == 1 and met and person.official and (other := stage.other(faced.pop())):
            yield other
        return
    for number in range(stand.sentence - 1, max(-1, stand.sentence - 1 - _BACK), -1):
        yield from _told(number, stage)[:1]


def _in_one_breath(stand: Stand, stage: Stage) -> Candidate | None:
    """Whoever is named right before or after with "and", or as one of a list that has it, where the sentence tells of no contact."""
    words = stage.listed[stand.sentence]
    stands = stage.stands(stand.sentence)
    if any(w.low in stage.desk.word_set("contact-words") for w in words):
        return None
    joints = [
        {w.low for w in words[one.last + 1 : begins(two) if begins(two) > one.last else two.first]} or {""}
        for one, two in pairwise(stands)
    ]
    at = stands.index(stand)
    for joint, other in ((at - 1, at - 1), (at, at + 1)):
        if not 0 <= joint < len(joints) or stands[other].person is stand.person:
            continue
        closes = "and" in joints[joint] or any("and" in near for near in joints[joint + 1 : joint + 2])
        if joints[joint] <= {"and", ","} and closes:
            return stands[other].person
    return None


def _returned(stand: Stand, stage: Stage) -> list[str]:
    """Where somebody is said to have gone back to: "X returned to Lima"."""
    words = stage.listed[stand.sentence]
    low = [w.low for w in words[stand.last + 1 : stand.last + 4]]
    return [c for at, c in countries(words, stage.desk) if at == stand.last + 3 and low[:2] in _HOMEWARD]


def _told(sentence: int, stage: Stage, end: int | None = None) -> list[str]:
    """The countries that a sentence names up to a word, in order, but for those that something goes to or stands against."""
    words = stage.listed.get(sentence, ())
    return [
        country
        for at, country in countries(words, stage.desk)
        if (end is None or at < end) and not (at and _before(words, at) in _APART)
    ]


def _before(words: Sequence[Word], at: int) -> str:
    at -= 1 + (at > 1 and words[at - 1].low == "the")
    return words[at].low
