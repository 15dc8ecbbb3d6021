"""Bodies, countries and delegations that a noun phrase names where it names no person."""

from __future__ import annotations

from dragoman.page.page import Token
from dragoman.readers.meeting.draft import Actor
from dragoman.readers.meeting.nouns import singular
from dragoman.readers.meeting.parties import Party
from dragoman.readers.meeting.roster import Roster

_SENT = frozenset(("representative", "member", "official", "delegate"))
"""Nouns for those whom a body sends."""
_ENVOYS = frozenset(("ambassador", "envoy", "consul", "attaché", "d'affaires", "ministry", "minister"))
_BODIES = frozenset(
    ("ministry", "department", "agency", "authority", "bank", "institute", "university", "council", "court")
)
"""Nouns that name a body; of two in a list each is one."""
_ANY = frozenset(
    (
        "new",
        "visiting",
        "senior",
        "high",
        "level",
        "official",
        "same",
        "whole",
        "latest",
        "member",
        "strong",
        "five",
        "six",
    )
)
"""What is said of any delegation and tells none from another."""
_MERE = frozenset(("senior", "top", "visiting", "their", "several", "some", "various", "many", "numerous"))
"""Words before a noun for people that do not tell who they are."""
_AROUND = frozenset(
    ("over", "in", "at", "on", "with", "by", "after", "during", "about", "amid", "before", "as", "since")
)
"""Words behind a noun that tell of the occasion and not of who is meant."""


def core(head: Token, words: list[Token]) -> list[Token]:
    """The words that say who is meant, without the occasion behind them: "the ambassador" of "the ambassador over threats"."""
    stop = next((t.i for t in words if t.i > head.i and t.low in _AROUND), None)
    return [t for t in words if stop is None or t.i < stop]


def bodies(company: Roster, head: Token, words: list[Token]) -> list[Actor]:
    named = company.parties_in(words)
    at_head = [p for p in named if p.span.holds(head.start) and p.kind in ("country", "seat", "body", "demonym")]
    if at_head:
        return [_party(company, p) for p in at_head]
    if head.low in ("it", "who", "which", "that", "there", "this", "these", "those", "what", "hon", "hon.", "rt"):
        return []
    lemma = singular(head)
    if lemma not in company.officials and head.tag not in ("NNP", "NNPS") and head.low not in company.groups:
        return []
    if (
        head.tag in ("NNP", "NNPS")
        and lemma not in company.officials
        and head.ent in ("GPE", "LOC", "FAC", "DATE", "EVENT", "TIME")
    ):
        return []
    if words[0].low in ("other", "others", "no", "any", "neither"):
        return []
    if head.low in _BODIES and (second := next((t for t in words if t.i > head.i and t.low in _BODIES), None)):
        joint = max((t.i for t in words if head.i < t.i < second.i and t.low in ("and", ",")), default=0)
        mine, theirs = [t for t in words if t.i < joint], [t for t in words if t.i > joint]
        if joint:
            return [*bodies(company, head, mine), *bodies(company, second, theirs)]
    words = _own(head, words)
    named = company.parties_in(core(head, words))
    codes = list(dict.fromkeys(p.code for p in named if p.code))
    heads = led(company, words)
    if heads:
        return heads
    one = head.tag in ("NN", "NNP") and lemma in _ENVOYS and named and named[0].span.start < head.start
    if len(codes) > 1 and one:  # "Norway's ambassador to Kenya"
        return [Actor(_name(company, head, words), "group", named[0].code)]
    if len(codes) > 1 and lemma in company.officials:
        return [company.state(c) for c in codes]
    return [Actor(_name(company, head, words), "group", codes[0] if len(codes) == 1 else None)]


def _own(head: Token, words: list[Token]) -> list[Token]:
    """The words of the first of several that are joined: "officials of Kenya" of "officials of Kenya and members of the board"."""
    joint = next((t for t in words if t.head == head.i and t.dep == "cc" and t.i > head.i), None)
    return [t for t in words if joint is None or t.i < joint.i]


def _party(company: Roster, party: Party) -> Actor:
    return company.state(party.code) if party.code else Actor(company.body(party.name), "state", None)


def _name(company: Roster, head: Token, words: list[Token]) -> str:
    """The name of a body, or the bare noun phrase of people not named: without article, count and, for people,
    country."""
    proper = [t for t in words if t.tag in ("NNP", "NNPS")]
    if head.low in company.groups:
        inner = [t for t in words if t.i > head.i]
        if inner and inner[0].low in ("of", "from") and len(inner) > 1:
            words = inner[1:]
    words = core(head, _own(head, words))
    behind = [t for t in words if t.i > head.i]
    if (
        singular(head) in _SENT
        and behind
        and behind[0].low in ("of", "from")
        and sum(t.text[0].isupper() for t in behind) > 1
    ):
        body = [t for t in behind[1:] if t.low not in ("the", "both")]
        if body and body[0].text[0].isupper():  # "representatives of the Union of Harbour Towns": the body
            words, proper = body, body
    while len(words) > 1 and (words[0].tag in ("DT", "CD", "PRP$", "RB", "RBR") or words[0].low in _MERE):
        words = words[1:]
    text = (
        " ".join(company.page.text[words[0].start : words[-1].end].split())
        if proper
        else " ".join(t.text for t in words)
    )
    if text.count("(") > text.count(")"):
        text = text[: text.rindex("(")]
    return text.strip(" ,\"'").removesuffix("'s")


def content(company: Roster, words: list[Token]) -> frozenset[str]:
    return frozenset(
        t.lemma.lower()
        for t in words
        if t.tag[:2] in ("NN", "JJ", "VB") and t.low not in company.groups and t.lemma.lower() not in _ANY
    )


def led(company: Roster, words: list[Token]) -> list[Actor]:
    """The leaders of a delegation named before: "the delegation", "the delegation of X", or just "X" in two words
    of its name."""
    mine = content(company, words)
    group = any(t.low in company.groups for t in words)
    codes = {p.code for p in company.parties_in(words) if p.code}
    for led in reversed(company.leaders):
        shared = mine & led.words
        if group and (not mine or len(shared) >= max(1, len(mine) - 1) or (led.country in codes and len(mine) <= 1)):
            return list(led.people)
        if len(shared) >= 2 and len(shared) >= len(mine) - 1:
            return list(led.people)
    return []
