"""Who made a dispatch and its pictures, and whom it gives to be called: names in furniture and in the article's own lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.desk.pattern import lowered
from dragoman.name import same
from dragoman.page.page import Page
from dragoman.page.parse import parse
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
_CONTACT = re.compile(
    r"\W*(?:(?:media|press|for|further|more|ministerial|departmental)\s+)*(?:contacts?|inquiries|enquiries|information)\b[^:\n]{0,40}:?\s*",
    re.I,
)
_CALLED = re.compile(rf"(?<![\w'-]){_BYLINE_NAME.pattern}(?=\s*(?:[(,:+|@-]|\d|\s{{2}}|$|\bon\b|\bat\b))", re.M)
"""How a line for the press begins, and a name in it before a number, a bracket or a gap."""
_COLLECTIVES = frozenset(["correspondent", "reporter", "writer", "desk", "staff", "bureau", "agencies"])


def credited(page: Page) -> Iterator[Span]:
    """The spans of the names, each person once, in order within bylines and then within the credits of pictures."""
    seen: list[str] = []
    for span in (*_bylines(page), *_by_itself(page), *_pictures(page)):
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


def _by_itself(page: Page) -> Iterator[Span]:
    """A name that is the whole of a line between the headline and the day or the prose, as papers print who wrote a story."""
    first = next((b.span.start for b in page.blocks if b.kind == "prose"), 0)
    items = [f for f in page.furniture if page.title and page.title.end <= f.span.start < first]
    for item in items[:3]:
        named = _BYLINE_NAME.fullmatch(page.text, item.span.start, item.span.end)
        if named and item.kind in ("navigation", "stamp") and "\n" not in named[0] and _tagged(item.span, page):
            yield item.span


def contacts(page: Page) -> Iterator[Span]:
    """The names of those whom a page gives to be called or written to."""
    for item in page.furniture:
        if item.kind == "notice" and (line := _CONTACT.match(page.text, item.span.start, item.span.end)):
            for match in _CALLED.finditer(page.text, line.end(), item.span.end):
                span = Span(*match.span())
                if _personal(span.of(page.text), page) and _tagged(span, page):
                    yield span


def _tagged(span: Span, page: Page) -> bool:
    """Whether the tagger takes every word for a name, and none of them for one of anything but a person."""
    (tokens,) = parse(page.text, [span], ())
    named = all(t.tag == "NNP" or t.text.islower() for t in tokens) and all(t.ent in ("PERSON", "") for t in tokens)
    return named and not any(t.low in page.desk.metonyms or t.low in page.desk.country_names for t in tokens)


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
