"""Budget years by when they begin and how they are named."""

from __future__ import annotations

import pytest

from dragoman.dates.calendar import Calendar
from dragoman.dates.fiscal import Named, fiscal
from dragoman.reading import Dating

FISCAL: list[tuple[str, int, Named | None, str | None]] = [
    # as worded on 9 February 2010, the month the year begins with, which year names it, what it means
    ("in fiscal 2011", 4, "first", "2011-04/2012-03"),
    ("in fiscal 2011", 10, "last", "2010-10/2011-09"),
    ("in fiscal 2011", 4, None, None),
    ("in fiscal 2011", 1, None, "2011"),
    ("in fiscal year 2011-12", 4, None, "2011-04/2012-03"),
    ("in FY2011/12", 7, "last", "2011-07/2012-06"),
    ("in the 2011/12 financial year", 7, "last", "2011-07/2012-06"),
    ("next fiscal year", 4, None, "2010-04/2011-03"),
    ("by the end of the fiscal year", 4, None, "2010-03-31"),
    ("in the first half of fiscal 2011", 10, "last", "2010-10/2011-03"),
    ("in the last quarter of fiscal 2011", 4, "first", "2012-01/2012-03"),
]


@pytest.mark.parametrize(("said", "begins", "named", "means"), FISCAL)
def test_fiscal(said: str, begins: int, named: Named | None, means: str | None) -> None:
    calendar = Calendar(f"They will pay {said}.", Dating(published="2010-02-09"))
    (expression,) = calendar.all
    when = fiscal(expression, begins, named, calendar.day)
    assert (str(when) if when else None) == means
