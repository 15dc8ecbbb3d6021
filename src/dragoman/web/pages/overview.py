"""The front page: what is new, who met whom, what is due."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.views.owed import contested
from dragoman.views.query import day
from dragoman.web import asking, listing
from dragoman.web.asking import Text
from dragoman.web.coming import comes
from dragoman.web.rendering import page
from dragoman.web.strip import strip

ROUTER = APIRouter()
DRAWN, LATEST = 400, 10
"""Encounters in the picture, and in the list."""
LOOKED_AT = 100
"""Open undertakings of which those with a time are picked."""
NEW, YEAR = timedelta(days=30), timedelta(days=365)
"""How far back the page looks from the newest dispatch where no day was chosen."""


@ROUTER.get("/")
def overview(request: Request, since: Text = None) -> HTMLResponse:
    record = asking.record(request)
    kept = request.app.state.kept
    stats = kept.get("stats", record.stats)
    if not stats.dispatches:
        return page(request, "empty.html", stats=stats)
    today = datetime.now(UTC).date()
    newest = date.fromisoformat(stats.last_day) if stats.last_day else today
    start = day("since", since, "first") if since else newest - NEW
    told, new = listing.dispatches(record, start, 12)
    lately = asking.view(request, "timeline", since=start.isoformat(), limit=LATEST)
    fresh = any((one.date or "") >= start.isoformat() for one in lately.encounters)
    met = lately if fresh else asking.view(request, "timeline", limit=LATEST)
    drawn, dated = kept.get("newest", lambda: listing.newest(record, DRAWN))
    panels = kept.get((newest, today, asking.least(request)), lambda: _panels(request, newest, today))
    heard = [one for one in panels["register"] if (one.first.day or "") >= start.isoformat()][:4]
    return page(
        request,
        "overview.html",
        stats=stats,
        since=start,
        new=new,
        told=told,
        strip=strip(drawn),
        total=dated,
        drawn=len(drawn),
        latest=[one for one in met.encounters if one.date and (not fresh or one.date >= start.isoformat())][::-1],
        fresh=fresh,
        sources={source.dispatch: source for source in met.dispatches},
        panels={**panels, "heard": heard},
    )


def _panels(request: Request, newest: date, today: date) -> dict[str, Any]:
    """What is due, overdue and upcoming, contested, and which set phrases came or went."""
    ledger = asking.view(request, "ledger", status="overdue", limit=5)
    promised = asking.view(request, "ledger", status="open", limit=LOOKED_AT)
    calendar = asking.view(request, "calendar")
    formulas = asking.view(request, "formulas")
    met = asking.view(request, "timeline", since=(newest - YEAR).isoformat(), limit=40).encounters
    told = [one for one in met if one.sources.independent > 1]
    return {
        "overdue": ledger.undertakings,
        "due": sorted((one for one in promised.undertakings if one.due), key=lambda one: one.due)[:5],
        "upcoming": [one for one in calendar.series if one.next and comes(one.next, today)][:5],
        "contested": contested(asking.record(request), told, None)[:4],
        "register": formulas.register,
        "silent": formulas.silences[:4],
    }
