"""Dates that a page carries of itself: a line of its own, a stamp, a byline, an agency's line before the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.dates.expression import Expression
from dragoman.dates.expressions import expressions
from dragoman.page.headline import share
from dragoman.page.lines import lines
from dragoman.page.page import Page
from dragoman.span import Span
from dragoman.when import When

_CLOCK = re.compile(
    r"\(?\b\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|[+-]\d\d:?\d\d"
    r"|\b(?:GMT|UTC|EST|EDT|CET|CEST|EET|EEST|JST|KST|IST|BST|HKT)\b"
)
_AFTER = r"\b[^\w]*+(?:(?:on|at)\b[^\w]*+)?(?:\d{1,2}[:.]\d\d[^\w]*+)?(?:[ap]\.?m\.?[^\w]*+)?$"
"""What may stand between the word for a stamp and its date: a preposition, a clock."""
_ISSUED = re.compile(
    rf"\b(?:published|posted|issued|released|uploaded|created|publication date|date|pubdate){_AFTER}", re.I
)
_RENEWED = re.compile(rf"\b(?:updated?|modified|revised|edited){_AFTER}", re.I)
_OF_RELEASE = re.compile(
    r"\W*(?:the|this) (?:\w+ ){0,2}(?:release|statement|communiqu\w+|note|text|document|story|article)(?: was| is)? (?:issued|released|published|put out)(?: by [^.;]{2,60})? on ",
    re.I,
)
"""A sentence that says when the text itself was issued."""
_FIGURE = re.compile(r"[\d年]")
"""What every date of a stamp holds."""
_COMPACT = re.compile(r"\b((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)\b")
_OTHER = re.compile(
    r"\b(?:delivered|recorded|retrieved|accessed|archived|printed|born|event|due|effective)\b[^\w]*+(?:(?:on|at|from)\b[^\w]*+)?$",
    re.I,
)
_SMALL = frozenset("by on at in the of and from local time last date updated published posted".split())  # noqa: SIM905
_WORD = re.compile(r"[^\W\d_][\w'.-]*")
_PROSE_END = re.compile(r"""[\w)%]{2}[.!?]["')\]]*$""")
_CLOSE = re.compile(r"\s*(?:\([^()]{1,40}\))?\s*")
"""After the date that ends a heading: a remark such as "(excerpts)"."""
_OWN_LINE = re.compile(
    r"""\W*(?:(?:date|dated|published|posted|issued|released|pubdate|publication date)\s*:\s*["']?[\w\s,.:+-]{8,40}|\d{4}-\d\d-\d\d)["']?\s*""",
    re.I,
)
"""A line that gives a day and nothing else, in a head of "key: value" lines or beneath a title, which no wrapped sentence does."""
_NUMBER = re.compile(r"(?:^|[^\d-])\d{1,6}-$")
_PLACE = re.compile(
    r"(?!(?:On|In|At|By|From|Since|During|After|Before|Until)\b)\(?(?:[^\W\d_a-z][\w.'-]*+(?:\s*\[[\w ]++\])?[\s,/]*+(?:(?:of|the|de|la|wa)\s++)*+|al-[\w-]++[\s,]++|\d{1,4},?\s++){0,10}+"
)
_BREAK = re.compile(r"\s*(?:,?\s*\(?[A-Z][\w .&'-]{1,30}\)?)?\s*(?:\)|:|\.\s|--|-\s|-$)")
"""Before and after the date of a line that opens a story: place and agency."""
_ADDRESS = re.compile(
    r"https?://[^\s/]+/(?:[^\s/]+/){0,3}?(?P<y>(?:19|20)\d\d)/(?P<m>\d\d?)/(?P<d>\d\d?)/(?P<words>[\w./-]*)"
)
_OWN = 0.6
"""Share of an address's words that the article takes up where the address is its own."""
_HEAD, _FOOT = 14, 6
"""Lines from the top and from the bottom in which a date stands for the page."""
_FEW, _WORDS = 3, 8
"""Words besides its date that a line may hold: to be nothing but a stamp, and to be a stamp or a byline at all."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that the page gives for itself. `rank`: lowest is most to be trusted. `exact`: both day and month are
    certain."""

    when: When
    span: Span
    rank: int
    rule: str
    other: When | None = None


def _day(expression: Expression) -> tuple[When | None, When | None]:
    year, month, day = expression.first
    if expression.kind != "date" or year is None or month is None or expression.last or expression.part:
        return None, None
    try:
        when = When.parse(f"{year:04}-{month:02}" + (f"-{day:02}" if day else ""))
        other = When.parse("{:04}-{:02}-{:02}".format(*expression.other)) if expression.other else None
    except ValueError:
        return None, None
    return when, other


