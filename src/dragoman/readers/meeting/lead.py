"""What the opening of a dispatch settles: which encounter it is about, its day, and who took part where the lead
names countries alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.dates.calendar import Calendar
from dragoman.dates.expression import Expression
from dragoman.page.page import Page
from dragoman.readers.meeting.beside import beside
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.conferences import RULE as CONFERENCE
from dragoman.readers.meeting.discussing import RULE as DISCUSSED
from dragoman.readers.meeting.draft import Actor, Draft
from dragoman.readers.meeting.holder import holder
from dragoman.readers.meeting.lasting import prolonged
from dragoman.readers.meeting.merge import united
from dragoman.readers.meeting.opening import day, past, shared, told
from dragoman.span import Span
from dragoman.when import When

_TIED = re.compile(
    r"\b(?:before|after|during|following|prior to|ahead of) the (?:ceremony|meeting|talks|session|signing|visit|dialogue"
    r"|conference|reception|forum|call|summit)\b|\balso witnessed\b",
    re.I,
)
_ON_VISIT = re.compile(
    r"\b(?:during|on|in the course of) (?:his|her|their|the|this|that) (?:\w+ ){0,2}(?:visit|trip|tour|stay)\b", re.I
)
_BESIDE = re.compile(r"\b(?:during|before|ahead of|on the (?:sidelines|margins) of) (?!the end\b)", re.I)
"""What tells of a plan when it will be: beside another event."""
_DAY_LONG = re.compile(r"\b(?:one|1)[- ]day\b|\bday[- ](?:long|trip)\b", re.I)
_REACH = 90
_ACCEPTED = re.compile(r"\baccept(?:ed|s)? (?:the|an|this|that|his|her|their) (?:\w+ )?invitation\b", re.I)
_JOINT = re.compile(r"\bjoint\s+(?:\w+\s+)?(?:press|news|media)\b", re.I)
_ENVOYS = frozenset(
    ("ambassador", "envoy", "ministry", "embassy", "consul", "attaché", "attache", "charge", "chargé", "d'affaires")
)
_FOR = re.compile(r"\b(?:for|for the (?:years?|period))\s+(?:the\s+)?$", re.I)
_MONTHS = 62
_FAR = 12
"""Sentences of prose within which what is told without a day is of the day of the lead."""
_AFTER = 9
"""Sentences after a principal encounter in which its unnamed participants may be named."""


_FIGURE = re.compile(r"\d")
_GOING_ON = frozenset(("go", "continue", "proceed", "drag"))
"""Verbs by which talks under way are no new ones: "talks would go on"."""


def finish(page: Page, drafts: list[Draft], company: Company, days: Calendar) -> Iterator[Draft]:
    """The encounters to be entered, in the order of the text, with what the lead adds to them."""
    opening = told(page, drafts) or day(page, drafts, days) or shared(drafts, days)
    prose = {s.number: i for i, s in enumerate(page.prose)}
    kept: list[Draft] = []
    for draft in drafts:
        if draft.heading and _repeats(draft, drafts):
            continue
        if _domestic(draft, company) or _private(draft, drafts, company):
            continue
        if draft.change == "cancelled" and draft.dated and not _FIGURE.search(draft.dated.of(page.text)):
            draft.date = draft.dated = None  # the Monday of a plan called off may be past or to come
        if draft.rule == DISCUSSED and draft.status == "scheduled" and draft.date is None and not draft.place:
            continue
        goes_on = any(w.lemma in _GOING_ON for w in draft.words)
        if goes_on and draft.status != "held" and not (draft.people or draft.date or draft.place or draft.mechanism):
            continue
        kept.append(draft)
    beside(page, kept)
    _jointly(page, kept)
    for draft in kept:
        draft.date = prolonged(page.text, draft) or draft.date
        draft.actors = [holder(a, company) for a in draft.actors]
        _states(draft, kept, company)
        if (
            draft.date is None
            and draft.status == "held"
            and (draft.report or draft.principal or _one_day(page, draft))
            and opening is not None
            and (draft.kind != "visit" or _one_day(page, draft))
            and (draft.rule != CONFERENCE or draft.principal)
            and not (draft.kind in ("meeting", "call") and _of_days(opening[0]))
            and not (_perfect(page, draft) or _spoken_of(draft) or _during(page, draft, kept))
        ):
            near = prose.get(draft.sentence, 99 if not draft.heading else 0)
            if (near < _FAR or _tied(page, draft)) and not draft.recalled and not _dates(page, draft, days):
                draft.date, draft.dated = opening
        if draft.change == "postponed" and draft.date is None:
            draft.status = "proposed"
        _within(draft, kept)
        if draft.status == "scheduled" and draft.kind in ("meeting", "forum") and _timeless(draft, days):
            draft.status = "scheduled" if _travelling(draft, kept) else "proposed"
        if (
            draft.kind == "visit"
            and draft.date is None
            and _ACCEPTED.search(page.text, draft.evidence.start, draft.evidence.end)
        ):
            draft.status = "proposed"
        current = (draft.principal and not _long_past(draft, days)) or (
            not draft.recalled and (draft.date is not None and opening is not None and draft.date == opening[0])
        )
        if draft.kind in ("meeting", "forum", "signing") and current and draft.status == "held":
            _named(page, draft, company)
    for draft in kept:
        if draft.kind == "visit" and draft.date is None and draft.status == "held":
            _month(draft, kept)
        if draft.kind == "visit" and draft.date is None and draft.status == "held" and _under_way(page, draft):
            own = days.day
            draft.date = When.month(own.first.year, own.first.month) if own and own.precision == "day" else None
        if (
            draft.date is None
            and draft.rule == "encounters.posted"
            and days.day is not None
            and days.day.precision == "day"
        ):
            draft.date = When.month(days.day.first.year, days.day.first.month)  # a post tells what was done of late
        titled = draft.kind == "address" and draft.heading and draft.principal and not _spoken_of(draft)
        if draft.date is None and titled and draft.status == "held" and days.day and days.day.precision == "day":
            draft.date = days.day  # a transcript is of its own day
        if draft.date is None and draft.now and draft.status == "held" and not draft.heading and not draft.recalled:
            draft.date = days.day if days.day is not None and days.day.precision == "day" else None
    yield from sorted((d for d in kept if d.actors), key=lambda d: (d.evidence, d.cue))


def _perfect(page: Page, draft: Draft) -> bool:
    """Whether a sentence after the opening tells what has happened at some time: "has met members of many councils"."""
    sentence = page.sentences[draft.sentence]
    verbs = [w for w in draft.words if w.tag == "VBN"]
    have = any(c.low in ("has", "have", "'ve") and c.dep == "aux" for w in verbs for c in sentence.children(w))
    return have and sentence.number not in [s.number for s in page.prose][:3]


def _of_days(when: When) -> bool:
    """Whether a date is of several days told to the day, on one of which people met: a visit's."""
    return when.precision == "interval"


