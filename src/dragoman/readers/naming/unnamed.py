"""Offices told without a name that say more of somebody: "Peru's economy minister … the minister, X", "the union … its chair, X"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.desk.desk import Desk
from dragoman.page.page import Page
from dragoman.readers.naming.meaning import institution_country, roles_of
from dragoman.readers.naming.mentions import Mention
from dragoman.readers.naming.offices import Phrase, phrase
from dragoman.readers.naming.word import Word
from dragoman.reading import Office

_ABOVE_AND_BELOW = frozenset(
    ["prime", "deputy", "vice", "first", "former", "other", "two", "three", "the", "both", "respective"]
)
_JOINS = frozenset(["of", "for", "and", "'s"])


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A minister told by field alone. `country`: where the words before say it."""

    title: str
    roles: tuple[str, ...]
    country: str | None


def unnamed(worded: Mapping[int, Sequence[Word]], listed: Sequence[Mention], desk: Desk) -> list[Unnamed]:
    """Every minister, or several in the plural, whom the text tells by one word for the field and without a name."""
    taken = {(m.sentence, i) for m in listed for p in m.offices for i in range(p.first, p.last + 1)}
    found: list[Unnamed] = []
    for number, words in worded.items():
        for at in range(1, len(words)):
            field = words[at - 1]
            if words[at].low not in ("minister", "ministers") or (number, at) in taken or field.low in _ABOVE_AND_BELOW:
                continue
            if not field.low.isalpha() or field.tag[:2] not in ("NN", "JJ") or field.kind in ("country", "demonym"):
                continue
            head = replace(words[at], text=words[at].text[:8], low="minister")
            roles = roles_of([field, head], 2, desk, None)
            if roles and roles != ("minister",):
                before = [w for w in words[max(0, at - 3) : at - 1] if w.kind in ("country", "demonym")]
                country = before[-1].value if before and words[at].low == "minister" else None
                found.append(Unnamed(f"{field.text} {head.text}", roles, country))
    return found


def sharpened(office: Phrase, country: str | None, told: Sequence[Unnamed]) -> Phrase:
    """A bare "minister" with the field that the text tells elsewhere, if it tells one that fits."""
    if office.title.lower() != "minister":
        return office
    fitting = [u for u in told if country is None or u.country in (None, country)]
    if len({u.title.lower() for u in fitting}) != 1:
        return office
    return replace(office, title=fitting[0].title, roles=fitting[0].roles)


def refined(office: Office, country: str | None, told: Sequence[Unnamed]) -> Office:
    """The same of an office whose holder's country has been found since: only what the text tells of that country's."""
    fitting = {u.title.lower(): u for u in told if country and u.country == country}
    if office.title.lower() != "minister" or len(fitting) != 1:
        return office
    (one,) = fitting.values()
    return replace(office, title=one.title, role=one.roles[0] if one.roles else None)


def of_its_body(mention: Mention, worded: Mapping[int, Sequence[Word]], page: Page) -> None:
    """ "Its chair, X": the office is with the body named last before, in the same sentence or the one before it."""
    words = worded[mention.sentence]
    for i, office in enumerate(mention.offices):
        if office.body or office.country or words[office.first].low != "its":
            continue
        bodies = _bodies(words[: office.first], page) or _bodies(worded.get(mention.sentence - 1, ()), page)
        if bodies:
            country = institution_country(
                [w for w in _first_words(worded, mention) if w.text in bodies[-1].split()], page.desk
            )
            title = f"{office.title} of the {bodies[-1]}"
            mention.offices[i] = replace(office, title=title, body=True, country=country)


def _first_words(worded: Mapping[int, Sequence[Word]], mention: Mention) -> list[Word]:
    """The words of the sentence before and of a mention's own."""
    return [*worded.get(mention.sentence - 1, ()), *worded[mention.sentence]]


def introduced(
    listed: Sequence[Mention], worded: Mapping[int, Sequence[Word]], nouns: frozenset[str], desk: Desk
) -> None:
    """Whose name a story gives only after the office: "The Belgian foreign minister has cancelled his visit. Tom Berg took the decision …". The
    sentence before names nobody, and its subject is one country's office; this one begins with a name that stands nowhere before, or tells
    what its bearer said, and the text goes on about him, "his" deeds or "the minister"."""
    named = {m.sentence for m in listed if m.strength > 0.5}
    seen: set[str] = set()
    for mention in listed:
        words, before = worded[mention.sentence], worded.get(mention.sentence - 1, ())
        last = mention.name.rpartition(" ")[2]
        fresh = last not in seen
        seen |= set(mention.name.split())
        opens = bool(words) and words[0].start == mention.span.start
        if (
            mention.offices
            or mention.words < 2
            or not fresh
            or mention.heading
            or not (opens or mention.sign == "speech")
        ):
            continue
        if mention.sentence - 1 in named or not before:
            continue
        office = _subject(before, nouns, desk)
        if office and (mention.sign == "speech" or _goes_on(office, [*words, *worded.get(mention.sentence + 1, ())])):
            mention.offices.append(replace(office, first=len(words), last=len(words)))
            mention.strength, mention.sign = max(mention.strength, 0.8), "introduced"


def _goes_on(office: Phrase, words: Sequence[Word]) -> bool:
    """Whether the text goes on about whoever holds an office: "his decision", "the minister"."""
    head = office.title.lower().rpartition(" ")[2]
    pairs = zip(words, [*words[1:], None], strict=True) if words else ()
    return any(a.low in ("his", "her", "him") or (a.low == "the" and b is not None and b.low == head) for a, b in pairs)


def _subject(words: Sequence[Word], nouns: frozenset[str], desk: Desk) -> Phrase | None:
    """The one office of a country that a sentence tells, if a finite verb follows it."""
    told: list[Phrase] = []
    at = 0
    while at < len(words):
        begins = words[at].low in ("the", "her", "his", "its") or words[at].kind in ("demonym", "country")
        office = phrase(words, at, nouns, desk) if begins else None
        if office and office.country and (office.roles or office.counterpart):
            told.append(office)
            at = office.last
        at += 1
    if len(told) != 1 or told[0].last + 1 >= len(words):
        return None
    return told[0] if words[told[0].last + 1].tag in ("VBD", "VBZ", "VBP", "MD") else None


def _bodies(words: Sequence[Word], page: Page) -> list[str]:
    """The names of institutions of two or more capitalised words, in order."""
    things = page.desk.word_set("body-words")
    found: list[str] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and (words[end].capital or (end > at and words[end].low in _JOINS)):
            end += 1
        while end > at and words[end - 1].low in _JOINS:
            end -= 1
        chosen = words[at:end]
        if len(chosen) > 1 and chosen[0].low == "the":
            chosen = chosen[1:]
        if len(chosen) > 1 and any(w.low in things for w in chosen):
            found.append(" ".join(page.text[chosen[0].start : chosen[-1].end].split()))
        at = max(end, at + 1)
    return found
