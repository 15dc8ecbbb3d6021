"""Addresses of pages: readable, made in one place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from dragoman.views.contract import Evidence

PAGES = ("encounter", "person", "mechanism", "instrument", "commitment")
"""Kinds of entries that have a page of their own."""

_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})\Z")


def to_span(evidence: Evidence) -> str:
    """The place of evidence in its dispatch; the page marks it and scrolls there."""
    where = f"{evidence.start}-{evidence.end}"
    return f"/dispatch/{quote(evidence.dispatch, safe='')}?span={where}#s{where}"


def to_cite(evidence: Evidence) -> str:
    """The words as one cites them."""
    return f"/cite/{quote(evidence.dispatch, safe='')}?span={evidence.start}-{evidence.end}"


def to_dispatch(key: str) -> str:
    return f"/dispatch/{quote(key, safe='')}"


def to_entry(key: str) -> str:
    """An entry's page by its id, which begins with its kind."""
    kind = key.partition("-")[0]
    safe = quote(key, safe="")
    return f"/{kind}/{safe}" if kind in PAGES else f"/entry/{safe}"


def to_finding(key: str) -> str:
    return f"/finding/{quote(key, safe='')}"


def to_issue(key: str) -> str:
    return f"/issue/{quote(key, safe='')}"


def to_formula(key: str) -> str:
    return f"/formula/{quote(key, safe='')}"


def with_query(path: str, given: Mapping[str, Any], **changes: Any) -> str:
    """A path with a query of those values that are not empty; `changes` take the place of given ones."""
    values = {name: value for name, value in {**given, **changes}.items() if value not in (None, "", 0)}
    return f"{path}?{urlencode(values, doseq=True, errors='replace')}" if values else path


def span(text: str | None) -> tuple[int, int] | None:
    """`start-end` as in an address; None for anything else or an empty stretch."""
    match = _SPAN.match(text or "")
    if not match:
        return None
    start, end = int(match[1]), int(match[2])
    return (start, end) if start < end else None


def web_address(address: str | None) -> str | None:
    """An address that may be linked to: http or https with a host, None for any other."""
    if not address or any(c.isspace() or ord(c) < 32 for c in address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and host else None


def local(path: str | None) -> str:
    """Where a form may lead back to: a path on this server, the front page for anything else."""
    if path and re.fullmatch(r"/(?![/\\])[!-\[\]-~]*", path):
        return path
    return "/"
