"""Undertakings about the future: agreed, pledged or scheduled; never hopes, calls, needs, denials or mere
hypotheses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.dates.calendar import Calendar
from dragoman.desk.schema import FiscalYear
from dragoman.page.page import Page, Sentence, Token
from dragoman.readers.calendar import calendar as calendar_of
from dragoman.readers.found import Found
from dragoman.readers.meeting.parties import parties
from dragoman.readers.promises.bars import barred
from dragoman.readers.promises.bound import Bound, bound
from dragoman.readers.promises.due import due
from dragoman.readers.promises.extent import condition, extent
from dragoman.readers.promises.fixture import fixtures
from dragoman.readers.promises.items import items, lead
from dragoman.readers.promises.lexicon import Lexicon, lexicon
from dragoman.readers.promises.passed import Passed
from dragoman.readers.promises.predicate import Predicate
from dragoman.readers.promises.predicates import predicates, said_to_come
from dragoman.readers.promises.voice import Voice, Voices, first_two
from dragoman.readers.promises.weigh import Scale
from dragoman.reading import Commitment, CommitmentKind
from dragoman.span import Span

NEEDS = ("people", "dating", "attributions", "encounters")
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
    "present": 0.6,
    "hanging": 0.7,
    "noun": 0.85,
    "held": 0.7,
    "will": 0.85,
    "would": 0.8,
    "want": 0.65,
    "give": 0.75,
}
_TELLING = frozenset(("settle", "accord", "vow", "noun", "give"))
_SETTLING = ("promise-settle", "promise-accord", "promise-vow")
_TOGETHER = frozenset(
    ("both", "two", "they", "we", "sides", "leaders", "ministers", "countries", "governments", "parties")
)
"""Words of a sentence that introduces what several have settled."""
_POINTS = re.compile(
    r"\b(?:reach|conclud|adopt|issu|sign|releas|publish|announc|made public|make public)\w*\s[^.]{0,60}\b(?:agreement|consensus|understanding|statement|declaration|communiqu\S+|document)\b"
)
"""A sentence that tells of something settled: the next ones of its paragraph, and those of the next, may say what."""


_OPENED = re.compile(r"[\s(]\u2018(?:[^\u2019]|\u2019(?=\w))*$")
"""A single mark that opens a quotation within one and is not closed."""


@dataclass(frozen=True, slots=True)
class _Draft:
    predicate: Predicate
    bound: Bound
    voice: Voice
    kind: CommitmentKind


def read(page: Page, found: Found) -> Iterator[Commitment]:
    """Every undertaking in the order of the text, one for each promising clause."""
    words = lexicon(page.desk)
    calendar = calendar_of(page, found)
    voices = Voices(page, found)
    listed: list[Span] = []
    settled: frozenset[int] = frozenset()
    passed = Passed(page, found)
    for sentence in page.prose:
        if any(s.overlaps(sentence.span) for s in listed):
            continue
        introduced = lead(page, sentence)
        here = list(items(page, sentence, introduced)) if introduced else []
        if here:
            listed.extend(here)
            yield from _listed(page, calendar, voices, sentence, here)
            continue
        made = list(
            _of_sentence(
                page, found, calendar, voices, words, sentence, sentence.block in settled, passed.ties(sentence)
            )
        )
        made = [_on_the_day(found, calendar, passed.on(sentence, c, words)) for c in made]
        passed.keep(sentence, made)
        yield from made
        if any(c.kind == "agreed" and c.rule in _SETTLING for c in made):
            settled = frozenset([sentence.block])
        points = _POINTS.search(sentence.span.of(page.low)) is not None
        if points or (sentence.block in settled and any(c.rule == "promise-will" for c in made)):
            settled = frozenset([sentence.block, sentence.block + 1])


def _of_sentence(
    page: Page,
    found: Found,
    calendar: Calendar,
    voices: Voices,
    words: Lexicon,
    sentence: Sentence,
    settled: bool,
    tied: bool,
) -> Iterator[Commitment]:
    drafts: list[_Draft] = []
    scale = Scale(page, calendar, words, tied)
    for predicate in predicates(sentence, words):
        if barred(sentence, sentence.span.of(page.text), predicate, words) or _mimicked(page, predicate.head):
            continue
        own = predicate.form not in ("settle", "vow") or predicate.head.lemma == "accept"
        further = not own and predicate.head.i == predicate.deed.i
        if further and not calendar.within(sentence.reach(predicate.head)):
            continue  # one of several deeds agreed on, without a day of its own
        voice = voices.at(sentence, predicate.head)
        first = predicate.subject is not None and predicate.subject.low in ("i", "we")
        own = first and voice.kind in ("text", "private") and page.quote_at(predicate.head.start) is None
        if own and voices.spoken and not voices.authors:
            voice = Voice("official", voice.speaker, voice.countries)
        if predicate.form in ("will", "would") and (voice.act == "warn" or _wished(voice, words)):
            continue
        who = bound(page, found, voices, words, sentence, predicate, voice)
        if predicate.form == "settle" and predicate.deed.dep == "ccomp" and not who.joint:
            inner = said_to_come(sentence, predicate.deed)
            if inner is None or barred(sentence, sentence.span.of(page.text), inner, words):
                continue
            predicate = inner
            who = bound(page, found, voices, words, sentence, predicate, voice)
        at_home = voices.alone is not None and who.countries == (voices.alone,) and not who.joint
        kind = None if at_home else scale.weigh(sentence, predicate, who, voice, settled)
        draft = _Draft(predicate, who, voice, kind) if kind else None
        if draft and not any(_same(sentence, other, draft) for other in drafts):
            drafts.append(draft)
    drafts = [
        d
        for d in drafts
        if not any(_carries(calendar, words, sentence, o, d) or _restated(sentence, o, d) for o in drafts)
    ]
    heads = [d.predicate.head for d in drafts]
    for draft in drafts:
        yield _commitment(page, found, calendar, words, sentence, draft, heads)
    if not drafts:
        yield from _fixed(page, calendar, voices, words, sentence)


def _on_the_day(found: Found, calendar: Calendar, made: Commitment) -> Commitment:
    """`made`, on the day of the planned encounter that it tells of where it has none of its own."""
    if made.due or made.open or made.kind != "scheduled":
        return made
    told = [e for e in found.encounters if e.date and e.status == "scheduled" and e.evidence.overlaps(made.evidence)]
    own = [e for e in told if e.cue is not None and made.evidence.covers(e.cue)]
    today = str(calendar.day.first) if calendar.day else ""
    own = [e for e in own if (e.end or e.date or "") >= today[: len(e.end or e.date or "")]]
    days = {e.date if e.end in (None, e.date) else f"{e.date}/{e.end}" for e in own}
    dated = next((e.dated for e in own if e.dated is not None), None)
    return replace(made, due=days.pop(), due_said=dated) if len(days) == 1 else made


def _mimicked(page: Page, head: Token) -> bool:
    """Whether a promise stands in a quotation within the speaker's own: words that another is given to say."""
    if any(q.depth > 0 and q.inner.holds(head.start) for q in page.quotes):
        return True
    outer = page.quote_at(head.start)
    before = page.dispatch.text[outer.inner.start : head.start] if outer is not None else ""
    return bool(_OPENED.search(before))


