"""Which of the desk's people a name means, with the reason; none where two are left."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from dragoman.desk.desk import SINGLE_HOLDER, Desk
from dragoman.desk.schema import PersonEntry, Tenure
from dragoman.name import PARTICLES, initial, parts
from dragoman.when import When


@dataclass(frozen=True, slots=True)
class Identity:
    entry: PersonEntry
    because: str
    confidence: float


_ARTICLE = re.compile(r"\b(?:al|el)[- ](?=\w)", re.I)
"""An Arabic name is written with its article or without: "Omar al-Bashir", "President Bashir"."""
Key = tuple[str, ...]


def _key(name: str) -> Key:
    """The words of a name in order of the alphabet."""
    return tuple(sorted(parts(_ARTICLE.sub("", name))))


def _joined(name: str) -> Key:
    """The name as one word, for syllables that are written together or apart ("Suk-yeol", "Suk Yeol")."""
    return ("".join(parts(_ARTICLE.sub("", name))),)


_SUFFIXES = frozenset(["jr", "sr", "ii", "iii"])


def _plain(name: str) -> Key:
    """Without what a name is written with or without: initials after the first word, "Jr"."""
    first, *rest = parts(name) or ("",)
    return tuple(sorted((first, *(word for word in rest if not initial(word) and word not in _SUFFIXES))))


@dataclass(frozen=True, slots=True)
class _Index:
    """`full`: people by their whole name, with the reason where the form is a known misreading; `family`: by family name or a word of it;
    `given`: by a word of the given name."""

    full: dict[Key, list[tuple[PersonEntry, str]]]
    family: dict[Key, list[PersonEntry]]
    given: dict[Key, list[PersonEntry]]


@lru_cache(maxsize=16)
def _index(desk: Desk) -> _Index:
    full: dict[Key, list[tuple[PersonEntry, str]]] = defaultdict(list)
    family: dict[Key, list[PersonEntry]] = defaultdict(list)
    given: dict[Key, list[PersonEntry]] = defaultdict(list)
    for person in desk.people.values():
        for name in (person.name, f"{person.given} {person.family}", f"{person.family} {person.given}", *person.also):
            for key in {_key(name), _joined(name)}:
                if key and not any(p.id == person.id for p, _ in full[key]):
                    full[key].append((person, ""))
        for wrong in person.misread:
            full[_key(wrong.form)].append((person, f"known misreading: {wrong.because}"))
        for listed, name in ((family, person.family), (given, person.given)):
            for key in {_key(name), *((word,) for word in _key(name) if word not in PARTICLES and not initial(word))}:
                listed[key].append(person)
    return _Index(dict(full), dict(family), dict(given))


def held(person: PersonEntry, roles: tuple[str, ...], when: When | None) -> Tenure | None:
    """A tenure of one of these roles on some day of `when` (at any time, where that is not known)."""
    for tenure in person.tenures:
        if tenure.role in roles and (when is None or tenure.term().meets(when)):
            return tenure
    return None


def _term(tenure: Tenure) -> str:
    return f"{tenure.title}, {tenure.since} to {tenure.until or 'now'}"


def identify(name: str, country: str | None, roles: tuple[str, ...], when: When | None, desk: Desk) -> Identity | None:
    """The desk's person of this name. A full name needs no more unless two bear it; a family name alone needs an office that only
    one of them held, on the day where that is known (of a country whose officials are called by it, a given name too). A country that the
    text gives and the desk contradicts rules a person out, and so does a calling that is no office of state."""
    index = _index(desk)
    key = _key(name)
    if not key or (roles and _private(desk).issuperset(roles)):
        return None
    written = index.full.get(key) or (index.full.get(_joined(name), []) if len(key) > 1 else [])
    if not written and len(plain := _plain(name)) > 1:
        written = index.full.get(plain, [])
    found = [(p, why) for p, why in written if country in (None, p.country)]
    distinct = {p.id: (p, why) for p, why in found}
    if len(distinct) > 1 and roles:
        distinct = {i: (p, why) for i, (p, why) in distinct.items() if held(p, roles, when)}
    if len(distinct) == 1:
        person, why = next(iter(distinct.values()))
        if len(key) > 1 or why or not roles or held(person, roles, None):
            return Identity(person, why or "the name as the desk has it", 0.9 if why else 0.99)
    if not roles:
        return None
    for named, listed in (("family", index.family), ("given", index.given if country and when else {})):
        fitting = {
            p.id: (p, t) for p in listed.get(key, []) if country in (None, p.country) and (t := held(p, roles, when))
        }
        if len(fitting) == 1:
            person, tenure = next(iter(fitting.values()))
            return Identity(person, f"{named} name and office: {_term(tenure)}", 0.9 if when else 0.8)
    return None


@lru_cache(maxsize=16)
def _private(desk: Desk) -> frozenset[str]:
    """Roles that are no offices: a professor or reporter of a minister's name is somebody else."""
    return frozenset(o.role for o in desk.offices.values() if o.kind in ("expert", "journalist"))


def conflict(
    person: PersonEntry, roles: tuple[str, ...], country: str | None, when: When | None, desk: Desk
) -> str | None:
    """How a stated office disagrees with the desk: it gives the office to someone else on that day and not to this person."""
    if when is None or not roles or held(person, roles, when):
        return None
    serves = country or person.country
    for role in roles:
        if role not in SINGLE_HOLDER or serves is None:
            continue
        others = [(p, t) for p, t in desk.tenures(role, serves, when) if p.id != person.id]
        if len(others) == 1:
            return f"the desk has {others[0][0].name} in that office then ({_term(others[0][1])})"
    return None
