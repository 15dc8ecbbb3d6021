"""What is told without a speaker: "it was agreed that …", "a belief was expressed", "the results were highly appreciated".

At a meeting both sides are meant; where the text is no account of one, no cue of this kind is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.cue import Cue
from dragoman.readers.speech.lexicon import Lexicon
from dragoman.readers.speech.source import kind_of
from dragoman.reading import Act
from dragoman.span import Span

_AGREEMENT = frozenset(("agreement", "consensus", "understanding", "accord", "recognition"))
_IN_ACCORD = re.compile(
    r"\b(?:it was|they were|both(?: sides)? were|the two (?:sides )?were|were|was) in (?:full |complete |broad )?agreement\b"
)
_UTTERED = frozenset(("express", "voice", "reaffirm", "reiterate", "confirm", "note", "underline", "stress"))
"""Verbs whose passive makes a noun of speech a statement: "interest was reaffirmed"."""
_VALUED = frozenset(("appreciated", "appraised", "valued", "praised", "commended", "hailed"))
_HIGHLY = frozenset(("highly", "greatly", "warmly", "deeply"))


def _named(sentence: Sentence, verb: Token) -> bool:
    """Whether the sentence says by whom, or denies it."""
    return any(c.dep in ("agent", "neg") or c.low == "by" for c in sentence.children(verb))


def _accord(sentence: Sentence, noun: Token) -> Cue | None:
    """ "An agreement was reached"; "the agreement" takes up what the text has told before."""
    verb = sentence.tokens[noun.head]
    taken_up = any(c.low in ("the", "these", "those", "this") for c in sentence.children(noun))
    if verb.lemma != "reach" or taken_up or any(c.dep == "neg" for c in sentence.children(verb)):
        return None
    return Cue(verb, Span(noun.start, verb.end), None, (sentence.span,), "agree", "agentless", True)


def _uttered(sentence: Sentence, noun: Token, lexicon: Lexicon) -> Cue | None:
    """ "A belief was expressed that …", "interest in trade was reaffirmed"."""
    verb = sentence.tokens[noun.head]
    frame = lexicon.nouns.get(noun.low) or lexicon.nouns.get(noun.lemma.lower())
    told = lexicon.verb(verb)
    if frame is None or told is None or told.lemma not in _UTTERED or _named(sentence, verb) or verb.dep != "ROOT":
        return None
    act: Act = "agree" if told.lemma in ("reaffirm", "confirm") else frame.act
    cue = Span(min(noun.start, verb.start), max(noun.end, verb.end))
    return Cue(verb, cue, None, (sentence.span,), act, "agentless", True, lemma=told.lemma)


def _valued(sentence: Sentence, word: Token, lexicon: Lexicon) -> Cue | None:
    """ "The results of the conference were highly appreciated"."""
    verb = word if word.dep == "ROOT" else sentence.tokens[word.head]
    praised = any(t.low in _HIGHLY for t in sentence.tokens[max(0, word.i - 1) : word.i])
    noun = next((c for c in sentence.children(verb) if c.dep in ("nsubj", "nsubjpass")), None)
    if not praised or noun is None or verb.dep != "ROOT" or _named(sentence, word) or _named(sentence, verb):
        return None
    if kind_of(noun, lexicon) != "thing":
        return None
    return Cue(word, word.span, None, (sentence.span,), "commend", "agentless", True, lemma="appreciate")


def agentless(page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    """The cues of a sentence that name nobody, at most one."""
    tokens = sentence.tokens
    for token in tokens:
        cue: Cue | None = None
        if token.dep == "nsubjpass" and token.lemma.lower() in _AGREEMENT:
            cue = _accord(sentence, token)
        if cue is None and token.dep == "nsubjpass":
            cue = _uttered(sentence, token, lexicon)
        if cue is None and token.low in _VALUED:
            cue = _valued(sentence, token, lexicon)
        if cue is not None and not any(q.inner.holds(cue.token.start) for q in page.quotes if q.depth == 0):
            yield cue
            return
    found = _IN_ACCORD.search(page.low, sentence.span.start, sentence.span.end)
    if found and len(tokens) <= 8:
        yield Cue(tokens[0], Span(found.start(), found.end()), None, (sentence.span,), "agree", "agentless", True)
