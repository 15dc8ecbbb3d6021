"""Quotations by their double marks: nested, turned the wrong way round, running over paragraphs or never closed.

Single marks are taken for quotation marks only in a text that has few double ones, as British papers print them: elsewhere most are
apostrophes. A quotation that no mark closes ends with its paragraph,
so that one odd mark costs one paragraph at most; where a new one opens after a full stop, it ends there. Where a paragraph that opens with
a mark follows one left open, both are one speech; so they are where a mark closes what no mark opened there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.page.page import Quote
from dragoman.span import Span

_FAR = 6
"""How many paragraphs a quotation runs over at most without a mark at the beginning of each."""
_MOST = 3
"""How many times as many single marks as double ones a text must have to be one that quotes between single ones."""
_SINGLE = re.compile(
    r"(?<![\w'])'(?=[\w(\[£$€])(?P<inner>[^']*(?:(?<=\w)'(?:(?=\w)|(?<=s') (?=[a-z]))[^']*)*)(?<![\s'])'(?=[\s.,;:!?)\]-]|\Z)"
)
_MARK = re.compile(r"\"|''")
"""A double mark: one character, or two apostrophes side by side."""
_CJK = {"「": "」", "『": "』"}
_CORNER = re.compile("[「」『』]")
_OPENING, _CLOSING = "“„«〝", "”»〞"


def _turn(raw: str, text: str, at: int, block: Span, inside: bool) -> str:
    """`open` or `close`: what the mark at `at` does, by its shape and its neighbours. `raw` is the text as given."""
    before = text[at - 1] if at > block.start else " "
    after = text[at + 1] if at + 1 < block.end else " "
    opens = (before.isspace() or before in "([{-/") and (after.isalnum() or after in "'([{$€£¥.-")
    closes = (after.isspace() or after in ".,;:!?)]}-'") and not before.isspace()
    if raw[at] in _OPENING and not (closes and not opens and inside):
        return "open"
    if raw[at] in _CLOSING and not (opens and not closes and not inside):
        return "close"
    if opens and not closes:
        return "open"
    if closes and not opens:
        return "close"
    return "close" if inside else "open"


def quotes(raw: str, text: str, blocks: Sequence[Span]) -> list[Quote]:
    """All quotations of the blocks in order of their start. `raw`: the text as given; `text`: evened."""
    found: list[Quote] = []
    left: list[Span] = []
    for block in blocks:
        stack: list[tuple[int, int]] = []
        for mark in _MARK.finditer(text, block.start, block.end):
            at, size = mark.start(), len(mark[0])
            turn = _turn(raw, text, at, block, bool(stack))
            if turn == "open" and stack and text[block.start : at].rstrip()[-1:] in (".", "!", "?"):
                found.extend(Quote(Span(s, at), Span(s + n, at), False, 0) for s, n in stack[:1] if at > s + n)
                stack = []
            if turn == "open" and len(stack) < 2:
                stack.append((at, size))
            elif turn == "close" and not stack and left and at > block.start:
                inside = [q for q in found if block.start <= q.span.start]
                found = [q for q in found if block.start > q.span.start]
                found.extend(Quote(q.span, q.inner, q.closed, 1) for q in inside)
                found.extend(Quote(span, span, False, 0) for span in left[1:])
                found.append(Quote(Span(block.start, at + size), Span(block.start, at), True, 0))
                left = []
            elif stack:
                start, opened = stack.pop()
                if at > start + opened:
                    found.append(Quote(Span(start, at + size), Span(start + opened, at), True, len(stack)))
        left = _left(left, block, bool(stack), any(q.span.start >= block.start for q in found))
        for depth, (start, size) in enumerate(stack[:1]):
            if start + size < block.end:
                found.append(Quote(Span(start, block.end), Span(start + size, block.end), False, depth))
        found.extend(_corner_quotes(text, block))
    if not found or text.count(" '") + text.count("\n'") >= _MOST * len(found):
        found = _together(found, [quote for block in blocks for quote in _single(text, block)])
    return sorted(found, key=lambda q: (q.span.start, -q.span.end))


def _together(double: list[Quote], single: list[Quote]) -> list[Quote]:
    """Where most quotations are between single marks, these and the double ones, which stand within them; else the double ones alone."""
    if not double:
        return single
    outer = [q for q in single if not any(d.span.overlaps(q.span) and not q.inner.covers(d.span) for d in double)]
    if len(outer) <= _MOST * len(double):
        return double
    within = [Quote(d.span, d.inner, d.closed, 1) if any(q.inner.covers(d.span) for q in outer) else d for d in double]
    return [*outer, *within]


def _single(text: str, block: Span) -> list[Quote]:
    """Quotations between single marks, with the apostrophes of words and of plurals inside."""
    return [
        Quote(Span(*match.span()), Span(*match.span("inner")), True, 0)
        for match in _SINGLE.finditer(text, block.start, block.end)
    ]


def _left(left: list[Span], block: Span, opened: bool, closed: bool) -> list[Span]:
    """The paragraphs since one whose quotation was left open, it first; none once another quotation stood in between."""
    if opened:
        return [block]
    return [*left, block] if left and not closed and len(left) < _FAR else []


def _corner_quotes(text: str, block: Span) -> list[Quote]:
    found: list[Quote] = []
    stack: list[int] = []
    for mark in _CORNER.finditer(text, block.start, block.end):
        at = mark.start()
        if text[at] in _CJK:
            stack.append(at)
        elif stack and text[at] == _CJK[text[stack[-1]]]:
            start = stack.pop()
            if at > start + 1:
                found.append(Quote(Span(start, at + 1), Span(start + 1, at), True, len(stack)))
    return found
