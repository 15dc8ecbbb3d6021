"""A page's article under its headline, with what the page's head states, and nothing that it does not."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from dragoman.dispatch import Dispatch
from dragoman.errors import SourceError
from dragoman.sources.webpage import dispatches, sniff
from tests.sources.material import BODY, page

ARTICLE = (
    "The foreign ministers of two neighbours met in the capital on Thursday and talked for two hours.\n"
    "“We will go on talking,” the host said after the meeting, which both sides called useful."
)


def one(data: bytes, origin: str = "page.html", charset: str | None = None) -> Dispatch:
    (found,) = dispatches(data, origin, charset)
    return found


def test_the_article_stands_alone() -> None:
    found = one(page())
    assert (found.text, found.media_type, found.charset, found.notes) == (ARTICLE, "text/html", "utf-8", ())


@pytest.mark.parametrize(
    ("head", "body", "first"),
    [
        ("<title>Ministers meet</title>", BODY, "Ministers meet"),
        # not twice, though the marks differ
        (
            "<meta property='og:title' content='Ministers “meet”'>",
            f'<h1>Ministers "meet"</h1>{BODY}',
            'Ministers "meet"',
        ),
        # the outlet's name is no part of the headline
        (
            "<meta property='og:site_name' content='The Herald'><title>Ministers meet | The Herald</title>",
            BODY,
            "Ministers meet",
        ),
        # without a name for the outlet nothing is cut off
        ("<title>Ministers meet | The Herald</title>", BODY, "Ministers meet | The Herald"),
        ("", BODY, ARTICLE.split("\n")[0]),
    ],
)
def test_the_headline_is_the_first_line_once(head: str, body: str, first: str) -> None:
    lines = one(page(head, body)).text.split("\n")
    assert lines[0] == first
    assert lines[-2:] == ARTICLE.split("\n")


LINKED = """<script type='application/ld+json'>{"@graph": [{"@type": "WebSite", "name": "No",
"datePublished": "1999-01-01"},
{"@type": ["NewsArticle"], "headline": "Talks &amp; more", "datePublished": "2024-12-05T16:30:00+09:00",
"inLanguage": "en-GB", "publisher": {"@type": "Organization", "name": "The Herald"}, "url": "https://herald.example/talks"}]}</script>"""


@pytest.mark.parametrize(
    ("head", "stated"),
    [
        ("", {"outlet": None, "title": None, "published": None, "language": "en", "address": None}),
        # linked data of the article, not of the site
        (
            LINKED,
            {
                "outlet": "The Herald",
                "title": "Talks & more",
                "published": "2024-12-05",
                "language": "en",
                "address": "https://herald.example/talks",
            },
        ),
        ("<script type='application/ld+json'>{broken</script><title>T</title>", {"title": "T"}),
        (f"<script type='application/ld+json'>{'[' * 100_000}</script><title>T</title>", {"title": "T"}),
        # the names in use on Chinese government pages
        (
            "<meta name='SiteName' content='外交部'><meta name='ArticleTitle' content='会谈'>"
            "<meta name='PubDate' content='2024-12-05 16:30'>",
            {"outlet": "外交部", "title": "会谈", "published": "2024-12-05"},
        ),
        # the day is the writer's day, not that of Greenwich
        ("<meta property='article:published_time' content='2024-12-06T01:00:00+09:00'>", {"published": "2024-12-06"}),
        ("<meta name='date' content='Thu, 05 Dec 2024 23:59:00 +0800'>", {"published": "2024-12-05"}),
        # no such day, no such year
        ("<meta name='date' content='2024-02-31'>", {"published": None}),
        ("<meta name='date' content='3024-02-01'>", {"published": None}),
        ("<link rel='canonical' href='https://herald.example/a'>", {"address": "https://herald.example/a"}),
        ("<link rel='canonical' href='/a'>", {"address": None}),
        ("<link rel='canonical' href='javascript:alert(1)'>", {"address": None}),
        ("<meta property='og:locale' content='ja_JP'>", {"language": "en"}),
    ],
)
def test_what_the_head_states(head: str, stated: dict[str, Any]) -> None:
    found = one(page(head))
    assert {name: getattr(found, name) for name in stated} == stated


@pytest.mark.parametrize(
    ("body", "published"),
    [
        (f"<time datetime='2024-12-05T08:00:00Z'>yesterday</time>{BODY}", "2024-12-05"),
        (f"<div class='article-date'>December 5, 2024</div>{BODY}", "2024-12-05"),
        (f"<p class='time'>2024-12-05 16:30</p>{BODY}", "2024-12-05"),
        # in prose, in a list of other stories, beyond all bounds: none of these is this page's date
        (f"{BODY}<p>The treaty was signed on 2018-05-09, and it will be renewed.</p>", None),
        (f"{BODY}<ul><li><span class='date'>2018-05-09</span> Other story</li></ul>", None),
        (f"<div class='date'>2190-01-01</div>{BODY}", None),
    ],
)
def test_a_date_is_stated_or_there_is_none(body: str, published: str | None) -> None:
    assert one(page("", body)).published == published


@pytest.mark.parametrize(
    ("codec", "declared", "header"),
    [
        ("gb18030", "gb2312", None),
        ("gb18030", None, "gbk"),
        ("gb18030", None, None),
        ("utf-16", None, None),
        ("utf-8", "gbk", None),
    ],
)
def test_the_character_set_is_found(codec: str, declared: str | None, header: str | None) -> None:
    said = "外交部长在北京会见来访的外务大臣，双方同意重启对话，并就共同关心的问题交换了意见。"
    head = f"<meta charset='{declared}'>" if declared else ""
    article = f"<article><p>{said}</p><p>{said}他说。</p></article>"
    data = f"<html><head>{head}<title>会谈</title></head><body>{article}</body></html>"
    assert one(data.encode(codec), charset=header).text == f"会谈\n{said}\n{said}他说。"


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body><p>The ministers met.",
        b"<p>The ministers met.</b></div></html>",
        b"<html><body><p>The ministers met.</p><script>while(1){}",
        b"<HTML><BODY BGCOLOR=#FFFFFF><TABLE><TR><TD><FONT SIZE=2>The ministers met.</TABLE>",
        b"<html><head><title></title><body>\0<p>The ministers met.</p>",
        b"<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><html><body><p>The ministers met.</p>",
    ],
)
def test_broken_markup_still_gives_its_words(data: bytes) -> None:
    assert one(data).text.strip("\ufffd\n ") == "The ministers met."


def test_tables_keep_bars_between_their_cells_alone() -> None:
    table = "<table><tr><th>Date</th><th>Place</th></tr><tr><td>5 December</td><td>Capital</td></tr></table>"
    assert one(page("", f"{BODY}{table}")).text == f"{ARTICLE}\nDate | Place\n5 December | Capital"


def test_markup_of_any_depth_gives_its_words() -> None:
    found = one(b"<html><body><p>Outside.</p>" + b"<div>" * 100_000 + b"Far inside." + b"</div>" * 100_000)
    assert found.text == "Outside.\nFar inside."
    assert found.notes[0] == "the markup is too deep or too large to look for an article"


def test_markup_of_many_elements_gives_its_words() -> None:
    found = one(b"<html><body><table>" + b"<tr><td>cell" * 30_000)
    assert found.text.split("\n") == ["cell"] * 30_000


@pytest.mark.parametrize(
    "data",
    [b"<html></html>", b"<html><body><script>x</script></body></html>", b"<!-- -->", b"<html><body>" + b" " * 9999],
)
def test_a_page_without_text_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"page\.html: is a page without"):
        one(data)


def test_too_large_a_page_is_refused() -> None:
    with pytest.raises(SourceError, match="more than 10,000,000"):
        one(b"<html>" + b" " * 10_000_000)


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    linked = "<base href='http://198.51.100.1/'><link rel=stylesheet href=a.css><script src='http://198.51.100.1/x.js'></script>"
    assert one(page(linked), "http://198.51.100.1/story").address == "http://198.51.100.1/story"


def test_the_same_bytes_give_the_same_dispatch() -> None:
    data = page(LINKED, f"<h1>Talks</h1>{BODY}<table><tr><td>a</td><td>b</td></tr></table>")
    assert len({one(data).id for _ in range(5)}) == 1


@pytest.mark.parametrize(
    ("head", "answer"),
    [
        (b"<!doctype HTML>", True),
        (b"\xef\xbb\xbf\n<!-- saved -->\n<html lang=en>", True),
        (b"<?xml version='1.0'?><!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'x'><html>", True),
        ("\ufeff<html>".encode("utf-16-le"), True),
        (b"<rss version='2.0'>", False),
        (b"The tag <html> begins a page.", False),
        (b"<p>A paragraph that someone typed", False),
        (b"", False),
    ],
)
def test_a_page_is_known_by_its_beginning(head: bytes, answer: bool) -> None:
    assert sniff(head) is answer
