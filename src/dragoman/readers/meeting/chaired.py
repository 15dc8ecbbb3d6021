"""Those by whom a meeting told before was chaired, hosted or attended."""

from __future__ import annotations

import re

from dragoman.page.page import Page, Sentence
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.draft import Draft
from dragoman.readers.meeting.merge import united
from dragoman.span import Span

_CHAIRED = re.compile(
    r"(?:it|(?:the|this) (?:meeting|talks|session|dialogue|consultations|forum|reception|event|conference)\b[^.;]{0,60}?)"
    r"(?: (?:was|is|will be|were))? ?(?:\w+ly )?\b(?:co-)?(?:chaired|hosted|attended|led|moderated) by\b",
    re.I,
)

_CHAIRS = re.compile(
    r"\b(?:(?:were|was|are|is|served as|acted as) (?:its|the|the two) (?:co-)?chairs?\b(?! of\b)"
    r"|(?:co-)?chair(?:ed|ing)? (?:it|(?:the|this) (?:meeting|talks|session|dialogue|consultations|forum|event|conference))\b(?! (?:of|between|with)\b))",
    re.I,
)
"""Behind those who chaired the meeting told before: "X and Y were its chairs", "X chaired the talks"."""

_THERE = re.compile(
    r"(?:also )?(?:taking part|participating|attending|present|in attendance)\b[^.;]{0,80}?\b(?:is|are|was|were)\b",
    re.I,
)
"""Those who take part, named behind the verb: "Taking part in the session are X and Y"."""


_ALONG = re.compile(
    r"\b(?:was|is|were) (?:also )?accompanied (?:(?:on|during) (?:the|this|his|her) (?:visit|trip|tour|journey) )?by\b",
    re.I,
)


def along(page: Page, sentence: Sentence, drafts: list[Draft], company: Company) -> None:
    """Adds those by whom someone "was accompanied" to the visit told of that person last."""
    match = _ALONG.search(page.text, sentence.span.start, sentence.span.end)
    if match is None:
        return
    whom = [
        company.actor(n)
        for _, n in company.mentioned(Span(sentence.span.start, max(match.start(), sentence.span.start + 1)))
    ]
    more = [company.actor(n) for _, n in company.mentioned(Span(match.end(), sentence.span.end))]
    known = [d for d in drafts if d.kind == "visit" and d.status != "proposed" and whom and whom[-1] in d.actors]
    if known and 0 < len(more) < 3:  # more are a retinue
        known[-1].actors = united(known[-1].actors, more)


def retold(page: Page, sentence: Sentence, here: list[Draft], drafts: list[Draft]) -> bool:
    """Whether a sentence tells only who chaired the session told right before: "X and Y chaired the talks"."""
    chairs = _CHAIRS.search(page.text, sentence.span.start, sentence.span.end)
    if chairs is None or not here or any(d.rule != "encounters.linear" for d in here):
        return False
    before = [d for d in drafts if d.mechanism and not d.heading and d.sentence == sentence.number - 1]
    return bool(before) and before[-1].status == "held"


def chaired(page: Page, sentence: Sentence, drafts: list[Draft], company: Company) -> None:
    """Adds those by whom "the meeting" was or will be chaired, hosted or attended."""
    there = _THERE.match(page.text, sentence.span.start, sentence.span.end)
    match = there or _CHAIRED.match(page.text, sentence.span.start, sentence.span.end)
    chairs = None if match else _CHAIRS.search(page.text, sentence.span.start, sentence.span.end)
    match = match or chairs
    if match is None:
        return
    begin, end = (match.start() if there else match.end()), sentence.span.end
    if chairs:
        begin, end = sentence.span.start, chairs.start()
    present = [company.actor(n) for _, n in company.mentioned(Span(begin, max(begin + 1, end)))]
    coming = re.search(r"\b(?:will|is to|to be)\b", match[0]) is not None
    told = [d for d in drafts if d.kind in ("meeting", "forum", "call") and (d.status == "scheduled") == coming]
    if told and present:
        told[-1].actors = united(told[-1].actors, present)
