"""Whose dispatch it is: the carrier's metadata, the address, the dateline's agency, a line that names an outlet, or the text's own words."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from urllib.parse import urlsplit

from dragoman.desk.desk import Desk
from dragoman.desk.pattern import lowered
from dragoman.desk.schema import Outlet
from dragoman.evening import even
from dragoman.page.page import Page

_OWN = re.compile(r"(?:told|to|with) (?:the )?([A-Z][\w.&']*(?: [A-Z][\w.&']*){0,3})")
_HEAD = 400
_RIGHTS = re.compile(r"©|\(c\)|copyright|all rights|\bsource\b|\bvia\b", re.I)
"""What marks a line as one where an outlet signs."""
_SMALL = frozenset(("of", "the", "s", "and", "for"))
_AUTHORITY = re.compile(
    r"(?:the )?(?:federal |royal |state |general )?(?:ministry|department|secretariat|office of|government of|embassy|presidency|cabinet"
    r"|prime minister(?:'s office)?|foreign (?:office|ministry)|chancellery)\b",
    re.I,
)
_LINE = 14
"""Words that the name of an authority with its country may have."""
_OFFICE = re.compile(r"ministry|department|office|cabinet|chancellery|presiden|government|embassy|secretariat", re.I)


def outlet(page: Page) -> Outlet | None:
    """The outlet as the packs know it, or an authority of a country that they know; None where nothing names one."""
    names, hosts = page.desk.outlet_names, page.desk.outlet_hosts
    given = page.dispatch.outlet
    if given and (known := _by_title(page.desk, given)):
        return known
    host = _host(page.dispatch.address or "")
    while host:
        if host in hosts:
            return hosts[host]
        host = host.partition(".")[2]
    for line in page.datelines:
        if line.agency and (known := names.get(lowered(line.agency.of(page.text)).strip(" ()-,"))):
            return known
    for item in page.furniture:
        if item.kind == "outlet" and (known := _written(page.desk, item.span.of(page.text).strip(" -|·•()[]\n"))):
            return known
    for item in page.furniture:
        if item.kind in ("notice", "byline", "credit", "navigation") and item.span.start < _HEAD:
            words = item.span.of(page.text)
            signed = item.kind in ("byline", "credit") or bool(_RIGHTS.search(words))
            for part in re.split(r"[|·•>:©/(),-]|\b\d{4}\b", words):
                if known := _written(page.desk, part.strip(), signed=signed):
                    return known
    if known := _masthead(page):
        return known
    told = Counter(
        known.id
        for m in _OWN.finditer(page.text)
        if m[0].startswith("told") and (known := _written(page.desk, m[1], signed=True))
    )
    if len(told) == 1:
        return page.desk.outlets[next(iter(told))]
    return _unlisted(page)


def _written(desk: Desk, words: str, *, signed: bool = False) -> Outlet | None:
    """The outlet that these words of a page's furniture name. One whose name is plain words, or a body's, may be a topic that the page
    is filed under: it counts only as it writes itself, and then with its article, or in a place where one signs (`signed`)."""
    low = lowered(words)
    known = desk.outlet_names.get(low)
    if known is None or not (_plain(low, desk) or low in desk.body_names):
        return known
    names = (known.name, *known.also)
    own = words in names or f"The {words}" in names or words.removeprefix("The ") in names
    return known if own and (signed or (words.startswith("The ") and low not in desk.body_names)) else None


def _plain(low: str, desk: Desk) -> bool:
    """Whether every word of a name is one that common sentences have too: "foreign policy", "the hill"."""
    return desk.word_set("plain-outlet-words").issuperset(low.removeprefix("the ").split())


def _host(address: str) -> str:
    """The host of an address; empty where it is no address."""
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:  # brackets that hold no IPv6 address
        return ""


def _by_title(desk: Desk, title: str) -> Outlet | None:
    """The outlet that a carrier's own title names: whole, before a colon or bar ("Example Press: World"), or as a ministry of a country."""
    for part in (title, *re.split(r"\s*[:|]\s*|\s+-\s+", title)):
        if known := desk.outlet_names.get(lowered(even(part)).strip()):
            return known
    return _authority(desk, title)


def _authority(desk: Desk, words: str) -> Outlet | None:
    """The government's outlet of the country that these words name, if they name its ministry or office too."""
    low = lowered(even(words))
    spoken = re.findall(r"[^\W_]+", low)
    runs = (" ".join(spoken[i:j]) for i in range(len(spoken)) for j in range(i + 1, min(len(spoken), i + 6) + 1))
    named = sorted((run for run in runs if len(run) > 3 and run in _spelt(desk)), key=len, reverse=True)
    if not named:
        return None
    said = set(spoken)
    return next((outlet for outlet, own in _offices(desk, _spelt(desk)[named[0]]) if own <= said), None)


@lru_cache(maxsize=1000)
def _offices(desk: Desk, country: str) -> list[tuple[Outlet, set[str]]]:
    """A government's outlets, each with the words of one of its names that tell it apart, where they are two or more."""
    entry = desk.countries[country]
    theirs = " ".join((entry.name, *entry.aliases, *entry.demonyms))
    plain = _SMALL | set(re.findall(r"[^\W_]+", lowered(theirs)))
    official = [o for o in desk.outlets.values() if o.country == country and o.official and o.kind == "government"]
    named = [(o, set(re.findall(r"[^\W_]+", lowered(n))) - plain) for o in official for n in (o.name, *o.also)]
    return [(outlet, own) for outlet, own in named if len(own) > 1]


@lru_cache(maxsize=16)
def _spelt(desk: Desk) -> dict[str, str]:
    """Country code by name in plain lower-case words."""
    return {" ".join(re.findall(r"[^\W_]+", name)): code for name, code in desk.country_names.items()}


