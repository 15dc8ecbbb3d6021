"""Who made a dispatch and its pictures: the names in bylines and credits, in furniture and in the article's own lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.desk.pattern import lowered
from dragoman.name import same
from dragoman.page.page import Page
from dragoman.span import Span

_BYLINE = re.compile(
    r"(?:\bby:?|(?:reporter|correspondent|editor|writer|author|credit|photo|photograph)s?:)(?:\s+|(?<=:))(?P<names>[^|·•;\n]+)",
    re.I,
)
_BYLINE_NAME = re.compile(
    r"[A-ZÀ-Þ][\w'.-]+(?:\s+(?:(?:de|da|van|von|bin|al|el|la|del|dos)\s+|(?:al|el|as|ash|an)-)?[A-ZÀ-Þ][\w'.-]*){1,3}"
)
_CREDITED = re.compile(
    r"(?:\b(?:reporter|correspondent|editor|author|credit|photo|photograph|image|picture)s?:|"
    r"^\*?\s?(?:writing|reporting|editing|written|edited|published|compiled|translated|photographed|reported|contributed)(?: and [a-z]+)? by:?)"
    r"\s+(?P<names>[^|·•;/\n]+?)(?= for | of |[|·•;/\n]|$)",
    re.I | re.M,
)
"""Who is credited in furniture of any kind, as in a caption."""
_CONTRIBUTED = re.compile(r"^(?P<names>[^|·•;\n]+?) contributed (?:to|reporting)\b", re.M)
_AGENCIES = re.compile(
    rf"(?P<names>{_BYLINE_NAME.pattern})/(?P<agency>[A-Z][\w.]*(?: [A-Z][\w.]*)?)|\((?P<first>[A-Z][\w.]*(?: [A-Z][\w.]*)?)/(?P<second>{_BYLINE_NAME.pattern})\)"
)
"""A photographer and whoever sells the picture: "Tom Berg/AFP/Getty Images", "(Xinhua/Tom Berg)"."""
_COLLECTIVES = frozenset(["correspondent", "reporter", "writer", "desk", "staff", "bureau", "agencies"])


def credited(page: Page) -> Iterator[Span]:
    """The spans of the names, each person once, in order within bylines and then within the credits of pictures."""
    seen: list[str] = []
    for span in (*_bylines(page), *_pictures(page)):
        name = span.of(page.text)
        if not any(same(name, other) for other in seen) and _personal(name, page):
            seen.append(name)
            yield span


def _bylines(page: Page) -> Iterator[Span]:
    for item in page.furniture:
        text = item.span.of(page.text)
        lines = _BYLINE if item.kind in ("byline", "stamp", "credit") else _CREDITED
        for line in (*lines.finditer(text), *_CONTRIBUTED.finditer(text)):
            for match in _BYLINE_NAME.finditer(line["names"]):
                owner = re.match(r"\S+'s\s+(?=\S+\s+\S)", match[0])  # "Port Daily's Tom Berg"
                start = item.span.start + line.start("names") + match.start() + (owner.end() if owner else 0)
                yield Span(start, item.span.start + line.start("names") + match.end())


def _pictures(page: Page) -> Iterator[Span]:
    if "/" not in page.text:
        return
    for match in _AGENCIES.finditer(page.text):
        agency = lowered(match["agency"] or match["first"])
        if agency in page.desk.outlet_names or agency in page.desk.word_set("picture-agencies"):
            yield Span(*match.span("names" if match["names"] else "second"))


def _personal(name: str, page: Page) -> bool:
    low = " ".join(name.lower().split())
    return not (
        page.desk.country_of(name)
        or low.split()[-1] in _COLLECTIVES
        or low in page.desk.outlet_names
        or not page.desk.word_set("thing-words").isdisjoint(low.split())
    )
