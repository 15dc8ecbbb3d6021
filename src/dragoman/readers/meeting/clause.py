"""The grammar around a word that tells of an encounter: who does it, and whether it happened, is planned or only
wished."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.desk.desk import Desk
from dragoman.page.page import Sentence, Token
from dragoman.readers.meeting.aims import aimed
from dragoman.reading import Status

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_WILL = frozenset(("will", "shall", "'ll", "wo"))
_MAY = frozenset(("may", "might", "could", "can"))
_OUGHT = frozenset(("should", "must", "ought"))
_BEFORE = frozenset(("before", "ahead", "prior", "until", "till", "without", "despite"))
_FIRST = frozenset(("first", "last", "second", "third", "only", "latest"))
_JUDGED = frozenset(
    ("congratulate", "praise", "thank", "commend", "applaud", "credit", "criticise", "criticize", "blame", "condemn")
)
"""Verbs whose object does what follows behind "for" or "on": "thanked X for hosting"."""
_MEANS = frozenset(("way", "step", "measure", "possibility", "opportunity", "idea", "means", "issue", "plan", "effort"))
"""What one speaks of doing: in "discussed ways to trade" those who discuss would trade."""
_TRYING = frozenset(("effort", "attempt", "endeavour", "endeavor", "bid"))
_IF = frozenset(("if", "unless", "whether", "once", "until", "till"))


def verb_of(sentence: Sentence, token: Token) -> Token | None:
    """The nearest verb at or above a word."""
    if token.pos in ("VERB", "AUX"):
        return token
    return next((t for t in sentence.ancestors(token) if t.pos in ("VERB", "AUX")), None)


def _nearness(verb: Token) -> Callable[[Token], tuple[bool, int]]:
    """Among several subjects the last before the verb: what stands first may be a date."""
    return lambda c: (c.i < verb.i, c.i)


def subject(sentence: Sentence, verb: Token, depth: int = 0) -> Token | None:
    """The word for who does a verb: its own subject, that of the verb it is joined to, what a relative clause hangs
    on, or the one it shares with the verb above ("said … while meeting with"). None where the text names none."""
    mine = max((c for c in sentence.children(verb) if c.dep in _SUBJECTS), key=_nearness(verb), default=None)
    if mine is not None and mine.low in ("who", "which", "that") and verb.dep in ("relcl", "acl", "ccomp"):
        above = sentence.head(verb)
        while above is not None and above.dep == "appos" and (whole := sentence.head(above)) is not None:
            above = whole
        return above if above is not None and above.pos not in ("VERB", "AUX") else mine
    if mine is not None and mine.low not in ("it", "there"):
        return mine
    above = sentence.head(verb)
    if above is None or depth > 6:
        return _left(sentence, verb) if depth == 0 and mine is None else None
    if (guest := _for_whom(sentence, verb)) is not None:
        return guest
    if verb.dep in ("relcl", "acl"):
        if verb.dep == "relcl" and verb.tag == "VB" and above.lemma in _MEANS and mine is None:
            carried = verb_of(sentence, above)
            return subject(sentence, carried, depth + 1) if carried is not None else None
        if verb.dep == "acl" and above.pos not in ("VERB", "AUX") and verb.tag in ("VB", "VBG"):
            carried = verb_of(sentence, above)
            if above.lemma == "invitation":
                return _invited(sentence, above, carried) or _accepting(sentence, carried)
            whose = next((c for c in sentence.children(above) if c.dep == "poss"), None)
            if verb.tag == "VB" and whose is not None:
                return whose  # "the minister's plan to visit"
            if verb.tag == "VB" and carried is not None:
                return subject(sentence, carried, depth + 1)
        return above if above.pos not in ("VERB", "AUX") else subject(sentence, above, depth + 1)
    if verb.dep in (
        "conj",
        "xcomp",
        "advcl",
        "ccomp",
        "pcomp",
        "prep",
        "dep",
        "pobj",
        "dobj",
        "nsubj",
        "parataxis",
        "aux",
    ):
        host = verb_of(sentence, above)
        if host is None:
            return None
        if mine is None and any(c.dep == "mark" and c.low in ("that", "as") for c in sentence.children(verb)):
            return None
        whom = judged(sentence, verb)
        if whom is not None:
            return whom
        if verb.dep in ("xcomp", "ccomp", "advcl") and _to(sentence, verb):
            asked = next((c for c in sentence.children(host) if c.dep == "dobj"), None)
            if asked is not None and host.lemma in (
                "invite",
                "ask",
                "urge",
                "want",
                "expect",
                "allow",
                "send",
                "tell",
                "call",
            ):
                return asked
        return subject(sentence, host, depth + 1)
    return None


def _for_whom(sentence: Sentence, verb: Token) -> Token | None:
    """Who does what an infinitive tells behind "for": X in "arrangements for X to visit Oslo"."""
    to = next((c for c in sentence.children(verb) if c.low == "to" and c.dep == "aux"), None)
    before = sentence.tokens[to.i - 1] if to is not None and to.i else None
    lead = sentence.head(before) if before is not None and before.dep == "pobj" else None
    return before if lead is not None and lead.low == "for" and before is not None and before.i < verb.i else None


def judged(sentence: Sentence, verb: Token) -> Token | None:
    """Whom one thanks or blames for what a verb tells: X in "congratulated X on hosting the summit"."""
    lead = sentence.head(verb)
    host = verb_of(sentence, lead) if lead is not None and verb.dep == "pcomp" else None
    if host is None or host.lemma not in _JUDGED:
        return None
    return next((c for c in sentence.children(host) if c.dep in ("dobj", "nsubjpass")), None)


def _invited(sentence: Sentence, invitation: Token, verb: Token | None) -> Token | None:
    """To whom an invitation goes: "extended an invitation to X", "an invitation … was conveyed to X"."""
    for word in (invitation, verb):
        for child in sentence.children(word) if word is not None else ():
            if child.low in ("to", "for") and child.dep in ("prep", "dative"):
                return next((c for c in sentence.children(child) if c.dep == "pobj"), None)
    return None


def _accepting(sentence: Sentence, verb: Token | None) -> Token | None:
    """Who will come where an invitation is accepted rather than given."""
    if verb is None or verb.lemma not in ("accept", "receive", "take", "have", "welcome"):
        return None
    return subject(sentence, verb, 1)


def _left(sentence: Sentence, verb: Token) -> Token | None:
    """A noun phrase that ends before a verb without subject, in a text that was cut or translated badly."""
    for token in reversed(sentence.tokens[: verb.i]):
        if token.pos in ("VERB", "AUX"):
            return None
        if token.pos in ("PROPN", "NOUN", "PRON") and token.dep in ("ROOT", "dep", "nsubj", "npadvmod", "nmod"):
            return token
    return None


def _to(sentence: Sentence, verb: Token) -> bool:
    return any(c.dep == "aux" and c.low == "to" for c in sentence.children(verb))


def negated(sentence: Sentence, verb: Token, desk: Desk) -> bool:
    """Whether a verb, or one that it depends on as an infinitive, is denied or refused."""
    at: Token | None = verb
    while at is not None:
        if any(c.dep == "neg" or c.low in ("never", "neither", "nor") for c in sentence.children(at)):
            return True
        above = sentence.head(at)
        if at.i != verb.i and at.lemma in desk.word_set("encounter.failing"):
            return True
        if (
            above is None
            or at.dep not in ("xcomp", "conj", "pcomp", "prep", "pobj", "dobj", "acl", "ccomp")
            or (at.dep in ("conj", "ccomp") and not _to(sentence, at))
        ):
            return False
        at = above
    return False


def modal(sentence: Sentence, verb: Token) -> str | None:
    """The auxiliary that colours a verb: will, may, ought, would, to, past, present, or None for a bare form."""
    helpers = [c for c in sentence.children(verb) if c.dep in ("aux", "auxpass")]
    lows = {c.low for c in helpers}
    if lows & _WILL:
        return "will"
    if lows & _OUGHT or "need" in lows:
        return "ought"
    if "would" in lows or "'d" in lows:
        return "would"
    if lows & _MAY:
        return "may"
    if "to" in lows:
        return "to"
    if verb.tag == "VBD" or lows & {"has", "have", "had", "'ve", "did", "was", "were", "'d"}:
        return "past"
    if verb.tag in ("VBZ", "VBP") or lows & {"is", "are", "am", "'s", "being"}:
        return "present"
    return None


def status(sentence: Sentence, verb: Token, desk: Desk, depth: int = 0) -> Status | None:
    """Whether what a verb tells of was held, is scheduled or proposed; None where it is denied, only hoped for, or a
    condition."""
    if depth > 6 or (depth == 0 and negated(sentence, verb, desk)):
        return None
    if any(c.dep == "mark" and c.low in ("if", "unless") for c in sentence.children(verb)):
        return None
    if depth == 0 and sentence.head(verb) is not None and _joined_prefix(sentence, verb):
        verb = sentence.tokens[verb.i - 2]
    colour = modal(sentence, verb)
    above = sentence.head(verb)
    if depth == 0 and verb.lemma == "expect":
        return "scheduled"
    if depth == 0 and verb.lemma == "invite":
        return "proposed" if colour in ("past", "present", None) else None
    if colour == "will":
        return "scheduled"
    if colour == "ought":
        return None
    if colour == "may":
        return "proposed"
    if colour == "would":
        if verb.lemma in ("like", "want", "prefer", "be", "love") and depth:
            return "proposed"
        return "scheduled"
    if colour == "to":
        return _infinitive(sentence, verb, above, desk, depth)
    if verb.lemma in desk.word_set("encounter.planning") and depth and modal(sentence, verb) in ("past", "present"):
        return "scheduled"
    if colour == "present" and verb.dep == "advcl" and _ahead(sentence, verb):
        return "scheduled"
    if colour == "present" and any(c.low == "when" for c in sentence.children(verb)):
        host = next((t for t in sentence.ancestors(verb) if t.pos in ("VERB", "AUX")), None)
        above_it = status(sentence, host, desk, depth + 1) if host is not None else None
        return above_it if host is not None and (verb.tag == "VBP" or above_it == "scheduled") else "held"
    if colour in ("past", "present"):
        return "held"
    if verb.tag == "VBN" and above is not None and verb.dep in ("acl", "amod", "advcl"):
        return "held"
    if verb.tag == "VB" and verb.dep in ("ROOT", "ccomp", "parataxis", "advcl"):
        return None
    if above is None:
        return "held" if verb.tag in ("VBN", "VBG") else None
    host = verb_of(sentence, above)
    fronted = verb.dep == "advcl" and host is not None and verb.i < host.i  # "Meeting with X, Y discussed …"
    if host is not None and verb.tag == "VBG" and not fronted and host.lemma in desk.word_set("encounter.proposing"):
        return None if negated(sentence, host, desk) else "scheduled" if host.lemma == "look" else "proposed"
    lead = above if above is not None and above.pos == "ADP" else None
    agreed = host is not None and host.lemma in desk.word_set("encounter.planning")
    if verb.tag == "VBG" and lead is not None and lead.low in ("on", "upon", "to") and host is not None and agreed:
        return None if negated(sentence, host, desk) else "scheduled"
    if aimed(sentence, verb):
        return None
    if verb.tag == "VBG" or verb.dep in ("conj", "pcomp", "advcl"):
        if _ahead(sentence, verb):
            return "scheduled" if host is None or modal(sentence, host) in ("will", "present") else "held"
        return status(sentence, host, desk, depth + 1) if host is not None else "held"
    return "held" if verb.tag != "VB" else (status(sentence, host, desk, depth + 1) if host is not None else None)


def _joined_prefix(sentence: Sentence, verb: Token) -> bool:
    """Whether the parse has parted a verb from its prefix, which then carries the auxiliaries: "will co - chair"."""
    return (
        verb.tag == "VB"
        and verb.i > 1
        and sentence.tokens[verb.i - 1].text == "-"
        and sentence.tokens[verb.i - 2].low == "co"
        and sentence.tokens[verb.i - 2].tag.startswith("VB")
    )


def _ahead(sentence: Sentence, verb: Token) -> bool:
    above = sentence.head(verb)
    marks = {c.low for c in sentence.children(verb) if c.dep in ("mark", "prep", "advmod")}
    return bool(marks & _BEFORE) or (above is not None and above.low in _BEFORE)


def _reached(sentence: Sentence, verb: Token, above: Token) -> bool:
    """Whether an infinitive tells what an agreement or decision is about: "an agreement was reached to hold"."""
    planned = ("agreement", "decision", "understanding", "arrangement", "plan", "consensus", "intention")
    if above.lemma in planned:
        return True
    nouns = [c for c in sentence.children(above) if c.dep in ("nsubj", "nsubjpass", "dobj")]
    return any(c.lemma in planned for c in nouns) and verb.dep in ("xcomp", "advcl", "ccomp", "acl")


def _infinitive(sentence: Sentence, verb: Token, above: Token | None, desk: Desk, depth: int) -> Status | None:
    """An infinitive's standing follows from the word it hangs on: agreed to, invited to, is to."""
    if above is None:
        return "scheduled"
    low, lemma = above.low, above.lemma
    if lemma == "be" and verb.dep == "xcomp" and modal(sentence, above) == "past":
        told_of = next((c for c in sentence.children(above) if c.dep == "attr"), None)
        if told_of is not None and any(c.low in _FIRST for c in sentence.children(told_of)):
            return "held"  # "was the first to visit"
    lead = sentence.head(above) if lemma in ("invitation", "request", "initiative") else None
    if lead is not None and lead.low in ("at", "on", "upon") and (taker := verb_of(sentence, lead)) is not None:
        return status(sentence, taker, desk, depth + 1)
    taker = verb_of(sentence, above) if lemma == "invitation" else None
    if taker is not None and taker.lemma == "accept":
        return None if negated(sentence, taker, desk) else "scheduled"
    if lemma in ("be", "have") and verb.dep in ("xcomp", "ccomp", "attr"):
        if lemma == "have":
            return None
        return "held" if above.tag == "VBD" and any(c.low == "have" for c in sentence.children(verb)) else "scheduled"
    if lemma in desk.word_set("encounter.proposing") or low in desk.word_set("encounter.proposing"):
        outer = verb_of(sentence, above)
        if outer is not None and negated(sentence, outer, desk):
            return None
        return "proposed"
    if lemma in desk.word_set("encounter.planning") or low in desk.word_set("encounter.planning"):
        if above.pos in ("VERB", "AUX") and negated(sentence, above, desk):
            return None
        return "scheduled"
    if lemma in desk.word_set("encounter.failing") or lemma in _TRYING:
        return None
    if any(c.lemma in ("arrangement", "preparation") for c in (above, *sentence.children(above)) if c.dep == "dobj"):
        return "proposed"  # "make arrangements for X to visit"
    if _reached(sentence, verb, above):
        return "scheduled"
    host = verb_of(sentence, above)
    if host is None:
        return "scheduled"
    outer_status = status(sentence, host, desk, depth + 1)
    if verb.dep == "advcl" or (verb.dep in ("acl", "relcl", "xcomp") and host.i == above.i):
        return outer_status
    firsts = {above.low, *(c.low for c in sentence.children(above) if c.dep == "amod")}
    if firsts & _FIRST and verb.dep in ("relcl", "acl"):
        return "held" if modal(sentence, host) == "past" else outer_status
    return (
        "scheduled"
        if outer_status == "scheduled"
        else ("held" if outer_status == "held" and verb.dep == "advcl" else outer_status)
    )


def told(sentence: Sentence, token: Token) -> bool:
    """Whether a word stands in a clause that someone is said to have said, not in the reporting clause itself."""
    at = token
    for above in sentence.ancestors(token):
        if at.dep in ("ccomp", "parataxis") and above.pos == "VERB":
            return True
        at = above
    return False
