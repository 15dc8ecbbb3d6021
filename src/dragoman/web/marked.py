"""A dispatch's text with what was found in it: marks by kind, furniture, garbled sentences and one chosen span.

Marks may cross. What comes out nests: where a mark crosses another's end it is closed and opened again, so that each
stretch of text lies in all marks that cover it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from dragoman.web.visible import visible

PART = 60_000
"""Characters of a dispatch on one page."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Code points `start` to `end` (exclusive). `kind`: a kind of finding, or `furniture`, `garble`, `chosen`. `key`: the
    finding's id. `title`: what is said when one points at it."""

    start: int
    end: int
    kind: str
    key: str = ""
    title: str = ""

    @property
    def anchor(self) -> str:
        """What a link to exactly these characters names."""
        return f"s{self.start}-{self.end}"


def marked(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> Markup:
    """The text from `start` to `end` (exclusive; None: its end) as HTML, each mark a `<mark class="KIND">` whose `data-f`
    is its finding's id. Only the first element of a `chosen` mark bears its anchor as id."""
    end = len(text) if end is None else min(end, len(text))
    start = max(0, min(start, end))
    inside = [m for m in marks if m.start < end and m.end > start and m.start < m.end]
    opening: dict[int, list[Mark]] = {}
    for mark in inside:
        opening.setdefault(max(mark.start, start), []).append(mark)
    cuts = sorted({start, end, *opening, *(min(m.end, end) for m in inside)})
    out: list[str] = []
    stack: list[Mark] = []
    anchored: set[Mark] = set()
    for at, until in zip(cuts, [*cuts[1:], end], strict=True):
        reopen = _close(stack, at, out)
        fresh = sorted([*reopen, *opening.get(at, ())], key=_outermost)
        for mark in fresh:
            out.append(_open(mark, mark.kind == "chosen" and mark not in anchored))
            anchored.add(mark)
            stack.append(mark)
        if until > at:
            out.append(str(escape(visible(text[at:until]))))
    out += [_closing(mark) for mark in reversed(stack)]
    return Markup("".join(out))  # noqa: S704  (every piece of text and attribute was escaped above)


def _close(stack: list[Mark], at: int, out: list[str]) -> list[Mark]:
    """Closes what ends here; gives what lay inside of it and goes on."""
    lowest = next((n for n, mark in enumerate(stack) if mark.end <= at), None)
    if lowest is None:
        return []
    popped = stack[lowest:]
    out += [_closing(mark) for mark in reversed(popped)]
    del stack[lowest:]
    return [mark for mark in popped if mark.end > at]


_ORDER = ("furniture", "garble", "chosen")


def _outermost(mark: Mark) -> tuple[int, int, str, str]:
    return (-mark.end, _ORDER.index(mark.kind) if mark.kind in _ORDER else len(_ORDER), mark.kind, mark.key)


def _open(mark: Mark, anchor: bool) -> str:
    tag = "span" if mark.kind == "furniture" else "mark"
    parts = [f'<{tag} class="{escape(mark.kind)}"']
    if anchor:
        parts.append(f' id="{mark.anchor}" tabindex="-1"')
    if mark.key:
        parts.append(f' data-f="{escape(mark.key)}"')
    if mark.title:
        parts.append(f' title="{escape(visible(mark.title))}"')
    return "".join(parts) + ">"


def _closing(mark: Mark) -> str:
    return "</span>" if mark.kind == "furniture" else "</mark>"


def part_of(length: int, at: int) -> int:
    """Which part of a text of so many characters holds the offset, counted from 1."""
    return min(at, max(0, length - 1)) // PART + 1
