"""How a session of a series hangs in its sentence: which verb tells of it, in what role, and whether it took place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.clause import status
from dragoman.readers.meeting.doing import verb_of
from dragoman.readers.meeting.hanging import COMING, put_off
from dragoman.readers.meeting.series import Series
from dragoman.readers.meeting.series_role import role_of
from dragoman.reading import Status

_CHAIRING = re.compile(r"\b(?:co-?)?(?:chair|host)(?:ed|s|ing)?\s+(?:the|a|an)?\s*$", re.I)
_PLANNED = frozenset(("plan", "schedule", "set", "slate", "expect"))
MOTION = frozenset(("arrive", "leave", "depart", "head", "land"))
_PARTICIPLE = re.compile(
    r"\s*(?:\([A-Z0-9&-]+\)\s*)?,?\s*(?:(?:which|that) (?:is |was |took )?)?"
    r"(?P<to>(?:will |(?:due |set |scheduled |expected |slated )?to )be )?"
    r"(?P<v>held|convened|hosted|(?:co-?)?chaired|scheduled|planned|slated|set|due)\s+(?:on|in|at|for|from|by|next|this|last)\b",
    re.I,
)


@dataclass(slots=True, kw_only=True)
class Hold:
    """`role`: subject, object, adjunct or loose; `behind`: told by a participle behind the name; `chairing`: by "chairing the"
    before it; `moved`: the verb that put it off; `travelled`: someone is only on the way there."""

    role: str
    verb: Token | None
    standing: Status | None
    behind: bool = False
    chairing: bool = False
    travelled: bool = False
    moved: Token | None = None

    def happens(self, verbs: frozenset[str]) -> bool:
        return self.chairing or self.behind or (self.verb is not None and self.verb.lemma in verbs)


def hold(page: Page, sentence: Sentence, mention: Series, head: Token, top: Token) -> Hold:
    """`head`: the noun of the series' name; `top`: the noun that it hangs on ("the next edition of the X")."""
    happens = page.desk.word_set("session.happening")
    relative = next(
        (c for w in (head, top) for c in sentence.children(w) if c.dep == "relcl" and c.lemma in happens), None
    )
    found = _behind(page, sentence, mention)
    goer, lead = verb_of(sentence, top), sentence.head(top)
    attends = (
        top.dep == "pobj"
        and lead is not None
        and lead.low in ("in", "at")
        and goer is not None
        and goer.lemma == "participate"
    )
    if found is None and relative is not None and not attends:
        found = _relative(page, sentence, top, relative)
    if found is not None and found.standing == "scheduled":
        _set_aside(page, sentence, top, found)
    if found is None and _foreseen(sentence, top):
        found = Hold(role="loose", verb=None, standing="scheduled", behind=True)
    if found is None and _outcome(sentence, top) and mention.ordinal is not None:
        found = Hold(role="loose", verb=None, standing="held", behind=True)
    found = found or _governed(page, sentence, mention, top)
    verb, above = found.verb, sentence.head(top)
    going = verb is not None and (verb.lemma in MOTION or (verb.lemma == "lead" and _motion(sentence, verb)))
    if found.standing == "held" and going and above is not None and above.low in ("to", "for"):
        found.standing, found.travelled = "scheduled", True
    return found


def _governed(page: Page, sentence: Sentence, mention: Series, top: Token) -> Hold:
    """By the verb that the name is subject, object or adjunct of."""
    happens, attending = page.desk.word_set("session.happening"), page.desk.word_set("session.attending")
    verb = verb_of(sentence, top)
    found = Hold(role=role_of(sentence, top, verb), verb=verb, standing="held")
    if verb is None:
        return found
    if (
        verb.tag == "VBN"
        and verb.dep == "ROOT"
        and not any(c.dep in ("aux", "auxpass") for c in sentence.children(verb))
    ):
        finite = (c for c in sentence.children(verb) if c.dep == "conj" and c.lemma in happens)
        verb = next(finite, verb)  # "The fifth session, set up under a treaty of 2015, was held"
    if verb.lemma in ("be", "plan", "schedule", "expect", "set", "seem") and found.role == "subject":
        verb = next((c for c in sentence.children(verb) if c.dep in ("xcomp", "ccomp") and c.lemma in happens), verb)
    if found.role == "adjunct" and verb.lemma not in attending | happens:
        verb = _finite(sentence, verb)
    chaired = _CHAIRING.search(page.text, max(sentence.span.start, mention.span.start - 30), mention.span.start)
    if chaired and verb.lemma not in happens:
        found.role, found.chairing = "object", True
    found.verb, found.standing = verb, status(sentence, verb, page.desk)
    if found.standing == "held" and found.role == "subject" and verb.lemma in _PLANNED:
        found.standing = "scheduled"
    return found


