"""What a clause that hangs on a noun gives a day to: "the third Dialogue, to be held in May"."""

from __future__ import annotations

from dragoman.page.page import Sentence, Token
from dragoman.readers.promises.lexicon import Lexicon

_TAKING_PLACE = frozenset(
    ("hold", "convene", "open", "begin", "start", "take", "conduct", "organise", "organize", "stage")
)
_EXPECTED = frozenset(("expect",))
_PARTS = frozenset(("DET", "ADJ", "PROPN", "NOUN", "NUM"))
_ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"))


def antecedent(sentence: Sentence, verb: Token, words: Lexicon) -> Token | None:
    """The noun of a gathering that an infinitive ("to be held"), a participle ("scheduled for") or a relative clause in
    the present or future ("which opens", "which will be held") right behind it tells the time of; None for any other
    verb."""
    if verb.dep not in ("acl", "relcl", "advcl", "xcomp") or verb.lemma not in _TAKING_PLACE | words.fix | _EXPECTED:
        return None
    first = _first(sentence, verb, words)
    if first is None:
        return None
    noun = _before(sentence, first)
    while noun is not None and not _gathers(sentence, noun, words):
        noun = _whose(sentence, noun)
    return noun if noun is not None and _gathers(sentence, noun, words) else None


def _whose(sentence: Sentence, noun: Token) -> Token | None:
    """ "The meeting" of "the meeting of the heads of state"."""
    above = sentence.head(noun) if noun.dep in ("pobj", "conj") else None
    if above is None or noun.dep == "conj":
        return above
    return sentence.head(above) if above.low in ("of", "between", "among") else None


def phrase_start(sentence: Sentence, noun: Token) -> Token:
    """The first word of the phrase that ends in `noun`, back to its article."""
    at = noun.i
    while at > 0 and sentence.tokens[at].pos != "DET":
        before = sentence.tokens[at - 1]
        joined = (
            before.text in ("-", "\u2013")
            or before.pos in _PARTS
            or (before.tag in ("POS", "IN") and before.text[:1].isupper())
        )
        if not joined:
            break
        at -= 1
    return sentence.tokens[at]


def _first(sentence: Sentence, verb: Token, words: Lexicon) -> Token | None:
    """The first word of the clause, where it is one of those that look ahead."""
    helpers = [t for t in sentence.children(verb) if t.dep in ("aux", "auxpass")]
    low = {t.low for t in helpers}
    subject = next((t for t in sentence.children(verb) if t.dep in ("nsubj", "nsubjpass")), None)
    if subject is None and verb.tag == "VBN" and {"to", "be"} <= low:
        return min(helpers, key=lambda t: t.i)
    if subject is None and verb.tag in ("VBN", "VBD") and verb.lemma in words.fix | _EXPECTED and not helpers:
        return verb
    if subject is None or subject.low not in ("which", "that"):
        return None
    if verb.tag in ("VBZ", "VBP") and not helpers:
        return subject
    return subject if low & {"will", "is", "are"} and "being" not in low else None


def _before(sentence: Sentence, first: Token) -> Token | None:
    """The noun right before a clause, past a comma and an ordinal in commas."""
    at = first.i - 1
    while at >= 0 and (sentence.tokens[at].text == "," or sentence.tokens[at].low in _ORDINALS):
        at -= 1
        if at >= 0 and sentence.tokens[at].low == "the" and sentence.tokens[at + 1].low in _ORDINALS:
            at -= 1
    return sentence.tokens[at] if at >= 0 and sentence.tokens[at].pos in ("NOUN", "PROPN") else None


def _gathers(sentence: Sentence, noun: Token, words: Lexicon) -> bool:
    start = phrase_start(sentence, noun)
    named = [sentence.tokens[i] for i in range(start.i, noun.i + 1)]
    paired = any(t.text in ("-", "\u2013") or "-" in t.text for t in named) and any(t.text[:1].isupper() for t in named)
    return noun.lemma.lower() in words.gatherings or (noun.pos == "PROPN" and paired)
