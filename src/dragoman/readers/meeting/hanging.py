"""How a noun for a contact hangs in its sentence, and what that says of it."""

from __future__ import annotations

from typing import Literal

from dragoman.desk.desk import Desk
from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.clause import modal, negated, status, told
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.doing import judged, subject
from dragoman.readers.meeting.draft import Actor, Draft
from dragoman.readers.meeting.linear import before
from dragoman.reading import Status

_PLANNED = frozenset(("plan", "schedule", "expect", "slate", "set"))
_PLANS = _PLANNED | {"preview", "announce", "prepare", "arrange", "fix", "pledge", "promise"}
_UTTERING = frozenset(
    (
        *(
            "thank",
            "express",
            "congratulate",
            "commend",
            "praise",
            "report",
            "say",
            "mention",
            "recall",
            "note",
            "convey",
        ),
        *(
            "stress",
            "acknowledge",
            "start",
            "begin",
            "brief",
            "tell",
            "share",
            "offer",
            "reiterate",
            "emphasise",
            "emphasize",
        ),
    )
)
"""Verbs that do what they say in being said."""
_READY = frozenset(("ready", "open", "willing"))
_AHEAD = frozenset(("before", "ahead", "prior", "until", "towards"))
_STALLED = frozenset(("stalled", "frozen", "suspended", "deadlocked", "moribund"))
"""What talks are called that nobody holds."""
_DECIDING = frozenset(("decide", "agree", "choose", "opt", "resolve"))
_AWAY = frozenset(("off", "back", "forward", "up", "to", "by", "from"))
_MEASURES = frozenset(("round", "rounds", "day", "days", "series", "hours", "hour", "couple", "half", "set", "end"))
COMING = frozenset(
    (
        *("upcoming", "planned", "forthcoming", "next", "scheduled", "expected", "future", "coming", "proposed"),
        *("possible", "likely", "incoming", "potential", "prospective", "intended", "imminent"),
    )
)


def hanging(sentence: Sentence, cue: Cue) -> str:
    """How a noun hangs in its sentence: object or subject of a verb that carries it, adjunct, or loose."""
    noun, verb = cue.word, cue.verb
    top = noun
    while top.dep == "conj" and (above := sentence.head(top)) is not None and above.pos in ("NOUN", "PROPN"):
        top = above
    if verb is None:
        return "loose"
    if top.dep == "pobj" and (prep := sentence.head(top)) is not None and prep.low == "of":
        measured = sentence.head(prep)
        if measured is not None and measured.low in _MEASURES:
            top = measured
    if top.head == verb.i and top.dep in ("dobj", "attr", "oprd"):
        return "object"
    if top.head == verb.i and top.dep in ("nsubj", "nsubjpass"):
        return "subject"
    if top.dep in ("pobj", "pcomp"):
        by = sentence.head(top)
        followed = by is not None and by.dep == "agent" and by.head == verb.i and verb.lemma in ("follow", "precede")
        return "subject" if followed else "adjunct"
    return "loose"


def preposition(sentence: Sentence, noun: Token) -> Token | None:
    above = sentence.head(noun)
    while above is not None and noun.dep == "conj":
        noun, above = above, sentence.head(above)
    if above is None or noun.dep not in ("pobj", "pcomp"):
        return None
    if above.low == "of":
        higher = sentence.head(above)
        if higher is not None and higher.low in (
            "sidelines",
            "margins",
            "margin",
            "ahead",
            "outset",
            "beginning",
            "end",
            "start",
            "eve",
            "opening",
            "close",
            "round",
            "rounds",
            "day",
            "days",
            "course",
            "framework",
            "context",
            "occasion",
        ):
            return (
                preposition(sentence, higher)
                if higher.dep in ("pobj", "pcomp")
                else (higher if higher.low == "ahead" else above)
            )
    return above


