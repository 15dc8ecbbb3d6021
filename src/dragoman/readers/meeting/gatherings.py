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
from dragoman.readers.meeting.doing import judged, verb_of
from dragoman.readers.meeting.draft import Actor, Draft
from dragoman.readers.meeting.hanging import COMING, doers, preposition
from dragoman.readers.meeting.links import after
from dragoman.readers.meeting.series import Series
from dragoman.reading import Status

_HEADS = frozenset(
    ("summit", "conference", "forum", "gathering", "roundtable", "conclave", "symposium", "congress", "ministerial")
)
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
_PLANNED = frozenset(("plan", "schedule", "slate", "set", "expect", "due", "organise", "organize"))
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
        of = after(sentence, noun, "of")
        if not actors and of is not None and not own:
            actors = company.actors(sentence, of)
        if not actors and (series is not None or own):
            actors = [Actor(_called(noun, own, series, company), "group")]
        if not actors:
            continue
        clause = _clause(sentence, noun)
        words = [noun] if clause is None else [noun, clause]
        draft = begin(
            page, sentence, Cue("forum", noun, verb_of(sentence, noun), None, True), standing, actors, words, RULE
        )
        draft.confidence = 0.6
        if series is not None:
            draft.mechanism, draft.ordinal = series.name, series.ordinal
        yield draft


def _called(noun: Token, own: list[Token], series: Series | None, company: Company) -> str:
    """The body that gathers, or else the name of the gathering: "NATO" in "the NATO summit", "Harbour Forum"."""
    if series is not None and not own:
        return series.name
    union = any(p.kind == "body" for p in company.parties_in(own)) or (len(own) == 1 and own[0].text.isupper())
    words = own if union or (not noun.text[0].isupper() and len(own) > 1) else [*own, noun]
    return company.body(" ".join(t.text for t in words))


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
    """Whether a day or a town stands right behind, or behind what tells of its holding: "a peace summit in Cairo on Sunday", "a conference
    planned for May"."""
    return _clause(sentence, noun) is not None or bool(_pins(sentence, noun))


def _pins(sentence: Sentence, noun: Token) -> set[str]:
    """What stands in the phrase right behind a gathering: a day (DATE), a town or country (GPE)."""
    found: set[str] = set()
    for token in sentence.tokens[noun.i + 1 :]:
        if token.pos in ("VERB", "AUX", "PUNCT", "CCONJ") or (
            token.pos == "ADP" and token.low not in ("in", "on", "at", "for")
        ):
            break
        if token.dep == "pobj":
            found.add(token.ent)
    return found & {"DATE", "GPE"}


def _clause(sentence: Sentence, noun: Token) -> Token | None:
    """The verb of a clause that hangs on a gathering and tells of its holding: "a conference planned for May", "the summit, which will be held
    …"."""
    for clause in sentence.children(noun):
        if clause.dep in ("acl", "relcl"):
            held = [clause, *(c for c in sentence.children(clause) if c.dep == "xcomp")]
            found = next((v for v in held if v.lemma in _HAPPENING | _HOLDING | _PLANNED), None)
            if found is not None:
                return found
    return None


def _standing(page: Page, sentence: Sentence, noun: Token, company: Company) -> tuple[Status, list[Actor]] | None:
    """Whether a gathering was or will be, and whom the clause tells to be there."""
    clause = _clause(sentence, noun)
    if clause is not None:
        planned = clause.lemma in _PLANNED and clause.tag == "VBN"
        own: Status | None = "scheduled" if planned else status(sentence, clause, page.desk)
        hosts = [] if clause.tag == "VBN" else doers(sentence, clause, company)
        return (own, [a for a in hosts if a.kind != "group"]) if own is not None else None
    coming = bool({c.low for c in sentence.children(noun)} & (COMING - {"proposed", "possible", "likely", "potential"}))
    verb, lead = verb_of(sentence, noun), preposition(sentence, noun)
    if verb is None or judged(sentence, verb) is not None:  # "congratulated X on holding the summit"
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
        return "scheduled", doers(sentence, verb, company) if lead.head == verb.i else []
    if low in _THERE and told is None:
        return None
    return ("held", []) if low != "beside" and "DATE" in _pins(sentence, noun) and _named(noun) else None


def _named(noun: Token) -> bool:
    return noun.text[0].isupper()


def _occasion(sentence: Sentence, noun: Token) -> str | None:
    """The part of a gathering that something is told of: "on the last day of", "on the margins of", "on the eve of"."""
    of = sentence.head(noun)
    part = sentence.head(of) if of is not None and of.low == "of" else None
    if part is None or part.dep == "dobj":
        return None
    if part.low in ("margins", "sidelines", "sideline", "margin"):
        return "beside"  # where others met
    if part.low == "eve":
        return "eve"
    if part.low in (
        "day",
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
