"""Logging in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from dragoman.web import links
from dragoman.web.accounts import Accounts
from dragoman.web.rendering import page
from dragoman.web.sessions import COOKIE, HOURS, Sessions, same_origin
from dragoman.web.settings import Settings

ROUTER = APIRouter()
Field = Annotated[str, Form(max_length=2000)]


@ROUTER.get("/login", response_model=None)
def form(request: Request, to: str = "/") -> Response:
    settings: Settings = request.app.state.settings
    there = bool(Accounts(settings.accounts_file).all())
    return page(request, "login.html", to=links.local(to), wrong="", there=there, name="")


@ROUTER.post("/login", response_model=None)
def login(request: Request, name: Field = "", password: Field = "", to: Field = "/") -> Response:
    same_origin(request)
    sessions: Sessions = request.app.state.sessions
    settings: Settings = request.app.state.settings
    caller = f"from {request.client.host if request.client else '?'}"
    if sessions.must_wait(f"as {name}", caller):
        raise HTTPException(429, "There were too many wrong passwords; wait five minutes")
    account = Accounts(settings.accounts_file).login(name, password)
    if account is None:
        sessions.failed(f"as {name}", caller)
        return page(
            request,
            "login.html",
            403,
            to=links.local(to),
            wrong="Name and password do not go together.",
            there=True,
            name=name[:200],
        )
    sessions.end(request.cookies.get(COOKIE))
    answer = RedirectResponse(links.local(to), status_code=303)
    answer.set_cookie(
        COOKIE, sessions.start(account.name), max_age=HOURS * 3600, httponly=True, samesite="strict",
        secure=settings.secure, path="/",
    )  # fmt: skip
    return answer


@ROUTER.post("/logout", response_model=None)
def logout(request: Request) -> Response:
    same_origin(request)
    sessions: Sessions = request.app.state.sessions
    sessions.end(request.cookies.get(COOKIE))
    answer = RedirectResponse("/", status_code=303)
    answer.delete_cookie(COOKIE, path="/")
    return answer
