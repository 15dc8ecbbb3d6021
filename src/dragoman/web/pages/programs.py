"""The interface for programs as a page to read: each address with its words, out of the description that programs read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.web.rendering import page

ROUTER = APIRouter()


@dataclass(frozen=True, slots=True)
class Call:
    """One address. `fields`: what it may be asked with; `needs`: whether it answers nothing without some."""

    method: str
    path: str
    summary: str
    words: str
    fields: tuple[str, ...]
    needs: bool


@ROUTER.get("/api")
def programs(request: Request) -> HTMLResponse:
    calls = request.app.state.kept.get("calls", lambda: described(request.app.openapi()))
    return page(request, "programs.html", calls=calls)


def described(whole: dict[str, Any]) -> list[Call]:
    """The addresses of a description, those that read first, each in the description's order."""
    found = [
        Call(
            method.upper(),
            path,
            one.get("summary", ""),
            one.get("description", ""),
            tuple(each["name"] for each in one.get("parameters", ()) if each["in"] == "query"),
            path.rpartition("/")[2] in NAMED,
        )
        for path, methods in whole["paths"].items()
        for method, one in methods.items()
    ]
    return sorted(found, key=lambda call: call.method != "GET")


NAMED = frozenset(("show", "compare", "person", "issue", "search"))
"""Views that are asked of one thing, or for some words."""
