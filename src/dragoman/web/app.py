"""The server's application: pages, the interface for programs, and how an error looks."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import Any

from fastapi import Depends, FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from dragoman import __version__
from dragoman.errors import DragomanError, ExtraError, QueryError, RecordError
from dragoman.record.store import Record
from dragoman.web import api, writing
from dragoman.web.guard import Guard, TooLarge
from dragoman.web.jobs import Jobs
from dragoman.web.kept import Kept
from dragoman.web.pages import members
from dragoman.web.rendering import page
from dragoman.web.sessions import Sessions, know
from dragoman.web.settings import Settings


def create(record: Record, settings: Settings) -> FastAPI:
    """The application over one opened record, which it does not close."""
    app = FastAPI(
        title="Dragoman",
        version=__version__,
        description="The record of a relationship, as the views' contracts. Every claim carries evidence items: "
        '`{"dispatch", "start", "end", "text"}`, code points of the dispatch\'s text, end exclusive.',
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        dependencies=[Depends(know)],
    )
    app.state.record, app.state.settings, app.state.sessions = record, settings, Sessions()
    app.state.jobs, app.state.kept = Jobs(record), Kept(settings.record)
    app.include_router(api.router())
    app.include_router(writing.router())
    app.add_api_route("/api/openapi.json", _described, include_in_schema=False)
    for member in members():
        app.include_router(member.ROUTER, include_in_schema=False)
    static = Path(str(resources.files("dragoman.web"))) / "static"
    app.mount("/static", Lasting(directory=static), name="static")
    # A session's cookie travels with requests of our own pages alone (SameSite=Strict), so that no other page can have
    # answers packed that hold both its words and a form's token, and learn the one from their size.
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Guard, allowed=settings.allowed)
    app.add_exception_handler(DragomanError, _failed)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(TooLarge, _too_large)
    app.add_exception_handler(Exception, _broken)
    return app


class Lasting(StaticFiles):
    """Files whose address changes with their content: a browser may keep them."""

    def file_response(self, *given: Any, **more: Any) -> Response:
        made = super().file_response(*given, **more)
        made.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return made


def _described(request: Request) -> JSONResponse:
    """The description of the interface for programs."""
    return JSONResponse(request.app.openapi())


def _status(error: DragomanError, where: str) -> int:
    match error:
        case QueryError():
            return 400
        case RecordError():
            return 503 if error.where == where else 404
        case ExtraError():
            return 501
        case _:
            return 400


def _answer(request: Request, status: int, what: str, remedy: str = "", where: str = "") -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": {"where": where, "what": what, "remedy": remedy}}, status_code=status)
    return page(request, "error.html", status, status=status, what=what, remedy=remedy, where=where)


async def _failed(request: Request, error: Exception) -> Response:
    assert isinstance(error, DragomanError)
    return _answer(request, _status(error, request.app.state.record.where), error.what, error.remedy, error.where)


_SAID = {
    401: ("Log in first", "this server shows its record to those who have an account"),
    403: ("That may not be done from here", "log in as an editor, and use the form on the page itself"),
    404: ("There is no such page", "the links above lead to what there is"),
    405: ("That cannot be done at this address", "go back to the page and use its form"),
}


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 401 and request.method == "GET" and not request.url.path.startswith("/api/"):
        from dragoman.web.links import with_query

        return RedirectResponse(with_query("/login", {"to": request.url.path}), status_code=303)
    what, remedy = _SAID.get(error.status_code, ("That cannot be done", ""))
    if error.detail and error.status_code in (400, 403, 409, 413, 429):
        what = str(error.detail)
    return _answer(request, error.status_code, what, remedy)


async def _malformed(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    first = error.errors()[0]
    name = str(first["loc"][-1])
    return _answer(request, 422, str(first["msg"]).casefold(), "check the address, or use the form of the page", name)


async def _too_large(request: Request, error: Exception) -> Response:
    return _answer(request, 413, str(error).strip())


async def _broken(request: Request, _error: Exception) -> Response:
    """What no one foresaw: said without its details, which stand in the server's log."""
    return _answer(request, 500, "Something here went wrong", "the server's log says what; nothing was changed")
