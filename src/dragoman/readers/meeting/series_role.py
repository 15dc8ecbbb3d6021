"""How the name of a series hangs in its sentence."""

from __future__ import annotations

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.series import Series

_NEXT = frozenset(("next", "coming", "upcoming", "following", "forthcoming"))


def head_of(page: Page, words: list[Token]) -> Token:
    """The noun that a series' name is about: its "Dialogue", not the "Elderly" that it is on."""
    heads = page.desk.word_set("series-heads") | page.desk.word_set("series-heads-weak")
    numbers = {t.i for t in words}
    named = [t for t in words if t.low in heads]
    outer = [t for t in words if t.head not in numbers or t.head == t.i]
    return next((t for t in named if t in outer), named[-1] if named else outer[-1] if outer else words[-1])


def top_of(sentence: Sentence, head: Token) -> tuple[Token, bool]:
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


def role_of(sentence: Sentence, top: Token, verb: Token | None) -> str:
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
        return role_of(sentence, above, verb) if above is not None else "loose"
    return "loose"


def attended(sentence: Sentence, top: Token, mention: Series) -> bool:
    """Whether a preposition tells of being at the session rather than of pointing to it."""
    prep = sentence.head(top)
    if prep is None:
        return False
    above = sentence.head(prep)
    if (
        prep.low == "to"
        and above is not None
        and above.low in ("up", "run-up", "prior", "runup", "lead-up", "response")
    ):
        return False
    if prep.low == "of" and above is not None and above.low in ("opening", "close", "closing", "part", "occasion"):
        return True
    if prep.low in ("at", "in", "during", "for", "to", "over", "on"):
        if above is not None and above.pos in ("NOUN", "PROPN") and above.low in ("sidelines", "margins"):
            return False
        return prep.low in ("at", "during", "in") or mention.ordinal is not None
    return False
