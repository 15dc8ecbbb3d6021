"""What stands at a day: the ledger of commitments, the calendar of mechanisms, the register of set phrases, the course
of the relationship."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.views.ledger import STATUSES
from dragoman.views.query import LEVELS
from dragoman.web import asking, listing
from dragoman.web.asking import Offset, Text
from dragoman.web.coming import groups
from dragoman.web.rendering import page

ROUTER = APIRouter()
PAGE = 50
CANDIDATES = 20
"""Candidates of a side on one page."""


def _page(request: Request, template: str, contract: Any, asked: dict[str, str | None], **more: Any) -> HTMLResponse:
    return page(
        request,
        template,
        contract=contract,
        sources={source.dispatch: source for source in contract.dispatches},
        asked={name: value or "" for name, value in asked.items()},
        sides=request.app.state.kept.get("sides", lambda: listing.sides(asking.record(request))),
        **more,
    )


@ROUTER.get("/ledger")
def ledger(
    request: Request,
    status: Text = None,
    side: Text = None,
    person: Text = None,
    issue: Text = None,
    since: Text = None,
    until: Text = None,
    as_of: Text = None,
    offset: Offset = 0,
) -> HTMLResponse:
    asked = {"status": status, "side": side, "person": person, "issue": issue, "since": since, "until": until, "as_of": as_of}  # fmt: skip
    contract = asking.view(request, "ledger", **asked, limit=PAGE, offset=offset)
    return _page(request, "ledger.html", contract, asked, statuses=STATUSES, offset=offset, size=PAGE)


@ROUTER.get("/calendar")
def calendar(request: Request, side: Text = None, as_of: Text = None) -> HTMLResponse:
    asked = {"side": side, "as_of": as_of}
    contract = asking.view(request, "calendar", **asked)
    return _page(request, "calendar.html", contract, asked, groups=groups(contract))


@ROUTER.get("/formulas")
def formulas(request: Request, side: Text = None, since: Text = None, until: Text = None) -> HTMLResponse:
    asked = {"side": side, "since": since, "until": until}
    return _page(request, "formulas.html", asking.view(request, "formulas", **asked), asked)


@ROUTER.get("/formulas/candidates")
def candidates(request: Request, side: Text = None, since: Text = None, until: Text = None) -> HTMLResponse:
    """Wordings that a side repeats and no desk lists, each with where it stands."""
    asked = {"side": side, "since": since, "until": until}
    contract = request.app.state.kept.get(
        ("candidates", *asked.values()),
        lambda: asking.view(request, "formulas", **asked, candidates=True, limit=CANDIDATES),
    )
    return _page(request, "candidates.html", contract, asked, most=CANDIDATES)


@ROUTER.get("/course")
def course(request: Request, side: Text = None, since: Text = None, until: Text = None) -> HTMLResponse:
    asked = {"side": side, "since": since, "until": until}
    return _page(request, "course.html", asking.view(request, "course", **asked), asked, levels=LEVELS)
