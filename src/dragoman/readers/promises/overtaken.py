"""Plans that the text itself tells as past, called off or come to nothing."""

from __future__ import annotations

from dragoman.page.page import Sentence, Token
from dragoman.readers.promises.voice import Voice

_OFF = frozenset(("postpone", "cancel", "delay", "scrap", "suspend", "defer", "shelve"))


def told_of_old(sentence: Sentence, head: Token, voice: Voice) -> bool:
    """What the text itself tells as settled before its story: "they had agreed to open it and did so", "said that they had
    agreed last year to"."""
    had = any(t.low == "had" and t.dep == "aux" for t in sentence.children(head))
    if not had:
        return False
    if voice.kind in ("text", "both") and head.dep == "ROOT":
        return True
    return any(_of_old(sentence, t) for t in sentence.children(head))


def _of_old(sentence: Sentence, token: Token) -> bool:
    """What dates a verb to a year before the story: "last year", "in 2019", "two years ago"."""
    if token.dep not in ("npadvmod", "advmod", "prep"):
        return False
    low = {t.low for t in sentence.subtree(token)}
    year = token.dep == "prep" and any(len(w) == 4 and w.isdigit() for w in low)
    return year or bool(low & {"year", "years"} and low & {"last", "ago"})


def called_off(head: Token) -> bool:
    """What was to come and did not: "days before he was to land"."""
    return head.lemma == "be" and head.tag == "VBD" and head.dep in ("advcl", "relcl")


def overtaken(sentence: Sentence, head: Token) -> bool:
    """What had been planned, or was and came to nothing: "was to open in May but has been put off"."""
    helpers = [t.low for t in sentence.children(head) if t.dep in ("aux", "auxpass")]
    if "had" in helpers:
        return True
    past = head.tag == "VBD" or "was" in helpers or "were" in helpers
    return past and any(t.lemma in _OFF and t.i > head.i and t.tag in ("VBN", "VBD") for t in sentence.tokens)


def called(sentence: Sentence, noun: Token | None) -> bool:
    """What is put off: "the meeting planned for Monday was called off"."""
    above = list(sentence.ancestors(noun)) if noun is not None else []
    return any(
        t.lemma in _OFF or (t.lemma == "call" and any(p.low == "off" for p in sentence.children(t))) for t in above
    )
