"""What hangs on a word by a preposition."""

from __future__ import annotations

from dragoman.page.page import Sentence, Token


def pobj(sentence: Sentence, prep: Token) -> Token | None:
    """What stands behind a preposition."""
    return next((c for c in sentence.children(prep) if c.dep in ("pobj", "pcomp")), None)


def after(sentence: Sentence, token: Token, *preps: str) -> Token | None:
    """What stands behind one of these prepositions under a word."""
    for prep in preps:
        for child in sorted(sentence.children(token), key=lambda c: c.i < token.i):
            if (
                child.low == prep
                and child.dep in ("prep", "agent", "dative", "prt", "advmod")
                and (found := pobj(sentence, child))
            ):
                return found
    return None
