"""Sessions of a series: "the fifth X was held in …", "co-chaired the 7th X", "agreed to hold the 10th meeting of X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.begin import countries
from dragoman.readers.meeting.clause import judged, modal, status, subject, verb_of
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.draft import Actor, Draft
from dragoman.readers.meeting.linear import before
from dragoman.readers.meeting.links import after
from dragoman.readers.meeting.parties import parties
from dragoman.readers.meeting.series import Series
from dragoman.readers.meeting.series_role import attended, head_of, role_of, top_of
from dragoman.reading import EncounterKind, Status
from dragoman.span import Span

_CHAIRING = re.compile(r"\b(?:co-?)?(?:chair|host)(?:ed|s|ing)?\s+(?:the|a|an)?\s*$", re.I)
_PLANNED = frozenset(("plan", "schedule", "set", "slate", "expect"))
_MOTION = frozenset(("arrive", "leave", "depart", "head", "land"))
_PARTICIPLE = re.compile(
    r"\s*(?:\([A-Z0-9&-]+\)\s*)?,?\s*(?:(?:which|that) (?:is |was |took )?)?"
    r"(?P<to>(?:will |(?:due |set |scheduled |expected |slated )?to )be )?"
    r"(?P<v>held|convened|hosted|scheduled|planned|slated|set|due)\s+(?:on|in|at|for|from|by|next|this|last)\b",
    re.I,
)
_HABIT = re.compile(
    r"\b(?:every|each) (?:second |other |two |three )?(?:years?|months?)\b|\b(?:twice|once) a year\b|\bannually\b", re.I
)
_INVITED = re.compile(r"\b(?:at|on|upon) the invitation of\b", re.I)


def sessions(page: Page, sentence: Sentence, mentions: list[Series], company: Company) -> Iterator[Draft]:
    """The sessions that one sentence tells of. `mentions`: the series named in it."""
    for mention in mentions:
        words = [t for t in sentence.tokens if mention.span.start <= t.start and t.end <= mention.span.end]
        if not words:
            continue
        head = head_of(page, words)
        draft = _session(page, sentence, mention, head, company)
        if draft:
            yield draft


def _seen(sentence: Sentence, verb: Token) -> bool:
    """Whether someone only wants to see it happen."""
    above = sentence.head(verb)
    return above is not None and above.lemma == "see" and above.tag == "VB"


def _motion(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb hangs on one of travel: "arrived … leading a delegation to"."""
    above = sentence.head(verb)
    return above is not None and above.lemma in _MOTION


