"""What a "will" or "would" comes to in its sentence and voice: an agreement, a pledge, a plan, or a mere forecast."""

from __future__ import annotations

from dragoman.dates.calendar import Calendar
from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.promises.bound import Bound
from dragoman.readers.promises.days import Days
from dragoman.readers.promises.lexicon import Lexicon
from dragoman.readers.promises.predicate import Predicate, by_relative, given_word, occasion, shared_view
from dragoman.readers.promises.procedure import of_procedure
from dragoman.readers.promises.unattributed import Unattributed, beside
from dragoman.readers.promises.voice import Voice
from dragoman.reading import CommitmentKind

_RUNNING = frozenset(("continue", "proceed", "start", "begin", "resume", "commence", "intensify"))
"""Verbs of which a thing that parties do together is the subject."""
_GOING = ("ROOT", "ccomp", "conj", "parataxis", "dep", "acl")
_TELLING = frozenset(("assure", "tell", "inform", "promise", "notify", "remind", "advise", "guarantee"))
_WEIGHING = frozenset(("consider", "prefer", "welcome", "mind", "hesitate", "agree", "like"))
"""What one would do is no promise with these."""


class Future:
    """Weighs what the future tense of one page says."""

    def __init__(self, page: Page, calendar: Calendar, words: Lexicon, days: Days, tied: bool) -> None:
        """`tied`: the sentence goes on with a dated plan told just before."""
        self._calendar, self._words, self._days = calendar, words, days
        self._untold = Unattributed(page, words, tied)

    def weigh(
        self, sentence: Sentence, predicate: Predicate, who: Bound, voice: Voice, settled: bool
    ) -> CommitmentKind | None:
        """What a "will" is."""
        words, head, deed = self._words, predicate.head, predicate.deed
        told = head.dep == "relcl" and by_relative(sentence, head) and voice.kind == "official"
        if head.dep == "relcl" and not _aside(sentence, head) and not (told and self._own(sentence, head)):
            noun = sentence.head(head)
            at = occasion(sentence, head)
            if at is not None and who.agent and predicate.form == "will" and deed.lemma in words.meet:
                known = at.lemma.lower() in words.gatherings or self._days.dated(sentence, head)
                return "scheduled" if known or self._calendar.within(sentence.reach(at)) else None
            if noun is not None and self._in_relative(sentence, predicate, who, noun):
                return "scheduled"
            under = any(t.low == "under" and t.i < head.i for t in sentence.children(head))
            if under and by_relative(sentence, head) and who.agent and predicate.form == "will":
                return "agreed" if who.joint else "pledged"  # "a deal under which Lima will reopen the port"
            if predicate.form == "will" and predicate.subject is not None and predicate.subject.low == "who":
                return "scheduled" if deed.lemma in words.meet and self._days.dated(sentence, head) else None
            effect = any(t.dep in ("dobj", "prep") and t.low in ("effect", "into") for t in sentence.children(deed))
            brings = (deed.lemma in words.bringing or effect) and not predicate.passive
            settled = noun is not None and noun.lemma in words.accords and predicate.form == "will"
            return "agreed" if settled and not brings else None
        if head.dep not in (*_GOING, "relcl") and not beside(sentence, head):
            return None
        if deed.lemma in words.threats and not predicate.passive and not who.joint:
            return None
        if deed.lemma == "pay" and any(t.dep == "dobj" and t.lemma == "price" for t in sentence.children(deed)):
            return None  # "will pay the price"
        if predicate.passive and deed.lemma == "make" and _subject_is(predicate, _MADE):
            return None
        if predicate.form == "would" and deed.lemma in words.opining:
            return None  # "I would imagine", "they would need"
        if (
            predicate.form == "would"
            and (voice.direct or voice.kind == "text")
            and not (_reported(sentence, head) or self._set_out(sentence, predicate))
        ):
            return None
        first = predicate.subject is not None and predicate.subject.low in ("i", "we")
        if first and of_procedure(sentence, deed, words):
            return None
        if not predicate.passive and who.joint and self._untold.provided(sentence, head) and voice.kind == "text":
            return "agreed"
        if deed.lemma == "be" and not predicate.passive:
            if not _in_place(sentence, deed):
                return None
            own = predicate.subject is not None and predicate.subject.pos == "PROPN" and who.agent
            if first or (own and voice.kind == "official" and set(who.countries) & set(voice.countries)):
                return "pledged" if voice.kind == "official" else None
            soon = any(e.kind == "vague" for e in self._calendar.within(sentence.reach(head)))
            return "scheduled" if who.agent and (soon or self._days.dated(sentence, head)) else None
        dated = self._days.dated(sentence, head)
        if predicate.passive and shared_view(sentence, head) and (voice.kind == "both" or who.joint):
            return "agreed"  # "shared the view that a way would be found"
        if deed.lemma in ("start", "begin", "continue", "keep", "stop") and any(
            t.dep == "xcomp" and t.lemma in words.fate for t in sentence.children(deed)
        ):
            return None
        if deed.lemma in ("remain", "stay") and any(t.dep == "attr" for t in sentence.children(deed)):
            return None
        if deed.lemma == "make" and any(
            t.dep == "dobj" and t.lemma in ("decision", "choice", "judgment", "judgement", "sense", "difference")
            for t in sentence.children(deed)
        ):
            return None
        if not predicate.passive and not who.agent and self._days.under_subject(sentence, head):
            return None
        helps = (deed.lemma == "help" and who.agent) or self._tries(sentence, predicate, who, voice)
        helps = helps or self._goes_further(sentence, predicate, who)
        if (
            (deed.lemma in words.fate or deed.lemma == "help")
            and not helps
            and not (
                ((dated or first) and self._talks(sentence, deed))
                or _onward(sentence, deed)
                or (dated and who.agent and deed.lemma in words.meet)
            )
        ):
            return None
        if predicate.form == "would" and deed.lemma in _WEIGHING:
            return None
        if predicate.passive:
            if deed.lemma not in words.arranged and not (dated and voice.kind != "text"):
                return None
            if voice.kind == "text":
                if deed.lemma == "make" and not _subject_is(predicate, words.paid):
                    return None  # "will be made in Peru this year"
                return "scheduled" if dated else "agreed"
            return "agreed" if voice.kind == "both" or who.joint else "pledged"
        if who.agent and voice.kind == "text":
            return self._untold.weigh(sentence, predicate, who, settled, dated)
        if who.agent:
            if who.countries and voice.countries and not set(who.countries) & set(voice.countries):
                above = sentence.head(head)
                if given_word(sentence, head) or (above is not None and above.lemma in words.vow):
                    return "pledged"
                planned = deed.lemma in words.meet or (dated and deed.lemma in words.arranged | words.jointly)
                return "scheduled" if planned else None
            if dated and deed.lemma in words.meet and not first and not self._days.limited(sentence, head):
                return "scheduled"
            return "agreed" if voice.kind == "both" or who.joint else "pledged"
        if dated and voice.kind != "text" and not _subject_is(predicate, words.thoughts):
            return "agreed" if voice.kind == "both" else "pledged"
        if voice.kind in ("official", "both") and self._runs(predicate):
            return "agreed" if voice.kind == "both" or who.joint else "pledged"
        goes_on = deed.lemma in ("continue", "proceed") and gathers(self._words, predicate.subject)
        return "scheduled" if dated and (goes_on or deed.lemma in words.meet) else None

    def _tries(self, sentence: Sentence, predicate: Predicate, who: Bound, voice: Voice) -> bool:
        """An official word that one will consider, seek or try to do a thing."""
        subject, deed = predicate.subject, predicate.deed
        if predicate.form != "will" or deed.lemma not in self._words.tries or voice.kind not in ("official", "both"):
            return False
        own = subject is not None and (subject.low in ("i", "we") or bool(set(who.countries) & set(voice.countries)))
        return own and who.agent and any(t.dep in ("dobj", "xcomp") for t in sentence.children(deed))

    def _runs(self, predicate: Predicate) -> bool:
        """What the speaker has a hand in and says will go on or begin: "the talks will start", "our cooperation will continue"."""
        subject, deed = predicate.subject, predicate.deed
        if subject is None or deed.lemma not in _RUNNING or predicate.head.dep not in _GOING:
            return False
        return gathers(self._words, subject) or subject.lemma.lower() in self._words.deeds | self._words.aid

    def _goes_further(self, sentence: Sentence, predicate: Predicate, who: Bound) -> bool:
        """ "Will seek and deepen cooperation", "will find ways to": more than what befalls someone."""
        deed, below = predicate.deed, list(sentence.children(predicate.deed))
        if predicate.form != "will" or not who.agent:
            return False
        if deed.lemma == "find":
            return any(t.dep == "dobj" and t.lemma in ("way", "solution", "means") for t in below)
        beside = (t for t in below if t.dep == "conj" and t.tag == "VB")
        return any(t.lemma in self._words.jointly | self._words.arranged for t in beside)

    def _in_relative(self, sentence: Sentence, predicate: Predicate, who: Bound, noun: Token) -> bool:
        """A dated plan in a clause on what is planned: "the review, which would be published in May", "the visit that she will pay then"."""
        if not self._days.dated(sentence, predicate.head):
            return False
        subject, deed = predicate.subject, predicate.deed
        if predicate.passive and subject is not None and subject.tag == "WDT":
            return deed.lemma in self._words.arranged
        return who.agent and predicate.form == "will" and gathers(self._words, noun) and deed.lemma in self._words.meet

    def _set_out(self, sentence: Sentence, predicate: Predicate) -> bool:
        """ "Would be leaving for Lima tomorrow": a plan."""
        head = predicate.head
        going = head.tag == "VBG" and head.dep == "ROOT" and head.lemma in self._words.meet
        return going and self._days.dated(sentence, head)

    def _talks(self, sentence: Sentence, verb: Token) -> bool:
        """ "Will have talks": a meeting, as "will meet" is."""
        return verb.lemma == "have" and any(
            t.dep == "dobj" and t.lemma.lower() in self._words.gatherings | {"discussion", "exchange", "talk"}
            for t in sentence.children(verb)
        )

    def _own(self, sentence: Sentence, head: Token) -> bool:
        return any(t.dep == "nsubj" and t.low in ("he", "she", "they") for t in sentence.children(head))


