"""An encounter while it is being put together from the places that tell of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dragoman.page.page import Token
from dragoman.reading import EncounterKind, Slot, Status
from dragoman.span import Span
from dragoman.when import When

MEALS = frozenset(("dinner", "lunch", "luncheon", "breakfast", "banquet", "reception", "tea", "supper", "iftar"))
"""Nouns for a meal or reception: one that follows talks is another encounter than the talks."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who takes part. `kind`: person (one of the text's people), state (a country or union), or group (a body, or
    people whom the text does not name). `name` as the text writes it in full."""

    name: str
    kind: Literal["person", "state", "group"]
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Leaders:
    """Who leads a delegation: the words that name it, its country where known, the people, and where that is said."""

    words: frozenset[str]
    country: str | None
    people: tuple[Actor, ...]
    sentence: int


@dataclass(slots=True, kw_only=True)
class Draft:
    """One telling. `words`: the cue and the verbs and nouns that carry it; `again`: said to be another than the one
    before; `recalled`: told as background; `lent`: date and place may be taken from the telling it depends on,
    `dateless` no date of its sentence is its own; `report`: the sentence's own date of speaking may stand for it; `meal`: it
    is one; `now`: told in the present tense of a running report; `weekday`: that on which it was, 0 for Monday, where the
    dispatch's own day is not known."""

    kind: EncounterKind
    status: Status
    sentence: int
    cue: Span
    evidence: Span
    words: list[Token] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    other: list[str] = field(default_factory=list)
    date: When | None = None
    dated: Span | None = None
    place: str | None = None
    placed: Span | None = None
    mechanism: str | None = None
    ordinal: int | None = None
    change: Literal["cancelled", "postponed"] | None = None
    protocol: list[Slot] = field(default_factory=list)
    rule: str = "encounters.verb"
    confidence: float = 0.8
    heading: bool = False
    principal: bool = False
    again: bool = False
    recalled: bool = False
    loose: bool = False
    report: bool = False
    quoted: bool = False
    dateless: bool = False
    meal: bool = False
    now: bool = False
    weekday: int | None = None

    @property
    def people(self) -> set[str]:
        return {a.name for a in self.actors if a.kind == "person"}

    @property
    def countries(self) -> list[str]:
        return list(dict.fromkeys([*(a.country for a in self.actors if a.country), *self.other]))


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention that names no one by itself and takes up an encounter told before: "the talks", with who attended
    them."""

    kind: str
    draft: Draft
    attending: tuple[Actor, ...] = ()