def _one_day(page: Page, draft: Draft) -> bool:
    """Whether a visit is of one day, on which then falls what the lead reports."""
    return (
        draft.kind == "visit" and _DAY_LONG.search(page.text, max(0, draft.cue.start - 30), draft.cue.end) is not None
    )


def _spoken_of(draft: Draft) -> bool:
    """Whether a headline says something of a speech rather than being its title: "Minister's remarks draw protest"."""
    return draft.kind == "address" and draft.heading and draft.words[0].dep[:5] == "nsubj"


def _during(page: Page, draft: Draft, kept: list[Draft]) -> bool:
    """Whether a sentence leaves open on which day of a visit they met: "During her visit from 3 to 6 May she met X"; not of a visit of one day."""
    if draft.principal or not _ON_VISIT.search(page.text, draft.evidence.start, draft.evidence.end):
        return False
    stays = [d.date for d in kept if d.kind == "visit" and d.date is not None and d.people & draft.people]
    return not any(stay.precision == "day" for stay in stays)


def _long_past(draft: Draft, days: Calendar) -> bool:
    """Whether an encounter lies months before the dispatch, so that those whom the dispatch names need not have been there."""
    return draft.date is not None and days.day is not None and (days.day.first - draft.date.last).days > _MONTHS


def _domestic(draft: Draft, company: Company) -> bool:
    """Whether a meeting beside what the dispatch is about has only people and bodies of one country."""
    homes = {a.country for a in draft.actors} | set(draft.other)
    if draft.kind == "meeting" and len(homes) == 1 and draft.people and _opposed(draft, company):
        return True
    if draft.kind != "meeting" or draft.principal or len(draft.actors) < 2 or len(company.sides) < 2:
        return False
    return len(homes) == 1 and None not in homes and draft.mechanism is None


