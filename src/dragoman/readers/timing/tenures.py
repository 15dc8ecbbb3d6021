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
_APPOSED = re.compile(r"\s*,\s")
_FOREVER = date(9999, 12, 31)
_BEFORE, _AFTER = 90, 60


def held(page: Page) -> Iterator[tuple[tuple[When, ...], Span]]:
    """For each person of the desk whom the text names with an office: the days on which that office was theirs, and
    where it says so. Only the first thousand characters of the story count, where a text speaks of its own day."""
    head = next((s.span.start for s in page.prose), 0)
    end = head + 1000
    for entry in page.desk.people.values():
        for form in (entry.name, f"{entry.given} {entry.family}", f"{entry.family} {entry.given}", entry.family):
            found = next(_named(page, entry, form, Span(head, end)), None)
            if found:
                yield found
                break


def _named(page: Page, entry: PersonEntry, form: str, where: Span) -> Iterator[tuple[tuple[When, ...], Span]]:
    """Places where the name stands with an office that the desk gives this person."""
    if lowered(form) not in page.low[where.start : where.end]:
        return
    for match in re.finditer(rf"(?<!\w){re.escape(lowered(form))}(?!\w)", page.low[: where.end]):
        if match.start() >= where.start:
            span = Span(match.start(), match.end())
            terms = _terms(page, entry, span, alone=form == entry.family)
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
    best: tuple[int, str] | None = None
    led, apposed = before.rstrip(), _APPOSED.match(after)
    for title, offices in page.desk.titles.items():
        place = led.endswith(title) and re.search(rf"(?<![\w-]){re.escape(title)}$", led)
        follows = (
            apposed and title in after and re.match(rf"\s*,\s+(?:[\w'-]+\s+){{0,2}}{re.escape(title)}(?![\w-])", after)
        )
        if place or follows:
            for office in offices:
                if office.country in (None, entry.country) and (best is None or len(title) > best[0]):
                    best = (len(title), office.id.split(".")[0])
    terms = [t.span() for t in entry.tenures if best and t.role == best[1]]
    return tuple(When(since.first, until.last if until else _FOREVER) for since, until in terms)


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
