"""Cues that are phrases: "according to", "in the words of", "in her view", and nouns of speech with a light verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.speech.cue import Cue
from dragoman.readers.speech.lexicon import Lexicon
from dragoman.readers.speech.source import Source, source
from dragoman.readers.speech.subject import passive, subject
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
_EMPTY = frozenset(
    (
        "remark",
        "statement",
        "comment",
        "mention",
        "reference",
        "case",
        "point",
        "attack",
        "question",
        "issue",
        "exception",
    )
)
_MODALS = frozenset(("will", "may", "might", "could", "should", "must", "can", "shall"))
_AGREEMENT = frozenset(("agreement", "consensus", "understanding", "accord", "recognition"))
_IN_ACCORD = re.compile(
    r"\b(?:it was|they were|both(?: sides)? were|the two (?:sides )?were|were|was) in (?:full |complete |broad )?agreement\b|\breached? (?:an? |the |\w+ |multiple |important |many )*(?:agreements?|consensus(?:es)?|common understandings?)\b"
)


def _around(page: Page, sentence: Sentence, hole: Span) -> tuple[Span, ...]:
    parts = []
    for part in outside(sentence.span, [hole]):
        trimmed = _clean(page.text, part)
        if trimmed is not None:
            parts.append(trimmed)
    return tuple(parts)


def _clean(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:-"):
        end -= 1
    return Span(start, end) if start < end and any(c.isalnum() for c in text[start:end]) else None


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


def _opinion(page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    tokens = sentence.tokens
    for token in tokens:
        if token.low not in ("in", "by", "to", "as") or token.i + 2 >= len(tokens):
            continue
        if token.low == "as":
            yield from _as_put(page, sentence, lexicon, token)
            continue
        noun = _object(sentence, token)
        if noun is None or noun.low not in _OPINION or noun.i - token.i > 8:
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


def _lights(page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    for verb in sentence.tokens:
        if verb.lemma not in lexicon.lights or verb.pos != "VERB":
            continue
        noun = next((c for c in sentence.children(verb) if c.dep == "dobj"), None)
        if noun is None or noun.i - verb.i > 12 or any(q.inner.holds(verb.start) for q in page.quotes if q.depth == 0):
            continue
        frame = lexicon.nouns.get(noun.lemma.lower()) or lexicon.nouns.get(noun.low)
        if frame is None or (frame.frames and verb.lemma not in frame.frames) or passive(sentence, verb):
            continue
        if verb.lemma == "have" or (
            verb.lemma in ("give", "show", "hold", "take", "write", "post", "send", "put", "share")
            and frame.lemma
            not in (
                "view",
                "concern",
                "recognition",
                "understanding",
                "issue",
                "exception",
                "voice",
                "assurance",
                "respect",
                "opinion",
            )
        ):
            continue
        if any(c.dep == "aux" and c.low in _MODALS for c in sentence.children(verb)):
            continue
        full = any(c.dep in ("acl", "prep", "relcl") and c.i > noun.i for c in sentence.children(noun)) or any(
            c.dep in ("prep", "ccomp", "advcl") and c.i > noun.i for c in sentence.children(verb)
        )
        if frame.lemma in _EMPTY and not full:
            continue
        head = subject(sentence, verb)
        said = source(sentence, head, lexicon) if head is not None else None
        if said is None or said.kind == "thing":
            continue
        end = sentence.reach(verb).end
        clause = any(
            c.dep in ("acl", "ccomp") and any(m.low == "that" for m in sentence.children(c))
            for c in (*sentence.children(noun), *sentence.children(verb))
        )
        yield Cue(
            verb, Span(verb.start, noun.end), said, (Span(noun.start, max(end, noun.end)),), frame.act, "noun", clause
        )


def _accord(page: Page, sentence: Sentence) -> Iterator[Cue]:
    """ "It was in agreement", "an agreement was reached": what the two sides state together without being named."""
    tokens = sentence.tokens
    for noun in tokens:
        if noun.lemma.lower() in _AGREEMENT and noun.dep == "nsubjpass":
            verb = tokens[noun.head]
            if verb.lemma == "reach" and not any(c.dep == "neg" for c in sentence.children(verb)):
                yield Cue(verb, Span(noun.start, verb.end), None, (sentence.span,), "agree", "agentless", True)
                return
    found = _IN_ACCORD.search(page.low, sentence.span.start, sentence.span.end)
    if found and found[0].endswith("in agreement") and (len(tokens) <= 8):
        yield Cue(tokens[0], Span(found.start(), found.end()), None, (sentence.span,), "agree", "agentless", True)


def phrasal(page: Page, sentence: Sentence, lexicon: Lexicon) -> Iterator[Cue]:
    """The phrase cues of a sentence."""
    yield from _according(page, sentence, lexicon)
    yield from _opinion(page, sentence, lexicon)
    yield from _lights(page, sentence, lexicon)
    yield from _accord(page, sentence)
