"""The words of a desk that attribution looks at for every word of a text, made ready for looking up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.desk.desk import Desk
from dragoman.desk.pattern import lowered
from dragoman.reading import ACTS, Act


@dataclass(frozen=True, slots=True)
class Frame:
    """What one verb or noun of speech governs. `act`: what it tells of by itself. `kind` as in the desk's verbs."""

    lemma: str
    act: Act
    kind: str
    frames: frozenset[str]

    def __contains__(self, frame: str) -> bool:
        return frame in self.frames


@dataclass(frozen=True, eq=False)
class Lexicon:
    """`verbs` and `nouns` of speech by lemma; `people`: nouns for persons and institutions; `papers`: nouns for what is written or
    issued; `lights`: verbs that lend themselves to a noun of speech; `sides` and `pairs`: nouns for the two who meet."""

    verbs: dict[str, Frame]
    nouns: dict[str, Frame]
    people: frozenset[str]
    papers: frozenset[str]
    lights: frozenset[str]
    sides: frozenset[str]
    pairs: frozenset[str]


def _act(word: str | None) -> Act:
    return next((act for act in ACTS if act == word), "state")


def _frames(desk: Desk, group: str) -> dict[str, Frame]:
    return {
        lemma: Frame(lemma, _act(verb.act), verb.kind or "", frozenset(verb.frames))
        for lemma, verb in desk.verb_group(group).items()
    }


@lru_cache(maxsize=8)
def lexicon(desk: Desk) -> Lexicon:
    """The lexicon of a desk; empty lists where no pack has them."""
    people = set(desk.word_set("speech.people"))
    for office in desk.offices.values():
        people.update(lowered(title).split()[-1] for title in office.titles)
    return Lexicon(
        _frames(desk, "say"),
        _frames(desk, "speech-noun"),
        frozenset(people),
        desk.word_set("speech.papers"),
        desk.word_set("speech.lights"),
        desk.word_set("speech.sides"),
        desk.word_set("speech.pairs"),
    )
