"""One mention of a treaty, agreement, joint document or scheme, and the words that its name is read from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.page.page import Page, Sentence
from dragoman.readers.meeting.calendar_words import CALENDAR
from dragoman.span import Span

_WORD = re.compile(r"[^\W_]+(?:['.&/+-][^\W_]+)*'?|[^\w\s]")
YEAR = re.compile(r"(?:1[6-9]|20)\d\d\Z")

Words = list[tuple[str, Span]]
"""The words and marks of a sentence, each with its place."""


@dataclass(frozen=True, slots=True)
class Document:
    """One mention. `name` as the text writes it; `short`: the abbreviation given beside it."""

    name: str
    span: Span
    short: str | None = None
    rule: str = "instruments.name"


def words_of(page: Page, sentence: Sentence) -> Words:
    whole = sentence.span
    return [(m[0], Span(m.start(), m.end())) for m in _WORD.finditer(page.text, whole.start, whole.end)]


def capital(word: str) -> bool:
    return word[0].isupper() and word.lower() not in CALENDAR
