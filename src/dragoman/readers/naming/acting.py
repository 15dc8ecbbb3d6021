"""Signs of a person's country in what is done for it: who signs for it, whom it sends, who is thanked for what it did."""

from __future__ import annotations

from dragoman.readers.naming.stage import Candidate, Stage, begins, countries

_SIGNED = frozenset(["sign", "initial", "speak", "attend", "represent"])
_SENT = frozenset(
    ["sent", "sends", "send", "dispatched", "dispatches", "named", "appointed", "nominated", "picked", "recalled"]
)
_THANKED = frozenset(["thanked", "thanks", "praised", "commended", "congratulated", "applauded", "thank"])
_NEAR = 4


def for_it(person: Candidate, stage: Stage) -> str | None:
    """Who signs or speaks for a country: "X signed for Oman and Y for India", "for Namibia it was signed by X"."""
    for stand in stage.of(person):
        words = stage.listed[stand.sentence]
        if not any(w.lemma in _SIGNED for w in words):
            continue
        others = [s for s in stage.stands(stand.sentence) if s.person is not person]
        begin = begins(stand)
        since = max((s.last for s in others if s.last < begin), default=-1)
        until = min((begins(s) for s in others if begins(s) > stand.last), default=len(words))
        after = [c for at, c in countries(words, stage.desk) if stand.last < at < until and words[at - 1].low == "for"]
        signed = [w.lemma in _SIGNED or w.low == "for" for w in words[stand.last + 1 : stand.last + 2]]
        if after and signed == [True]:
            return after[0]
        before = [
            c for at, c in countries(words, stage.desk) if since < at < begin and at and words[at - 1].low == "for"
        ]
        if len(before) == 1 and words[begin - 1].low == "by":
            return before[0]
    return None


def sent(person: Candidate, stage: Stage) -> str | None:
    """Whom a country or its capital sends or names: "Caracas sent Vice President X"."""
    if not person.official:
        return None
    for stand in stage.of(person):
        words, begin = stage.listed[stand.sentence], begins(stand)
        at = begin - 1 - (begin > 0 and words[begin - 1].low in ("its", "the", "a"))
        if at < 1 or words[at].low not in _SENT:
            continue
        told = [c for i, c in countries(words, stage.desk) if i + words[i].length == at and words[i].kind != "demonym"]
        if told:
            return told[0]
    return None


def thanked(person: Candidate, stage: Stage) -> str | None:
    """Who is thanked for what a country did: "thanked Prime Minister X for Nepal's help"."""
    if not person.serves(stage.desk):
        return None
    for stand in stage.of(person):
        words, begin = stage.listed[stand.sentence], begins(stand)
        if (
            not begin
            or words[begin - 1].low not in _THANKED
            or [w.low for w in words[stand.last + 1 : stand.last + 2]] != ["for"]
        ):
            continue
        did = [
            c
            for at, c in countries(words, stage.desk)
            if stand.last + 1 < at <= stand.last + _NEAR
            and [w.low for w in words[at + words[at].length :][:1]] == ["'s"]
        ]
        if did:
            return did[0]
    return None


def only(person: Candidate, stage: Stage) -> str | None:
    """Of the one country that the text names at all, where it tells another official as that country's."""
    if not person.serves(stage.desk) or len(stage.named) != 1:
        return None
    if any(s.person is not person for stand in stage.of(person) for s in stage.stands(stand.sentence)):
        return None
    country = stage.named[0][0]
    told = any(c is not person and c.official and c.marked and c.country == country for c in stage.people)
    return country if told and country in stage.desk.countries else None
