"""Whose dispatch it is: the carrier's metadata, the address, the dateline's agency, a line that names an outlet, or the text's own words."""

from __future__ import annotations

import re
from collections import Counter
from urllib.parse import urlsplit

from dragoman.desk.pattern import lowered
from dragoman.desk.schema import Outlet
from dragoman.page.page import Page

_OWN = re.compile(r"(?:told|to|with) (?:the )?([A-Z][\w.&']*(?: [A-Z][\w.&']*){0,3})")
_HEAD = 400


def outlet(page: Page) -> Outlet | None:
    """The outlet as the packs know it, None where nothing names one that they know."""
    names, hosts = page.desk.outlet_names, page.desk.outlet_hosts
    given = page.dispatch.outlet
    if given and (known := names.get(lowered(given).strip())):
        return known
    host = (urlsplit(page.dispatch.address or "").hostname or "").lower()
    while host:
        if host in hosts:
            return hosts[host]
        host = host.partition(".")[2]
    for line in page.datelines:
        if line.agency and (known := names.get(lowered(line.agency.of(page.text)).strip(" ()-,"))):
            return known
    for item in page.furniture:
        if item.kind == "outlet" and (known := names.get(lowered(item.span.of(page.text)).strip(" -|·•()[]"))):
            return known
    for item in page.furniture:
        if item.kind in ("notice", "byline", "credit", "navigation") and item.span.start < _HEAD:
            for part in re.split(r"[|·•>:©/(),-]", item.span.of(page.text)):
                if known := names.get(lowered(part).strip()):
                    return known
    told = Counter(
        known.id for m in _OWN.finditer(page.text) if m[0].startswith("told") and (known := names.get(lowered(m[1])))
    )
    if len(told) == 1:
        return page.desk.outlets[next(iter(told))]
    return None


_PLACE = re.compile(r"^\W*([A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2})\s*(?:,|$)")


def home(page: Page) -> str | None:
    """The country whose authority published the dispatch, None for the press and where nothing says it: an official outlet's, or that
    of the place in the stamp above a text that carries no dateline."""
    source = outlet(page)
    if source:
        return source.country if source.official else None
    if page.datelines:
        return None
    for item in page.furniture:
        if item.kind == "stamp" and item.span.start < _HEAD:
            place = _PLACE.match(item.span.of(page.text))
            if place and (country := page.desk.metonyms.get(lowered(place[1]))):
                return country
    return None
