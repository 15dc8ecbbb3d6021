"""What a promising predicate comes to in its sentence and voice: an agreement, a pledge, a plan, or a mere forecast."""

from __future__ import annotations

from dragoman.dates.calendar import Calendar
from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.meeting.parties import parties
from dragoman.readers.promises.bound import Bound
from dragoman.readers.promises.days import Days
from dragoman.readers.promises.domestic import at_home
from dragoman.readers.promises.future import Future, gathers
from dragoman.readers.promises.lexicon import Lexicon
from dragoman.readers.promises.overtaken import called, called_off, overtaken, told_of_old
from dragoman.readers.promises.predicate import Predicate, by_relative, occasion
from dragoman.readers.promises.settling import invited
from dragoman.readers.promises.voice import Voice
from dragoman.reading import CommitmentKind

_DECIDING = frozenset(("decide", "determine", "resolve", "conclude", "settle", "accept", "arrange"))
_SHOWING = frozenset(
    (
        "demonstrate",
        "show",
        "signal",
        "underscore",
        "underline",
        "highlight",
        "indicate",
        "note",
        "stress",
        "make",
        "have",
        "communicate",
        "extend",
        "reaffirm",
        "reiterate",
    )
)
"""What things do to someone's readiness by themselves: "the visit underscores the commitment to"."""


_TAKEN = frozenset(("office", "post", "position", "place", "part", "appointment", "duty", "duties", "oath", "seat"))


_TIMES = frozenset(
    (
        "time",
        "while",
        "second",
        "minute",
        "effort",
        "courage",
        "hour",
        "day",
        "week",
        "month",
        "year",
        "decade",
        "generation",
    )
)


def _lasts(sentence: Sentence, deed: Token) -> bool:
    """ "Take time", "take two years", "take a lot of effort"."""
    below = [t for t in sentence.children(deed) if t.i > deed.i] if deed.lemma == "take" else []
    return any(t.lemma in _TIMES or t.low in ("long", "more") or _amount(sentence, t) for t in below)


def _amount(sentence: Sentence, noun: Token) -> bool:
    of = (t for t in sentence.children(noun) if t.low == "of")
    return any(t.lemma in _TIMES for prep in of for t in sentence.children(prep))


