"""What is given or set up by saying so: "announced 20 million dollars in aid", "is providing two ships", "announced the launch of a fund"."""

from __future__ import annotations

from dragoman.page.page import Sentence, Token
from dragoman.readers.promises.clause import auxiliaries, is_finite
from dragoman.readers.promises.lexicon import Lexicon
from dragoman.readers.promises.predicate import Predicate

_MONEY = frozenset(("$", "£", "€", "¥", "us$", "a$", "million", "billion", "trillion"))
_BEGINNING = frozenset(("launch", "establish", "create", "open", "start"))
_SENDING = frozenset(("send", "donate", "deliver", "supply", "transfer", "dispatch"))
_GLAD = frozenset(("pleased", "proud", "happy", "delighted", "glad", "able", "honored", "honoured"))
_HANGING = ("relcl", "acl", "advcl", "ccomp", "appos")


def giving(sentence: Sentence, token: Token, words: Lexicon, subject: Token | None) -> Predicate | None:
    """`deed` is what is given or set up: money, aid, a thing that is new, or a noun of doing."""
    above = sentence.head(token) if token.dep == "ccomp" else None
    declared = token.lemma in words.announce
    under_way = token.tag == "VBG" and any(t.tag in ("VBZ", "VBP") for t in auxiliaries(sentence, token))
    begun = token.lemma in _BEGINNING and under_way
    if under_way and above is not None and above.lemma == "announce" and token.lemma in words.jointly | words.give:
        return Predicate("give", token, token, subject)  # "can announce that we are opening an office"
    if not (declared or begun or (token.lemma in words.give and under_way)):
        return None
    if not (under_way or is_finite(sentence, token) or _gladly(sentence, token)):
        return None
    given = next((t for t in sentence.children(token) if t.dep in ("dobj", "nsubjpass")), None)
    if given is None or given.pos not in ("NOUN", "PROPN", "SYM", "NUM"):
        return None
    turned = given.dep == "nsubjpass"
    sends = under_way and token.lemma in _SENDING and not turned and _to_a_state(sentence, token)
    if sends:
        return Predicate("give", token, given, subject)
    if aid(sentence, given, words) or ((declared or begun) and not turned and _set_up(sentence, given, words)):
        return Predicate("give", token, given, None if turned else subject, turned)
    return None


def _to_a_state(sentence: Sentence, token: Token) -> bool:
    """ "Is sending tanks to Peru"."""
    to = (t for t in sentence.children(token) if t.dep in ("prep", "dative") and t.low == "to")
    return any(n.ent == "GPE" for prep in to for n in sentence.children(prep))


def aid(sentence: Sentence, noun: Token, words: Lexicon) -> bool:
    """Money by its sign or count, or a noun of help."""
    if noun.lemma.lower() in words.aid or noun.low in _MONEY:
        return True
    below = [t for t in sentence.children(noun) if t.dep not in _HANGING and t.i < noun.i]
    return any(t.low in _MONEY or any(c.low in _MONEY for c in sentence.children(t)) for t in below)


def _set_up(sentence: Sentence, noun: Token, words: Lexicon) -> bool:
    """ "The launch of", "a new partnership": not what has been there before."""
    below = list(sentence.children(noun))
    if noun.lemma.lower() in words.deeds and any(t.dep == "prep" and t.low == "of" for t in below):
        return True
    return noun.lemma.lower() in words.ventures and (
        noun.pos == "PROPN" or any(t.low in ("new", "additional", "further", "joint") for t in below)
    )


def _gladly(sentence: Sentence, token: Token) -> bool:
    """ "I am pleased to announce"."""
    above = sentence.head(token)
    return token.tag == "VB" and above is not None and above.low in _GLAD
