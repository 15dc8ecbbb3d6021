"""Summits and conferences that a text names without saying who was there: "agreed at the Harbour Summit in Tartu", "ahead of a
donors' conference in Cairo on Sunday"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.begin import begin
from dragoman.readers.meeting.clause import status
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.conferences import OTHER, RULE
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.doing import verb_of
from dragoman.readers.meeting.draft import Actor, Draft
from dragoman.readers.meeting.hanging import COMING, doers, preposition
from dragoman.readers.meeting.series import Series
from dragoman.reading import Status

_HEADS = frozenset(("summit", "conference", "forum"))
_SITTINGS = frozenset(("meeting", "session"))
"""Gatherings of many only where a union of states holds them: "the UN General Assembly session"."""
_THERE = frozenset(("at", "during", "on"))
"""What is told behind these was done there."""
_BEFORE = frozenset(("before", "ahead", "until", "towards", "eve"))
_SINCE = frozenset(("after", "following", "since"))
_GOING = frozenset(("for", "to"))
_WAYS = frozenset(("be", "visit", "travel", "fly", "come", "go", "arrive", "leave", "head", "depart", "gather", "meet"))
"""Verbs of those who go or have come somewhere "for a summit"."""
_HOLDING = frozenset(
    ("hold", "host", "convene", "attend", "organise", "organize", "stage", "co-host", "chair", "co-chair")
)
_HAPPENING = frozenset(
    ("hold", "take", "open", "begin", "start", "end", "close", "conclude", "convene", "kick", "host", "run")
)


def gatherings(
    page: Page, sentence: Sentence, company: Company, named: list[Series], here: list[Draft]
) -> Iterator[Draft]:
    """The gatherings of many that a sentence names by a proper name, or with a day or place, save those among `here`. `named`: the series
    named in it."""
    if sentence.kind in ("title", "heading"):
        return
    for noun in sentence.tokens:
        head = noun.lemma.lower()
        if (head not in _HEADS and head not in _SITTINGS) or noun.dep == "compound" or noun.tag not in ("NN", "NNP"):
            continue
        if any(d.cue.holds(noun.start) or any(w.i == noun.i for w in d.words) for d in here):
            continue
        near = {t.low for t in sentence.tokens[max(0, noun.i - 3) : noun.i]}
        if near & OTHER or {c.low for c in sentence.children(noun)} & {"with", "between", "no", "any", "every"}:
            continue
        series = next((s for s in named if s.span.holds(noun.start)), None)
        own = _name(sentence, noun)
        if head in _SITTINGS:
            if not any(p.kind == "body" for p in company.parties_in(own)):
                continue
        elif series is None and not own and not _pinned(sentence, noun):
            continue
        found = _standing(page, sentence, noun, company)
        if found is None or _occasion_of(sentence, noun, here):
            continue
        standing, actors = found
        if not actors and (series is not None or own):
            named_by = own if len(own) != 1 or own[0].text.isupper() else [*own, noun]
            name = series.name if series is not None and not own else " ".join(t.text for t in named_by)
            actors = [Actor(company.body(name), "group")]
        if not actors:
            continue
        draft = begin(
            page, sentence, Cue("forum", noun, verb_of(sentence, noun), None, True), standing, actors, [noun], RULE
        )
        draft.confidence = 0.6
        if series is not None:
            draft.mechanism, draft.ordinal = series.name, series.ordinal
        yield draft


def _occasion_of(sentence: Sentence, noun: Token, here: list[Draft]) -> bool:
    """Whether a gathering only tells when or where others met: "the two met on the margins of the summit"."""
    above = {t.i for t in sentence.ancestors(noun)}
    return any(d.kind in ("meeting", "call", "address") and any(w.i in above for w in d.words) for d in here)


def _name(sentence: Sentence, noun: Token) -> list[Token]:
    """The words in capitals before a noun that name whose gathering it is: "NATO", "Munich Security"."""
    at = noun.i
    while (
        at
        and sentence.tokens[at - 1].tag in ("NNP", "NNPS", "HYPH")
        and sentence.tokens[at - 1].ent not in ("DATE", "TIME")
    ):
        at -= 1
    return [t for t in sentence.tokens[at : noun.i] if t.tag != "HYPH"]


def _pinned(sentence: Sentence, noun: Token) -> bool:
    """Whether a day or a town stands right behind: "a peace summit in Cairo on Sunday"."""
    behind = [c for c in sentence.children(noun) if c.i > noun.i and c.low in ("in", "on", "at")]
    return any(g.ent in ("DATE", "GPE") and g.dep == "pobj" for c in behind for g in sentence.children(c))


def _standing(page: Page, sentence: Sentence, noun: Token, company: Company) -> tuple[Status, list[Actor]] | None:
    """Whether a gathering was or will be, and whom the clause tells to be there."""
    coming = bool({c.low for c in sentence.children(noun)} & (COMING - {"proposed", "possible", "likely", "potential"}))
    verb, lead = verb_of(sentence, noun), preposition(sentence, noun)
    if verb is None:
        return None
    told = status(sentence, verb, page.desk)
    there = [a for a in doers(sentence, verb, company) if a.kind == "person"] if told == "held" else []
    if noun.dep in ("nsubj", "nsubjpass") and noun.head == verb.i:
        happens = verb.lemma in _HAPPENING or (verb.lemma == "be" and noun.dep == "nsubj" and _pinned(sentence, verb))
        return (told, []) if happens and told in ("held", "scheduled") else None
    if noun.dep == "dobj" and noun.head == verb.i and verb.lemma in _HOLDING:
        everyone = doers(sentence, verb, company)
        return (told, everyone) if told in ("held", "scheduled") else None
    if noun.dep != "pobj" or lead is None:
        return None
    low = _occasion(sentence, noun) or lead.low
    if low in _BEFORE:
        return "scheduled", []
    if low in _SINCE:
        return "held", []
    if low in _GOING and verb.lemma in _WAYS and lead.head == verb.i and told in ("held", "scheduled"):
        return told, doers(sentence, verb, company)
    above = sentence.head(lead)
    if low == "in" and above is not None and above.lemma in ("participation", "part") and told in ("held", "scheduled"):
        return told, []
    if low in _THERE and (told == "held" or (told is not None and coming)):
        return ("scheduled", []) if coming else ("held", there if lead.head == verb.i else [])
    if low in _THERE and told == "scheduled":
        return "scheduled", []
    return None


def _occasion(sentence: Sentence, noun: Token) -> str | None:
    """The part of a gathering that something is told of: "on the last day of", "on the margins of", "on the eve of"."""
    of = sentence.head(noun)
    part = sentence.head(of) if of is not None and of.low == "of" else None
    if part is None:
        return None
    if part.low == "eve":
        return "eve"
    if part.low in (
        "day",
        "margins",
        "sidelines",
        "sideline",
        "opening",
        "close",
        "end",
        "start",
        "session",
        "beginning",
        "conclusion",
    ):
        return "at"
    return None
