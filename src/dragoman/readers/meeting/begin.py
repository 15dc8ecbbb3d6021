"""The beginning of a telling: what its cue alone says."""

from __future__ import annotations

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.clause import told
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.draft import MEALS, Actor, Draft
from dragoman.reading import Status
from dragoman.span import Span

_RETINUE = frozenset(("delegation", "entourage", "team", "party", "retinue", "suite"))
_APART = frozenset(("later", "separately", "afterwards", "afterward", "subsequently", "thereafter"))
"""What tells an encounter apart from the one before it: "later in the day"."""
_RELATING = frozenset(("be", "follow", "precede", "recall", "have"))
"""Verbs in the present that tell of no contact under way."""
_AGAIN = frozenset(("again", "another", "next", "second", "third", "separate"))


def begin(
    page: Page, sentence: Sentence, cue: Cue, standing: Status, actors: list[Actor], words: list[Token], rule: str
) -> Draft:
    verb = cue.verb or cue.word
    quote = page.quote_at(cue.word.start)
    near = {t.low for t in sentence.subtree(cue.word)} if len(sentence.subtree(cue.word)) < 40 else set()
    return Draft(
        kind=cue.kind,
        status=standing,
        sentence=sentence.number,
        cue=Span(min(verb.start, cue.word.start), max(verb.end, cue.word.end))
        if abs(verb.i - cue.word.i) < 6
        else cue.word.span,
        evidence=sentence.span,
        words=words,
        actors=[a for a in dict.fromkeys(actors) if a.name.lower() not in _RETINUE or len(actors) < 3],
        rule=rule,
        heading=sentence.kind in ("title", "heading"),
        again=bool(near & _AGAIN) or any(c.low in _APART for c in sentence.children(verb)),
        recalled=_recalled(sentence, verb),
        report=not told(sentence, cue.word),
        quoted=quote is not None,
        now=_running(sentence, verb),
        meal=cue.kind == "meeting"
        and any(t.lemma in MEALS for t in (cue.word, *_adjuncts(sentence, verb), *_compounds(sentence, cue.word))),
    )


def _running(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells what happens as it is written: "arrives", "have just signed"."""
    helpers = {c.low for c in sentence.children(verb) if c.dep in ("aux", "auxpass")}
    just = any(c.low == "just" for c in sentence.children(verb))
    return (verb.tag == "VBZ" and verb.lemma not in _RELATING and not helpers) or (
        just and bool(helpers & {"has", "have", "'ve"})
    )


def _adjuncts(sentence: Sentence, verb: Token) -> list[Token]:
    """The nouns behind a verb's prepositions: "hosted her for lunch"."""
    return [n for p in sentence.children(verb) if p.dep in ("prep", "dative") for n in sentence.children(p)]


def _compounds(sentence: Sentence, noun: Token) -> list[Token]:
    """What a noun is told to be by one before it: "a luncheon meeting"."""
    return [c for c in sentence.children(noun) if c.dep == "compound"]


def _recalled(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells of something before what the sentence reports: "had met", "after the two signed", "last
    met"."""
    below = list(sentence.children(verb))
    above = sentence.head(verb)
    if verb.dep == "relcl" and above is not None and above.lemma in ("time", "occasion"):
        return True
    if {c.low for c in below} & {"last", "previously", "earlier", "had", "once", "formerly"}:
        return True
    return left_behind(sentence, verb) or (
        verb.dep == "advcl"
        and verb.tag == "VBD"
        and any(c.dep == "mark" and c.low in ("after", "since") for c in below)
    )


def left_behind(sentence: Sentence, verb: Token) -> bool:
    """Whether an occasion had been attended before what the sentence reports: "flew home after attending the summit"."""
    above = sentence.head(verb)
    return verb.dep == "pcomp" and above is not None and above.low in ("after", "following") and verb.lemma == "attend"


def countries(sentence: Sentence, token: Token | None, company: Company) -> list[str]:
    """Countries that a noun phrase names, as that of an unnamed counterpart."""
    if token is None:
        return []
    words = company.phrase(sentence, token)
    span = Span(words[0].start, words[-1].end)
    named = [p for p in company.named if p.code and span.covers(p.span)]
    own = [p for p in named if p.span.holds(token.start)]
    text = company.page.text
    return [p.code for p in named if p.code and not (own and text[p.span.end : p.span.end + 2] in ("'s", "’s"))]
