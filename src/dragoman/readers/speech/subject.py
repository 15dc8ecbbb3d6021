"""Who does a verb: its own subject, or the one it shares with the verb that it leans on."""

from __future__ import annotations

from collections.abc import Callable

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
_FINITE = frozenset(("VBD", "VBZ", "VBP"))
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


_OCCASIONS = frozenset(
    (
        "opportunity",
        "occasion",
        "trip",
        "visit",
        "speech",
        "meeting",
        "call",
        "chance",
        "appearance",
        "platform",
        "summit",
        "time",
        "address",
        "talks",
        "moment",
    )
)
"""What one uses or takes to say something."""
_UNWILLING = frozenset(
    ("unwilling", "reluctant", "unable", "hesitant", "loath", "likely", "unlikely", "able", "expected", "free", "ready")
)


def own(sentence: Sentence, verb: Token) -> Token | None:
    """The verb's grammatical subject, active or passive."""
    found = [c for c in sentence.children(verb) if c.dep in ("nsubj", "nsubjpass")]
    if not found and verb.tag in _FINITE:
        found = [c for c in sentence.children(verb) if c.dep == "intj" and _name(sentence, c, verb)]
    if len(found) > 1 and len(found[0].text) == 1 and found[0].pos != "PRON":
        found = found[1:]
    last = found[-1] if len(found) > 1 and found[-1].i < verb.i else None
    if last is not None and last.pos in ("PROPN", "NOUN"):
        aside = any(c.dep == "appos" for c in sentence.children(last))
        if aside or (last.pos == "PROPN" and not _comma_before(sentence, verb)):
            return last
    return found[0] if found else None


def _name(sentence: Sentence, token: Token, verb: Token) -> bool:
    """Whether what the parse takes for an exclamation is a name just before its verb ("Oh expressed hope")."""
    between = sentence.tokens[token.i + 1 : verb.i]
    return token.text[0].isupper() and token.i < verb.i and all(t.tag == "RB" for t in between)


def passive(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb is passive; a short "'s" or "'d" before a verb with a clause is "has" or "had"."""
    kids = list(sentence.children(verb))
    if any(c.dep == "auxpass" and c.low in ("'s", "'d", "'ve") for c in kids) and any(
        c.dep in ("ccomp", "dobj") for c in kids
    ):
        return False
    return any(c.dep in ("nsubjpass", "auxpass") for c in kids)


def _comma_before(sentence: Sentence, verb: Token) -> bool:
    at = verb.i - 1
    while at >= 0 and sentence.tokens[at].tag in ("RB", "CC"):
        at -= 1
    return at >= 0 and sentence.tokens[at].text in (",", "-", "--")


def infinitive(sentence: Sentence, verb: Token) -> bool:
    """Whether "to" stands before the verb."""
    return any(c.dep == "aux" and c.tag == "TO" for c in sentence.children(verb))


def subject(
    sentence: Sentence, verb: Token, quoted: Callable[[Token], bool] | None = None, depth: int = 0
) -> Token | None:
    """The noun that does the verb; None where the text names none, or where what is told did not come about ("declined to say").
    `quoted`: tells words of a quotation, whose verbs lend no subject."""
    mine = own(sentence, verb)
    if mine is not None:
        return mine
    above = sentence.head(verb)
    if above is None or depth > 6:
        return None
    if verb.dep in ("acl", "relcl") and verb.tag in ("VBD", "VBZ", "VBP") and above.pos in ("PROPN", "NOUN", "PRON"):
        return above
    if verb.dep == "conj":
        return _shared(sentence, _peer(sentence, verb, above), quoted, depth)
    if verb.tag in ("VBG", "VBN") and verb.dep in ("advcl", "acl", "xcomp", "pcomp", "ccomp", "dep", "conj", "prep"):
        return _participle(sentence, verb, above, quoted, depth)
    if infinitive(sentence, verb):
        if above.pos in ("VERB", "AUX") and not passive(sentence, above):
            if above.lemma in _UNSAID or any(
                c.dep == "dobj" and c.low not in _OCCASIONS and c.i < verb.i and verb.dep in ("xcomp", "ccomp")
                for c in sentence.children(above)
            ):
                return None
            if verb.dep == "xcomp" and above.lemma not in _RAISING:
                return None
            return subject(sentence, above, quoted, depth + 1)
        if above.pos == "NOUN" and above.dep == "dobj" and above.low in _OCCASIONS:
            host = sentence.tokens[above.head]
            return subject(sentence, host, quoted, depth + 1) if host.lemma in ("use", "take", "seize") else None
        if above.pos == "ADJ" and above.dep == "acomp" and above.low not in _UNWILLING:
            return subject(sentence, sentence.tokens[above.head], quoted, depth + 1)
        return None
    if verb.dep in ("ccomp", "xcomp", "advcl") and verb.tag == "VB":
        return None
    return None


def _peer(sentence: Sentence, verb: Token, above: Token) -> Token:
    """The verb that a joined one goes with: of its own tense, where the parse joined it to another one inside what that governs ("he
    said that the pact is void and vowed to leave it")."""
    if verb.tag not in _FINITE or above.tag == verb.tag or above.pos not in ("VERB", "AUX"):
        return above
    if above.tag in ("VBN", "VBG", "VB") and any(
        c.dep in ("aux", "auxpass") and c.tag in (verb.tag, "MD") for c in sentence.children(above)
    ):
        return above
    for host in sentence.ancestors(above):
        if host.tag == verb.tag and host.pos == "VERB":
            return host
    return above


def _shared(sentence: Sentence, above: Token, quoted: Callable[[Token], bool] | None, depth: int) -> Token | None:
    """The subject of the verb that this one is joined to, or of the next verb above that has one."""
    while True:
        if above.pos in ("VERB", "AUX"):
            found = subject(sentence, above, quoted, depth + 1)
            if found is not None:
                return found
        elif depth == 0 or depth > 6:
            return None
        if above.dep not in ("advcl", "conj", "acl", "relcl") or above.head == above.i or infinitive(sentence, above):
            return None
        above = sentence.tokens[above.head]
        depth += 1


def _participle(
    sentence: Sentence, verb: Token, above: Token, quoted: Callable[[Token], bool] | None, depth: int
) -> Token | None:
    if verb.tag == "VBN" and not any(c.dep == "aux" and c.low == "having" for c in sentence.children(verb)):
        return None
    if verb.dep in ("acl", "dep") and not _comma_before(sentence, verb):
        return above
    for host in sentence.ancestors(verb):
        if host.pos in ("VERB", "AUX") and not (quoted and quoted(host)):
            found = subject(sentence, host, quoted, depth + 1)
            if found is not None and found.i != verb.i:
                return found
    return None
