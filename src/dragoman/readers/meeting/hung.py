"""On what a date of a sentence hangs: on the encounter itself, or on a thing, journey or occasion beside it."""

from __future__ import annotations

from dragoman.page.page import Sentence, Token
from dragoman.readers.meeting.doing import verb_of

PLANNED = frozenset(("plan", "schedule", "slate", "due", "set"))
_RUNNING = frozenset(
    ("take", "bring", "begin", "start", "open", "last", "run", "end", "conclude", "come", "fall", "be")
)
"""Verbs of a relative clause that tell when the thing itself takes place: "a tour that will take her to … from 4 May"."""


def running(sentence: Sentence, governor: Token, own: set[int]) -> bool:
    """Whether a verb tells in a relative clause when the encounter takes place: "a tour that begins on", "which is set to be held in"."""
    above = sentence.head(governor) if governor.dep == "xcomp" else None
    planned = above is not None and above.lemma in PLANNED and governor.lemma in _RUNNING | {"hold", "host"}
    clause = above if planned and above is not None else governor
    whose = sentence.tokens[clause.head]
    country = planned and whose.tag[:3] == "NNP" and any(t.i in own for t in sentence.ancestors(whose))
    return clause.dep == "relcl" and (whose.i in own or country) and (planned or clause.lemma in _RUNNING)


def beginning(sentence: Sentence, cue: Token, governor: Token) -> bool:
    """Whether a participle tells on which day what is named before it begins, wherever the parse has hung it: "a visit to Oslo, starting
    Friday"."""
    first = governor.tag == "VBG" and governor.lemma in ("start", "begin", "commence") and cue.i < governor.i
    return (
        first and cue.pos in ("NOUN", "PROPN") and not any(t.pos == "VERB" for t in sentence.tokens[cue.i : governor.i])
    )


def after_it(sentence: Sentence, noun: Token, date: Token) -> bool:
    """Whether a date is of what followed a journey: "reported on Friday after his visit to Oslo"; not one told behind the journey's noun."""
    lead = sentence.head(noun) if noun.dep == "pobj" else None
    behind = lead is not None and lead.low in ("after", "following", "since") and date.i < lead.i
    if not behind or lead is None or any(c.lemma in ("hour", "minute") for c in sentence.children(lead)):
        return False  # "announced on Friday, hours after a visit"
    verb = verb_of(sentence, noun)
    return not (verb is not None and verb.lemma in ("leave", "depart", "conclude", "end"))


def amid(sentence: Sentence, noun: Token, date: Token) -> bool:
    """Whether a date is one of a journey's several days: "met on Friday during a three-day visit"."""
    lead = sentence.head(noun) if noun.dep == "pobj" else None
    long = any(
        c.low.startswith("day") or c.low in ("week", "weeklong", "week-long") or "-day" in c.low
        for c in sentence.children(noun)
    )
    return lead is not None and lead.low == "during" and long and date.i < lead.i


def occasion(sentence: Sentence, held: Token, own: set[int]) -> bool:
    """Whether a participle dates the occasion at which something is done: "signed it in a ceremony held on Monday"."""
    event = sentence.head(held)
    lead = sentence.head(event) if event is not None and event.dep == "pobj" else None
    above = sentence.tokens[lead.head] if lead is not None else None
    joined = above is not None and (above.i in own or (above.dep == "conj" and above.head in own))
    at = lead is not None and lead.low in ("in", "at", "during") and joined
    return at and held.lemma in ("hold", "organise", "organize", "host", "convene")


def subject_matter(sentence: Sentence, token: Token, own: set[int]) -> bool:
    """Whether a year only tells what a thing is for: "the budget for 2023", "the 2019 programme"."""
    lead = token if token.low == "for" else sentence.head(token)
    thing = lead
    if lead is not None and lead.low == "for":
        thing = sentence.head(lead)
    elif token.dep != "nummod":
        return False
    year = token if token.low != "for" else next((c for c in sentence.children(token) if c.dep == "pobj"), token)
    bare = year.text.isdigit() and len(year.text) == 4
    return bare and thing is not None and thing.pos in ("NOUN", "PROPN") and thing.i not in own and thing.ent != "DATE"


def of_a_thing(sentence: Sentence, of: Token, own: set[int]) -> bool:
    """Whether a date belongs to something else that is told of: "came for the dialogue of the following day"; not to a part of the
    day or month: "the morning of 3 May"."""
    thing = sentence.head(of)
    if thing is None or thing.i in own or thing.pos not in ("NOUN", "PROPN"):
        return False
    return (
        thing.ent not in ("DATE", "TIME") and thing.dep in ("pobj", "dobj", "conj") and sentence.head(thing) is not None
    )
