"""Words of being ready: "is willing to", "stands ready to", "their resolve to", "signed a memorandum to"."""

from __future__ import annotations

from dragoman.page.page import Sentence, Token
from dragoman.readers.promises.clause import auxiliaries, gerund, infinitive, is_finite, subject_of
from dragoman.readers.promises.giving import aid
from dragoman.readers.promises.lexicon import Lexicon
from dragoman.readers.promises.predicate import SHARED, Predicate

_BOUND = frozenset(("committed", "dedicated", "pledged"))
"""Words that bind whoever they are said of to a thing as well as to a deed."""


_CREEDS = frozenset(
    ("principle", "value", "rule", "charter", "ideal", "law", "alliance", "norm", "fact", "idea", "cause", "order")
)
"""What one holds to rather than does: "is committed to the principles of the Charter"."""


def cause_of(sentence: Sentence, word: Token, known: frozenset[str] | None = None) -> Token | None:
    """What one is committed to: "to the reform", "to closer ties"; of the `known` nouns where these are given."""
    for prep in sentence.children(word):
        if prep.dep == "prep" and prep.low == "to":
            nouns = (t for t in sentence.children(prep) if t.dep == "pobj" and t.pos == "NOUN")
            return next(
                (
                    t
                    for t in nouns
                    if (known is None and t.lemma.lower() not in _CREEDS)
                    or (known and {t.lemma.lower(), t.low} & known)
                ),
                None,
            )
    return None


def _started(sentence: Sentence, word: Token, words: Lexicon) -> Token | None:
    """What one is ready for: "for the resumption of talks", "for dialogue"."""
    known = words.deeds | words.gatherings | _CONTACTS
    for prep in sentence.children(word):
        if prep.dep == "prep" and prep.low in (("for", "to") if word.low == "open" else ("for",)):
            things = [t for t in sentence.children(prep) if t.dep == "pobj"]
            things += [t for kind in things if kind.lemma in _KINDS for t in sentence.subtree(kind)]
            return next((t for t in things if {t.lemma.lower(), t.low} & known), None)
    return None


_CONTACTS = frozenset(
    ("process", "discussion", "negotiation", "communication", "contact", "mediation", "compromise", "inspection")
)
_KINDS = frozenset(("form", "kind", "sort", "type", "range"))
"""Before "of" and what one is open to: "any form of contact"."""
_GLAD = frozenset(("happy", "glad"))
"""With a deed that others have use for these are readiness: "is happy to provide advice"."""
_MAY = frozenset(("must", "should", "may", "might", "can", "could", "ought"))
"""Beside these to be ready is a duty or a chance: "must be ready to"."""


_WORD = frozenset(("pledge", "promise", "commitment", "vow", "undertaking"))
"""What a list of results may hold: "the support includes a pledge to"."""
_SHIELD = frozenset(("defence", "defense", "security"))
_INFORMING = frozenset(("tell", "inform", "notify", "assure"))
_SAYING = frozenset(
    (
        "express",
        "voice",
        "affirm",
        "reaffirm",
        "reiterate",
        "confirm",
        "reconfirm",
        "restate",
        "renew",
        "repeat",
        "declare",
    )
)
_BONDS = frozenset(
    (
        "relationship",
        "partnership",
        "relation",
        "relations",
        "tie",
        "ties",
        "friendship",
        "bond",
        "alliance",
        "importance",
    )
)
"""What a commitment is to between two: "renewed their commitment to a strong partnership"."""
_INWARD = frozenset(("will", "resolve", "resolution", "determination", "willingness", "readiness", "preparedness"))
"""What others may praise in somebody without its being anything that is to be done."""


