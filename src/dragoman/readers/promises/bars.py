"""What takes a promise back: a denial, a question, a mere hypothesis, a wish or fear that it is the content of."""

from __future__ import annotations

import re

from dragoman.page.page import Sentence, Token
from dragoman.readers.promises.lexicon import Lexicon
from dragoman.readers.promises.predicate import Predicate, by_relative, given_word, occasion, of_relative, shared_view

_NOT = frozenset(("not", "yet", "n't", "never", "no", "hardly", "neither", "nor", "scarcely", "without"))
_UNSURE = frozenset(
    ("probably", "possibly", "perhaps", "maybe", "likely", "presumably", "hopefully", "ideally", "potentially")
)
_DOUBT = frozenset(
    (
        "possible",
        "likely",
        "unlikely",
        "hopeful",
        "confident",
        "sure",
        "doubtful",
        "uncertain",
        "unclear",
        "optimistic",
        "certain",
        "convinced",
        "afraid",
        "worried",
        "important",
        "necessary",
        "essential",
        "vital",
        "crucial",
        "imperative",
        "desirable",
        "good",
    )
)


def barred(sentence: Sentence, text: str, predicate: Predicate, words: Lexicon) -> bool:
    """Whether the sentence does not let the predicate stand as a promise."""
    if predicate.head.lemma == "accept" and predicate.deed.i == predicate.head.i:
        return _denied(sentence, predicate)  # the invitation that governs it is what is accepted
    return (
        text.rstrip("\"') ").endswith("?")
        or (_denied(sentence, predicate) and not _abstains(sentence, predicate, words))
        or _hypothetical(sentence, predicate, words)
        or _governed(sentence, predicate.head, words, predicate.form == "hanging" or predicate.head.dep == "relcl")
        or _nobody(sentence, predicate, words)
        or _after_barrier(sentence, predicate, words)
        or _asked(sentence, predicate, words)
        or _recalled(sentence, predicate)
        or predicate.deed.lemma in _KEEPING
        or (predicate.form in ("will", "would") and _if_ever(sentence, text, predicate))
    )


def _denied(sentence: Sentence, predicate: Predicate) -> bool:
    verbs = {predicate.head.i: predicate.head}
    if predicate.form not in ("settle", "vow") or predicate.deed.dep == "ccomp":
        verbs[predicate.deed.i] = predicate.deed
    above = sentence.head(predicate.head)
    if predicate.head.dep in ("acl", "ccomp", "relcl") and above is not None:
        for noun in (above, *(t for t in sentence.children(above) if t.dep in ("dobj", "attr", "nsubjpass"))):
            if (
                noun.pos == "NOUN"
                and noun.i < predicate.head.i
                and any(t.low in ("no", "any") and t.dep == "det" for t in sentence.children(noun))
            ):
                return True  # "won no assurance that Lima would"
    for verb in verbs.values():
        for child in sentence.children(verb):
            if child.i + 1 < len(sentence.tokens) and sentence.tokens[child.i + 1].low in ("only", "just", "merely"):
                continue
            if child.low in _UNSURE and child.dep == "advmod":
                return True
            if child.dep == "neg" or (child.low in _NOT and child.dep in ("advmod", "det", "preconj")):
                return True
            if child.dep in ("acomp", "oprd") and any(t.dep == "neg" for t in sentence.children(child)):
                return True
    return False


def _abstains(sentence: Sentence, predicate: Predicate, words: Lexicon) -> bool:
    """What one is assured will not be done: "promised that it would not close the road"."""
    verb = sentence.head(predicate.head)
    if predicate.form not in ("will", "would") or predicate.head.dep not in ("ccomp", "acl") or verb is None:
        return False
    word = given_word(sentence, predicate.head)
    if word is not None:
        kept = not any(t.low in ("no", "any") for t in sentence.children(word))
        return kept and any(t.dep == "neg" for t in sentence.children(predicate.head))
    plain = not any(t.dep == "neg" for t in sentence.children(verb))
    return verb.lemma in words.vow and plain and any(t.dep == "neg" for t in sentence.children(predicate.head))


