"""Sentences in, words with their grammar out, at the offsets of the text as given.

The grammar sees one sentence at a time, cut before it, so that a heading or dateline never becomes its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.page.grammar import Form, grammar
from dragoman.page.page import Token
from dragoman.span import Span, outside

LONGEST, WIDEST = 400, 20_000
"""Words and characters of a sentence that are parsed together; one that goes on longer is a list or garbage, and is parsed in pieces of these."""


_UNEVEN = re.compile(r"\s\s|^\s|\s$|[^\S ]|[\ud800-\udfff]")


def _piece(text: str, span: Span, holes: Sequence[Span]) -> tuple[str, Sequence[int]]:
    """The sentence on one line, without its holes and with single blanks, and the offset of each of its characters."""
    if not holes and not _UNEVEN.search(span.of(text)):
        return span.of(text), range(span.start, span.end)
    chars: list[str] = []
    offsets: list[int] = []
    for part in outside(span, holes):
        for at in range(part.start, part.end):
            char = text[at]
            if char.isspace():
                if chars and chars[-1] != " ":
                    chars.append(" ")
                    offsets.append(at)
            else:
                chars.append("\ufffd" if "\ud800" <= char <= "\udfff" else char)  # half a character is none
                offsets.append(at)
        if chars and chars[-1] != " " and part.end < span.end:
            chars.append(" ")
            offsets.append(part.end)
    while chars and chars[-1] == " ":
        chars.pop()
        offsets.pop()
    return "".join(chars), offsets


def _cuts(piece: str) -> Iterator[tuple[int, int]]:
    """Start and end of the parts of a sentence that are parsed together; nearly always one."""
    start = words = 0
    for at, char in enumerate(piece):
        words += char == " "
        if words == LONGEST or at - start == WIDEST:
            yield start, at
            start, words = at, 0
    if start < len(piece):
        yield start, len(piece)


def _tokens(forms: Sequence[Form], offsets: Sequence[int], before: int) -> Iterator[Token]:
    """The words of one part; `before`: how many of its sentence stand before it. White space that was cut as a word is left out."""
    place: dict[int, int] = {}
    for i, form in enumerate(forms):
        if not form.space:
            place[i] = before + len(place)
    for i, here in place.items():
        form = forms[i]
        head = form.head
        while head not in place and forms[head].head != head:
            head = forms[head].head
        yield Token(
            here, form.text, form.low, form.lemma, form.tag, form.pos, form.dep, place.get(head, here),
            offsets[form.at], offsets[form.at + len(form.text) - 1] + 1, form.ent, form.ent_begins,
        )  # fmt: skip


def parse(text: str, spans: Sequence[Span], holes: Sequence[Span]) -> Iterator[tuple[Token, ...]]:
    """The words of each sentence, in order. `text` evened; `holes`: spans to be left out, wherever they lie."""
    pieces = [_piece(text, span, [h for h in holes if h.overlaps(span)]) for span in spans]
    parts = [list(_cuts(piece)) for piece, _ in pieces]
    cut = (piece[start:end] for (piece, _), bounds in zip(pieces, parts, strict=True) for start, end in bounds)
    words = grammar().words(cut)
    for (_, offsets), bounds in zip(pieces, parts, strict=True):
        tokens: list[Token] = []
        for start, end in bounds:
            tokens += _tokens(next(words), offsets[start:end], len(tokens))
        yield tuple(tokens)
