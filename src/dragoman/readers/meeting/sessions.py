"""Sessions of a series: "the fifth X was held in …", "co-chaired the 7th X", "agreed to hold the 10th meeting of X"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.begin import countries, left_behind
from dragoman.readers.meeting.clause import modal
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.doing import judged, subject, verb_of
from dragoman.readers.meeting.draft import Actor, Draft
from dragoman.readers.meeting.linear import before
from dragoman.readers.meeting.links import after
from dragoman.readers.meeting.parties import parties
from dragoman.readers.meeting.series import Series
from dragoman.readers.meeting.series_role import attended, head_of, top_of
from dragoman.readers.meeting.session_hold import MOTION, Hold, hold
from dragoman.reading import Status
from dragoman.span import Span

_HOLDERS = re.compile(r"\b(?:meeting|summit|conference) of (?:the )?(\w+ of (?:state|government)\w* .+)", re.I)
"""Those whose rank the name of a series tells: "the consultative meeting of the heads of state of the Lake Region"."""
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


def _session(page: Page, sentence: Sentence, mention: Series, head: Token, company: Company) -> Draft | None:
    top, upcoming = top_of(sentence, head)
    held = hold(page, sentence, mention, head, top)
    if not _tells(page, sentence, mention, held, top):
        return None
    standing: Status = "scheduled" if upcoming and held.standing == "held" else held.standing or "held"
    actors = list(dict.fromkeys(_present(page, sentence, held, head, top, company)))
    verbs = [held.verb] if held.verb is not None and held.role != "adjunct" else []
    words = [w for w in (head, *([top] if top.i != head.i else []), *verbs) if w.lemma not in MOTION]
    draft = Draft(
        kind="meeting" if mention.ordinal is None and _rounds(page, mention) else "forum",
        status=standing,
        sentence=sentence.number,
        cue=mention.span,
        evidence=sentence.span,
        words=[*words, *([held.moved] if held.moved is not None else [])],
        actors=actors,
        mechanism=mention.name,
        ordinal=mention.ordinal,
        rule="encounters.session",
        confidence=0.88,
        heading=sentence.kind in ("title", "heading"),
        again=upcoming,
        report=True,
        recalled=held.verb is not None and left_behind(sentence, held.verb),
        change="postponed" if held.moved is not None else None,
        dateless=held.travelled,
    )
    _of_whom(page, sentence, draft, head, top, company)
    return draft


def _tells(page: Page, sentence: Sentence, mention: Series, held: Hold, top: Token) -> bool:
    """Whether the sentence tells of a session taking place, not only of the series."""
    verb, role = held.verb, held.role
    heading = sentence.kind in ("title", "heading")
    happening = held.happens(page.desk.word_set("session.happening"))
    if held.standing is None or (verb is None and not heading and not held.behind):
        return False
    if role in ("subject", "object") and not happening:
        return False
    if role == "adjunct":
        convening = verb is not None and verb.lemma == "meet"
        if convening and mention.ordinal is None and not _joint(page, mention):
            return False
        if _came(sentence, verb, top):
            return held.standing == "held"
        if not attended(sentence, top, mention) or (mention.ordinal is None and not happening):
            return False
    if role == "loose" and not heading and not held.behind:
        return False
    if verb is not None and judged(sentence, verb) is not None:  # "congratulated X on hosting the summit"
        return False
    if held.standing == "held" and verb is not None and verb.dep == "ccomp" and _seen(sentence, verb):
        return False
    habit = _HABIT.search(sentence.span.of(page.text)) and not mention.ordinal
    return not (habit and held.standing == "held")


def _came(sentence: Sentence, verb: Token | None, top: Token) -> bool:
    """Whether someone went to a country for a session: "visited Norway from 6 to 7 May for the Exchange"."""
    lead = sentence.head(top) if top.dep == "pobj" else None
    return verb is not None and verb.lemma == "visit" and lead is not None and lead.low == "for" and lead.head == verb.i


def _joint(page: Page, mention: Series) -> bool:
    """Whether a series is a body in which two sides sit together: "are meeting in a joint commission"."""
    words = mention.name.lower().split()
    qualified = set(words) & page.desk.word_set("series-qualifiers")
    return bool(qualified) and words[-1] in page.desk.word_set("series-bodies")


def _present(page: Page, sentence: Sentence, held: Hold, head: Token, top: Token, company: Company) -> list[Actor]:
    """Who is told to be at the session."""
    verb, attending = held.verb, page.desk.word_set("session.attending")
    leading = _leading(sentence, head, top, attending)
    if leading is not None:
        found = [a for a in company.actors(sentence, leading) if a.kind == "person"]
        if found:
            return found
    goer = verb_of(sentence, top) if held.behind and top.dep in ("dobj", "pobj") else None
    if goer is not None and goer.lemma in attending and (doer := subject(sentence, goer)) is not None:
        return [a for a in company.actors(sentence, doer) if a.kind == "person"]
    if verb is None or held.role not in ("object", "adjunct"):
        return []
    actors: list[Actor] = []
    doer = subject(sentence, verb) or (subject(sentence, sentence.tokens[verb.i - 2]) if verb.i > 1 else None)
    part = verb.lemma == "take" and any(c.low == "part" for c in sentence.children(verb))
    present = part or held.chairing or verb.lemma in attending or held.role == "adjunct" or held.standing == "held"
    present = present or _willing(sentence, verb)
    host = _host(page, sentence, company) if held.chairing or _came(sentence, verb, top) else []
    if doer is None and present:
        actors = before(sentence, verb, company) or company.last_person(sentence, verb)
    elif doer is not None and present:
        told = company.actors(sentence, doer)
        actors = [a for a in told if a.kind == "person" or held.role == "object" or a.country]
    partner = after(sentence, head, "with") or after(sentence, verb, "with")
    if partner is not None and present:
        host += company.actors(sentence, partner)
    return [*actors, *host]


def _leading(sentence: Sentence, head: Token, top: Token, attending: frozenset[str]) -> Token | None:
    """Who leads or attends by a clause on the name: "the commission, where X and Y will lead discussions"."""
    for clause in (c for w in (head, top) for c in sentence.children(w) if c.dep == "relcl" and c.lemma in attending):
        if any(c.low == "where" for c in sentence.children(clause)):
            return next((c for c in sentence.children(clause) if c.dep == "nsubj"), None)
    return None


def _of_whom(page: Page, sentence: Sentence, draft: Draft, head: Token, top: Token, company: Company) -> None:
    """The parties that the name of the series or the words behind it tell."""
    name = draft.mechanism or ""
    between = after(sentence, head, "between") or after(sentence, top, "between")
    if between is not None:
        draft.other += countries(sentence, between, company)
    named = list(parties(name, Span(0, len(name)), page.desk))
    draft.other = list(dict.fromkeys([*draft.other, *(p.code for p in named if p.code)]))
    if not draft.people and len({p.code or p.name for p in named}) >= 2:
        draft.actors = list(
            dict.fromkeys(company.state(p.code) if p.code else Actor(company.body(p.name), "state") for p in named)
        )
    holders = _HOLDERS.search(name)
    if holders is not None and not draft.people:
        draft.actors = [Actor(holders[1], "group")]


def _rounds(page: Page, mention: Series) -> bool:
    """Whether a name in small letters says no more than that there are talks: "exploratory contacts"."""
    words = mention.name.split()
    return mention.name.islower() and words[-1] in page.desk.word_set("round-heads") and len(words) < 3


def _willing(sentence: Sentence, verb: Token) -> bool:
    """Whether someone is said to hold it themselves: "X and Y will hold"."""
    return modal(sentence, verb) == "will" and verb.lemma in ("hold", "conduct", "convene", "open", "have")


def _host(page: Page, sentence: Sentence, company: Company) -> list[Actor]:
    """Who invites to a session that the guest is to chair with someone: the other chair."""
    invited = _INVITED.search(page.text, sentence.span.start, sentence.span.end)
    if invited is None:
        return []
    named = [n for span, n in company.mentioned(Span(invited.end(), sentence.span.end))]
    return [company.actor(named[0])] if named else []
