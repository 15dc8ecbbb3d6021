"""A dispatch as received, with what was found in it marked in the text."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.desk.desk import Desk
from dragoman.record.kinds import KINDS
from dragoman.views.positions import labelled
from dragoman.views.show import Shown
from dragoman.views.usages import named
from dragoman.web import asking, links
from dragoman.web.asking import Text
from dragoman.web.marked import PART, Mark, marked, part_of
from dragoman.web.rendering import country, days, pack_of, page
from dragoman.web.visible import visible

ROUTER = APIRouter()
SHOWN = 1000
"""Findings that one page marks."""


@ROUTER.get("/dispatch/{key}")
def dispatch(request: Request, key: str, span: Text = None, part: Text = None) -> HTMLResponse:
    record = asking.record(request)
    whole = record.dispatch(key)
    reading = record.reading(key)
    shown = asking.left(request, asking.view(request, "show", entry=key, limit=SHOWN))
    chosen = links.span(span)
    if chosen and chosen[1] > len(whole.text):
        chosen = None
    parts = max(1, -(-len(whole.text) // PART))
    number = part_of(len(whole.text), chosen[0]) if chosen else 1
    number = min(parts, max(1, asking.whole("part", part, number)))
    start, end = (number - 1) * PART, min(len(whole.text), number * PART)
    pack = pack_of(request)
    marks = [mark for found in shown.findings if not found.rejected for mark in _marks(found, pack)]
    marks += [
        Mark(f.span.start, f.span.end, "furniture", title=f"no part of the article: {f.kind}")
        for f in reading.furniture
    ]
    marks += [Mark(g.span.start, g.span.end, "garble", title=f"came broken: {g.reason}") for g in reading.garbled]
    if chosen:
        marks.append(Mark(*chosen, "chosen"))
    here = [f for f in shown.findings if f.evidence.start < end and f.evidence.end > start]
    return page(
        request,
        "dispatch.html",
        shown=shown,
        source=shown.dispatches[0],
        dispatch=whole,
        dating=reading.dating,
        text=marked(whole.text, marks, start, end),
        start=start,
        end=end,
        exact=_exact(whole.text[start:end]),
        chosen=chosen,
        quoted=whole.text[chosen[0] : chosen[1]] if chosen else "",
        findings=here,
        says={f.finding: says(f, pack) for f in here},
        kinds=[(kind, sum(1 for f in here if f.kind == kind)) for kind in KINDS if any(f.kind == kind for f in here)],
        furniture=len(reading.furniture),
        garbled=len(reading.garbled),
        part=number,
        count=parts,
        about=_about(shown.detail),
    )


def _exact(text: str) -> bool:
    """Whether a page holds the text character for character, so that places in the one are places in the other."""
    return "\r" not in text and visible(text) == text


def _marks(found: Shown, pack: Desk | None) -> list[Mark]:
    """A finding's evidence; for a person every mention."""
    places = {(found.evidence.start, found.evidence.end)}
    if found.kind == "person":
        places |= {(part.start, part.end) for name, part in found.spans.items() if name.startswith("mentions")}
    return [Mark(start, end, found.kind, found.finding, title(found, pack)) for start, end in sorted(places)]


def says(found: Shown, pack: Desk | None) -> str:
    """What a finding says in a few words beside those that it rests on."""
    values = found.values
    return {
        "person": values.get("name"),
        "encounter": ", ".join(days(str(values[k])) for k in ("kind", "status", "date", "place") if values.get(k)),
        "attribution": f"{values.get('speaker', 'someone')}, {values.get('act')}, {values.get('mode')}",
        "commitment": ", due ".join(days(str(values[k])) for k in ("kind", "due") if values.get(k)),
        "mechanism": values.get("name"),
        "instrument": values.get("name"),
        "issue": labelled(pack, str(values.get("id"))),
        "formula": named(pack, str(values.get("id")))[0],
    }.get(found.kind) or ""  # fmt: skip


def title(found: Shown, pack: Desk | None) -> str:
    """What one reads when pointing at a mark: what kind of finding, what it says, how sure."""
    return f"{found.kind}: {says(found, pack)} ({found.values.get('confidence', 1):.0%} sure)"


def _about(detail: Any) -> list[tuple[str, Any]]:
    """What a reader may want to know of where the text comes from."""
    named = (
        ("language", "language"), ("outlet_country", "published for"), ("added_at", "added"), ("desks", "read with"),
        ("reader_version", "readers"), ("length", "characters"),
    )  # fmt: skip
    detail = {**detail, "added_at": str(detail.get("added_at") or "")[:16].replace("T", " ")}
    detail["outlet_country"] = country(detail.get("outlet_country"))
    return [(words, detail[name]) for name, words in named if detail.get(name) not in (None, "", [])]
