"""Which of a sentence's dates is that of an encounter."""

from __future__ import annotations

import re

from dragoman.dates.calendar import Calendar
from dragoman.dates.expression import Expression
from dragoman.page.page import Sentence, Token
from dragoman.readers.meeting.doing import verb_of
from dragoman.readers.meeting.draft import Draft
from dragoman.readers.meeting.hung import (
    PLANNED,
    after_it,
    amid,
    beginning,
    occasion,
    of_a_thing,
    running,
    subject_matter,
)
from dragoman.readers.meeting.lasting import lasting
from dragoman.reading import Slot
from dragoman.span import Span
from dragoman.when import When

_LINE = re.compile(r"\s*(?:\([A-Z][A-Z ,.'-]+\)|[-–—]+\s)")
"""What stands between the date of an agency's line and its story."""
_NEAR = 700
"""Code points before "the same day" in which the day that it takes up is looked for."""
_WAYS = frozenset(("arrive", "travel", "fly", "come", "go", "leave", "depart", "land", "head", "reach", "visit"))
"""Verbs of travel, whose day is that of the journey."""
_SAYING = frozenset(("say", "tell", "announce", "report", "state", "inform", "add"))
"""Verbs whose day is that of the announcement and not of what it moves."""
_SETTLED = frozenset(
    (
        "agree",
        "concur",
        "decide",
        "resolve",
        "consent",
        "pledge",
        "promise",
        "vow",
        "offer",
        "propose",
        "invite",
        "ask",
        "urge",
        "order",
        "instruct",
    )
)
"""Verbs by which a plan is made, whose day before the plan's "to" is not the plan's."""
_ARRANGED = frozenset(
    ("date", "detail", "agenda", "programme", "program", "venue", "preparation", "modality", "timing", "schedule")
)
_MONTH = 20
_LIMITS = frozenset(("since", "by", "before"))


def date(sentence: Sentence, draft: Draft, calendar: Calendar) -> None:
    """Gives a draft the date that its own words govern: on the cue, on the verb that carries it, or on the verb that it
    depends on as an adjunct; never that of a reporting verb above it."""
    if draft.dateless:
        return
    if draft.change is not None and draft.status != "held":
        _put_off(sentence, draft, calendar)
    best: tuple[float, int, Expression] | None = None
    for expression in calendar.within(sentence.span):
        limit = expression.bound in _LIMITS and not (draft.status == "scheduled" and _closing(expression))
        if (
            expression.kind in ("open", "vague")
            or limit
            or expression.said.of(calendar.text).lower().endswith("eve of")
        ):
            continue
        if draft.status in ("scheduled", "proposed") and _backward(expression):
            continue
        if expression.span.start <= sentence.span.start + 2 and _LINE.match(calendar.text, expression.span.end):
            continue
        score = _score(sentence, draft, expression)
        if score <= 0:
            continue
        distance = min(abs(expression.span.start - w.end) for w in draft.words) if draft.words else 0
        exact = expression.to_the_day
        if best is None or (score, exact, -distance) > (best[0], best[2].to_the_day, -best[1]):
            best = (score, distance, expression)
    if best is None:
        return
    when = _coming(sentence, draft, best[2], calendar) or _when(sentence, draft, best[2], calendar)
    if when is not None and draft.rule == "encounters.visiting":
        return
    if when is None and best[2].kind == "weekday" and not best[2].unit:
        draft.weekday = best[2].weekday
    if _closing(best[2]):
        when = _whole(when)
    when = _told_to(best[2], when, draft, calendar)
    if when is not None:
        draft.date, draft.dated = lasting(sentence, draft, when, calendar), best[2].span


