"""How values of contracts are put into words."""

from __future__ import annotations

import gzip

import pytest
from starlette.testclient import TestClient

from dragoman.views.contract import Named
from dragoman.web.rendering import asked, days, fragment, head, met, sentence, tail


@pytest.mark.parametrize(
    ("named", "words"),
    [
        (Named("encounter-2024-05-02-diaz-ana-1f", "meeting 2024-05-02: ana diaz, bo lind"), "meeting of 2024-05-02"),
        (Named("encounter-x", "visit 2024-05-02/2024-05-04: ana diaz"), "visit of 2024-05-02 to 2024-05-04"),
        (Named("encounter-x", "talks undated: NLD, PRT"), "talks of unknown date"),
        (Named("person-ana-diaz", "Ana Diaz: envoy"), "Ana Diaz: envoy"),
    ],
)
def test_labels_made_for_comparing_are_not_shown(named: Named, words: str) -> None:
    assert met(named) == words


def test_dates_and_ends_of_context() -> None:
    assert days("2024-05/2024-06") == "2024-05 to 2024-06"
    assert days(None) == ""
    assert head("the ministers met in Lima", 14) == "the ministers …"[:3] + " ministers …"
    assert tail("the ministers met in Lima", 10) == "… in Lima"
    assert head("short", 10) == tail("short", 10) == "short"


@pytest.mark.parametrize(("text", "expected"), [("said that", True), ("Lima", False), ("“we", False), ("", False)])
def test_what_begins_within_a_sentence(text: str, expected: bool) -> None:
    assert fragment(text) is expected


def test_errors_speak_of_fields_and_not_of_switches(visitor: TestClient) -> None:
    assert asked("--as-of") == "as of"
    assert asked("Ana-Maria") == "Ana-Maria"
    assert sentence("see `a < b` first") == "See <code>a &lt; b</code> first"
    body = visitor.get("/timeline?since=yesterday").text
    assert "--since" not in body
    assert "since</span>: &#39;yesterday&#39; is not a date" in body


def test_pages_travel_packed(visitor: TestClient) -> None:
    with visitor.stream("GET", "/timeline", headers={"accept-encoding": "gzip"}) as answer:
        assert answer.headers["content-encoding"] == "gzip"
        packed = b"".join(answer.iter_raw())
    assert b"<title>Timeline" in gzip.decompress(packed)
    assert "content-encoding" not in visitor.get("/timeline", headers={"accept-encoding": "identity"}).headers
