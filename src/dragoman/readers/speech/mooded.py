"""Cues that are states of mind: "was worried that …", "is optimistic about …", "were grateful for …"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.cue import Cue
from dragoman.readers.speech.lexicon import Lexicon
from dragoman.readers.speech.source import source
from dragoman.readers.speech.subject import subject
from dragoman.span import Span

_BEING = frozenset(("be", "feel", "remain", "sound", "seem", "appear"))
_MODALS = frozenset(("will", "may", "might", "could", "should", "must", "can", "shall", "would"))


def _complement(sentence: Sentence, mood: Token, frames: frozenset[str]) -> Token | None:
    """What someone is worried about or confident that: a clause, or a phrase after a preposition of the mood's frames."""
    for child in sentence.children(mood):
        if child.i > mood.i and child.dep == "ccomp" and "clause" in frames:
            return child
        if child.i > mood.i and child.dep == "prep" and child.low in frames:
            return child
    return None


def mooded(page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    """The states of mind that a sentence gives to people."""
    for mood in sentence.tokens:
        frame = lexicon.moods.get(mood.low)
        verb = sentence.head(mood)
        if frame is None or verb is None or mood.dep not in ("acomp", "ROOT", "oprd") or verb.lemma not in _BEING:
            continue
        if verb.tag not in ("VBD", "VBZ", "VBP") or any(q.inner.holds(mood.start) for q in page.quotes if q.depth == 0):
            continue
        kids = list(sentence.children(verb))
        if any(c.dep == "aux" and c.low in _MODALS for c in kids):
            continue
        told = _complement(sentence, mood, frame.frames) or _complement(sentence, verb, frame.frames & {"clause"})
        head = subject(sentence, verb) if told is not None and told.i > mood.i else None
        said = source(sentence, head, lexicon) if head is not None else None
        if told is None or said is None or said.kind not in ("name", "people", "pronoun"):
            continue
        denied = any(c.dep == "neg" for c in kids)
        content = (sentence.reach(told),)
        cue = Span(min(verb.start, mood.start), max(verb.end, mood.end))
        yield Cue(mood, cue, said, content, frame.act, "mood", told.dep == "ccomp", negated=denied, lemma=frame.lemma)
