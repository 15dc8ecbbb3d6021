"""When a promise falls due."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta

from dragoman.dates.calendar import Calendar
from dragoman.dates.expression import Expression
from dragoman.dates.fiscal import fiscal
from dragoman.dates.resolve import shifted
from dragoman.dates.words import NUMBER, NUMBERS, number
from dragoman.desk.schema import FiscalYear
from dragoman.page.page import Sentence, Token
from dragoman.span import Span
from dragoman.when import When

_LENGTH = re.compile(r"\b(\w+)[- ]days?[- ](?:[\w-]+ ){0,3}(?:visit|trip|tour|stay)\b")
_IN_TIME = re.compile(
    rf"\bin\s+(?:about\s+)?(?P<n>(?i:{NUMBER}))\s+(?P<unit>day|week|month|year)s?\b(?!'|\s+(?:of|time|ago)\b)"
)
"""A time counted from the day of the dispatch, which with a verb that looks ahead is no length: "will open in two weeks"."""
_LINE = re.compile(r"\s*(?:\([\w .&/]{2,20}\)\s*)?(?:--?|\u2013|\u2014)\s")
"""What ends an agency's line, behind its date."""
_BESIDE = re.compile(r"\b(?:sidelines?|margins?|occasion|time|course)\s+$", re.I)
"""Words before "of" and a gathering with its date, at which the deed is done: "on the sidelines of the October summit"."""
_PLANNED = frozenset(("plan", "schedule", "slate", "set", "expect", "fix", "due"))
"""Participles that look ahead: "a gathering planned for May"."""
_SETTING_OUT = frozenset(
    (
        "pay",
        "begin",
        "start",
        "make",
        "undertake",
        "arrive",
        "travel",
        "embark",
        "kick",
        "visit",
        "go",
        "come",
        "conduct",
        "fly",
        "leave",
        "depart",
        "set",
    )
)


@dataclass(frozen=True, slots=True)
class Due:
    """`when` None with `open` where the text leaves the time open in so many words; both unset where it says
    nothing."""

    when: When | None = None
    said: Span | None = None
    open: bool = False


def due(
    calendar: Calendar,
    sentence: Sentence,
    deed: Token,
    evidence: Span,
    told: Span | None = None,
    budget: FiscalYear | None = None,
) -> Due:
    """`budget`: the fiscal year of those bound, None where they have none in common. The first date in the evidence that lies ahead of the dispatch, a limit ("by …") before others; else what
    leaves the time open."""
    found: list[tuple[Expression, When]] = []
    for expression in calendar.within(evidence):
        if expression.kind in ("open", "vague") or _past(sentence, expression, deed):
            continue
        if (told is not None and told.covers(expression.span)) or _of(calendar, expression, deed):
            continue
        if expression.kind == "fiscal":
            when = fiscal(expression, budget.begins, budget.named, calendar.day) if budget else None
        else:
            when = calendar.when(expression, "future")
        if when is not None and expression.bound not in ("since", "after") and not _gone(calendar, when):
            found.append((expression, when))
    limits = [f for f in found if f[0].bound in ("by", "before", "until", "no later than", "not later than", "within")]
    nearest = sorted(found, key=lambda f: (not _governed(sentence, f[0], deed), not f[0].to_the_day))
    for expression, when in limits or nearest:
        return Due(_lasting(calendar, sentence, deed, when), expression.said)
    counted = _IN_TIME.search(calendar.text, max(evidence.start, told.end if told else 0), evidence.end)
    if counted and calendar.day is not None and calendar.day.precision == "day":
        day = shifted(calendar.day.first, counted["unit"].lower(), number(counted["n"]))
        short = counted["unit"].lower() in ("day", "week")
        return Due(When.day(day) if short else When.month(day.year, day.month), Span(*counted.span()))
    for expression in calendar.within(evidence):
        if expression.kind == "open":
            return Due(None, expression.said, True)
    return Due()


def _lasting(calendar: Calendar, sentence: Sentence, deed: Token, when: When) -> When:
    """From the first day to the last where the length of the visit that the deed begins is told: "will pay a two-day visit on Tuesday"."""
    length = _LENGTH.search(calendar.text, *_bounds(sentence.reach(deed)))
    if length is None or deed.lemma not in _SETTING_OUT or when.first != when.last:
        return when
    days = NUMBERS.get(length[1].lower(), 0) or int(length[1] if length[1].isdigit() else 0)
    return When(when.first, when.first + timedelta(max(0, days - 1)))


def _bounds(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _of(calendar: Calendar, expression: Expression, deed: Token) -> bool:
    """The date of a thing that is spoken of, not of the deed: "the understanding of September", "last year's
    figures"."""
    before = calendar.text[expression.said.start : expression.span.start].split()
    if expression.span.end < deed.start and _LINE.match(calendar.text, expression.span.end):
        return True
    if _BESIDE.search(calendar.text, max(0, expression.said.start - 16), expression.said.start):
        return False
    after = calendar.text[expression.span.end : expression.span.end + 2]
    return (bool(before) and before[0].lower() == "of") or after == "'s"


def _gone(calendar: Calendar, when: When) -> bool:
    day = calendar.day
    return day is not None and when.last < day.first


def _governed(sentence: Sentence, expression: Expression, deed: Token) -> bool:
    """Said of the deed itself, with no other verb between: not "the meeting, put off twice this year"."""
    inside = sentence.within(expression.span)
    for token in (inside[0], *sentence.ancestors(inside[0])) if inside else ():
        if token.i == deed.i:
            return True
        if token.pos == "VERB":
            return False
    return False


def _past(sentence: Sentence, expression: Expression, deed: Token) -> bool:
    """In a clause of its own below the promise that speaks of what has been: "the Dialogue, which last met in June"."""
    inside = sentence.within(expression.span)
    if not inside:
        return False
    for token in (inside[0], *sentence.ancestors(inside[0])):
        if token.i == deed.i:
            return False
        if token.dep in ("relcl", "acl") and token.tag in ("VBD", "VBN") and token.pos in ("VERB", "AUX"):
            return token.lemma not in _PLANNED
    return False