def _hypothetical(sentence: Sentence, predicate: Predicate, words: Lexicon) -> bool:
    """An "if" clause below the promise, or the promise below an "if"; "should it go on" counts too."""
    places = [predicate.head, *sentence.ancestors(predicate.head)]
    near = places[:1] if predicate.head.dep == "ROOT" else places[:3]
    if predicate.form in ("ready", "plan", "noun", "held") and predicate.deed.i != predicate.head.i:
        near = [*near, predicate.deed]
    for place in near:
        for child in sentence.children(place):
            if (
                child.dep in ("advcl", "ccomp", "conj")
                and child.i != predicate.head.i
                and _if(sentence, child, words, child.start < predicate.head.start)
            ):
                return True
    for token in (predicate.head, *sentence.ancestors(predicate.head)):
        awaited = _AWAITED if predicate.form in ("settle", "vow") and token.i == predicate.head.i else ()
        if token.dep in ("advcl", "ccomp", "acl") and any(
            t.low in ("if", "unless", "whether", "lest", *awaited) and t.dep == "mark" for t in sentence.children(token)
        ):
            return True
    return False


_AWAITED = ("until", "till", "before")
"""Before an agreement or vow that is still to be made: "until it agrees to change course"."""
_AS_NEEDED = frozenset(("necessary", "needed", "required", "possible", "appropriate", "any", "requested", "desired"))
"""With these "if" leaves the promise as it is."""


def _if(sentence: Sentence, clause: Token, words: Lexicon, before: bool) -> bool:
    for child in sentence.children(clause):
        if child.dep == "mark" and child.low in ("if", "unless", "lest"):
            return clause.low not in _AS_NEEDED
    first = sentence.subtree(clause)[0]
    return (
        before
        and clause.dep == "advcl"
        and first.low in ("should", "were", "had")
        and first.dep in ("aux", "auxpass")
        and first.head == clause.i
        and "if" in words.hypotheses
    )


def _governed(sentence: Sentence, head: Token, words: Lexicon, hanging: bool = False) -> bool:
    """Content of a wish, demand, guess, fear or denial."""
    below = _beside_finite(sentence, head)
    for above in sentence.ancestors(below):
        if (
            below.dep in ("ccomp", "xcomp", "pcomp", "csubj", "advcl", "acl", "dobj", "relcl", "nsubj")
            and above.lemma.lower() in words.barrier
            and not (above.lemma in ("want", "wish", "need") and below.i != head.i and below.lemma in words.manners)
        ):
            return below.dep not in ("advcl", "relcl") and not (hanging and above.lemma in ("discuss", "consider"))
        if (
            below.dep == "ccomp"
            and above.lemma == "be"
            and any(
                (t.dep == "acomp" and t.low in _DOUBT) or (t.dep == "nsubj" and t.lemma.lower() in _WISHES)
                for t in sentence.children(above)
            )
        ):
            return True  # "it is doubtful that", "my hope is we will"
        if below.dep in ("ccomp", "acl", "pcomp") and above.low in _DOUBT:
            return True
        if (
            below.dep in ("pcomp", "acl")
            and above.pos == "NOUN"
            and not shared_view(sentence, below)
            and above.lemma in _WISHES
        ):
            return True
        below = above
    return False


def _beside_finite(sentence: Sentence, head: Token) -> Token:
    """The clause that a "that" clause goes on with, where the parse coordinates it with an infinitive within that one: "said he hopes
    to come and that she is ready"."""
    if head.dep != "conj" or not any(t.low == "that" and t.dep == "mark" for t in sentence.children(head)):
        return head
    beside = sentence.tokens[head.head]
    if not any(t.low == "to" and t.dep == "aux" for t in sentence.children(beside)):
        return head
    return next((t for t in sentence.ancestors(beside) if t.tag in ("VBZ", "VBD", "VBP")), head)


def _nobody(sentence: Sentence, predicate: Predicate, words: Lexicon) -> bool:
    subject = predicate.subject
    if subject is None or (subject.tag in ("WDT", "WP") and predicate.head.dep == "relcl"):
        return False
    if predicate.form in ("noun", "held") and any(t.dep == "poss" for t in sentence.children(predicate.head)):
        return False  # it is the owner's, whoever speaks of it
    return subject.low in words.nobody or any(
        t.low in ("no", "neither", "nobody", "none", "few", "whoever", "any")
        and t.dep in ("det", "amod", "preconj", "neg")
        for t in sentence.children(subject)
    )


