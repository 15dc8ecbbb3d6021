"""One encounter: who, when, where, who tells of it, and where the accounts agree and differ."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from dragoman.errors import RecordError
from dragoman.record.store import Record
from dragoman.views.encounters import EncounterEntry, encounters
from dragoman.views.roll import roll
from dragoman.views.sourced import sources
from dragoman.web import asking, links, listing
from dragoman.web.rendering import page

ROUTER = APIRouter()


@ROUTER.get("/encounter/{key}", response_model=None)
def encounter(request: Request, key: str) -> HTMLResponse | RedirectResponse:
    shown = asking.view(request, "show", entry=key, limit=100)
    if shown.what != "entry" or shown.kind != "encounter":
        raise RecordError(key, "is no encounter of the record", "the timeline lists them")
    if shown.id != key:
        return RedirectResponse(links.to_entry(shown.id), status_code=307)
    one, told = _one(asking.record(request), key)
    one = asking.left(request, one)
    if one is None:
        raise RecordError(key, "is told of by nothing that is so sure", "ask for less than that, or for all")
    compared = asking.view(request, "compare", entry=key) if "compare" in roll() else None
    if compared is not None:
        told |= {source.dispatch: source for source in getattr(compared, "dispatches", ())}
    return page(
        request,
        "encounter.html",
        one=one,
        shown=shown,
        worded=listing.of(shown, asking.record(request)),
        compared=compared,
        sources=told,
        accounts=_accounts(one, told),
        protocol=_protocol(shown),
        fields=(),
        names={p.entry: p.name for p in one.participants},
    )


def _one(record: Record, key: str) -> tuple[EncounterEntry, dict[str, Any]]:
    with record.reads() as connection:
        found, told = encounters(connection, [key])
        if key not in found:
            raise RecordError(key, "has no finding left that tells of it", "the timeline lists what there is")
        return found[key], told | sources(connection, {t.evidence.dispatch for t in found[key].tellings})


def _accounts(one: EncounterEntry, told: Any) -> list[tuple[str, list[Any]]]:
    """Tellings by side, official readouts apart from press, accounts before mentions; a dispatch once."""
    groups: dict[str, list[Any]] = {}
    seen = set()
    for telling in one.tellings:
        source = told.get(telling.evidence.dispatch)
        if telling.evidence.dispatch in seen:
            continue
        seen.add(telling.evidence.dispatch)
        side = source.side if source else None
        groups.setdefault(side or "", []).append(telling)
    return sorted(groups.items(), key=lambda pair: (pair[0] == "", pair[0]))


def _protocol(shown: Any) -> list[tuple[str, Any]]:
    """Format, venue, initiative and tone as accounts word them."""
    found: dict[tuple[str, str], Any] = {}
    for finding in shown.findings:
        for name, item in finding.spans.items():
            if name.partition(" ")[0] in ("dated", "placed", "cue"):
                continue
            found.setdefault((name, item.text), item)
    return [(name, item) for (name, _), item in found.items()]