def _private(draft: Draft, drafts: list[Draft], company: Company) -> bool:
    """Whether nobody travels but people who hold no office and are told to meet no one."""
    kinds = {p.name: p.kind for p in company.people}
    if (
        draft.kind != "visit"
        or draft.rule == "encounters.posted"
        or not draft.people
        or any(kinds.get(a.name, "official") == "official" for a in draft.actors)
    ):
        return False
    return not any(d.kind in ("meeting", "call", "forum") and d.people & draft.people for d in drafts)


def _opposed(draft: Draft, company: Company) -> bool:
    """Whether one of those who met leads a country's opposition."""
    titles = (o.title.lower() for p in company.people if p.name in draft.people for o in p.offices)
    return any("opposition" in title for title in titles)


def _timeless(draft: Draft, days: Calendar) -> bool:
    """Whether a plan has neither a time nor a place: no more than a proposal."""
    return (
        draft.date is None
        and draft.place is None
        and not draft.meal
        and not _BESIDE.search(days.text, draft.cue.end, min(draft.cue.end + _REACH, draft.evidence.end))
        and all(e.kind == "open" for e in days.within(draft.evidence))
    )


def _repeats(draft: Draft, drafts: list[Draft]) -> bool:
    """Whether a heading tells only what the prose tells better, or too little by itself."""
    if draft.kind == "address":
        return any(d.kind == "address" and d.principal and not d.heading for d in drafts)
    alone = not any(d.kind == draft.kind and not d.heading for d in drafts)
    if draft.status == "scheduled" and draft.kind == "visit":  # "Minister X to visit Norway next month"
        return not (alone and draft.people and draft.place and draft.date is not None)
    return draft.status != "held" or len(draft.people) < 2 or not alone


def _jointly(page: Page, kept: list[Draft]) -> None:
    """A joint press conference of which one speaker is told is given by those who met."""
    for draft in kept:
        near = page.text[max(0, draft.cue.start - 40) : draft.cue.end + 30]
        if draft.kind != "address" or not _JOINT.search(near):
            continue
        met = [
            d
            for d in kept
            if not d.recalled and d.kind == "meeting" and d.status == "held" and d.date and d.people == draft.people
        ]
        if draft.date is None and met and draft.status == "held":
            draft.date, draft.dated = met[0].date, met[0].dated
        if len(draft.people) != 1:
            continue
        for other in kept:
            with_whom = other.kind in ("meeting", "forum", "signing") and other.status == "held" and not other.recalled
            if with_whom and draft.people < other.people and len(other.people) == 2:
                draft.actors = united(draft.actors, [a for a in other.actors if a.kind == "person"])
                break


def _tied(page: Page, draft: Draft) -> bool:
    """Whether a sentence hangs its encounter on the one that the dispatch is about: "Before the ceremony …", "also
    witnessed"."""
    return bool(_TIED.search(page.text, draft.evidence.start, draft.evidence.end))


def _dates(page: Page, draft: Draft, days: Calendar) -> bool:
    """Whether the sentence names a date of the past that is not the encounter's, and not the years that a thing is for."""
    return any(
        e.kind in ("date", "frame")
        and past(page, e)
        and not _attributive(page, e)
        and not _FOR.search(page.text[draft.evidence.start : e.span.start])
        for e in days.within(draft.evidence)
    )