def _masthead(page: Page) -> Outlet | None:
    """The authority that the first lines of the page name, on one line or on two."""
    lines = [
        f.span.of(page.text)
        for f in page.furniture
        if f.span.start < _HEAD and f.kind in ("navigation", "outlet", "stamp", "notice")
    ]
    for words in (*lines[:4], *(" ".join(pair) for pair in pairwise(lines[:4]))):
        if _OFFICE.search(words) and (known := _authority(page.desk, words)):
            return known
    return None


def _unlisted(page: Page) -> Outlet | None:
    """The authority of a country that the first line names as its publisher, or the first two, where no pack lists it:
    "Ministry of External Relations of Brazil", or "Republic of Slovenia" above "Ministry of Foreign Affairs". A headline about a
    ministry has other words in small letters."""
    opening = [line.strip() for line in page.text[:_HEAD].splitlines() if line.strip()]
    lines = opening[:2]
    signed = [part.strip() for line in opening[:4] if "|" in line for part in line.split("|")]
    headed = [", ".join(reversed(lines))] if lines and _country(page.desk, lines[0]) else []
    for words in (*lines[:1], " ".join(lines), *headed, *signed):
        evened = even(words).strip(" .,-|")
        said = re.findall(r"[^\W_]+", evened)
        small = {w.lower() for w in said if not w[0].isupper()}
        if not _AUTHORITY.match(evened) or len(said) > _LINE or small - _SMALL:
            continue
        low = " ".join(w.lower() for w in said)
        named = {code for name, code in _spelt(page.desk).items() if len(name) > 3 and f" {name} " in f" {low} "}
        if len(named) == 1:
            if known := _authority(page.desk, evened):
                return known
            country = named.pop()
            key = re.sub(r"[^a-z0-9]+", "-", low).strip("-")
            return Outlet(
                id=f"gov-{country.lower()}-{key}", name=evened, country=country, kind="government", official=True
            )
    return None


_STYLE = frozenset(
    [
        "the",
        "of",
        "and",
        "republic",
        "kingdom",
        "state",
        "states",
        "federal",
        "federation",
        "democratic",
        "people",
        "s",
        "socialist",
        "islamic",
        "united",
        "union",
    ]
)
"""Words of a country's full style that are not its name: "the Federal Republic of"."""


def _country(desk: Desk, line: str) -> str | None:
    """The country of which a line is the name and no more, in full or plain: "Republic of Slovenia"."""
    said = re.findall(r"[^\W_]+", lowered(even(line)))
    return _spelt(desk).get(" ".join(said)) or _spelt(desk).get(" ".join(w for w in said if w not in _STYLE))


def _body_country(desk: Desk, words: str) -> str | None:
    """The country of a government body whose whole name stands in a line, after a field's name or not."""
    body = desk.body_names.get(lowered(words).partition(": ")[2].strip() or lowered(words).strip())
    return body.country if body and body.kind in ("government", "ministry") else None


_PLACE = re.compile(r"^\W*([A-Z][\w.'-]+(?: [A-Z][\w.'-]+){0,2})\s*(?:,|$)")


def reporter(page: Page) -> bool:
    """Whether a reporter speaks: the page has a dateline, a byline, or an outlet that is no government's."""
    source = page.source
    return (
        (bool(page.datelines) and not (page.source is None and _from_its_ministry(page)))
        or any(f.kind == "byline" for f in page.furniture)
        or bool(source and source.kind != "government")
    )


def home(page: Page) -> str | None:
    """The country whose authority published the dispatch, None for the press and where nothing says it: an official outlet's, or that
    of the place in the stamp above a text that carries no dateline."""
    source = page.source
    if source:
        return source.country if source.official else None
    if page.datelines:
        return _from_its_ministry(page)
    for item in page.furniture:
        if item.span.start < _HEAD and (country := _body_country(page.desk, item.span.of(page.text))):
            return country
        if item.kind == "stamp" and item.span.start < _HEAD:
            place = _PLACE.match(item.span.of(page.text))
            if place and (country := page.desk.metonyms.get(lowered(place[1]))):
                return country
    return None


def _from_its_ministry(page: Page) -> str | None:
    """The country of the one place in the datelines of a page that carries no agency and that a ministry's letterhead opens."""
    if any(line.agency for line in page.datelines) or not letterhead(page):
        return None
    places = {_placed(page.desk, d.place.of(page.text)) for d in page.datelines if d.place}
    return places.pop() if len(places) == 1 else None


def _placed(desk: Desk, place: str) -> str | None:
    """The country of a dateline's place: of a town, or a country that is written there as one."""
    low = lowered(place).strip(" ,.-")
    return desk.metonyms.get(low) or desk.country_names.get(low)


def letterhead(page: Page) -> bool:
    """Whether one of the first lines is an authority's name and no more: "MINISTRY OF FOREIGN AFFAIRS"."""
    lines = [line.strip(" .,-|") for line in page.text[:_HEAD].splitlines() if line.strip()][:3]
    return any(
        _AUTHORITY.match(line)
        and len(line.split()) <= _LINE
        and all(w[0].isupper() or w.lower() in _SMALL for w in re.findall(r"[^\W_]+", even(line)))
        for line in lines
    )


def seat(page: Page) -> str | None:
    """The country from which the press reports: of the dateline's place, else of the outlet. None where neither is known or both differ."""
    placed = {
        country for line in page.datelines if line.place and (country := _placed(page.desk, line.place.of(page.text)))
    }
    if len(placed) == 1:
        return placed.pop()
    return page.source.country if page.source and not placed else None
