"""What talks and efforts are only for: "the prospect of signing", "a dialogue for drafting a treaty"."""

from __future__ import annotations

from dragoman.page.page import Sentence, Token

_AIMING = frozenset(
    ("dialogue", "talk", "negotiation", "discussion", "effort", "work", "possibility", "prospect", "idea", "option", "process",
     "consultation", "way", "modality", "feasibility", "importance", "need", "aim", "view", "purpose", "chance")
)  # fmt: skip
"""Nouns that only look towards what follows them: "the possibility of visiting", "efforts towards signing"."""


def aimed(sentence: Sentence, verb: Token) -> bool:
    """Whether a gerund only names what talks or efforts are for: "a dialogue for drafting and signing a treaty"."""
    while verb.dep == "conj" and (above := sentence.head(verb)) is not None:
        verb = above
    lead = sentence.head(verb)
    noun = sentence.head(lead) if lead is not None and verb.dep == "pcomp" else None
    return (
        noun is not None
        and lead is not None
        and lead.low in ("for", "on", "towards", "toward", "about", "of")
        and (noun.lemma.lower() in _AIMING)
    )
