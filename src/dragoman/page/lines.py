"""Lines of a text and the paragraphs they make up, whether a line break ends a paragraph or falls inside a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.span import Span

_LINE = re.compile(r"[^\r\n]+")
_ENDS = re.compile(r"""[.!?:;。！？…]["')\]]*\s*$|["]\s*$""")
_GOES_ON = re.compile(r"""\s*(?:[a-z]|[,;)\]]|'s\b)""")
_BROKEN_OFF = re.compile(
    r"""(?:,|\b(?:and|or|of|the|a|an|to|in|on|at|by|for|with|from|as|that|which|who|its|his|her|their|between|into|than)|-)\s*$"""
)
_BULLET = re.compile(r"\s*(?:[-*•·▪◦‣]\s|\(?\d{1,2}[.)]\s|\([a-z]\)\s|[①-⑳])")

_ROOM = 0.8
"""Share of the width that a line may leave unfilled and still be wrapped."""


@dataclass(frozen=True, slots=True)
class Line:
    """`span` without white space at its ends. `gap`: empty lines before it."""

    span: Span
    gap: int


def lines(text: str) -> list[Line]:
    """Every line that holds more than white space."""
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        span = Span(match.start(), match.end()).trimmed(text)
        if span:
            found.append(Line(span, max(0, text.count("\n", last, span.start) - 1)))
            last = span.end
    return found


def wrapped(text: str, body: Sequence[Line]) -> bool:
    """Whether the text is wrapped at a fixed width: most lines that do not end a sentence are nearly of one length."""
    lengths = [len(line.span) for line in body]
    if len(lengths) < 4:
        return False
    widest = _width(body)
    if not 40 <= widest <= 120:
        return False
    open_ended = [n for line, n in zip(body, lengths, strict=True) if not _ENDS.search(line.span.of(text))]
    near = [n for n in open_ended if n >= widest * 0.8]
    return len(open_ended) >= 3 and len(near) >= 0.6 * len(open_ended)


def _width(body: Sequence[Line]) -> int:
    """The length that nine lines of ten do not pass; 0 where there are none."""
    lengths = sorted(len(line.span) for line in body)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _left(before: str, here: str, widest: int) -> bool:
    """Whether a line of a wrapped text was ended with room for the next one's first word, which has a capital: a title, a date by itself."""
    first = here.split(None, 1)[0]
    return first[0].isupper() and len(before) + 1 + len(first) < _ROOM * widest


def paragraphs(text: str, body: Sequence[Line]) -> list[list[Line]]:
    """Lines grouped to paragraphs. A line goes on from the one before it where the text is wrapped, no empty line stands between
    them and its first word would not have fitted there, where that line broke off (a comma, an article, a preposition), or where this one begins in the middle of a sentence."""
    fixed, widest = wrapped(text, body), _width(body)
    grouped: list[list[Line]] = []
    for line in body:
        before = grouped[-1][-1].span.of(text) if grouped else ""
        here = line.span.of(text)
        goes_on = False
        if before and not _BULLET.match(here):
            ended = bool(_ENDS.search(before))
            if (
                (not ended and (_GOES_ON.match(here) or (_BROKEN_OFF.search(before) and line.gap <= 2)))
                or (
                    fixed
                    and line.gap == 0
                    and not (ended and len(before) < 0.6 * widest)
                    and not _left(before, here, widest)
                )
                or (before.endswith(",") and line.gap == 0)
            ):
                goes_on = True
        if goes_on:
            grouped[-1].append(line)
        else:
            grouped.append([line])
    return grouped
