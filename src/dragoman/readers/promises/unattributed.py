"""What a text tells in its own voice as to come: an announced plan, a clause of what was agreed, or what merely will be."""

from __future__ import annotations

from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.promises.bound import Bound
from dragoman.readers.promises.giving import aid
from dragoman.readers.promises.lexicon import Lexicon
from dragoman.readers.promises.predicate import Predicate, shared_view
from dragoman.reading import CommitmentKind

_TWO_CLAUSES = frozenset(("while", "whereas"))
"""Between what one party will do and what the other will."""
_VIEWS = frozenset(("view", "opinion", "idea", "thought", "impression"))
_HOURS = frozenset(("am", "pm", "a.m.", "p.m.", "morning", "afternoon", "evening", "tonight", "later"))
_TRAVEL = frozenset(("visit", "travel", "fly", "arrive"))
_GOING_ON = frozenset(("continue", "proceed", "journey", "move", "head", "deploy"))
_JOURNEYS = frozenset(("visit", "trip", "tour", "stay"))


class Unattributed:
    """Weighs what nobody is said to have said."""

    def __init__(self, page: Page, words: Lexicon, tied: bool) -> None:
        """`tied`: the sentence goes on with a dated plan told just before."""
        self._page, self._words, self._tied = page, words, tied

    def weigh(
        self, sentence: Sentence, predicate: Predicate, who: Bound, settled: bool, dated: bool
    ) -> CommitmentKind | None:
        """In the text's own voice: a plan of travel or meeting, or a clause of what was agreed or told."""
        if dated or (self._tied and predicate.deed.lemma in self._words.meet):
            return "scheduled"
        if settled or self.provided(sentence, predicate.head):
            return "agreed" if who.joint else "pledged"
        if _only_talks(sentence, predicate.deed):
            return None
        meets = predicate.form == "will" and (
            predicate.deed.lemma in self._words.meet or _onward(sentence, predicate.deed)
        )
        told = self._abroad(sentence, predicate) or _during_visit(sentence, predicate.head)
        told = told or _onward(sentence, predicate.deed)
        if meets and (told or (who.agent and (_at_an_hour(sentence, predicate.head) or _travels(who, predicate)))):
            return "scheduled"
        together = len(who.countries) > 1 and who.joint and predicate.form == "will"
        if together and predicate.deed.lemma in self._words.jointly:
            return "agreed"
        if (
            predicate.form == "will"
            and self._state(sentence, predicate)
            and predicate.deed.lemma in (self._words.jointly | self._words.arranged)
        ):
            return "pledged"
        gives = any(t.dep == "dobj" and aid(sentence, t, self._words) for t in sentence.children(predicate.deed))
        if gives and predicate.form == "will" and who.countries and predicate.head.dep in ("ROOT", "conj"):
            return "pledged"
        if who.joint and any(t.low == "shall" and t.dep == "aux" for t in sentence.children(predicate.head)):
            return "agreed"
        verb = sentence.head(predicate.head)
        told = predicate.head.dep == "ccomp" and verb is not None and verb.lemma in self._page.desk.verb_group("say")
        given = (
            predicate.head.dep in ("acl", "ccomp")
            and verb is not None
            and verb.lemma in ("assurance", "word", "pledge", "promise")
        )
        if shared_view(sentence, predicate.head):
            return "agreed" if who.joint else "pledged"
        return "pledged" if told or given else None

    def _abroad(self, sentence: Sentence, predicate: Predicate) -> bool:
        """An official's doings in a place that is named: "in Paris the minister will address the chamber", "will visit Oslo"."""
        subject = predicate.subject
        if subject is None or not (subject.ent == "PERSON" or subject.lemma.lower() in self._page.desk.titles):
            return False
        holder = {t.i for t in sentence.subtree(subject)}
        return any(t.ent == "GPE" and t.pos == "PROPN" and t.i not in holder for t in sentence.subtree(predicate.head))

    def _state(self, sentence: Sentence, predicate: Predicate) -> bool:
        """A country by name, or its government: what the text says by itself that these will do has been announced."""
        subject = predicate.subject
        if subject is None or predicate.passive or predicate.head.dep not in ("ROOT", "conj"):
            return False
        if subject.pos == "NOUN":
            return subject.lemma.lower() in (
                "government",
                "ministry",
                "state",
                "side",
                "administration",
                "navy",
                "army",
            )
        return subject.ent == "GPE" and not any(
            t.dep in ("compound", "nmod") and t.ent != "GPE" for t in sentence.children(subject)
        )

    def provided(self, sentence: Sentence, head: Token) -> bool:
        """The clause of a document: "the protocol provides that", "under the agreement"."""
        for verb in sentence.ancestors(head):
            subject = next((t for t in sentence.children(verb) if t.dep == "nsubj"), None)
            if verb.lemma in self._words.providing and subject is not None and self._document(subject):
                return True
        first = head
        while first.head != first.i and (first.dep == "conj" or beside(sentence, first)):
            first = sentence.tokens[first.head]
        return any(
            t.dep == "prep" and t.low in ("under", "by") and any(self._document(n) for n in sentence.children(t))
            for verb in {first.i: first, head.i: head}.values()
            for t in sentence.children(verb)
        )

    def _document(self, noun: Token) -> bool:
        lemma = noun.lemma.lower()
        return lemma in self._words.accords or lemma in self._page.desk.word_set("instrument-heads")


def beside(sentence: Sentence, head: Token) -> bool:
    """What one party will do beside the other: "Peru will open the road while Chile will pay for it"."""
    return head.dep == "advcl" and any(t.dep == "mark" and t.low in _TWO_CLAUSES for t in sentence.children(head))


def _travels(who: Bound, predicate: Predicate) -> bool:
    """ "Will visit", of whoever serves a state that is known."""
    return bool(who.countries) and predicate.deed.lemma in _TRAVEL


def _onward(sentence: Sentence, verb: Token) -> bool:
    """ "Will continue to Lima", "will proceed to Peru"."""
    if verb.lemma not in _GOING_ON:
        return False
    below = list(sentence.children(verb))
    after = (t for prep in below if prep.dep == "prep" and prep.low == "to" for t in sentence.children(prep))
    return any(t.pos == "PROPN" for t in (*after, *(t for t in below if t.dep == "xcomp")))


def _only_talks(sentence: Sentence, verb: Token) -> bool:
    """ "Will exchange views", "will continue to exchange opinions": what a meeting is, and no undertaking beside it."""
    below = [verb, *(t for t in sentence.children(verb) if t.dep == "xcomp")]
    return any(
        v.lemma == "exchange" and any(t.dep == "dobj" and t.lemma in _VIEWS for t in sentence.children(v))
        for v in below
    )


def _at_an_hour(sentence: Sentence, head: Token) -> bool:
    """A time of the day that needs no date: "at 6.30 pm", "in the evening", "later"."""
    near = sentence.children(head)
    return any(
        t.low in _HOURS
        for child in near
        if child.dep in ("prep", "advmod", "npadvmod")
        for t in sentence.subtree(child)
    )


def _during_visit(sentence: Sentence, head: Token) -> bool:
    """ "During the visit", "on his trip": doings of a journey that is told of."""
    return any(
        t.dep == "pobj" and t.lemma in _JOURNEYS
        for prep in sentence.children(head)
        if prep.dep == "prep" and prep.low in ("during", "on", "in")
        for t in sentence.subtree(prep)
    )
