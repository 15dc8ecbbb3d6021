"""Building a brief for an occasion, to be read on paper."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Request
from fastapi import Query as Parameter
from fastapi.responses import HTMLResponse

from dragoman.views.brief import Brief
from dragoman.views.offices import OfficeHeld, ended
from dragoman.web import asking, listing
from dragoman.web.asking import Text
from dragoman.web.rendering import page

ROUTER = APIRouter()
LISTED = 60
"""People that the form offers."""


@ROUTER.get("/brief")
def brief(
    request: Request,
    person: Text = None,
    issue: Annotated[list[str], Parameter(max_length=40)] = [],  # noqa: B006  (as the framework reads it; never changed)
    since: Text = None,
    as_of: Text = None,
) -> HTMLResponse:
    record = asking.record(request)
    chosen = [one for one in issue if one][:40]
    asked = person or chosen or since or as_of
    made = (
        asking.view(request, "brief", person=person, issue=",".join(chosen), since=since, as_of=as_of)
        if asked
        else None
    )
    kept = request.app.state.kept
    people, _ = kept.get("people", lambda: listing.entries(record, "person"))
    return page(
        request,
        "brief.html",
        one=made,
        ends=_ends(made) if made else {},
        sources={source.dispatch: source for source in made.dispatches} if made else {},
        people=people[:LISTED],
        issues=kept.get("issues offered", lambda: listing.issues(record)),
        chosen=set(chosen),
        asked={"person": person or "", "since": since or "", "as_of": as_of or ""},
    )


def _ends(made: Brief) -> dict[OfficeHeld, str | None]:
    """When the offices of those to be met were over, where the desk has them so before the brief's day."""
    day = date.fromisoformat(made.until) if made.until else None
    return {office: ended(office, day) for one in made.people for office in one.offices}