def stamps(page: Page) -> list[Stamp]:
    """Every date that the page gives for itself, the most trustworthy first; among equals in the order of the text."""
    text = page.text
    body = lines(text)
    found: list[Stamp] = [*_of_addresses(page)]
    prose = [block.span for block in page.blocks if block.kind == "prose"]
    for item in page.furniture:
        if item.kind == "stamp" and not any(line.span == item.span for line in body):
            found.extend(_of_line(page, item.span, item.span.of(text), True))
    for number, line in enumerate(body):
        head, foot = number < _HEAD, number >= len(body) - _FOOT
        if not (head or foot):
            continue
        words = line.span.of(text)
        inside = any(p.covers(line.span) and len(p) > len(line.span) for p in prose)
        if len(words) > 260 or (inside and not (head and _OWN_LINE.fullmatch(words))):
            continue
        found.extend(_of_line(page, line.span, words, head))
    found.extend(_of_datelines(page))
    return sorted(found, key=lambda s: (s.rank, s.span.start))


def _of_addresses(page: Page) -> Iterator[Stamp]:
    """The day in the address that a page gives for itself: one whose words are the article's own."""
    for address in _ADDRESS.finditer(page.text):
        when = on_day(*(int(address[part]) for part in "ymd"))
        own = [block.span.of(page.text) for block in page.blocks]
        if when and address["words"] and share(re.sub(r"[-_/.]", " ", address["words"]), own) >= _OWN:
            yield Stamp(when, Span(address.start("y"), address.end("d")), 6, "address")


def on_day(year: int, month: int, day: int) -> When | None:
    """That day; None where the calendar has none."""
    try:
        return When.parse(f"{year:04}-{month:02}-{day:02}")
    except ValueError:
        return None


def _of_line(page: Page, line: Span, words: str, head: bool) -> Iterator[Stamp]:
    if not _FIGURE.search(words):
        return
    here = expressions(words)
    dated = [(e, *_day(e)) for e in here]
    if head and not here and (solid := _COMPACT.search(words)) and len(_WORD.findall(words)) <= _FEW:
        if when := on_day(*(int(part) for part in solid.groups())):
            yield Stamp(when, Span(line.start + solid.start(), line.start + solid.end()), 2, "date-line")
        return
    if not any(when for _, when, _ in dated):
        return
    rest = words
    for e in here:
        rest = rest[: e.span.start] + " " * len(e.span) + rest[e.span.end :]
    kept = _CLOCK.sub(" ", rest)
    count = sum(w.lower().strip(".") not in _SMALL for w in (_WORD.findall(kept) if words.isascii() else _words(kept)))
    prose = bool(_PROSE_END.search(words)) and count > 4
    for e, when, other in dated:
        if when is None:
            continue
        before = words[: e.span.start]
        span = Span(line.start + e.span.start, line.start + e.span.end)
        if _OTHER.search(before):
            continue
        told = head and _OF_RELEASE.fullmatch(before) and not words[e.span.end :].strip(" .")
        if told or (_ISSUED.search(before) and count <= 2 * _WORDS):
            yield Stamp(when, span, 1, "stamp", other)
        elif _RENEWED.search(before) and count <= 2 * _WORDS:
            yield Stamp(when, span, 3, "update-stamp", other)
        elif prose:
            continue
        elif _NUMBER.search(before) and count == 0:
            yield Stamp(when, span, 6, "document-number", other)
        elif count <= _WORDS and not _related(page, line, count):
            byline = re.match(r"\s*by\b", words, re.I) is not None
            alone = count <= _FEW or byline or "|" in words
            yield Stamp(when, span, (2 if head else 4) if alone else 7, "date-line" if alone else "heading", other)
        elif head and _CLOSE.fullmatch(words, e.span.end) and not _related(page, line, count):
            yield Stamp(when, span, 7, "heading", other)


def _words(text: str) -> list[str]:
    """Words between white space, so that a script whose vowels are marks on letters is not cut at each."""
    return [word for word in text.split() if any(c.isalpha() for c in word)]


def _related(page: Page, line: Span, count: int) -> bool:
    """Of another story or a picture; a short credit line may hold the page's own date ("Source: …")."""
    source = re.match(r"\W*source\b", page.text[line.start : line.end], re.I)
    if source and count <= _FEW:
        return False
    kinds = ("related", "caption") if count <= _FEW else ("related", "caption", "credit")
    return any(f.kind in kinds and f.span.overlaps(line) for f in page.furniture)


def _of_datelines(page: Page) -> Iterator[Stamp]:
    for line in page.datelines:
        for e in expressions(line.span.of(page.text)):
            when, other = _day(e)
            if when:
                yield Stamp(
                    when, Span(line.span.start + e.span.start, line.span.start + e.span.end), 5, "dateline", other
                )
    for block in page.blocks[:4]:
        if block.kind in ("title", "heading") or any(d.span.overlaps(block.span) for d in page.datelines):
            continue
        opening = block.span.of(page.text)[:160]
        for e in expressions(opening) if _FIGURE.search(opening) else ():
            when, other = _day(e)
            if when and _PLACE.fullmatch(opening[: e.span.start]) and _BREAK.match(opening, e.span.end):
                yield Stamp(
                    when, Span(block.span.start + e.span.start, block.span.start + e.span.end), 5, "dateline", other
                )
                break
