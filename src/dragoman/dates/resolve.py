"""From a date as worded to a date of the calendar, no more precise than the reference allows."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from dragoman.dates.expression import SEASONS, Expression, Part, Point
from dragoman.when import When

Tense = Literal["past", "future"]

_LIMITS = frozenset(("by", "before", "until", "till", "through", "no later than", "not later than"))
_EARLIEST, _LATEST = date(1, 1, 1), date(9999, 12, 31)


def resolve(expression: Expression, reference: When | None, tense: Tense | None = None) -> When | None:
    """The days that an expression means, seen from `reference`: the dispatch's own date, or for an expression with an
    anchor the date that it is counted from. `tense` says whether what is dated lies before or after it. A reference
    longer than a day gives what all its days agree on: the day, else the month or the year that holds every answer,
    else None. None too where the expression leaves its time open.

    A weekday or a day counted from a reference known to the month is given to that month.
    """
    if expression.kind in ("open", "vague", "fiscal"):
        return None
    if expression.absolute:
        return _dated(expression, None, tense)
    if reference is None:
        return None
    return agreed(
        [_dated(expression, day, tense) for day in _days(reference)],
        reference if expression.to_the_day or expression.unit == "week" else None,
    )


def agreed(answers: Iterable[When | None], reference: When | None = None) -> When | None:
    """What several answers have in common: themselves where all are equal, else their month, else their year, else
    None. A `reference` of a month or more stands for answers that spill over its edge."""
    listed = list(answers)
    known = [a for a in listed if a is not None]
    if not known or len(known) < len(listed):
        return None
    first, last = min(a.first for a in known), max(a.last for a in known)
    if all(a == known[0] for a in known):
        return known[0]
    if first.year == last.year:
        return (
            When.month(first.year, first.month)
            if first.month == last.month
            else (reference if _month_of(reference, first, last) else When.year(first.year))
        )
    return reference if _month_of(reference, first, last) else None


def _month_of(reference: When | None, first: date, last: date) -> bool:
    return (
        reference is not None
        and reference.precision == "month"
        and (reference.first - first).days <= 14
        and (last - reference.last).days <= 14
    )


def _days(reference: When) -> list[date]:
    """The days of a reference; of one longer than two months its ends and the first of each month."""
    count = (reference.last - reference.first).days + 1
    if count <= 62:
        return [reference.first + timedelta(n) for n in range(count)]
    months = [date(y, m, 1) for y in range(reference.first.year, reference.last.year + 1) for m in range(1, 13)]
    return sorted({reference.first, reference.last, *(d for d in months if reference.first < d < reference.last)})[:500]


def _dated(expression: Expression, day: date | None, tense: Tense | None) -> When | None:
    try:
        if expression.kind == "weekday":
            return _weekday(expression, day, tense) if day else None
        if expression.kind == "frame":
            return _frame(expression, day) if day else None
        return _point(expression, day, tense)
    except (ValueError, OverflowError):
        return None


def _week(day: date) -> When:
    monday = day - timedelta(day.weekday())
    return When(monday, monday + timedelta(6))


def shifted(day: date, unit: str, count: int) -> date:
    """The day `count` units away; at the end of a shorter month its last day. OverflowError or ValueError beyond the
    calendar."""
    if unit in ("day", "week"):
        return day + timedelta(count * (7 if unit == "week" else 1))
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _frame(expression: Expression, day: date) -> When:
    unit, count, part = expression.unit or "day", expression.count, expression.part
    there = shifted(day, unit, count)
    if expression.loose:
        near, far = (day, there) if abs(count) else (day, day)
        if expression.loose == "less":
            return When(min(near, far), max(near, far))
        return When(there, _LATEST) if count > 0 else When(_EARLIEST, there)
    if expression.bound == "within":
        return When.day(there) if unit in ("day", "week") else When.month(there.year, there.month)
    if unit == "day":
        return When.day(there)
    if unit == "week":
        week = _week(there)
        if part == "weekend":
            return When(week.last - timedelta(1), week.last)
        if part == "later":
            return When(min(day + timedelta(1), week.last), week.last)
        if part == "earlier":
            return When(week.first, max(day - timedelta(1), week.first))
        return When.day(week.last) if part == "end" and expression.bound in _LIMITS else week
    whole = When.month(there.year, there.month) if unit == "month" else When.year(there.year)
    return _part(whole, part, expression.bound)


def _part(whole: When, part: Part | None, bound: str | None) -> When:
    """A part of a month or year. Early, middle and late leave it as it is: they are less than a boundary that could be
    entered."""
    year = whole.first.year
    if part == "end" and bound in _LIMITS:
        return When.day(whole.last)
    if part == "early" and bound == "before":
        return When.day(whole.first - timedelta(1))
    if part == "end" and whole.precision == "year":
        return When.month(year, 12)
    if part in ("q1", "q2", "q3", "q4"):
        return _months(year, int(part[1]) * 3 - 2, 3)
    if part in ("h1", "h2") and whole.precision == "year":
        return _months(year, 1 if part == "h1" else 7, 6)
    if part in ("h1", "h2") and whole.precision == "month":
        middle = whole.first.replace(day=15)
        return When(whole.first, middle) if part == "h1" else When(middle + timedelta(1), whole.last)
    if part in SEASONS:
        return _months(year, 3 + 3 * SEASONS.index(part), 3)
    return whole


def part_of_year(year: int, month: int, part: Part | None, bound: str | None) -> When:
    """The twelve months from `month` of `year` on, or the half, quarter or end of them that is named."""
    whole = _months(year, month, 12)
    if part == "end":
        return When.day(whole.last) if bound in _LIMITS else When.month(whole.last.year, whole.last.month)
    if part in ("h1", "h2", "q1", "q2", "q3", "q4"):
        length = 6 if part[0] == "h" else 3
        months = year * 12 + month - 1 + length * (int(part[1]) - 1)
        return _months(months // 12, months % 12 + 1, length)
    return whole


def _months(year: int, month: int, count: int) -> When:
    last = month + count - 1
    return When(date(year, month, 1), When.month(year + (last - 1) // 12, (last - 1) % 12 + 1).last)


def _weekday(expression: Expression, day: date, tense: Tense | None) -> When:
    wanted = expression.weekday or 0
    if expression.unit == "week":
        found = _week(shifted(day, "week", expression.count)).first + timedelta(wanted)
        if expression.count == 0 and expression.anchor is None:
            if tense == "past" and found > day:
                found -= timedelta(7)
            elif tense == "future" and found < day:
                found += timedelta(7)
        elif expression.count == -1 and (day - found).days > 9:
            found += timedelta(7)
    elif expression.nth or expression.anchor:
        back = (day.weekday() - wanted) % 7
        if expression.nth > 0:
            found = day + timedelta((wanted - day.weekday()) % 7 or 7)
        else:
            found = day - timedelta(back if expression.nth == 0 else back or 7)
    elif tense == "future":
        found = day + timedelta((wanted - day.weekday()) % 7)
    else:
        found = day - timedelta((day.weekday() - wanted) % 7)
    if expression.last_weekday is None:
        return When.day(found)
    return When(found, found + timedelta((expression.last_weekday - wanted) % 7))


def _point(expression: Expression, day: date | None, tense: Tense | None) -> When | None:
    year = expression.first[0]
    if year is not None:
        return _in_year(expression, year)
    if day is None:
        return None
    if expression.unit == "year":
        return (
            _season_now(expression, day)
            if expression.part in SEASONS and expression.count == 0
            else _in_year(expression, day.year + expression.count)
        )
    if expression.unit == "month":
        there = shifted(day.replace(day=1), "month", expression.count)
        return _in_month(expression, there.year, there.month)
    if expression.first[1] is None and expression.first[2] is not None:
        months = [shifted(day.replace(day=1), "month", n) for n in (-1, 0, 1)]
        return _nearest([_in_month(expression, m.year, m.month) for m in months], expression, day, tense)
    return _nearest([_in_year(expression, day.year + n) for n in (-2, -1, 0, 1, 2)], expression, day, tense)


def _season_now(expression: Expression, day: date) -> When | None:
    """ "This winter" is the one that the day lies in or stands before: December belongs to the winter of its own
    year."""
    if expression.part == "winter" and day.month <= 2:
        return _in_year(expression, day.year - 1)
    return _in_year(expression, day.year)


def _nearest(answers: Iterable[When | None], expression: Expression, day: date, tense: Tense | None) -> When | None:
    """The occurrence that tense and `nth` ask for, else the one nearest to the day. Where a day of the week is named ("Friday, 15
    November") the years in which it agrees stand before the others, and "next" only says that it lies ahead."""
    known = [a for a in answers if a is not None]
    named = [a for a in known if expression.weekday is not None and a.first.weekday() == expression.weekday]
    if named:
        return min(named, key=lambda a: abs((a.first - day).days))
    if expression.nth < 0:
        known = (
            [a for a in known if a.last < day.replace(day=1)]
            if expression.part is None
            else [a for a in known if a.last < day]
        )
        return max(known, default=None)
    if expression.nth > 0:
        return min((a for a in known if a.first > day), default=None)
    if tense == "past":
        return max((a for a in known if a.first <= day), default=None)
    if tense == "future":
        return min((a for a in known if a.last >= day), default=None)
    return min(known, key=lambda a: max((a.first - day).days, (day - a.last).days, 0), default=None)


def _in_year(expression: Expression, year: int) -> When | None:
    first = _whole((year, *expression.first[1:]))
    if expression.part and (
        expression.first[1] is not None or expression.part in (*SEASONS, "q1", "q2", "q3", "q4", "h1", "h2", "end")
    ):
        first = _part(first, expression.part, expression.bound)
    if expression.last is None:
        return first
    last_year = expression.last[0] or year
    if expression.last[0] is None and expression.last[1:] < expression.first[1:]:
        last_year += 1
    last = _whole((last_year, *expression.last[1:]))
    return When(first.first, last.last)


def _in_month(expression: Expression, year: int, month: int) -> When | None:
    try:
        first = date(year, month, expression.first[2] or 1)
        if expression.last is None:
            return When.day(first)
        last = date(year, month, expression.last[2] or 1)
    except ValueError:
        return None
    return When(first, last) if first <= last else When(first, shifted(last, "month", 1))


def _whole(point: Point) -> When:
    year, month, day = point
    if year is None:
        raise ValueError("a point without a year")
    if month is None:
        return When.year(year)
    return When.month(year, month) if day is None else When.day(date(year, month, day))
