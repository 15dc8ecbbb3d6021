"""Small PDFs, pages, feeds and archives, built byte by byte so that every test says what is in them."""

from __future__ import annotations

import gzip
from collections.abc import Sequence

LATIN = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
CHINESE = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [ << /Type /Font"
    b" /Subtype /CIDFontType0 /BaseFont /STSong-Light"
    b" /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >> ] >>"
)
PASSWORD = (
    b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"41" * 32 + b"> /U <" + b"42" * 32 + b"> >>"
    b" /ID [<" + b"43" * 16 + b"> <" + b"43" * 16 + b">] "
)


def pdf(pages: Sequence[Sequence[str]], font: bytes = LATIN, trailer: bytes = b"", title: str = "") -> bytes:
    """A PDF of these lines of text, a list a page; `trailer`: further entries of the trailer."""
    count = len(pages)
    kids = b" ".join(b"%d 0 R" % (5 + 2 * number) for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        font,
        b"<< /Title (%s) >>" % title.encode("ascii"),
    ]
    for number, rows in enumerate(pages):
        shown = b" ".join(_shown(row, font) + b" Tj T*" for row in rows)
        stream = b"BT /F1 12 Tf 14 TL 72 720 Td " + shown + b" ET"
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R" % (6 + 2 * number)
            + b" /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    out += b"trailer << /Size %d /Root 1 0 R /Info 4 0 R %s>>\n" % (len(objects) + 1, trailer)
    return out + b"startxref\n%d\n%%%%EOF\n" % start


def _shown(row: str, font: bytes) -> bytes:
    return b"(%s)" % row.encode("ascii") if font is LATIN else b"<%s>" % row.encode("utf-16-be").hex().encode()


BODY = """<p>The foreign ministers of two neighbours met in the capital on Thursday and talked for two hours.</p>
<p>&ldquo;We will go on talking,&rdquo; the host said after the meeting, which both sides called useful.</p>"""


def page(head: str = "", body: str = BODY, language: str = "en") -> bytes:
    """A page in UTF-8 with navigation and footer about its article."""
    return (
        f"<!DOCTYPE html>\n<html lang='{language}'><head><meta charset='utf-8'>{head}</head><body>"
        "<nav><a href='/'>Home</a> <a href='/world'>World</a></nav>"
        f"<article>{body}</article><footer>All rights reserved</footer></body></html>"
    ).encode()


def warc(url: str, content: bytes, media_type: str = "text/html; charset=utf-8", status: str = "200 OK") -> bytes:
    """One response record."""
    answer = (
        f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {len(content)}\r\n\r\n".encode() + content
    )
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2024-12-06T01:02:03Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def zipped(*records: bytes) -> bytes:
    """The records as a compressed archive, a piece for each."""
    return b"".join(gzip.compress(record, mtime=0) for record in records)
