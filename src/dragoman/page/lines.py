"""Lines of a text and the paragraphs they make up, whether a line break ends a paragraph or falls inside a sentence."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.span import Span

_LINE = re.compile(r"[^\r\n]+")
_ENDS = re.compile(r"""(?<! [A-Z])[.!?:;。！？…]["')\]]*\s*$|["]\s*$""")
_GOES_ON = re.compile(r"""\s*(?:[a-z]|[,;)\]]|'s\b)""")
_BROKEN_OFF = re.compile(
    r"""(?:,|\b(?:and|or|of|the|a|an|to|in|on|at|by|for|with|from|as|that|which|who|its|his|her|their|between|into|than)|-|\b(?:who|which) (?:is|are|was|were) \w+ing)\s*$"""
)
_BULLET = re.compile(r"\s*(?:[-*•·▪◦‣]\s|\(?\d{1,2}[.)]\s|\([a-z]\)\s|[①-⑳]|(?:https?://|www\.)\S+$)")
"""What never carries on the line before: an item of a list, an address by itself."""
_FULL, _LABEL = 0.75, 3
"""Share of the common width above which a line is a full one; words up to which a line may be a label."""

_MANY = 3
"""Lines in the middle of a sentence that tell that a text is cut apart."""
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


def _spacing(text: str, body: Sequence[Line]) -> int:
    """Empty lines between the lines of one sentence: what most lines have before them whose line before ends no sentence. A
    wrapped text set with an empty line after every line has one."""
    gaps = [b.gap for a, b in itertools.pairwise(body) if not _ENDS.search(a.span.of(text))]
    return max(sorted(set(gaps)), key=gaps.count) if gaps else 0


def mid(text: str, body: Sequence[Line]) -> set[int]:
    """Places of the lines that carry on the sentence of the line before: whatever words they happen to hold, they are the text's own.
    A line in small letters does; so does, where the text is wrapped, a full line and the one that ends its paragraph."""
    fixed, widest, apart = wrapped(text, body), _width(body), _spacing(text, body)
    found = set()
    for i in range(1, len(body)):
        before, here = body[i - 1].span.of(text), body[i].span.of(text)
        if body[i].gap > apart or _ENDS.search(before) or _BULLET.match(here):
            continue
        last = i + 1 == len(body) or body[i + 1].gap > apart or bool(_ENDS.search(here))
        small = here[0].islower() and (fixed or len(before.split()) > _LABEL)
        full = fixed and len(before) >= _FULL * widest and (last or len(here) >= _FULL * widest)
        if small or (full and not here.isupper()):
            found.add(i)
    return found


def _left(before: str, here: str, widest: int) -> bool:
    """Whether a line of a wrapped text was ended with room for the next one's first word, which has a capital: a title, a date by itself."""
    first = here.split(None, 1)[0]
    return first[0].isupper() and len(before) + 1 + len(first) < _ROOM * widest


def _cut_apart(text: str, body: Sequence[Line]) -> bool:
    """Whether a text's sentences are cut to lines of any length, as scanned pages are: many lines begin in the middle of one."""
    on = sum(
        here.span.of(text)[0].islower() and not _ENDS.search(before.span.of(text))
        for before, here in itertools.pairwise(body)
    )
    return on >= _MANY and on >= len(body) / 10


def _running(line: str) -> bool:
    """Whether a line is part of a sentence and no heading: eight words or more, half of them in small letters, the last one too or a name's."""
    words = line.split()
    return len(words) >= 2 * _LABEL + 2 and sum(word[0].islower() for word in words) >= len(words) / 2


def _goes_on(line: str) -> bool:
    """Whether a line may be the rest of a sentence: a third of its words in small letters, unlike a stamp, name or heading."""
    words = line.split()
    return sum(word[0].islower() for word in words) >= len(words) / 3


def _first_lines(text: str, body: Sequence[Line]) -> frozenset[Span]:
    """Lines set in by two blanks or more after one that is not, in a text most of whose lines are not: they begin paragraphs."""
    depths = [line.span.start - (text.rfind("\n", 0, line.span.start) + 1) for line in body]
    if sum(depth < 2 for depth in depths) <= len(depths) / 2:
        return frozenset()
    return frozenset(
        line.span for line, above, depth in zip(body[1:], depths, depths[1:], strict=False) if depth > 1 > above
    )


def paragraphs(text: str, body: Sequence[Line]) -> list[list[Line]]:
    """Lines grouped to paragraphs. A line goes on from the one before it where the text is wrapped, no more empty lines stand between
    them than within its sentences and its first word would not have fitted there, where that line broke off (a comma, an article, a
    preposition), or where this one begins in the middle of a sentence."""
    fixed, widest = wrapped(text, body), _width(body)
    apart = _spacing(text, body) if fixed else 0
    cut = _cut_apart(text, body)
    first_lines = _first_lines(text, body) if fixed else frozenset()
    grouped: list[list[Line]] = []
    for line in body:
        before = grouped[-1][-1].span.of(text) if grouped else ""
        here = line.span.of(text)
        goes_on = False
        if before and not _BULLET.match(here) and line.span not in first_lines:
            ended = bool(_ENDS.search(before))
            if (
                (not ended and (_GOES_ON.match(here) or (_BROKEN_OFF.search(before) and line.gap <= 2)))
                or (
                    fixed
                    and line.gap <= apart
                    and not (ended and len(before) < 0.6 * widest)
                    and not _left(before, here, widest)
                    and not (before.isupper() and not here.isupper())
                )
                or (before.endswith(",") and line.gap == 0)
                or (cut and not ended and len(grouped) > 1 and line.gap <= 1 and _running(before) and _goes_on(here))
            ):
                goes_on = True
        if goes_on:
            grouped[-1].append(line)
        else:
            grouped.append([line])
    return grouped