def _fixed(page: Page, calendar: Calendar, voices: Voices, words: Lexicon, sentence: Sentence) -> Iterator[Commitment]:
    """Plans that a sentence names beside their day without telling of them."""
    for plan in fixtures(sentence, calendar, words):
        named = [p.code for p in parties(page.text, plan.evidence, page.desk) if p.code]
        falls = due(calendar, sentence, plan.deed, plan.evidence)
        yield Commitment(
            evidence=plan.evidence,
            rule="promise-fixture",
            confidence=0.6,
            kind="scheduled",
            parties=tuple(dict.fromkeys(named))
            or voices.at(sentence, plan.noun).countries
            or first_two(voices.sides, ()),
            due=str(falls.when) if falls.when else None,
            due_said=falls.said,
            open=falls.open,
        )


def _carries(calendar: Calendar, words: Lexicon, sentence: Sentence, travel: _Draft, occasion: _Draft) -> bool:
    """The occasion for which one will come, its day the only one told: "will visit Lima for the talks to be held on 4 May"."""
    ahead, hanging = travel.predicate, occasion.predicate
    if hanging.form != "hanging" or ahead.form not in ("will", "would", "plan") or ahead.deed.lemma not in words.meet:
        return False
    whole, own = sentence.reach(ahead.head), sentence.reach(hanging.head)
    return whole.covers(own) and all(own.covers(e.span) for e in calendar.within(whole))


