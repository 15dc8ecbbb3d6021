"""The words by which a sentence promises: "will", "agreed to", "is ready to", "plans to", "their resolve to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.page.page import Sentence, Token
from dragoman.readers.promises.hanging import antecedent
from dragoman.readers.promises.lexicon import Lexicon

Form = Literal[
    "will", "would", "ready", "polite", "settle", "vow", "plan", "noun", "accord", "moved", "present", "hanging", "want"
]  # fmt: skip

_CLAUSES = frozenset(("ROOT", "ccomp", "conj", "parataxis"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))


@dataclass(frozen=True, slots=True)
class Predicate:
    """`head`: the word that promises (a verb, or a noun in the form `noun`). `deed`: what is promised to be done.
    `subject`: its subject's head, None where none is said in the clause. `passive`: the deed is done to the subject."""

    form: Form
    head: Token
    deed: Token
    subject: Token | None
    passive: bool = False


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of a verb: its own, else that of the verb it is coordinated with or completes."""
    own = [t for t in sentence.children(verb) if t.dep in _SUBJECTS]
    if own:
        before = [t for t in own if t.i < verb.i]
        return before[-1] if before else own[0]
    if verb.dep in ("conj", "xcomp", "dep") and verb.head != verb.i:
        above = sentence.tokens[verb.head]
        return subject_of(sentence, _reported_before(sentence, above, verb) or above)
    if verb.dep == "advcl" and verb.tag == "VBG" and verb.head != verb.i:
        return subject_of(sentence, sentence.tokens[verb.head])
    return None


def _reported_before(sentence: Sentence, above: Token, verb: Token) -> Token | None:
    """The clause that a verb goes on with though it is taken to be coordinated with the word that reports it: "said she was ill and
    would come later"."""
    if verb.dep != "conj" or above.tag != "VBD" or not any(t.tag == "MD" for t in _helpers(sentence, verb)):
        return None
    clauses = [t for t in sentence.children(above) if t.dep == "ccomp" and above.i < t.i < verb.i]
    return clauses[-1] if clauses else None


def _helpers(sentence: Sentence, verb: Token) -> list[Token]:
    return [t for t in sentence.children(verb) if t.dep in ("aux", "auxpass")]


def _finite(sentence: Sentence, verb: Token) -> bool:
    """Said as done or holding, not as possible or wished: neither an infinitive nor under "could", "may" or "must"."""
    helpers = _helpers(sentence, verb)
    if any(t.tag in ("MD", "TO") for t in helpers):
        return False
    if verb.tag in ("VBD", "VBZ", "VBP"):
        return True
    if verb.tag in ("VB", "VBN") and not helpers and verb.dep in _CLAUSES:
        # a present or past taken for a bare form or a participle: "we reaffirm", "welcome it and commit to"
        if any(t.dep == "nsubj" and t.i < verb.i for t in sentence.children(verb)):
            return True
        above = sentence.head(verb)
        if verb.tag == "VB" and verb.dep == "conj" and above is not None and above.tag == "VBP":
            return not _helpers(sentence, above)
    return verb.tag == "VBN" and any(t.lemma in ("have", "be", "'ve", "get") for t in helpers)


def infinitive(sentence: Sentence, word: Token) -> Token | None:
    """The verb of an infinitive with "to" below a word."""
    for child in sentence.children(word):
        if child.dep in ("xcomp", "advcl", "acl", "ccomp", "relcl", "conj") and child.tag in ("VB", "VBN"):
            helpers = [t for t in sentence.children(child) if t.dep == "aux"]
            if any(t.low == "to" for t in helpers):
                return child
    return None


def gerund(sentence: Sentence, word: Token, prepositions: tuple[str, ...]) -> Token | None:
    """The verb in -ing after one of the prepositions below a word: "on launching", "to advancing"."""
    for child in sentence.children(word):
        if child.dep == "prep" and child.low in prepositions:
            for verb in sentence.children(child):
                if verb.dep == "pcomp" and verb.tag == "VBG":
                    return verb
    return None


