"""One date as a text words it, before anything is known of the day on which it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.span import Span

Kind = Literal["date", "weekday", "frame", "open", "vague", "fiscal"]
Unit = Literal["day", "week", "month", "year"]
Part = Literal[
    "early", "mid", "late", "end", "earlier", "later", "rest", "weekend",
    "q1", "q2", "q3", "q4", "h1", "h2", "spring", "summer", "autumn", "winter",
]  # fmt: skip
Point = tuple[int | None, int | None, int | None]
"""Year, month, day; None for what is not said."""

SEASONS: tuple[Part, ...] = ("spring", "summer", "autumn", "winter")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A date as worded. `span` without, `said` with the preposition before it.

    `kind`: `date` (a point or range of the calendar, or a part of a year), `weekday`, `frame` (a day, week, month or
    year counted from another), `open` (the time is left open in so many words), `vague` ("in the coming weeks"),
    `fiscal` (a year that depends on the country). `first`, `last`: the point, or both ends of a range. `weekday`,
    `last_weekday`: 0 is Monday. `unit`, `count`: the day, week, month or year that holds it, counted from the
    reference ("next year" is year, 1). `nth`: the occurrence before (-1) or after (1) the reference ("last November").
    `anchor`: counted not from the dispatch's date but from a date named before it ("back") or after it ("ahead").
    `loose`: `less` or `more` than the count. `bound`: the preposition that makes it a limit ("by", "since", …), or
    None. `other`: the second reading of a date in figures whose day and month may be either.
    """

    span: Span
    said: Span
    kind: Kind
    first: Point = (None, None, None)
    last: Point | None = None
    weekday: int | None = None
    last_weekday: int | None = None
    unit: Unit | None = None
    count: int = 0
    nth: int = 0
    part: Part | None = None
    bound: str | None = None
    anchor: Literal["back", "ahead"] | None = None
    loose: Literal["less", "more"] | None = None
    other: Point | None = None

    @property
    def absolute(self) -> bool:
        """Whether it needs no reference."""
        return self.kind == "date" and self.first[0] is not None

    @property
    def to_the_day(self) -> bool:
        """Whether it names a day (or days) rather than something longer."""
        if self.kind == "weekday":
            return True
        if self.kind == "date":
            return self.first[2] is not None
        return self.kind == "frame" and self.unit == "day" and self.loose is None