def _relative(page: Page, sentence: Sentence, top: Token, relative: Token) -> Hold:
    """By a relative clause; one that tells of a session put off leaves it proposed."""
    standing = status(sentence, relative, page.desk)
    put_off = any(c.dep == "conj" and c.lemma in ("put", "postpone", "cancel") for c in sentence.children(relative))
    if standing == "scheduled" and put_off:
        standing = None
    if standing is not None and not _moved(page, sentence, relative):
        return Hold(role="subject", verb=relative, standing=standing)
    outer = verb_of(sentence, top)
    standing = status(sentence, outer, page.desk) if outer is not None else None
    standing = "proposed" if standing in ("scheduled", "held") else standing
    return Hold(role="object", verb=outer, standing=standing, moved=relative)


def _set_aside(page: Page, sentence: Sentence, top: Token, found: Hold) -> None:
    """What was planned and is put off or called off in one sentence: "The X, which was to be held in May, has been put off"."""
    verb = verb_of(sentence, top)
    if verb is None or verb is found.verb or top.dep not in ("nsubj", "nsubjpass", "dobj"):
        return
    change = put_off(sentence, verb, page.desk)
    if change == "cancelled":
        found.standing = None
    elif change == "postponed":
        found.standing, found.moved = "proposed", verb


def _behind(page: Page, sentence: Sentence, mention: Series) -> Hold | None:
    """What a participle right behind the name says of the session: ", to be held in", "convened in", "planned for"."""
    match = _PARTICIPLE.match(page.text, mention.span.end, sentence.span.end)
    token = next((t for t in sentence.tokens if match is not None and t.start == match.start("v")), None)
    if match is None or token is None:
        return None
    if match[0].lower().endswith(" by") and mention.ordinal is None and match["to"] is None:
        return None
    planned = match["to"] or token.lemma in _PLANNED or match["v"].lower() in ("due", "slated")
    return Hold(role="subject", verb=token, standing="scheduled" if planned else "held", behind=True)


def _foreseen(sentence: Sentence, top: Token) -> bool:
    """Whether a session is one of events to come: "the upcoming events, including the X in early August"."""
    lead = sentence.head(top) if top.dep == "pobj" else None
    if lead is None or lead.low != "including":
        return False
    above = sentence.head(lead)
    near = [t for t in sentence.tokens[: lead.i] if t.lemma in ("event", "meeting", "contact") and t.tag[:2] == "NN"]
    events = [above, *near] if above is not None else near
    return any(c.low in COMING for e in events for c in sentence.children(e))


def _outcome(sentence: Sentence, top: Token) -> bool:
    """Whether a session is one that has left something: "the outcomes of the fifth meeting of the X in April"."""
    lead = sentence.head(top) if top.dep == "pobj" else None
    left = sentence.head(lead) if lead is not None and lead.low in ("of", "from") else None
    return left is not None and left.lemma in ("outcome", "result", "conclusion", "minute", "decision", "success")


def _motion(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb hangs on one of travel: "arrived … leading a delegation to"."""
    above = sentence.head(verb)
    return above is not None and above.lemma in MOTION


def _finite(sentence: Sentence, verb: Token) -> Token:
    """The verb above an infinitive: what is done at a session is what was agreed there, not what is agreed upon."""
    at = verb
    while at.tag == "VB" and at.dep in ("xcomp", "advcl", "ccomp", "conj") and (above := sentence.head(at)) is not None:
        if above.pos not in ("VERB", "AUX") or any(c.dep == "aux" and c.tag == "MD" for c in sentence.children(at)):
            break
        at = above
    return at


def _moved(page: Page, sentence: Sentence, verb: Token) -> bool:
    return any(c.dep == "conj" and c.lemma in page.desk.word_set("encounter.moving") for c in sentence.children(verb))
