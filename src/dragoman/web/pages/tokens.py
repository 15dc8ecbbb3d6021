"""An editor's tokens for programs: made and shown once, listed, revoked."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from dragoman.errors import QueryError
from dragoman.web import asking
from dragoman.web.accounts import Account
from dragoman.web.rendering import page
from dragoman.web.sessions import editor
from dragoman.web.settings import Settings
from dragoman.web.tokens import DAYS, LONGEST_DAYS, Tokens

ROUTER = APIRouter()
Field = Annotated[str, Form(max_length=2000)]


@ROUTER.get("/tokens", response_model=None)
def tokens(request: Request) -> Response:
    return _page(request, request.state.visitor)


@ROUTER.post("/tokens", response_model=None)
def make(request: Request, csrf: Field = "", use: Field = "", role: Field = "reader", days: Field = "") -> Response:
    """The page with the new token on it, which is kept nowhere."""
    account = editor(request, csrf)
    lasting = asking.whole("days", days, DAYS, LONGEST_DAYS)
    if not lasting:
        raise QueryError("days", "are none", "give at least one")
    token = _held(request).make(account.name, role, " ".join(use.split()), lasting)
    return _page(request, account, token)


@ROUTER.post("/tokens/revoke", response_model=None)
def revoke(request: Request, csrf: Field = "", token: Field = "") -> Response:
    _held(request).revoke(token, editor(request, csrf).name)
    return RedirectResponse("/tokens", status_code=303)


def _held(request: Request) -> Tokens:
    settings: Settings = request.app.state.settings
    return Tokens(settings.accounts_file)


def _page(request: Request, account: Account | None, made: str = "") -> Response:
    own = [one for one in _held(request).all() if account and account.edits and one.account == account.name]
    return page(request, "tokens.html", made=made, own=own[::-1], days=DAYS, most=LONGEST_DAYS)
