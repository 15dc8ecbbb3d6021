"""The words by which a clause promises, and how the clause stands to what is named before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.page.page import Sentence, Token

Form = Literal[
    "will", "would", "ready", "polite", "settle", "vow", "plan", "noun", "accord", "moved", "present", "hanging", "want",
    "give", "held",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Predicate:
    """`head`: the word that promises (a verb, or a noun in the forms `noun` and `held`). `deed`: what is promised to be done.
    `subject`: its subject's head, None where none is said in the clause. `passive`: the deed is done to the subject."""

    form: Form
    head: Token
    deed: Token
    subject: Token | None
    passive: bool = False


def of_relative(predicate: Predicate) -> bool:
    """A clause whose subject is "which", "that" or "who" of something named before it."""
    subject = predicate.subject
    if predicate.form == "hanging":
        return True
    ahead = predicate.form in ("will", "would") or (predicate.form == "plan" and predicate.head.tag != "VBD")
    return ahead and subject is not None and (subject.tag == "WDT" or subject.low == "who")


def by_relative(sentence: Sentence, head: Token) -> bool:
    """A clause bound to what is named before it by a preposition: "under which they will", "to whom she would"."""
    return any(
        t.low in ("which", "whom")
        for prep in sentence.children(head)
        if prep.dep in ("prep", "dative") and prep.i < head.i
        for t in sentence.children(prep)
    )


def occasion(sentence: Sentence, head: Token) -> Token | None:
    """What a relative clause tells the doings of: "the summit, where they will sign"; None for any other clause."""
    noun = sentence.head(head) if head.dep == "relcl" else None
    where = any(t.low in ("where", "when") and t.i < head.i for t in sentence.children(head))
    return noun if where and noun is not None and noun.pos in ("NOUN", "PROPN") else None


SHARED = frozenset(("view", "recognition", "understanding", "opinion", "perception", "assessment"))


def shared_view(sentence: Sentence, head: Token) -> bool:
    """The clause of what parties find together: "shared the view that they would"."""
    noun = sentence.head(head) if head.dep in ("acl", "relcl", "ccomp") else None
    verb = sentence.head(noun) if noun is not None and noun.lemma.lower() in SHARED else None
    return verb is not None and verb.lemma == "share"


_WORD = frozenset(("assurance", "promise", "pledge", "guarantee", "undertaking"))


def given_word(sentence: Sentence, head: Token) -> Token | None:
    """The noun whose content a clause is, also where the parse hangs the clause on its verb: "received assurances from Lima that it
    would"."""
    above = sentence.head(head) if head.dep in ("ccomp", "acl") else None
    if above is None:
        return None
    nouns = (above, *(t for t in sentence.children(above) if t.dep == "dobj" and t.i < head.i))
    return next((t for t in nouns if t.lemma.lower() in _WORD and t.pos == "NOUN"), None)