def _clause(sentence: Sentence, verb: Token, modals: frozenset[str]) -> Token | None:
    """The clause that a verb governs, where it speaks of what is to be done."""
    for child in sentence.children(verb):
        if child.dep == "ccomp":
            helpers = _helpers(sentence, child)
            if any(t.low in modals for t in helpers) or (
                child.tag in ("VB", "VBN") and _bare(sentence, child, helpers)
            ):
                return child
    return None


def _bare(sentence: Sentence, clause: Token, helpers: list[Token]) -> bool:
    """The subjunctive of what is settled: "agreed that the next round be held"."""
    if not any(t.low == "that" and t.dep == "mark" for t in sentence.children(clause)):
        return False
    return bool(helpers) and all(t.low == "be" for t in helpers)


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


_DUTY = frozenset(("will", "would", "shall", "should", "'ll"))
_FUTURE = frozenset(("will", "shall", "'ll", "wo"))


def predicates(sentence: Sentence, words: Lexicon) -> Iterator[Predicate]:
    """Every promising predicate of a sentence, in order, whether or not what stands around it takes the promise
    back."""
    taken: set[int] = set()
    for token in sentence.tokens:
        found = _predicate(sentence, token, words)
        if found is None or found.deed.i in taken:
            continue
        taken.add(found.deed.i)
        yield from _apart(sentence, found, taken)
        if found.form in ("settle", "vow"):
            taken.update(t.i for t in sentence.children(found.head) if t.dep in ("ccomp", "xcomp"))
        yield found


def _apart(sentence: Sentence, first: Predicate, taken: set[int]) -> Iterator[Predicate]:
    """Further infinitives behind one word of agreeing or vowing: "agreed to reopen the line, to meet again in May"."""
    if first.form not in ("settle", "vow") or first.deed.tag != "VB":
        return
    at = first.deed
    while at is not None:
        at = next((t for t in sentence.children(at) if t.dep == "conj" and t.tag == "VB"), None)  # type: ignore[assignment]
        if at is not None and at.i not in taken and any(t.low == "to" for t in _helpers(sentence, at)):
            taken.add(at.i)
            yield Predicate(first.form, at, at, first.subject)


def _predicate(sentence: Sentence, token: Token, words: Lexicon) -> Predicate | None:
    if token.pos in ("VERB", "AUX") or token.tag.startswith("VB"):
        return hanging(sentence, token, words) or _verb(sentence, token, words)
    if token.pos == "NOUN" or (token.pos == "PROPN" and token.low in words.documents):
        return _noun(sentence, token, words)
    return None


def hanging(sentence: Sentence, token: Token, words: Lexicon) -> Predicate | None:
    """A plan told beside the name of what is planned: "the third Dialogue, to be held in May", "which opens on
    Monday"."""
    noun = antecedent(sentence, token, words)
    return Predicate("hanging", token, token, noun) if noun else None


def _verb(sentence: Sentence, token: Token, words: Lexicon) -> Predicate | None:
    helpers = _helpers(sentence, token)
    low = {t.low for t in helpers}
    subject = subject_of(sentence, token)
    passive = any(t.dep == "auxpass" for t in helpers)
    if token.lemma == "like" and low & {"would", "'d"}:
        deed = infinitive(sentence, token)
        return Predicate("polite", token, deed, subject) if deed and deed.lemma not in words.manners else None
    if token.lemma == "want" and token.tag in ("VBP", "VBZ"):
        deed = infinitive(sentence, token)
        own = deed is not None and not any(t.dep in ("nsubj", "nsubjpass") for t in sentence.children(deed))
        if deed and own and deed.lemma not in words.fate | words.manners | {"be"}:
            return Predicate("want", token, deed, subject)
    ready = _ready(sentence, token, words, subject)
    if ready and low & (_FUTURE | {"would", "'d"}):
        return ready
    if low & _FUTURE:
        return Predicate("will", token, token, subject, passive)
    if "would" in low or ("'d" in low and token.tag == "VB"):
        return Predicate("would", token, token, subject, passive) if "have" not in low else None
    if ready:
        return ready
    if token.tag == "VBG" and any(t.lemma == "be" for t in helpers) and any(t.tag in ("VBZ", "VBP") for t in helpers):
        return _going(sentence, token, words, subject)
    if token.tag == "VBG" and token.lemma in words.settle | words.vow and token.dep in ("advcl", "conj", "acl"):
        return _settled(sentence, token, words, subject)
    if not _finite(sentence, token):
        return None
    return (
        _planned(sentence, token, words, subject, passive)
        or _settled(sentence, token, words, subject)
        or _timetable(sentence, token, words, subject)
    )


