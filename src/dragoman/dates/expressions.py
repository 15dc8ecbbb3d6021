"""Finding the dates in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.dates.expression import Expression
from dragoman.dates.fields import Fields
from dragoman.dates.patterns import RULES
from dragoman.dates.signs import REACH, SIGNS, Sign
from dragoman.desk.pattern import lowered
from dragoman.span import Span

_PREPOSITION = re.compile(
    r"(?i:\b(?P<bound>no\s+later\s+than|not\s+later\s+than|later\s+than|by|before|until|till|since|from|after|through|"
    r"as\s+of|starting|beginning|effective)|\b(?:on|in|at|during|over|for|of|around|about|to|between))\s+(?:the\s+)?$"
)


def expressions(text: str) -> list[Expression]:
    """Every date in the text, in order, none overlapping another. `text` evened; spans are its code points."""
    low = lowered(text)
    places = {name: around for name, sign in SIGNS.items() if (around := _around(text, low, sign))}
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


def _around(text: str, low: str, sign: Sign) -> list[tuple[int, int]]:
    """The stretches within reach of a sign, in order, those that touch made one."""
    found = [match.span() for match in sign.regex.finditer(text)] if sign.regex else []
    for where, words in ((text, sign.cased), (low, sign.words)):
        for word in words:
            at = where.find(word)
            while at >= 0:
                found.append((at, at + len(word)))
                at = where.find(word, at + 1)
    stretches: list[tuple[int, int]] = []
    for start, stop in sorted(found):
        first, last = max(0, start - REACH), min(len(text), stop + REACH)
        if stretches and first <= stretches[-1][1]:
            stretches[-1] = (stretches[-1][0], last)
        else:
            stretches.append((first, last))
    return stretches


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
