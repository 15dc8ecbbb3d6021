"""Patterns of the desks, compiled so that hundreds of them cost little on each dispatch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from typing import Any, Generic, TypeVar

from dragoman.span import Span

T = TypeVar("T")

parser: Any = import_module("re._parser")  # the library's own reading of a pattern; it has no types
codes: Any = import_module("re._constants")

GRAM, FEW = 4, 40
"""Letters under which a certain word is filed; where no more than so many are told apart, all words are looked for."""
REACH = 200
"""Characters that a match may extend beyond a word it must hold, to either side."""


def lowered(text: str) -> str:
    """Lower case, one code point for one, so that offsets stay: a letter whose lower case is longer is left as it is."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


_LETTERS = re.compile("[A-Za-z0-9\u00c0-\u024f]")
_PLAIN, _MARKED = "[A-Za-z0-9]", "[\u00c0-\u024f]"
_STOP = f"(?:(?!{_PLAIN})(?!{_MARKED})|(?<!{_PLAIN})(?<!{_MARKED}))"
"""Not between two letters. The two ranges stand apart, for one class of both takes many times as long to compile."""


@lru_cache(maxsize=20_000)
def compiled(pattern: str, cased: bool = False) -> re.Pattern[str]:
    """A desk's pattern as a regular expression: a blank is any white space; a match may not stop inside a word of Latin
    letters or digits. Uncased patterns are made lower case, to be matched on `lowered` text. re.error for a bad pattern."""
    return re.compile(_body(pattern, cased) + _STOP)


def _body(pattern: str, cased: bool) -> str:
    return f"(?:{_blanks(pattern if cased else _lower_literals(pattern))})"


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


_Words = tuple[str, ...]
"""Words one of which every match of a pattern must hold."""


def _literals(tree: Any) -> list[_Words]:
    """Of each such set of words that is certain, the words in order and without white space; the set whose shortest word is longest first."""
    found: list[_Words] = []
    run = ""
    for op, value in tree:
        if op is codes.LITERAL and not chr(value).isspace():
            run += chr(value)
            continue
        if run:
            found.append((run,))
        run = ""
        if op is codes.SUBPATTERN:
            found += _literals(value[3])
        elif op is codes.MAX_REPEAT and value[0] >= 1:
            found += _literals(value[2])
        elif op is codes.BRANCH:
            branches = [_literals(branch) for branch in value[1]]
            if all(branches):
                found.append(tuple(sorted({word for branch in branches for word in branch[0]})))
    if run:
        found.append((run,))
    return sorted(dict.fromkeys(found), key=lambda words: (-min(map(len, words)), len(words)))


@lru_cache(maxsize=20_000)
def _certain(pattern: str, cased: bool) -> tuple[_Words, ...]:
    """Of every match of a desk's pattern, each set of words one of which it must hold; none where none are certain. re.error for a
    bad pattern."""
    return tuple(_literals(parser.parse(_body(pattern, cased))))


@dataclass(frozen=True, slots=True)
class _Rule(Generic[T]):
    """Its pattern is compiled when a text first has a word of each of its sets close together: many never are."""

    literals: tuple[_Words, ...]
    pattern: str
    cased: bool
    entry: T
    mark: Any

    @property
    def regex(self) -> re.Pattern[str]:
        return compiled(self.pattern, self.cased)


_Filed = dict[str, dict[str, list[int]]]
"""By first letters in lower case ("" for words that have fewer): by certain word, the numbers of its rules."""


