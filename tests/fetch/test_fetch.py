"""Addresses become dispatches or reasons; nothing goes further, takes longer or grows larger than is allowed."""

from __future__ import annotations

from collections.abc import Callable

import httpx2
import pytest

from dragoman.dispatch import Dispatch
from dragoman.fetch import fetch as module
from dragoman.fetch import is_address
from dragoman.fetch.fetch import fetch
from dragoman.fetch.public import PublicTransport
from dragoman.sources.gather import Skipped
from tests.fetch.conftest import STORY

Answer = Callable[[httpx2.Request], httpx2.Response]
PAGE = {"content-type": "text/html; charset=utf-8"}


def had(address: str, answer: Answer) -> tuple[Dispatch | Skipped, list[str]]:
    """What comes of an address on sites that answer so, and what they were asked."""
    asked: list[str] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        asked.append(str(request.url))
        return answer(request)

    (item,) = fetch([address], lambda until: httpx2.MockTransport(handle))
    return item, asked


def site(pages: dict[str, httpx2.Response]) -> Answer:
    return lambda request: pages.get(str(request.url), httpx2.Response(404))


def test_a_page_becomes_a_dispatch_of_its_address() -> None:
    at = "https://herald.example/lima"
    item, asked = had(f"{at}#top", site({at: httpx2.Response(200, text=STORY, headers=PAGE)}))
    assert isinstance(item, Dispatch)
    assert "met Foreign Minister Bo Lind" in item.text
    assert (item.origin, item.address, item.media_type) == (at, at, "text/html")
    assert asked == ["https://herald.example/robots.txt", at]


def test_the_kind_and_the_characters_are_as_the_server_says() -> None:
    told = "TOKYO, May 2 -- 東京で会談。"
    answer = httpx2.Response(
        200, content=told.encode("shift_jis"), headers={"content-type": "text/plain; charset=shift_jis"}
    )
    item, _ = had("https://herald.example/a", site({"https://herald.example/a": answer}))
    assert isinstance(item, Dispatch)
    assert (item.text, item.address) == (told, "https://herald.example/a")


def test_redirects_are_followed_and_each_site_s_rules_are_asked() -> None:
    item, asked = had(
        "http://herald.example/old",
        site(
            {
                "http://herald.example/old": httpx2.Response(301, headers={"location": "/new"}),
                "http://herald.example/new": httpx2.Response(
                    302, headers={"location": "https://www.herald.example/new"}
                ),
                "https://www.herald.example/new": httpx2.Response(200, text=STORY, headers=PAGE),
            }
        ),
    )
    assert isinstance(item, Dispatch)
    assert item.address == "https://www.herald.example/new"
    assert asked == [
        "http://herald.example/robots.txt", "http://herald.example/old", "http://herald.example/new",
        "https://www.herald.example/robots.txt", "https://www.herald.example/new",
    ]  # fmt: skip


RULES = "User-agent: *\nDisallow: /private\n\nUser-agent: Dragoman\nDisallow: /archive\n"


@pytest.mark.parametrize(
    ("status", "rules", "reason"),
    [
        (200, "User-agent: *\nDisallow: /", "robots.txt"),
        (200, RULES, "robots.txt"),  # the rules that name this program go before those for all
        (200, RULES.replace("/archive", "/private"), None),
        (404, "", None),
        (503, "", "fails to say what programs may fetch"),
    ],
)
def test_what_a_site_lets_programs_fetch(status: int, rules: str, reason: str | None) -> None:
    at = "https://herald.example/archive/lima"
    item, asked = had(
        at,
        site(
            {
                "https://herald.example/robots.txt": httpx2.Response(status, text=rules),
                at: httpx2.Response(200, text=STORY, headers=PAGE),
            }
        ),
    )
    if reason:
        assert isinstance(item, Skipped)
        assert reason in item.reason
        assert at not in asked
    else:
        assert isinstance(item, Dispatch)


def endless(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(302, headers={"location": f"{request.url}x"})


def failing(request: httpx2.Request) -> httpx2.Response:
    raise httpx2.ConnectError("refused")


def slow(request: httpx2.Request) -> httpx2.Response:
    raise httpx2.ReadTimeout("slow")


def to(location: str) -> Answer:
    return lambda request: (
        httpx2.Response(404)
        if request.url.path == "/robots.txt"
        else httpx2.Response(302, headers={"location": location})
    )


@pytest.mark.parametrize(
    ("address", "answer", "reason"),
    [
        ("https://a.example/", lambda request: httpx2.Response(404), "was answered with status 404"),
        ("https://a.example/", endless, "is redirected more than 5 times"),
        ("https://a.example/", failing, "cannot be fetched: refused"),
        ("https://a.example/", slow, "does not answer in time"),
        ("https://a.example/", to("file:///etc/passwd"), "leads to 'file:///etc/passwd', which is no web address"),
        ("https://a.example/", to("ftp://b.example/x"), "which is no web address"),
        ("https://a.example/", to("https://kim:secret@b.example/"), "carries a name or password"),
        ("https://a.example/", to("http://[::1"), "which is no web address"),
        ("file:///etc/passwd", failing, "is no web address"),
        ("gopher://a.example/", failing, "is no web address"),
        ("https://kim:secret@a.example/", failing, "carries a name or password"),
        ("https://", failing, "is no web address"),
    ],
)
def test_what_cannot_be_had_is_said_with_the_reason(address: str, answer: Answer, reason: str) -> None:
    item, _ = had(address, answer)
    assert isinstance(item, Skipped)
    assert item.origin == address
    assert reason in item.reason


def test_no_more_is_taken_than_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BYTES", 1000)
    at = "https://a.example/long"
    item, _ = had(at, site({at: httpx2.Response(200, text="x" * 1001)}))
    assert isinstance(item, Skipped)
    assert "is longer than 1,000 bytes" in item.reason
    packed = httpx2.Response(200, content=b"x", headers={"content-encoding": "br"})
    item, _ = had(at, lambda request: packed if request.url.path == "/long" else httpx2.Response(404))
    assert isinstance(item, Skipped)


def test_over_the_wire_and_only_where_it_is_allowed(site: str) -> None:
    (refused,) = fetch([f"{site}/story.html"])
    assert isinstance(refused, Skipped)
    assert "does not lead to the public network" in refused.reason
    (item,) = fetch([f"{site}/story.html"], lambda until: PublicTransport(until, allowed=lambda address: True))
    assert isinstance(item, Dispatch)
    assert item.title == "Ministers meet in Lima"


def test_a_redirect_to_an_inner_address_is_refused(site: str) -> None:
    """The first connection is allowed, the one that a redirect leads to is looked at again."""
    looked: list[str] = []

    def allowed(address: str) -> bool:
        looked.append(address)
        return address == "127.0.0.1"

    (item,) = fetch([f"{site}/inward"], lambda until: PublicTransport(until, allowed=allowed))
    assert isinstance(item, Skipped)
    assert "does not lead to the public network" in item.reason
    assert list(dict.fromkeys(looked)) == ["127.0.0.1", "127.0.0.9"]


@pytest.mark.parametrize(
    ("named", "yes"),
    [("https://a.example/", True), ("HTTP://a.example", True), ("a.html", False), ("http.txt", False), ("-", False)],
)
def test_which_sources_are_addresses(named: str, yes: bool) -> None:
    assert is_address(named) is yes
