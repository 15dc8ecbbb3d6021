"""The words by which a sentence promises: "will", "agreed to", "is ready to", "plans to", "their resolve to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.page.page import Sentence, Token
from dragoman.readers.promises.clause import auxiliaries, infinitive, is_finite, subject_of
from dragoman.readers.promises.giving import giving
from dragoman.readers.promises.hanging import antecedent
from dragoman.readers.promises.lexicon import Lexicon
from dragoman.readers.promises.predicate import Form, Predicate
from dragoman.readers.promises.readiness import readiness, told_readiness
from dragoman.readers.promises.settling import settling

_COUNTS = frozenset(("set", "series", "batch", "pair", "string"))
_FUTURE = frozenset(("will", "shall", "'ll", "wo"))


def predicates(sentence: Sentence, words: Lexicon) -> Iterator[Predicate]:
    """Every promising predicate of a sentence, in order, whether or not what stands around it takes the promise
    back."""
    taken: set[int] = set()
    for token in sentence.tokens:
        found = _gathered(sentence, _predicate(sentence, token, words), words)
        if found is None or found.deed.i in taken:
            continue
        taken.add(found.deed.i)
        further = list(_apart(sentence, found, taken))
        if found.form in ("settle", "vow"):
            taken.update(t.i for t in sentence.children(found.head) if t.dep in ("ccomp", "xcomp"))
        yield found
        yield from further


def _gathered(sentence: Sentence, found: Predicate | None, words: Lexicon) -> Predicate | None:
    """With the meetings themselves for a subject that counts them: "a second set of meetings will begin"."""
    subject = found.subject if found else None
    if found is None or subject is None or subject.lemma.lower() not in _COUNTS:
        return found
    held = next((t for p in sentence.children(subject) if p.low == "of" for t in sentence.children(p)), None)
    return replace(found, subject=held) if held and {held.low, held.lemma} & words.gatherings else found


def _apart(sentence: Sentence, first: Predicate, taken: set[int]) -> Iterator[Predicate]:
    """Further infinitives behind one word of agreeing or vowing: "agreed to reopen the line, to meet again in May"."""
    if first.form not in ("settle", "vow") or first.deed.tag != "VB":
        return
    at = first.deed
    while at is not None:
        at = next((t for t in sentence.children(at) if _next_deed(sentence, at, t)), None)  # type: ignore[assignment]
        if at is not None and at.i not in taken and any(t.low == "to" for t in auxiliaries(sentence, at)):
            taken.add(at.i)
            yield Predicate(first.form, at, at, first.subject)


def _next_deed(sentence: Sentence, deed: Token, later: Token) -> bool:
    """The next infinitive of a series, also where the parse takes it for a purpose: "to keep in touch, to resume flights"."""
    if later.tag != "VB" or later.i < deed.i:
        return False
    series = later.dep == "advcl" and any(t.dep == "conj" and t.tag == "VB" for t in sentence.children(later))
    first = sentence.subtree(later)[0].i
    return later.dep == "conj" or (series and first > 0 and sentence.tokens[first - 1].text in (",", ";"))


def _predicate(sentence: Sentence, token: Token, words: Lexicon) -> Predicate | None:
    if token.pos in ("VERB", "AUX") or token.tag.startswith("VB"):
        return hanging(sentence, token, words) or _verb(sentence, token, words)
    if token.pos == "NOUN" or (token.pos == "PROPN" and token.low in words.documents):
        return told_readiness(sentence, token, words)
    return None


def hanging(sentence: Sentence, token: Token, words: Lexicon) -> Predicate | None:
    """A plan told beside the name of what is planned: "the third Dialogue, to be held in May", "which opens on
    Monday"."""
    noun = antecedent(sentence, token, words)
    return Predicate("hanging", token, token, noun) if noun else None


def _verb(sentence: Sentence, token: Token, words: Lexicon) -> Predicate | None:
    helpers = auxiliaries(sentence, token)
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
    ready = readiness(sentence, token, words, subject)
    if ready and low & (_FUTURE | {"would", "'d"}):
        return ready
    if low & _FUTURE:
        return Predicate("will", token, token, subject, passive)
    if "would" in low or ("'d" in low and token.tag == "VB"):
        return Predicate("would", token, token, subject, passive) if "have" not in low else None
    if ready:
        return ready
    given = giving(sentence, token, words, subject)
    if given:
        return given
    if token.tag == "VBG" and any(t.lemma == "be" for t in helpers) and any(t.tag in ("VBZ", "VBP") for t in helpers):
        return _going(sentence, token, words, subject)
    if token.tag == "VBG" and token.lemma in words.settle | words.vow and token.dep in ("advcl", "conj", "acl"):
        return settling(sentence, token, words, subject)
    if not is_finite(sentence, token):
        return None
    return (
        _planned(sentence, token, words, subject, passive)
        or settling(sentence, token, words, subject)
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
    helpers = auxiliaries(sentence, token)
    if token.tag in ("VBZ", "VBP") and not helpers and token.lemma in words.meet and subject is not None:
        return Predicate("present", token, token, subject)
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
        attribute = attribute or deed.lemma == "blame"
        return None if attribute else Predicate("plan", token, deed, subject, turned)
    if token.lemma == "be":
        for word in sentence.children(token):
            if word.dep in ("acomp", "oprd") and word.low in words.plan:
                aim = infinitive(sentence, word) or deed or (token if _timed(sentence, word) else None)
                if aim:
                    return Predicate(
                        "plan", token, aim, subject, any(t.dep == "auxpass" for t in sentence.children(aim))
                    )
    if token.lemma == "aim" and deed and token.tag in ("VBZ", "VBP", "VBG"):
        return Predicate("plan", token, deed, subject)
    if token.lemma in words.plan and deed and (token.lemma in ("plan", "intend") or passive):
        turned = any(t.dep == "auxpass" for t in sentence.children(deed))
        return Predicate("plan", token, deed, subject, turned)
    if token.lemma == "expect" and deed and (passive or _own_deed(sentence, token, deed)):
        turned = any(t.dep == "auxpass" for t in sentence.children(deed))
        return Predicate("plan", token, deed, subject, turned)
    if token.low == "expected" and passive and any(t.dep == "prep" and t.low == "in" for t in sentence.children(token)):
        return Predicate("plan", token, token, subject, True)  # "is expected in Lima on Friday"
    if token.lemma in words.fix and passive and _timed(sentence, token):
        return Predicate("plan", token, token, subject, True)
    if token.lemma in words.move and passive and any(t.low in ("to", "until", "till") for t in sentence.subtree(token)):
        return Predicate("moved", token, token, subject, True)
    return None


def _own_deed(sentence: Sentence, token: Token, deed: Token) -> bool:
    """ "They expect to sign", not "they expect her to sign"."""
    return token.tag in ("VBP", "VBZ") and not any(t.dep in ("nsubj", "nsubjpass") for t in sentence.children(deed))


def _timed(sentence: Sentence, word: Token) -> bool:
    """With a preposition that can stand before a date."""
    return any(t.dep == "prep" and t.low in ("for", "on", "in", "at", "from") for t in sentence.children(word))


def said_to_come(sentence: Sentence, clause: Token) -> Predicate | None:
    """A clause by itself, as what its own "will" or "would" promises; None where it has neither."""
    helpers = auxiliaries(sentence, clause)
    low = {t.low for t in helpers}
    form: Form | None = "will" if low & _FUTURE else "would" if low & {"would", "'d"} else None
    if form is None:
        return None
    return Predicate(form, clause, clause, subject_of(sentence, clause), any(t.dep == "auxpass" for t in helpers))