def _going(sentence: Sentence, token: Token, words: Lexicon, subject: Token | None) -> Predicate | None:
    """ "Is going to open"; "is travelling to Lima on Friday"."""
    deed = infinitive(sentence, token)
    if token.lemma == "go" and deed and deed.dep == "xcomp":
        return Predicate("will", token, deed, subject, any(t.dep == "auxpass" for t in sentence.children(deed)))
    if token.lemma in words.meet:
        return Predicate("present", token, token, subject)
    return None


def _timetable(sentence: Sentence, token: Token, words: Lexicon, subject: Token | None) -> Predicate | None:
    """ "The talks open on Monday": the present where a date ahead stands beside it."""
    helpers = _helpers(sentence, token)
    if token.tag in ("VBZ", "VBP") and not helpers and token.lemma in words.meet and subject is not None:
        return Predicate("present", token, token, subject)
    return None


_FOUND = frozenset(("view", "recognition", "understanding", "opinion", "perception", "assessment"))
_BOUND = frozenset(("committed", "dedicated", "pledged"))
"""Words that bind whoever they are said of to a thing as well as to a deed."""


_CREEDS = frozenset(
    ("principle", "value", "rule", "charter", "ideal", "law", "alliance", "norm", "fact", "idea", "cause", "order")
)
"""What one holds to rather than does: "is committed to the principles of the Charter"."""


def _cause(sentence: Sentence, word: Token, known: frozenset[str] | None = None) -> Token | None:
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
    known = words.deeds | words.gatherings | {"process", "discussion", "negotiation"}
    for prep in sentence.children(word):
        if prep.dep == "prep" and prep.low in (("for", "to") if word.low == "open" else ("for",)):
            return next((t for t in sentence.children(prep) if t.dep == "pobj" and t.lemma.lower() in known), None)
    return None


def shared_view(sentence: Sentence, head: Token) -> bool:
    """The clause of what parties find together: "shared the view that they would"."""
    noun = sentence.head(head) if head.dep in ("acl", "relcl", "ccomp") else None
    verb = sentence.head(noun) if noun is not None and noun.lemma.lower() in _FOUND else None
    return verb is not None and verb.lemma == "share"


_MAY = frozenset(("must", "should", "may", "might", "can", "could", "ought"))
"""Beside these to be ready is a duty or a chance: "must be ready to"."""


def _ready(sentence: Sentence, token: Token, words: Lexicon, subject: Token | None) -> Predicate | None:
    """ "Is willing to", "stands ready to", "is committed to advancing"."""
    modal = any(t.low in _MAY for t in _helpers(sentence, token))
    if token.lemma in words.copulas and not modal and (_finite(sentence, token) or token.lemma == "be"):
        for word in sentence.children(token):
            if word.dep in ("acomp", "oprd", "attr", "advmod", "advcl", "xcomp") and word.low in words.ready:
                deed = infinitive(sentence, word) or gerund(sentence, word, ("to",)) or infinitive(sentence, token)
                deed = deed or (_cause(sentence, word) if word.low in _BOUND else _started(sentence, word, words))
                if deed:
                    return Predicate("ready", token, deed, subject)
    if token.low in _BOUND and token.dep in ("advcl", "acl", "acomp") and token.tag in ("VBN", "JJ"):
        deed = infinitive(sentence, token) or gerund(sentence, token, ("to",))
        above = sentence.head(token)
        if deed and above is not None and above.pos == "VERB" and token.i < above.i:
            return Predicate("ready", token, deed, subject_of(sentence, above))
    if token.tag == "VBN" and token.low in words.ready and any(t.lemma == "be" for t in _helpers(sentence, token)):
        deed = infinitive(sentence, token) or gerund(sentence, token, ("to",))
        deed = deed or (_cause(sentence, token) if token.low in _BOUND else None)
        if deed and _finite(sentence, token):
            return Predicate("ready", token, deed, subject)
    return None


