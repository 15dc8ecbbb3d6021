"""At which level an encounter was held."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from dragoman.desk.desk import Desk

ORDER = ("leaders", "ministers", "parties", "parliaments", "officials", "forums")
"""Highest first."""


@lru_cache(maxsize=16)
def levels_by_role(pack: Desk | None) -> dict[str, str]:
    """The level of each role that the packs know; the highest where a role has several."""
    found: dict[str, str] = {}
    for office in pack.offices.values() if pack else ():
        role = office.id.partition(".")[0]
        if office.level in ORDER and ORDER.index(office.level) < ORDER.index(found.get(role, ORDER[-1])):
            found[role] = office.level
        elif office.level == ORDER[-1]:
            found.setdefault(role, office.level)
    return found


def level_of(
    people: Mapping[str, tuple[str | None, set[str]]], mechanism: str | None, kind: str, pack: Desk | None
) -> str | None:
    """The desk's level of the mechanism; else, of the highest level of each country's people, the lowest: a leader who
    receives a minister meets at the ministers' level. `people`: country and roles by person. A forum of which nothing
    is known stands with forums."""
    series = pack.mechanisms.get(mechanism.removeprefix("mechanism-")) if pack and mechanism else None
    if series:
        return series.level
    known = levels_by_role(pack)
    best: dict[str, int] = {}
    for country, roles in people.values():
        ranks = [ORDER.index(known[role]) for role in roles if role in known]
        if ranks:
            side = country or ""
            best[side] = min(min(ranks), best.get(side, len(ORDER)))
    if best:
        return ORDER[max(best.values())]
    return "forums" if kind == "forum" else None
