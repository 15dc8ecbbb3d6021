"""Choosing whose names of places come first."""

from __future__ import annotations

import re

from fastapi import APIRouter
from fastapi.responses import RedirectResponse

from dragoman.web import links
from dragoman.web.places import COOKIE

ROUTER = APIRouter()


@ROUTER.get("/names")
def names(first: str = "", to: str = "/") -> RedirectResponse:
    """Keeps the choice in a cookie: a country's code, anything else for the alphabet."""
    answer = RedirectResponse(links.local(to), status_code=303)
    if re.fullmatch(r"[A-Z]{3}", first):
        answer.set_cookie(COOKIE, first, max_age=31_536_000, httponly=True, samesite="lax", path="/")
    else:
        answer.delete_cookie(COOKIE, path="/")
    return answer
