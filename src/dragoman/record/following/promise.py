"""What an undertaking promises, as far as its words and its dispatches tell: a session of a series, someone's visit, or
something done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

Row = dict[str, Any]
Thing = tuple[str, ...]
"""What one telling is about: its words by their beginnings, each once, in alphabetical order."""


class Piece(NamedTuple):
    """Characters of a dispatch: `text` stands from `start` to `end` (exclusive)."""

    dispatch: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Promise:
    """`parties`: the countries that it binds. `since`: the first day on which a dispatch tells of it. `due`: last day stated, None where none is. `mechanism`:
    the entry of the series of which a session is promised, with its `ordinal` if told. `people`: entries of those who
    are to go; `roles`: offices whose holders are to; `to`: countries to which. `meeting`: entries of those who are to meet
    again, not before the day `first` where a time is stated. `objects`: what its tellings are about,
    each once. `issues`: those of its tellings, where it is `seeking`: it promises to look for a settlement.
    `continuing`: no one event keeps it. `leans`: the encounters that may say of
    which series a session is promised, or who will meet. `plans`: the encounters that its own words announce, where they announce no deed besides."""

    entry: str
    parties: tuple[str, ...]
    since: str | None
    due: str | None
    tellings: tuple[Piece, ...]
    mechanism: str | None
    ordinal: int | None
    people: tuple[str, ...]
    roles: tuple[str, ...]
    to: tuple[str, ...]
    visit: bool
    meeting: tuple[str, ...]
    first: str | None
    objects: tuple[Thing, ...]
    issues: frozenset[str]
    continuing: bool
    seeking: bool
    leans: tuple[str, ...]
    plans: tuple[str, ...]

    @property
    def met(self) -> bool:
        """Whether an encounter keeps it, and no sentence can."""
        return bool(self.mechanism or self.meeting or (self.visit and (self.people or self.roles)))
