"""A column that gives back any string as it went in: a dispatch may hold halves of surrogate pairs, which SQLite's text
refuses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator


def writable(text: str) -> bool:
    """Whether the string has a form in UTF-8."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def searchable(text: str) -> str:
    """The same number of characters, with a replacement mark for each that has no form in UTF-8 and a blank for each
    NUL."""
    shown = text if writable(text) else "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return shown.replace("\0", " ")


class Characters(TypeDecorator[str]):
    """Text, stored as text where UTF-8 can hold it and as bytes where it cannot."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> Any:  # noqa: ARG002  (SQLAlchemy's shape)
        if value is None or writable(value):
            return value
        return value.encode("utf-8", "surrogatepass")

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], str | None]:  # noqa: ARG002  (as above)
        return _read


def _read(value: Any) -> str | None:
    if value is None or type(value) is str:
        return value
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else str(value)