def standing(page: Page, sentence: Sentence, cue: Cue, carrier: str) -> Status | None:
    noun, verb, desk = cue.word, cue.verb, page.desk
    modifiers = {c.low for c in sentence.children(noun) if c.dep in ("amod", "compound", "det", "nmod")}
    if "no" in modifiers or modifiers & _STALLED:
        return None
    if modifiers & {"likely", "possible", "proposed", "potential", "prospective"}:
        return "proposed"
    for clause in (c for c in sentence.children(noun) if c.dep in ("relcl", "acl")):
        if clause.lemma in _PLANNED and carrier != "subject":
            return "scheduled"
    if any(c.dep == "amod" and c.tag == "VB" for c in sentence.children(noun)):  # "his soon-to-begin visit"
        return "scheduled"
    leading = _prepared(sentence, noun)
    if leading:
        return "scheduled"
    if verb is None:
        return "scheduled" if modifiers & COMING else "held"
    if including(page, sentence, cue, carrier):
        return "held" if verb.tag in ("VBD", "VBN") and status(sentence, verb, desk) == "held" else "scheduled"
    if carrier in ("object", "subject"):
        found = status(sentence, verb, desk)
        if carrier == "subject" and verb.lemma in ("be", "seem", "look", "remain") and found == "held":
            told_of = {c.low for c in sentence.children(verb) if c.dep in ("acomp", "oprd", "attr")}
            if told_of & {"possible", "likely", "conceivable", "probable", "impossible", "unlikely"}:
                return None if told_of & {"impossible", "unlikely"} or negated(sentence, verb, desk) else "proposed"
        if (
            verb.lemma in desk.word_set("encounter.proposing")
            and carrier == "object"
            and verb.lemma not in ("welcome", "look")
            and not (cue.kind == "address" and verb.lemma == "offer")  # "will offer a press conference"
        ):
            return None if negated(sentence, verb, desk) else "proposed"
        if verb.lemma in _PLANS and found is not None:
            return "scheduled"
        carries = (
            desk.word_set("encounter.holding")
            | desk.word_set("encounter.happening")
            | desk.word_set("encounter.paying")
            | desk.word_set("encounter.delivering")
        )
        if verb.lemma in carries or verb.lemma in ("be", "attend"):
            return (
                "scheduled"
                if found == "held" and modifiers & COMING and carrier == "subject" and verb.lemma == "be"
                else found
            )
        if modifiers & COMING:
            return "scheduled" if found != "proposed" else found
        if carrier == "subject" and cue.kind == "meeting" and modal(sentence, verb) in ("may", "would", "ought"):
            return None  # "talks between the two could help"
        return "held" if not negated(sentence, verb, desk) or carrier == "subject" else None
    prep = preposition(sentence, noun)
    low = prep.low if prep is not None else ""
    found = status(sentence, verb, desk)
    mine = definite(sentence, noun) or any(c.dep == "poss" for c in sentence.children(noun))
    if found == "proposed" and _courteous(sentence, verb) and not modifiers & COMING:
        return "held"
    if (
        found in ("proposed", "scheduled")
        and mine
        and cue.kind == "visit"
        and low in ("in", "at", "during", "on", "of")
    ):
        finite = _finite(sentence, verb)
        found = found if finite.lemma in _PLANNED else status(sentence, finite, desk) or found
    if modifiers & COMING - {"next"}:
        return "scheduled"
    if low in _AHEAD:
        return "scheduled"
    if low == "for" and verb.lemma == "wait" and any(c.low == "until" for c in sentence.children(verb)):
        return "held" if _finite(sentence, verb).tag == "VBD" else None  # "had to wait until May for his first visit"
    if low == "to" and verb.lemma == "look" and any(c.low == "forward" for c in sentence.children(verb)):
        return None if found is None else "scheduled"
    if low == "for" and verb.lemma in ("ask", "call", "hope", "press", "push", "appeal", "wait", "urge", "plead"):
        named = noun.lemma in ("meeting", "summit") and verb.lemma in ("ask", "call") and not mine and found == "held"
        return "proposed" if named and any(c.low == "with" for c in sentence.children(noun)) else None
    ready = sentence.head(prep) if prep is not None and low == "for" else None
    if ready is not None and (ready.lemma in _READY or ready.low == "prepared"):
        return None if negated(sentence, verb, desk) else "proposed"
    if low == "for" and cue.kind == "visit":
        return found
    if low == "for" and verb.lemma == "be" and found == "held":
        due = any(c.low in ("due", "expected", "set") for c in sentence.children(verb) if c.dep in ("acomp", "oprd"))
        present = verb.tag in ("VBZ", "VBP") and any(c.low in ("in", "here", "there") for c in sentence.children(verb))
        return "scheduled" if due or present else found
    if low == "for":
        under_way = verb.tag == "VBG" and any(c.low in ("is", "are", "'s", "'re") for c in sentence.children(verb))
        ahead = under_way or verb.lemma in ("arrive", "prepare", "plan", "leave", "say")
        return "scheduled" if found == "scheduled" or ahead else found
    if found == "proposed" and low == "at" and cue.kind == "meeting" and not mine:
        return None  # what is wished for "at a summit" proposes no summit
    if found is None:
        return "held" if told(sentence, noun) or low in ("during", "after", "following") else None
    return found


def _courteous(sentence: Sentence, verb: Token) -> bool:
    """Whether a wish only says politely what is said there and then: "would like to thank X for her visit", "could start by reporting on
    my talks"."""
    if verb.lemma not in _UTTERING or verb.tag not in ("VB", "VBG"):
        return False
    return any(t.lemma in ("like", "want", "wish", "start", "begin", "let", "love") for t in sentence.ancestors(verb))


def _finite(sentence: Sentence, verb: Token) -> Token:
    """The verb above an infinitive: during "his visit" something is aimed at, the visit itself is under way."""
    at = verb
    while at.tag == "VB" and any(c.low == "to" and c.dep == "aux" for c in sentence.children(at)):
        above = next((t for t in sentence.ancestors(at) if t.pos in ("VERB", "AUX")), None)
        if above is None:
            break
        at = above
    return at


