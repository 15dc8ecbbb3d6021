"""Which tables a reader can take along: the lists of every view's contract, and those that pages open with."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from fastapi import Request

from dragoman.errors import RecordError
from dragoman.record import judgement, schema
from dragoman.record.judgement import Judgement
from dragoman.views.contract import Evidence, Source
from dragoman.views.roll import roll
from dragoman.views.sessions import Session
from dragoman.web import asking, listing
from dragoman.web.listing import Listed, Topic
from dragoman.web.rows import Table

MOST = 10_000
"""Rows of a table."""
Asked = Mapping[str, str]


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """A list in a view's contract: the names of the fields that lead to it, and what it lists."""

    view: str
    path: tuple[str, ...]
    of: type


@lru_cache(maxsize=1)
def parts() -> dict[str, Part]:
    """By name: `VIEW` for the first list of a view's contract, `VIEW-FIELD` for each; the dispatches that a contract cites
    are none of them."""
    found: dict[str, Part] = {}
    for view in roll().values():
        for path, kind in _lists(view.contract):
            part = Part(view.name, path, kind)
            found.setdefault(view.name, part)
            found[f"{view.name}-{path[-1]}"] = part
    return found


def _lists(contract: type) -> list[tuple[tuple[str, ...], type]]:
    """The lists of things in a contract, and then those in a thing that it holds as one: path and what is listed."""
    own, inner = [], []
    for name, hint in get_type_hints(contract).items():
        for kind in get_args(hint) if NoneType in get_args(hint) else (hint,):
            of = get_args(kind)[0] if get_origin(kind) is tuple else None
            if isinstance(of, type) and dataclasses.is_dataclass(of) and of not in (Source, Evidence):
                own.append(((name,), of))
            elif isinstance(kind, type) and dataclasses.is_dataclass(kind):
                inner += [((name, *path), of) for path, of in _lists(kind)]
    return own + inner


def _entries(kind: str) -> Callable[[Request, Asked], Table]:
    def made(request: Request, asked: Asked) -> Table:
        return Table(Listed, listing.entries(asking.record(request), kind, asked.get("words", ""), most=MOST)[0])

    return made


def _issues(request: Request, _asked: Asked) -> Table:
    return Table(Topic, listing.topics(asking.record(request), "issue"))


def _dispatches(request: Request, _asked: Asked) -> Table:
    return Table(Source, listing.dispatches(asking.record(request), None, MOST)[0])


def _judgements(request: Request, _asked: Asked) -> Table:
    with asking.record(request).reads() as connection:
        made = judgement.judgements(connection, schema.judgement.c.by_hand.is_(True))
    return Table(Judgement, made[::-1][:MOST])


def _sessions(request: Request, asked: Asked) -> Table:
    """Each session of each mechanism, of which the calendar's own table has one row."""
    series = asking.view(request, "calendar", **asked).series
    told = [(one.name, session) for one in series for session in one.sessions]
    return Table(Session, [session for _, session in told], [name for name, _ in told])


OTHERS: dict[str, Callable[[Request, Asked], Table]] = {
    "people": _entries("person"),
    "mechanisms": _entries("mechanism"),
    "instruments": _entries("instrument"),
    "issues": _issues,
    "dispatches": _dispatches,
    "judgements": _judgements,
    "calendar-sessions": _sessions,
}
"""Tables beside those of the contracts."""


def table(request: Request, name: str, asked: Asked) -> Table:
    """The table of that name, asked as its page is. RecordError where there is none."""
    if name in OTHERS:
        return OTHERS[name](request, asked)
    if name not in parts():
        raise RecordError(name, "is no table here", f"one of {', '.join(sorted({*OTHERS, *parts()}))}")
    part = parts()[name]
    more: dict[str, Any] = {"candidates": True} if part.path == ("candidates",) and part.view == "formulas" else {}
    value = asking.view(request, part.view, **{**asked, **more}, limit=MOST)
    for field in part.path:
        value = getattr(value, field) if value is not None else None
    return Table(part.of, value or ())
