"""Contacts by words alone: calls, letters, and who hears a speech."""

from __future__ import annotations

from dragoman.desk.desk import Desk
from dragoman.page.page import Sentence, Token
from dragoman.readers.meeting.clause import told
from dragoman.readers.meeting.company import Company
from dragoman.readers.meeting.cue import Cue
from dragoman.readers.meeting.doing import subject
from dragoman.readers.meeting.links import after
from dragoman.readers.meeting.presence import somebody
from dragoman.reading import EncounterKind


def by_phone(desk: Desk, sentence: Sentence, token: Token, kind: EncounterKind, company: Company) -> Cue | None:
    signs = desk.word_set("encounter.call.signs")
    with_whom = after(sentence, token, "with", "to")
    below = [t for t in sentence.subtree(token) if t.i > token.i]
    for word in below:
        if word.low in ("telephone", "phone", "telephonically", "videolink", "video") and word.i - token.i < 25:
            before = sentence.tokens[word.i - 1].low
            if before in ("by", "over", "on", "via", "through", "the", "video", "a") or word.low in signs:
                return Cue(kind, token, token, with_whom)
    if token.lemma == "speak" and (other := after(sentence, token, "with", "to")) is not None:
        hall = after(sentence, token, "in", "at")
        face = hall is not None and hall.ent in ("GPE", "FAC")  # "spoke in Oslo with X"
        face = face or (
            token.tag == "VBZ" and any(t.low in _POSED for t in sentence.tokens)
        )  # a caption's "X, left, speaks with Y"
        return (
            Cue("meeting" if face else kind, token, token, other) if abroad(sentence, token, other, company) else None
        )
    if token.lemma == "talk" and (other := after(sentence, token, "with")) is not None:
        return Cue("meeting", token, token, other) if abroad(sentence, token, other, company) else None
    hall = after(sentence, token, "at", "in", "before", "for", "out")
    if token.lemma == "speak" and (hall is None or hall.ent in ("DATE", "TIME")):
        doer = subject(sentence, token)
        both = [a for a in company.actors(sentence, doer) if a.kind == "person"] if doer is not None else []
        finite = token.tag in ("VBD", "VBN") and not told(sentence, token)
        if finite and len(both) == 2 and len({a.country for a in both}) == 2 and doer is not None and doer.i < token.i:
            return Cue(kind, token, token, None)
    return None


_POSED = frozenset(("left", "right", "center", "centre"))
_LEADERS = frozenset(("leader", "president", "minister", "premier", "chancellor", "king", "emir", "counterpart"))


def abroad(sentence: Sentence, verb: Token, other: Token, company: Company) -> bool:
    """Whether "spoke with" joins officials of two countries, as in the readout of a call, or "talked with", of a meeting."""
    doer = subject(sentence, verb)
    mine = [a for a in company.actors(sentence, doer) if a.kind == "person"] if doer is not None else []
    everyone = company.actors(sentence, other)
    theirs = [a for a in everyone if a.kind == "person"]
    if mine and not theirs and verb.lemma == "speak" and other.lemma.lower() in _LEADERS and verb.tag == "VBD":
        return any(a.country and a.country != mine[0].country for a in everyone)  # "spoke with the leaders of …"
    known = bool(mine and theirs) and bool(mine[0].country or theirs[0].country)
    return known and mine[0].country != theirs[0].country


def written(desk: Desk, sentence: Sentence, verb: Token, target: Token | None, company: Company) -> Cue | None:
    """A letter told by its verb: "has written to his counterpart"."""
    to = after(sentence, verb, "to")
    if to is None or (target is not None and target.lemma not in ("letter", "message")):
        return None
    addressed = somebody(desk, sentence, to, company) and (company.person_at(to) is not None or to.tag in ("NN", "NNP"))
    return Cue("address", verb, verb, to) if addressed else None


def shared(sentence: Sentence, verb: Token) -> list[Token]:
    """What a verb shares with the one joined to it: "addressed and interacted with the community"."""
    joined = [c for c in sentence.children(verb) if c.dep == "conj" and c.i - verb.i < 4]
    found = [
        after(sentence, c, "with") or next((o for o in sentence.children(c) if o.dep == "dobj"), None) for c in joined
    ]
    return [t for t in found if t is not None]
