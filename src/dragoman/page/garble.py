"""Sentences that came broken, as machine translation and bad extraction break them, with the sign of it.

Marking costs nothing: readers read such a sentence as far as it goes, and a view can say how far to trust it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.page.page import Sentence
from dragoman.reading import Garble

_RESTARTS = frozenset(["We", "The", "It", "They", "He", "She", "This", "These", "Those", "There", "You", "And", "But"])
_EQUATED = re.compile(r"\b[A-Z]{2,}\w* ?= ?[A-Z]")
_DAYS = re.compile(r"\bfrom (?:the )?(\d{1,2})(?:st|nd|rd|th) (?:to|until|through) (?:the )?(\d{1,2})(?:st|nd|rd|th)\b")
_TWICE = re.compile(r"\b((?!had|that|is)[a-z]{2,}) \1\b")
_ORPHAN = re.compile(r"^[,;)]|^(?:and|or|of|to) ?[.,]")
_LONG = 12
"""Words below which a sentence without a verb is a manner of writing: "A quiet end to a long night."."""
_FINITE = ("VBD", "VBZ", "VBP", "MD")


def _sign(text: str, sentence: Sentence) -> str | None:
    tokens = sentence.tokens
    flat = " ".join(text[sentence.span.start : sentence.span.end].split())
    if _ORPHAN.search(flat):
        return "begins in the middle of a sentence"
    if _EQUATED.search(flat):
        return "an abbreviation is set equal to words, as some translations leave notes"
    days = _DAYS.search(flat)
    if days and int(days[2]) < int(days[1]):
        return "a span of days that ends before it begins"
    if twice := _TWICE.search(flat):
        return f"a word stands twice: “{twice[1]} {twice[1]}”"
    for before, here in pairwise(tokens):
        if (
            here.text in _RESTARTS
            and here.pos in ("PRON", "DET")
            and not (
                here.i + 1 < len(tokens) and (tokens[here.i + 1].pos == "PROPN" or tokens[here.i + 1].text.isdigit())
            )  # a name that begins with "The"
            and before.text.isalpha()
            and before.text.islower()
            and before.pos in ("NOUN", "ADJ", "ADV", "VERB")
        ):
            return f"a second sentence begins inside it at “{here.text}”"
    words = [t for t in tokens if t.text.isalpha()]
    if (
        sentence.kind == "prose"
        and len(words) >= _LONG
        and flat.endswith(".")
        and not any(t.tag in _FINITE for t in tokens)
        and not any(t.dep.startswith("nsubj") or (t.tag == "VB" and t.head == t.i) for t in tokens)
    ):
        return "no verb of its own"
    return None


def garbled(text: str, sentences: Sequence[Sentence]) -> Iterator[Garble]:
    """Every broken sentence of the prose, in order. `text` evened."""
    for sentence in sentences:
        if sentence.kind in ("title", "heading") or not sentence.tokens:
            continue
        if sign := _sign(text, sentence):
            yield Garble(sentence.span, sign)
