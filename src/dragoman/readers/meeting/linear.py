"""Contacts as the words stand, where the parse has lost who met whom: people, words of contact, people.

Long titles before a name make a small parser take the verb for an adjective or the last of a list for the subject. The order of
the words still tells: whoever is named right before the words of contact, with nothing but titles and commas between, has met
whoever is named right behind them.
"""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.begin import begin
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.cues import noun_cue
from dragoman.readers.meeting.draft import Actor, Draft
from dragoman.reading import EncounterKind, Status
from dragoman.span import Span

_CLAUSE = frozenset(("VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB", "``", "''", ":"))
_TITLE = frozenset(
    (
        "of",
        "for",
        "and",
        "the",
        "a",
        "an",
        "in",
        "to",
        "on",
        "his",
        "her",
        "their",
        "'s",
        "'",
        "&",
        "/",
        "-",
        "both",
        "under",
    )
)
_HELPERS = frozenset(
    (
        "has",
        "have",
        "had",
        "also",
        "then",
        "later",
        "today",
        "yesterday",
        "just",
        "separately",
        "both",
        "briefly",
        "recently",
    )
)
_PLANNED = frozenset(("will", "shall", "'ll"))
_DUE = frozenset(
    ("is", "are", "was", "were", "due", "scheduled", "expected", "set", "slated", "planned", "agreed", "plans")
)
_MEETINGS = frozenset(("meeting", "talk", "conference", "summit", "visit", "session", "ceremony", "event"))
_ASIDE = frozenset(("after", "before", "following", "during"))
"""What leads to another event between "spoke" and "with": "spoke after meeting with X"."""
_CALLING = frozenset(("receive", "get", "make", "place"))
_WIRES = frozenset(("phone", "telephone", "telephonically", "video", "videolink", "link", "teleconference", "online"))
_GAP, _BETWEEN, _MANNER = 16, 10, 16
"""Words of title allowed before a name, words allowed between a word of contact and "with", and, where one talks "by video
for about an hour from 10 a.m. with", words of manner and time."""


def linear(page: Page, sentence: Sentence, company: Company, here: list[Draft]) -> Iterator[Draft]:
    """Tellings for verbs of contact that have none among `here`; both sides must be named. One among `here` that names one person
    only is given the others."""
    if sentence.kind in ("title", "heading"):
        return
    for verb in sentence.tokens:
        found = _contact(page, sentence, verb) if verb.tag[:2] == "VB" else None
        if found is None:
            continue
        kind, noun, end = found
        own = {verb.i, noun.i if noun is not None else verb.i}
        told = [d for d in here if own & {w.i for w in d.words}]
        if told and (len(told) > 1 or told[0].kind != kind):
            continue
        standing = _standing(sentence, verb)
        mine = before(sentence, verb, company)
        theirs = behind(sentence, end, company)
        everyone = list(dict.fromkeys([*mine, *theirs]))
        if told and len(told[0].people) > 1 and (not theirs or theirs[-1].name not in told[0].people):
            continue  # more only of a list whose last one is known
        if standing is None or not mine or len(everyone) < 2:
            continue
        if told:
            if (theirs or len(mine) > 1) and told[0].people <= {a.name for a in everyone}:
                told[0].actors = everyone
            continue
        if not theirs and (end.low in ("with", "to", "by") or verb.lemma in ("receive", "host")):
            continue
        if kind == "call" and noun is None and len({a.country for a in everyone}) < 2:
            continue
        cue = Cue(kind, noun or verb, verb, None, noun is not None)
        draft = begin(
            page, sentence, cue, standing, everyone, [w for w in (noun, verb) if w is not None], "encounters.linear"
        )
        draft.confidence = 0.8
        yield draft


def _contact(page: Page, sentence: Sentence, verb: Token) -> tuple[EncounterKind, Token | None, Token] | None:
    """The kind, the noun if one carries it, and the last word of the phrase of contact that begins with a verb."""
    desk, tokens = page.desk, sentence.tokens
    entry = desk.verb_group("encounter").get(verb.lemma.lower())
    behind = tokens[verb.i + 1] if verb.i + 1 < len(tokens) else None
    if behind is None:
        return None
    if (
        verb.lemma in ("meet", "gather")
        and verb.tag in ("VBP", "VBZ")
        and not any(t.ent == "DATE" for t in tokens[: verb.i])
    ):
        return None  # "their envoys meet every year"
    thing = next((t for t in tokens[verb.i + 1 : verb.i + 6] if t.tag[:2] == "NN"), None)
    if thing is not None and thing.low in ("invitation", "message", "letter", "note", "report", "briefing", "award"):
        return None
    if entry is not None and entry.kind == "meeting" and {"object", "with"} & set(entry.frames):
        lead = _with(tokens, verb) if "with" in entry.frames else None
        return "meeting", None, verb if lead is None else lead
    if entry is not None and entry.kind == "call" and verb.lemma in ("speak", "talk"):
        lead = next((t for t in tokens[verb.i + 1 : verb.i + 1 + _MANNER] if t.low in ("with", "to")), None)
        if lead is None or _crossed(tokens[verb.i + 1 : lead.i]):
            return None
        if any(t.lemma in _MEETINGS or t.low in _ASIDE for t in tokens[verb.i + 1 : lead.i]):
            return None
        wired = any(t.low in _WIRES for t in sentence.tokens)
        return "meeting" if verb.lemma == "talk" and lead.low == "with" and not wired else "call", None, lead
    if verb.lemma not in desk.word_set("encounter.holding") | _CALLING:
        return None
    for noun in tokens[verb.i + 1 : verb.i + 8]:
        if noun.tag in _CLAUSE or noun.low in ("with", "on", "by", "for", "of"):
            return None
        cue = noun_cue(desk, sentence, noun) if noun.tag[:2] == "NN" and noun.dep != "compound" else None
        if cue is not None and cue.kind in ("meeting", "call"):
            leads = ("with", "from", "to") if cue.kind == "call" else ("with",)
            lead = next((t for t in tokens[noun.i + 1 : noun.i + 1 + _BETWEEN] if t.low in leads), None)
            return cue.kind, noun, noun if lead is None or _crossed(tokens[noun.i + 1 : lead.i]) else lead
    return None


