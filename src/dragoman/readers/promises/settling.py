"""Words of settling and vowing: "agreed to", "concurred on launching", "instructed their teams to", "vowed to"."""

from __future__ import annotations

from dragoman.page.page import Sentence, Token
from dragoman.readers.promises.clause import auxiliaries, content_clause, gerund, headless, infinitive
from dragoman.readers.promises.giving import aid
from dragoman.readers.promises.lexicon import Lexicon
from dragoman.readers.promises.predicate import Predicate
from dragoman.readers.promises.readiness import cause_of

_THINGS = ("NOUN", "NUM", "SYM")
_DUTY = frozenset(("will", "would", "shall", "should", "'ll"))


_IN = frozenset(("agree", "concur"))
"""Verbs of settling that take "in" before a deed: "concurred in organising an exercise"."""


def invited(sentence: Sentence, accepting: Token) -> Token | None:
    """Who is invited in the words before "accepted": "invited the minister, who accepted"."""
    verb = next((t for t in sentence.tokens if t.lemma == "invite" and t.i < accepting.i), None)
    objects = [t for t in sentence.children(verb) if t.dep in ("dobj", "nsubj") and t.i > verb.i] if verb else []
    return objects[0] if objects else None


def settling(sentence: Sentence, token: Token, words: Lexicon, subject: Token | None) -> Predicate | None:
    """ "Agreed to", "concurred on launching", "confirmed that they should", "vowed to"."""
    if token.lemma in words.settle:
        deed = (
            infinitive(sentence, token)
            or gerund(sentence, token, ("on", "upon", "to", "in") if token.lemma in _IN else ("on", "upon", "to"))
            or content_clause(sentence, token, _DUTY)
            or _deed(sentence, token, words)
            or (_thing(sentence, token, words) if token.lemma == "agree" else None)
        )
        if deed:
            return Predicate("settle", token, deed, subject)
    if token.lemma == "accept" and subject is not None:
        objects = [t for t in sentence.children(token) if t.dep == "dobj" and t.tag != "WDT"]
        called = next((t for t in objects if t.lemma in ("invitation", "invite")), None)
        if called:
            by = (t for p in sentence.children(called) if p.dep == "prep" for t in sentence.children(p))
            deeds = (infinitive(sentence, word) for word in (called, token, *by))
            return Predicate("vow", token, next((d for d in deeds if d), called), subject)
        offered = not objects or all(t.lemma == "offer" for t in objects)
        if offered and not any(t.dep in ("ccomp", "xcomp") for t in sentence.children(token)):
            return Predicate("vow", token, token, subject, subject.lemma in ("invitation", "invite"))
    if token.lemma in ("provide", "extend", "prolong", "renew"):
        deed = _provided(sentence, token, words, subject) or _prolonged(sentence, token, words)
        if deed:
            return Predicate("accord", token, deed, subject)
    if token.lemma in words.order:
        deed = _ordered(sentence, token, words)
        if deed:
            return Predicate("settle", token, deed, subject)
    if token.lemma == "assure" and not any(t.dep == "auxpass" for t in auxiliaries(sentence, token)):
        deed = _assured(sentence, token)
        if deed and deed.lemma not in words.courtesies:
            return Predicate("vow", token, deed, subject)
    if token.lemma in words.vow and token.lemma not in words.settle:
        deed = infinitive(sentence, token) or gerund(sentence, token, ("to",))
        if deed is None and token.lemma == "commit":
            deed = cause_of(sentence, token, words.deeds | words.gatherings)
        if (
            deed is None
            and (subject or token.tag == "VBG" or headless(sentence, token))
            and token.lemma in ("pledge", "promise", "vow", "guarantee")
        ):
            deed = next((t for t in sentence.children(token) if t.dep == "dobj" and t.pos in _THINGS), None)
        if deed is None and token.lemma == "offer":
            deed = next((t for t in sentence.children(token) if t.dep == "dobj" and aid(sentence, t, words)), None)
        if deed:
            return Predicate("vow", token, deed, subject)
    return None


def _provided(sentence: Sentence, token: Token, words: Lexicon, subject: Token | None) -> Token | None:
    """What a document that stands provides for: "the protocol provides for the construction of"."""
    if token.lemma != "provide" or token.tag not in ("VBZ", "VBP") or subject is None:
        return None
    if subject.lemma.lower() not in words.documents:
        return None
    for prep in sentence.children(token):
        if prep.dep == "prep" and prep.low == "for":
            return next(
                (t for t in sentence.children(prep) if t.dep == "pobj" and t.lemma.lower() in words.deeds), None
            )
    return None


def _prolonged(sentence: Sentence, token: Token, words: Lexicon) -> Token | None:
    """What parties have made last longer: "extended the truce until 1 June"."""
    longer = any(
        t.low in ("until", "till", "through", "by", "for") for t in sentence.children(token) if t.dep == "prep"
    )
    lasting = any(t.dep in ("dobj", "nsubjpass") and t.lemma.lower() in words.lasting for t in sentence.children(token))
    return token if token.lemma != "provide" and longer and lasting else None


def _ordered(sentence: Sentence, token: Token, words: Lexicon) -> Token | None:
    """What those who decide have their own people do: "instructed their teams to draft", "tasked officials with
    drafting"."""
    objects = [t for t in sentence.children(token) if t.dep == "dobj" or (t.dep == "nsubj" and t.i > token.i)]
    own = any(
        any(p.tag == "PRP$" for p in sentence.children(t))
        or (t.tag == "NNS" and t.low in words.together | words.agents)
        or (t.tag in ("NN", "NNP") and t.low in words.agents)
        for t in objects
    )
    return (infinitive(sentence, token) or gerund(sentence, token, ("with",))) if own else None


def _assured(sentence: Sentence, token: Token) -> Token | None:
    """What someone is assured of: "assured the guest of every support"."""
    for holder in (token, *(t for t in sentence.children(token) if t.dep == "dobj")):
        for prep in sentence.children(holder):
            if prep.dep == "prep" and prep.low == "of" and prep.i > token.i:
                return next((t for t in sentence.children(prep) if t.dep == "pobj"), None)
    return None


def _thing(sentence: Sentence, token: Token, words: Lexicon) -> Token | None:
    """What is agreed as an object: "agreed a new partnership", and not "agreed a statement"."""
    objects = [t for t in sentence.children(token) if t.dep == "dobj" and t.pos == "NOUN"]
    return next((t for t in objects if t.lemma.lower() not in words.thoughts), None)


def _deed(sentence: Sentence, token: Token, words: Lexicon) -> Token | None:
    """What is to be done or had after "agreed on": "the establishment of a working group", "regular contacts"; "to" takes nouns of doing
    alone, and what is only thought ("agreed on the importance of") is nothing to be done."""
    for child in sentence.children(token):
        if child.dep != "prep" or child.low not in ("on", "upon", "to"):
            continue
        for noun in sentence.children(child):
            if noun.dep != "pobj" or noun.pos != "NOUN":
                continue
            lemma = noun.lemma.lower()
            struck = words.documents | words.accords | words.lasting | words.ventures
            if child.low == "to" and token.lemma == "agree" and lemma in struck:
                return noun  # "agreed to a truce", "to a framework for talks"
            if lemma in words.deeds or (token.lemma == "agree" and child.low != "to" and lemma not in words.thoughts):
                return noun
    return None
