"""Web archives: the pages, texts and PDFs that a crawler kept, each a dispatch as if it had just been fetched.

The archive is taken apart here rather than by warcio, which passes over a broken end in silence; warcio then opens each
record (HTTP head, chunks, compression). Redirects, errors, pictures and scripts are no dispatches and not worth a word.
"""

from __future__ import annotations

import dataclasses
import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from dragoman.dispatch import Dispatch
from dragoman.errors import SourceError
from dragoman.sources.parts.head import address
from dragoman.sources.parts.limits import MAX_RECORD_BYTES
from dragoman.sources.parts.read_bytes import read_bytes
from dragoman.sources.parts.skipped import Skipped

MEDIA_TYPES = ("application/warc", "application/warc+gzip")
SUFFIXES = (".warc", ".warc.gz")

_INSIDE = ("pdf", "plain", "webpage")
_WANTED = re.compile(r"\s*(?:text/html|application/xhtml\+xml|text/plain|application/pdf)\b", re.IGNORECASE)
_LENGTH = re.compile(rb"\r\nContent-Length:[ \t]*(\d{1,15})[ \t]*\r\n", re.IGNORECASE)
_GZIP = b"\x1f\x8b"
_DAMAGE = (StopIteration, EOFError, ValueError, zlib.error, AttributeError)
"""What warcio stumbles with over a damaged record; the last, over an answer without an address."""
_BROKEN_OFF = "breaks off within a record, so that the rest is missing (fetch or copy the archive anew)"


def sniff(head: bytes) -> bool:
    if head.startswith(_GZIP):
        try:
            head = zlib.decompressobj(31).decompress(head, 64)
        except zlib.error:
            return False
    return head.startswith((b"WARC/0.", b"WARC/1."))


def dispatches(data: bytes, origin: str) -> Iterator[Dispatch | Skipped]:
    """One dispatch a record that holds a page, text or PDF, in the archive's order; its origin is the archive's with
    `#` and the address. SourceError where the archive breaks off or is damaged, after all that could be read."""
    count = 0
    for record in _records(data, origin):
        count += 1
        yield from _inside(record, origin, count)
    if not count:
        raise SourceError(origin, "is no web archive", "give a file in the WARC format")


def _inside(record: bytes, origin: str, number: int) -> Iterator[Dispatch | Skipped]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    at = f"{origin}#{number}"
    try:
        opened: Any = next(iter(ArchiveIterator(BytesIO(record))))
        if opened.rec_type not in {"response", "resource", "conversion"}:
            return
        media_type = _media_type(opened)
        if media_type is None or not _WANTED.match(media_type):
            return
        uri = opened.rec_headers.get_header("WARC-Target-URI")
        at = f"{origin}#{(uri or '').strip('<>') or number}"
        content = opened.content_stream().read(MAX_RECORD_BYTES + 1)
    except (*_DAMAGE, ArchiveLoadFailed, StatusAndHeadersParserException) as error:
        said = " ".join(str(error).split())[:200]
        yield Skipped(at, f"is a damaged record: {said or type(error).__name__}")
        return
    if len(content) > MAX_RECORD_BYTES:
        yield Skipped(at, f"unfolds to more than {MAX_RECORD_BYTES:,} bytes")
        return
    stored = opened.rec_headers.get_header("WARC-Date") or ""
    notes = (f"archived {stored[:10]}",) if re.match(r"\d{4}-\d\d-\d\d", stored) else ()
    for item in read_bytes(content, at, media_type, among=_INSIDE):
        if isinstance(item, Dispatch):
            where = item.address or address((uri or "").strip("<>"))
            yield dataclasses.replace(item, address=where, notes=(*item.notes, *notes))
        else:
            yield item


def _media_type(opened: Any) -> str | None:
    """The content's own media type; None for an answer that is no success."""
    if opened.http_headers is None:
        return str(opened.rec_headers.get_header("Content-Type") or "")
    if not str(opened.http_headers.get_statuscode()).startswith("2"):
        return None
    return str(opened.http_headers.get_header("Content-Type") or "")


def _records(data: bytes, origin: str) -> Iterator[bytes]:
    """The records, unfolded, each with head and content."""
    if not data.startswith(_GZIP):
        yield from _split(data, origin)
        return
    rest = memoryview(data)
    while rest:
        unfolder = zlib.decompressobj(31)
        try:
            member = unfolder.decompress(rest, MAX_RECORD_BYTES)
        except zlib.error as error:
            raise SourceError(
                origin, "is damaged, so that the rest is missing", "fetch or copy the archive anew"
            ) from error
        if unfolder.unconsumed_tail:
            raise SourceError(
                origin, f"unfolds to more than {MAX_RECORD_BYTES:,} bytes at once", "compress it record by record"
            )
        yield from _split(member, origin)
        if not unfolder.eof:
            raise SourceError(origin, _BROKEN_OFF)
        rest = rest[len(rest) - len(unfolder.unused_data) :]
        while rest and rest[0] == 0:  # some writers pad to a block
            rest = rest[1:]


def _split(data: bytes, origin: str) -> Iterator[bytes]:
    at = 0
    while True:
        while data[at : at + 1] in {b"\r", b"\n"}:
            at += 1
        if at >= len(data):
            return
        end = data.find(b"\r\n\r\n", at)
        stated = _LENGTH.search(data, at, end + 2) if end >= 0 else None
        if not data.startswith(b"WARC/", at) or (end >= 0 and stated is None):
            raise SourceError(origin, "is damaged: a record is without a proper head", "fetch or copy the archive anew")
        stop = end + 4 + int(stated[1]) if stated else len(data) + 1
        if stop > len(data):
            raise SourceError(origin, _BROKEN_OFF)
        yield data[at:stop] + b"\r\n\r\n"
        at = stop
