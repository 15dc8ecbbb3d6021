"""What desks know of the world: for which country a body speaks, in which one a place lies, who held which office when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date
from functools import lru_cache
from typing import Any

from dragoman.desk.desk import Desk
from dragoman.desk.pattern import lowered
from dragoman.name import fold
from dragoman.when import When


@lru_cache(maxsize=4096)
def side_of(pack: Desk, name: str) -> str | None:
    """The country that a body, government or capital speaks for by its name ("Tokyo", "China's commerce ministry"),
    None where the name has none or several."""
    body = pack.body_names.get(lowered(name))
    if body and body.country:
        return body.country
    whole = pack.country_of(name)
    if whole:
        return whole
    words = [w.strip(".,").removesuffix("'s").removesuffix("’s") for w in name.split()]
    named = {code for w in words if w[:1].isupper() and (code := pack.country_of(w))}
    return named.pop() if len(named) == 1 else None


def holders(pack: Desk, roles: Collection[str], day: date | None = None) -> set[str]:
    """The entries of those who, by the desk, held one of some offices, on a day where one is given."""
    return {
        f"person-{known.id}"
        for role in roles
        for known, tenure in _tenures(pack).get(role, ())
        if day is None or tenure.term().meets(When.day(day))
    }


def offices(pack: Desk, people: Collection[str], day: date) -> set[str]:
    """The offices that people, by their entries, held on a day by the desk."""
    known = [one for key in people if (one := pack.people.get(key.removeprefix("person-")))]
    return {tenure.role for one in known for tenure in one.tenures if tenure.term().meets(When.day(day))}


@lru_cache(maxsize=16)
def _tenures(pack: Desk) -> dict[str, list[tuple[Any, Any]]]:
    found: dict[str, list[tuple[Any, Any]]] = defaultdict(list)
    for known in pack.people.values():
        for tenure in known.tenures:
            found[tenure.role].append((known, tenure))
    return found


def country_of(place: str | None, pack: Desk | None) -> str | None:
    """The country in which a place lies, or that the words name, None where the packs do not know."""
    if not place or pack is None:
        return None
    for name in (lowered(place).strip(), lowered(place.partition(",")[0]).strip()):
        known = pack.place_names.get(name)
        if known and known.country:
            return known.country
        if code := pack.country_names.get(name) or pack.metonyms.get(name):
            return code
    return _bare_names(pack).get(fold(place.partition(",")[0]).strip())


@lru_cache(maxsize=16)
def _bare_names(pack: Desk) -> dict[str, str]:
    """Countries by their places' names without accents, as many texts write them; none where two countries share one."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, place in pack.place_names.items():
        if place.country:
            found[fold(name)].add(place.country)
    return {name: min(codes) for name, codes in found.items() if len(codes) == 1}