def _planned(
    sentence: Sentence, token: Token, words: Lexicon, subject: Token | None, passive: bool
) -> Predicate | None:
    """ "Is to", "plans to", "is scheduled to", "has been put back to"."""
    deed = infinitive(sentence, token)
    if (
        token.lemma == "be"
        and token.tag in ("VBZ", "VBP", "VBD")
        and deed
        and deed.dep == "xcomp"
        and subject is not None
    ):
        attribute = any(
            t.dep in ("attr", "acomp") or (t.dep == "prep" and token.i < t.i < deed.i) or t.low == "up"
            for t in sentence.children(token)
        )
        turned = any(t.dep == "auxpass" for t in sentence.children(deed))
        return None if attribute else Predicate("plan", token, deed, subject, turned)
    if token.lemma == "be":
        for word in sentence.children(token):
            if word.dep in ("acomp", "oprd") and word.low in words.plan:
                aim = infinitive(sentence, word) or deed or (token if _timed(sentence, word) else None)
                if aim:
                    return Predicate(
                        "plan", token, aim, subject, any(t.dep == "auxpass" for t in sentence.children(aim))
                    )
    if token.lemma in words.plan and deed and (token.lemma in ("plan", "intend") or passive):
        turned = any(t.dep == "auxpass" for t in sentence.children(deed))
        return Predicate("plan", token, deed, subject, turned)
    if token.lemma in words.fix and passive and _timed(sentence, token):
        return Predicate("plan", token, token, subject, True)
    if token.lemma in words.move and passive and any(t.low in ("to", "until", "till") for t in sentence.subtree(token)):
        return Predicate("moved", token, token, subject, True)
    return None


def _timed(sentence: Sentence, word: Token) -> bool:
    """With a preposition that can stand before a date."""
    return any(t.dep == "prep" and t.low in ("for", "on", "in", "at", "from") for t in sentence.children(word))


_IN = frozenset(("agree", "concur"))
"""Verbs of settling that take "in" before a deed: "concurred in organising an exercise"."""


def invited(sentence: Sentence, accepting: Token) -> Token | None:
    """Who is invited in the words before "accepted": "invited the minister, who accepted"."""
    verb = next((t for t in sentence.tokens if t.lemma == "invite" and t.i < accepting.i), None)
    objects = [t for t in sentence.children(verb) if t.dep in ("dobj", "nsubj") and t.i > verb.i] if verb else []
    return objects[0] if objects else None


def _settled(sentence: Sentence, token: Token, words: Lexicon, subject: Token | None) -> Predicate | None:
    """ "Agreed to", "concurred on launching", "confirmed that they should", "vowed to"."""
    if token.lemma in words.settle:
        deed = (
            infinitive(sentence, token)
            or gerund(sentence, token, ("on", "upon", "to", "in") if token.lemma in _IN else ("on", "upon", "to"))
            or _clause(sentence, token, _DUTY)
            or _deed(sentence, token, words)
        )
        if deed:
            return Predicate("settle", token, deed, subject)
    if token.lemma == "accept" and subject is not None:
        objects = [t for t in sentence.children(token) if t.dep == "dobj"]
        called = next((t for t in objects if t.lemma in ("invitation", "invite")), None)
        if called:
            return Predicate("vow", token, infinitive(sentence, called) or called, subject)
        if not objects and invited(sentence, token):
            return Predicate("vow", token, token, subject)
    if token.lemma in ("provide", "extend", "prolong", "renew"):
        deed = _provided(sentence, token, words, subject) or _prolonged(sentence, token, words)
        if deed:
            return Predicate("accord", token, deed, subject)
    if token.lemma in words.order:
        deed = _ordered(sentence, token, words)
        if deed:
            return Predicate("settle", token, deed, subject)
    if token.lemma == "assure" and not any(t.dep == "auxpass" for t in _helpers(sentence, token)):
        deed = _assured(sentence, token)
        if deed and deed.lemma not in words.courtesies:
            return Predicate("vow", token, deed, subject)
    if token.lemma in words.vow and token.lemma not in words.settle:
        deed = infinitive(sentence, token) or gerund(sentence, token, ("to",))
        if deed is None and token.lemma == "commit":
            deed = _cause(sentence, token, words.deeds | words.gatherings)
        if deed is None and token.lemma in ("pledge", "promise", "vow", "guarantee"):
            deed = next((t for t in sentence.children(token) if t.dep == "dobj" and t.pos == "NOUN"), None)
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
            if lemma in words.deeds or (token.lemma == "agree" and child.low != "to" and lemma not in words.thoughts):
                return noun
    return None


