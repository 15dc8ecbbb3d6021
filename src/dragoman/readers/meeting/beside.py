"""The day of what a text tells beside something dated: "in the afternoon", "days later", "on the occasion", in a place where one was that day."""

from __future__ import annotations

import re

from dragoman.page.page import Page
from dragoman.readers.meeting.draft import Draft

_THEN = re.compile(
    r"\b(?:on|at|during) (?:the|this|that) (?:same )?(?:occasion|event|meeting|session|summit|ceremony|talks)\b", re.I
)
_LATER = re.compile(
    r"\b(?:in the (?:same )?(?:morning|afternoon|evening)|at noon|later (?:that|in the) day|afterwards|the same (?:day|evening|afternoon))\b",
    re.I,
)
_SOON = re.compile(r"(?:a few |several |some )?(?:hours|days|weeks) (?:later|after that|afterwards)\b", re.I)


def beside(page: Page, kept: list[Draft]) -> None:
    """Gives drafts without a day that of their neighbour, where their words say so."""
    _same_day(page, kept)
    _there(page, kept)
    _soon(page, kept)
    _occasion(page, kept)


def _same_day(page: Page, kept: list[Draft]) -> None:
    """What happened "in the afternoon" or "later" happened on the day of what was told last."""
    for draft in kept:
        if draft.date is not None or draft.status != "held":
            continue
        if not _LATER.search(page.text, draft.evidence.start, draft.evidence.end):
            continue
        before = [d for d in kept if d.date is not None and d.status == "held" and d.evidence < draft.evidence]
        if before and before[-1].date is not None and before[-1].date.precision == "day" and not before[-1].recalled:
            draft.date, draft.dated = before[-1].date, before[-1].dated


def _there(page: Page, kept: list[Draft]) -> None:
    """What someone did in a place of which the text tells that they were there on one day was done on that day: "visited Kenya on 4 April …
    In Kenya she met"."""
    stays = [d for d in kept if d.kind == "visit" and d.status == "held" and d.place and d.date is not None]
    for draft in kept:
        if draft.date is not None or draft.status != "held" or draft.kind == "visit" or draft.recalled:
            continue
        said = draft.evidence.of(page.text)
        mine = [
            v
            for v in stays
            if v.people & draft.people and v.place and re.search(rf"\b[Ii]n {re.escape(v.place)}\b", said)
        ]
        if len(mine) == 1 and mine[0].date is not None and mine[0].date.precision == "day":
            draft.date, draft.dated = mine[0].date, mine[0].dated


def _soon(page: Page, kept: list[Draft]) -> None:
    """What happened "days later" than what is dated by its year alone is dated to that year as well."""
    for draft in kept:
        if draft.date is not None or draft.status != "held" or not _SOON.match(page.text, draft.evidence.start):
            continue
        before = [
            d for d in kept if d.status == "held" and d.evidence < draft.evidence and draft.sentence - d.sentence < 3
        ]
        if before and before[-1].date is not None and before[-1].date.precision == "year":
            draft.date, draft.dated = before[-1].date, before[-1].dated


def _occasion(page: Page, kept: list[Draft]) -> None:
    """What is planned "on the occasion" falls on the day of the plan told just before."""
    for at, draft in enumerate(kept):
        if draft.date is not None or draft.status != "scheduled" or draft.kind == "visit":
            continue
        if not _THEN.search(page.text, draft.evidence.start, draft.evidence.end):
            continue
        before = [d for d in kept[:at] if d.status == "scheduled" and d.date is not None]
        if before and draft.sentence - before[-1].sentence <= 3:
            draft.date, draft.dated = before[-1].date, before[-1].dated
