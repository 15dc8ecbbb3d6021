"""Years that begin when a country's budget does, to days of the calendar."""

from __future__ import annotations

from datetime import date
from typing import Literal

from dragoman.dates.expression import Expression
from dragoman.dates.resolve import part_of_year
from dragoman.when import When

Named = Literal["first", "last"]


def fiscal(expression: Expression, begins: int, named: Named | None, day: When | None) -> When | None:
    """The days that a fiscal expression means where the year begins with the month `begins` (1 to 12). A single year ("fiscal 2025")
    names the calendar year in which it begins or ends, as `named` says; None where the country's use is not known. "Next fiscal year" is
    counted from `day`; None where that is not known to lie in one fiscal year."""
    year, ends = expression.first[0], expression.last[0] if expression.last else None
    if ends is not None and year is not None:
        start: int | None = year if ends == year + 1 else None
    elif year is not None:
        start = year if begins == 1 or named == "first" else year - 1 if named == "last" else None
    else:
        start = _now(day, begins) if day is not None else None
        start = start + expression.count if start is not None else None
    return part_of_year(start, begins, expression.part, expression.bound) if start is not None else None


def _now(day: When, begins: int) -> int | None:
    def holding(one: date) -> int:
        return one.year if one.month >= begins else one.year - 1

    first, last = holding(day.first), holding(day.last)
    return first if first == last else None
