"""What bodies and outlets are called: the words of a source as a name, and the fullest name that the text has for it."""

from __future__ import annotations

import re

from dragoman.page.page import Page, Token
from dragoman.readers.speech.source import Source
from dragoman.readers.speech.speaker import Speaker
from dragoman.readers.speech.told import Told

ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their|our|this|that|one)\s+", re.I)
_OUTLET_OF = re.compile(
    r"^(?:[\w'-]+ ){0,6}?(?:newspaper|agency|daily|weekly|broadcaster|magazine|media|channel|station|website|outlet|tabloid) (?=[\"A-Z])"
)
"""What kind of outlet it is, before its name ("the state news agency Norwire")."""
_IN_PAPER = re.compile(
    r" in (?:a|an|its|the) (?:\w+ ){0,3}(?:statement|communiqu[ée]|release|report|note|letter|message|post|tweet|readout)$",
    re.I,
)


_OFFICES = frozenset(("pm", "fm", "dpm"))
"""Initials of offices, which name nobody in full."""


class Called:
    """The names of one page's bodies."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._full: dict[str, str] = {}

    def name(self, source: Source) -> str:
        """The words of a source as a name: on one line, without article; an outlet's name where one stands in it."""
        words = " ".join(source.span.of(self.page.dispatch.text).split())
        words = _IN_PAPER.sub("", _OUTLET_OF.sub("", ARTICLE.sub("", words))).strip(" ,\"'\u2018\u2019\u201c\u201d")
        words = re.sub(r"^-\S+ ", "", words)
        return words[:-2] if words.endswith(("'s", "\u2019s")) else words

    def in_full(self, name: str) -> str:
        """A body's name where the text gives it in full: the words whose initials an abbreviation is ("EU", "MEA")."""
        if not (2 <= len(name) <= 6 and name.isalpha() and name.isupper()) or name.lower() in _OFFICES:
            return name
        if name not in self._full:
            between = r"(?:[ \n](?:of|for|and|on|the|in|to|&))*[ \n]"
            words = between.join(rf"{letter}[\w'-]*[a-z][\w'-]*" for letter in name)
            found = re.search(rf"(?<![\w'-]){words}(?![\w'-])", self.page.text)
            self._full[name] = " ".join(found[0].split()) if found else name
        return self._full[name]

    def body(self, head: Token, before: int, country: str | None, told: Told) -> Speaker | None:
        """The last body named in full whose name ends with this word, and in which no other country than this stands."""
        for _, speaker in reversed(told.all()):
            if speaker.kind != "body" or head.low not in speaker.name.lower().split():
                continue
            codes = {code for word in speaker.name.split() if (code := self.page.desk.country_of(word)) is not None}
            if country is None or country in codes:
                return Speaker(speaker.name, "body", (), 0.8)
        if country is not None:
            return None
        pattern = re.compile(
            rf"((?:[A-ZÀ-Þ](?:[\w'-]|\.(?=\w))*\s+(?:(?:of|for|and|the|on)\s+)*)+{re.escape(head.text.capitalize())})\b"
        )
        found = None
        for match in pattern.finditer(self.page.text, 0, before):
            found = match
        if found is None:
            return None
        return Speaker(ARTICLE.sub("", " ".join(found[1].split())), "body", (), 0.7)