def _put_off(sentence: Sentence, draft: Draft, calendar: Calendar) -> None:
    """Keeps the day for which an encounter was planned before it was put or called off: "which was to be held from 20 to 22 May"."""
    for expression in calendar.within(sentence.span):
        token = _head(sentence, expression)
        verb = next((t for t in sentence.ancestors(token) if t.pos in ("VERB", "AUX")), None) if token else None
        if verb is None or verb.i == draft.words[-1].i:
            continue
        to_be = any(c.low == "to" for c in sentence.children(verb)) or verb.lemma in PLANNED
        when = calendar.when(expression, None) if to_be else None
        if when is not None:
            draft.protocol.append(Slot("planned", str(when), expression.span))
            return


def _backward(expression: Expression) -> bool:
    """Whether a date is counted back, on which nothing can be planned: "yesterday", "the day before", "earlier this week"."""
    return expression.count < 0 or expression.nth < 0 or expression.part == "earlier"


def _closing(expression: Expression) -> bool:
    """Whether a limit is the end of a month or year, within which a plan then falls: "before the end of May"."""
    return expression.part == "end" and expression.bound in ("by", "before")


def _told_to(expression: Expression, when: When | None, draft: Draft, calendar: Calendar) -> When | None:
    """The month within which a week or the half of a month lies, which is all that "next week" says of the day. Of a week in two months
    that which has gone by or, for a plan, that which is left."""
    half = expression.part in ("h1", "h2") and when is not None and (when.last - when.first).days < _MONTH
    if when is None or not (half or (expression.unit == "week" and not expression.to_the_day)):
        return when
    own = calendar.day.first if calendar.day is not None and calendar.day.precision == "day" else None
    first, last = when.first, when.last
    if own is not None and first <= own <= last:
        first, last = (first, own) if draft.status == "held" else (own, last)
    return When.month(last.year, last.month) if (first.year, first.month) == (last.year, last.month) else when


def _whole(when: When | None) -> When | None:
    """The month or, for a year's end, the year of which a day is the last."""
    if when is None or when.precision != "day":
        return when
    day = when.last
    return When.year(day.year) if (day.month, day.day) == (12, 31) else When.month(day.year, day.month)


def _coming(sentence: Sentence, draft: Draft, expression: Expression, calendar: Calendar) -> When | None:
    """The day or month to come of what is told in the present tense: "leaves for Oslo on Friday", "the summit that Peru hosts in May"; the
    telling is then a plan."""
    verbs = [w for w in draft.words if w.pos in ("VERB", "AUX")] or _hosting(sentence, draft, expression)
    if draft.status != "held" or draft.heading or calendar.day is None or not verbs:
        return None
    helpers = {c.low for c in sentence.children(verbs[0]) if c.dep in ("aux", "auxpass")}
    going = verbs[0].tag == "VBG" and helpers and helpers <= {"is", "are", "'s", "'re"}
    if not going and (verbs[0].tag not in ("VBZ", "VBP", "NNS") or helpers):
        return None
    above = _head(sentence, expression)
    governor = next((t for t in sentence.ancestors(above) if t.pos in ("VERB", "AUX")), None) if above else None
    if governor is not None and governor.dep == "relcl" and governor.tag == "VBD":
        return None  # "is here on a visit that ended on Friday"
    past, future = (calendar.when(expression, way) for way in ("past", "future"))
    if future is None or future.precision == "year" or past == calendar.day:
        return None
    if future.first <= calendar.day.last:
        return None
    draft.status = "scheduled"
    return _when(sentence, draft, expression, calendar)


def _hosting(sentence: Sentence, draft: Draft, expression: Expression) -> list[Token]:
    """The verb of a relative clause of an encounter's noun, on which the date hangs; "hosts" may be tagged a noun."""
    token, own = _head(sentence, expression), {w.i for w in draft.words}
    above = sentence.ancestors(token) if token is not None else ()
    return [t for t in above if t.dep == "relcl" and t.head in own][:1]