def _with(tokens: tuple[Token, ...], verb: Token) -> Token | None:
    """The "with" of "met at the request of the other side with" """
    lead = next((t for t in tokens[verb.i + 1 : verb.i + 1 + _BETWEEN] if t.low == "with"), None)
    between = tokens[verb.i + 1 : lead.i] if lead is not None else ()
    return None if _crossed(between) or any(t.ent == "PERSON" for t in between) else lead


def _crossed(between: tuple[Token, ...]) -> bool:
    return any(t.tag in _CLAUSE or t.text in (",", ";") for t in between)


def _standing(sentence: Sentence, verb: Token) -> Status | None:
    """Held, or scheduled behind "will" and "is to"; nothing else is read from the order of words alone."""
    at = verb.i - 1
    seen: list[str] = []
    while at >= 0 and (sentence.tokens[at].low in _HELPERS or sentence.tokens[at].tag in ("RB", "MD", "TO", "VB")):
        seen.append(sentence.tokens[at].low)
        at -= 1
    if {"not", "n't", "never"} & set(seen) or sentence.tokens[at - 1].low == "no" or _doubted(sentence, verb):
        return None
    if "to" in seen:
        return "scheduled" if at >= 0 and sentence.tokens[at].low in _DUE else None
    if set(seen) & _PLANNED:
        return "scheduled"
    if any(sentence.tokens[i].tag == "MD" for i in range(at + 1, verb.i)) or verb.tag in ("VB", "VBG"):
        return None
    return "held"


def _doubted(sentence: Sentence, verb: Token) -> bool:
    """Whether a condition or a denial stands before the verb in its clause."""
    for token in reversed(sentence.tokens[: verb.i]):
        if token.low in ("if", "unless", "whether", "neither", "nor", "denied", "would"):
            return True
        if token.tag in ("VBD", "VBZ", "VBP") and token.low not in _HELPERS | _DUE:
            return False
    return False


def before(sentence: Sentence, verb: Token, company: Company) -> list[Actor]:
    """The people named before a verb in its clause: the last, and those that a list joins to them."""
    start = max((t.i + 1 for t in sentence.tokens[: verb.i] if _parts(t, verb)), default=0)
    if start and sentence.tokens[start - 1].low == "who":  # "X, who talked with Y"
        verb = sentence.tokens[start - 1]
        start = max((t.i + 1 for t in sentence.tokens[: verb.i] if _parts(t, verb)), default=0)
    if start >= verb.i:
        return []
    span = Span(sentence.tokens[start].start, verb.start)
    named = company.mentioned(span)
    kept: list[Actor] = []
    edge = verb.i
    for where, n in reversed(named):
        inside = sentence.within(where)
        if not inside:
            return []
        between = sentence.tokens[inside[-1].i + 1 : edge]
        if kept and not any(t.low in ("and", ",", "&") for t in between):
            break
        if sum(t.low not in _HELPERS for t in between) > _GAP or any(t.low == "'s" for t in between[:1]):
            break
        kept.append(company.actor(n))
        edge = inside[0].i
    return list(dict.fromkeys(reversed(kept)))


def _parts(token: Token, verb: Token) -> bool:
    """Whether a word ends the clause before that of a verb."""
    helper = token.low in _HELPERS | _PLANNED | _DUE and verb.i - token.i < 5
    return (
        (token.tag in _CLAUSE and not helper)
        or token.text in (";", "(", ")", "--")
        or token.low in ("that", "after", "with", "by", "when")
    )


def behind(sentence: Sentence, end: Token, company: Company) -> list[Actor]:
    """The people named right behind the words of contact, titles and appositions between."""
    kept: list[Actor] = []
    edge = end.i + 1
    if edge >= len(sentence.tokens):
        return []
    for where, n in company.mentioned(Span(sentence.tokens[edge].start, sentence.span.end)):
        inside = sentence.within(where)
        between = sentence.tokens[edge : inside[0].i] if inside else ()
        if not inside or len(between) > _GAP or not all(_titular(t) for t in between):
            break
        if kept and not any(t.low in ("and", ",", "&") for t in between):
            break
        kept.append(company.actor(n))
        edge = inside[-1].i + 1
    return list(dict.fromkeys(kept))


def _titular(token: Token) -> bool:
    """Whether a word can stand in a title or apposition before a name."""
    return (
        token.low in _TITLE
        or token.tag[:2] in ("NN", "JJ", "CD", "PO", "HY")
        or token.text == ","
        or token.low in ("acting", "visiting", "outgoing")
    )
