"""Undertakings about the future: agreed, pledged or scheduled; never hopes, calls, needs, denials or mere
hypotheses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.dates.calendar import Calendar
from dragoman.dates.expression import Expression
from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.calendar import calendar as calendar_of
from dragoman.readers.found import Found
from dragoman.readers.promises.bars import barred
from dragoman.readers.promises.bound import Bound, bound
from dragoman.readers.promises.due import due
from dragoman.readers.promises.extent import condition, extent
from dragoman.readers.promises.items import items
from dragoman.readers.promises.lexicon import Lexicon, lexicon
from dragoman.readers.promises.predicate import Predicate, predicates, said_to_come
from dragoman.readers.promises.voice import Voice, Voices, first_two
from dragoman.reading import Commitment, CommitmentKind
from dragoman.span import Span

NEEDS = ("people", "dating", "attributions")
YIELDS = ("commitments",)

_GROUPS = {"will": 1, "would": 1, "ready": 1, "polite": 1, "plan": 2, "moved": 2}
"""Forms whose coordination in one sentence is one promise."""
_TRUST = {
    "settle": 0.9,
    "accord": 0.85,
    "vow": 0.9,
    "ready": 0.9,
    "polite": 0.8,
    "plan": 0.8,
    "moved": 0.75,
    "noun": 0.85,
    "will": 0.85,
    "would": 0.8,
}
_TELLING = frozenset(("settle", "accord", "vow", "ready", "noun", "plan"))
_ONTO = frozenset(("to", "until", "till"))
_GOING = ("ROOT", "ccomp", "conj", "parataxis", "dep", "acl")


@dataclass(frozen=True, slots=True)
class _Draft:
    predicate: Predicate
    bound: Bound
    voice: Voice
    kind: CommitmentKind
    dated: bool


def read(page: Page, found: Found) -> Iterator[Commitment]:
    """Every undertaking in the order of the text, one for each promising clause."""
    words = lexicon(page.desk)
    calendar = calendar_of(page, found)
    voices = Voices(page, found)
    listed: list[Span] = []
    for sentence in page.prose:
        if any(s.overlaps(sentence.span) for s in listed) and sentence.span.start >= listed[0].start:
            continue
        here = list(items(page, sentence))
        if here:
            listed.extend(here)
            yield from _listed(page, calendar, voices, sentence, here)
            continue
        yield from _of_sentence(page, found, calendar, voices, words, sentence)


def _of_sentence(
    page: Page, found: Found, calendar: Calendar, voices: Voices, words: Lexicon, sentence: Sentence
) -> Iterator[Commitment]:
    drafts: list[_Draft] = []
    for predicate in predicates(sentence, words):
        if barred(sentence, sentence.span.of(page.text), predicate, words):
            continue
        voice = voices.at(sentence, predicate.head)
        if voice.act == "warn" and predicate.form in ("will", "would"):
            continue
        who = bound(page, found, voices, words, sentence, predicate, voice)
        if predicate.form == "settle" and predicate.deed.dep == "ccomp" and not who.joint:
            inner = said_to_come(sentence, predicate.deed)
            if inner is None or barred(sentence, sentence.span.of(page.text), inner, words):
                continue
            predicate = inner
            who = bound(page, found, voices, words, sentence, predicate, voice)
        draft = _draft(calendar, words, sentence, predicate, who, voice)
        if draft and not any(_same(sentence, other, draft) for other in drafts):
            drafts.append(draft)
    heads = [d.predicate.head for d in drafts]
    for draft in drafts:
        yield _commitment(found, calendar, words, sentence, draft, heads)


def _same(sentence: Sentence, earlier: _Draft, later: _Draft) -> bool:
    """Coordinated in one form and binding the same parties: one promise."""
    if _GROUPS.get(earlier.predicate.form) is None or _GROUPS.get(earlier.predicate.form) != _GROUPS.get(
        later.predicate.form
    ):
        return False
    chain = {later.predicate.head.i}
    token = later.predicate.head
    while token.dep in ("conj", "dep", "ccomp", "parataxis") and token.head != token.i:
        token = sentence.tokens[token.head]
        chain.add(token.i)
    return earlier.predicate.head.i in chain and (
        earlier.bound.countries == later.bound.countries or not later.bound.countries
    )


def _draft(
    calendar: Calendar, words: Lexicon, sentence: Sentence, predicate: Predicate, who: Bound, voice: Voice
) -> _Draft | None:
    """The promise that a predicate makes in this voice, None where it makes none."""
    head = predicate.head
    if voice.kind == "onlooker" and predicate.form not in ("settle", "accord", "moved"):
        return None
    if voice.kind == "private" and not who.countries:
        return None
    if voice.kind == "text" and predicate.subject is not None and predicate.subject.low in ("i", "we"):
        return None
    dated = any(
        e.kind not in ("vague", "open", "fiscal") and e.bound != "since" and calendar.when(e, "future")
        for e in calendar.within(sentence.reach(head))
    )
    kind: CommitmentKind = "pledged"
    match predicate.form:
        case "settle":
            if predicate.deed.dep == "ccomp" and not _can_be_settled(words, sentence, predicate.deed):
                return None
            if head.dep == "relcl" or not (who.agent or who.joint or head.tag == "VBN"):
                return None
            if (
                head.lemma in ("decide", "determine", "resolve", "conclude", "settle", "accept", "arrange")
                and not who.joint
            ):
                return None
            kind = "agreed" if who.joint or len(who.countries) > 1 else "pledged"
        case "accord":
            kind = "agreed"
        case "noun":
            kind = "agreed" if who.joint else "pledged"
        case "vow" | "ready" | "polite":
            if head.dep == "relcl" or not who.agent:
                return None
            kind = "agreed" if who.joint and predicate.form == "vow" else "pledged"
        case "plan":
            if not (who.agent or (predicate.passive and predicate.deed.lemma in words.arranged) or dated):
                return None
            kind = "agreed" if voice.kind == "both" else "scheduled"
        case "moved":
            if not any(
                _lead(calendar, e) in _ONTO for e in calendar.within(sentence.reach(head)) if calendar.when(e, "future")
            ):
                return None
            kind = "scheduled"
        case _:
            future = _future(words, sentence, predicate, who, voice, dated)
            if future is None:
                return None
            kind = future
    return _Draft(predicate, who, voice, kind, dated)


def _can_be_settled(words: Lexicon, sentence: Sentence, deed: Token) -> bool:
    """What parties can settle in a clause: what they or theirs will do, what will be arranged; not what things will
    bring."""
    subject = next((t for t in sentence.children(deed) if t.dep in ("nsubj", "nsubjpass", "expl")), None)
    if subject is None or subject.dep != "nsubj" or subject.pos in ("PRON", "PROPN"):
        return True
    known = words.together | words.agents | words.gatherings
    return subject.low in known or subject.lemma.lower() in known


def _future(
    words: Lexicon, sentence: Sentence, predicate: Predicate, who: Bound, voice: Voice, dated: bool
) -> CommitmentKind | None:
    """What a "will" is: a pledge, an agreement, a plan, or a mere forecast (None)."""
    head, deed = predicate.head, predicate.deed
    if head.dep == "relcl" and not _reported_aside(sentence, head):
        noun = sentence.head(head)
        return "agreed" if noun is not None and noun.lemma in words.accords and predicate.form == "will" else None
    elif head.dep not in _GOING and head.dep != "relcl":
        return None
    if predicate.form == "would" and (voice.direct or voice.kind == "text") and not _reported(sentence, head):
        return None
    first = predicate.subject is not None and predicate.subject.low in ("i", "we")
    if deed.lemma == "be" and not predicate.passive:
        place = any(t.dep in ("advmod", "prep") for t in sentence.children(deed)) and not any(
            t.dep in ("acomp", "attr") for t in sentence.children(deed)
        )
        return "pledged" if first and place and voice.kind == "official" else None
    if deed.lemma in words.fate:
        return None
    if predicate.passive:
        if deed.lemma not in words.arranged and not dated:
            return None
        if voice.kind == "text":
            return "scheduled" if dated else None
        return "agreed" if voice.kind == "both" or who.joint else "pledged"
    if who.agent:
        if voice.kind == "text":
            if deed.lemma in words.meet or dated:
                return "scheduled"
            return None
        if who.countries and voice.countries and not set(who.countries) & set(voice.countries) and not dated:
            return None
        if dated and deed.lemma in words.meet and not first:
            return "scheduled"
        return "agreed" if voice.kind == "both" or who.joint else "pledged"
    if dated and voice.kind != "text":
        return "agreed" if voice.kind == "both" else "pledged"
    return "scheduled" if dated and deed.lemma in words.meet else None


def _reported_aside(sentence: Sentence, head: Token) -> bool:
    """A clause taken for a relative one though it is what the addressee is told: "assured the delegation that they
    would"."""
    noun = sentence.head(head)
    verb = sentence.head(noun) if noun is not None else None
    own = any(t.dep == "nsubj" and t.tag not in ("WDT", "WP") for t in sentence.children(head))
    return (
        own
        and verb is not None
        and verb.lemma in ("assure", "tell", "inform", "promise", "notify", "remind", "advise", "guarantee")
    )


