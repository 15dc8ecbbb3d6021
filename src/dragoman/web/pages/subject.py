"""One person, issue, mechanism or set phrase."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from dragoman.errors import RecordError
from dragoman.views.offices import ended
from dragoman.views.phrasing.history import Year
from dragoman.views.roll import roll
from dragoman.views.show import Showing
from dragoman.web import asking, links, listing
from dragoman.web.asking import Offset, Text
from dragoman.web.rendering import page

ROUTER = APIRouter()
USES = 50
"""Uses of a set phrase that its page shows in context."""
PLACES = 20
"""Places that name a mechanism, on one page of it."""
DAYS = 40
"""Days of a position that a page gives where it has few positions; `FEWEST` where it has many: the rest have an address."""
FEWEST = 4


@ROUTER.get("/person/{key}", response_model=None)
def person(
    request: Request, key: str, issue: Text = None, since: Text = None, until: Text = None
) -> HTMLResponse | RedirectResponse:
    """Offices, encounters, and what a person said on each issue and where that changed."""
    shown = _entry(request, key, "person")
    if shown.id != key:
        return RedirectResponse(links.to_entry(shown.id), status_code=307)
    one = asking.view(request, "person", entry=key, issue=issue, since=since, until=until)
    return page(
        request,
        "person.html",
        one=one,
        shown=shown,
        worded=listing.of(shown, asking.record(request)),
        fields=(),
        days=DAYS if issue else max(FEWEST, DAYS // max(1, len(one.positions))),
        ends={office: ended(office) for office in one.offices},
        sources={source.dispatch: source for source in one.dispatches},
        asked={"issue": issue or "", "since": since or "", "until": until or ""},
    )


@ROUTER.get("/issue/{key}")
def issue(
    request: Request, key: str, side: Text = None, person: Text = None, since: Text = None, until: Text = None
) -> HTMLResponse:
    """What each side holds on an issue over time."""
    asked = {"side": side, "person": person, "since": since, "until": until}
    one = asking.view(request, "issue", issue=key, **asked)
    return page(
        request,
        "issue.html",
        one=one,
        days=DAYS,
        sources={source.dispatch: source for source in one.dispatches},
        asked={name: value or "" for name, value in asked.items()},
    )


@ROUTER.get("/mechanism/{key}", response_model=None)
def mechanism(request: Request, key: str, offset: Offset = 0) -> HTMLResponse | RedirectResponse:
    """A series with its sessions, gaps and the next one, and every place that names it."""
    shown = _entry(request, key, "mechanism", PLACES, offset)
    if shown.id != key:
        return RedirectResponse(links.to_entry(shown.id), status_code=307)
    found = asking.view(request, "calendar", mechanism=key) if "calendar" in roll() else None
    series = [one for one in found.series if one.entry == key] if found else []
    told = {source.dispatch: source for source in shown.dispatches}
    if found:
        told |= {source.dispatch: source for source in found.dispatches}
    return page(
        request, "mechanism.html", shown=shown, one=series[0] if series else None, sources=told, fields=(),
        as_of=found.as_of if found else "", worded=listing.of(shown, asking.record(request)),
        offset=offset, size=PLACES,
    )  # fmt: skip


@ROUTER.get("/formula/{key}")
def formula(request: Request, key: str, side: Text = None) -> HTMLResponse:
    """A set phrase: first and last use, gaps and returns, wordings, speakers and each use in its context."""
    found = asking.view(request, "formulas", words=key, side=side, limit=USES)
    if found.formula is None:
        raise RecordError(
            key, "is a set phrase of which no dispatch here makes use", "the register lists those that are used"
        )
    return page(
        request,
        "formula.html",
        one=found.formula,
        sources={source.dispatch: source for source in found.dispatches},
        chart=_chart(found.formula.years),
    )


def _chart(years: tuple[Year, ...]) -> list[tuple[str, float, Year]]:
    """Bars: year, share of its dispatches from 0 to 1 of the highest, and the year itself."""
    top = max((one.share for one in years), default=0) or 1
    return [(one.year, round(one.share / top, 3), one) for one in years]


def _entry(request: Request, key: str, kind: str, most: int = 1, offset: int = 0) -> Showing:
    shown: Showing = asking.view(request, "show", entry=key, limit=most, offset=offset)
    if shown.what != "entry" or shown.kind != kind:
        raise RecordError(key, f"is no {kind} of the record", "search for its name")
    return shown
