"""When a dispatch was published: told by its carrier, by the page, by an agency's line, or worked out from its
words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dragoman.dates.calendar import Calendar
from dragoman.dates.calendar import calendar as calendar_of
from dragoman.dates.expression import Expression
from dragoman.dates.resolve import resolve
from dragoman.page.page import Page
from dragoman.readers.calendar import tense
from dragoman.readers.found import Found
from dragoman.readers.timing.bounds import work_out
from dragoman.readers.timing.stamps import Stamp, stamps
from dragoman.readers.timing.tenures import held
from dragoman.reading import Dating
from dragoman.span import Span
from dragoman.when import When

NEEDS = ()
YIELDS = ("dating",)

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_SOON = 2
"""Years after the newest thing told within which a story without a year is taken to be written."""
_TODAY = re.compile(r"\btoday\s*[,(]\s*(?:on\s+)?$")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:by\s+)?(?P<year>(?:19|20)\d\d)\b(?!\s*-)")


def read(page: Page, found: Found) -> Iterator[Dating]:
    """One dating, or none where nothing bounds the dispatch's day."""
    del found
    for attempt in (_carried, _stamped, _of_today, _lined, _announced, _worked):
        dating = attempt(page)
        if dating:
            yield dating
            return


def _carried(page: Page) -> Dating | None:
    """The carrier's own date: a page's head, a feed's field."""
    given = _ISO.match(page.dispatch.published or "")
    if not given:
        return None
    try:
        when = When.parse("-".join(part for part in given.groups() if part))
    except ValueError:
        return None
    return Dating(published=str(when), rule="carrier")


def _stamped(page: Page) -> Dating | None:
    found = stamps(page)
    if not found:
        return None
    best = found[0]
    if best.rank >= 7 and len(found) > 1:
        best = min(found, key=lambda s: (s.rank, -s.when.first.toordinal()))
    if best.other:
        return _ambiguous(page, best, found)
    return Dating(published=str(best.when), because=(best.span,), rule=best.rule)


def _ambiguous(page: Page, best: Stamp, found: list[Stamp]) -> Dating:
    """A date in figures whose day and month may be either: what the rest of the page agrees with, else both."""
    assert best.other is not None
    readings = [best.when, best.other]
    calendar = calendar_of(page.text, Dating())
    votes = [0, 0]
    for e in calendar.all:
        if e.span.overlaps(best.span) or e.kind != "date" or e.first[1] is None:
            continue
        for n, when in enumerate(readings):
            told = resolve(e, when, "past")
            if told and e.first[2] and -1 <= (when.first - told.first).days <= 3:
                votes[n] += 1
    for sentence in list(page.prose)[:4]:
        for e in calendar.within(sentence.span):
            if e.kind == "weekday" and not e.unit and tense(sentence, e.span) == "past":
                for n, when in enumerate(readings):
                    votes[n] += when.first.weekday() == e.weekday
    del found
    if votes[0] != votes[1]:
        return Dating(published=str(readings[votes[1] > votes[0]]), because=(best.span,), rule=best.rule)
    year = str(When.year(best.when.first.year))
    return Dating(
        published=year, candidates=tuple(sorted(str(r) for r in readings)), because=(best.span,), rule=best.rule
    )


def _lined(page: Page) -> Dating | None:
    """An agency's line gives the day and seldom the year: a copyright line or the newest date that the text tells
    gives that."""
    line = next((d.dated for d in page.datelines if d.dated), None)
    if line is None:
        return None
    calendar = calendar_of(page.text, Dating())
    dated = next(iter(calendar.within(line)), None)
    if dated is None or dated.kind != "date" or dated.first[1] is None or dated.first[2] is None:
        return None
    owned = _COPYRIGHT.search(page.low)
    if owned:
        when = resolve(dated, When.year(int(owned["year"])), None)
        full = When.parse(f"{owned['year']}-{dated.first[1]:02}" + (f"-{dated.first[2]:02}" if dated.first[2] else ""))
        return Dating(
            published=str(when or full), because=(line, Span(owned.start("year"), owned.end("year"))), rule="dateline"
        )
    near = [
        (told, e)
        for e in calendar.all
        if e.absolute and (told := resolve(e, None)) and told.precision == "day" and e.first[2] is not None
    ]
    for told, e in near:
        when = resolve(dated, told, None)
        if when and abs((when.first - told.first).days) <= 7:
            return Dating(published=str(when), because=(line, e.span), rule="dateline")
    return _of_year(page, calendar, dated, line) or _by_weekday(page, calendar, dated, line)


