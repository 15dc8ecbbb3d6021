"""The packs of one reading, put together: what readers ask for the world's names, offices and words."""

from __future__ import annotations

import gc
import hashlib
import os
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache

from dragoman.desk import pack as packs
from dragoman.desk.pattern import Matcher, lowered
from dragoman.desk.schema import (
    KINDS,
    Body,
    Country,
    FormulaEntry,
    InstrumentEntry,
    IssueEntry,
    MechanismEntry,
    OfficeTitle,
    Outlet,
    Pack,
    PatternEntry,
    PersonEntry,
    Place,
    Reliability,
    Tenure,
    Verb,
)
from dragoman.errors import DeskError
from dragoman.when import When

SINGLE_HOLDER = frozenset(
    [
        "head-of-state",
        "head-of-government",
        "foreign-minister",
        "defence-minister",
        "finance-minister",
        "agriculture-minister",
        "chief-cabinet-secretary",
    ]
)
"""Roles that one person at a time holds in a country; handing over may take a day or two."""


_FIRST = re.compile(r"^\W*(\w+)", re.MULTILINE)


class Desk:
    """Immutable once built. `ids`: the packs in the order they were laid over one another. `sides`: of the relationship's
    desks among them. `hash`: sixteen digits over all packs' bytes."""

    def __init__(self, ids: Sequence[str], loaded: Sequence[Pack], digest: str) -> None:
        self.ids, self.hash = tuple(ids), digest
        self.sides = tuple(dict.fromkeys(side for p in loaded for side in p.header.sides))
        merged = {kind: _merge(kind, loaded) for kind in KINDS}
        self.countries: dict[str, Country] = merged["countries"]
        self.bodies: dict[str, Body] = merged["bodies"]
        self.outlets: dict[str, Outlet] = merged["outlets"]
        self.places: dict[str, Place] = merged["places"]
        self.people: dict[str, PersonEntry] = merged["people"]
        self.mechanisms: dict[str, MechanismEntry] = merged["mechanisms"]
        self.instruments: dict[str, InstrumentEntry] = merged["instruments"]
        self.issues: dict[str, IssueEntry] = merged["issues"]
        self.formulas: dict[str, FormulaEntry] = merged["formulas"]
        self.offices: dict[str, OfficeTitle] = merged["offices"]
        self.verbs: dict[str, Verb] = merged["verbs"]
        self.patterns: dict[str, PatternEntry] = merged["patterns"]
        self.reliability: dict[str, Reliability] = merged["reliability"]
        self._words = {key: tuple(entry.words) for key, entry in merged["words"].items()}

    def words(self, name: str) -> tuple[str, ...]:
        """A named word list; empty where no pack has it."""
        return self._words.get(name, ())

    @lru_cache(maxsize=256)  # noqa: B019  (desks are few and live as long as the process)
    def word_set(self, name: str) -> frozenset[str]:
        return frozenset(lowered(w) for w in self.words(name))

    @cached_property
    def country_names(self) -> dict[str, str]:
        """Country code by lower-cased name, alias or short form, in every language the packs give."""
        found: dict[str, str] = {}
        for country in self.countries.values():
            for name in (country.name, *country.aliases, *country.names.values()):
                found.setdefault(lowered(name), country.code)
        return found

    @cached_property
    def demonyms(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for country in self.countries.values():
            for name in country.demonyms:
                found.setdefault(lowered(name), country.code)
        return found

    @cached_property
    def metonyms(self) -> dict[str, str]:
        """Country code by the lower-cased name of its capital or seat of government."""
        found: dict[str, str] = {}
        for country in self.countries.values():
            for name in (*((country.capital,) if country.capital else ()), *country.metonyms):
                found.setdefault(lowered(name), country.code)
        return found

    def country_of(self, word: str) -> str | None:
        """The country that a name, demonym, capital or seat stands for."""
        low = lowered(word)
        return self.country_names.get(low) or self.demonyms.get(low) or self.metonyms.get(low)

    @cached_property
    def body_names(self) -> dict[str, Body]:
        return _by_name((b, (b.name, *b.also, *b.names.values())) for b in self.bodies.values())

    @cached_property
    def outlet_names(self) -> dict[str, Outlet]:
        return _by_name((o, (o.name, *o.also)) for o in self.outlets.values())

    @cached_property
    def outlet_hosts(self) -> dict[str, Outlet]:
        return {host: outlet for outlet in self.outlets.values() for host in outlet.hosts}

    @cached_property
    def place_names(self) -> dict[str, Place]:
        return _by_name((p, (p.name, *p.also, *p.names.values(), *p.by_side.values())) for p in self.places.values())

    @cached_property
    def titles(self) -> dict[str, tuple[OfficeTitle, ...]]:
        """Offices by lower-cased title, longest roles' words included once for each role that they may name."""
        found: dict[str, list[OfficeTitle]] = defaultdict(list)
        for office in self.offices.values():
            for said in dict.fromkeys(spelling for title in office.titles for spelling in _spellings(lowered(title))):
                found[said].append(office)
        return {title: tuple(offices) for title, offices in found.items()}

    @cached_property
    def kinds_of_holders(self) -> dict[str, str]:
        """By role what those are who have it: officials, experts, journalists."""
        return {office.role: office.kind for office in self.offices.values()}

    @cached_property
    def ranks(self) -> dict[str, int]:
        """By role its rank, 1 the highest."""
        return {office.role: office.rank for office in self.offices.values()}

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The verbs that the packs know."""
        return frozenset(verb.lemma or verb.id for verb in self.verbs.values())

    def people_named(self, words: Iterable[str]) -> list[tuple[PersonEntry, str, str]]:
        """Everybody, in the packs' order, whose name or family name begins with one of these lower-case words, with both in lower case."""
        numbers = {number for word in set(words) for number in self._people_by_word.get(word, ())}
        chosen = (self._people_in_order[number] for number in sorted(numbers))
        return [(p, lowered(p.name), lowered(p.family)) for p in chosen]

    @cached_property
    def _people_in_order(self) -> list[PersonEntry]:
        return list(self.people.values())

    @cached_property
    def _people_by_word(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for number, person in enumerate(self._people_in_order):
            for word in set(_FIRST.findall(lowered(f"{person.name}\n{person.family}"))):
                found[word].append(number)
        return dict(found)

    def tenures(self, role: str, country: str, when: When) -> list[tuple[PersonEntry, Tenure]]:
        """Who held `role` for `country` on some day of `when`, in order of taking office."""
        held = self._holders.get((role, country), ())
        return sorted(((p, t) for p, t in held if t.term().meets(when)), key=lambda pair: (pair[1].since, pair[0].id))

    @cached_property
    def _holders(self) -> dict[tuple[str, str], list[tuple[PersonEntry, Tenure]]]:
        found: dict[tuple[str, str], list[tuple[PersonEntry, Tenure]]] = defaultdict(list)
        for person in self.people.values():
            for tenure in person.tenures:
                if person.country and not tenure.organisation:
                    found[tenure.role, person.country].append((person, tenure))
        return dict(found)

    @lru_cache(maxsize=64)  # noqa: B019
    def matcher(self, kind: str) -> Matcher[PatternEntry]:
        """The patterns of one group, in the order of `first`."""
        chosen = sorted((p for p in self.patterns.values() if p.group == kind), key=lambda p: p.first)
        return Matcher([(pattern, entry, entry.value, entry.cased) for entry in chosen for pattern in entry.patterns])

    @cached_property
    def mechanism_matcher(self) -> Matcher[MechanismEntry]:
        return Matcher([(p, e, None, False) for e in self.mechanisms.values() for p in e.patterns])

    @cached_property
    def instrument_matcher(self) -> Matcher[InstrumentEntry]:
        return Matcher([(p, e, None, False) for e in self.instruments.values() for p in e.patterns])

    @cached_property
    def issue_matcher(self) -> Matcher[IssueEntry]:
        """A relationship's desk passes over the broad words."""
        told = ((e, (*e.patterns, *(() if self.sides else e.broad))) for e in self.issues.values())
        return Matcher([(p, e, None, False) for e, patterns in told for p in patterns])

    @cached_property
    def formula_matcher(self) -> Matcher[FormulaEntry]:
        """Matches are marked with the form's id where the wording is one of the formula's `forms`."""
        rules = [(f.pattern, e, f.id, False) for e in self.formulas.values() for f in e.forms]
        return Matcher([*rules, *((p, e, None, False) for e in self.formulas.values() for p in e.patterns)])

    @lru_cache(maxsize=64)  # noqa: B019
    def verb_group(self, group: str) -> dict[str, Verb]:
        """Verbs of one group by lemma."""
        return {v.lemma or v.id: v for v in self.verbs.values() if v.group == group}


def _spellings(title: str) -> tuple[str, ...]:
    """A title with a deputy's first word joined by a hyphen or not: "vice speaker", "vice-speaker"."""
    first, rest = re.match(r"((?:vice|deputy)[ -])?(.*)", title, re.DOTALL).groups()  # type: ignore[union-attr]
    return tuple(dict.fromkeys((title, f"{first[:-1]} {rest}", f"{first[:-1]}-{rest}"))) if first else (title,)


def _by_name(pairs: Iterable[tuple[object, Iterable[str]]]) -> dict:  # type: ignore[type-arg]
    found: dict[str, object] = {}
    for entry, names in pairs:
        for name in names:
            found.setdefault(lowered(name), entry)
    return found


def _merge(kind: str, loaded: Sequence[Pack]) -> dict:  # type: ignore[type-arg]
    merged: dict[str, object] = {}
    for pack in loaded:
        for entry in getattr(pack, kind):
            key = entry.code if isinstance(entry, Country) else entry.id
            if key in merged and not getattr(entry, "replaces", False):
                raise DeskError(
                    f"desk {pack.header.id}",
                    f"{kind} entry {key!r} stands twice",
                    "give it another id, or say `replaces: true`",
                )
            merged[key] = entry
    return merged


@lru_cache(maxsize=16)
def _build(ids: tuple[str, ...], digests: tuple[str, ...]) -> Desk:
    names = tuple(packs.load(i).header.id for i in ids)
    return Desk(
        names, [packs.load(i) for i in ids], hashlib.sha256("\0".join((*names, *digests)).encode()).hexdigest()[:16]
    )


def desk(ids: Sequence[str]) -> Desk:
    """The desk made of these packs and of those they use, each once, those used first; as its files are when it is first asked
    for in this process. DeskError where one is missing or malformed."""
    return _kept(tuple(ids), os.environ.get("DRAGOMAN_DESKS", ""))


@lru_cache(maxsize=64)
def _kept(ids: tuple[str, ...], roots: str) -> Desk:  # noqa: ARG001  (another list of folders may hold other packs)
    kept = fresh(ids)
    gc.freeze()  # it lives as long as the process: the collector need not go through it again at every answer
    return kept


def fresh(ids: Sequence[str]) -> Desk:
    """As `desk`, from the files as they are now."""
    order: list[str] = []

    def lay(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise DeskError(name, "uses itself", f"break the circle {' > '.join((*above, name))}")
        for used in packs.load(name).header.uses:
            lay(used, (*above, name))
        if name not in order:
            order.append(name)

    for name in ids:
        lay(name, ())
    return _build(tuple(order), tuple(packs.digest(name) for name in order))


def relationships() -> dict[str, tuple[str, ...]]:
    """Every installed desk that has two sides or more, with them; as they are when first asked for in this process."""
    return _relationships(os.environ.get("DRAGOMAN_DESKS", ""))


@lru_cache(maxsize=8)
def _relationships(roots: str) -> dict[str, tuple[str, ...]]:  # noqa: ARG001
    found = {name: packs.load(str(path)).header.sides for name, path in sorted(packs.folders().items())}
    return {name: sides for name, sides in found.items() if len(sides) > 1}
