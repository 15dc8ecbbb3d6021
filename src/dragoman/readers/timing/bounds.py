"""Working out the day of a text that does not give it: what its weekdays, its events and its plans allow.

Each sign says of which days the text can be, and where it says so. A day that every sign allows is a candidate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.dates.calendar import Calendar
from dragoman.dates.expression import Expression
from dragoman.dates.resolve import resolve
from dragoman.page.page import Page
from dragoman.readers.calendar import tense
from dragoman.readers.timing.tenures import common
from dragoman.reading import Dating
from dragoman.span import Span
from dragoman.when import When

_PART_DAYS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "end": (21, 31), None: (1, 31)}
_MOST = 6
"""More candidates than this say no more than their bounds."""
_ANNIVERSARY = re.compile(r"\b(\d{1,3})(?:st|nd|rd|th) anniversary of\b")
_LONGEST = 400
"""Days between bounds above which nothing narrower is looked for."""
_YEARS, _WEEK_LONG = 5, timedelta(6)
"""Years from the newest thing told in which a weekday settles the year; days before a day on which a text calls it by its weekday."""
_WEEK = 5
"""Days after a weekday on which a text still calls it by its bare name."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Days on which the text may have been written, from `first` to `last`; None: no bound there."""

    first: date | None
    last: date | None
    span: Span


def signs(page: Page, calendar: Calendar) -> Iterator[Sign]:
    """Every bound that a date in the text sets."""
    yield from _anniversaries(page, calendar)
    for expression in calendar.all:
        sentence = page.sentence_at(expression.span.start)
        if sentence is None:
            continue
        time = tense(sentence, expression.span)
        if expression.absolute:
            yield from _absolute(page, expression, resolve(expression, None), time)
        elif expression.anchor == "ahead" and expression.loose == "less" and expression.count > 0:
            yield from _soon_after(page, calendar, expression)


def _anniversaries(page: Page, calendar: Calendar) -> Iterator[Sign]:
    """ "Next year's 30th anniversary of the uprising in 1975": the text is of 2004."""
    for sentence in page.prose:
        here = calendar.within(sentence.span)
        for told in _ANNIVERSARY.finditer(page.low, sentence.span.start, sentence.span.end):
            year = next((e for e in here if e.kind == "frame" and e.unit == "year" and -1 <= e.count <= 1), None)
            base = next((e for e in here if e.absolute and e.span.start >= told.end()), None)
            if year and base and not year.anchor and not base.last and base.first[0] is not None:
                written = When.year(base.first[0] + int(told[1]) - year.count)
                yield Sign(written.first, written.last, Span(told.start(), base.span.end))


def _absolute(page: Page, expression: Expression, when: When | None, time: str | None) -> Iterator[Sign]:
    """What is told of a day or month with its year. A month past that is called by its year is not the text's own: in it one
    would write "this month"."""
    if (
        when is None
        or expression.bound in ("by", "before", "until", "till", "within")
        or expression.part in ("h1", "h2")
    ):
        return
    if time == "past":
        whole = expression.first[1] is not None and when.precision == "month" and not expression.part
        yield Sign(when.last + timedelta(1) if whole else when.first, None, expression.said)
    elif time == "future" and not page.quoted(expression.span):
        yield Sign(None, when.last, expression.said)


def _soon_after(page: Page, calendar: Calendar, expression: Expression) -> Iterator[Sign]:
    """ "Less than a month after the talks in March": before the end of that month and one month more."""
    stop = page.text.find(". ", expression.span.end)
    ahead = calendar.within(Span(expression.span.end, stop if stop > 0 else len(page.text)))
    for other in ahead:
        when = resolve(other, None) if other.absolute else None
        if when:
            latest = resolve(expression, When.day(when.last), None)
            yield Sign(when.first, latest.last if latest else None, expression.said)
            return


def _later(page: Page, calendar: Calendar) -> Iterator[tuple[Expression, Span]]:
    """Months without a year that lie ahead of the text: "will visit in mid-January"."""
    for expression in calendar.all:
        if (
            expression.kind != "date"
            or expression.absolute
            or expression.first[1] is None
            or expression.unit
            or expression.nth
        ):
            continue
        sentence = page.sentence_at(expression.span.start)
        if sentence and tense(sentence, expression.span) == "future" and not page.quoted(expression.span):
            yield expression, expression.said


def _days_of(expression: Expression, year: int) -> tuple[date, date]:
    _, month, day = expression.first
    assert month is not None
    first, last = (day, day) if day else _PART_DAYS.get(expression.part, (1, 31))
    whole = When.month(year, month)
    return date(year, month, min(first, whole.last.day)), date(year, month, min(last, whole.last.day))


