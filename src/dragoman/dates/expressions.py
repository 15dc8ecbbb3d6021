"""Finding the dates in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.dates.expression import Expression
from dragoman.dates.meanings import Fields
from dragoman.dates.patterns import REACH, RULES, SIGNS
from dragoman.span import Span

_PREPOSITION = re.compile(
    r"(?i:\b(?P<bound>no\s+later\s+than|not\s+later\s+than|later\s+than|by|before|until|till|since|from|after|through|"
    r"as\s+of|starting|beginning|effective)|\b(?:on|in|at|during|over|for|of|around|about|to|between))\s+(?:the\s+)?$"
)


def expressions(text: str) -> list[Expression]:
    """Every date in the text, in order, none overlapping another. `text` evened; spans are its code points."""
    places = {sign: around for sign, regex in SIGNS.items() if (around := list(_around(text, regex)))}
    found: list[tuple[int, int, Fields]] = []
    for rule in RULES:
        for start, stop in places.get(rule.sign, ()):
            for match in rule.regex.finditer(text, start, stop):
                fields = rule.meaning(match)
                if fields is None:
                    continue
                lead = match.end("lead") if "lead" in rule.regex.groupindex else match.start()
                found.append((lead, match.end(), fields))
    return list(_chosen(text, found))


def _around(text: str, sign: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """The stretches within reach of a sign, those that touch made one."""
    start = stop = -1
    for match in sign.finditer(text):
        first, last = max(0, match.start() - REACH), min(len(text), match.end() + REACH)
        if start >= 0 and first <= stop:
            stop = last
            continue
        if start >= 0:
            yield start, stop
        start, stop = first, last
    if start >= 0:
        yield start, stop


def _chosen(text: str, found: list[tuple[int, int, Fields]]) -> Iterator[Expression]:
    end = 0
    for start, stop, fields in sorted(found, key=lambda f: (f[0], -f[1])):
        if start < end:
            continue
        span = Span(start, stop).trimmed(text)
        if span is None:
            continue
        end = span.end
        before = _PREPOSITION.search(text, max(0, start - 24), start)
        said = Span(before.start(), span.end) if before else span
        bound = " ".join(before["bound"].lower().split()) if before and before["bound"] else None
        yield Expression(**{"span": span, "said": said, "bound": bound, **fields})
