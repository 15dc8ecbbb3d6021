"""Sessions of a series: "the fifth X was held in …", "co-chaired the 7th X", "agreed to hold the 10th meeting of X"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.clause import status, subject, verb_of
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.draft import Actor, Draft
from dragoman.readers.meeting.parties import parties
from dragoman.readers.meeting.series import Series
from dragoman.reading import EncounterKind, Status
from dragoman.span import Span

_HAPPENS = frozenset(
    [
        "hold",
        "convene",
        "open",
        "begin",
        "start",
        "conclude",
        "close",
        "take",
        "meet",
        "host",
        "attend",
        "chair",
        "co-chair",
        "cochair",
        "co-host",
        "launch",
        "kick",
        "gather",
        "occur",
        "happen",
        "end",
        "organise",
        "organize",
        "address",
        "resume",
        "stage",
        "schedule",
        "plan",
        "lead",
        "join",
        "participate",
        "wrap",
        "complete",
        "inaugurate",
        "preside",
    ]
)
_REFERENCE = frozenset(
    (
        "since",
        "sidelines",
        "margins",
        "fringes",
        "ahead",
        "before",
        "eve",
        "until",
        "through",
        "following",
        "of",
        "about",
        "under",
        "via",
        "by",
        "from",
        "within",
        "from",
        "like",
        "as",
        "including",
    )
)
_NEXT = frozenset(("next", "coming", "upcoming", "following", "forthcoming"))


def sessions(page: Page, sentence: Sentence, mentions: list[Series], company: Company) -> Iterator[Draft]:
    """The sessions that one sentence tells of. `mentions`: the series named in it."""
    for mention in mentions:
        words = [t for t in sentence.tokens if mention.span.start <= t.start and t.end <= mention.span.end]
        if not words:
            continue
        numbers = {t.i for t in words}
        head = next((t for t in reversed(words) if t.head not in numbers or t.head == t.i), words[-1])
        draft = _session(page, sentence, mention, head, company)
        if draft:
            yield draft


def _session(page: Page, sentence: Sentence, mention: Series, head: Token, company: Company) -> Draft | None:
    top, upcoming = _top(sentence, head)
    relative = next((c for c in sentence.children(head) if c.dep == "relcl" and c.lemma in _HAPPENS), None)
    relative = relative or next((c for c in sentence.children(top) if c.dep == "relcl" and c.lemma in _HAPPENS), None)
    verb = relative or verb_of(sentence, top)
    heading = sentence.kind in ("title", "heading")
    standing: Status | None
    if relative is not None:
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
            role, verb = "object", outer
    else:
        role = _role(sentence, top, verb)
        standing = status(sentence, verb, page.desk) if verb is not None else "held"
    if verb is None and not heading:
        return None
    actors: list[Actor] = []
    happening = verb is not None and verb.lemma in _HAPPENS
    if role == "subject" and not happening:
        return None
    if role == "object" and not happening:
        return None
    if role == "adjunct":
        if not _attended(sentence, top, mention) or (mention.ordinal is None and not happening):
            return None
        if standing is None:
            return None
    if role == "loose" and not heading:
        return None
    if standing is None:
        return None
    if upcoming and standing == "held":
        standing = "scheduled"
    if verb is not None and role in ("object", "adjunct"):
        doer = subject(sentence, verb)
        if doer is not None:
            actors = [a for a in company.actors(sentence, doer) if a.kind == "person" or role == "object" or a.country]
    kind: EncounterKind = (
        "meeting"
        if mention.name.islower() and mention.name.split()[-1] in page.desk.word_set("round-heads")
        else "forum"
    )
    words = [head, *([top] if top.i != head.i else []), *([verb] if verb is not None and role != "adjunct" else [])]
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
    )
    draft.other = list(
        dict.fromkeys(p.code for p in parties(mention.name, Span(0, len(mention.name)), page.desk) if p.code)
    )
    return draft


def _moved(page: Page, sentence: Sentence, verb: Token) -> bool:
    return any(c.dep == "conj" and c.lemma in page.desk.word_set("encounter.moving") for c in sentence.children(verb))


def _top(sentence: Sentence, head: Token) -> tuple[Token, bool]:
    """The noun that a series' name hangs on ("the next edition of the X"), and whether it is one to come."""
    top = head
    upcoming = any(c.low in _NEXT for c in sentence.children(head))
    for _ in range(3):
        above = sentence.head(top)
        if top.dep == "pobj" and above is not None and above.low in ("of", "under", "for", "within"):
            noun = sentence.head(above)
            if noun is not None and noun.low in (
                "meeting",
                "session",
                "round",
                "edition",
                "opening",
                "conference",
                "summit",
                "gathering",
                "close",
                "closing",
                "part",
            ):
                top = noun
                upcoming = upcoming or any(c.low in _NEXT for c in sentence.children(noun))
                continue
        if top.dep in ("compound", "nmod") and above is not None and above.pos in ("NOUN", "PROPN"):
            top = above
            continue
        break
    return top, upcoming


def _role(sentence: Sentence, top: Token, verb: Token | None) -> str:
    if verb is None:
        return "loose"
    if top.head == verb.i and top.dep in ("dobj", "attr"):
        return "object"
    if top.head == verb.i and top.dep in ("nsubj", "nsubjpass"):
        return "subject"
    if top.dep == "pobj":
        return "adjunct"
    if top.dep == "conj":
        above = sentence.head(top)
        return _role(sentence, above, verb) if above is not None else "loose"
    return "loose"


def _attended(sentence: Sentence, top: Token, mention: Series) -> bool:
    """Whether a preposition tells of being at the session rather than of pointing to it."""
    prep = sentence.head(top)
    if prep is None:
        return False
    above = sentence.head(prep)
    if prep.low == "of" and above is not None and above.low in ("opening", "close", "closing", "part"):
        return True
    if prep.low in ("at", "in", "during", "for", "to", "over", "on"):
        if above is not None and above.pos in ("NOUN", "PROPN") and above.low in ("sidelines", "margins"):
            return False
        return prep.low in ("at", "during", "in") or mention.ordinal is not None
    return False
