"""What a crawler kept, page by page, and what a broken archive still gives."""

from __future__ import annotations

import gzip

import pytest

from dragoman.dispatch import Dispatch
from dragoman.errors import SourceError
from dragoman.sources.parts.skipped import Skipped
from dragoman.sources.warc import dispatches, sniff
from tests.sources.material import page, pdf, warc, zipped

FIRST = warc("https://herald.example/1", page("<title>First</title>"))
TEXT = warc(
    "https://herald.example/2", "双方同意重启对话。他说愿意继续谈下去。".encode("gb18030"), "text/plain; charset=gb2312"
)
PICTURE = warc("https://herald.example/3.png", b"\x89PNG\r\n", "image/png")
MOVED = warc("https://herald.example/4", b"<html>Moved</html>", status="301 Moved Permanently")
PRINT = warc("https://herald.example/5.pdf", pdf([["Printed words."]]), "application/pdf")
ALL = (FIRST, TEXT, PICTURE, MOVED, PRINT)


def all_of(data: bytes) -> list[Dispatch | Skipped]:
    return list(dispatches(data, "crawl.warc"))


@pytest.mark.parametrize(
    "data", [b"".join(ALL), zipped(*ALL), gzip.compress(b"".join(ALL), mtime=0)], ids=["bare", "by record", "at once"]
)
def test_pages_texts_and_pdfs_are_dispatches(data: bytes) -> None:
    found = all_of(data)
    assert [(item.origin, item.text.split("\n")[0], item.address) for item in found if isinstance(item, Dispatch)] == [
        ("crawl.warc#https://herald.example/1", "First", "https://herald.example/1"),
        ("crawl.warc#https://herald.example/2", "双方同意重启对话。他说愿意继续谈下去。", "https://herald.example/2"),
        ("crawl.warc#https://herald.example/5.pdf", "Printed words.", "https://herald.example/5.pdf"),
    ]
    assert len(found) == 3
    assert all("archived 2024-12-06" in item.notes for item in found if isinstance(item, Dispatch))


@pytest.mark.parametrize("cut", [10, 100, len(TEXT) - 10])
@pytest.mark.parametrize("packed", [False, True])
def test_a_broken_end_is_reported_after_what_was_whole(cut: int, packed: bool) -> None:
    second = zipped(TEXT) if packed else TEXT
    data = (zipped(FIRST) if packed else FIRST) + second[: min(cut, len(second) - 9)]
    found: list[Dispatch | Skipped] = []
    with pytest.raises(SourceError, match="breaks off within a record"):
        found.extend(dispatches(data, "crawl.warc"))  # what came before the error is kept
    assert found[0].origin == "crawl.warc#https://herald.example/1"
    assert len(found) == 1 or packed  # a compressed piece may lack nothing but its checksum


@pytest.mark.parametrize(
    ("whole", "garbled"),
    [
        (b"HTTP/1.1 200 OK", b"\x00\x01\x02 nonsense "),
        (b"WARC-Target-URI", b"WARC-Forgot-URI"),
        (b"Type: response", b"Type:  whatnot"),
    ],
)
def test_one_damaged_record_does_not_lose_the_next(whole: bytes, garbled: bytes) -> None:
    *_, last = all_of(zipped(FIRST.replace(whole, garbled), TEXT))
    assert isinstance(last, Dispatch)
    assert last.origin == "crawl.warc#https://herald.example/2"


def test_a_record_that_cannot_be_read_is_named() -> None:
    empty = warc("https://herald.example/9", b"")
    found = all_of(zipped(empty, TEXT))
    assert found[0] == Skipped("crawl.warc#https://herald.example/9", "is empty")
    assert isinstance(found[1], Dispatch)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"WARC/1.0\r\nno length\r\n\r\n", "without a proper head"),
        (FIRST + b"something else entirely\r\n\r\n", "without a proper head"),
        (zipped(FIRST) + b"\x1f\x8bgarbage", "is damaged"),
        (b"\r\n", "is no web archive"),
    ],
)
def test_damage_is_reported(data: bytes, reason: str) -> None:
    with pytest.raises(SourceError, match=reason):
        all_of(data)


def test_a_bomb_does_not_unfold() -> None:
    with pytest.raises(SourceError, match="unfolds to more than"):
        all_of(gzip.compress(b"WARC/1.0\r\n" + b" " * 100_000_100, compresslevel=1))


@pytest.mark.parametrize(
    ("head", "answer"),
    [
        (FIRST, True),
        (zipped(FIRST), True),
        (gzip.compress(b"other", mtime=0), False),
        (b"\x1f\x8bx", False),
        (b"WARC is a format", False),
    ],
)
def test_an_archive_is_known_by_its_beginning(head: bytes, answer: bool) -> None:
    assert sniff(head) is answer
