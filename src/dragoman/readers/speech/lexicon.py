"""The words of a desk that attribution looks at for every word of a text, made ready for looking up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.desk.desk import Desk
from dragoman.desk.pattern import lowered
from dragoman.page.page import Token
from dragoman.reading import ACTS, Act

_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "speak": "spoke spoken", "swear": "swore sworn", "think": "thought",
    "feel": "felt", "hold": "held", "find": "found", "foresee": "foresaw foreseen", "foretell": "foretold", "put": "put putting",
    "read": "read", "give": "gave given", "take": "took taken", "make": "made", "draw": "drew drawn", "send": "sent",
    "show": "showed shown", "spell": "spelt spelled", "bid": "bade bid", "pay": "paid", "beseech": "besought", "undertake": "undertook undertaken", "see": "saw seen", "rue": "rued", "run": "ran running",
}  # fmt: skip
"""Past forms that no rule gives. The parser's own lemmas go wrong for some regular ones ("hoped" of "hop")."""
_QUALITIES = (
    ("commend", "ties"), ("commend", "noun"), ("commend", ""), ("concern", "noun"), ("concern", "verb"), ("concern", ""),
    ("oppose", "noun"), ("oppose", "verb"), ("oppose", ""),
)  # fmt: skip
"""The desk's lists of words that judge: the act, and as what the word does so; the later counts where two lists have one word."""


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
    """`verbs` and `nouns` of speech by lemma, `moods` adjectives that tell what someone feels about something, `forms` verbs by every form; `qualities` words that judge
    something by adjective, noun or verb, `ties` nouns for what two countries have together; `lawful` adjectives of the law that beside
    `wrongs` only sort;
    `stative` verbs that depend on nobody's will, `doers` nouns for those who can promise; `people`: nouns for persons and institutions; `papers`: nouns for what is written or
    issued; `lights`: verbs that lend themselves to a noun of speech, by form; `sides` and `pairs`: nouns for the two who meet.
    `known`: offsets of one page that lie in the name of a person."""

    verbs: dict[str, Frame]
    forms: dict[str, Frame]
    nouns: dict[str, Frame]
    moods: dict[str, Frame]
    qualities: dict[str, Frame]
    ties: frozenset[str]
    lawful: frozenset[str]
    wrongs: frozenset[str]
    stative: frozenset[str]
    doers: frozenset[str]
    people: frozenset[str]
    papers: frozenset[str]
    lights: dict[str, str]
    sides: frozenset[str]
    pairs: frozenset[str]
    known: frozenset[int] = frozenset()

    def verb(self, token: Token) -> Frame | None:
        """The frame of a word used as a verb, by its form, else by the parser's lemma."""
        return self.forms.get(token.low) or self.verbs.get(token.lemma.lower())

    def light(self, token: Token) -> str | None:
        """The base form of a verb that lends itself to a noun of speech."""
        return self.lights.get(token.low)


def _act(word: str | None) -> Act:
    return next((act for act in ACTS if act == word), "state")


def _frames(desk: Desk, group: str) -> dict[str, Frame]:
    return {
        lemma: Frame(lemma, _act(verb.act), verb.kind or "", frozenset(verb.frames))
        for lemma, verb in desk.verb_group(group).items()
    }


def _forms(lemma: str) -> Iterator[str]:
    """Every form that a verb may take; some that it never takes do no harm."""
    yield lemma
    yield from _IRREGULAR.get(lemma, "").split()
    if lemma.endswith("e"):
        yield from (lemma + "s", lemma + "d", lemma[:-1] + "ing")
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        yield from (lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    else:
        yield from (lemma + "s", lemma + "ed", lemma + "ing")
        if lemma.endswith(("s", "sh", "ch", "x", "z", "o")):
            yield lemma + "es"
        if lemma[-1] not in "aeiouwxy":
            yield from (lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing")


@lru_cache(maxsize=8)
def lexicon(desk: Desk) -> Lexicon:
    """The lexicon of a desk; empty lists where no pack has them."""
    people = set(desk.word_set("speech.people"))
    for office in desk.offices.values():
        people.update(lowered(title).split()[-1] for title in office.titles)
    verbs = _frames(desk, "say")
    forms: dict[str, Frame] = {}
    for lemma, frame in verbs.items():
        for form in _forms(lemma):
            forms.setdefault(form, frame)
    return Lexicon(
        verbs,
        forms,
        _frames(desk, "speech-noun"),
        _frames(desk, "speech-mood"),
        {
            word: Frame(word, _act(act), kind, frozenset())
            for act, kind in _QUALITIES
            for word in desk.words(f"quality.{act}{'-' if kind else ''}{kind}")
        },
        desk.word_set("speech.ties"),
        desk.word_set("speech.lawful"),
        desk.word_set("speech.wrongs"),
        desk.word_set("speech.stative"),
        desk.word_set("speech.doers"),
        frozenset(people),
        desk.word_set("speech.papers"),
        {form: lemma for lemma in desk.words("speech.lights") for form in _forms(lemma)},
        desk.word_set("speech.sides"),
        desk.word_set("speech.pairs"),
    )
