"""How far the clause that states a promise goes."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.dates.calendar import Calendar
from dragoman.page.page import Sentence, Token
from dragoman.readers.promises.hanging import phrase_start
from dragoman.readers.promises.lexicon import Lexicon
from dragoman.readers.promises.predicate import Predicate
from dragoman.span import Span

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_EDGES = frozenset(",;:.-\"'()")


def extent(
    calendar: Calendar,
    words: Lexicon,
    sentence: Sentence,
    predicate: Predicate,
    others: Iterable[Token],
    within: Span | None,
) -> Span:
    """From the subject of the promising clause (from its verb where the subject stands elsewhere) to the clause's
    end, without the words that report it. `others`: heads of promises of their own in the sentence; `within`: the
    attributed words, where they are known."""
    head = predicate.head
    kept = _kept(sentence, head, words, {t.i for t in others if t.i != head.i})
    start = _start(calendar, sentence, predicate, kept)
    tokens = [t for t in kept if t.start >= start]
    if within is not None:
        tokens = [t for t in tokens if t.start < within.end] or tokens
    while len(tokens) > 1 and (
        tokens[-1].text in _EDGES or tokens[-1].dep in ("cc", "mark") or tokens[-1].pos == "PUNCT"
    ):
        tokens.pop()
    return Span(start, max(tokens[-1].end, head.end, predicate.deed.end))


def _kept(sentence: Sentence, head: Token, words: Lexicon, others: set[int]) -> list[Token]:
    gone: set[int] = set()
    for token in sentence.subtree(head):
        if token.i == head.i or token.i in gone:
            continue
        reports = (
            token.dep in ("parataxis", "ccomp")
            and token.head == head.i
            and token.tag in ("VBD", "VBZ", "VBP")
            and token.start > head.end
        )
        apart = (
            token.dep == "conj"
            and token.head == head.i
            and token.tag in ("VBD", "VBZ", "VBP")
            and token.pos in ("VERB", "AUX")
        )
        own = (
            token.dep == "conj"
            and token.i > head.i
            and any(t.dep in _SUBJECTS for t in sentence.children(token))
            and token.head == head.i
        )
        wished = (
            token.low.removesuffix("s") in words.barrier and token.low.endswith("s") and token.pos in ("NOUN", "VERB")
        )
        strayed = token.dep == "conj" and (wished or (token.tag == "VBZ" and sentence.tokens[token.head].tag == "VB"))
        if strayed or token.i in others or (reports and token.dep == "parataxis") or apart or own:
            gone.update(t.i for t in sentence.subtree(token))
    return [t for t in sentence.subtree(head) if t.i not in gone]


def _start(calendar: Calendar, sentence: Sentence, predicate: Predicate, kept: list[Token]) -> int:
    head = predicate.head
    left = [t for t in sentence.children(head) if t.i < head.i and t.i in {k.i for k in kept}]
    subject = next((t for t in left if t.dep in _SUBJECTS), None)
    if predicate.form == "hanging" and predicate.subject is not None:
        return phrase_start(sentence, predicate.subject).start
    if predicate.form in ("noun", "held") or (head.pos == "NOUN" and subject is None):
        return sentence.subtree(head)[0].start if head.pos == "NOUN" else head.start
    if subject is None:
        near = [t for t in left if t.dep in ("aux", "auxpass", "advmod", "neg") and t.dep != "cc"]
        return min((sentence.reach(t).start for t in near), default=head.start)
    start = sentence.reach(subject).start
    for token in left:
        if (
            token.i < subject.i
            and token.dep in ("prep", "npadvmod", "advmod", "nmod")
            and calendar.within(sentence.reach(token))
        ):
            start = min(start, sentence.reach(token).start)
    return start


def condition(sentence: Sentence, predicate: Predicate, words: Lexicon) -> Span | None:
    """The clause or phrase that the promise hangs on: "once parliament has ratified it", "subject to approval"."""
    for verb in (predicate.head, predicate.deed):
        for child in sentence.children(verb):
            first = sentence.subtree(child)[0]
            if child.dep in ("advcl", "prep", "advmod") and (
                first.low in ("once", "provided", "providing", "pending") or _subject_to(sentence, first)
            ):
                return sentence.reach(child)
            if child.dep == "advcl" and any(
                t.dep in ("mark", "advmod") and t.low in words.conditions for t in sentence.children(child)
            ):
                return sentence.reach(child)
    return None


def _subject_to(sentence: Sentence, first: Token) -> bool:
    following = sentence.tokens[first.i + 1].low if first.i + 1 < len(sentence.tokens) else ""
    return first.low == "subject" and following == "to"