def _prepared(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun stands behind "preparations for": what is prepared is still to come."""
    prep = sentence.head(noun)
    above = sentence.head(prep) if prep is not None and prep.low in ("for", "of") else None
    named = [above] if above is not None else []
    verb = next((t for t in sentence.ancestors(noun) if t.pos in ("VERB", "AUX")), None)
    if prep is not None and prep.low == "for" and verb is not None and verb.lemma in ("be", "begin", "make"):
        named += [c for c in sentence.children(verb) if c.dep in ("nsubj", "nsubjpass")]
    return any(t.lemma in ("preparation", "arrangement", "preparedness") for t in named)


def including(page: Page, sentence: Sentence, cue: Cue, carrier: str) -> bool:
    """Whether a noun is part of a visit or programme: "The agenda included talks with X"."""
    desk, verb = page.desk, cue.verb
    if verb is None or carrier != "object" or verb.lemma not in desk.word_set("encounter.including"):
        return False
    whole = subject(sentence, verb)
    return whole is not None and whole.lemma.lower() in desk.word_set("encounter.agendas")


def owners(sentence: Sentence, noun: Token, company: Company) -> list[Actor]:
    owner = next((c for c in sentence.children(noun) if c.dep == "poss"), None)
    if owner is not None and owner.pos == "PRON" and noun.dep == "pobj":
        whom = judged(sentence, noun)
        theirs = [a for a in company.actors(sentence, whom) if a.kind == "person"] if whom is not None else []
        if theirs:
            return theirs  # "thanked X for her visit"
        if whom is not None and owner.low == "their" and whom.tag in ("NNS", "NNPS"):
            return company.actors(sentence, whom)  # "blamed the members for their trip"
    return company.actors(sentence, owner) if owner is not None else []


def doers(sentence: Sentence, verb: Token | None, company: Company) -> list[Actor]:
    if verb is None:
        return []
    doer = subject(sentence, verb)
    found = company.actors(sentence, doer) if doer is not None else []
    if doer is not None and doer.low in ("we", "i") and not found and (teller := _teller(sentence, verb)) is not None:
        return [a for a in company.actors(sentence, teller) if a.kind == "person"]
    found = _beside(sentence, verb, found, company) if len(found) == 1 else found
    led = next((c for c in sentence.children(verb) if c.dep == "dobj"), None) if verb.lemma == "accompany" else None
    return [*found, *(a for a in company.actors(sentence, led) if a not in found)] if led is not None else found


def _teller(sentence: Sentence, verb: Token) -> Token | None:
    """Whose words a clause gives: X in 'X said "We will talk …"'."""
    above = sentence.head(verb)
    if verb.dep not in ("ccomp", "parataxis") or above is None:
        return None
    return next((c for c in sentence.children(above) if c.dep == "nsubj"), None)


def _beside(sentence: Sentence, verb: Token, found: list[Actor], company: Company) -> list[Actor]:
    """Both doers where the parse has lost one: "Minister X and Finnish Minister Y held"."""
    near = before(sentence, verb, company)
    if len(near) < 2 or not any(a in near for a in found):
        return found
    last = [span for span, _ in company.mentioned(sentence.span) if span.end <= verb.start][-1]
    behind = [t for t in sentence.tokens if last.end <= t.start < verb.start]
    close = all(t.tag in ("RB", "MD", "TO", "VB") or t.low in ("has", "have", "had") for t in behind)
    return near if close else found


def definite(sentence: Sentence, noun: Token) -> bool:
    return any(c.dep == "det" and c.low in ("the", "this", "that", "these", "those") for c in sentence.children(noun))


def changed(page: Page, sentence: Sentence, cue: Cue, draft: Draft) -> None:
    """Postponement or cancellation said of the noun by its verb."""
    verb = cue.verb
    if verb is None:
        return
    desk = page.desk
    verbs = [
        verb,
        *(c for c in sentence.children(cue.word) if c.dep in ("acl", "relcl")),
        *(c for c in sentence.children(verb) if c.dep == "conj"),
    ]
    for at in verbs:
        change = put_off(sentence, at, desk)
        if change is not None:
            draft.change, draft.status = change, "scheduled"
            draft.words.append(at)


def put_off(sentence: Sentence, verb: Token, desk: Desk) -> Literal["cancelled", "postponed"] | None:
    """Whether a verb in the past calls off or puts off what it is said of: "has been put back to May", "was called off"; or a decision to
    do so: "has decided to put off"."""
    above = sentence.head(verb)
    decided = verb.dep == "xcomp" and above is not None and above.tag in ("VBN", "VBD") and above.lemma in _DECIDING
    if verb.tag not in ("VBN", "VBD", "VBZ") and not decided:
        return None
    particles = {c.low for c in sentence.children(verb) if c.dep in ("prt", "advmod", "prep")}
    if verb.lemma in desk.word_set("encounter.cancelling"):
        return "cancelled" if verb.lemma not in ("call", "drop") or "off" in particles else None
    bare = verb.lemma in ("put", "push", "move", "bring", "shift") and not particles & _AWAY
    return "postponed" if verb.lemma in desk.word_set("encounter.moving") and not bare else None
