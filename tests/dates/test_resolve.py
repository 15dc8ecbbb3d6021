"""What a date means, seen from the dispatch's own."""

from __future__ import annotations

import pytest

from dragoman.dates.calendar import Calendar
from dragoman.dates.resolve import Tense
from dragoman.reading import Dating
from dragoman.span import Span

DAY = Dating(published="2010-02-09")
"""A Tuesday."""
CANDIDATES = Dating(published="2025-01", candidates=("2025-01-07", "2025-01-14"))
BOUNDS = Dating(published="2017-03", earliest="2017-03-07", latest="2017-03-12")
MONTH = Dating(published="2019-11")
NONE = Dating()

RESOLVED: list[tuple[str, Dating, Tense | None, str | None]] = [
    # the expression, the dispatch's date, tense, what it means
    ("on Monday", DAY, "past", "2010-02-08"),
    ("on Tuesday", DAY, "past", "2010-02-09"),
    ("on Friday", DAY, "future", "2010-02-12"),
    ("last Friday", DAY, None, "2010-02-05"),
    ("next Friday", DAY, None, "2010-02-19"),
    ("this Friday", DAY, "future", "2010-02-12"),
    ("on Thursday of next week", DAY, None, "2010-02-18"),
    ("from Thursday 11 to Tuesday 16 March", DAY, "future", "2010-03-11/2010-03-16"),
    ("from Monday to Wednesday", DAY, "future", "2010-02-15/2010-02-17"),
    ("yesterday", DAY, None, "2010-02-08"),
    ("on the 8th", DAY, "past", "2010-02-08"),
    ("on the 24th", DAY, "future", "2010-02-24"),
    ("from the 24th to the 26th", DAY, "future", "2010-02-24/2010-02-26"),
    ("from the 30th to the 2nd", DAY, "past", "2010-01-30/2010-02-02"),
    ("on 29 January", DAY, "past", "2010-01-29"),
    ("in September", DAY, "past", "2009-09"),
    ("in September", DAY, "future", "2010-09"),
    ("last November", DAY, None, "2009-11"),
    ("next February", DAY, None, "2011-02"),
    ("early last month", DAY, None, "2010-01"),
    ("next year", DAY, None, "2011"),
    ("from 1 March next year", DAY, None, "2011-03-01"),
    ("September of last year", DAY, None, "2009-09"),
    ("this autumn", DAY, None, "2010-09/2010-11"),
    ("this fall", DAY, None, "2010-09/2010-11"),
    ("last spring", DAY, None, "2009-03/2009-05"),
    ("this winter", DAY, None, "2009-12/2010-02"),
    ("in the first half of 2024", NONE, None, "2024-01/2024-06"),
    ("in the second quarter", DAY, "future", "2010-04/2010-06"),
    ("by the end of the year", DAY, "future", "2010-12-31"),
    ("within the year", DAY, "future", "2010"),
    ("within the month", DAY, "future", "2010-02"),
    ("on the fourth of June", DAY, "future", "2010-06-04"),
    ("on the twenty-first of June 2011", NONE, None, "2011-06-21"),
    ("next Friday, 15 November", MONTH, None, "2019-11-15"),  # "next" and the weekday agree on one year
    ("on Friday, 12 February", DAY, None, "2010-02-12"),
    ("before the end of June", DAY, "future", "2010-06-30"),
    ("by June", DAY, "future", "2010-06"),
    ("by the end of 2016", NONE, "future", "2016-12-31"),
    ("at the end of the year", DAY, "future", "2010-12"),
    ("in mid-February", DAY, None, "2010-02"),
    ("next week", DAY, None, "2010-02-15/2010-02-21"),
    ("later this week", DAY, None, "2010-02-10/2010-02-14"),
    ("next weekend", DAY, None, "2010-02-20/2010-02-21"),
    ("two months ago", DAY, None, "2009-12"),
    ("April 27-28", DAY, "future", "2010-04-27/2010-04-28"),
    ("from December 30 to January 2", Dating(published="2010-12-01"), "future", "2010-12-30/2011-01-02"),
    ("December 2024", NONE, None, "2024-12"),
    ("Reiwa 6", NONE, None, "2024"),
    ("in the sixth year of Reiwa", NONE, None, "2024"),
    ("on 5 May, Reiwa 6", NONE, None, "2024-05-05"),
    ("by the end of Reiwa 7", NONE, None, "2025-12-31"),
    ("in 2567 B.E.", NONE, None, "2024"),
    ("in Minguo 113", NONE, None, "2024"),
    ("in the second half of next month", DAY, None, "2010-03-16/2010-03-31"),
    ("on the sidelines of the October summit", DAY, "future", "2010-10"),
    ("by year's end", DAY, "future", "2010-12-31"),
    ("over the next month", DAY, "future", None),
    ("令和6年12月5日", NONE, None, "2024-12-05"),
    # a date known to the month or as candidates: no more precise than these allow
    ("on Tuesday", CANDIDATES, "past", "2025-01"),
    ("on Monday", CANDIDATES, "past", "2025-01"),
    ("later this week", CANDIDATES, "future", "2025-01"),
    ("this autumn", CANDIDATES, "future", "2025-09/2025-11"),
    ("on Monday", MONTH, "past", "2019-11"),
    ("last year", MONTH, None, "2018"),
    ("on Tuesday", BOUNDS, "past", "2017-03-07"),
    ("Thursday of next week", BOUNDS, "future", "2017-03-16"),
    # none: no reference, or no time said
    ("on Monday", NONE, "past", None),
    ("on November 25", NONE, "past", None),
    ("at an appropriate time", DAY, "future", None),
    ("in the coming weeks", DAY, "future", None),
    ("in fiscal 2025", DAY, "future", None),
    ("on 31 June", DAY, "future", None),
]


@pytest.mark.parametrize(("said", "dating", "tense", "means"), RESOLVED)
def test_resolved(said: str, dating: Dating, tense: Tense | None, means: str | None) -> None:
    calendar = Calendar(f"They met {said}.", dating)
    (expression,) = calendar.all
    when = calendar.when(expression, tense)
    assert (str(when) if when else None) == means


ANCHORED = [
    # text, dating, what the last expression means
    ("They met on Monday. Two days earlier he had written.", DAY, "2010-02-06"),
    ("He protested on Friday. She answered the same afternoon.", DAY, "2010-02-05"),
    ("He went there in 2018, and she came later in the year.", DAY, "2018"),
    ("They met on Tuesday, three days after the two signed the pact on 4 March 2017", BOUNDS, "2017-03-04"),
    ("It opened on 3 May 2009. The following day it closed.", DAY, "2009-05-04"),
]


@pytest.mark.parametrize(("text", "dating", "means"), ANCHORED)
def test_counted_from_another_date(text: str, dating: Dating, means: str) -> None:
    calendar = Calendar(text, dating)
    assert str(calendar.when(calendar.all[-1], "past")) == means


def test_counted_from_a_date_that_follows() -> None:
    calendar = Calendar("They met three days after the two signed the pact on 4 March 2017.", NONE)
    assert [str(calendar.when(e)) for e in calendar.all] == ["2017-03-07", "2017-03-04"]


def test_weekdays_are_counted_from_the_dateline() -> None:
    text = "BEIJING, Dec. 4 -- He said on Wednesday."
    calendar = Calendar(text, Dating(published="2024-12-05"), Span(9, 15))
    assert str(calendar.when(calendar.all[-1], "past")) == "2024-12-04"
