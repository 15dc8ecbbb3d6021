"""Mentions of people in one sentence: a name, the offices beside it, and the signs that it is a person."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from dragoman.desk.desk import Desk
from dragoman.page.page import Sentence
from dragoman.readers.naming.appointed import office_after
from dragoman.readers.naming.joint import joint
from dragoman.readers.naming.names import Run, runs
from dragoman.readers.naming.offices import Phrase, coordinated, phrase
from dragoman.readers.naming.signs import sign
from dragoman.readers.naming.titled import (
    apposition,
    bracketed,
    listed_before,
    names_next,
    of_another,
    offices_before,
    theirs,
)
from dragoman.readers.naming.word import Word, span
from dragoman.span import Span

_TOWN_OFFICES = frozenset(["mayor", "governor", "prefect", "bishop", "archbishop"])
_PEERS = frozenset(["lord", "lady", "baroness", "baron", "viscount", "earl"])
_ROYALS = frozenset(["king", "queen", "prince", "princess"])
_GIVEN = frozenset(["sultan", "emir", "amir"])
_SURE = 0.55
_CHAIRS = frozenset(["professor", "chair", "fellow", "lecturer", "scholar"])


@dataclass(slots=True)
class Mention:
    """`strength`: how surely it names a person, 0 to 1. `sign`: the strongest sign for it."""

    name: str
    span: Span
    sentence: int
    order: int
    offices: list[Phrase] = field(default_factory=list)
    honorific: bool = False
    strength: float = 0.0
    sign: str = ""
    heading: bool = False
    country: str | None = None

    @property
    def words(self) -> int:
        return len(self.name.split())


def mentions(words: list[Word], sentence: Sentence, nouns: frozenset[str], desk: Desk) -> list[Mention]:
    """Every run of words in a sentence that a sign speaks for, in order."""
    heading = sentence.kind in ("title", "heading")
    listed = [
        r for r in (_without_verbs(run, desk) if heading or _titular(words) else run for run in runs(words, desk)) if r
    ]
    listed = [r for r in listed if not _chair(words, r)]
    starts = frozenset(r.first for r in listed if len(r.words) > 1 and not r.barred(desk))
    inside = frozenset(i for r in listed if r.first in starts for i in range(r.first, r.last + 1))
    by_end: dict[int, list[Phrase]] = {}
    covered = -1
    for at in range(len(words)):
        if (
            at <= covered
            or at in inside
            or words[at].text in (",", ".")
            or (at and words[at - 1].low in ("of", "-") and words[at].kind not in ("title", "demonym", "country"))
        ):
            continue
        first = phrase(words, at, nouns, desk, starts)
        if first is None:
            continue
        chain = coordinated(words, first, nouns, desk, starts)
        by_end.setdefault(chain[-1].last, chain)
        covered = max(covered, at + 0)
        if chain[-1].last > at:
            covered = max(covered, chain[0].first)
    inside -= {i for r in listed if r.first - 1 in by_end for i in range(r.first, r.last + 1)}
    shared = joint(words, listed, nouns, desk)
    found: list[Mention] = []
    for run in listed:
        mention: Mention | None
        if office := shared.get(run.first):
            mention = Mention(
                run.text, span(run.words), sentence.number, run.words[0].start, [office], False, 0.97, "title"
            )
        else:
            mention = _mention(words, run, by_end, nouns, desk, starts, inside, sentence)
        if mention:
            found.append(mention)
    _coordinated(words, found, desk)
    if heading and _shouted(words):
        for mention in found:
            if not mention.honorific and mention.words < 2:  # any word may follow a title there
                mention.strength, mention.sign, mention.offices = min(mention.strength, 0.3), "capitals", []
    return found


def _coordinated(words: Sequence[Word], found: Sequence[Mention], desk: Desk) -> None:
    """What is joined by "and" to a person's full name, and is one too by its words, is a person: "X and Y had not planned a call"."""
    things = desk.word_set("thing-words")
    for one, two in itertools.pairwise(found):
        weak, sure = (one, two) if one.strength < two.strength else (two, one)
        if not 0.2 < weak.strength < _SURE <= sure.strength or weak.words not in (2, 3) or sure.words < 2:
            continue
        between = [w for w in words if one.span.end <= w.start < two.span.start]
        if sure.offices and not (weak is two and between and between[-1].low == "'s"):
            continue
        joins = (
            bool(between)
            and between[0].low == "and"
            and all(w.kind in ("country", "place") or w.low in ("and", "'s") for w in between)
        )
        if joins and things.isdisjoint(weak.name.lower().split()) and not (weak.heading and sure.sign != "credit"):
            weak.strength, weak.sign = _SURE, "coordination"


def _chair(words: Sequence[Word], run: Run) -> bool:
    """Whether a run names a chair and not who holds it: "Tom Berg, Jane M. Holm Professor of Law"."""
    after = words[run.last + 1] if run.last + 1 < len(words) else None
    beside = run.first > 0 and (words[run.first - 1].text == "," or words[run.first - 1].low == "the")
    return beside and after is not None and after.capital and after.kind == "title" and after.low in _CHAIRS


