"""Dates at the precision that a text supports: a day, a month, a year, or an interval of these."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")


@dataclass(frozen=True, slots=True, order=True)
class When:
    """All days from `first` to `last`, both inclusive. Written as ISO 8601: `2024-12-05`, `2024-12`, `2018`, `2025-09/2025-11`."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"ends before it begins: {self.first}..{self.last}")

    @classmethod
    def day(cls, day: date) -> When:
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> When:
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def year(cls, year: int) -> When:
        return cls(date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def parse(cls, text: str) -> When:
        """From ISO 8601 (a day, month, year, or two of these with a slash). ValueError for anything else."""
        head, _, tail = text.partition("/")
        first = cls._part(head)
        return cls(first.first, cls._part(tail).last) if tail else first

    @classmethod
    def _part(cls, text: str) -> When:
        found = _PART.match(text)
        if not found:
            raise ValueError(f"not an ISO date: {text!r}")
        year, month, day = found.groups()
        if day:
            return cls.day(date(int(year), int(month), int(day)))
        return cls.month(int(year), int(month)) if month else cls.year(int(year))

    @property
    def precision(self) -> str:
        """`day`, `month`, `year` or `interval`."""
        if self.first == self.last:
            return "day"
        if self == When.month(self.first.year, self.first.month):
            return "month"
        return "year" if self == When.year(self.first.year) else "interval"

    @property
    def start(self) -> str:
        """ISO form of the beginning: the whole for a day, month or year."""
        return self._iso_ends()[0]

    @property
    def end(self) -> str | None:
        """ISO form of an interval's end; None for a day, month or year."""
        return self._iso_ends()[1]

    def _iso_ends(self) -> tuple[str, str | None]:
        first, last = self.first, self.last
        match self.precision:
            case "day":
                return first.isoformat(), None
            case "month":
                return f"{first:%Y-%m}", None
            case "year":
                return f"{first.year:04}", None
        whole_months = first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]
        if whole_months and first.month == 1 and last.month == 12:
            return f"{first.year:04}", f"{last.year:04}"
        if whole_months:
            return f"{first:%Y-%m}", f"{last:%Y-%m}"
        return first.isoformat(), last.isoformat()

    def __str__(self) -> str:
        start, end = self._iso_ends()
        return f"{start}/{end}" if end else start

    def meets(self, other: When) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def within(self, other: When) -> bool:
        return other.first <= self.first and self.last <= other.last

    def shifted(self, days: int) -> When:
        return When(self.first + timedelta(days), self.last + timedelta(days))
