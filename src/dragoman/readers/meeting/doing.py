"""Who does a verb: its own subject, one that it shares with another verb, or whom an invitation, a plan or a judgement names."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.page.page import Sentence, Token

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_JUDGED = frozenset(
    (
        "congratulate",
        "praise",
        "thank",
        "commend",
        "applaud",
        "credit",
        "criticise",
        "criticize",
        "blame",
        "condemn",
        "blast",
        "slam",
        "berate",
    )
)
"""Verbs whose object does what follows behind "for" or "on": "thanked X for hosting"."""
_RANKS = frozenset(("first", "last", "latest", "second", "third", "only", "highest"))
_MEANS = frozenset(("way", "step", "measure", "possibility", "opportunity", "idea", "means", "issue", "plan", "effort"))
"""What one speaks of doing: in "discussed ways to trade" those who discuss would trade."""


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
            of = _part_of(sentence, above)
            if verb.tag == "VB" and of is not None:
                return of
            if verb.tag == "VB" and carried is not None:
                return subject(sentence, carried, depth + 1)
        link = sentence.head(above) if above.dep == "attr" else None
        if (
            link is not None
            and link.lemma in ("be", "become")
            and any(c.low in _RANKS for c in sentence.children(above))
        ):
            return subject(sentence, link, depth + 1) or above  # "X was the first to visit"
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
        "acomp",
    ):
        host = verb_of(sentence, above)
        if host is None:
            return None
        if mine is None and any(c.dep == "mark" and c.low in ("that", "as") for c in sentence.children(verb)):
            return None
        whom = judged(sentence, verb)
        if whom is not None:
            return whom
        if verb.dep in ("xcomp", "ccomp", "advcl") and to_form(sentence, verb):
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


def _part_of(sentence: Sentence, wish: Token) -> Token | None:
    """Whose a wish is: X in "a willingness on the part of X to meet", "the readiness of X to talk"."""
    for lead in sentence.children(wish):
        for held in sentence.children(lead) if lead.low in ("on", "of") and lead.dep == "prep" else ():
            if held.low == "part":
                return next((g for c in sentence.children(held) if c.low == "of" for g in sentence.children(c)), None)
            if lead.low == "of" and wish.lemma in ("willingness", "readiness", "intention", "desire"):
                return held
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
    host = verb_of(sentence, lead) if lead is not None and verb.dep in ("pcomp", "pobj") else None
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


def to_form(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is an infinitive behind "to"."""
    return any(c.dep == "aux" and c.low == "to" for c in sentence.children(verb))
