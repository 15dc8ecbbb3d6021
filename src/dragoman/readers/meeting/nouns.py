"""Nouns as the parser leaves them: singular forms, plurals in capitals, where a list of names ends."""

from __future__ import annotations

from dragoman.page.page import Token


def singular(token: Token) -> str:
    """The singular in small letters; capitalised plurals keep their ending in the parser's lemma."""
    low = token.lemma.lower()
    return low.removesuffix("s") if plural(token) and len(low) > 4 else low


def plural(token: Token) -> bool:
    """Whether a noun is a plural; in capitals the tagger may take it for a name."""
    if token.tag in ("NNS", "NNPS"):
        return True
    return token.tag == "NNP" and token.low.endswith(("ers", "ents", "ors", "ies", "ials", "ries"))


def ends_list(token: Token) -> bool:
    """Whether a word between two names shows that the second is no further item of a list."""
    verbal = token.tag in ("VBD", "VBZ", "VBP", "MD", "VBG", "VB", "WDT", "WP", "WRB")
    return verbal or token.low in (
        "with",
        "after",
        "before",
        "during",
        "while",
        "said",
        "where",
        "as",
        "by",
        "on",
        "in",
        "at",
    )
