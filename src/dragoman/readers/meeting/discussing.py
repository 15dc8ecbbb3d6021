"""Contacts told by what was talked of alone: "X discussed trade with Y", "X and Y exchanged views", and whoever came along."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.begin import begin
from dragoman.readers.meeting.clause import status
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.draft import Actor, Draft
from dragoman.readers.meeting.hanging import doers
from dragoman.readers.meeting.linear import behind
from dragoman.readers.meeting.links import after
from dragoman.reading import EncounterKind

RULE = "encounters.discussed"
_VIEWS = frozenset(("view", "opinion", "impression", "assessment", "idea"))
WIRE = re.compile(r"\b(?:tele)?phone\b|\btelephonic|\bvideo (?:call|conference|link)\b", re.I)
_CHAIRING = frozenset(("chair", "co-chair", "cochair", "lead", "head", "preside", "moderate"))
_TALKS: tuple[EncounterKind, ...] = ("meeting", "call", "forum")


def discussing(page: Page, sentence: Sentence, company: Company, here: list[Draft]) -> Iterator[Draft]:
    """Tellings by verbs of talking for people of two countries of whom `here` tells none together."""
    if sentence.kind in ("title", "heading"):
        return
    for verb in sentence.tokens:
        if verb.pos != "VERB" or verb.lemma not in page.desk.word_set("encounter.discussing"):
            continue
        below = [c for c in sentence.children(verb) if c.dep == "dobj"]
        if verb.lemma in ("exchange", "share") and not any(c.lemma in _VIEWS for c in below):
            continue
        partner = after(sentence, verb, "with") or next((p for c in below if (p := after(sentence, c, "with"))), None)
        people = [a for a in doers(sentence, verb, company) if a.kind == "person"]
        people += [a for a in company.actors(sentence, partner) if a.kind == "person"] if partner is not None else []
        people = list(dict.fromkeys(people))
        if len({a.country for a in people if a.country}) < 2 or told_together(people, here):
            continue
        standing = status(sentence, verb, page.desk)
        if standing not in ("held", "scheduled"):
            continue
        kind: EncounterKind = "call" if WIRE.search(sentence.span.of(page.text)) else "meeting"
        draft = begin(page, sentence, Cue(kind, verb, verb), standing, people, [verb], RULE)
        draft.confidence = 0.6
        yield draft


def told_together(people: list[Actor], here: list[Draft]) -> bool:
    """Whether a telling of talks joins these already."""
    names = {a.name for a in people}
    return any(d.kind in _TALKS and names <= d.people for d in here)


def accompanied(sentence: Sentence, company: Company, here: list[Draft]) -> None:
    """Adds to a telling those who came along: "X, accompanied by Y, met Z", "flanked by Y"."""
    for verb in sentence.tokens:
        chaired = verb.tag == "VBN" and verb.lemma in _CHAIRING and verb.dep in ("acl", "advcl", "conj")
        agent = next((c for c in sentence.children(verb) if c.low == "by"), None) if chaired or _along(verb) else None
        beside = after(sentence, verb, "by") if agent is not None else None
        if beside is None or agent is None:
            continue
        more = [a for a in company.actors(sentence, beside) if a.kind == "person"]
        near = behind(sentence, agent, company)
        more = near if len(near) > len(more) else more
        chain = {t.i for t in sentence.ancestors(verb)}
        for draft in here:
            mine = any(w.i in chain or (w.dep == "acl" and w.head == verb.head) for w in draft.words)
            if chaired and (draft.kind not in _TALKS or draft.people):
                continue
            if mine and draft.kind in (*_TALKS, "visit") and (draft.people or chaired):
                draft.actors += [a for a in more if a not in draft.actors]


def _along(verb: Token) -> bool:
    return verb.tag == "VBN" and verb.lemma in ("accompany", "flank", "join") and verb.dep in ("acl", "advcl")