def gathers(words: Lexicon, noun: Token | None) -> bool:
    """What parties hold together and give a day to."""
    known = words.gatherings | {"date", "edition", "signing"}
    return noun is not None and (noun.lemma.lower() in known or noun.low in known)


def _subject_is(predicate: Predicate, nouns: frozenset[str]) -> bool:
    return predicate.subject is not None and predicate.subject.lemma.lower() in nouns


_MADE = frozenset(
    ("decision", "choice", "judgment", "sense", "difference", "progress", "effort", "attempt", "announcement")
)
"""What is made without anything being undertaken."""


def _onward(sentence: Sentence, verb: Token) -> bool:
    """ "Will bring forward a bill" is no forecast, as "will bring peace" is."""
    return any(t.low in ("forward", "home", "back") and t.head == verb.i for t in sentence.children(verb))


def _in_place(sentence: Sentence, verb: Token) -> bool:
    """ "Will be there", not "will be glad"."""
    below = list(sentence.children(verb))
    return any(t.dep in ("advmod", "prep") for t in below) and not any(t.dep in ("acomp", "attr") for t in below)


def _aside(sentence: Sentence, head: Token) -> bool:
    """A clause taken for a relative one though it is what an addressee is told: "assured the delegation that they
    would"."""
    noun = sentence.head(head)
    verb = sentence.head(noun) if noun is not None else None
    own = any(t.dep == "nsubj" and t.tag not in ("WDT", "WP") for t in sentence.children(head))
    return own and verb is not None and verb.lemma in _TELLING


def _reported(sentence: Sentence, head: Token) -> bool:
    """Below a verb of saying in the past."""
    past = any(t.tag in ("VBD", "VBN") and t.pos == "VERB" for t in sentence.ancestors(head))
    return past and head.dep in ("ccomp", "conj", "acl", "parataxis", "relcl")