def work_out(page: Page, calendar: Calendar, tenures: Sequence[tuple[tuple[When, ...], Span]]) -> Dating:
    """The dating that the text's own words allow; empty where they allow none."""
    found = list(signs(page, calendar))
    exact = _counted(page, calendar)
    if exact:
        day, grounds = exact
        week = When(day, day + timedelta(_WEEK))
        return Dating(
            published=_month_of(week),
            earliest=week.first.isoformat(),
            latest=week.last.isoformat(),
            because=grounds,
            rule="counted-from",
        )
    first = max((s.first for s in found if s.first), default=None)
    last = min((s.last for s in found if s.last and (first is None or s.last >= first)), default=None)
    because = [s.span for s in found if s.first == first or s.last == last]
    fixed = _by_day_and_weekday(page, calendar, first, last, because)
    if fixed:
        return fixed
    told = _narrowed(page, calendar, first, last, because) if first and last else Dating()
    if told.published or told.candidates:
        return told
    event = _news_day(page, calendar)
    if event and (first is None or event[0] >= first) and (last is None or event[0] <= last):
        lead = _lead_weekday(page, calendar)
        week = When(event[0], event[0] + timedelta(_WEEK))
        if lead and lead.weekday == event[0].weekday() and (last is None or week.last <= last):
            return Dating(
                published=_month_of(week),
                earliest=week.first.isoformat(),
                latest=week.last.isoformat(),
                because=_unique([event[1], lead.said, *because]),
                rule="event",
            )
        latest = last.isoformat() if last else None
        return Dating(earliest=event[0].isoformat(), latest=latest, because=_unique([event[1], *because]), rule="event")
    return told if told.rule else _by_office(first, last, because, tenures)


def _by_day_and_weekday(
    page: Page, calendar: Calendar, first: date | None, last: date | None, because: list[Span]
) -> Dating | None:
    """A day without its year beside its weekday ("will arrive on Friday (May 5)") gives the one year, of those soon after the newest thing
    told to the month, in which the two agree; the text is of the week before it, or of the days after it where it is past."""
    newest = next((e for e in calendar.all if e.absolute and e.first[1] and e.said in because), None)
    if first is None or newest is None:
        return None
    for said, expression, weekday in _with_weekday(page, calendar):
        days = [_on(year, expression) for year in range(first.year, first.year + _YEARS)]
        days = [
            d for d in days if d and d >= first and d.weekday() == weekday and (last is None or d <= last + _WEEK_LONG)
        ]
        sentence = page.sentence_at(said.start)
        if len(days) != 1 or days[0] is None or sentence is None:
            continue
        day, grounds = days[0], [said, newest.said]
        if tense(sentence, said) == "past":
            return Dating(earliest=day.isoformat(), because=_unique(grounds), rule="event")
        lead = _lead_weekday(page, calendar)
        if lead is None or lead.weekday is None or lead.weekday == weekday:
            earliest = max(first, day - _WEEK_LONG)
            return Dating(
                earliest=earliest.isoformat(), latest=day.isoformat(), because=_unique(grounds), rule="weekday"
            )
        written = day - timedelta((weekday - lead.weekday) % 7)
        if page.low.startswith("next ", expression.span.start):
            week = When(written - _WEEK_LONG - timedelta(1), day - timedelta(weekday + 1))
            return Dating(published=_month_of(week), earliest=week.first.isoformat(), latest=week.last.isoformat(),
                          because=_unique([lead.said, *grounds]), rule="weekday")  # fmt: skip
        return Dating(published=written.isoformat(), because=_unique([lead.said, *grounds]), rule="weekday")
    return None


def _with_weekday(page: Page, calendar: Calendar) -> Iterator[tuple[Span, Expression, int]]:
    for before, here in zip((None, *calendar.all), calendar.all, strict=False):
        if (
            here.kind != "date"
            or here.first[0] is not None
            or here.first[2] is None
            or here.last
            or page.quoted(here.span)
        ):
            continue
        if here.weekday is not None:
            yield here.said, here, here.weekday
        elif (
            before
            and before.kind == "weekday"
            and before.weekday is not None
            and not (before.unit or before.nth)
            and re.fullmatch(r",? ?\(?", page.text[before.span.end : here.span.start])
        ):
            yield Span(before.said.start, here.span.end), here, before.weekday


def _on(year: int, expression: Expression) -> date | None:
    _, month, day = expression.first
    try:
        return date(year, month or 1, day or 1)
    except ValueError:
        return None