def _when(sentence: Sentence, draft: Draft, expression: Expression, calendar: Calendar) -> When | None:
    if draft.status != "held" and _passed(sentence, draft, expression):
        return None
    found = calendar.when(expression, "past" if draft.status == "held" else "future")
    if found is None and expression.anchor == "back" and expression.unit == "day" and not expression.count:
        earlier = [e for e in calendar.all if e.span.end < expression.span.start and e.to_the_day and not e.anchor]
        near = [e for e in earlier if expression.span.start - e.span.end < _NEAR]
        found = calendar.when(near[-1], "past") if near else None
    others = [
        e for e in calendar.within(sentence.span) if e.span != expression.span and e.bound in ("until", "to", "through")
    ]
    if draft.kind == "visit" and found is not None and others and expression.bound is None:
        for other in others:
            end = calendar.when(other, "future")
            if end is not None and end.first > found.last and (end.last - found.first).days < 40:
                return When(found.first, end.last)
    return found


def _passed(sentence: Sentence, draft: Draft, expression: Expression) -> bool:
    """Whether a date belongs to what has happened and not to the plan beside it: "arrived on Tuesday for talks", "agreed in May to meet"."""
    token = _head(sentence, expression)
    verb = next((t for t in sentence.ancestors(token) if t.pos in ("VERB", "AUX")), None) if token else None
    if (
        verb is not None
        and verb.lemma in _SETTLED
        and verb.tag in ("VBD", "VBN")
        and verb.i not in {w.i for w in draft.words}
    ):
        to = next((t for t in sentence.tokens[verb.i :] if t.low == "to" and t.dep == "aux"), None)
        return to is not None and verb.start < expression.span.start < to.start < draft.words[0].start
    made = next((t for t in sentence.ancestors(draft.words[0]) if t.lemma in _SETTLED and t.pos == "VERB"), None)
    if made is not None and expression.span.end <= made.start < draft.words[0].start:
        return True  # "met on Monday and agreed to hold talks"
    if verb is None or draft.kind == "visit":
        return False
    return verb.lemma in _WAYS and verb.tag == "VBD" and verb.i not in {w.i for w in draft.words}


def _inside(sentence: Sentence, span: Span) -> Token | None:
    return next((t for t in sentence.tokens if t.start < span.end and t.end > span.start), None)


def _head(sentence: Sentence, expression: Expression) -> Token | None:
    words = [t for t in sentence.tokens if t.start < expression.said.end and t.end > expression.said.start]
    if not words:
        return None
    numbers = {t.i for t in words}
    return next((t for t in words if t.head not in numbers or t.head == t.i), words[0])


def _score(sentence: Sentence, draft: Draft, expression: Expression) -> float:
    token = _head(sentence, expression)
    if token is None or not draft.words:
        return 0.0
    cue = draft.words[0]
    own = {w.i for w in draft.words}
    planned = [w for w in draft.words if w.lemma in PLANNED or w.lemma == "expect"]
    own |= {c.i for w in planned for c in sentence.children(w) if c.dep == "xcomp"}  # "is scheduled to take place on"
    chain = [token, *sentence.ancestors(token)]
    moved = draft.change == "postponed"
    if expression.anchor == "ahead" and governed(chain, own):
        return 0.0
    if subject_matter(sentence, token, own):
        return 0.0
    if draft.kind == "visit" and (after_it(sentence, cue, token) or amid(sentence, cue, token)):
        return 0.0
    for at in chain:
        if at.low == "since":
            return 0.0
        if at.i in own:
            if moved:
                last = draft.words[-1]
                return 3.0 if at.i == last.i and _towards(expression, sentence) else 0.0
            return 3.0
        if at.pos in ("VERB", "AUX") or at.dep == "ROOT":
            break
        if at.low == "of" and of_a_thing(sentence, at, own):
            return 0.0
        if at.low == "after" and at.i != token.i and _counted(sentence, at):
            return 0.0  # "came days after a trip on Tuesday"
    if moved and any(t.dep == "relcl" or t.lemma in PLANNED for t in chain):
        return 0.0
    if moved and any(t.lemma in _SAYING for t in chain[:3]):
        return 0.0
    if moved:
        return 2.0 if _towards(expression, sentence) and expression.span.start > draft.words[-1].end else 0.0
    governor = next((t for t in chain if t.pos in ("VERB", "AUX")), chain[-1])
    if governor.i in own:
        return 3.0
    if draft.status == "proposed" and governor.i in {t.i for t in sentence.ancestors(cue)}:
        return 0.0  # of the proposal: "was ready on Monday to meet"
    if 0 < expression.span.start - cue.end < 2 and governor.i > token.i and governor.dep in ("advcl", "acl"):
        return 2.5  # "their call last week focused on trade"
    if _arranged(sentence, cue):
        return 0.0
    if governor.dep == "acl" and governor.tag == "VBN" and occasion(sentence, governor, own):
        return 2.0
    if running(sentence, governor, own) or beginning(sentence, cue, governor):
        return 2.5
    return _related(sentence, draft, cue, governor, expression)


