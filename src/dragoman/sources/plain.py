"""Plain text in any character set, taken exactly as it is: line ends, NULs, control characters and a byte order mark
stay. Where it opens with a head of fields, as archives in Markdown have it, what that states is the carrier's word."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.dispatch import Dispatch
from dragoman.errors import SourceError
from dragoman.sources.parts.charset import decode
from dragoman.sources.parts.front import front
from dragoman.sources.parts.limits import MAX_CODE_POINTS

MEDIA_TYPES = ("text/plain", "text/markdown", "text/x-rst")
SUFFIXES = (".txt", ".text", ".md", ".markdown", ".rst", ".asc")


def dispatches(data: bytes, origin: str, charset: str | None = None) -> Iterator[Dispatch]:
    """One dispatch: all of the text. SourceError where the bytes are no text, or far too many."""
    if len(data) > 4 * MAX_CODE_POINTS:  # no character takes more than four bytes
        raise SourceError(
            origin,
            f"is {len(data):,} bytes long, more than any text of {MAX_CODE_POINTS:,} characters",
            "split it into one file a dispatch",
        )
    found = decode(data, charset)
    if found.looks_binary:
        raise SourceError(
            origin, "is not text: too many control characters", "give a text, page, PDF, feed or web archive"
        )
    yield Dispatch(found.text, origin, charset=found.charset, notes=found.notes, **front(found.text))
