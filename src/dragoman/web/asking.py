"""What a page or a program asks of a view: a query out of the address, bounded."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query as Parameter
from fastapi import Request

from dragoman.errors import QueryError, RecordError
from dragoman.record.store import Record
from dragoman.views.query import Query
from dragoman.views.roll import roll

LONGEST = 2000
"""Characters of one parameter."""
MOST = 1000
"""Entries that one page or answer gives."""

Text = Annotated[str | None, Parameter(max_length=LONGEST)]
Limit = Annotated[int | None, Parameter(ge=1, le=MOST)]
Offset = Annotated[int, Parameter(ge=0, le=1_000_000)]


def view(request: Request, name: str, **asked: Any) -> Any:
    """The contract of a view of the server's record. DragomanErrors become pages (see `app`)."""
    found = roll().get(name)
    if found is None:
        raise RecordError(name, "is no view here", "the API's description lists them")
    return found.view(record(request), Query.of(**asked))


def record(request: Request) -> Record:
    """The record that the server was started with."""
    opened: Record = request.app.state.record
    return opened


def whole(name: str, text: str | None, default: int) -> int:
    """A number out of an address. QueryError for anything else."""
    if text in (None, ""):
        return default
    if not (str(text).isascii() and str(text).isdigit() and len(str(text)) < 8):
        raise QueryError(name, f"{text!r} is no number here", "give a whole number")
    return int(str(text))
