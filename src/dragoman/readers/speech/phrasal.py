"""Cues that are phrases: "according to", "in the words of", "in her view"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.cue import Cue
from dragoman.readers.speech.extent import clean
from dragoman.readers.speech.lexicon import Lexicon
from dragoman.readers.speech.source import Source, source
from dragoman.readers.speech.subject import subject
from dragoman.span import Span, outside

_OPINION = frozenset(
    [
        "word",
        "words",
        "view",
        "views",
        "opinion",
        "opinions",
        "judgment",
        "judgement",
        "estimation",
        "telling",
        "reckoning",
        "eyes",
        "account",
        "phrase",
        "assessment",
    ]
)


def _around(page: Page, sentence: Sentence, hole: Span) -> tuple[Span, ...]:
    parts = []
    for part in outside(sentence.span, [hole]):
        trimmed = clean(page.text, part)
        if trimmed is not None:
            parts.append(trimmed)
    return tuple(parts)


def _object(sentence: Sentence, preposition: Token) -> Token | None:
    return next((c for c in sentence.children(preposition) if c.dep == "pobj"), None)


def _according(page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    tokens = sentence.tokens
    for token in tokens:
        if token.low == "according" and token.i + 1 < len(tokens) and tokens[token.i + 1].low == "to":
            to = tokens[token.i + 1]
            head = _object(sentence, to) or _object(sentence, token)
            cue = Span(token.start, to.end)
        elif token.low == "per" and token.pos in ("ADP", "SCONJ") and (token.i == 0 or tokens[token.i - 1].text == ","):
            head, cue = _object(sentence, token), token.span
            if head is not None and not (
                head.pos == "PROPN" or head.lemma in lexicon.people or head.lemma in lexicon.papers
            ):
                continue
        else:
            continue
        if any(q.inner.holds(token.start) for q in page.quotes if q.depth == 0):
            continue
        if head is None:
            following = [t for t in tokens[token.i + 2 : token.i + 12] if t.pos in ("PROPN", "NOUN", "PRON")]
            head = following[0] if following else None
            while head is not None and head.dep in ("compound", "poss", "amod") and head.head > head.i:
                head = tokens[head.head]
        said = source(sentence, head, lexicon) if head is not None else None
        if said is None or (
            said.kind == "thing"
            and head is not None
            and head.lemma
            in (
                "law",
                "plan",
                "schedule",
                "principle",
                "circumstance",
                "wish",
                "rule",
                "condition",
                "need",
                "time",
                "tradition",
                "practice",
                "custom",
                "size",
                "taste",
            )
        ):
            continue
        hole = Span(min(cue.start, said.span.start), max(said.span.end, cue.end))
        end = hole.end
        while end < sentence.span.end and page.text[end] not in ',."' and end - hole.end < 120 and token.i > 2:
            end += 1
        hole = Span(hole.start, end if token.i > 2 else hole.end)
        content = _around(page, sentence, hole)
        if content:
            yield Cue(token, cue, said, content, "state", "according-to", True, True)


def _aside(sentence: Sentence, preposition: Token) -> bool:
    """Whether a phrase stands by itself in its sentence and completes no word before it ("were united in their views")."""
    above = sentence.head(preposition)
    if above is None or above.i > preposition.i or not sentence.tokens[preposition.i - 1].text[0].isalnum():
        return True
    return above.pos in ("VERB", "AUX") and above.tag != "VBN"


def _opinion(page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    tokens = sentence.tokens
    for token in tokens:
        if token.low not in ("in", "by", "to", "as", "at") or token.i + 2 >= len(tokens):
            continue
        if token.low == "as":
            yield from _as_put(page, sentence, lexicon, token)
            continue
        noun = _object(sentence, token)
        if noun is None or noun.low not in _OPINION or noun.i - token.i > 8 or not _aside(sentence, token):
            continue
        if token.low == "at" and noun.low != "words":
            continue
        if any(q.inner.holds(token.start) for q in page.quotes if q.depth == 0):
            continue
        head = next((c for c in sentence.children(noun) if c.dep == "poss"), None)
        if head is None:
            of = next((c for c in sentence.children(noun) if c.dep == "prep" and c.low == "of"), None)
            head = _object(sentence, of) if of is not None else None
        if head is None or head.low in ("my", "our", "your", "other", "few"):
            continue
        said = source(sentence, head, lexicon)
        if said is None or said.kind == "thing":
            said = Source(head.span, (head,), "pronoun") if head.low in ("his", "her", "their", "its") else None
        if said is None:
            continue
        if noun.low in ("eyes", "account", "phrase") and said.kind == "thing":
            continue
        hole = Span(token.start, max(noun.end, said.span.end))
        content = _around(page, sentence, hole)
        if content:
            yield Cue(token, Span(token.start, noun.end), said, content, "state", "in-words-of", True, True)


def _as_put(page: Page, sentence: Sentence, lexicon: Lexicon, token: Token) -> Iterator[Cue]:
    """ "as she put it", "as the minister called it"."""
    tokens = sentence.tokens
    for i in range(token.i + 1, min(token.i + 9, len(tokens))):
        verb = tokens[i]
        if (
            verb.lemma in ("put", "phrase")
            and i + 1 < len(tokens)
            and tokens[i + 1].low in ("it", "that")
            and verb.pos == "VERB"
        ):
            head = subject(sentence, verb)
            said = source(sentence, head, lexicon) if head is not None else None
            if said is not None and not any(q.inner.holds(token.start) for q in page.quotes if q.depth == 0):
                content = _around(page, sentence, Span(token.start, tokens[i + 1].end))
                if content:
                    yield Cue(verb, Span(verb.start, tokens[i + 1].end), said, content, "state", "as-put", True, True)
            return


def _for(page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    """ "For Ann Smith, a historian, the pact is more than it seems": a judgement given to the one named first."""
    tokens = sentence.tokens
    if not tokens or tokens[0].low not in ("for", "to") or sentence.root is None:
        return
    head = _object(sentence, tokens[0])
    said = source(sentence, head, lexicon) if head is not None else None
    root = sentence.root
    judged = root.lemma in ("be", "seem", "look", "mean", "remain", "appear") and root.tag in ("VBZ", "VBP")
    if said is None or said.kind != "name" or head is None or head.ent in ("GPE", "LOC", "DATE", "NORP") or not judged:
        return
    own_part = max(t.i for t in sentence.subtree(tokens[0]))
    if own_part + 1 < len(tokens) and tokens[own_part + 1].text == "," and page.desk.country_of(head.text) is None:
        content = clean(page.text, Span(tokens[own_part + 1].end, sentence.span.end))
        if content is not None:
            yield Cue(tokens[0], tokens[0].span, said, (content,), "state", "for", lemma="think")


def phrasal(page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    """The phrase cues of a sentence."""
    yield from _according(page, sentence, lexicon)
    yield from _opinion(page, sentence, lexicon)
    yield from _for(page, sentence, lexicon)
