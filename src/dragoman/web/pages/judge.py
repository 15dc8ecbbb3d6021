"""Correcting from where one reads: accept or reject a finding, give a field another value, say that two are the same or are not,
and take any of it back. Who, when and why is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from dragoman.errors import QueryError
from dragoman.record import judgement, schema
from dragoman.web import asking, links
from dragoman.web.rendering import page
from dragoman.web.sessions import editor

ROUTER = APIRouter()
Field = Annotated[str, Form(max_length=2000)]
LAST = 200
"""Judgements that the page of them lists."""


@ROUTER.post("/judge", response_model=None)
def judge(
    request: Request,
    csrf: Field = "",
    kind: Field = "",
    a: Field = "",
    b: Field = "",
    field: Field = "",
    value: Field = "",
    why: Field = "",
    back: Field = "/",
) -> Response:
    author, now, record = editor(request, csrf).name, datetime.now(UTC), asking.record(request)
    reasons = why.strip() or None
    match kind:
        case "accept":
            record.accept(a, author=author, at=now, reasons=reasons)
        case "reject":
            record.reject(a, author=author, at=now, reasons=reasons)
        case "correct":
            record.correct(a, field, value, author=author, at=now, reasons=reasons)
        case "same":
            record.same(a, _id(b), author=author, at=now, reasons=reasons)
        case "different":
            record.different(a, _id(b), author=author, at=now, reasons=reasons)
        case _:
            raise QueryError(kind or "judgement", "is no judgement", "one of accept, reject, correct, same, different")
    _resolve(request, now)
    return RedirectResponse(links.local(back), status_code=303)


@ROUTER.post("/undo", response_model=None)
def undo(request: Request, csrf: Field = "", judgement: Field = "", back: Field = "/judgements") -> Response:
    editor(request, csrf)
    now = datetime.now(UTC)
    asking.record(request).revoke(judgement, at=now)
    _resolve(request, now)
    return RedirectResponse(links.local(back), status_code=303)


def _id(given: str) -> str:
    """An id as typed or copied from an address. QueryError without any."""
    key = given.strip().rstrip("/").rpartition("/")[2]
    if not key:
        raise QueryError("the other one", "is not named", "paste its id or the address of its page")
    return key


def _resolve(request: Request, now: datetime) -> None:
    asking.record(request).resolve(now)


@ROUTER.get("/judgements")
def judgements(request: Request) -> Response:
    with asking.record(request).reads() as connection:
        made = judgement.judgements(connection, schema.judgement.c.by_hand.is_(True))
    return page(request, "judgements.html", made=made[::-1][:LAST], total=len(made))
