"""What one takes along: citations, and tables for other programs."""

from __future__ import annotations

import dataclasses

from fastapi import APIRouter, Request, Response

from dragoman.errors import QueryError
from dragoman.views.query import Query
from dragoman.web import asking, links
from dragoman.web.asking import Text
from dragoman.web.citing import cite as cited
from dragoman.web.rendering import page
from dragoman.web.rows import KINDS, written
from dragoman.web.tables import table

ROUTER = APIRouter()
_ASKED = frozenset(field.name for field in dataclasses.fields(Query)) - {"limit", "offset", "candidates"}


@ROUTER.get("/cite/{key}")
def cite(request: Request, key: str, span: Text = None) -> Response:
    dispatch = asking.record(request).dispatch(key)
    shown = asking.view(request, "show", entry=key, limit=1)
    chosen = links.span(span)
    if chosen and chosen[1] > len(dispatch.text):
        chosen = None
    words = dispatch.text[chosen[0] : chosen[1]] if chosen else ""
    citation = cited(shown.dispatches[0], links.web_address(dispatch.address), chosen, words)
    back = links.to_dispatch(key) + (f"?span={span}#s{span}" if chosen else "")
    return page(request, "cite.html", citation=citation, back=back, shown=shown)


@ROUTER.get("/download/{name}.{kind}")
def download(request: Request, name: str, kind: str) -> Response:
    """A list as a table, asked as its page is."""
    if kind not in KINDS:
        raise QueryError(kind, "is no kind of table", f"one of {', '.join(KINDS)}")
    given = request.query_params.items()
    asked = {field: value[: asking.LONGEST] for field, value in given if field in _ASKED and value}
    if "q" in request.query_params:
        asked["words"] = request.query_params["q"][: asking.LONGEST]
    data = written(table(request, name, asked), kind)
    headers = {"Content-Disposition": f'attachment; filename="dragoman-{name}.{kind}"'}
    return Response(data, media_type=KINDS[kind], headers=headers)