def _noun(sentence: Sentence, token: Token, words: Lexicon) -> Predicate | None:
    """ "His country's readiness to open", "reached an agreement on promoting", "the pair plan to meet" where a verb
    is taken for a noun."""
    lemma = token.lemma.lower()
    verb = sentence.head(token)
    if lemma in words.documents and verb is not None and verb.lemma in words.sign:
        return _signed(sentence, token, verb, words)
    if (
        lemma in _FOUND
        and verb is not None
        and verb.lemma == "share"
        and token.dep == "dobj"
        and _finite(sentence, verb)
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
        deed = deed or infinitive(sentence, verb)
        if deed and (verb.tag == "VBG" or _finite(sentence, verb)):
            return Predicate("accord", verb, deed, subject_of(sentence, verb))
        return None
    first = token
    while first.dep == "conj" and first.head != first.i and sentence.tokens[first.head].lemma.lower() in words.nouns:
        first = sentence.tokens[first.head]
    verb = sentence.head(first) or verb
    voiced = first.dep in ("dobj", "obj", "nsubjpass") and verb.lemma in words.voice
    there = verb.lemma == "be" and any(t.dep == "expl" for t in sentence.children(verb))
    if lemma in words.nouns and (voiced or there):
        deed = deed or (infinitive(sentence, verb) if first.i == token.i else None) or _doing(sentence, token, words)
        if deed and deed.tag == "VB" and any(t.low == "for" and t.i < deed.i for t in sentence.children(token)):
            return None  # "plans for laws to curb smuggling": the laws', not the planners'
        if deed and (_finite(sentence, verb) or verb.tag == "VBG"):
            return Predicate("noun", token, deed, subject_of(sentence, verb))
    return None


def _signed(sentence: Sentence, token: Token, verb: Token, words: Lexicon) -> Predicate | None:
    """What a document that is signed binds to: "signed a memorandum to exchange data", "a treaty was signed to establish a court"; not
    what is hoped of it: "to ease the trade"."""
    if token.dep not in ("dobj", "nsubjpass") or not _finite(sentence, verb):
        return None
    for holder in (token, verb, *(t for t in sentence.subtree(token) if t.low == "understanding")):
        deed = infinitive(sentence, holder) or gerund(sentence, holder, ("on",))
        if deed is not None and deed.i > token.i and deed.lemma in words.jointly:
            return Predicate("accord", verb, deed, subject_of(sentence, verb))
    return None


def _doing(sentence: Sentence, token: Token, words: Lexicon) -> Token | None:
    """The noun of doing that one is resolved on: "a commitment to the expansion of trade"."""
    for prep in sentence.children(token):
        if prep.dep == "prep" and prep.low == "to":
            return next(
                (t for t in sentence.children(prep) if t.dep == "pobj" and t.lemma.lower() in words.deeds), None
            )
    return None


def _holders(sentence: Sentence, token: Token) -> Token | None:
    """The infinitive that the parse hangs on whoever is ready: "the readiness of the government of Peru to sign"."""
    for prep in sentence.children(token):
        if prep.dep == "prep" and prep.low == "of":
            for holder in sentence.children(prep):
                if holder.dep == "pobj":
                    return infinitive(sentence, holder) or _holders(sentence, holder)
    return None


def said_to_come(sentence: Sentence, clause: Token) -> Predicate | None:
    """A clause by itself, as what its own "will" or "would" promises; None where it has neither."""
    helpers = _helpers(sentence, clause)
    low = {t.low for t in helpers}
    form: Form | None = "will" if low & _FUTURE else "would" if low & {"would", "'d"} else None
    if form is None:
        return None
    return Predicate(form, clause, clause, subject_of(sentence, clause), any(t.dep == "auxpass" for t in helpers))