class Scale:
    """Weighs the predicates of one page."""

    def __init__(self, page: Page, calendar: Calendar, words: Lexicon, tied: bool) -> None:
        """`tied`: the sentence goes on with a dated plan told just before."""
        self._page, self._words = page, words
        self._days = Days(calendar)
        self._future = Future(page, calendar, words, self._days, tied)

    def weigh(
        self, sentence: Sentence, predicate: Predicate, who: Bound, voice: Voice, settled: bool
    ) -> CommitmentKind | None:
        """The kind of undertaking, None where it is none. `settled`: the parties have just been told to have agreed
        on something, so that what "both will" do next is part of it."""
        words, head, deed, subject = self._words, predicate.head, predicate.deed, predicate.subject
        travels = predicate.form == "plan" and head.low == "expected" and who.agent
        bound = predicate.form in ("noun", "ready", "vow") and who.agent and bool(who.countries)
        if voice.kind == "onlooker" and predicate.form not in ("settle", "accord", "moved") and not (travels or bound):
            meets = predicate.form in ("will", "would", "plan") and gathers(words, subject)
            return "scheduled" if meets and self._days.dated(sentence, head) else None
        if voice.kind == "private" and not (who.countries or who.joint):
            return None
        if subject is not None and subject.low == "it" and predicate.form != "settle" and _lasts(sentence, deed):
            return None  # "it will take time"
        votes = deed.lemma in ("hold", "play", "win", "contest")
        if votes and any(t.dep == "dobj" and t.lemma.lower() in words.events for t in sentence.children(deed)):
            return None
        if at_home(self._page, words, sentence, predicate, who):
            return None
        if subject is not None and subject.pos == "NOUN":
            named = subject.lemma.lower()
            if named in words.events or (named in words.others and not predicate.passive):
                return None
        if voice.kind == "text" and subject is not None and subject.low in ("i", "we") and not who.joint:
            return None
        match predicate.form:
            case "settle":
                return self._settled(sentence, predicate, who, voice)
            case "accord":
                if head.lemma in ("extend", "prolong", "renew") and not self._days.dated(sentence, head):
                    return None
                if head.lemma in words.sign and not (who.agent or who.joint):
                    return None
                return "agreed"
            case "noun":
                shown = sentence.head(head)
                if shown is not None and shown.lemma in words.greet and not (who.countries or who.joint):
                    return None
                if shown is not None and shown.lemma in _SHOWING and subject is not None and not who.agent:
                    return None
                return "agreed" if who.joint or head.lemma.lower() in words.accords else "pledged"
            case "held":
                if voice.kind not in ("official", "both") or not (who.countries or who.joint):
                    return None
                return "agreed" if who.joint else "pledged"
            case "vow" | "ready" | "polite":
                if predicate.form == "vow" and told_of_old(sentence, head, voice):
                    return None
                if (
                    head.lemma == "accept"
                    and deed.i == head.i
                    and not (predicate.passive or self._invited(sentence, head))
                ):
                    return None
                if predicate.form == "vow" and deed.lemma.lower() in words.threats:
                    return None
                if head.lemma == "accept":
                    return "scheduled" if self._days.dated(sentence, head) else "pledged"
                told = predicate.form == "vow" and voice.kind in ("official", "both")
                if (head.dep == "relcl" and head.lemma != "accept") or not (who.agent or told):
                    return None
                return "agreed" if who.joint and predicate.form == "vow" else "pledged"
            case "give":
                official = voice.kind in ("official", "both") and predicate.passive
                if not (who.agent or official) or head.dep == "relcl" or self._days.long_gone(sentence, head):
                    return None
                return "agreed" if who.joint else "pledged"
            case "want":
                own = subject is not None and subject.low in ("i", "we")
                if voice.kind not in ("official", "both") or not own or head.dep == "relcl":
                    return None
                return "agreed" if who.joint else "pledged"
            case "plan":
                if (
                    called_off(head)
                    or overtaken(sentence, head)
                    or (subject is not None and subject.lemma in words.aims)
                ):
                    return None
                if voice.kind == "private" and (not who.agent or (subject is not None and subject.pos == "NOUN")):
                    return None
                if deed.i == head.i and head.lemma != "schedule" and not self._days.dated(sentence, head):
                    return None
                if deed.i == head.i and not (who.agent or gathers(words, subject)):
                    return None
                dated = self._days.dated(sentence, head)
                if head.lemma == "aim" and not (
                    dated and who.agent and who.countries and voice.kind in ("official", "both")
                ):
                    return None
                if head.lemma == "aim":
                    return "agreed" if who.joint else "pledged"
                if head.lemma == "be" and subject is not None and subject.low == "it" and not dated:
                    return None  # "it is to stop smuggling": what something is for
                if not (
                    who.countries
                    or (dated and who.agent and subject is not None and subject.pos == "PROPN")
                    or predicate.passive
                    or deed.lemma in words.meet
                    or gathers(words, subject)
                    or (subject is not None and subject.pos == "PRON")
                ):
                    return None
                arranged = predicate.passive and predicate.deed.lemma in self._words.arranged
                if predicate.passive and deed.i != head.i and not (arranged or deed.lemma in words.meet):
                    return None  # what befalls someone: "is due to be sentenced"
                if not (
                    who.agent
                    or arranged
                    or (self._days.dated(sentence, head) and (who.joint or gathers(words, subject)))
                ):
                    return None
                if head.lemma == "expect" and not (dated and self._comes(sentence, deed)):
                    return None
                if voice.kind == "both":
                    return "agreed"
                if dated or predicate.passive or deed.lemma in words.meet or head.lemma not in ("plan", "intend"):
                    return "scheduled"
                return "agreed" if who.joint else "pledged"
            case "hanging":
                if called(sentence, subject):
                    return None
                return (
                    "scheduled"
                    if self._days.ahead(sentence, head, True) or self._days.to_come(sentence, head)
                    else None
                )
            case "moved":
                return "scheduled" if self._days.moved(sentence, head) else None
            case "present":
                return (
                    "scheduled" if head.dep in ("ROOT", "ccomp", "conj") and self._days.ahead(sentence, head) else None
                )
        return self._future.weigh(sentence, predicate, who, voice, settled)

    def _comes(self, sentence: Sentence, deed: Token) -> bool:
        """What one is expected to do on a day that is told: to come, to meet, to take up an office, not to take up a matter."""
        if deed.lemma == "take":
            return any(t.dep == "dobj" and t.lemma in _TAKEN for t in sentence.children(deed))
        return deed.lemma in self._words.meet | {"expect"}

    def _invited(self, sentence: Sentence, accepting: Token) -> bool:
        """Whether there is an invitation to accept, here or in the sentence before."""
        before = self._page.sentences[sentence.number - 1] if sentence.number else None
        return invited(sentence, accepting) is not None or (
            before is not None and any(t.lemma in ("invite", "invitation") for t in before.tokens)
        )

    def _settled(self, sentence: Sentence, predicate: Predicate, who: Bound, voice: Voice) -> CommitmentKind | None:
        head, deed = predicate.head, predicate.deed
        if head.lemma in self._words.order and not who.joint:
            return None
        if head.dep == "relcl" and not (by_relative(sentence, head) or occasion(sentence, head)):
            return None
        if not (who.agent or who.joint or head.tag == "VBN"):
            return None
        if (
            told_of_old(sentence, head, voice)
            or self._days.bygone(sentence, head, deed)
            or deed.lemma in ("disagree", "differ")
        ):
            return None
        if deed.dep == "ccomp" and not (self._can_be_settled(sentence, deed) or self._days.dated(sentence, deed)):
            return None
        if head.lemma in _DECIDING and not who.joint and not self._days.dated(sentence, deed):
            return "pledged" if self._standing(sentence, head, deed, who) else None
        return "agreed" if who.joint or len(who.countries) > 1 else "pledged"

    def _standing(self, sentence: Sentence, head: Token, deed: Token, who: Bound) -> bool:
        """A state's decision that stands and is still to be carried out: "has decided to cooperate", "decided to send
        ships to Peru"."""
        has = any(t.low in ("has", "have") for t in sentence.children(head) if t.dep == "aux")
        if not (who.countries and who.agent and deed.lemma in self._words.jointly | self._words.arranged):
            return False
        named = parties(self._page.text, sentence.reach(deed), self._page.desk)
        return has or bool({p.code for p in named if p.code} - set(who.countries))

    def _can_be_settled(self, sentence: Sentence, deed: Token) -> bool:
        """What parties can settle in a clause: what they or theirs will do, what will be arranged; not what things
        will bring."""
        subject = next((t for t in sentence.children(deed) if t.dep in ("nsubj", "nsubjpass", "expl")), None)
        if subject is None or subject.dep != "nsubj" or subject.pos in ("PRON", "PROPN", "NUM"):
            return True
        known = self._words.together | self._words.agents | self._words.gatherings
        return subject.low in known or subject.lemma.lower() in known
