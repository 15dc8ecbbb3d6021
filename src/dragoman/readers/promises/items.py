"""Lists of undertakings: "the ministers agreed to:", "Peru will:", "the leaders announced:", and what follows line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from dragoman.page.page import Page, Sentence
from dragoman.span import Span

Lead = Literal["settled", "deeds", "announced"]
"""How a list is introduced: by what is settled, by a verb that its items complete, or by what is made known."""

_SETTLED = re.compile(
    r"\b(?:agreed|decided|undertook|undertake|agree|decide|pledged|committed|commit|pledge|resolved|resolve|concurred|confirmed)\b[^.:;]{0,80}?"
    r"(?:\b(?:to|on|that|following|follows|points|measures|steps)\b[^.:;\n]{0,30})?:\s*$"
)
_DEEDS = re.compile(
    r"\b(?:will|shall|(?:intend|plan|agree|commit|undertake|resolve|decide|promise)s? to)(?: also)?:\s*$"
)
_ANNOUNCED = re.compile(r"\b(?:announc(?:ed?|es|ing)|unveil(?:ed|s|ing)?|launch(?:ed|es|ing))\b[^.:;]{0,80}:\s*$")
_FINITE = re.compile(r"\b(?:will|would|is|are|was|were|has|have|had)\b")
_BULLET = re.compile(r"[ \t]*(?P<mark>\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]|[-*•·▪◦‣]|[①-⑳])[ \t]+")
_STOP = re.compile(r"(?<![A-Z])[.!?][\"'”’)]*\s+(?=[A-Z])")
_END = re.compile(r"[\s;,.]+(?:and|or)?[\s;,.]*$")


def lead(page: Page, sentence: Sentence) -> Lead | None:
    """Whether and how a sentence introduces a list of undertakings."""
    said = page.low[sentence.span.start : sentence.span.end]
    colon = said.find(":")
    said = said[: colon + 1]
    if colon < 0:
        return None
    return (
        "deeds"
        if _DEEDS.search(said)
        else "settled"
        if _SETTLED.search(said)
        else "announced"
        if _ANNOUNCED.search(said)
        else None
    )


def items(page: Page, sentence: Sentence, introduced: Lead) -> Iterator[Span]:
    """The first sentence of each item of the list, without its mark and the words that join it to the next; of a list of
    what is announced, the items that are no clauses by themselves."""
    at = sentence.span.start + page.low[sentence.span.start : sentence.span.end].find(":") + 1
    style: str | None = None
    start = end = -1
    for begin, line in _lines(page.text, at):
        bullet = _BULLET.match(line)
        if bullet and (style is None or _style(bullet["mark"]) == style):
            if start >= 0:
                yield from _item(page.text, start, end, introduced)
            style = _style(bullet["mark"])
            start, end = begin + bullet.end(), begin + len(line)
        elif start >= 0 and not bullet and line.strip() and page.text[end:begin].count("\n") == 1:
            end = begin + len(line)  # a line that the one before runs into
        elif line.strip():
            break
    if start >= 0:
        yield from _item(page.text, start, end, introduced)


def _lines(text: str, at: int) -> Iterator[tuple[int, str]]:
    while at < len(text):
        stop = text.find("\n", at)
        stop = len(text) if stop < 0 else stop
        yield at, text[at:stop]
        at = stop + 1


def _item(text: str, start: int, end: int, introduced: Lead) -> Iterator[Span]:
    stop = _STOP.search(text, start, end)
    said = _END.sub("", text[start : stop.start() if stop else end])
    if said and not (introduced == "announced" and _FINITE.search(said)):
        yield Span(start, start + len(said))


def _style(mark: str) -> str:
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", re.sub(r"[①-⑳]", "①", mark)))
