"""Encounters in order of date, as a picture and as a list."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.views.query import LEVELS
from dragoman.web import asking, listing
from dragoman.web.asking import Offset, Text
from dragoman.web.rendering import page
from dragoman.web.strip import drawn, strip

ROUTER = APIRouter()
PAGE = 60


@ROUTER.get("/timeline")
def timeline(
    request: Request,
    since: Text = None,
    until: Text = None,
    person: Text = None,
    issue: Text = None,
    side: Text = None,
    mechanism: Text = None,
    level: Text = None,
    as_of: Text = None,
    offset: Offset = 0,
) -> HTMLResponse:
    asked = {
        "since": since, "until": until, "person": person, "issue": issue, "side": side, "mechanism": mechanism,
        "level": level, "as_of": as_of,
    }  # fmt: skip
    contract = asking.view(request, "timeline", **asked, limit=PAGE, offset=offset)
    return page(
        request,
        "timeline.html",
        contract=contract,
        asked={name: value or "" for name, value in asked.items()},
        levels=LEVELS,
        strip=strip(drawn(contract.encounters)),
        sources={source.dispatch: source for source in contract.dispatches},
        issues=request.app.state.kept.get("issues offered", lambda: listing.issues(asking.record(request))),
        offset=offset,
        size=PAGE,
    )
