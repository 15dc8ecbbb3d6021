"""Whose voice a sentence without a cue is in: the last speaker's, or the reporter's.

Two things decide: what the sentence itself shows (what should or will be done, by whom, in which tense), and what kind of text it
stands in. In a readout a paragraph goes on in its speaker's voice; a news story returns to its reporter as soon as it can.
"""

from __future__ import annotations

import re

from dragoman.page.page import Page, Sentence, Token

_DEONTIC = re.compile(
    r"\b(?:should|must|ought to|shall|needs? to|needed to|let us|it is (?:hoped|necessary|imperative|important|essential)|"
    r"hopes?|hoped|(?:is|are|was|were|remains?|stands?) (?:always |also |still |now |fully )*(?:willing|ready|prepared|committed|opposed|worried|concerned)|"
    r"st(?:ands?|ood) ready|would|will (?:continue|work|further|never|always|firmly|actively|stick|also)|we|our|let us|welcomes?|opposes?|attaches|adheres?|firmly|"
    r"highly (?:values?|appreciates?)|(?:fully|firmly|strongly) supports?|supports|appreciates?|upholds?|respects?)\b"
)
_EVENT = re.compile(
    r"\b(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last (?:week|month|year|mon|tues|wednes|thurs|fri|satur|sun)\w*|in (?:19|20)\d\d|attended|also present|was present|"
    r"were present|launched in|founded in|exchanged views|the (?:meeting|talks|call|forum|event|visit|session) (?:was|were|is|came|comes|took|lasted))\b"
)
_POINTS = frozenset(("that", "this", "those", "these", "such", "but", "however", "yet", "still", "meanwhile"))
_PRESENT = frozenset(("VBZ", "VBP", "MD"))
_GUEST = frozenset(
    [
        "attend",
        "visit",
        "arrive",
        "leave",
        "meet",
        "accompany",
        "travel",
        "hold",
        "host",
        "receive",
        "co-chair",
        "discuss",
        "exchange",
        "review",
        "touch",
        "chair",
        "sign",
        "tour",
        "depart",
        "return",
        "stay",
        "pay",
        "marked",
        "serve",
        "head",
    ]
)


def finite(sentence: Sentence) -> Token | None:
    """The finite verb of the main clause, its auxiliary where it has one."""
    root = sentence.root
    if root is None:
        return None
    for child in sentence.children(root):
        if child.dep in ("aux", "auxpass") and child.tag in ("MD", "VBZ", "VBP", "VBD"):
            return child
    return root if root.tag in ("VBZ", "VBP", "VBD") else None


def own_voice(page: Page, sentence: Sentence) -> float:
    """How far the sentence by itself sounds like someone's statement (above 0) or like a reporter's account (below 0)."""
    low = page.low[sentence.span.start : sentence.span.end]
    verb = finite(sentence)
    value = 0.0
    if _DEONTIC.search(low):
        value += 1.5
    if _EVENT.search(low):
        value -= 1.5
    if verb is not None:
        perfect = verb.tag in ("VBZ", "VBP") and verb.lemma == "have"
        if verb.tag in _PRESENT:
            value += 0.5
        if perfect:
            value += 0.1
        if verb.tag == "VBD":
            value -= 1.0
            if verb.lemma == "have":
                value += 0.9 if not _EVENT.search(low) else 0.0
    else:
        value -= 0.5
    root = sentence.root
    if root is not None and root.lemma in _GUEST:
        value -= 1.0
    return value


def backshifted(page: Page, sentence: Sentence) -> bool:
    """Whether the sentence tells, one tense back, what someone recalled or foresaw ("Nothing had come of it")."""
    verb = finite(sentence)
    if verb is not None and verb.low == "would" and not pointing(sentence):
        return not _EVENT.search(page.low, sentence.span.start, sentence.span.end)
    if verb is None or verb.low not in ("had", "'d") or sentence.root is None or verb.i == sentence.root.i:
        return False
    return not _EVENT.search(page.low, sentence.span.start, sentence.span.end)


def pointing(sentence: Sentence) -> bool:
    """Whether a sentence begins by pointing back or against what was said, as a reporter's comment does ("That would be a first")."""
    return sentence.tokens[0].low in _POINTS


def addressed(page: Page, sentence: Sentence) -> bool:
    """Whether a state, a side or "we" should, will or is ready to do something: the stuff of statements."""
    return bool(_DEONTIC.search(page.low, sentence.span.start, sentence.span.end))
