"""Addresses: where they lead, and what they refuse to lead to."""

import pytest

from dragoman.views.contract import Evidence
from dragoman.web import links


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("/timeline?since=2024", "/timeline?since=2024"),
        ("//evil.example", "/"),
        ("/\\evil.example", "/"),
        ("https://evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("/a\r\nSet-Cookie: x=1", "/"),
        ("", "/"),
        (None, "/"),
    ],
)
def test_a_form_leads_back_to_this_server_alone(path: str | None, leads_to: str) -> None:
    assert links.local(path) == leads_to


@pytest.mark.parametrize(
    ("address", "linked"),
    [
        ("https://www.mofa.go.jp/x.html", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("data:text/html,<script>", False),
        ("//example.org", False),
        ("https://", False),
        ("https://[broken", False),
        ("https://a.example/ x", False),
        (None, False),
    ],
)
def test_only_web_addresses_are_linked_to(address: str | None, linked: bool) -> None:
    assert links.web_address(address) == (address if linked else None)


def test_a_span_is_named_to_the_server_and_to_the_browser() -> None:
    assert links.to_span(Evidence("9f86d081884c7d65", 12, 40, "…")) == "/dispatch/9f86d081884c7d65?span=12-40#s12-40"


@pytest.mark.parametrize(
    ("text", "span"), [("3-9", (3, 9)), ("9-3", None), ("3", None), ("a-b", None), (None, None), ("1-9999999999", None)]
)
def test_spans_in_addresses(text: str | None, span: tuple[int, int] | None) -> None:
    assert links.span(text) == span