def _reported(sentence: Sentence, head: Token) -> bool:
    """Below a verb of saying in the past."""
    return any(t.tag in ("VBD", "VBN") and t.pos == "VERB" for t in sentence.ancestors(head)) and head.dep in (
        "ccomp",
        "conj",
        "acl",
        "parataxis",
    )


def _lead(calendar: Calendar, expression: Expression) -> str:
    """The preposition before a date."""
    return calendar.text[expression.said.start : expression.span.start].strip().lower()


def _commitment(
    found: Found, calendar: Calendar, words: Lexicon, sentence: Sentence, draft: _Draft, heads: list[Token]
) -> Commitment:
    head = draft.predicate.head
    said = next(
        (
            c
            for a in found.attributions
            for c in a.content
            if c.holds(head.start) and a.evidence.overlaps(sentence.span)
        ),
        None,
    )
    evidence = extent(calendar, sentence, draft.predicate, heads, said)
    deed = draft.predicate.deed
    told = (
        Span(evidence.start, deed.start) if draft.predicate.form in _TELLING and evidence.start < deed.start else None
    )
    falls = due(calendar, sentence, deed, evidence, told)
    return Commitment(
        evidence=evidence,
        rule=f"promise-{draft.predicate.form}",
        confidence=_TRUST[draft.predicate.form],
        kind=draft.kind,
        parties=tuple(dict.fromkeys(draft.bound.countries)),
        by=(draft.voice.speaker,) if draft.voice.speaker and draft.voice.kind in ("official", "both") else (),
        due=str(falls.when) if falls.when else None,
        due_said=falls.said,
        open=falls.open,
        condition=condition(sentence, draft.predicate, words),
    )


def _listed(
    page: Page, calendar: Calendar, voices: Voices, sentence: Sentence, here: list[Span]
) -> Iterator[Commitment]:
    parties = first_two(voices.sides, page.low[sentence.span.start : sentence.span.end].split())
    for span in here:
        falls = due(calendar, sentence, sentence.tokens[0], span)
        yield Commitment(
            evidence=span,
            rule="promise-listed",
            confidence=0.85,
            kind="agreed",
            parties=parties,
            due=str(falls.when) if falls.when else None,
            due_said=falls.said,
            open=falls.open,
        )
