"""Dates at the precision that a text supports."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.when import When

days = st.dates(min_value=date(1800, 1, 1), max_value=date(2200, 12, 31))
whens = st.tuples(days, days).map(lambda pair: When(min(pair), max(pair)))


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("2024-12-05", date(2024, 12, 5), date(2024, 12, 5), "day"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2018", date(2018, 1, 1), date(2018, 12, 31), "year"),
        ("2025-09/2025-11", date(2025, 9, 1), date(2025, 11, 30), "interval"),
        ("2024-05-01/2024-05-03", date(2024, 5, 1), date(2024, 5, 3), "interval"),
        ("2019/2021", date(2019, 1, 1), date(2021, 12, 31), "interval"),
    ],
)
def test_written_and_read(text: str, first: date, last: date, precision: str) -> None:
    when = When.parse(text)
    assert (when.first, when.last, when.precision, str(when)) == (first, last, precision, text)


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        # an interval that is a whole month or year is written as one
        ("2024-02-01/2024-02-29", "2024-02"),
        ("2024-01/2024-12", "2024"),
        ("2024-05-01/2024-05-01", "2024-05-01"),
        # ends of two precisions are written as days or months, whichever both allow
        ("2024/2025-06", "2024-01/2025-06"),
        ("2024-03-04/2024-05", "2024-03-04/2024-05-31"),
    ],
)
def test_written_at_its_own_precision(text: str, shorter: str) -> None:
    assert str(When.parse(text)) == shorter


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "24-12-05",
        "2024-13",
        "2024-02-30",
        "2024-1-1",
        "2024-12-05T09:00",
        "2024-05/2024-04",
        "0000",
        "२०२४x",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        When.parse(text)


def test_start_and_end_are_told_apart_only_for_intervals() -> None:
    assert (When.parse("2024-05").start, When.parse("2024-05").end) == ("2024-05", None)
    assert (When.parse("2024-05/2024-06").start, When.parse("2024-05/2024-06").end) == ("2024-05", "2024-06")


@pytest.mark.parametrize(
    ("a", "b", "meets", "within"),
    [
        ("2024-05-31", "2024-05", True, True),
        ("2024-05", "2024-05-31", True, False),
        ("2024-05", "2024-06", False, False),
        ("2024-05/2024-06", "2024-06/2024-07", True, False),
    ],
)
def test_two_dates(a: str, b: str, meets: bool, within: bool) -> None:
    x, y = When.parse(a), When.parse(b)
    assert x.meets(y) is y.meets(x) is meets
    assert x.within(y) is within


def test_shifted_over_a_leap_day() -> None:
    assert str(When.parse("2024-02-28").shifted(2)) == "2024-03-01"


@given(whens)
def test_what_is_written_reads_as_the_same_days(when: When) -> None:
    assert When.parse(str(when)) == when


@given(whens, whens)
def test_whatever_lies_within_meets(a: When, b: When) -> None:
    assert not a.within(b) or a.meets(b)
