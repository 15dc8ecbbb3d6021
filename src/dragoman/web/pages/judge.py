"""Correcting from where one reads: accept or reject a finding, give a field another value, say that two are the same or are not,
and take any of it back. Who, when and why is kept."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from dragoman.record import judgement, schema
from dragoman.web import asking, judging, links, listing
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
    author = editor(request, csrf).name
    judging.judge(asking.record(request), author, judging.Said(kind=kind, a=a, b=b, field=field, value=value, why=why))
    return RedirectResponse(links.local(back), status_code=303)


@ROUTER.post("/undo", response_model=None)
def undo(request: Request, csrf: Field = "", judgement: Field = "", back: Field = "/judgements") -> Response:
    editor(request, csrf)
    judging.undo(asking.record(request), judgement)
    return RedirectResponse(links.local(back), status_code=303)


@ROUTER.get("/judgements")
def judgements(request: Request) -> Response:
    with asking.record(request).reads() as connection:
        made = judgement.judgements(connection, schema.judgement.c.by_hand.is_(True))
    last = made[::-1][:LAST]
    keys = [key for one in last for key in (one.a, one.b) if key]
    worded = listing.worded(asking.record(request), keys)
    return page(request, "judgements.html", made=last, total=len(made), worded=worded)
