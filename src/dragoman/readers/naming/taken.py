"""Signs of a person's country in how a text takes somebody up: "the minister, X" after "Peru's minister", a predecessor, whoever invites."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.readers.naming.stage import Candidate, Stage, Stand, countries
from dragoman.readers.naming.word import Word

_BACK = 4
"""Sentences over which "the minister" reaches back."""
_AFTER = (("took", "over", "from"), ("takes", "over", "from"), ("taken", "over", "from"), ("taking", "over", "from"))
_FOLLOWS = frozenset(["succeeded", "succeeds", "replaced", "replaces", "succeeding", "replacing", "succeed", "replace"])
_BEFORE_AND_AFTER = frozenset(["predecessor", "successor"])
_VISITS = frozenset(["visit", "visits", "visited", "travel", "travels", "travelled", "traveled", "visiting", "arrived"])
_NEAR = 9
_TOGETHER = frozenset(["press", "news", "media"])


def again(person: Candidate, stage: Stage) -> str | None:
    """ "The minister, X": of the country whose minister was the last of whom the text has told without a name."""
    for mention in person.mentions:
        words = stage.listed.get(mention.sentence, ())
        for office in mention.offices:
            title = office.title.lower()
            if " " in title or office.country or office.first >= len(words) or words[office.first].low != "the":
                continue
            before = [(mention.sentence, words[: office.first])]
            before += [(n, stage.listed.get(n, ())) for n in range(mention.sentence - 1, mention.sentence - _BACK, -1)]
            for number, told in before:
                if found := _last_called(told, title, number, stage):
                    return found
    return None


def _last_called(words: Sequence[Word], head: str, sentence: int, stage: Stage) -> str | None:
    """The country of the last "Peruvian economy minister" or "Peru's minister" among some words that no name follows."""
    named = {s.first for s in stage.stands(sentence)}
    for at in range(len(words) - 1, 0, -1):
        if words[at].low != head or at + 1 in named:
            continue
        for first in range(at - 1, max(-1, at - 6), -1):
            word = words[first]
            if word.kind in ("country", "demonym") and word.length and word.value:
                return word.value
            if word.kind not in ("title", "") or word.low in ("the", ",", "and", "of"):
                break
    return None


def succession(person: Candidate, stage: Stage) -> str | None:
    """Whoever held somebody's office before or after: "X, who took over from Y", "his predecessor, Y"."""
    for stand in stage.of(person):
        words = stage.listed[stand.sentence]
        begin = min(
            (
                p.first
                for m in person.mentions
                if m.sentence == stand.sentence
                for p in m.offices
                if p.first < stand.first
            ),
            default=stand.first,
        )
        low = [w.low for w in words[max(0, begin - 4) : begin] if w.text != ","]
        if (
            tuple(low[-3:]) not in _AFTER
            and not _FOLLOWS.intersection(low[-1:])
            and not _BEFORE_AND_AFTER.intersection(low[-1:])
        ):
            continue
        others = [s.person for s in stage.stands(stand.sentence) if s.person is not person and s.last < begin]
        if not others and _BEFORE_AND_AFTER.intersection(low[-1:]):
            others = [s.person for s in stage.stands(stand.sentence - 1)][:1]
        if others and others[-1].official:
            return others[-1].country
    return None


def invites(person: Candidate, stage: Stage) -> str | None:
    """At whose invitation somebody visits a country: "At the invitation of X, Y will visit Peru"."""
    for stand in stage.of(person):
        words = stage.listed[stand.sentence]
        asked = next((i for i, w in enumerate(words) if w.low == "invitation"), None)
        if asked is None or not (words[asked + 1 : asked + 2] and words[asked + 1].low == "of" and asked < stand.first):
            continue
        if any(asked < s.first < stand.first for s in stage.stands(stand.sentence)):
            continue
        goes = next((i for i in range(stand.last, len(words)) if words[i].low in _VISITS), None) or next(
            (i for i in range(asked) if words[i].low in _VISITS), None
        )
        if goes is None:
            continue
        places = [c for at, c in countries(words, stage.desk) if goes < at <= goes + 4 and words[at].kind != "demonym"]
        if places:
            return places[0]
    return None


def accompanies(person: Candidate, stage: Stage) -> str | None:
    """Who travels with one of that country: "Foreign Minister X will travel with him"."""
    if not person.serves(stage.desk):
        return None
    for stand in stage.of(person)[:1]:
        words = stage.listed[stand.sentence]
        low = [w.low for w in words[stand.last + 1 : stand.last + _NEAR]]
        pairs = list(pairwise(low))
        along = any(a in ("with", "accompany", "accompanied", "accompanies") and b in ("him", "her") for a, b in pairs)
        travels = any(w.lemma in ("travel", "go", "fly", "accompany") for w in words[stand.last + 1 :])
        if along and travels and len(stage.stands(stand.sentence)) == 1:
            return next((s.person.country for s in stage.stands(stand.sentence - 1)[:1]), None)
    return None


def says(person: Candidate, stage: Stage) -> str | None:
    """Who speaks after a sentence that tells what a country said: "Kenya accused Somalia of it. Interior Minister X said …"; or of whom
    a government tells: "Minister X will go in May, Oslo said"."""
    if not person.serves(stage.desk):
        return None
    verbs = stage.desk.word_set("speech-beside-name")
    for stand in stage.of(person)[:1]:
        words = stage.listed[stand.sentence]
        if any(s.person is not person for s in stage.stands(stand.sentence)):
            return None
        named = countries(words, stage.desk)
        told = [c for at, c in named if at > stand.last and words[at - 1].text == "," and _tells(words, at, verbs)]
        if told and len({c for _, c in named}) == 1:
            return told[0]
        before = stage.listed.get(stand.sentence - 1, ())
        opens = [c for at, c in countries(before, stage.desk) if at == 0 and _tells(before, 0, verbs)]
        speaks = any(w.low in ("said", "told") for w in words[max(0, stand.first - 8) : stand.last + _NEAR])
        other = any(at < stand.first and c not in opens for at, c in named)
        if opens and before[0].kind != "demonym" and speaks and not other:
            return opens[0]
    return None


def _tells(words: Sequence[Word], at: int, verbs: frozenset[str]) -> bool:
    """Whether a country or its seat, named here, says something."""
    after = words[at + words[at].length : at + words[at].length + 1]
    return bool(after) and (
        after[0].low in verbs or after[0].low in ("accused", "vowed", "demanded", "rejected", "protested")
    )


def beside(person: Candidate, stage: Stage) -> str | None:
    """Of two who face the press together, the one on the other side: "press conference by Minister X and Minister Y"."""
    if not person.official:
        return None
    for stand in stage.of(person):
        stands = _two(stage, stand)
        if stands is None:
            continue
        words = stage.listed[stand.sentence]
        before = [w.low for w in words[: stands[0].first]]
        held = any(a in _TOGETHER and b == "conference" for a, b in pairwise(before))
        if held and any(w.low == "and" for w in words[stands[0].last : stands[1].first]):
            return stage.other(next(s.person.country for s in stands if s.person is not person))
    return None


def _two(stage: Stage, stand: Stand) -> list[Stand] | None:
    stands = stage.stands(stand.sentence)
    return stands if len({s.person.key for s in stands}) == len(stands) == 2 else None