def _shouted(words: Sequence[Word]) -> bool:
    """Whether a headline of six words or more is in capitals throughout."""
    letters = [w for w in words if w.text.isalpha() and len(w.text) > 1]
    return len(letters) > 5 and all(w.text.isupper() for w in letters)


def _titular(words: Sequence[Word]) -> bool:
    """Whether nearly every word is capitalised, as in the headlines of some papers."""
    letters = [w for w in words if w.text.isalpha() and len(w.text) > 3]
    return len(letters) > 5 and sum(w.capital for w in letters) >= 0.85 * len(letters)


@lru_cache(maxsize=16)
def _told(desk: Desk) -> frozenset[str]:
    """Verbs of the packs in the form in which headings have them: "speaks", "meets"."""
    plain = (lemma for lemma in desk.lemmas if " " not in lemma)
    return frozenset(f"{lemma[:-1]}ies" if lemma.endswith("y") else f"{lemma}s" for lemma in plain)


def _without_verbs(run: Run, desk: Desk) -> Run | None:
    """A run of a heading, where verbs are capitalised too, without those at its ends; None where nothing is left."""
    first, last = run.first, run.last
    words = list(run.words)
    while words and (words[-1].tag in ("VBZ", "VBD", "VBP", "VB", "VBG", "VBN") or words[-1].low in _told(desk)):
        words.pop()
        last -= 1
    while words and words[0].tag in ("VBZ", "VBD", "VBP", "VBG"):
        words.pop(0)
        first += 1
    return Run(words, first, last) if words else None


def _mention(
    words: list[Word],
    run: Run,
    by_end: dict[int, list[Phrase]],
    nouns: frozenset[str],
    desk: Desk,
    starts: frozenset[int],
    names: frozenset[int],
    sentence: Sentence,
) -> Mention | None:
    heading = sentence.kind in ("title", "heading")
    first, last = run.first, run.last
    mention = Mention(
        run.text, Span(run.words[0].start, run.words[-1].end), sentence.number, run.words[0].start, heading=heading
    )
    offices = offices_before(words, run, by_end, names)
    if not offices and last - first >= 1 and any(e in by_end for e in range(first, last)):
        inner = max(e for e in range(first, last) if e in by_end)
        offices = by_end[inner]
        rest = Run(run.words[inner - first + 1 :], inner + 1, last)
        if offices[-1].first < first or not offices[-1].roles:
            offices = []
        else:
            run, first = rest, inner + 1
            mention.name, mention.span, mention.order = (
                run.text,
                Span(run.words[0].start, run.words[-1].end),
                run.words[0].start,
            )
    at = first - 1
    while at >= 0 and (
        words[at].kind == "honorific" or (words[at].low in ("his", "her") and words[at + 1].low == "excellency")
    ):
        mention.honorific = True
        at -= 1
    if mention.honorific and at > 0 and words[at].low == "the" and words[at - 1].kind == "title":
        at -= 1  # "Finance Minister the Rt Hon X"
    if mention.honorific and not offices:
        offices = listed_before(words, theirs(words, by_end.get(at, []), names), by_end, names)
        if not offices and at > 2 and words[at].text == ")":
            offices = theirs(words, bracketed(words, at, by_end), names)
        if not offices and at > 1 and words[at].low == "the" and words[at - 1].text == ",":
            at -= 1  # "the Prime Minister, the Hon X"
        listed = [w.low for w in words[last + 1 : last + 3]] == [",", "and"] and words[at].low == "," and first == last
        listed = listed and words[last + 3 : last + 4] != [] and words[last + 3].kind == "honorific"
        if listed and at > 0 and any(words[p.first].low == "the" for p in by_end.get(at - 1, [])[:1]):
            pass  # "with the Crown Prince, Sheikh X, and Mr. Y": three people
        elif not offices and at >= 1 and words[at].text == "," and not of_another(words, by_end.get(at - 1, []), names):
            offices = theirs(words, by_end.get(at - 1, []), names)
    after = last + 1
    appositive: list[Phrase] = []
    told = office_after(words, after, desk, since=first)
    if told is not None and not heading:
        appositive = apposition(words, told, nouns, desk, starts)[:1]
    elif after < len(words) and words[after].text in (",", "(", "-"):
        appositive = apposition(words, after + 1, nouns, desk, starts)
        if words[after].text == "(" and offices and all(p.title.isupper() for p in appositive):
            appositive = []  # "(MP)", "(DPM)"
    elif (
        after < len(words)
        and words[after].low in ("of", "from")
        and offices
        and not (offices[-1].body or offices[-1].marked)
    ):
        offices = _completed(words, after, offices, nouns, desk, starts)
    elif after < len(words) and words[after].low == "of" and offices and not offices[-1].country:
        offices = [*offices[:-1], replace(offices[-1], country=_institution(words, after + 1, desk))]
    elif after + 1 < len(words) and words[after].low in ("is", "was") and words[after + 1].low in ("the", "a", "an"):
        appositive = [] if heading else apposition(words, after + 1, nouns, desk, starts)[:1]
    if appositive and first == run.first and _given(offices, words[first - 1]):
        before, offices = words[first - 1], []
        mention.name, mention.order = f"{before.text} {mention.name}", before.start
        mention.span = Span(before.start, mention.span.end)
    if offices and appositive and names_next(words, appositive[-1].last + 1, starts):
        appositive = []
    mention.offices = [*offices, *appositive]
    _seated_name(mention, words, first, last)
    if not offices and at >= 1 and words[at].low == "'s" and words[at - 1].kind in ("country", "outlet", "place"):
        mention.country = words[at - 1].value if words[at - 1].kind != "outlet" else None
    if first and words[first - 1].kind == "demonym" and words[first - 1].length == 1 and not offices:
        mention.country = words[first - 1].value
    of_country = after + 1 < len(words) and words[after].low in ("of", "from") and words[after + 1].kind == "country"
    if of_country and not mention.offices and last > first and not (first and words[first - 1].low == "the"):
        mention.country = words[after + 1].value
    known = bool(offices) and any(p.roles or p.counterpart or not p.vague for p in offices)
    mention.strength, mention.sign = sign(words, run, desk, mention.honorific, known, bool(appositive))
    return mention if mention.strength > 0 else None


