"""What a page or a program asks of a view: a query out of the address, bounded."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Query as Parameter
from fastapi import Request

from dragoman.errors import QueryError, RecordError
from dragoman.record.store import Record
from dragoman.views.query import Query
from dragoman.views.roll import roll
from dragoman.views.sure import sure

LONGEST = 2000
"""Characters of one parameter."""
THRESHOLD = frozenset(("timeline", "search", "person", "issue", "ledger", "brief", "compare"))
"""Views whose findings are left out where they are less sure than one asks."""
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
    contract = found.view(record(request), Query.of(**asked))
    return left(request, contract) if name in THRESHOLD else contract


def least(request: Request) -> float:
    """How sure findings must be, 0 to 1, as the address has it in percent. QueryError for what is no percentage."""
    return whole("sure", request.query_params.get("sure"), 0, 100) / 100


def left(request: Request, contract: Any) -> Any:
    """Of a contract, that which is as sure as the address asks; how many are left out is noted on the request. None where
    nothing is left."""
    request.state.weighed = True
    if not (asked := least(request)):
        return contract
    kept, hidden = sure(record(request), contract, asked)
    request.state.hidden = getattr(request.state, "hidden", 0) + hidden
    return kept


def record(request: Request) -> Record:
    """The record that the server was started with."""
    opened: Record = request.app.state.record
    return opened


def whole(name: str, text: str | None, default: int, most: int = 9_999_999) -> int:
    """A number out of an address. QueryError for anything else."""
    if text in (None, ""):
        return default
    if not (str(text).isascii() and str(text).isdigit() and len(str(text)) < 8 and int(str(text)) <= most):
        raise QueryError(name, f"{text!r} is no number here", "give a whole number")
    return int(str(text))
