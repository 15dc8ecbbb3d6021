"""HTML pages: the article's text by trafilatura, and what the page's head says of it. Nothing is ever fetched.

The text is the headline on a line of its own, unless the article begins with it, and then the article as extracted.
Where no article can be found, or the markup is too deep or too large to look for one, all of the page's text is taken
and a note says so. A date comes from the page's own statements and from the elements that carry dates, never from its
prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dragoman.dispatch import Dispatch
from dragoman.errors import SourceError
from dragoman.sources.parts.charset import decode
from dragoman.sources.parts.flat import flat
from dragoman.sources.parts.head import EARLIEST, LATEST, address, head, named_date
from dragoman.sources.parts.limits import MAX_ELEMENTS, MAX_MARKUP_BYTES
from dragoman.sources.parts.markup import root

MEDIA_TYPES = ("text/html", "application/xhtml+xml")
SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".xht")

_META_CHARSET = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,300}?\b(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_SUBSET = re.compile(r"(?<=<!DOCTYPE html)[^<>]{0,500}\[[^\]]{0,5000}\]\s*(?=>)", re.IGNORECASE)
"""Entities of the page's own, which no browser heeds either."""
_DATED = re.compile(r"date|time|publi|posted|stamp|byline|dateline", re.IGNORECASE)
_ASIDE = frozenset({"aside", "nav", "footer", "a", "li", "script", "style", "template"})
_FRONT_LINES = 4


def sniff(head_bytes: bytes) -> bool:
    return root(head_bytes) in {"html", "head", "body"}


def dispatches(data: bytes, origin: str, charset: str | None = None) -> Iterator[Dispatch]:
    """One dispatch a page; SourceError where the page holds no text or is too large."""
    if len(data) > MAX_MARKUP_BYTES:
        raise SourceError(
            origin, f"is a page of {len(data):,} bytes, more than {MAX_MARKUP_BYTES:,}", "cut it down to its article"
        )
    declared = charset or _declared(data)
    found = decode(data, declared)
    if found.looks_binary:
        raise SourceError(origin, "is not a page: too many control characters", "give the page as the server sent it")
    markup = _SUBSET.sub("", found.text.lstrip("\ufeff").replace("\0", "\ufffd"), count=1)
    tree, whole = _tree(markup)
    if tree is None:
        raise SourceError(origin, "is a page without content", "save the page anew")
    stated = head(tree)
    body, notes = (
        (_article(tree), found.notes)
        if whole
        else (None, (*found.notes, "the markup is too deep or too large to look for an article"))
    )
    if not body:
        body = flat(markup)
        notes = (*notes, "no article was found: all of the page's text is taken")
    if not body.strip():
        raise SourceError(
            origin, "is a page without text", "if its text is made by scripts, save the page from a browser"
        )
    yield Dispatch(
        _under(stated.title, body),
        origin,
        outlet=stated.outlet,
        title=stated.title,
        published=stated.published or (_dated(tree, stated.address) if whole else None),
        language=stated.language,
        address=stated.address or address(origin),
        media_type="text/html",
        charset=found.charset,
        notes=notes,
    )


def _declared(data: bytes) -> str | None:
    found = _META_CHARSET.search(data[:8192])
    return found[1].decode("ascii", "replace") if found else None


def _tree(markup: str) -> tuple[Any, bool]:
    """The lxml tree (None for an empty page), and whether it holds the whole page and is small enough to search."""
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:  # nothing but white space or comments
        return None, False
    cut = any(entry.type_name == "ERR_USER_STOP" or "depth" in entry.message for entry in parser.error_log)
    return tree, not cut and sum(1 for _ in tree.iter()) <= MAX_ELEMENTS


def _article(tree: Any) -> str | None:
    from trafilatura import bare_extraction

    found = bare_extraction(tree, include_comments=False, include_tables=True, with_metadata=False)
    return _without_rules(str(found.text or "")) or None if found is not None else None


def _without_rules(text: str) -> str:
    """Table rows as cells with bars between them, not around: many an old page is one table with a single cell."""
    rows = (_row(line) if line.startswith("|") else line for line in text.split("\n"))
    return "\n".join(row for row in rows if row).strip("\n")


def _row(line: str) -> str:
    cells = [cell.strip() for cell in line.split("|")]
    return "" if re.fullmatch(r"[|\s:-]+", line) else " | ".join(cell for cell in cells if cell)


def _under(title: str | None, body: str) -> str:
    """`body` under its headline, which is put there where the first lines do not have it."""
    if not title:
        return body
    wanted = _letters(title)
    front = [_letters(line) for line in body.split("\n", _FRONT_LINES)[:_FRONT_LINES]]
    return body if not wanted or any(line.startswith(wanted) for line in front) else f"{title}\n{body}"


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


def _dated(tree: Any, canonical: str | None) -> str | None:
    """The date that htmldate finds in the head, the address and the elements that are there to carry one."""
    from copy import deepcopy

    from htmldate import find_date
    from lxml import html

    page = html.document_fromstring(b"<html><head></head><body></body></html>")
    for element in tree.iter("meta", "link", "time", "abbr", "span", "div", "p", "em", "i"):
        carries = element.tag in {"meta", "link", "time", "abbr"} or _DATED.search(
            f"{element.get('class')} {element.get('id')}"
        )
        if element.tag == "meta" and named_date(element):  # read already, and found to be no day
            continue
        if not carries or any(above.tag in _ASIDE for above in element.iterancestors()):
            continue
        if len("".join(element.itertext())) > 200:
            continue
        copied = deepcopy(element)
        copied.tail = None
        (page.head if element.tag in {"meta", "link"} else page.body).append(copied)
    found = find_date(
        page,
        extensive_search=False,
        original_date=True,
        url=canonical,
        min_date=EARLIEST.isoformat(),
        max_date=LATEST.isoformat(),
    )
    return str(found) if found else None