def readiness(sentence: Sentence, token: Token, words: Lexicon, subject: Token | None) -> Predicate | None:
    """ "Is willing to", "stands ready to", "is committed to advancing"."""
    modal = any(t.low in _MAY for t in auxiliaries(sentence, token))
    if token.lemma in words.copulas and not modal and (is_finite(sentence, token) or token.lemma == "be"):
        for word in sentence.children(token):
            if word.dep == "acomp" and word.low in _GLAD:
                deed = infinitive(sentence, word)
                useful = words.jointly | words.arranged | {"help", "assist"}
                if deed and deed.lemma in useful - words.manners:
                    return Predicate("ready", token, deed, subject)
            if word.dep in ("acomp", "oprd", "attr", "advmod", "advcl", "xcomp") and word.low in words.ready:
                deed = infinitive(sentence, word) or gerund(sentence, word, ("to",)) or infinitive(sentence, token)
                deed = deed or (gerund(sentence, token, ("to",)) if word.low in _BOUND else None)
                deed = deed or (cause_of(sentence, word) if word.low in _BOUND else _started(sentence, word, words))
                if deed:
                    return Predicate("ready", token, deed, subject)
    if token.low in _BOUND and token.dep in ("advcl", "acl", "acomp") and token.tag in ("VBN", "JJ"):
        deed = infinitive(sentence, token) or gerund(sentence, token, ("to",))
        above = sentence.head(token)
        if deed and above is not None and above.pos == "VERB" and token.i < above.i:
            return Predicate("ready", token, deed, subject_of(sentence, above))
    if token.tag == "VBN" and token.low in words.ready and any(t.lemma == "be" for t in auxiliaries(sentence, token)):
        deed = infinitive(sentence, token) or gerund(sentence, token, ("to",))
        deed = deed or (cause_of(sentence, token) if token.low in _BOUND else None)
        if deed and is_finite(sentence, token):
            return Predicate("ready", token, deed, subject)
    return None


def told_readiness(sentence: Sentence, token: Token, words: Lexicon) -> Predicate | None:
    """ "His country's readiness to open", "reached an agreement on promoting", "the pair plan to meet" where a verb
    is taken for a noun."""
    lemma = token.lemma.lower()
    verb = sentence.head(token)
    if lemma in words.documents and verb is not None and verb.lemma in words.sign:
        return _signed(sentence, token, verb, words)
    if (
        lemma in SHARED
        and verb is not None
        and verb.lemma == "share"
        and token.dep == "dobj"
        and is_finite(sentence, verb)
    ):
        deed = infinitive(sentence, token) or infinitive(sentence, verb)
        return Predicate("accord", verb, deed, subject_of(sentence, verb)) if deed else None
    if lemma not in words.nouns and lemma not in words.accords:
        return None
    deed = infinitive(sentence, token) or gerund(sentence, token, ("on", "to", "of")) or _holders(sentence, token)
    if deed is None and lemma == "commitment" and verb is not None:
        deed = gerund(sentence, token, ("in",)) or gerund(sentence, verb, ("in", "to"))
    if lemma == "plan" and token.low == "plan" and deed and token.dep in ("ROOT", "ccomp"):
        first = next(iter(sentence.subtree(token)), token)
        return Predicate("plan", token, deed, first if first.i != token.i else None)
    if verb is None:
        return None
    if lemma in words.accords and verb.lemma in words.reach and token.dep in ("dobj", "nsubjpass", "obj"):
        deed = deed or infinitive(sentence, verb) or _begun(sentence, token, words) or _begun(sentence, verb, words)
        if deed and (verb.tag == "VBG" or is_finite(sentence, verb)):
            return Predicate("accord", verb, deed, subject_of(sentence, verb))
        return None
    taken_up = _taken_up(sentence, token, words)
    if taken_up:
        principle = (
            infinitive(sentence, taken_up) if lemma in words.accords else None
        )  # "the agreement in principle to"
        deed = deed or principle or _promised_aid(sentence, token, words)
        return Predicate("noun", token, deed, subject_of(sentence, taken_up)) if deed else None
    if lemma not in words.nouns:
        return None
    first = token
    while first.dep == "conj" and first.head != first.i and sentence.tokens[first.head].pos == "NOUN":
        first = sentence.tokens[first.head]
    verb = sentence.head(first) or verb
    voiced = first.dep in ("dobj", "obj", "nsubjpass") and verb.lemma in words.voice
    voiced = voiced or (first.dep == "dobj" and verb.lemma == "include" and lemma in _WORD)
    there = verb.lemma == "be" and any(t.dep == "expl" for t in sentence.children(verb))
    if lemma in words.nouns and (voiced or there):
        deed = deed or (infinitive(sentence, verb) if first.i == token.i else None) or _doing(sentence, token, words)
        deed = deed or (
            cause_of(sentence, token, _BONDS) if lemma == "commitment" and voiced and verb.lemma in _SAYING else None
        )
        if deed and deed.tag == "VB" and any(t.low == "for" and t.i < deed.i for t in sentence.children(token)):
            return None  # "plans for laws to curb smuggling": the laws', not the planners'
        if deed and (is_finite(sentence, verb) or verb.tag == "VBG"):
            return Predicate("noun", token, deed, subject_of(sentence, verb))
    return _held(sentence, token, first, deed, verb)


_HELD = frozenset(("readiness", "willingness", "preparedness"))
"""Nouns of being ready, whatever governs them; a commitment or resolve that is only spoken of is no new one."""


