"""Anything by its id: entries that have no page of their own, findings with their grounds, and the way to those that
have one."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from dragoman.record.correct import fields
from dragoman.record.kinds import KINDS
from dragoman.views.query import Query
from dragoman.views.roll import roll
from dragoman.web import asking, links, listing
from dragoman.web.asking import Offset
from dragoman.web.rendering import page

ROUTER = APIRouter()
PAGE = 50


@ROUTER.get("/entry/{key}", response_model=None)
def entry(request: Request, key: str) -> HTMLResponse | RedirectResponse:
    """The page of whatever bears the id."""
    shown = asking.view(request, "show", entry=key, limit=1)
    if shown.what == "dispatch":
        return RedirectResponse(links.to_dispatch(shown.id), status_code=303)
    if shown.what == "finding":
        return RedirectResponse(links.to_finding(shown.id), status_code=303)
    return RedirectResponse(links.to_entry(shown.id), status_code=303)


@ROUTER.get("/finding/{key}")
def finding(request: Request, key: str) -> HTMLResponse:
    """One finding in its context: what it says, by which rule, how sure, who judged it, and how to correct it."""
    return _page(request, key)


@ROUTER.get("/commitment/{key}", response_model=None)
@ROUTER.get("/instrument/{key}", response_model=None)
def plain(request: Request, key: str, offset: Offset = 0) -> HTMLResponse | RedirectResponse:
    shown = asking.view(request, "show", entry=key, limit=1)
    if shown.id != key:
        return RedirectResponse(links.to_entry(shown.id), status_code=307)
    return _page(request, key, offset)


def _page(request: Request, key: str, offset: int = 0) -> HTMLResponse:
    shown = asking.view(request, "show", entry=key, limit=PAGE, offset=offset)
    if shown.what == "dispatch":
        shown = asking.view(request, "show", entry=key, limit=1)
    kind = KINDS.get(shown.kind)
    told = {source.dispatch: source for source in shown.dispatches}
    owed = ()
    if shown.what == "entry" and shown.kind == "commitment":
        ledger = roll()["ledger"].view(asking.record(request), Query.of(entry=shown.id))
        owed = ledger.undertakings
        told |= {source.dispatch: source for source in ledger.dispatches}
    return page(
        request,
        "show.html",
        shown=shown,
        worded=listing.of(shown, asking.record(request)),
        name=listing.called(asking.record(request), [shown.id]).get(shown.id),
        owed=owed,
        sources=told,
        fields=fields(kind) if kind else (),
        offset=offset,
        size=PAGE,
    )
