"""Quotations by their double marks: nested, turned the wrong way round, running over paragraphs or never closed.

Single marks are never taken for quotation marks: most are apostrophes. A quotation that no mark closes ends with its paragraph,
so that one odd mark costs one paragraph at most. Where a paragraph that opens with a mark follows one left open, both are one speech.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.page.page import Quote
from dragoman.span import Span

_CJK = {"「": "」", "『": "』"}
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


def _marks(text: str, block: Span) -> list[tuple[int, int]]:
    """(start, length) of each double mark: one character, or two apostrophes side by side."""
    found, at = [], block.start
    while at < block.end:
        if text[at] == '"':
            found.append((at, 1))
        elif text.startswith("''", at) and at + 1 < block.end:
            found.append((at, 2))
            at += 1
        at += 1
    return found


def quotes(raw: str, text: str, blocks: Sequence[Span]) -> list[Quote]:
    """All quotations of the blocks in order of their start. `raw`: the text as given; `text`: evened."""
    found: list[Quote] = []
    for block in blocks:
        stack: list[tuple[int, int]] = []
        for at, size in _marks(text, block):
            turn = _turn(raw, text, at, block, bool(stack))
            if turn == "open" and len(stack) < 2:
                stack.append((at, size))
            elif stack:
                start, opened = stack.pop()
                if at > start + opened:
                    found.append(Quote(Span(start, at + size), Span(start + opened, at), True, len(stack)))
        for depth, (start, size) in enumerate(stack[:1]):
            if start + size < block.end:
                found.append(Quote(Span(start, block.end), Span(start + size, block.end), False, depth))
        found.extend(_corner_quotes(text, block))
    return sorted(found, key=lambda q: (q.span.start, -q.span.end))


def _corner_quotes(text: str, block: Span) -> list[Quote]:
    found: list[Quote] = []
    stack: list[int] = []
    for at in range(block.start, block.end):
        if text[at] in _CJK:
            stack.append(at)
        elif stack and text[at] == _CJK[text[stack[-1]]]:
            start = stack.pop()
            if at > start + 1:
                found.append(Quote(Span(start, at + 1), Span(start + 1, at), True, len(stack)))
    return found
