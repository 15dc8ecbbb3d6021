"""Any dispatch with any reading of it, for properties that must always hold."""

from __future__ import annotations

import dataclasses
import typing
from typing import Any, get_args, get_origin

from hypothesis import strategies as st

from dragoman.dispatch import Dispatch
from dragoman.reading import (
    Attribution,
    Commitment,
    Dating,
    Encounter,
    Formula,
    Furniture,
    Garble,
    Instrument,
    Issue,
    Mechanism,
    Person,
    Reading,
)
from dragoman.span import Span

words = st.text(st.characters(), max_size=12)
"""Any characters: NUL, halves of surrogate pairs and all."""


def _spans(length: int) -> st.SearchStrategy[Span]:
    return st.integers(0, length - 1).flatmap(lambda a: st.integers(a + 1, length).map(lambda b: Span(a, b)))


def _values(wanted: Any, length: int) -> st.SearchStrategy[Any]:
    if wanted is Span:
        return _spans(length)
    if wanted is str:
        return words
    if wanted is bool:
        return st.booleans()
    if wanted is int:
        return st.integers(0, 99)
    if wanted is float:
        return st.floats(0, 1)
    if wanted is type(None):
        return st.none()
    if dataclasses.is_dataclass(wanted):
        return _made(typing.cast(type, wanted), length)
    origin, inner = get_origin(wanted), get_args(wanted)
    if origin is typing.Literal:
        return st.sampled_from(inner)
    if origin is tuple:
        return st.lists(_values(inner[0], length), max_size=3).map(tuple)
    return st.one_of(*(_values(option, length) for option in inner))


def _made(kind: type, length: int) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{f.name: _values(hints[f.name], length) for f in dataclasses.fields(kind)})


_PARTS: dict[str, type] = {
    "furniture": Furniture,
    "garbled": Garble,
    "people": Person,
    "encounters": Encounter,
    "attributions": Attribution,
    "commitments": Commitment,
    "mechanisms": Mechanism,
    "instruments": Instrument,
    "issues": Issue,
    "formulas": Formula,
}


@st.composite
def readings(draw: st.DrawFn) -> tuple[Dispatch, Reading]:
    text = draw(st.text(st.characters(), min_size=1, max_size=60))
    carried: dict[str, Any] = draw(
        st.fixed_dictionaries({name: st.none() | words for name in ("outlet", "title", "published", "language")})
    )
    dispatch = Dispatch(text, origin=draw(words), notes=tuple(draw(st.lists(words, max_size=2))), **carried)
    length = len(text)
    parts: dict[str, Any] = {
        name: draw(st.lists(_made(kind, length), max_size=2).map(tuple)) for name, kind in _PARTS.items()
    }
    reading = Reading(
        dispatch=dispatch.id,
        language=draw(st.none() | words),
        outlet=draw(st.none() | words),
        title=draw(st.none() | words),
        title_span=draw(st.none() | _spans(length)),
        dating=draw(_made(Dating, length)),
        desks=tuple(draw(st.lists(words, max_size=2))),
        desk_hash=draw(words),
        reader_version=draw(words),
        **parts,
    )
    return dispatch, reading
