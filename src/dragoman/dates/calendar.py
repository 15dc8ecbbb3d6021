"""The dates of one page: where they stand and which days they mean, seen from the dispatch's own date."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import timedelta
from functools import lru_cache

from dragoman.dates.expression import Expression
from dragoman.dates.expressions import expressions
from dragoman.dates.resolve import Tense, agreed, resolve
from dragoman.reading import Dating
from dragoman.span import Span
from dragoman.when import When

_STOP = re.compile(r"[.?!][\"')\]]?\s+|\n\s*\n")
"""What ends a sentence."""
_NEAR = 400
"""Code points within which an expression such as "the same day" looks for the date that it is counted from."""

_LIST = 80
"""Code points within which a day shares the year that the next one names."""
_STAMPS = ("date-line", "update-stamp", "stamp", "heading", "document-number")
"""Rules of a dating that rests on what stands above or below the story."""
_SOON = 3
"""Days within which news of a dated event is written."""


class Calendar:
    """Immutable. `text` evened; `dating` the dispatch's own date, empty where it is not known; `dateline` where the
    agency's line stands whose date the story's weekdays are counted from."""

    def __init__(self, text: str, dating: Dating, dateline: Span | None = None) -> None:
        self.text, self.dating = text, dating
        self.all: tuple[Expression, ...] = _found(text)
        """Every expression of the text, in order."""
        self._starts = [e.span.start for e in self.all]
        self._references = _references(dating)
        self._stands = self._dateline(dateline)

    def within(self, span: Span) -> list[Expression]:
        """The expressions that lie in `span`, in order."""
        first = bisect_left(self._starts, span.start)
        return [e for e in self.all[first : bisect_left(self._starts, span.end)] if e.span.end <= span.end]

    def when(self, expression: Expression, tense: Tense | None = None) -> When | None:
        """The days it means, to the precision that the dispatch's date supports; None where it supports none. `tense`:
        whether what is dated lies before or after the dispatch; None where the words do not say ("in June" is then the
        nearest June)."""
        if expression.anchor:
            return self._anchored(expression, tense)
        references = self._references
        if self._stands and expression.to_the_day:
            references = (self._stands,)
        if not references:
            return resolve(expression, self._lent(expression), tense)
        whole = references[0] if len(references) == 1 else None
        return agreed([resolve(expression, r, tense) for r in references], whole)

    @property
    def day(self) -> When | None:
        """The day (or the days) on which the dispatch was written, as nearly as is known."""
        return self._stands or agreed(self._references)

    def _lent(self, expression: Expression) -> When | None:
        """For a day without its year the full date that its sentence names next, whose year it shares: "on 4 April and
        from 5 to 6 April 2016"."""
        if expression.kind != "date" or expression.absolute or None in expression.first[1:]:
            return None
        for other in self.within(Span(expression.span.end, min(len(self.text), expression.span.end + _LIST))):
            if _sentences_between(self.text, expression.span.end, other.span.start):
                return None
            if other.absolute and None not in other.first:
                return resolve(other, None)
        return None

    def _dateline(self, line: Span | None) -> When | None:
        """The dateline's day, where it lies within a week of the dispatch's own date."""
        for expression in self.within(line) if line else ():
            days = [resolve(expression, r) for r in self._references] or [resolve(expression, None)]
            day = agreed(days)
            if day and day.precision == "day" and all(abs((day.first - r.last).days) <= 7 for r in self._references):
                return day
        return None

    def _anchored(self, expression: Expression, tense: Tense | None) -> When | None:
        if expression.anchor == "ahead":
            rest = self.text[expression.span.end : expression.span.end + _NEAR]
            stop = min((at for at in (rest.find(". "), rest.find("\n\n")) if at >= 0), default=len(rest))
            ahead = self.within(Span(expression.span.end, expression.span.end + max(1, stop)))
            for other in reversed(ahead):
                found = None if other.anchor else self.when(other, tense)
                if found:
                    return resolve(expression, found, tense)
            return None
        before = self._before(expression)
        if before:
            return resolve(expression, before, tense)
        if expression.unit in ("month", "year") and expression.part in ("later", "earlier"):
            return agreed([resolve(expression, r, tense) for r in self._references]) if self._references else None
        return None

    def _before(self, expression: Expression) -> When | None:
        """The date that an anchored expression is counted from: one named before it in its sentence or in the one
        before that, else the first day that the text tells of, which its own date is not."""
        to_the_day = expression.unit == "day" or expression.kind == "weekday"
        near: list[Expression] = []
        for other in self.all:
            if other.span.end > expression.span.start:
                break
            near.append(other)
        for other in reversed(near):
            if (
                expression.span.start - other.span.end > _NEAR
                or _sentences_between(self.text, other.span.end, expression.span.start) > 1
            ):
                break
            found = self._told(other, to_the_day)
            if found:
                return found
        if to_the_day:
            told = [(o, f) for o in near if (f := self._told(o, True))]
            story = (f for o, f in told if not self._stamped(o))
            return next(story, told[0][1] if told else None)
        return None

    def _stamped(self, one: Expression) -> bool:
        """Whether a date is the stamp of the dispatch: on the line that dates it, or on a line of its own."""
        start = self.text.rfind("\n", 0, one.span.start) + 1
        end = self.text.find("\n", one.span.end)
        rest = self.text[start : one.span.start] + self.text[one.span.end : end if end >= 0 else len(self.text)]
        stamp = self.dating.because if self.dating.rule in _STAMPS else ()
        line = Span(start, max(start + 1, end if end >= 0 else len(self.text)))
        return any(line.overlaps(s) for s in stamp) or not any(c.isalpha() for c in rest)

    def _told(self, other: Expression, to_the_day: bool) -> When | None:
        if other.anchor == "ahead" or (to_the_day and not other.to_the_day):
            return None
        if self._stands and other.span.end and not to_the_day:
            return self.when(other, "past")
        return self.when(other, "past")


def _sentences_between(text: str, start: int, end: int) -> int:
    return sum(1 for _ in _STOP.finditer(text, start, end))


def _references(dating: Dating) -> tuple[When, ...]:
    if dating.candidates:
        return tuple(When.parse(c) for c in dating.candidates)
    published = When.parse(dating.published) if dating.published else None
    if published and published.precision == "day":
        return (published,)
    if dating.earliest and dating.latest:
        earliest, latest = When.parse(dating.earliest), When.parse(dating.latest)
        if (latest.last - earliest.first).days <= 62:
            return (When(earliest.first, latest.last),)
    if published is None and dating.rule == "event" and dating.earliest:
        day = When.parse(dating.earliest)
        return (When(day.first, day.last + timedelta(_SOON)),)
    return (published,) if published else ()


@lru_cache(maxsize=8)
def _found(text: str) -> tuple[Expression, ...]:
    return tuple(expressions(text))


@lru_cache(maxsize=8)
def calendar(text: str, dating: Dating, dateline: Span | None = None) -> Calendar:
    """The calendar of a page, made once."""
    return Calendar(text, dating, dateline)
