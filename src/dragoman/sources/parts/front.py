"""What a text says of itself in the head of fields that opens it."""

from __future__ import annotations

import html
from typing import TypedDict

from dragoman.page.matter import TITLES, matter
from dragoman.sources.parts.head import address, iso_date, language, one_line

_DATE = ("date", "published", "post_date", "date_published", "publish_date", "pubdate", "publication_date", "created")
_OUTLET = ("outlet", "publisher", "publication", "site", "site_name", "source", "organization", "organisation")
_ADDRESS = ("original_link", "canonical_url", "source_url", "original_url", "url", "link", "permalink", "source")
_LANGUAGE = ("language", "lang", "locale")


class Stated(TypedDict, total=False):
    """As in `Dispatch`; what is not stated is left out."""

    title: str
    outlet: str
    published: str
    language: str
    address: str


def front(text: str) -> Stated:
    """The fields of the head that `text` opens with, as far as a dispatch has them; none where it has no such head."""
    head = matter(text)
    stated = Stated()
    if head is None:
        return stated
    outlet = one_line(head.first(text, *_OUTLET))
    wanted = {
        "title": one_line(html.unescape(head.first(text, *TITLES) or "")),
        "outlet": None if address(outlet) else outlet,
        "published": iso_date(head.first(text, *_DATE)),
        "language": language(head.first(text, *_LANGUAGE)),
        "address": next((a for key in _ADDRESS if (a := address(head.first(text, key)))), None),
    }
    stated.update({key: value for key, value in wanted.items() if value})  # type: ignore[typeddict-item]
    return stated
