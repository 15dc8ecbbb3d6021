"""The error tree. Every error says in one line which file or entry is wrong and what to do about it.

DragomanError
├── SourceError   a file, page, feed or archive that cannot be read
├── ReadingError  a dispatch at which a reader itself fails
├── DeskError     a knowledge pack that is missing or malformed
├── RecordError   a record that cannot be opened, or an entry that is not in it
├── QueryError    words, dates or fields that a view cannot understand
└── ExtraError    a part of Dragoman whose optional packages are not installed
"""

from __future__ import annotations


class DragomanError(Exception):
    """`where`: the file or entry; `what`: what is wrong with it; `remedy`: what to do."""

    def __init__(self, where: str, what: str, remedy: str = "") -> None:
        self.where, self.what, self.remedy = where, what, remedy
        super().__init__(f"{where}: {what}" + (f" ({remedy})" if remedy else ""))

    def __reduce__(self) -> tuple[type[DragomanError], tuple[str, str, str]]:
        """Goes whole from one process to another."""
        return type(self), (self.where, self.what, self.remedy)


class SourceError(DragomanError):
    """A file, page, feed or archive that cannot be read."""


class ReadingError(DragomanError):
    """A dispatch at which a reader itself fails: a defect of Dragoman's, told with the place, so that the others go on."""


class DeskError(DragomanError):
    """A knowledge pack that is missing or malformed."""


class RecordError(DragomanError):
    """A record that cannot be opened, or an entry that is not in it."""


class QueryError(DragomanError):
    """Words, dates or fields that a view cannot understand."""


class ExtraError(DragomanError):
    """A part of Dragoman whose optional packages are not installed."""
