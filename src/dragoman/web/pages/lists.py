"""Lists to start from: people, issues, instruments, dispatches."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.web import asking, listing
from dragoman.web.asking import Offset
from dragoman.web.rendering import page

ROUTER = APIRouter()
PLURAL = {"person": "people", "mechanism": "mechanisms", "instrument": "instruments"}


@ROUTER.get("/people")
def people(request: Request, q: str = "", offset: Offset = 0) -> HTMLResponse:
    return _entries(request, "person", "People", q, offset)


@ROUTER.get("/instruments")
def instruments(request: Request, q: str = "", offset: Offset = 0) -> HTMLResponse:
    return _entries(request, "instrument", "Instruments", q, offset)


@ROUTER.get("/mechanisms")
def mechanisms(request: Request, q: str = "", offset: Offset = 0) -> HTMLResponse:
    return _entries(request, "mechanism", "Mechanisms", q, offset)


def _entries(request: Request, kind: str, title: str, words: str, offset: int) -> HTMLResponse:
    listed, total = listing.entries(asking.record(request), kind, words[:200].strip(), offset)
    return page(
        request, "list.html", title=title, kind=kind, listed=listed, total=total, words=words, offset=offset,
        size=listing.MOST, table=PLURAL[kind],
    )  # fmt: skip


@ROUTER.get("/issues")
def issues(request: Request) -> HTMLResponse:
    topics = request.app.state.kept.get("issues", lambda: listing.topics(asking.record(request), "issue"))
    return page(request, "topics.html", title="Issues", kind="issue", topics=topics)


@ROUTER.get("/dispatches")
def dispatches(request: Request, offset: Offset = 0) -> HTMLResponse:
    told, total = listing.dispatches(asking.record(request), None, 100, offset)
    return page(request, "dispatches.html", told=told, total=total, offset=offset, size=100)
