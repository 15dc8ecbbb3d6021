"""What the first sentences report: on which day, and who met where they name no meeting."""

from __future__ import annotations

import re

from dragoman.dates.calendar import Calendar
from dragoman.dates.expression import Expression
from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.calendar import tense
from dragoman.readers.meeting.clause import status
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.discussing import RULE as DISCUSSED
from dragoman.readers.meeting.doing import subject
from dragoman.readers.meeting.draft import Actor, Draft, Reference
from dragoman.readers.meeting.linear import behind
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
        "confirm",
        "reaffirm",
        "reconfirm",
        "promise",
        "commit",
        "concur",
    ]
)
_BY_PHONE = re.compile(
    r"\b(?:tele)?phone (?:call|conversation|talks|discussion)|\bby (?:tele)?phone\b|\bover the phone\b", re.I
)
_SENT = frozenset(("message", "letter", "greeting", "congratulation", "note", "instrument", "gift", "condolence"))
"""What people exchange who do not meet."""
_ADJUNCTS = 9
"""Words of day and place that may stand between "agreed" and "with"."""
_KEY = re.compile(r"\W*(?:date|dated|published|posted|issued|released|updated)\s*:\W*", re.I)
_NEWS = 10
"""Days by which what a dispatch reports as news may lie before it."""


def told(page: Page, drafts: list[Draft]) -> tuple[When, Span] | None:
    """The day of the meeting that the lead itself dates: "25 September. X met yesterday …" """
    lead = [s.number for s in page.prose][:2]
    for draft in drafts:
        mine = draft.principal and draft.status == "held" and draft.sentence in lead and not draft.recalled
        if mine and draft.kind in ("meeting", "call", "forum") and draft.date is not None and draft.dated is not None:
            return (draft.date, draft.dated) if draft.date.first == draft.date.last else None
    return None


def taken_for_known(drafts: list[Draft], lost: list[Reference], company: Company) -> list[Draft]:
    """The meeting that a text takes for known ("after the meeting, X said") and tells nowhere: between its two officials,
    else between the two sides."""
    told_of = any(d.kind != "visit" and d.kind != "address" for d in drafts)
    takes = [r.draft for r in lost if r.kind == "meeting" and r.draft.status == "held" and not r.draft.change]
    takes = [d for d in takes if d.words[0].lemma != "summit"]  # at which many sit
    officials = [
        n for n, p in enumerate(company.people) if p.mentions and p.kind == "official" and not company.speaks(p)
    ]
    officials = officials or [n for n, p in enumerate(company.people) if p.mentions and p.kind == "other"]
    pair = [company.actor(n) for n in officials] if len(officials) == 2 else []
    one_country = len(pair) == 2 and pair[0].country == pair[1].country is not None
    if told_of or not takes or takes[0].heading or one_country or not (pair or len(company.sides) == 2):
        return []
    draft = takes[0]
    draft.actors, draft.rule, draft.confidence = pair, "encounters.bare", 0.5
    return [draft]


def day(page: Page, drafts: list[Draft], days: Calendar) -> tuple[When, Span] | None:
    """The day of what the first sentence reports: the first date there that names a day not after the dispatch's own."""
    written = days.day
    plans = {d.dated for d in drafts if d.dated and d.status != "held"}
    for sentence in list(page.prose)[:1]:
        for expression in days.within(sentence.span):
            found = days.when(expression, "past")
            if (
                found is None
                or not expression.to_the_day
                or found.precision == "year"
                or expression.bound in ("since", "until", "by")
                or not past(page, expression)
                or expression.span in plans
                or _stamp(page, expression)
                or _departure(sentence, expression)
            ):
                continue
            if written is None or (found.first <= written.last and (written.last - found.last).days <= _NEWS):
                return found, expression.span
    return None


def _departure(sentence: Sentence, expression: Expression) -> bool:
    """Whether a day is that on which someone left, before which lies what they did there: "left Oslo on Tuesday after wrapping up"."""
    inside = sentence.within(expression.said)
    above = next((t for t in sentence.ancestors(inside[0]) if t.pos == "VERB"), None) if inside else None
    return above is not None and above.tag in ("VBD", "VBZ") and above.lemma in ("leave", "depart", "return")


def _stamp(page: Page, expression: Expression) -> bool:
    """Whether a date stands in a line of a head, "date: 2016-03-09", which tells of the page and not of the news."""
    begin = page.text.rfind("\n", 0, expression.span.start) + 1
    return _KEY.fullmatch(page.text, begin, expression.span.start) is not None


def shared(drafts: list[Draft], days: Calendar) -> tuple[When, Span] | None:
    """The one day of all that a dispatch reports as news, where its sentences date what they tell to that day alone."""
    written = days.day
    if written is None or any(d.now for d in drafts):
        return None
    told_of = {
        d.date: d.dated
        for d in drafts
        if d.status == "held" and not d.recalled and d.date is not None and d.dated is not None and d.kind != "visit"
    }
    if len(told_of) != 1:
        return None
    when, said = next(iter(told_of.items()))
    news = when.first == when.last and when.first <= written.last and (written.last - when.first).days <= _NEWS
    return (when, said) if news else None


def past(page: Page, expression: Expression) -> bool:
    """Whether the words that govern a date do not speak of what is to come."""
    sentence = page.sentence_at(expression.span.start)
    return sentence is None or tense(sentence, expression.span) != "future"


def _beside(sentence: Sentence, verb: Token, company: Company) -> list[Actor]:
    """Who stands behind "with", wherever the parse has hung it: "agreed Friday in Oslo with X to …"."""
    lead = next((t for t in sentence.tokens[verb.i + 1 : verb.i + _ADJUNCTS] if t.low == "with"), None)
    if lead is None or any(t.low in ("to", "that") for t in sentence.tokens[verb.i : lead.i]):
        return []
    return behind(sentence, lead, company)


def fallback(page: Page, drafts: list[Draft], company: Company, days: Calendar) -> list[Draft]:
    """Where no encounter is told in the lead but people or countries of two sides do something together there, they met: people on
    any day, countries on one that the lead names."""
    lead = list(page.prose)[:1]
    if not lead or any(d.principal and not d.heading and d.rule != DISCUSSED for d in drafts):
        return []
    sentence = lead[0]
    opening = day(page, drafts, days)
    for token in sentence.tokens:
        if token.lemma not in _JOINT or token.pos != "VERB" or status(sentence, token, page.desk) != "held":
            continue
        if token.lemma == "exchange" and any(c.lemma in _SENT for c in sentence.children(token) if c.dep == "dobj"):
            continue
        doer = subject(sentence, token)
        actors = company.actors(sentence, doer) if doer is not None else []
        actors = list(dict.fromkeys([*actors, *_beside(sentence, token, company)]))
        people = [a for a in actors if a.kind == "person"]
        named = len(people) >= 2 and len({a.country or a.name for a in people}) >= 2
        dated = opening is not None and sentence.span.covers(opening[1])
        if not named and not (dated and sum(a.kind == "state" for a in actors) >= 2):
            continue
        known = [
            d for d in drafts if d.status == "held" and not d.recalled and set(d.people) == {a.name for a in people}
        ]
        if named and known:  # named as a meeting only further down: "It was the first meeting of the two since …"
            known[0].principal = True
            if known[0].rule == DISCUSSED:  # told first of all by what they agreed
                known[0].sentence, known[0].cue, known[0].evidence = sentence.number, token.span, sentence.span
                known[0].words, known[0].rule = [token], "encounters.lead"
            if dated and opening is not None and known[0].date is None:
                known[0].date, known[0].dated = opening
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
