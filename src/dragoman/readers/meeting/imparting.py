"""Contacts told by what one side told the other: "X told the Danish ambassador that …", "X had stressed to Y that …", "officials of
the agency briefed the embassy"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.begin import begin
from dragoman.readers.meeting.clause import status
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.discussing import RULE, WIRE, told_together
from dragoman.readers.meeting.draft import Actor, Draft
from dragoman.readers.meeting.hanging import doers
from dragoman.readers.meeting.links import after
from dragoman.reading import EncounterKind

_TO = frozenset(("emphasise", "emphasize", "stress", "convey", "relay", "express", "explain", "reiterate"))
"""Verbs of which "to" leads in who is told."""
_ENVOYS = frozenset(
    ("ambassador", "envoy", "embassy", "d'affaires", "consul", "diplomat", "commissioner", "counterpart")
)
"""Those whom one tells something by being with them."""
_PUBLIC = re.compile(
    r"\b(?:speech|statement|letter|interview|message|tweet|tweeted|post|posted|broadcast|conference|rally|hearing|address)\b",
    re.I,
)
"""What tells others something without a contact."""


def imparting(page: Page, sentence: Sentence, company: Company, here: list[Draft]) -> Iterator[Draft]:
    """Tellings for officials of two countries of whom `here` tells none together."""
    words = page.desk.word_set("encounter.imparting")
    if sentence.kind in ("title", "heading"):
        return
    for verb in sentence.tokens:
        if verb.tag not in ("VBD", "VBN") or verb.lemma not in words or verb.dep in ("acl", "amod"):
            continue
        heard = _heard(sentence, verb)
        if heard is None or status(sentence, verb, page.desk) != "held" or _PUBLIC.search(sentence.span.of(page.text)):
            continue
        mine = [a for a in doers(sentence, verb, company) if a.kind != "state"]
        theirs = [a for a in company.actors(sentence, heard) if a not in mine]
        if not mine or not theirs or not (_official(company, mine) and _official(company, theirs)):
            continue
        envoys = heard.lemma.lower() in _ENVOYS or (verb.lemma in _TO and heard.low in ("government", "ministry"))
        people = all(a.kind == "person" for a in (*mine, *theirs))
        homes = {a.country for a in mine if a.country}
        abroad = any(a.country and a.country not in homes for a in theirs) and (bool(homes) or envoys)
        if not abroad or not (people or envoys) or told_together([*mine, *theirs], here):
            continue
        kind: EncounterKind = "call" if WIRE.search(sentence.span.of(page.text)) else "meeting"
        rule = RULE if people else "encounters.imparted"
        draft = begin(page, sentence, Cue(kind, verb, verb), "held", [*mine, *theirs], [verb], rule)
        draft.confidence = 0.55
        yield draft


def _heard(sentence: Sentence, verb: Token) -> Token | None:
    """Who is told something."""
    if verb.lemma in _TO:
        return after(sentence, verb, "to")
    return next((c for c in sentence.children(verb) if c.dep in ("dobj", "dative") and c.pos != "ADP"), None)


def _official(company: Company, actors: list[Actor]) -> bool:
    """Whether the people among some hold offices and speak for themselves."""
    known = {p.name: p for p in company.people}
    people = [known[a.name] for a in actors if a.kind == "person" and a.name in known]
    return all(p.kind == "official" and not company.speaks(p) for p in people)
