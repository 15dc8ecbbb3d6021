"""The choice among the members, and the one wall at which a stranger's bytes may fail: whatever goes wrong in there
comes out as a `Skipped`."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from dragoman.dispatch import Dispatch
from dragoman.errors import SourceError
from dragoman.sources import HEAD, Source, members
from dragoman.sources.parts.head import address
from dragoman.sources.parts.limits import MAX_CODE_POINTS
from dragoman.sources.parts.skipped import Skipped

_KINDS = (
    (b"PK\x03\x04", "a zip archive or office document", "unpack it, or save it as text or PDF"),
    (b"PK\x05\x06", "an empty zip archive", "unpack it"),
    (b"\x1f\x8b", "compressed with gzip", "unpack it"),
    (b"BZh", "compressed with bzip2", "unpack it"),
    (b"\xfd7zXZ\0", "compressed with xz", "unpack it"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd", "unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it"),
    (b"Rar!\x1a\x07", "a rar archive", "unpack it"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document of the old kind", "save it as text or PDF"),
    (b"{\\rtf", "a rich text document", "save it as text or PDF"),
    (b"SQLite format 3\0", "a database", "a record is no source: name it with --record"),
    (b"\x89PNG\r\n", "a picture", "run it through character recognition first"),
    (b"\xff\xd8\xff", "a picture", "run it through character recognition first"),
    (b"GIF8", "a picture", "run it through character recognition first"),
    (b"\x7fELF", "a program", ""),
    (b"MZ\x90\0", "a program", ""),
    (b"%!PS", "a PostScript file", "save it as PDF"),
)
_DATA_SUFFIXES = """.json .jsonl .ndjson .csv .tsv .yaml .yml .toml .ini .cfg .xml .svg .js .css .py .ipynb .sh .sql
.log .lock .ics .vcf .eml .mbox .tex .bib .geojson .po .map"""
_DATA = frozenset(_DATA_SUFFIXES.split())
"""Suffixes of texts that are no prose: a folder may hold such files beside its dispatches."""
_OTHER_MEDIA = re.compile(
    r"(?:image|audio|video|font|model)/|application/(?!octet-stream\b|x-unknown\b)|text/(?:css|csv|javascript|calendar)\b"
)
_BROKEN = "\ufffd"


def read_bytes(
    data: bytes, origin: str, media_type: str | None = None, *, among: Collection[str] | None = None
) -> Iterator[Dispatch | Skipped]:
    """What `data` holds, as dispatches; whatever cannot be read is a Skipped with its reason. Never raises for any
    bytes.

    `origin`: the file's path or the address, whose suffix helps to choose. `media_type`: the carrier's Content-Type,
    charset included. `among`: names of the members that may be chosen (all where None). Content that can be recognised
    goes before the media type, and that before the suffix; what is left is read as plain text.
    """
    if not data:
        yield Skipped(origin, "is empty")
        return
    kind, charset = _content_type(media_type)
    count = 0
    try:
        source = _choose(data, origin, kind, among)
        for item in source.dispatches(data, origin, charset):
            count += 1
            yield _checked(item) if isinstance(item, Dispatch) else item
    except SourceError as error:
        yield Skipped.because(error)
    except Exception as error:  # the members rest on parsers of strangers' bytes: one that fails must not end the rest
        said = " ".join(str(error).split())[:200]
        yield Skipped(
            origin, f"cannot be read: {type(error).__name__}{': ' + said if said else ''} (save it as plain text)"
        )
    else:
        if not count:
            yield Skipped(origin, "holds no dispatch")


def _content_type(media_type: str | None) -> tuple[str | None, str | None]:
    kind, _, parameters = (media_type or "").partition(";")
    found = re.search(r"charset\s*=\s*[\"']?([^\s\"';]+)", parameters, re.IGNORECASE)
    return kind.strip().lower() or None, found[1] if found else None


def _choose(data: bytes, origin: str, kind: str | None, among: Collection[str] | None) -> Source:
    sources = [source for source in members() if among is None or source.name in among]
    head = data[:HEAD]
    for source in sources:
        if source.sniff is not None and source.sniff(head):
            return source
    for magic, what, remedy in _KINDS:
        if head.startswith(magic):
            raise SourceError(origin, f"is {what}", remedy)
    for source in sources:
        if kind in source.media_types:
            return source
    if kind and _OTHER_MEDIA.match(kind):
        raise SourceError(
            origin, f"is of the kind {kind[:80]}, which no source reads", "give a text, page, PDF, feed or web archive"
        )
    name = _file_name(origin)
    for source in sources:
        if any(name.endswith(suffix) for suffix in source.suffixes):
            return source
    suffix = PurePosixPath(name).suffix
    if kind is None and suffix in _DATA:
        raise SourceError(
            origin, f"is a {suffix} file, which no source reads", "give a text, page, PDF, feed or web archive"
        )
    for source in sources:
        if source.name == "plain":
            return source
    raise SourceError(origin, "is nothing that is looked for here")


def _file_name(origin: str) -> str:
    try:
        path = urlsplit(origin).path if address(origin) else origin
    except ValueError:
        path = origin
    return path.replace("\\", "/").rpartition("/")[2].lower()


def _checked(dispatch: Dispatch) -> Dispatch | Skipped:
    if len(dispatch.text) > MAX_CODE_POINTS:
        return Skipped(
            dispatch.origin,
            f"is {len(dispatch.text):,} characters long, more than the {MAX_CODE_POINTS:,} of a dispatch (split it)",
        )
    if not any(_shows(char) for char in dispatch.text):
        return Skipped(dispatch.origin, "is empty: it holds nothing but white space")
    if dispatch.address is None and (where := address(dispatch.origin)):
        dispatch = dataclasses.replace(dispatch, address=where)
    fields = ("text", "origin", "outlet", "title", "address")
    given = ((name, getattr(dispatch, name)) for name in fields)
    mended: dict[str, Any] = {name: _whole(value) for name, value in given if value and _whole(value) != value}
    return dataclasses.replace(dispatch, **mended) if mended else dispatch


def _shows(char: str) -> bool:
    return not char.isspace() and unicodedata.category(char) not in {"Cc", "Cf"}


def _whole(text: str) -> str:
    """`text` without halves of surrogate pairs, which no file and no database takes; one for one, so that no offset
    moves."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return "".join(_BROKEN if "\ud800" <= char <= "\udfff" else char for char in text)
    return text