def _attributive(page: Page, expression: Expression) -> bool:
    """Whether a date only tells which thing is spoken of: "the Feb. 27 truce"."""
    sentence = page.sentence_at(expression.span.start)
    inside = sentence.within(expression.said) if sentence is not None else ()
    if sentence is None or not inside:
        return False
    top = next((t for t in inside if t.head not in {i.i for i in inside}), inside[0])
    thing = sentence.head(top)
    return (
        top.dep in ("compound", "nmod", "nummod", "amod")
        and thing is not None
        and thing.pos in ("NOUN", "PROPN")
        and thing.ent != "DATE"
        and thing.i > top.i
    )


def _states(draft: Draft, kept: list[Draft], company: Company) -> None:
    """Countries for an encounter whose participants the text does not name."""
    nobody = all(a.kind == "group" and a.country is None and not a.name[0].isupper() for a in draft.actors)
    if draft.rule == "encounters.bare" and nobody:
        draft.actors = []
    if draft.actors and all(a.kind == "state" for a in draft.actors) and draft.kind in ("meeting", "call"):
        draft.actors += [company.state(c) for c in draft.other if c not in draft.countries[: len(draft.actors)]]
    if draft.actors and (draft.rule == CONFERENCE or not (draft.mechanism and not draft.people and draft.other)):
        return
    if sum(a.kind == "state" for a in draft.actors) > 1:
        return  # "the Lake Union and Kenya held the third session"
    if draft.kind in ("visit", "address"):
        return
    before = [d.countries for d in kept if d.mechanism and d.mechanism == draft.mechanism and len(d.countries) > 1]
    codes = draft.other if len(draft.other) >= 2 else before[0] if before else company.sides[:2]
    if draft.rule == "encounters.bare" and len(codes) < 2:
        return  # "would hold another meeting": nobody says with whom
    if not draft.actors or (draft.mechanism and len(codes) > 1):
        draft.actors = [company.state(c) for c in codes]


def _named(page: Page, draft: Draft, company: Company) -> None:
    """The first official of each country that takes part and has nobody named, from the sentences that follow."""
    homes = {a.country for a in draft.actors if a.kind == "person"}
    if draft.rule in (CONFERENCE, "encounters.body"):
        return  # many are there: whoever else is named need not be
    if draft.kind == "forum" and draft.people and (None in homes or len(set(draft.other)) < 2):
        return  # whose parties the text does not tell
    if any(a.kind == "group" and _ENVOYS & set(a.name.lower().split()) for a in draft.actors):
        return  # an envoy or a ministry is not whoever else of the country is named
    if any(a.kind == "state" and a.country is None for a in draft.actors):
        return
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
            continue
        for span, n in company.mentioned(Span(page.sentences[draft.sentence].span.start, end)):
            person = company.people[n]
            current = [o for o in person.offices if o.tense not in ("former", "then")]
            if person.country == code and person.kind == "official" and current and not company.speaks(person) and span:
                found.append(company.actor(n))
                break
    if found and len(found) + len(homes) >= 2:
        draft.actors = united(draft.actors, found)


def _travelling(draft: Draft, kept: list[Draft]) -> bool:
    """Whether a plan is one for a journey told just before, which gives it a place and a time."""
    return any(
        v.kind == "visit"
        and v.status != "proposed"
        and v.people & draft.people
        and 0 <= draft.sentence - v.sentence <= 4
        for v in kept
    )


_NOW = re.compile(
    r"\b(?:is|are) (?:also )?(?:currently |presently |now )?(?:on (?:a|an|his|her|their)|visiting)\b|\b(?:is|are) (?:currently |presently |now )?in [A-Z]|\bcurrently (?:on|visiting)\b",
    re.I,
)


def _under_way(page: Page, draft: Draft) -> bool:
    """Whether a visit is told to go on as the dispatch is written."""
    if draft.recalled:
        return False
    near = page.text[max(draft.evidence.start, draft.cue.start - 60) : draft.cue.end + 16]
    return _NOW.search(near) is not None


def _within(draft: Draft, kept: list[Draft]) -> None:
    """A meeting planned in the next sentences after a planned visit of one of its people falls within that visit."""
    if draft.kind not in ("meeting", "signing") or draft.status != "scheduled" or draft.date is not None or draft.again:
        return
    for other in kept:
        near = 0 <= draft.sentence - other.sentence <= 4
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
