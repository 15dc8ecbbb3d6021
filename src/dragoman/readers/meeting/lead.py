"""What the opening of a dispatch settles: which encounter it is about, its day, and who took part where the lead
names countries alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.dates.calendar import Calendar
from dragoman.dates.expression import Expression
from dragoman.page.page import Page
from dragoman.readers.calendar import tense
from dragoman.readers.meeting.clause import status, subject
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.draft import Actor, Draft
from dragoman.readers.meeting.merge import united
from dragoman.reading import EncounterKind
from dragoman.span import Span
from dragoman.when import When

_JOINT = frozenset(
    [
        "agree",
        "fail",
        "announce",
        "exchange",
        "decide",
        "discuss",
        "resume",
        "reach",
        "pledge",
        "vow",
        "end",
        "close",
        "conclude",
        "approve",
        "settle",
        "launch",
        "begin",
        "sign",
        "unveil",
        "adopt",
        "review",
    ]
)
_TIED = re.compile(
    r"\b(?:before|after|during|following|prior to|ahead of) the (?:ceremony|meeting|talks|session|signing|visit|dialogue"
    r"|conference|reception|forum|call|summit)\b|\balso witnessed\b",
    re.I,
)
_THEN = re.compile(
    r"\b(?:on|at|during) (?:the|this|that) (?:same )?(?:occasion|event|meeting|session|summit|ceremony|talks)\b", re.I
)
_LATER = re.compile(
    r"\b(?:in the (?:same )?(?:morning|afternoon|evening)|at noon|later (?:that|in the) day|afterwards|the same (?:day|evening|afternoon))\b",
    re.I,
)
_BY_PHONE = re.compile(
    r"\b(?:tele)?phone (?:call|conversation|talks|discussion)|\bby (?:tele)?phone\b|\bover the phone\b", re.I
)
_NEWS = 10
"""Days by which what a dispatch reports as news may lie before it."""
_AFTER = 9
"""Sentences after a principal encounter in which its unnamed participants may be named."""


def day(page: Page, drafts: list[Draft], days: Calendar) -> tuple[When, Span] | None:
    """The day of what the first sentences report: the first date there that names a day not after the dispatch's
    own."""
    written = days.day
    plans = {d.dated for d in drafts if d.dated and d.status != "held"}
    for sentence in list(page.prose)[:2]:
        for expression in days.within(sentence.span):
            found = days.when(expression, "past")
            if (
                found is None
                or not expression.to_the_day
                or found.precision == "year"
                or expression.bound in ("since", "until", "by")
                or not _past(page, expression)
                or expression.span in plans
            ):
                continue
            if written is None or (found.first <= written.last and (written.last - found.last).days <= _NEWS):
                return found, expression.span
    return None


def _told(page: Page, drafts: list[Draft]) -> tuple[When, Span] | None:
    """The day of the meeting that the lead itself dates: "25 September. X met yesterday …" """
    lead = [s.number for s in page.prose][:2]
    for draft in drafts:
        mine = draft.principal and draft.status == "held" and draft.sentence in lead and not draft.recalled
        if mine and draft.kind in ("meeting", "call", "forum") and draft.date is not None and draft.dated is not None:
            return (draft.date, draft.dated) if draft.date.first == draft.date.last else None
    return None


def fallback(page: Page, drafts: list[Draft], company: Company, days: Calendar) -> list[Draft]:
    """Where no encounter is told in the lead but people or countries of two sides do something together there, they met: people on
    any day, countries on one that the lead names."""
    lead = list(page.prose)[:1]
    held = [d for d in drafts if d.principal and d.status == "held" and not d.heading]
    if not lead or held or any(d.principal and not d.heading for d in drafts):
        return []
    sentence = lead[0]
    opening = day(page, drafts, days)
    for token in sentence.tokens:
        if token.lemma not in _JOINT or token.pos != "VERB" or status(sentence, token, page.desk) != "held":
            continue
        doer = subject(sentence, token)
        actors = company.actors(sentence, doer) if doer is not None else []
        people = [a for a in actors if a.kind == "person"]
        named = len(people) >= 2 and len({a.country or a.name for a in people}) >= 2
        dated = opening is not None and sentence.span.covers(opening[1])
        if not named and not (dated and sum(a.kind == "state" for a in actors) >= 2):
            continue
        if named and any(
            set(d.people) == {a.name for a in people} for d in drafts if d.status == "held" and not d.recalled
        ):
            return []
        kind: EncounterKind = "call" if _BY_PHONE.search(page.text) and named else "meeting"
        return [
            Draft(
                kind=kind, status="held", sentence=sentence.number, cue=token.span, evidence=sentence.span, words=[token],
                actors=people if named else actors, date=opening[0] if opening and dated else None,
                dated=opening[1] if opening and dated else None, rule="encounters.lead", confidence=0.55, principal=True, report=True,
            )
        ]  # fmt: skip
    return []


def finish(page: Page, drafts: list[Draft], company: Company, days: Calendar) -> Iterator[Draft]:
    """The encounters to be entered, in the order of the text, with what the lead adds to them."""
    opening = _told(page, drafts) or day(page, drafts, days)
    prose = {s.number: i for i, s in enumerate(page.prose)}
    kept: list[Draft] = []
    for draft in drafts:
        if draft.change == "cancelled" or (draft.heading and _repeats(draft, drafts)):
            continue
        if _domestic(draft, company):
            continue
        kept.append(draft)
    _same_day(page, kept)
    _occasion(page, kept)
    for draft in kept:
        _states(draft, kept, company)
        if (
            draft.date is None
            and draft.status == "held"
            and (draft.report or draft.principal)
            and opening is not None
            and draft.kind != "visit"
        ):
            near = prose.get(draft.sentence, 99 if not draft.heading else 0)
            if (near < 8 or _tied(page, draft)) and not draft.recalled and not _dates(page, draft, days):
                draft.date, draft.dated = opening
        if draft.change == "postponed" and draft.date is None:
            draft.status = "proposed"
        if draft.status == "scheduled" and draft.kind == "meeting" and _timeless(draft, days):
            draft.status = "proposed"
        current = draft.principal or (
            not draft.recalled and (draft.date is not None and opening is not None and draft.date == opening[0])
        )
        if draft.kind in ("meeting", "forum", "signing") and current and draft.status == "held":
            _named(page, draft, company)
    for draft in kept:
        if draft.kind == "visit" and draft.date is None and draft.status == "held":
            _month(draft, kept)
        if draft.date is None and draft.now and draft.status == "held" and not draft.heading and not draft.recalled:
            draft.date = days.day if days.day is not None and days.day.precision == "day" else None
    for draft in kept:
        _within(draft, kept)
    yield from sorted((d for d in kept if d.actors), key=lambda d: (d.evidence, d.cue))


def _domestic(draft: Draft, company: Company) -> bool:
    """Whether a meeting beside what the dispatch is about has only people and bodies of one country."""
    homes = {a.country for a in draft.actors} | set(draft.other)
    if draft.kind != "meeting" or draft.principal or len(draft.actors) < 2 or len(company.sides) < 2:
        return False
    return len(homes) == 1 and None not in homes and draft.mechanism is None


def _timeless(draft: Draft, days: Calendar) -> bool:
    """Whether a plan has neither a time nor a place: no more than a proposal."""
    return (
        draft.date is None
        and draft.place is None
        and not draft.meal
        and all(e.kind == "open" for e in days.within(draft.evidence))
    )


def _repeats(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a heading tells only what the prose tells better, or too little by itself."""
    if draft.kind == "address":
        return any(d.kind == "address" and d.principal and not d.heading for d in drafts)
    alone = not any(d.kind == draft.kind and not d.heading for d in drafts)
    return draft.status != "held" or len(draft.people) < 2 or not alone


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