def _after_barrier(sentence: Sentence, predicate: Predicate, words: Lexicon) -> bool:
    """A word of wishing or fearing stands right before the clause, whatever the parse makes of it: "and hopes both
    sides will"."""
    if predicate.form not in ("will", "would"):
        return False
    for token in (predicate.head, *sentence.ancestors(predicate.head)):
        subject = next((t for t in sentence.children(token) if t.dep in ("nsubj", "nsubjpass") and t.i < token.i), None)
        if subject is None:
            continue
        at = sentence.subtree(subject)[0].i - 1
        while at >= 0 and sentence.tokens[at].low in ("that", "also", ","):
            at -= 1
        return at >= 0 and _wishes(sentence.tokens[at], words)
    return False


def _wishes(token: Token, words: Lexicon) -> bool:
    low = token.low
    stems = {
        token.lemma.lower(),
        low.removesuffix("s"),
        low.removesuffix("ed"),
        low.removesuffix("d"),
        low.removesuffix("ing"),
    }
    return bool(stems & words.barrier) and token.pos in ("VERB", "NOUN", "AUX", "ADJ", "ADV")


def _asked(sentence: Sentence, predicate: Predicate, words: Lexicon) -> bool:
    """The content of a question: "what parliament will decide", "whether it would come"."""
    head = predicate.head
    while head.dep == "conj" and not any(t.dep in ("nsubj", "nsubjpass") for t in sentence.children(head)):
        head = sentence.tokens[head.head]
    if head.dep not in ("ccomp", "csubj", "pcomp", "advcl", "relcl", "dobj", "conj"):
        return False
    if head.dep == "relcl" and (
        of_relative(predicate) or by_relative(sentence, head) or occasion(sentence, head) is not None
    ):
        return False
    noun = sentence.head(head)
    if head.dep == "relcl" and predicate.form == "will" and noun is not None and noun.lemma.lower() in words.gatherings:
        return False  # "the visit that she will pay"
    first = next((t for t in sentence.subtree(head) if t.dep != "mark"), head)
    if any(t.dep == "advcl" and first.i in {w.i for w in sentence.subtree(t)} for t in sentence.children(head)):
        first = head  # "when the war is over, they will"
    asks = [first, *sentence.children(head)]
    return any(
        t.tag in ("WP", "WDT", "WRB", "WP$")
        and t.i < head.i
        and t.dep != "mark"
        and t.low not in ("whatever", "whenever")
        for t in asks
    )


_WISHES = frozenset(
    (
        "hope",
        "fear",
        "concern",
        "worry",
        "possibility",
        "chance",
        "wish",
        "belief",
        "confidence",
        "conviction",
        "certainty",
        "optimism",
        "expectation",
        "view",
        "sense",
        "desire",
        "dream",
        "assumption",
    )
)
"""Nouns whose content is hoped, feared or thought."""
_KEEPING = frozenset(("celebrate", "commemorate"))
"""What is done on a day that comes anyway: "we will celebrate ten years of the bridge"."""
_CASE = re.compile(r"\bin (?:the )?(?:case|event) (?:of|that)\b", re.I)
_TURNED = re.compile(r"[\"'(]*(?:Were|Should|Had)\s+(?:the\s+|a\s+|its\s+|his\s+|her\s+)?\w+", re.U)


def _if_ever(sentence: Sentence, text: str, predicate: Predicate) -> bool:
    """A condition without "if": "in the event of an attack", "were it to close the border"."""
    before = text[: max(0, predicate.head.start - sentence.span.start)]
    return bool(_CASE.search(before) or (_TURNED.match(text) and "," in before))


def _recalled(sentence: Sentence, predicate: Predicate) -> bool:
    """An old promise called to mind: "recalled that they had agreed"."""
    past = any(t.low == "had" for t in sentence.children(predicate.head) if t.dep == "aux")
    return past and any(
        t.lemma in ("recall", "remember", "remind", "regret", "complain") for t in sentence.ancestors(predicate.head)
    )
