"""Bodies that sit: unions of states, councils, and commissions of two countries."""

from __future__ import annotations

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.draft import Actor
from dragoman.readers.meeting.hanging import doers, preposition
from dragoman.readers.meeting.links import after

_SITTING = frozenset(("meeting", "session", "summit", "conference"))
_COUNCILS = frozenset(("council", "commission", "committee", "subcommittee", "group", "assembly", "board"))
_BETWEEN = frozenset(
    ("joint", "bilateral", "trilateral", "mixed", "intergovernmental", "inter-governmental", "interstate", "binational")
)
"""What a commission is called in which states sit together."""


def union(actor: Actor, head: Token) -> bool:
    """Whether a meeting's "of" names a union of states or another body in capitals."""
    capitals = sum(w[0].isupper() for w in actor.name.split())
    return actor.kind == "state" or (actor.kind == "group" and capitals > 1 and head.tag[:3] == "NNP")


def sat(sentence: Sentence, noun: Token, carrier: str, carried: bool) -> bool:
    """Whether a union of states is told to have met: "after an emergency meeting of the African Union"."""
    lead = preposition(sentence, noun)
    at = lead is not None and lead.low in ("after", "following", "at", "during", "in")
    return noun.lemma.lower() in _SITTING and (carried or (carrier == "adjunct" and at))


def sitting(sentence: Sentence, verb: Token, noun: Token, company: Company) -> list[Actor]:
    """The officials of a union who do something at a meeting that the text tells nothing else of: "EU ministers agreed at a meeting in
    Oslo"."""
    lead = preposition(sentence, noun)
    if lead is None or lead.low not in ("at", "during") or lead.head != verb.i or noun.lemma.lower() not in _SITTING:
        return []
    agent = after(sentence, verb, "by")
    told = company.actors(sentence, agent) if agent is not None else doers(sentence, verb, company)
    return [a for a in told if a.kind == "group" and a.name[0].isupper() and a.name.endswith("s")]


def council(page: Page, sentence: Sentence, head: Token | None, company: Company) -> list[Actor]:
    """Those who sit where a body meets: the states that its name tells, "the joint commission of Norway and Kenya", those of the dispatch
    where it is called joint, else the body, "the UN Security Council". Nobody for what sits at home."""
    if head is None or head.lemma.lower() not in _COUNCILS or head.tag not in ("NN", "NNP"):
        return []
    words = company.phrase(sentence, head)
    named = company.parties_in(words)
    codes = list(dict.fromkeys(p.code for p in named if p.code))
    if len(codes) > 1:
        return [company.state(c) for c in codes]
    if {t.low for t in words} & _BETWEEN:
        return [company.state(c) for c in company.sides[:2]] if len(company.sides) > 1 else []
    if any(p.kind == "body" for p in named):
        whole = [t for t in words if t.dep != "det" and t.i <= head.i]
        name = page.text[whole[0].start : whole[-1].end]
        return [Actor(" ".join(name.split()), "group")]
    return []
