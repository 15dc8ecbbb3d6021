"""Whether what a verb tells of happened, is planned or only wished."""

from __future__ import annotations

from dragoman.desk.desk import Desk
from dragoman.page.page import Sentence, Token
from dragoman.readers.meeting.aims import aimed
from dragoman.readers.meeting.doing import to_form, verb_of
from dragoman.reading import Status

_WILL = frozenset(("will", "shall", "'ll", "wo"))
_MAY = frozenset(("may", "might", "could"))
_OUGHT = frozenset(("should", "must", "ought"))
_BEFORE = frozenset(("before", "ahead", "prior", "until", "till", "without", "despite"))
_FIRST = frozenset(("first", "last", "second", "third", "only", "latest"))
_LEAVING = frozenset(("leave", "depart", "fly", "head", "arrive"))
_TRYING = frozenset(("effort", "attempt", "endeavour", "endeavor", "bid"))
_LIKELY = frozenset(("likely", "sure", "certain", "bound"))
_IF = frozenset(("if", "unless", "whether", "once", "until", "till"))


def negated(sentence: Sentence, verb: Token, desk: Desk) -> bool:
    """Whether a verb, or one that it depends on as an infinitive, is denied or refused."""
    at: Token | None = verb
    while at is not None:
        below = sentence.children(at)
        if any(c.dep == "neg" or c.low in ("never", "neither", "nor") or _no_longer(sentence, c) for c in below):
            return True
        above = sentence.head(at)
        if at.dep == "pcomp" and above is not None and above.low == "without":
            return True
        if at.i != verb.i and at.lemma in desk.word_set("encounter.failing"):
            return True
        if above is not None and at.dep == "ccomp" and above.lemma in ("deny", "refute"):
            return True
        if (
            above is not None
            and at.dep == "acl"
            and any(c.low == "no" and c.dep == "det" for c in sentence.children(above))
        ):
            return True  # "has no plan to meet X"
        if at.dep == "acl" and at.tag == "VBN":
            return False  # "was not the result of an accord signed in May"
        if (
            above is None
            or at.dep not in ("xcomp", "acomp", "conj", "pcomp", "prep", "pobj", "dobj", "acl", "ccomp")
            or (at.dep in ("conj", "ccomp") and not to_form(sentence, at))
        ):
            return False
        at = above
    return False


def _no_longer(sentence: Sentence, token: Token) -> bool:
    return token.low == "longer" and any(c.low == "no" for c in sentence.children(token))


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
    if verb.tag == "VB" and not lows and verb.dep == "ROOT":  # a caption: "X and Y exchange documents"
        return "present" if any(c.dep == "nsubj" and c.i < verb.i for c in sentence.children(verb)) else None
    if verb.tag in ("VBZ", "VBP") or lows & {"is", "are", "am", "'s", "being"}:
        return "present"
    return None


def status(sentence: Sentence, verb: Token, desk: Desk, depth: int = 0) -> Status | None:
    """Whether what a verb tells of was held, is scheduled or proposed; None where it is denied, only hoped for, or a
    condition."""
    if depth > 6 or (depth == 0 and negated(sentence, verb, desk)):
        return None
    if any(c.dep == "mark" and c.low in ("if", "unless", "whether") for c in sentence.children(verb)):
        return None
    if depth == 0 and sentence.head(verb) is not None and _joined_prefix(sentence, verb):
        verb = sentence.tokens[verb.i - 2]
    colour = modal(sentence, verb)
    above = sentence.head(verb)
    if depth == 0 and (verb.lemma == "expect" or verb.low == "due"):
        return "scheduled"
    if _mandated(sentence, verb, above, colour, desk):
        return "proposed"
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
    if fronted and verb.tag == "VBG" and host is not None and modal(sentence, host) == "past":
        return "held"  # "Speaking at the summit, X agreed to …"
    if verb.tag == "VBG" or verb.dep in ("conj", "pcomp", "advcl"):
        if _ahead(sentence, verb):
            if host is None or modal(sentence, host) in ("will", "present"):
                return "scheduled"
            return "scheduled" if status(sentence, host, desk, depth + 1) == "scheduled" else "held"
        return status(sentence, host, desk, depth + 1) if host is not None else "held"
    return "held" if verb.tag != "VB" else (status(sentence, host, desk, depth + 1) if host is not None else None)


def _mandated(sentence: Sentence, verb: Token, above: Token | None, colour: str | None, desk: Desk) -> bool:
    """Whether a clause says what is proposed and not what is so: "proposed that the two countries hold", "that they should meet"."""
    if above is None or verb.dep != "ccomp" or above.lemma not in desk.word_set("encounter.proposing"):
        return False
    marked = any(c.dep == "mark" and c.low == "that" for c in sentence.children(verb))
    return marked and (colour in ("ought", None) or verb.tag in ("VBP", "VB")) and not negated(sentence, above, desk)


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


def _leaving(sentence: Sentence, way: Token) -> bool:
    """Whether a verb tells that someone set out, which leaves open what was done at the end of the way: "left for Oslo to meet X"."""
    helpers = {c.low for c in sentence.children(way) if c.dep == "aux"}
    return way.lemma in _LEAVING and way.tag == "VBD" and not helpers and way.dep in ("ROOT", "conj", "ccomp")


def _infinitive(sentence: Sentence, verb: Token, above: Token | None, desk: Desk, depth: int) -> Status | None:
    """An infinitive's standing follows from the word it hangs on: agreed to, invited to, is to."""
    if above is None:
        return "scheduled"
    low, lemma = above.low, above.lemma
    if any(c.dep == "mark" and c.low in ("if", "unless") for c in sentence.children(above)):
        return None  # "if X were to visit Oslo"
    if lemma == "be" and verb.dep == "advcl":  # "is ready on Monday to meet", which the parse hangs on the verb
        said = [c for c in sentence.children(above) if c.dep == "acomp" and c.i < verb.i]
        if said and any(c.low == "it" for c in sentence.children(above) if c.dep == "nsubj"):
            return None if modal(sentence, above) == "present" else "held"  # "It is rare for X to visit"
        words = (
            desk.word_set("encounter.proposing")
            | desk.word_set("encounter.planning")
            | desk.word_set("encounter.failing")
        )
        if said and said[0].lemma in words:
            return _infinitive(sentence, verb, said[0], desk, depth)
    if lemma == "be" and verb.dep == "xcomp" and modal(sentence, above) in ("past", "present"):
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
        return "scheduled"  # also what never came about: "was to have met"
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
    if lemma in _LIKELY and above.dep in ("acomp", "attr", "oprd"):
        return "proposed" if lemma == "likely" else "scheduled"
    if any(c.lemma in ("arrangement", "preparation") for c in (above, *sentence.children(above)) if c.dep == "dobj"):
        return "proposed"  # "make arrangements for X to visit"
    if _reached(sentence, verb, above):
        return "scheduled"
    host = verb_of(sentence, above)
    if host is None:
        return "scheduled"
    if (
        above.dep == "dobj"
        and host.lemma in desk.word_set("encounter.proposing")
        and above.lemma in ("chance", "opportunity", "occasion")
    ):
        return None if negated(sentence, host, desk) else "proposed"
    outer_status = status(sentence, host, desk, depth + 1)
    if outer_status == "held" and depth == 0 and verb.dep in ("advcl", "xcomp") and _leaving(sentence, host):
        return "scheduled"
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
