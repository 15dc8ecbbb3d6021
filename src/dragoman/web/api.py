"""The interface for programs: each view's contract as JSON at `/api/NAME`, described by `/api/openapi.json`."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Request, Response
from fastapi import Query as Parameter

from dragoman.errors import QueryError
from dragoman.shape import shape
from dragoman.views.contract import as_json
from dragoman.views.roll import View, roll
from dragoman.web import asking
from dragoman.web.answers import WRONG, Id
from dragoman.web.asking import Limit, Offset, Text

WEIGHED = asking.THRESHOLD | {"show"}
"""Views of which findings that are not sure enough can be left out."""
HIDDEN = "Dragoman-Hidden"
Sure = Annotated[
    int | None,
    Parameter(
        ge=0,
        le=100,
        description="Leave out findings less sure than so many percent; the header `Dragoman-Hidden` says how many those are. "
        f"Heeded by {', '.join(sorted(WEIGHED))}.",
    ),
]


def router() -> APIRouter:
    made = APIRouter(prefix="/api", tags=["record"])
    for view in roll().values():
        made.add_api_route(
            f"/{view.name}",
            _route(view),
            methods=["GET"],
            name=view.name,
            operation_id=view.name,
            summary=view.help,
            description=view.words,
            responses={200: {"model": view.contract, "description": "The view's contract."}, **WRONG},
            response_class=Response,
        )
    made.add_api_route(
        "/reading/{dispatch}",
        _reading,
        methods=["GET"],
        operation_id="reading",
        summary="A dispatch's text and all that was found in it, as it was read.",
        responses={200: {"description": "The reading.", "content": {"application/json": {}}}, **WRONG},
        response_class=Response,
    )
    return made


def _route(view: View) -> Callable[..., Response]:
    weighed = view.name in WEIGHED

    def answer(
        request: Request,
        entry: Text = None,
        since: Text = None,
        until: Text = None,
        as_of: Text = None,
        person: Text = None,
        issue: Text = None,
        side: Text = None,
        mechanism: Text = None,
        level: Text = None,
        status: Text = None,
        words: Annotated[str | None, Parameter(max_length=asking.LONGEST, description="What to look for.")] = None,
        semantic: Annotated[bool, Parameter(description="Rank by meaning (needs the extra `semantic`).")] = False,
        sure: Sure = None,
        limit: Limit = None,
        offset: Offset = 0,
    ) -> Response:
        if sure is not None and not weighed:
            raise QueryError("sure", f"is nothing that {view.name} heeds", f"{', '.join(sorted(WEIGHED))} do")
        contract = asking.view(
            request, view.name, entry=entry, since=since, until=until, as_of=as_of, person=person, issue=issue,
            side=side, mechanism=mechanism, level=level, status=status, words=words,
            semantic=semantic, limit=limit, offset=offset,
        )  # fmt: skip
        if weighed and view.name not in asking.THRESHOLD:
            contract = asking.left(request, contract)
        made = as_response(as_json(contract))
        if hidden := getattr(request.state, "hidden", 0):
            made.headers[HIDDEN] = str(hidden)
        return made

    return answer


def _reading(request: Request, dispatch: Id) -> Response:
    record = asking.record(request)
    return as_response(shape(record.dispatch(dispatch), record.reading(dispatch)))


def as_response(value: Any) -> Response:
    """Plain values as a JSON answer. Halves of characters, which UTF-8 cannot write, are escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    try:
        data = text.encode()
    except UnicodeEncodeError:
        data = json.dumps(value, separators=(",", ":")).encode("ascii")
    return Response(data, media_type="application/json")
