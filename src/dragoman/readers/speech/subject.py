"""Who does a verb: its own subject, or the one it shares with the verb that it leans on."""

from __future__ import annotations

from dragoman.page.page import Sentence, Token

_RAISING = frozenset(
    [
        "go",
        "continue",
        "proceed",
        "rush",
        "hasten",
        "happen",
        "take",
        "appear",
        "use",
        "come",
        "begin",
        "start",
        "try",
        "seek",
        "want",
        "wish",
        "like",
        "decide",
        "choose",
        "need",
        "hurry",
        "move",
        "turn",
        "step",
        "work",
        "vow",
    ]
)
_UNSAID = frozenset(
    [
        "decline",
        "refuse",
        "fail",
        "stop",
        "hesitate",
        "avoid",
        "forget",
        "neglect",
        "plan",
        "expect",
        "schedule",
        "intend",
    ]
)


def own(sentence: Sentence, verb: Token) -> Token | None:
    """The verb's grammatical subject, active or passive."""
    return next((c for c in sentence.children(verb) if c.dep in ("nsubj", "nsubjpass")), None)


def passive(sentence: Sentence, verb: Token) -> bool:
    return any(c.dep in ("nsubjpass", "auxpass") for c in sentence.children(verb))


def _comma_before(sentence: Sentence, verb: Token) -> bool:
    at = verb.i - 1
    while at >= 0 and sentence.tokens[at].tag in ("RB", "CC"):
        at -= 1
    return at >= 0 and sentence.tokens[at].text in (",", "-", "--")


def infinitive(sentence: Sentence, verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(c.dep == "aux" and c.tag == "TO" for c in sentence.children(verb))


def subject(sentence: Sentence, verb: Token, depth: int = 0) -> Token | None:
    """The noun that does the verb; None where the text names none, or where what is told did not come about ("declined to say")."""
    mine = own(sentence, verb)
    if mine is not None:
        return mine
    above = sentence.head(verb)
    if above is None or depth > 6:
        return None
    if verb.dep == "conj":
        return _shared(sentence, verb, above, depth)
    if verb.tag in ("VBG", "VBN") and verb.dep in ("advcl", "acl", "xcomp", "pcomp", "ccomp", "dep", "conj", "prep"):
        return _participle(sentence, verb, above, depth)
    if infinitive(sentence, verb):
        if above.pos in ("VERB", "AUX"):
            if above.lemma in _UNSAID or any(
                c.dep == "dobj" and c.i < verb.i and verb.dep in ("xcomp", "ccomp") for c in sentence.children(above)
            ):
                return None
            if verb.dep == "xcomp" and above.lemma not in _RAISING:
                return None
            return subject(sentence, above, depth + 1)
        return None
    if verb.dep in ("ccomp", "xcomp", "advcl") and verb.tag == "VB":
        return None
    return None


def _shared(sentence: Sentence, verb: Token, above: Token, depth: int) -> Token | None:
    if above.pos not in ("VERB", "AUX"):
        return None
    return subject(sentence, above, depth + 1)


def _participle(sentence: Sentence, verb: Token, above: Token, depth: int) -> Token | None:
    if verb.tag == "VBN":
        return None
    if verb.dep in ("acl", "dep") and not _comma_before(sentence, verb):
        return above
    for host in sentence.ancestors(verb):
        if host.pos in ("VERB", "AUX"):
            found = subject(sentence, host, depth + 1)
            if found is not None and found.i != verb.i:
                return found
    return None
