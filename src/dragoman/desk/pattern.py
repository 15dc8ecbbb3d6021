"""Patterns of the desks, compiled so that hundreds of them cost little on each dispatch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Generic, TypeVar

from dragoman.span import Span

T = TypeVar("T")


def lowered(text: str) -> str:
    """Lower case, one code point for one, so that offsets stay: a letter whose lower case is longer is left as it is."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


_LETTER = "[A-Za-z0-9\u00c0-\u024f]"
_LETTERS = re.compile(_LETTER)


@lru_cache(maxsize=20_000)
def compiled(pattern: str, cased: bool = False) -> re.Pattern[str]:
    """A desk's pattern as a regular expression: a blank is any white space; a match may not stop inside a word of Latin
    letters or digits. Uncased patterns are made lower case, to be matched on `lowered` text. re.error for a bad pattern."""
    body = _blanks(pattern if cased else _lower_literals(pattern))
    return re.compile(f"(?:{body})(?:(?<!{_LETTER})|(?!{_LETTER}))")


def _blanks(pattern: str) -> str:
    """Every blank outside a character class as any white space; inside one, as a white-space character."""
    inside, out = False, []
    for piece in re.findall(r"\\.|.", pattern, re.DOTALL):
        if piece == " ":
            out.append(r"\s" if inside else r"(?:\s+)")
            continue
        if piece == "[":
            inside = True
        elif piece == "]":
            inside = False
        out.append(piece)
    return "".join(out)


def begins_word(text: str, start: int) -> bool:
    """Whether a match from `start` begins at the beginning of a word (where the script has words)."""
    return start == 0 or not (_LETTERS.match(text[start]) and _LETTERS.match(text[start - 1]))


def _lower_literals(pattern: str) -> str:
    """Lower-case all but escapes (`\\S` is not `\\s`) and group names."""
    return re.sub(
        r"\\.|\(\?P<\w+>|[^\\(]+|\(", lambda m: m[0] if m[0].startswith(("\\", "(?P")) else m[0].lower(), pattern
    )


def _literal(tree: Any) -> str:
    """The longest run of characters that every match must hold; empty where none is certain."""
    best, run = "", ""
    for op, value in tree:
        if op is codes.LITERAL:
            run += chr(value)
            continue
        best, run = max(best, run, key=len), ""
        if op is codes.SUBPATTERN:
            inner = _literal(value[3])
            best = max(best, inner, key=len)
        elif op is codes.MAX_REPEAT and value[0] >= 1:
            best = max(best, _literal(value[2]), key=len)
    return max(best, run, key=len)


@dataclass(frozen=True, slots=True)
class _Rule(Generic[T]):
    literal: str
    regex: re.Pattern[str]
    cased: bool
    entry: T
    mark: Any


class Matcher(Generic[T]):
    """Many patterns over one text. A pattern whose certain literal is not in the text is passed over without a search."""

    def __init__(self, rules: Iterable[tuple[str, T, Any, bool]]) -> None:
        """`rules`: (pattern, entry, mark, cased), the mark returned with each match."""
        self._rules: list[_Rule[T]] = []
        for pattern, entry, mark, cased in rules:
            regex = compiled(pattern, cased)
            self._rules.append(_Rule(_literal(parser.parse(regex.pattern)), regex, cased, entry, mark))

    def find(self, text: str, low: str | None = None) -> Iterator[tuple[Span, T, Any]]:
        """(span, entry, mark) of every match, pattern by pattern in the order given. `text` evened; `low` is `lowered(text)`."""
        low = lowered(text) if low is None else low
        for rule in self._rules:
            where = text if rule.cased else low
            if rule.literal and rule.literal not in where:
                continue
            for match in rule.regex.finditer(where):
                if match.end() > match.start() and begins_word(where, match.start()):
                    yield Span(match.start(), match.end()), rule.entry, rule.mark
