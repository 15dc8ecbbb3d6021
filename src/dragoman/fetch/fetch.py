"""Web addresses into dispatches: one polite request each, bounded in size, time and redirects, to the public network
alone. What cannot be fetched is said by name with the reason, as for files."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec

from dragoman import __version__
from dragoman.dispatch import Dispatch
from dragoman.errors import ExtraError, SourceError
from dragoman.sources.gather import Skipped, read_bytes

_missing = [name for name in ("httpx2", "protego") if find_spec(name) is None]
if _missing:
    raise ExtraError(
        "adding by address",
        f"needs packages that are not installed: {', '.join(_missing)}",
        "pip install 'dragoman[web]'",
    )

import httpcore2  # noqa: E402  (after the check that says what to install)
import httpx2  # noqa: E402

from dragoman.fetch.public import NotPublicError, PublicTransport  # noqa: E402
from dragoman.fetch.robots import AGENT, LARGEST, Robots  # noqa: E402

SECONDS = 60.0
"""How long one address may take, with its redirects and the site's rules."""
READ_SECONDS = 20.0
"""How long a server may be silent."""
BYTES = 20_000_000
"""The most that is taken from one address, unpacked."""
HOPS = 5
"""Redirects that are followed."""
REDIRECTS = (301, 302, 303, 307, 308)
PAUSE = 1.0
"""Seconds between two requests of an intake."""

Transport = Callable[[float], httpx2.BaseTransport]
"""What requests are sent by, for the time by which all must be over (`time.monotonic`)."""

_HEADERS = {
    "User-Agent": f"{AGENT}/{__version__} (reads dispatches that a person names)",
    "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain, application/xml;q=0.8, */*;q=0.5",
    "Accept-Encoding": "gzip",
}


def fetch(
    addresses: Iterable[str], transport: Transport = PublicTransport, pause: float = PAUSE
) -> Iterator[Dispatch | Skipped]:
    """What stands at each address, in order; a Skipped with the reason where it cannot be had."""
    for number, address in enumerate(addresses):
        if number:
            time.sleep(pause)
        try:
            where, kind, data = _fetched(address.strip(), transport)
        except SourceError as error:
            yield Skipped.because(error)
        else:
            yield from read_bytes(data, where, kind)


def _fetched(address: str, transport: Transport) -> tuple[str, str | None, bytes]:
    """(the address after redirects, Content-Type, content). SourceError for whatever is in the way."""
    until = time.monotonic() + SECONDS
    timeout = httpx2.Timeout(READ_SECONDS)
    with httpx2.Client(transport=transport(until), headers=_HEADERS, timeout=timeout, trust_env=False) as client:

        def get(at: str, most: int) -> tuple[int, httpx2.Headers, bytes]:
            return _get(client, at, most, until, address)

        robots = Robots(lambda at: _rules(get, at, address))
        url = _checked(address, address)
        for _ in range(HOPS + 1):
            if said := robots.refusal(str(url), f"{url.scheme}://{url.netloc.decode('ascii')}"):
                raise SourceError(address, said, "save the page from a browser and add the file")
            status, headers, data = get(str(url), BYTES)
            if status in REDIRECTS and "location" in headers:
                url = _checked(address, headers["location"], url)
                continue
            if status != 200:
                raise SourceError(address, f"was answered with status {status}", "look at it in a browser")
            if len(data) > BYTES:
                raise SourceError(address, f"is longer than {BYTES:,} bytes", "save the part that is needed")
            return str(url), headers.get("content-type"), data
    raise SourceError(address, f"is redirected more than {HOPS} times", "give the address that it ends at")


def _checked(asked: str, at: str, base: httpx2.URL | None = None) -> httpx2.URL:
    """`at`, which may be relative to `base`, as an address to ask. `asked`: what the person gave, for the reason."""
    led = f"leads to {at[:200]!r}, which " if base else ""
    try:
        url = base.join(at) if base else httpx2.URL(at)
    except (httpx2.InvalidURL, ValueError) as error:
        raise SourceError(asked, f"{led}is no web address", "copy it from the browser") from error
    if url.scheme not in ("http", "https") or not url.host:
        raise SourceError(asked, f"{led}is no web address", "give one that begins with https:// or http://")
    if url.userinfo:
        raise SourceError(asked, f"{led}carries a name or password", "give it without")
    return url.copy_with(fragment=None)


def _rules(get: Callable[[str, int], tuple[int, httpx2.Headers, bytes]], at: str, asked: str) -> tuple[int, bytes]:
    """A site's robots.txt, redirects followed within the same bounds; none after too many of them."""
    for _ in range(HOPS + 1):
        status, headers, data = get(at, LARGEST)
        if status not in REDIRECTS or "location" not in headers:
            return status, data
        at = str(_checked(asked, headers["location"], httpx2.URL(at)))
    return 404, b""


def _get(client: httpx2.Client, at: str, most: int, until: float, asked: str) -> tuple[int, httpx2.Headers, bytes]:
    """Status, headers and content, of which no more is taken than shows that it is longer than `most`. SourceError,
    naming what was `asked`, for a connection that fails."""
    try:
        with client.stream("GET", at, follow_redirects=False) as answer:
            if answer.headers.get("content-encoding", "").casefold() not in ("", "identity", "gzip"):
                raise SourceError(asked, "is packed in a way that was not asked for", "save the page from a browser")
            taken = bytearray()
            for chunk in answer.iter_bytes():
                taken += chunk
                if len(taken) > most:
                    break
                if time.monotonic() > until:
                    raise httpx2.ReadTimeout("takes too long")
            return answer.status_code, answer.headers, bytes(taken)
    except NotPublicError as error:
        raise SourceError(asked, "does not lead to the public network", "give a file of it instead") from error
    except (httpx2.TimeoutException, httpcore2.TimeoutException) as error:
        raise SourceError(asked, "does not answer in time", "try again later") from error
    except (httpx2.HTTPError, httpx2.InvalidURL, httpcore2.NetworkError, httpcore2.ProtocolError) as error:
        said = " ".join(str(error).split())[:200] or type(error).__name__
        raise SourceError(asked, f"cannot be fetched: {said}", "look at it in a browser") from error
