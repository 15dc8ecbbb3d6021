"""RSS and Atom: every item is a dispatch, its HTML made text. Nothing is ever fetched, neither the feed nor what it
names."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from dragoman.dispatch import Dispatch
from dragoman.errors import SourceError
from dragoman.sources.parts.flat import flat
from dragoman.sources.parts.head import address, iso_date, language, one_line
from dragoman.sources.parts.limits import MAX_MARKUP_BYTES
from dragoman.sources.parts.markup import root
from dragoman.sources.parts.skipped import Skipped

MEDIA_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
SUFFIXES = (".rss", ".atom", ".rdf")


def sniff(head: bytes) -> bool:
    return root(head) in {"rss", "feed", "rdf"}


def dispatches(data: bytes, origin: str, charset: str | None = None) -> Iterator[Dispatch | Skipped]:
    """One dispatch an item, in the feed's order: the title on a line of its own, then the fullest text the item
    carries.

    An item's origin is the feed's with `#` and its number from 1. A feed that breaks off gives the items before the
    break and says so; SourceError where it is no feed or has no items.
    """
    import feedparser

    if len(data) > MAX_MARKUP_BYTES:
        raise SourceError(origin, f"is a feed of {len(data):,} bytes, more than {MAX_MARKUP_BYTES:,}", "split it")
    headers = {"content-type": f"application/xml; charset={charset}"} if charset else {}
    found: Any = feedparser.parse(
        BytesIO(data), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
    )
    if not found.entries:
        raise SourceError(origin, "is a feed without items, or none at all", "give an RSS or Atom feed")
    outlet = one_line(flat(_text(found.feed, "title")))
    for number, entry in enumerate(found.entries, 1):
        title = one_line(flat(_text(entry, "title")))
        body = max(_bodies(entry), key=len, default="")
        if not body and not title:
            yield Skipped(f"{origin}#{number}", "is an item without words")
            continue
        yield Dispatch(
            "\n".join(filter(None, (title, body))),
            f"{origin}#{number}",
            outlet=one_line(flat(_text(entry.get("source") or {}, "title"))) or outlet,
            title=title,
            published=iso_date(_text(entry, "published")) or iso_date(_text(entry, "updated")),
            language=language(_text(entry.get("title_detail") or {}, "language") or _text(found.feed, "language")),
            address=address(_text(entry, "link")) or address(_text(entry, "id")),
            media_type="text/html",
            charset=str(found.get("encoding") or "") or None,
        )
    if found.bozo and _broken(found.bozo_exception):
        yield Skipped(
            origin, f"is malformed, so that items may be missing: {one_line(str(found.bozo_exception))} (fetch it anew)"
        )


def _text(holder: Any, name: str) -> str:
    value = dict.get(holder, name)  # feedparser's own `get` answers for one name with another's value
    return value if isinstance(value, str) else ""


def _bodies(entry: Any) -> list[str]:
    contents = [
        part
        for part in entry.get("content") or []
        if str(part.get("type", "text/html")).startswith(("text/", "application/xhtml"))
    ]
    return [
        text
        for markup in (*(_text(part, "value") for part in contents), _text(entry, "summary"))
        if (text := flat(markup))
    ]


def _broken(error: Exception) -> bool:
    """Whether the XML itself is broken; a wrongly declared character set, mended on the way, is not worth a word."""
    return "SAX" in type(error).__name__