class Matcher(Generic[T]):
    """Many patterns over one text. A pattern none of whose certain words is in the text is passed over, nearly always without a
    look: each such word is filed under its first letters, and only what stands under letters that the text has is looked for.
    What is left is matched only where a word of each set stands."""

    def __init__(self, rules: Iterable[tuple[str, T, Any, bool]]) -> None:
        """`rules`: (pattern, entry, mark, cased), the mark returned with each match."""
        self._rules: list[_Rule[T]] = []
        self._always: list[int] = []
        self._filed: dict[bool, _Filed] = {True: {}, False: {}}
        for pattern, entry, mark, cased in rules:
            literals = _certain(pattern, cased)
            for word in literals[0] if literals else ():
                plain = word.isascii() or not cased  # the lower case of other letters may depend on the next one
                first = word[:GRAM].lower() if plain and len(word) >= GRAM else ""
                self._filed[cased].setdefault(first, {}).setdefault(word, []).append(len(self._rules))
            if not literals:
                self._always.append(len(self._rules))
            self._rules.append(_Rule(literals, pattern, cased, entry, mark))

    def find(self, text: str, low: str | None = None, bare: str | None = None) -> Iterator[tuple[Span, T, Any]]:
        """(span, entry, mark) of every match, pattern by pattern in the order given. `text` evened; `low` is `lowered(text)`; `bare`: the same
        length, where patterns without case are searched instead of it."""
        low = lowered(text) if low is None else low
        for rule, words in self._likely(text, low):
            where = text if rule.cased else bare or low
            for start, end in _windows(where, words, rule.literals[1:]) if rule.literals else ((0, len(where)),):
                for found in _from_words(rule.regex, where, start, end):
                    yield found, rule.entry, rule.mark

    def lines(self, text: str, low: str) -> Lines[T]:
        """For what single lines of a text are."""
        return Lines(self._likely(text, low))

    def _likely(self, text: str, low: str) -> list[tuple[_Rule[T], list[str]]]:
        """The rules that may match, in the order given, each with the words of its first set that the text has; "" for one without."""
        found = {number: [""] for number in self._always}
        for filed, where in ((self._filed[True], text), (self._filed[False], low)):
            for gram in filed.keys() & _grams(low) if len(filed) > FEW else filed:
                for word, numbers in filed[gram].items():
                    if word in where:
                        for number in numbers:
                            if number in found:
                                found[number].append(word)
                            else:
                                found[number] = [word]
        return [(self._rules[number], found[number]) for number in sorted(found)]


@dataclass(frozen=True, slots=True)
class Lines(Generic[T]):
    """The patterns of a matcher that may be a line of one text, each with words one of which that line holds."""

    likely: list[tuple[_Rule[T], list[str]]]

    def whole(self, line: str, low: str) -> tuple[T, Any] | None:
        """(entry, mark) of the first pattern that is the whole line, which is of the text but for its white space."""
        for rule, words in self.likely:
            where = line if rule.cased else low
            for word in words:
                if word in where:
                    if _holds(where, rule.literals[1:]) and rule.regex.fullmatch(where):
                        return rule.entry, rule.mark
                    break
        return None


def _from_words(regex: re.Pattern[str], where: str, start: int, end: int) -> Iterator[Span]:
    """The matches that begin with a word, each after the one before; one that begins inside a word hides none that follows it."""
    while start < end and (match := regex.search(where, start, end)) is not None:
        if match.end() > match.start() and begins_word(where, match.start()):
            yield Span(match.start(), match.end())
            start = match.end()
        else:
            start = match.start() + 1


@lru_cache(maxsize=16)
def _grams(text: str) -> frozenset[str]:
    """ "" and every run of `GRAM` characters; the last texts' are kept, for a page is matched many times."""
    return frozenset(("", *map("".join, zip(*(text[at:] for at in range(GRAM)), strict=False))))


def _holds(text: str, sets: Sequence[_Words]) -> bool:
    """Whether the text has a word of each set."""
    for words in sets:
        for word in words:
            if word in text:
                break
        else:
            return False
    return True


def _windows(text: str, words: Sequence[str], others: Sequence[_Words]) -> list[tuple[int, int]]:
    """Stretches within `REACH` of any of the words, in order, those that touch put together, that have a word of each other set."""
    if not _holds(text, others):
        return []
    found: list[tuple[int, int]] = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            found.append((max(0, at - REACH), min(len(text), at + len(word) + REACH)))
            at = text.find(word, at + len(word))
    found.sort()
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return [(start, end) for start, end in merged if not others or _holds(text[start:end], others)]
