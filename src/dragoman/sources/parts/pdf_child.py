"""The process in which PDFs from strangers are opened, so that a hostile one can crash or stall nothing but itself.

Run as a module: the PDF on standard input, one JSON object on standard output with either `pages` and `title` or
`error`.
"""

from __future__ import annotations

import contextlib
import json
import sys
from typing import Any

from dragoman.sources.parts.limits import MAX_CODE_POINTS, PDF_MEMORY_BYTES, PDF_SECONDS

PASSWORD = 4
"""PDFium's code for a document that wants a password."""


def main() -> None:
    _bound()
    json.dump(_read(sys.stdin.buffer.read()), sys.stdout)


def _bound() -> None:
    import resource

    for kind, most in (
        (resource.RLIMIT_CPU, PDF_SECONDS),
        (resource.RLIMIT_AS, PDF_MEMORY_BYTES),
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(
            ValueError, OSError
        ):  # not every system bounds every resource; the parent's clock still holds
            resource.setrlimit(kind, (most, most))


def _read(data: bytes) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"error": "password" if getattr(error, "err_code", None) == PASSWORD else "damaged"}
    pages: list[str] = []
    length = unreadable = 0
    for number in range(len(document)):
        try:
            page = document[number]
            textpage = page.get_textpage()
            pages.append(str(textpage.get_text_range()))
        except pypdfium2.PdfiumError:
            unreadable += 1
            continue
        length += len(pages[-1])
        textpage.close()
        page.close()
        if length > MAX_CODE_POINTS:
            break
    return {"pages": pages, "unreadable": unreadable, "title": str(document.get_metadata_value("Title") or "")}


if __name__ == "__main__":
    main()
