"""What the desk's tenures say of a text's day: whoever is given an office holds it on that day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from dragoman.desk.pattern import lowered
from dragoman.desk.schema import PersonEntry
from dragoman.page.page import Page
from dragoman.span import Span
from dragoman.when import When

_EARLIER = re.compile(r"\b(?:former|then|ex|late|ousted|predecessor|future|incoming|next)\b[\w\s,-]*$")
_FOREVER = date(9999, 12, 31)
_BEFORE, _AFTER = 90, 60


def held(page: Page) -> Iterator[tuple[tuple[When, ...], Span]]:
    """For each person of the desk whom the text names with an office: the days on which that office was theirs, and
    where it says so. Only the first thousand characters of the story count, where a text speaks of its own day."""
    head = next((s.span.start for s in page.prose), 0)
    where = Span(head, head + 1000)
    words = where.of(page.low)
    for entry, name, family in page.desk.people_named(re.findall(r"\w+", words)):
        if family not in words and name not in words:
            continue
        given = lowered(entry.given)
        for form in (name, f"{given} {family}", f"{family} {given}", family):
            found = next(_named(page, entry, form, where), None) if form in words else None
            if found:
                yield found
                break


def _named(page: Page, entry: PersonEntry, form: str, where: Span) -> Iterator[tuple[tuple[When, ...], Span]]:
    """Places where the name, in lower case, stands with an office that the desk gives this person."""
    for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", page.low[: where.end]):
        if match.start() >= where.start:
            span = Span(match.start(), match.end())
            terms = _terms(page, entry, span, alone=form == lowered(entry.family))
            if terms:
                yield terms, span


def _terms(page: Page, entry: PersonEntry, name: Span, alone: bool) -> tuple[When, ...]:
    """When the person held the office named beside the name: the longest title that stands there says which. A family
    name `alone` must follow its title."""
    sentence = page.sentence_at(name.start)
    if sentence is None:
        return ()
    before = page.low[max(sentence.span.start, name.start - _BEFORE) : name.start]
    after = "" if alone else page.low[name.end : min(sentence.span.end, name.end + _AFTER)]
    if re.search(r"\b(?:1[89]|20)\d\d\b", sentence.span.of(page.text)) or _EARLIER.search(before):
        return ()
    titles = page.desk.titles
    said = sorted({*_led(before), *_apposed(after)} & titles.keys(), key=lambda title: (-len(title), title))
    offices = (o for title in said for o in titles[title] if o.country in (None, entry.country))
    office = next(offices, None)
    role = office.id.split(".")[0] if office else None
    terms = [t.span() for t in entry.tenures if t.role == role]
    return tuple(When(since.first, until.last if until else _FOREVER) for since, until in terms)


def _led(before: str) -> Iterator[str]:
    """What may be a title right before a name: the last words, one and more."""
    led = before.rstrip()
    return (led[word.start() :] for word in re.finditer(r"(?<![\w-])\S", led))


def _apposed(after: str) -> Iterator[str]:
    """What may be a title in apposition after a name, up to two words left out before it ("…, the Peruvian foreign minister")."""
    for skipped in range(3):
        if start := re.match(rf"\s*,\s+(?:[\w'-]+\s+){{{skipped}}}", after):
            rest = after[start.end() :]
            yield from (rest[: word.end()] for word in re.finditer(r"\S(?![\w-])", rest))


def common(terms: Iterable[Iterable[When]]) -> list[When]:
    """The days that lie in some term of each, as stretches in order; empty where there are none, or no terms."""
    shared: list[When] | None = None
    for each in terms:
        listed = list(each)
        if shared is None:
            shared = listed
            continue
        shared = [When(max(a.first, b.first), min(a.last, b.last)) for a in shared for b in listed if a.meets(b)]
    return sorted(shared or [])
