"""PDFs: the text layer, read by PDFium in a child process under bounds of time and memory.

The file's own title is kept where it is one; its dates are those of the file, not of publication, and are left alone.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

from dragoman.dispatch import Dispatch
from dragoman.errors import SourceError
from dragoman.sources.parts.head import address, one_line
from dragoman.sources.parts.limits import MAX_PDF_BYTES, PDF_SECONDS
from dragoman.sources.parts.lines import lines

MEDIA_TYPES = ("application/pdf", "application/x-pdf")
SUFFIXES = (".pdf",)

CHILD = "dragoman.sources.parts.pdf_child"
"""The module that the child process runs."""

_NO_TITLE = re.compile(r"untitled|microsoft word|.*\.(?:docx?|indd|rtf|odt|pdf|wps|pptx?|xlsx?)\Z", re.IGNORECASE)


def sniff(head: bytes) -> bool:
    return head.lstrip(b"\0\t\n\r\f \xef\xbb\xbf").startswith(b"%PDF-")


def dispatches(data: bytes, origin: str) -> Iterator[Dispatch]:
    """One dispatch: all pages. SourceError for a PDF that is encrypted, damaged, without text, or beyond the bounds."""
    if len(data) > MAX_PDF_BYTES:
        raise SourceError(origin, f"is a PDF of {len(data):,} bytes, more than {MAX_PDF_BYTES:,}", "split it")
    found = _child(data, origin)
    match found.get("error"):
        case "password":
            raise SourceError(origin, "is an encrypted PDF", "save it without its password")
        case "damaged":
            raise SourceError(origin, "is a damaged PDF, or none at all", "save or download it anew")
    text = lines([str(page) for page in found["pages"]])
    if not text.strip():
        raise SourceError(origin, "is a PDF without a text layer", "run it through character recognition first")
    title = one_line(str(found["title"]))
    unreadable = int(found["unreadable"])
    yield Dispatch(
        text,
        origin,
        title=None if title is None or _NO_TITLE.match(title) else title,
        address=address(origin),
        media_type="application/pdf",
        notes=(f"{unreadable} pages could not be read",) if unreadable else (),
    )


def _child(data: bytes, origin: str) -> dict[str, Any]:
    """What the child process says of the PDF."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}
    command = [sys.executable, "-W", "ignore", "-m", CHILD]
    try:
        done = subprocess.run(  # noqa: S603  # our own module, no shell
            command, input=data, capture_output=True, timeout=PDF_SECONDS, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise SourceError(
            origin, f"is a PDF that takes more than {PDF_SECONDS} s to read", "print it to a new PDF"
        ) from error
    except OSError as error:
        raise SourceError(
            origin, f"is a PDF, and no process could be started to read it: {error}", "free some memory"
        ) from error
    if done.returncode:
        raise SourceError(
            origin,
            f"is a PDF that stopped its reader (status {done.returncode})",
            "print it to a new PDF, or save it anew",
        )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
