"""Which countries and unions a stretch of text names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from dragoman.desk.desk import Desk
from dragoman.span import Span

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?")
_UNIONS = frozenset(("organisation",))


@dataclass(frozen=True, slots=True)
class Party:
    """A country (`code`) or international body (no code) named at `span`. `kind`: country, demonym, seat, combining,
    body."""

    code: str | None
    name: str
    span: Span
    kind: str


@lru_cache(maxsize=16)
def _names(desk: Desk) -> dict[str, list[tuple[tuple[str, ...], str | None, str]]]:
    """By first word in lower case: (words, country code, kind), longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str | None, str]]] = {}

    def enter(name: str, code: str | None, kind: str) -> None:
        words = tuple(map(_low, _WORD.finditer(name)))
        if words:
            table.setdefault(words[0], []).append((words, code, kind))

    for country in desk.countries.values():
        for name in (country.name, *country.aliases):
            enter(name, country.code, "country")
        for name in country.demonyms:
            enter(name, country.code, "demonym")
        for name in (*filter(None, (country.capital,)), *country.metonyms):
            enter(name, country.code, "seat")
    for body in desk.bodies.values():
        if body.kind in _UNIONS and body.country is None:
            for name in (body.name, *body.also):
                enter(name, None, "body")
    for entry in desk.patterns.values():
        if entry.group == "combining-country" and entry.value:
            for pattern in entry.patterns:
                enter(re.split(r"[(\\]", pattern)[0], entry.value, "combining")
    for phrases in table.values():
        phrases.sort(key=lambda p: -len(p[0]))
    return table


def _low(word: re.Match[str]) -> str:
    return word[0].rstrip(".").lower()


def _prefixed(
    text: str, end: int, start: int, before: str, table: dict[str, list[tuple[tuple[str, ...], str | None, str]]]
) -> bool:
    """Whether a word before a hyphen makes another thing of the people behind it: "the Ibero-American summit"; not where it names a
    people itself: "the Sino-American talks"."""
    return text[end:start] == "-" and not any(len(words) == 1 for words, _, _ in table.get(before, ()))


def parties(text: str, span: Span, desk: Desk) -> Iterator[Party]:
    """Every country, people, capital or international body named in `span` of `text`, in order, the longest name at
    each place. Names are taken where they begin with a capital; a hyphen parts them ("Kenya-Norway")."""
    table = _names(desk)
    words = list(_WORD.finditer(text, span.start, span.end))
    at = 0
    while at < len(words):
        step = 1
        if words[at][0][0].isupper():
            for phrase, code, kind in table.get(_low(words[at]), ()):
                end = at + len(phrase)
                if end > len(words) or tuple(map(_low, words[at:end])) != phrase:
                    continue
                if (
                    kind == "demonym"
                    and at
                    and _prefixed(text, words[at - 1].end(), words[at].start(), _low(words[at - 1]), table)
                ):
                    continue
                if kind == "combining" and text[words[end - 1].end() : words[end - 1].end() + 1] != "-":
                    continue
                dotted = words[end - 1][0].endswith(".") and "." not in words[end - 1][0][:-1]
                where = Span(words[at].start(), words[end - 1].end() - dotted)
                yield Party(code, where.of(text), where, kind)
                step = len(phrase)
                break
        at += step


def codes(text: str, span: Span, desk: Desk) -> list[str]:
    """The country codes named in `span`, once each, in order."""
    return list(dict.fromkeys(p.code for p in parties(text, span, desk) if p.code))
