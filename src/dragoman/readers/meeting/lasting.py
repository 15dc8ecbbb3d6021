"""The whole of an encounter of several days, from the one day that the text gives."""

from __future__ import annotations

import re
from datetime import timedelta

from dragoman.dates.calendar import Calendar
from dragoman.page.page import Sentence, Token
from dragoman.readers.meeting.doing import verb_of
from dragoman.readers.meeting.draft import Draft
from dragoman.when import When

_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_DAYS = re.compile(r"\b(?P<n>two|three|four|five|six|seven|\d{1,2})[- ]days?\b", re.I)
_LONG = re.compile(
    r"\b(?:his|her|the|this|their)\s+(?P<n>two|three|four|five|six|seven|\d{1,2})-day\s+(?:\w+\s+){0,3}(?:visit|trip|tour|stay)\b",
    re.I,
)
_NEAR = 300
"""Code points behind a visit within which the number of its days is told."""
_STAY = re.compile(r"[\w\s-]{0,24}\b(?:visit|trip|tour|stay)\b", re.I)
_ENDING = frozenset(("close", "end", "conclude", "wrap", "finish", "leave", "depart", "return"))
_SETTING_OUT = frozenset(("leave", "depart"))
_BEGINNING = frozenset(("begin", "open", "start", "arrive", "kick", "launch"))


def lasting(sentence: Sentence, draft: Draft, when: When, calendar: Calendar) -> When:
    """The whole of an encounter of several days of which the text gives the first or the last: "closed the two-day
    talks"."""
    if when.precision != "day" or draft.kind in ("address", "signing", "call"):
        return when
    cue = min(w.start for w in draft.words)
    match = _DAYS.search(calendar.text, max(sentence.span.start, cue - 40), min(sentence.span.end, cue + 120))
    if match is None or (draft.kind != "visit" and _STAY.match(calendar.text, match.end())):
        return when
    number = _number(match["n"])
    if not 2 <= number <= 14:
        return when
    near = calendar.text[max(sentence.span.start, match.start() - 90) : match.start()].lower()
    own = {t.lemma for w in draft.words if (t := verb_of(sentence, w)) is not None}
    if own & _SETTING_OUT and any(_outward(sentence, w) for w in draft.words):
        return When(when.first, when.last + timedelta(number - 1))
    verbs = own if own & (_ENDING | _BEGINNING) else {t.lemma for t in sentence.tokens if t.pos == "VERB"}
    if re.search(r"\b(?:end|close|conclusion) of\s+(?:the\s+)?$", near) or verbs & _ENDING:
        return When(when.first - timedelta(number - 1), when.last)
    if verbs & _BEGINNING:
        return When(when.first, when.last + timedelta(number - 1))
    return when


def prolonged(text: str, draft: Draft) -> When | None:
    """The whole of a visit of which one sentence gives the first or last day and one of the next two the number of days: "left Oslo on
    Tuesday … During her three-day visit". None where they do not say."""
    when, verbs = draft.date, {w.lemma for w in draft.words}
    if (
        when is None
        or when.precision != "day"
        or draft.kind != "visit"
        or not verbs & (_ENDING - _SETTING_OUT | _BEGINNING)
    ):
        return None
    match = _LONG.search(text, draft.evidence.end, draft.evidence.end + _NEAR)
    number = _number(match["n"]) if match else 0
    if not 2 <= number <= 14:
        return None
    last = timedelta(number - 1)
    return When(when.first - last, when.last) if verbs & _ENDING else When(when.first, when.last + last)


def _number(said: str) -> int:
    return _NUMBERS.get(said.lower()) or (int(said) if said.isdigit() else 0)


def _outward(sentence: Sentence, word: Token) -> bool:
    """Whether one leaves for a stay and not after it: "left for Oslo on Monday", "left on a two-day visit"."""
    verb = verb_of(sentence, word)
    leads = sentence.children(verb) if verb is not None and verb.lemma in _SETTING_OUT else ()
    return any(c.low in ("for", "on") and c.dep == "prep" and _destined(sentence, c) for c in leads)


def _destined(sentence: Sentence, lead: Token) -> bool:
    return any(c.dep == "pobj" and c.ent not in ("DATE", "TIME") for c in sentence.children(lead))