def _news_day(page: Page, calendar: Calendar) -> tuple[date, Span] | None:
    """The day in full on which the first sentences' news took place: the text was written on it or soon after; within the week where it
    still calls that day by its weekday."""
    for sentence in list(page.prose)[:2]:
        here = calendar.within(sentence.span)
        for expression in here:
            if any(e.anchor == "ahead" and e.span.end <= expression.span.start for e in here):
                return None  # what another day is counted from is no news
            when = resolve(expression, None) if expression.absolute and not expression.bound else None
            if when and expression.first[2] and (when.last - when.first).days <= 7:
                if tense(sentence, expression.span) != "future" and not page.quoted(expression.span):
                    return when.last, expression.said
                return None
    return None


def _by_office(
    first: date | None, last: date | None, because: list[Span], tenures: Sequence[tuple[tuple[When, ...], Span]]
) -> Dating:
    """Bounds set by who holds which office, within what the text's dates allow."""
    terms = [When(max(t.first, first or t.first), min(t.last, last or t.last)) for t in common(t for t, _ in tenures)
             if (first is None or t.last >= first) and (last is None or t.first <= last)]  # fmt: skip
    if not terms:
        return Dating()
    earliest, latest = terms[0].first, terms[-1].last
    grounds = [s for s in because if earliest == first or latest == last] + [
        span for held, span in tenures if any(t.first == earliest or t.last == latest for t in held)
    ]
    return Dating(
        earliest=earliest.isoformat(),
        latest=latest.isoformat() if latest.year < 9999 else None,
        because=_unique(grounds),
        rule="tenures",
    )


def _narrowed(page: Page, calendar: Calendar, first: date, last: date, because: list[Span]) -> Dating:
    if (last - first).days > _LONGEST:
        return Dating(earliest=first.isoformat(), latest=last.isoformat(), because=_unique(because), rule="worked-out")
    days = [first + timedelta(n) for n in range((last - first).days + 1)]
    months = {expression.first[1] for expression, _ in _later(page, calendar)}
    for expression, span in _later(page, calendar):
        years = range(days[0].year, days[-1].year + 2)
        ahead = [d for d in days if any(0 <= (_days_of(expression, y)[1] - d).days <= 60 for y in years)]
        if ahead and len(ahead) < len(days):
            days = ahead
            because.append(span)
    new_year = re.search(r"\bin the new year\b", page.low)
    if new_year:
        early = [d for d in days if d.month == 1]
        if early and len(months) <= 3:
            days = early
            because.append(Span(new_year.start(), new_year.end()))
    lead = _lead_weekday(page, calendar)
    if lead:
        same = [d for d in days if d.weekday() == lead.weekday]
        if same:
            days = same
            because.insert(0, lead.said)
    whole = When(days[0], days[-1])
    if lead and len(days) <= _MOST:
        month = _month_of(whole)
        return Dating(
            published=days[0].isoformat() if len(days) == 1 else month,
            candidates=tuple(d.isoformat() for d in days) if len(days) > 1 else (),
            earliest=None if month else whole.first.isoformat(),
            latest=None if month else whole.last.isoformat(),
            because=_unique(because),
            rule="worked-out",
        )
    return Dating(
        published=_month_of(whole),
        earliest=whole.first.isoformat(),
        latest=whole.last.isoformat(),
        because=_unique(because),
        rule="worked-out",
    )


def _month_of(when: When) -> str | None:
    month = When.month(when.first.year, when.first.month)
    return str(month) if when.within(month) else None


def _lead_weekday(page: Page, calendar: Calendar) -> Expression | None:
    """The weekday of the story's news: the first that it tells as past in its first sentences."""
    for sentence in list(page.prose)[:3]:
        for expression in calendar.within(sentence.span):
            if (
                expression.kind == "weekday"
                and not expression.unit
                and not expression.nth
                and expression.last_weekday is None
            ):
                return expression if tense(sentence, expression.span) != "future" else None
    return None


def _counted(page: Page, calendar: Calendar) -> tuple[date, tuple[Span, ...]] | None:
    """A weekday of the news that is counted from a date in full: "on Tuesday, three days after they signed it on 4
    March 2017"."""
    lead = _lead_weekday(page, calendar)
    if lead is None:
        return None
    sentence = page.sentence_at(lead.span.start)
    for expression in calendar.within(sentence.span) if sentence else ():
        if expression.anchor != "ahead" or expression.loose or expression.unit != "day":
            continue
        when = calendar.when(expression)
        if when and when.precision == "day" and when.first.weekday() == lead.weekday:
            base = (
                next(
                    (e for e in calendar.within(sentence.span) if e.absolute and e.span.start > expression.span.end),
                    None,
                )
                if sentence
                else None
            )
            spans = (lead.said, Span(expression.span.start, base.span.end) if base else expression.span)
            return when.first, spans
    return None


def _unique(spans: list[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))