def _restated(sentence: Sentence, outer: _Draft, inner: _Draft) -> bool:
    """A readiness that a promise itself speaks of: "will repeat our willingness to work with"."""
    above = (t.i for t in sentence.ancestors(inner.predicate.head))
    return inner.predicate.form == "held" and outer is not inner and outer.predicate.head.i in above


def _wished(voice: Voice, words: Lexicon) -> bool:
    """Reported by a word of hoping, asking or fearing: "it will be signed then, he hoped"."""
    cue = (voice.cue or "").split()
    stems = {stem for w in cue for stem in (w, w.removesuffix("s"), w.removesuffix("ed"), w.removesuffix("d"))}
    return bool(stems & words.barrier)


def _same(sentence: Sentence, earlier: _Draft, later: _Draft) -> bool:
    """Coordinated in one form and binding the same parties: one promise."""
    if _GROUPS.get(earlier.predicate.form) is None or _GROUPS.get(earlier.predicate.form) != _GROUPS.get(
        later.predicate.form
    ):
        return False
    own = any(t.dep in ("nsubj", "nsubjpass") for t in sentence.children(later.predicate.head))
    if own and later.predicate.form == "will" and later.predicate.head.dep == "conj":
        return False  # a clause by itself: "it will pay for the road, and it will build the bridge"
    chain = {later.predicate.head.i}
    token = later.predicate.head
    while token.dep in ("conj", "dep", "ccomp", "parataxis") and token.head != token.i:
        token = sentence.tokens[token.head]
        chain.add(token.i)
    return earlier.predicate.head.i in chain and (
        earlier.bound.countries == later.bound.countries or not later.bound.countries
    )


def budget_of(page: Page, countries: Iterable[str]) -> FiscalYear | None:
    """The fiscal year that all the countries share; None where they differ or one's is not known."""
    known = {page.desk.countries[code].fiscal_year if code in page.desk.countries else None for code in countries}
    return known.pop() if len(known) == 1 else None


def _commitment(
    page: Page, found: Found, calendar: Calendar, words: Lexicon, sentence: Sentence, draft: _Draft, heads: list[Token]
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
    evidence = extent(calendar, words, sentence, draft.predicate, heads, said)
    deed = draft.predicate.deed
    told = (
        Span(evidence.start, deed.start) if draft.predicate.form in _TELLING and evidence.start < deed.start else None
    )
    budget = budget_of(page, draft.bound.countries) or budget_of(page, draft.voice.countries)
    falls = due(calendar, sentence, deed, evidence, told, budget)
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
    low = {w.strip(",:;") for w in sentence.span.of(page.low).split()}
    named = tuple(dict.fromkeys(p.code for p in parties(page.text, sentence.span, page.desk) if p.code))
    alone = len(named) == 1 and not low & _TOGETHER
    whom = named if alone else first_two(voices.sides, low)
    for span in here:
        falls = due(calendar, sentence, sentence.tokens[0], span)
        yield Commitment(
            evidence=span,
            rule="promise-listed",
            confidence=0.85,
            kind="pledged" if alone else "agreed",
            parties=whom,
            due=str(falls.when) if falls.when else None,
            due_said=falls.said,
            open=falls.open,
        )
