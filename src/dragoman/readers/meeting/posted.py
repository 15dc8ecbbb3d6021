"""Contacts told in signed posts without a subject: "Good meeting with X … — Y (@y)", "Great to meet X", "Visiting Oslo …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.begin import begin
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.cues import noun_cue
from dragoman.readers.meeting.draft import Actor, Draft
from dragoman.readers.meeting.links import after
from dragoman.readers.meeting.presence import placed_in
from dragoman.readers.meeting.visits import destination
from dragoman.span import Span

_HANDLE = re.compile(r"\s*\(@\w+\)")
_SIGNATURE = re.compile(r"[—–-]\s*((?:[^\W\d_][\w.'’-]+ ){1,3}[^\W\d_][\w.'’-]+) ?\(@\w+\)")
_OPENING, _REACH = 8, 500
"""Words within which a post names the contact, characters within which its signature follows."""


def posted(page: Page, sentence: Sentence, company: Company) -> Iterator[Draft]:
    """What a sentence without a subject in a signed post tells of its writer; nothing for any other sentence."""
    if "(@" not in page.text or not _subjectless(sentence):
        return
    writer = _signed(page, sentence, company)
    cue = _contact(page, sentence) if writer is not None else None
    if cue is None or writer is None:
        return
    word = cue.word
    if cue.kind == "visit":
        place = after(sentence, word, "to", "in") if cue.noun else _object(sentence, word)
        if place is not None and placed_in(place, company, sentence, page.desk):
            draft = begin(page, sentence, cue, "held", [writer], [word], "encounters.posted")
            destination(page, sentence, draft, place, company)
            draft.heading = False
            yield draft
        return
    other = after(sentence, word, "with", "between") or (None if cue.noun else _object(sentence, word))
    other = other or next((p for t in sentence.subtree(word) if (p := after(sentence, t, "with")) is not None), None)
    met = [a for a in company.actors(sentence, other) if a != writer] if other is not None else []
    if met:
        draft = begin(page, sentence, cue, "held", [writer, *met], [word], "encounters.posted")
        draft.confidence, draft.heading, draft.again = 0.7, False, True
        yield draft


def _subjectless(sentence: Sentence) -> bool:
    """Whether a sentence begins with what was good, or with what was done, and says by nobody."""
    first = sentence.tokens[0] if sentence.tokens else None
    if first is None or first.tag not in ("JJ", "VBG", "VBN", "VBD", "NN", "NNS", "RB"):
        return False
    finite = (t for t in sentence.tokens[:_OPENING] if t.dep in ("nsubj", "nsubjpass"))
    return not any(t.pos in ("PROPN", "PRON", "NOUN") and sentence.tokens[t.head].tag[:2] == "VB" for t in finite)


def _signed(page: Page, sentence: Sentence, company: Company) -> Actor | None:
    """Who signs a post with name and handle behind its text."""
    end = min(len(page.text), sentence.span.end + _REACH)
    for span, n in company.mentioned(Span(sentence.span.start, end)):
        if _HANDLE.match(page.text, span.end):
            return company.actor(n)
    found = _SIGNATURE.search(page.text, sentence.span.start, end)
    return Actor(found[1], "person") if found is not None else None


def _contact(page: Page, sentence: Sentence) -> Cue | None:
    """The word for a contact among the first of a post."""
    for token in sentence.tokens[:_OPENING]:
        if token.lemma == "meet" and token.tag in ("VB", "VBD", "VBN", "VBG"):
            return Cue("meeting", token, token)
        if token.lemma in ("visit", "tour") and token.tag[:2] == "VB":
            return Cue("visit", token, token)
        cue = noun_cue(page.desk, sentence, token) if token.tag[:2] == "NN" else None
        if cue is not None and cue.kind in ("meeting", "call", "visit"):
            return cue
    return None


def _object(sentence: Sentence, verb: Token) -> Token | None:
    return next((c for c in sentence.children(verb) if c.dep == "dobj"), None)