def _counted(sentence: Sentence, after: Token) -> bool:
    """Whether "after", or a verb behind it, counts from another event: "just days after"."""
    marked = after.pos != "VERB" or any(c.dep == "mark" and c.low == "after" for c in sentence.children(after))
    return marked and any(
        c.dep == "npadvmod" and c.lemma in ("day", "week", "month", "hour", "year") for c in sentence.children(after)
    )


def _arranged(sentence: Sentence, cue: Token) -> bool:
    """Whether a sentence only speaks of how something is arranged: "agreed on the dates of the visit"."""
    lead = sentence.head(cue) if cue.dep == "pobj" else None
    above = sentence.head(lead) if lead is not None and lead.low in ("of", "for") else None
    return above is not None and above.lemma in _ARRANGED


def governed(chain: list[Token], own: set[int]) -> bool:
    """Whether "three days after" hangs on the very event that something else came after."""
    verb = next((t for t in chain if t.pos in ("VERB", "AUX")), None)
    return verb is not None and verb.i in own


def _towards(expression: Expression, sentence: Sentence) -> bool:
    at = _inside(sentence, expression.span)
    before = [sentence.tokens[i].low for i in range(max(0, at.i - 2), at.i)] if at is not None else []
    return any(w in ("to", "until", "till", "for", "on", "instead") for w in before)


def _related(sentence: Sentence, draft: Draft, cue: Token, governor: Token, expression: Expression) -> float:
    """How near a verb that governs a date stands to a cue: above it without speech between, or joined to it."""
    if any(c.dep == "mark" and c.low == "since" for c in sentence.children(governor)):
        return 0.0
    at = cue
    crossed = False
    for above in sentence.ancestors(cue):
        if at.dep in ("ccomp", "parataxis") and above.pos == "VERB":
            crossed = True
        if at.dep in ("relcl", "acl") and draft.kind == "visit" and above.lemma != "time" and above.pos != "VERB":
            crossed = True
        if at.pos == "VERB" and any(c.low == "before" and c.dep == "mark" for c in sentence.children(at)):
            crossed = True
        if at.pos == "VERB" and _counted(sentence, at):
            crossed = True  # "announced on Friday, a month after she visited Oslo"
        if at.low == "before" and at.dep in ("prep", "mark") and draft.status != "held":
            crossed = True  # "will meet X on Friday before flying to Oslo"
        if above.i == governor.i:
            if crossed:
                return 0.0
            if expression.bound == "by" and draft.kind != "visit":
                return 0.0
            return 2.0 if cue.pos in ("NOUN", "PROPN") else 1.5
        at = above
    carrier = verb_of(sentence, cue)
    if carrier is not None and governor.dep == "conj" and governor.head == carrier.i:
        return 0.0
    nearer = [t for t in sentence.subtree(governor) if t.i == cue.i]
    if nearer:
        return 0.5
    if governor.pos not in ("VERB", "AUX"):
        gap = expression.span.start - cue.end
        between = sentence.tokens[
            cue.i + 1 : next((t.i for t in sentence.tokens if t.start >= expression.span.start), cue.i)
        ]
        if 0 <= gap < 120 and not any(t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBP") for t in between):
            return 1.0
        if expression.span.start <= sentence.tokens[0].start + 4:
            return 1.0
    return 0.0