def _held(sentence: Sentence, token: Token, first: Token, deed: Token | None, verb: Token) -> Predicate | None:
    """Whose readiness is spoken of, in whatever clause: "spoke of his willingness to"."""
    if token.lemma.lower() not in _HELD or deed is None or deed.tag not in ("VB", "VBG"):
        return None
    if first.dep in ("nsubj", "nsubjpass"):
        return None  # it is judged: "Lima's readiness to open the port is in doubt"
    if not any(t.dep == "poss" for noun in (token, first) for t in sentence.children(noun)):
        return None
    above = next((t for t in (verb, *sentence.ancestors(verb)) if t.pos in ("VERB", "AUX")), verb)
    return Predicate("held", token, deed, subject_of(sentence, above))


def _taken_up(sentence: Sentence, token: Token, words: Lexicon) -> Token | None:
    """The verb by which someone welcomes what is promised, or gives thanks for it: "hailed the decision to open"."""
    if token.lemma.lower() in _INWARD:
        return None
    verb = sentence.head(token)
    if token.dep == "pobj" and verb is not None and verb.low in ("of", "about"):
        told = sentence.head(verb)
        if told is not None and told.dep == "dobj":
            told = sentence.head(told)  # "informed the president of": the preposition hung on whoever is told
        owned = any(t.dep == "poss" for t in sentence.children(token))
        return told if told is not None and told.lemma in _INFORMING and owned else None
    if token.dep == "pobj" and verb is not None and verb.low in ("for", "on"):
        verb = sentence.head(verb)
    greets = verb is not None and verb.lemma in words.greet and token.dep in ("dobj", "pobj", "nsubjpass")
    return verb if greets and verb is not None and (is_finite(sentence, verb) or verb.tag == "VBG") else None


def _promised_aid(sentence: Sentence, token: Token, words: Lexicon) -> Token | None:
    """ "Its pledge of 20 million dollars"."""
    for prep in sentence.children(token):
        if prep.dep == "prep" and prep.low == "of":
            return next((t for t in sentence.children(prep) if t.dep == "pobj" and aid(sentence, t, words)), None)
    return None


def _signed(sentence: Sentence, token: Token, verb: Token, words: Lexicon) -> Predicate | None:
    """What a document that is signed binds to: "signed a memorandum to exchange data", "a treaty was signed to establish a court"; not
    what is hoped of it: "to ease the trade"."""
    if token.dep not in ("dobj", "nsubjpass") or not is_finite(sentence, verb):
        return None
    for holder in (token, verb, *(t for t in sentence.subtree(token) if t.low == "understanding")):
        deed = infinitive(sentence, holder) or gerund(sentence, holder, ("on",))
        if deed is not None and deed.i > token.i and deed.lemma in words.jointly:
            return Predicate("accord", verb, deed, subject_of(sentence, verb))
    return None


def _begun(sentence: Sentence, token: Token, words: Lexicon) -> Token | None:
    """What an agreement is on: "agreement was reached on the opening of", "on joint patrols"."""
    for prep in sentence.children(token):
        if prep.dep == "prep" and prep.low == "on":
            things = (t for t in sentence.children(prep) if t.dep == "pobj" and t.pos == "NOUN")
            return next(
                (t for t in things if t.lemma.lower() in words.deeds or t.lemma.lower() not in words.thoughts), None
            )
    return None


def _doing(sentence: Sentence, token: Token, words: Lexicon) -> Token | None:
    """The noun of doing that one is resolved on: "a commitment to the expansion of trade"."""
    for prep in sentence.children(token):
        if prep.dep == "prep" and prep.low == "to":
            return next(
                (
                    t
                    for t in sentence.children(prep)
                    if t.dep == "pobj" and (t.lemma.lower() in words.deeds or _shielded(sentence, t))
                ),
                None,
            )
    return None


def _shielded(sentence: Sentence, noun: Token) -> bool:
    """ "The defence of Peru", "Peru's security": of a country by name."""
    return noun.lemma.lower() in _SHIELD and any(t.ent == "GPE" for t in sentence.subtree(noun))


def _holders(sentence: Sentence, token: Token) -> Token | None:
    """The infinitive that the parse hangs on whoever is ready: "the readiness of the government of Peru to sign"."""
    for prep in sentence.children(token):
        if prep.low in ("of", "by", "from"):
            for holder in sentence.children(prep):
                if holder.dep == "pobj":
                    return infinitive(sentence, holder) or _holders(sentence, holder)
    return None
