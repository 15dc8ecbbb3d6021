"""What a verb of speech governs: a clause, an object, an infinitive, a phrase after its preposition."""

from __future__ import annotations

from dragoman.page.page import Sentence, Token
from dragoman.readers.speech.lexicon import Frame
from dragoman.readers.speech.subject import infinitive

_TIMES = frozenset(("DATE", "TIME"))
_SILENT = frozenset(
    (
        "comment",
        "say",
        "answer",
        "elaborate",
        "discuss",
        "name",
        "give",
        "provide",
        "respond",
        "specify",
        "speculate",
        "identify",
        "talk",
        "speak",
        "reply",
        "disclose",
        "quote",
    )
)
"""What someone who "declined to" do it did not say."""


_WON = frozenset(
    (
        *(
            "life",
            "victim",
            "victory",
            "win",
            "title",
            "medal",
            "seat",
            "majority",
            "place",
            "crown",
            "casualty",
            "point",
        ),
        *("championship", "prize", "gold", "silver", "bronze", "scalp", "share", "territory", "benefit", "refund"),
    )
)
"""What is claimed without a word."""
_CALLED_BACK = frozenset(
    (
        "ambassador",
        "envoy",
        "diplomat",
        "consul",
        "charge",
        "troop",
        "mission",
        "staff",
        "delegation",
        "product",
        "parliament",
        "attache",
    )
)
"""What is recalled by bringing it back."""


def nonfinite(sentence: Sentence, token: Token) -> bool:
    if infinitive(sentence, token):
        return True
    helped = any(c.dep in ("aux", "auxpass") and c.tag != "TO" for c in sentence.children(token))
    return token.tag in ("VB", "VBG", "VBN") and not helped


def clause(sentence: Sentence, verb: Token, frame: Frame) -> Token | None:
    """The head of the finite clause that the verb governs."""
    for child in sentence.children(verb):
        if child.dep == "ccomp":
            that = any(c.dep == "mark" and c.low == "that" for c in sentence.children(child))
            if that or not nonfinite(sentence, child):
                return child
    if frame.lemma in ("ask", "inquire", "enquire"):
        for child in sentence.children(verb):
            if (
                child.dep == "advcl"
                and child.i > verb.i
                and any(c.low in ("if", "whether") for c in sentence.children(child))
            ):
                return child
    if "clause" in frame:
        for child in sentence.children(verb):
            later = child.dep in ("acl", "dep", "advcl", "relcl") and child.i > verb.i
            if later and any(c.dep == "mark" and c.low == "that" for c in sentence.children(child)):
                return child
    return None


def dated(sentence: Sentence, preposition: Token) -> bool:
    return any(c.dep == "pobj" and c.ent in _TIMES for c in sentence.children(preposition))


def _asks(sentence: Sentence, verb: Token) -> bool:
    return any(c.i > verb.i and c.tag == "VB" and infinitive(sentence, c) for c in sentence.subtree(verb))


def complements(sentence: Sentence, verb: Token, frame: Frame) -> list[tuple[str, Token]]:
    """(frame, head) of what the verb governs beside a finite clause, in order."""
    found: list[tuple[str, Token]] = []
    for child in sentence.children(verb):
        if child.i < verb.i:
            continue
        if child.dep == "dobj" and "object" in frame and child.ent not in _TIMES:
            if frame.lemma == "claim" and (child.lemma.lower() in _WON or child.ent in ("GPE", "LOC", "FAC")):
                continue
            if frame.lemma == "recall" and child.lemma.lower() in _CALLED_BACK:
                continue
            found.append(("object", child))
        elif (
            "for" in frame
            and child.dep in ("advcl", "ccomp")
            and any(c.dep == "mark" and c.low == "for" for c in sentence.children(child))
        ):
            found.append(("for", child))
        elif child.dep in ("xcomp", "ccomp", "advcl") and infinitive(sentence, child) and "infinitive" in frame:
            if frame.lemma in ("refuse", "decline", "ask") and child.lemma in _SILENT:
                continue
            bound = frame.act in ("agree", "commit", "urge") and child.dep == "advcl"
            if child.dep != "advcl" or bound or any(c.dep == "dobj" for c in sentence.children(verb)):
                found.append(("infinitive", child))
        elif child.dep == "ccomp" and "object" in frame and "clause" not in frame and not infinitive(sentence, child):
            thing = next(
                (c for c in sentence.children(child) if c.dep in ("nsubj", "nsubjpass") and c.i > verb.i), None
            )
            if thing is not None and not any(c.dep == "mark" for c in sentence.children(child)):
                found.append(("object", thing))
        elif child.dep in ("xcomp", "ccomp") and child.tag == "VBG" and "xcomp" in frame:
            found.append(("xcomp", child))
        elif child.dep in ("oprd", "xcomp", "ccomp") and "oprd" in frame and child.tag != "VB":
            if frame.lemma == "call" and any(c.low in ("on", "upon") for c in sentence.children(verb)):
                continue
            found.append(("oprd", child))
        elif (
            child.dep in ("prep", "agent", "dative", "prt")
            and child.low in frame
            and (child.low == "for" or not dated(sentence, child))
        ):
            if child.dep == "prt" and child.low not in ("out", "up", "back", "in"):
                continue
            if frame.lemma == "call" and child.low in ("on", "upon") and not _asks(sentence, verb):
                continue
            if any(c.dep == "pobj" and c.low in ("it", "this", "that") for c in sentence.children(child)):
                continue
            found.append((child.low, child))
    return found
