"""Finding the dates in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.dates.expression import Expression
from dragoman.dates.patterns import RULES
from dragoman.span import Span

_PREPOSITION = re.compile(
    r"(?i:\b(?P<bound>no\s+later\s+than|not\s+later\s+than|later\s+than|by|before|until|till|since|from|after|through|as\s+of|starting|beginning|effective)"
    r"|\b(?:on|in|at|during|over|for|of|around|about|to|between))\s+(?:the\s+)?$"
)
_LEAD = re.compile(r"(?i:in|by|since|until|till|through|throughout|during|before|after|from|to|of|for|around|about|between|and|or|late|early|mid|as\s+early\s+as|as\s+of|effective|on|dated|,)\s+(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?")


def expressions(text: str) -> list[Expression]:
    """Every date in the text, in order, none overlapping another. `text` evened; spans are its code points."""
    found: list[tuple[int, int, dict[str, object], bool]] = []
    for pattern, build in RULES:
        for match in pattern.finditer(text):
            fields = build(match)
            if fields is None:
                continue
            start = match.end("lead") if "lead" in match.groupdict() and match["lead"] else match.start()
            found.append((start, match.end(), fields, "within" in match[0].lower()))
    return list(_chosen(text, found))


def _chosen(text: str, found: list[tuple[int, int, dict[str, object], bool]]) -> Iterator[Expression]:
    end = 0
    for start, stop, fields, within in sorted(found, key=lambda f: (f[0], -f[1])):
        if start < end:
            continue
        span = Span(start, stop).trimmed(text)
        if span is None:
            continue
        end = span.end
        before = _PREPOSITION.search(text, max(0, start - 24), start)
        said = Span(before.start(), span.end) if before else span
        bound = " ".join(before["bound"].lower().split()) if before and before["bound"] else None
        if within:
            bound = "within"
        yield Expression(span=span, said=said, bound=bound, **fields)  # type: ignore[arg-type]