def _institution(words: Sequence[Word], at: int, desk: Desk) -> str | None:
    """The country of the institution that a person is said to be of, after an office told by its field: "of the Kenyan Ministry of Trade"."""
    at += at < len(words) and words[at].low == "the"
    named = at < len(words) and words[at].kind in ("country", "demonym") and words[at].length
    after = words[at + words[at].length : at + words[at].length + 2] if named else []
    own = [w.low for w in after if w.low != "'s"][:1]
    return words[at].value if own and own[0] in desk.word_set("institution-words") else None


def _given(offices: Sequence[Phrase], before: Word) -> bool:
    """Whether a bare "Sultan" or "Emir" before a name, after which another office follows, is a given name."""
    return len(offices) == 1 and offices[0].country is None and offices[0].title.lower() == before.low in _GIVEN


def _seated_name(mention: Mention, words: Sequence[Word], first: int, last: int) -> None:
    """A peer's, king's or prince's name: with the title where it is one word ("Lord Berg", "Queen Ana"), and with the place that is
    part of it ("Lord Berg of Holm" with the title, "Sultan Omar of Selm" without)."""
    before = words[first - 1] if first else None
    if before is None or not before.capital:
        return
    peer, royal = before.low in _PEERS, before.low in _ROYALS
    of = words[last + 1 : last + 3]
    seated = len(of) == 2 and of[0].low == "of" and of[1].capital and of[1].kind != "country"
    seated = seated and (peer or (first == last and any("monarch" in p.roles for p in mention.offices)))
    if seated:
        mention.name = " ".join(w.text for w in words[first - peer : last + 3])
        mention.span = Span(before.start if peer else mention.span.start, of[1].end)
    elif first == last and (peer or royal):
        mention.name, mention.span = f"{before.text} {mention.name}", Span(before.start, mention.span.end)
    mention.order = mention.span.start
    if before.low in _PEERS or before.low in ("prince", "princess"):
        rest = [p for p in mention.offices if p.title.lower() != before.low]
        mention.offices = rest if first == last or peer else mention.offices


def _completed(
    words: list[Word], at: int, offices: list[Phrase], nouns: frozenset[str], desk: Desk, starts: frozenset[int]
) -> list[Phrase]:
    """An office that goes on after the name: "spokesman Zhao Lijian of the Ministry of …"."""
    last = offices[-1]
    place = at + 1 + (words[at + 1].low == "the") if at + 2 < len(words) else at
    if words[place].kind == "country" and words[place].length:
        end = place + words[place].length
        if end >= len(words) or not (words[end].capital or words[end].low == "'s"):
            return [*offices[:-1], replace(last, country=words[place].value, marked=True)]
    if words[at].low == "from":
        return offices
    dummy = [replace(w) for w in words[last.last : last.last + 1]]
    joined = phrase(
        [*dummy, *words[at:]], 0, frozenset((*nouns, dummy[0].low)), desk, frozenset(s - at + 1 for s in starts)
    )
    if joined is None or joined.last == 0:
        return offices
    tail = joined.title[len(dummy[0].text) :]
    things = desk.word_set("thing-words")
    named = any(w.low in things or w.kind in ("body", "country") for w in words[at : at + joined.last])
    named = named or (last.title.lower().split()[-1] in _TOWN_OFFICES and words[place].capital)
    if not named:
        return offices
    title = last.title + tail
    country = last.country or joined.country
    completed = replace(
        last,
        title=title,
        span=Span(last.span.start, max(last.span.end, joined.span.end)),
        country=country,
        body=bool(tail),
        marked=last.marked or joined.marked,
    )
    return [*offices[:-1], completed]
