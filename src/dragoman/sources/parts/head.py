"""What a page says of itself in its head: meta elements, linked data, canonical address. Read as stated; nothing is
worked out."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate
from typing import Any

EARLIEST, LATEST = date(1945, 1, 1), date(2100, 12, 31)
"""Dates outside are misprints. Fixed, not "today": the same bytes must give the same dispatch in any year."""

_TITLE = ("og:title", "articletitle", "citation_title", "dc.title", "dcterms.title", "twitter:title")
_OUTLET = (
    "og:site_name",
    "sitename",
    "contentsource",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
)
_DATE_NAMES = """article:published_time article:published og:published_time og:article:published_time datepublished
pubdate publishdate publish_date publish-date published_time publication_date citation_publication_date dc.date.issued
dcterms.issued dcterms.created dc.date dcterms.date parsely-pub-date sailthru.date firstpublishedtime apub:time
article.published date"""
_DATE = _DATE_NAMES.split()
_LANGUAGE = ("content-language", "og:locale", "dc.language", "dcterms.language", "language")
_NUMERIC = re.compile(r"\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?!\d)|\s*(\d{4})(\d\d)(\d\d)(?!\d)")
_ARTICLE = re.compile(r"(?:Article|Report|BlogPosting|LiveBlog\w*|PressRelease)\Z")
_MOST_NODES = 10_000


@dataclass(frozen=True, slots=True)
class Head:
    """As in `Dispatch`: `published` an ISO date, `language` two letters, `address` absolute."""

    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    address: str | None = None


def head(tree: Any) -> Head:
    """What the lxml tree of a page states. Where it states a thing several times, the most particular place is
    believed."""
    meta = _meta(tree)
    linked = _linked(tree)
    outlet = _first(linked.get("outlet"), *(meta.get(name) for name in _OUTLET))
    headings = [one_line(" ".join(element.itertext())) for element in tree.iter("h1")]
    heading = headings[0] if len(headings) == 1 else None
    titles = [one_line(" ".join(element.itertext())) for element in tree.iter("title")]
    title = _first(linked.get("title"), *(meta.get(name) for name in _TITLE), heading, *titles[:1])
    links = [
        element.get("href")
        for element in tree.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    return Head(
        title=_without(title, outlet),
        outlet=outlet,
        published=next(
            filter(None, map(iso_date, (*(meta.get(name) for name in _DATE), linked.get("published")))), None
        ),
        language=next(
            filter(None, map(language, (tree.get("lang"), *(meta.get(n) for n in _LANGUAGE), linked.get("language")))),
            None,
        ),
        address=next(
            filter(None, map(address, (*links, meta.get("og:url"), meta.get("url"), linked.get("address")))), None
        ),
    )


def named_date(element: Any) -> bool:
    """Whether a meta element is one of those that `head` takes a date from."""
    return _name(element) in _DATE


def iso_date(text: str | None) -> str | None:
    """The day that `text` begins with (ISO 8601, numbers, or the form of mail headers), in the writer's own time zone;
    None where it gives none between `EARLIEST` and `LATEST`."""
    if not text or len(text) > 100:
        return None
    if found := _NUMERIC.match(text):
        year, month, day = (int(group) for group in found.groups() if group)
    else:
        try:
            mailed = parsedate(text)
        except (ValueError, IndexError, TypeError):
            return None
        if mailed is None:
            return None
        year, month, day = mailed[:3]
    try:
        stated = date(year, month, day)
    except ValueError:
        return None
    return stated.isoformat() if EARLIEST <= stated <= LATEST else None


def language(code: str | None) -> str | None:
    """The ISO 639-1 part of a language tag, or None where there is none."""
    first = re.split(r"[-_,;\s]", (code or "").strip(), maxsplit=1)[0].lower()
    return first if re.fullmatch(r"[a-z]{2}", first) else None


def address(text: str | None) -> str | None:
    """An absolute web address as it stands, or None."""
    stripped = (text or "").strip()
    return stripped if re.match(r"https?://[^\s/]+\S*\Z", stripped, re.IGNORECASE) and len(stripped) <= 2000 else None


def one_line(text: str | None) -> str | None:
    """`text` with every run of white space as one space; None where nothing is left, or more than a title or name
    holds."""
    line = " ".join((text or "").split())
    return line if 0 < len(line) <= 500 else None


def _first(*candidates: str | None) -> str | None:
    return next((line for text in candidates if (line := one_line(text)) and not re.match(r"https?:", line)), None)


def _without(title: str | None, outlet: str | None) -> str | None:
    """The title without the outlet's name behind it."""
    if title and outlet:
        found = re.fullmatch(r"(.+?)\s*[|\-–—_·:]\s*" + re.escape(outlet), title, re.IGNORECASE)
        return found[1] if found else title
    return title


def _meta(tree: Any) -> dict[str, str]:
    """Lower-case name, property, itemprop or http-equiv -> content; the first one of a name stands."""
    found: dict[str, str] = {}
    for element in tree.iter("meta", "time"):
        name, content = _name(element), element.get("content") or element.get("datetime")
        if name and content and content.strip():
            found.setdefault(name, content)
    return found


def _name(element: Any) -> str:
    names = (element.get(attribute) for attribute in ("property", "name", "itemprop", "http-equiv"))
    return next((name.strip().lower() for name in names if name), "")


def _linked(tree: Any) -> dict[str, str]:
    """The JSON-LD of the page's article, as far as it is well formed."""
    found: dict[str, str] = {}
    for element in tree.iter("script"):
        if "ld+json" not in (element.get("type") or "").lower():
            continue
        try:
            data = json.loads(element.text or "", strict=False)
        except (ValueError, RecursionError):
            continue  # a page's broken linked data is as if it had none
        for node in _nodes(data):
            kinds = node.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if not any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in kinds):
                continue
            publisher = node.get("publisher")
            publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
            values = {
                "title": node.get("headline"),
                "published": node.get("datePublished"),
                "language": node.get("inLanguage"),
                "outlet": publisher.get("name") if isinstance(publisher, dict) else publisher,
                "address": node.get("url"),
            }
            for name, value in values.items():
                if isinstance(value, str) and value.strip():
                    found.setdefault(name, html.unescape(value))
    return found


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """All objects in `data`, the outer before the inner, in their order."""
    waiting = [data]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting.extend(reversed(list(node.values())))
        elif isinstance(node, list):
            waiting.extend(reversed(node))
