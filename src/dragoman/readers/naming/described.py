"""The office of somebody whom a text names without one and tells of by office and country elsewhere: "Holm's talks … Norway's foreign minister"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.desk.desk import SINGLE_HOLDER, Desk
from dragoman.readers.naming.identify import conflict
from dragoman.readers.naming.offices import Phrase, phrase
from dragoman.readers.naming.word import Word
from dragoman.reading import Office, Person
from dragoman.when import When


def described(
    people: Sequence[Person], worded: Mapping[int, Sequence[Word]], nouns: frozenset[str], desk: Desk, when: When | None
) -> list[Person]:
    """The same people; the only one of a country who has no office is given the one that the text tells of that country's and gives nobody,
    where a word beside the name or the packs say the country, if it is one of which a state has a single holder and the packs do not know better."""
    bare = [
        p
        for p in people
        if not p.offices and p.kind in ("official", "other") and p.country and "country by" not in (p.because or "")
    ]
    single = {p.country: p for p in bare if sum(q.country == p.country for q in bare) == 1}
    if not single:
        return list(people)
    told: dict[str, dict[str, Phrase]] = {}
    for office in _unheld(worded, nouns, desk, frozenset(c for c in single if c)):
        told.setdefault(office.country or "", {}).setdefault(office.roles[0], office)
    given: dict[str, Person] = {}
    for country, offices in told.items():
        person, held = single[country], {o.role for p in people if p.country == country for o in p.offices}
        fitting = [o for role, o in offices.items() if role not in held]
        entry = desk.people.get(person.entry or "")
        if len(fitting) != 1 or (entry and conflict(entry, fitting[0].roles, country, when, desk)):
            continue
        held_by = Office(fitting[0].title, fitting[0].span, fitting[0].roles[0])
        given[person.name] = replace(person, offices=(held_by,), kind="official")
    return [given.get(p.name, p) for p in people]


def _unheld(
    worded: Mapping[int, Sequence[Word]], nouns: frozenset[str], desk: Desk, countries: frozenset[str]
) -> Iterator[Phrase]:
    """Every present office of one of some countries of which it has a single holder and behind which no name stands."""
    for words in worded.values():
        for at, word in enumerate(words):
            if word.kind not in ("country", "demonym") or not word.length or word.value not in countries:
                continue
            office = phrase(words, at, nouns, desk)
            if office is None or office.country != word.value or office.tense != "current" or not office.marked:
                continue
            if office.body or office.counterpart or not office.roles or office.roles[0] not in SINGLE_HOLDER:
                continue
            after = [w for w in words[office.last + 1 : office.last + 3] if w.text != ","][:1]
            if not (after and after[0].capital and after[0].kind in ("", "honorific", "title")):
                yield office