def _of_year(page: Page, calendar: Calendar, dated: Expression, line: Span) -> Dating | None:
    """The year after the newest thing that the text tells of in which the dateline's day falls on the weekday of the news, or the day
    after; None where no year or more than one of the next two does."""
    told = [(when, e) for e in calendar.all if e.absolute and (when := resolve(e, None)) and _is_past(page, e)]
    news = _news_weekday(page, calendar)
    if not told or news is None or news.weekday is None:
        return None
    newest, grounds = max(told, key=lambda pair: pair[0].first)
    if grounds.first[1] is None:
        return None  # a bare year or decade is history and says nothing of how new the story is
    fitting = []
    for year in range(newest.first.year, newest.first.year + _SOON + 1):
        try:
            day = When.parse(f"{year:04}-{dated.first[1]:02}-{dated.first[2]:02}")
        except ValueError:
            continue
        if newest.first <= day.first and (day.first.weekday() - news.weekday) % 7 <= 1:
            fitting.append(day)
    if len(fitting) != 1:
        return None
    return Dating(published=str(fitting[0]), because=(line, news.said, grounds.said), rule="dateline")


def _plain(expression: Expression) -> bool:
    return (
        expression.kind == "weekday" and not expression.unit and not expression.nth and expression.last_weekday is None
    )


def _is_past(page: Page, expression: Expression) -> bool:
    sentence = page.sentence_at(expression.span.start)
    return sentence is not None and tense(sentence, expression.span) == "past"


def _by_weekday(page: Page, calendar: Calendar, dated: Expression, line: Span) -> Dating | None:
    """The years in which the dateline's day and the story's weekday agree, within what the text's dates and tenures
    allow, or soon before a plan that it names with its month and year."""
    worked = work_out(page, calendar, list(held(page)))
    planned = _planned(page, calendar)
    grounds = list(worked.because)
    first = When.parse(worked.earliest).first if worked.earliest else None
    last = When.parse(worked.latest).last if worked.latest else None
    if planned and (last is None or planned[0].last <= last):
        last = planned[0].last
        grounds.append(planned[1].said)
        if first is None or first.year < last.year - _SOON:
            first = date(last.year - _SOON, 1, 1)
    if first is None or last is None:
        return Dating(because=(line,), rule="dateline") if worked.rule is None else worked
    news = _news_weekday(page, calendar)
    days, agreed = [], []
    for year in range(first.year, min(last.year, first.year + 30) + 1):
        try:
            day = When.parse(f"{year:04}-{dated.first[1]:02}-{dated.first[2]:02}")
        except ValueError:
            continue
        if first <= day.first <= last:
            days.append(day)
            if news and (day.first.weekday() - (news.weekday or 0)) % 7 <= 1:
                agreed.append(day)
    if news and agreed and len(agreed) < len(days):
        days = agreed
        grounds.append(news.said)
    if len(days) == 1:
        return Dating(published=str(days[0]), because=tuple(dict.fromkeys((line, *grounds))), rule="dateline")
    return Dating(
        candidates=tuple(str(d) for d in days) if 1 < len(days) <= 6 else (),
        earliest=worked.earliest,
        latest=worked.latest,
        because=tuple(dict.fromkeys((line, *grounds))),
        rule="dateline",
    )


def _planned(page: Page, calendar: Calendar) -> tuple[When, Expression] | None:
    """The nearest plan that the text names with its month and year: it is written before it, and not years before."""
    ahead = []
    for e in calendar.all:
        sentence = page.sentence_at(e.span.start) if e.absolute and e.first[1] is not None else None
        when = resolve(e, None) if sentence and not page.quoted(e.span) else None
        if sentence and when and (tense(sentence, e.span) == "future" or e.bound in ("by", "before")):
            ahead.append((when, e))
    return min(ahead, key=lambda pair: pair[0].last) if ahead else None


def _news_weekday(page: Page, calendar: Calendar) -> Expression | None:
    """The weekday on which the first sentences say the news was."""
    lead = (e for s in list(page.prose)[:4] for e in calendar.within(s.span))
    return next((e for e in lead if _plain(e) and _is_past(page, e)), None)


def _of_today(page: Page) -> Dating | None:
    """A text that calls a day in full "today"."""
    calendar = calendar_of(page.text, Dating())
    for sentence in list(page.prose)[:3]:
        for e in calendar.within(sentence.span):
            if (
                e.absolute
                and e.first[2]
                and e.last is None
                and _TODAY.search(page.low, sentence.span.start, e.span.start)
            ):
                when = resolve(e, None)
                if when:
                    return Dating(published=str(when), because=(e.span,), rule="today")
    return None


def _announced(page: Page) -> Dating | None:
    """A story of an agency that dates its news in full by weekday and day: "the ministry said on Wednesday, 12 March
    2014"."""
    if not page.datelines:
        return None
    calendar = calendar_of(page.text, Dating())
    for sentence in list(page.prose)[:2]:
        for e in calendar.within(sentence.span):
            if not (e.absolute and e.first[2] and e.weekday is not None and e.last is None):
                continue
            inside = sentence.within(e.span)
            if inside and any(
                t.lemma in ("say", "announce", "tell", "report", "state") for t in sentence.ancestors(inside[0])
            ):
                when = resolve(e, None)
                if when:
                    return Dating(published=str(when), because=(e.said,), rule="announced")
    return None


def _worked(page: Page) -> Dating | None:
    dating = work_out(page, calendar_of(page.text, Dating()), list(held(page)))
    return dating if dating.rule else None