def _session(page: Page, sentence: Sentence, mention: Series, head: Token, company: Company) -> Draft | None:
    happens, attending = page.desk.word_set("session.happening"), page.desk.word_set("session.attending")
    top, upcoming = top_of(sentence, head)
    chairing = travelled = False
    moved: Token | None = None
    relative = next((c for c in sentence.children(head) if c.dep == "relcl" and c.lemma in happens), None)
    relative = relative or next((c for c in sentence.children(top) if c.dep == "relcl" and c.lemma in happens), None)
    verb = relative or verb_of(sentence, top)
    heading = sentence.kind in ("title", "heading")
    standing: Status | None
    behind = _behind(page, sentence, mention)
    if behind is not None:
        verb, standing = behind
        role = "subject"
    elif relative is not None:
        standing = status(sentence, relative, page.desk)
        if standing == "scheduled" and any(
            c.dep == "conj" and c.lemma in ("put", "postpone", "cancel") for c in sentence.children(relative)
        ):
            standing = None
        role = "subject"
        if standing is None or _moved(page, sentence, relative):
            outer = verb_of(sentence, top)
            standing = status(sentence, outer, page.desk) if outer is not None else None
            if standing == "scheduled" or standing == "held":
                standing = "proposed"
            role, verb, moved = "object", outer, relative
    else:
        role = role_of(sentence, top, verb)
        if verb is not None and verb.lemma in ("be", "plan", "schedule", "expect", "set", "seem") and role == "subject":
            verb = next(
                (c for c in sentence.children(verb) if c.dep in ("xcomp", "ccomp") and c.lemma in happens), verb
            )
        if verb is not None and role == "adjunct" and verb.lemma not in attending | happens:
            verb = _finite(sentence, verb)
        chaired = _CHAIRING.search(page.text, max(sentence.span.start, mention.span.start - 30), mention.span.start)
        if chaired and verb is not None and verb.lemma not in happens:
            role, chairing = "object", True
        standing = status(sentence, verb, page.desk) if verb is not None else "held"
        if verb is not None and standing == "held" and role == "subject" and verb.lemma in _PLANNED:
            standing = "scheduled"
    if verb is None and not heading:
        return None
    above = sentence.head(top)
    if (
        standing == "held"
        and verb is not None
        and (verb.lemma in _MOTION or (verb.lemma == "lead" and _motion(sentence, verb)))
        and above is not None
        and above.low in ("to", "for")
    ):
        standing, travelled = "scheduled", True
    actors: list[Actor] = []
    happening = chairing or behind is not None or (verb is not None and verb.lemma in happens)
    if role == "subject" and not happening:
        return None
    if role == "object" and not happening:
        return None
    if role == "adjunct" and verb is not None and verb.lemma == "meet" and mention.ordinal is None:
        return None
    if role == "adjunct":
        if not attended(sentence, top, mention) or (mention.ordinal is None and not happening):
            return None
        if standing is None:
            return None
    if role == "loose" and not heading:
        return None
    if verb is not None and judged(sentence, verb) is not None:  # "congratulated X on hosting the summit"
        return None
    if standing == "held" and verb is not None and verb.dep == "ccomp" and _seen(sentence, verb):
        return None
    if standing is None or (_HABIT.search(sentence.span.of(page.text)) and not mention.ordinal and standing == "held"):
        return None
    if upcoming and standing == "held":
        standing = "scheduled"
    if verb is not None and role in ("object", "adjunct"):
        doer = subject(sentence, verb) or (subject(sentence, sentence.tokens[verb.i - 2]) if verb.i > 1 else None)
        present = (
            chairing or verb.lemma in attending or role == "adjunct" or standing == "held" or _willing(sentence, verb)
        )
        host = _host(page, sentence, company) if chairing else []
        if doer is None and present:
            actors = before(sentence, verb, company) or company.last_person(sentence, verb)
        elif doer is not None and present:
            actors = [a for a in company.actors(sentence, doer) if a.kind == "person" or role == "object" or a.country]
        partner = after(sentence, head, "with") or after(sentence, verb, "with")
        if partner is not None and present:
            host += company.actors(sentence, partner)
        actors += [a for a in host if a not in actors]
    kind: EncounterKind = "meeting" if mention.ordinal is None and _rounds(page, mention) else "forum"
    goer = verb_of(sentence, top) if behind is not None and top.dep in ("dobj", "pobj") else None
    if goer is not None and goer.lemma in attending and (doer := subject(sentence, goer)) is not None:
        actors = [a for a in company.actors(sentence, doer) if a.kind == "person"]
    words = [head, *([top] if top.i != head.i else []), *([verb] if verb is not None and role != "adjunct" else [])]
    words = [w for w in words if w.lemma not in _MOTION]
    if moved is not None:
        words.append(moved)
    draft = Draft(
        kind=kind,
        status=standing,
        sentence=sentence.number,
        cue=mention.span,
        evidence=sentence.span,
        words=words,
        actors=list(dict.fromkeys(actors)),
        mechanism=mention.name,
        ordinal=mention.ordinal,
        rule="encounters.session",
        confidence=0.88,
        heading=heading,
        again=upcoming,
        report=True,
        change="postponed" if moved is not None else None,
        dateless=travelled,
    )
    between = after(sentence, head, "between") or after(sentence, top, "between")
    if between is not None:
        draft.other += countries(sentence, between, company)
    named = list(parties(mention.name, Span(0, len(mention.name)), page.desk))
    draft.other = list(dict.fromkeys([*draft.other, *(p.code for p in named if p.code)]))
    if not draft.people and len({p.code or p.name for p in named}) >= 2:
        draft.actors = list(dict.fromkeys(company.state(p.code) if p.code else Actor(p.name, "state") for p in named))
    return draft


def _rounds(page: Page, mention: Series) -> bool:
    """Whether a name in small letters says no more than that there are talks: "exploratory contacts"."""
    words = mention.name.split()
    return mention.name.islower() and words[-1] in page.desk.word_set("round-heads") and len(words) < 3


def _willing(sentence: Sentence, verb: Token) -> bool:
    """Whether someone is said to hold it themselves: "X and Y will hold"."""
    return modal(sentence, verb) == "will" and verb.lemma in ("hold", "conduct", "convene", "open", "have")


def _behind(page: Page, sentence: Sentence, mention: Series) -> tuple[Token, Status] | None:
    """What a participle right behind the name says of the session: ", to be held in", "convened in", "planned for"."""
    match = _PARTICIPLE.match(page.text, mention.span.end, sentence.span.end)
    token = next((t for t in sentence.tokens if match is not None and t.start == match.start("v")), None)
    if match is None or token is None:
        return None
    if match[0].lower().endswith(" by") and mention.ordinal is None and match["to"] is None:
        return None
    planned = match["to"] or token.lemma in _PLANNED or match["v"].lower() in ("due", "slated")
    return token, "scheduled" if planned else "held"


def _host(page: Page, sentence: Sentence, company: Company) -> list[Actor]:
    """Who invites to a session that the guest is to chair with someone: the other chair."""
    invited = _INVITED.search(page.text, sentence.span.start, sentence.span.end)
    if invited is None:
        return []
    named = [n for span, n in company.mentioned(Span(invited.end(), sentence.span.end))]
    return [company.actor(named[0])] if named else []


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
