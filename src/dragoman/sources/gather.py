"""Everything that was named, read: files, folders, patterns and standard input, as dispatches and as reasons why
not."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator

from dragoman.dispatch import Dispatch
from dragoman.sources.parts.limits import MAX_FILE_BYTES
from dragoman.sources.parts.read_bytes import read_bytes
from dragoman.sources.parts.skipped import Skipped

__all__ = ["STANDARD_INPUT", "Skipped", "gather", "read_bytes"]

STANDARD_INPUT = "-"
"""The path that stands for standard input, and the origin of what is read from it."""

_RECORD = (".db", ".sqlite", ".sqlite3", ".db-wal", ".db-shm", ".db-journal")


def gather(paths: Iterable[str], stdin: bytes | None = None) -> Iterator[Dispatch | Skipped]:
    """What `paths` hold, in their order: files, folders (with all below them, by name; hidden files and record
    databases are no dispatches and passed over), patterns (`*`, `?`, `[…]`, `**`) and `-` for `stdin`.

    Each thing that cannot be read yields a Skipped with the reason, and the rest goes on. Files are opened one at a
    time.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _standard_input(stdin)
        elif "\0" in path:
            yield Skipped(path, "is no path")
        elif os.path.isdir(path):
            yield from _folder(path, set())
        elif os.path.lexists(path) or not glob.has_magic(path):
            yield from _file(path)
        else:
            yield from _pattern(path)


def _standard_input(stdin: bytes | None) -> Iterator[Dispatch | Skipped]:
    if stdin is None:
        yield Skipped(STANDARD_INPUT, "nothing was given on standard input")
    else:
        yield from read_bytes(stdin, STANDARD_INPUT)


def _pattern(pattern: str) -> Iterator[Dispatch | Skipped]:
    found = sorted(glob.glob(pattern, recursive=True))
    if not found:
        yield Skipped(pattern, "matches no file")
    seen: set[tuple[int, int]] = set()
    for path in found:
        if os.path.isdir(path):
            if "**" not in pattern:  # which has named the files below already
                yield from _folder(path, seen)
        elif not path.endswith(_RECORD):
            yield from _file(path)


def _folder(folder: str, seen: set[tuple[int, int]]) -> Iterator[Dispatch | Skipped]:
    """The files below `folder`. `seen`: folders already entered, so that links in a circle end."""
    try:
        status = os.stat(folder)
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield Skipped(folder, _because(error))
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for name in names:
        path = os.path.join(folder, name)
        if name.startswith("."):
            continue
        if os.path.isdir(path):
            yield from _folder(path, seen)
        elif not name.endswith(_RECORD):
            yield from _file(path)


def _file(path: str) -> Iterator[Dispatch | Skipped]:
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):  # a pipe or device may never end
            yield Skipped(path, "is no regular file (use - for standard input)")
            return
        if status.st_size > MAX_FILE_BYTES:
            yield Skipped(path, f"is {status.st_size:,} bytes long, more than {MAX_FILE_BYTES:,} (split it)")
            return
        with open(path, "rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        yield Skipped(path, _because(error))
        return
    yield from read_bytes(data, path)


def _because(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file or folder"
        case PermissionError():
            return "may not be read (change its permissions)"
        case OSError(strerror=str(said)):
            return f"cannot be opened: {said[:1].lower()}{said[1:]}"
        case _:
            return f"cannot be opened: {error}"