def _tied(page: Page, draft: Draft) -> bool:
    """Whether a sentence hangs its encounter on the one that the dispatch is about: "Before the ceremony …", "also
    witnessed"."""
    return bool(_TIED.search(page.text, draft.evidence.start, draft.evidence.end))


def _dates(page: Page, draft: Draft, days: Calendar) -> bool:
    """Whether the sentence names a date of the past that is not the encounter's."""
    return any(e.kind in ("date", "frame") and _past(page, e) for e in days.within(draft.evidence))


def _past(page: Page, expression: Expression) -> bool:
    """Whether the words that govern a date do not speak of what is to come."""
    sentence = page.sentence_at(expression.span.start)
    return sentence is None or tense(sentence, expression.span) != "future"


def _states(draft: Draft, kept: list[Draft], company: Company) -> None:
    """Countries for an encounter whose participants the text does not name."""
    if draft.rule == "encounters.bare" and all(a.kind == "group" and a.country is None for a in draft.actors):
        draft.actors = []
    if draft.actors and not (draft.mechanism and not draft.people and draft.other):
        return
    if draft.kind in ("visit", "address"):
        return
    before = [d.countries for d in kept if d.mechanism and d.mechanism == draft.mechanism and len(d.countries) > 1]
    codes = draft.other if len(draft.other) >= 2 else before[0] if before else company.sides[:2]
    if draft.mechanism or not draft.actors:
        draft.actors = [company.state(c) for c in codes]


def _named(page: Page, draft: Draft, company: Company) -> None:
    """The first official of each country that takes part and has nobody named, from the sentences that follow."""
    homes = {a.country for a in draft.actors if a.kind == "person"}
    wanted = [c for c in dict.fromkeys([*(a.country for a in draft.actors), *draft.other]) if c and c not in homes]
    found: list[Actor] = []
    end = page.sentences[min(len(page.sentences) - 1, draft.sentence + _AFTER)].span.end
    for code in wanted:
        led = [
            a
            for item in company.leaders
            if item.country == code and -12 <= item.sentence - draft.sentence <= 3
            for a in item.people
        ]
        if led:
            found += led
            draft.actors = [a for a in draft.actors if a.country != code or a.kind == "person"]
            continue
        for span, n in company.mentioned(Span(page.sentences[draft.sentence].span.start, end)):
            person = company.people[n]
            current = [o for o in person.offices if o.tense not in ("former", "then")]
            if person.country == code and person.kind == "official" and current and not company.speaks(person) and span:
                found.append(company.actor(n))
                break
    if found and len(found) + len(homes) >= 2:
        draft.actors = united(draft.actors, found)


def _within(draft: Draft, kept: list[Draft]) -> None:
    """A meeting planned in the next sentences after a planned visit of one of its people falls within that visit."""
    if draft.kind != "meeting" or draft.status != "scheduled" or draft.date is not None or draft.again:
        return
    for other in kept:
        near = 0 <= draft.sentence - other.sentence <= 2
        if (
            near
            and other.kind == "visit"
            and other.status == "scheduled"
            and other.people
            and other.people < draft.people
        ):
            draft.date, draft.dated = other.date, other.dated
            return


def _month(draft: Draft, kept: list[Draft]) -> None:
    """A visit told only in passing is dated to the month of the meeting that tells of it."""
    for other in kept:
        told = other.kind in ("meeting", "forum", "signing") and other.sentence == draft.sentence
        if not told or other.date is None or other.status != "held" or not other.people & draft.people:
            continue
        day = other.date
        draft.date = When.month(day.first.year, day.first.month) if day.precision == "day" else day
        draft.dated = other.dated
        if not draft.place:
            draft.place, draft.placed = other.place, other.placed
        return
