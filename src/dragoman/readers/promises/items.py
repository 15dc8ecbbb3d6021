"""Lists of undertakings: "the ministers agreed to:" and what follows line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.page.page import Page, Sentence
from dragoman.span import Span

_LEAD = re.compile(
    r"\b(?:agreed|decided|undertook|undertake|agree|pledged|committed|resolved|concurred|confirmed)\b[^.:;]{0,80}?"
    r"(?:\b(?:to|on|that|following|follows|points|measures|steps)\b[^.:;\n]{0,30})?:\s*$"
)
_BULLET = re.compile(r"[ \t]*(?P<mark>\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]|[-*•·▪◦‣]|[①-⑳])[ \t]+")


def items(page: Page, sentence: Sentence) -> Iterator[Span]:
    """Each item of the list that the sentence introduces, without its mark and the words that join it to the next."""
    lead = page.low[sentence.span.start : sentence.span.end]
    colon = lead.find(":")
    if colon < 0 or not _LEAD.search(lead[: colon + 1]):
        return
    at = sentence.span.start + colon + 1
    style: str | None = None
    while at < len(page.text):
        stop = page.text.find("\n", at)
        stop = len(page.text) if stop < 0 else stop
        line = page.text[at:stop]
        if line.strip():
            bullet = _BULLET.match(line)
            if not bullet or (style is not None and _style(bullet["mark"]) != style):
                return
            style = _style(bullet["mark"])
            end = at + len(re.sub(r"[\s;,.]+(?:and|or)?[\s;,.]*$", "", line))
            if end > at + bullet.end():
                yield Span(at + bullet.end(), end)
        at = stop + 1


def _style(mark: str) -> str:
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", re.sub(r"[①-⑳]", "①", mark)))
