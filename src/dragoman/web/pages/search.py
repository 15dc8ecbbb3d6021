"""Sentences by words and fields, with facets; the address of a result can be shared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from dragoman.meaning import installed
from dragoman.record.meanings import complete
from dragoman.record.store import Record
from dragoman.views.seeking.grammar import FIELDS
from dragoman.views.statements import Statement
from dragoman.web import asking, links, listing
from dragoman.web.asking import Offset, Text
from dragoman.web.rendering import page

ROUTER = APIRouter()
PAGE = 30
FACETED = 400
"""Hits that facets are counted over."""
EXAMPLES = ('speaker:"Wang Yi" act:urge 2023..2025', "issue:taiwan from:JPN", '"mutual benefit" -draft')


@ROUTER.get("/search")
def search(request: Request, q: str = "", semantic: Text = None, offset: Offset = 0) -> HTMLResponse:
    words, by_meaning = q[: asking.LONGEST].strip(), semantic == "1"
    found = asking.view(request, "search", words=words, semantic=by_meaning, limit=FACETED) if words else None
    hits = found.hits[offset : offset + PAGE] if found else ()
    people = {key for hit in found.hits for said in hit.statements for key in said.people[:1]} if found else set()
    names = listing.called(asking.record(request), people)
    return page(
        request,
        "search.html",
        words=words,
        found=found,
        hits=hits,
        names=names,
        facets=_facets(words, found.hits, names, _kept(request)) if found else [],
        semantic="1" if by_meaning else "",
        offered=by_meaning or request.app.state.kept.get("meaning", lambda: _offered(asking.record(request))),
        sources={source.dispatch: source for source in found.dispatches} if found else {},
        fields=FIELDS,
        examples=EXAMPLES,
        offset=offset,
        size=PAGE,
        faceted=FACETED,
    )


def _offered(record: Record) -> bool:
    """Whether sentences can be ranked by meaning: the model is installed, and all have vectors by it."""
    model = installed()
    if model is None:
        return False
    with record.reads() as connection:
        return complete(connection, model)


def _kept(request: Request) -> dict[str, str]:
    """What an address keeps beside the words."""
    return {name: request.query_params.get(name, "") for name in ("sure", "semantic")}


def _facets(
    words: str, hits: Any, names: Mapping[str, str], more: Mapping[str, str]
) -> list[tuple[str, list[tuple[str, int, str]]]]:
    """Who speaks, what they do and on what among the hits, each with the address that narrows the search to it."""
    counted: dict[str, Counter[str]] = {name: Counter() for name in ("speaker", "act", "issue", "side")}
    for hit in hits:
        for name, values in (
            ("speaker", {_speaker(s) for s in hit.statements}),
            ("act", {s.act for s in hit.statements}),
            ("issue", {h.what for h in hit.findings if h.kind == "issue"}),
            ("side", {side for s in hit.statements for side in s.sides}),
        ):
            counted[name].update(values)
    called = {_speaker(said): said.speaker for hit in hits for said in hit.statements} | dict(names)
    listed = []
    for name, counter in counted.items():
        options = [
            (
                called.get(value, value) if name == "speaker" else value,
                number,
                links.with_query("/search", {"q": f"{words} {_condition(name, value)}", **more}),
            )
            for value, number in sorted(counter.items(), key=lambda pair: (-pair[1], pair[0]))[:8]
            if f"{name}:" not in words and '"' not in value
        ]
        if len(options) > 1:
            listed.append((name, options))
    return listed


def _speaker(said: Statement) -> str:
    """A known person by entry, however a dispatch writes the name; anyone else by name."""
    return said.people[0] if said.people else said.speaker


def _condition(name: str, value: str) -> str:
    return f'{name}:"{value}"' if " " in value else f"{name}:{value}"
