"""What an encounter's entry shows, of all that its descriptions tell."""

from __future__ import annotations

from typing import Any

from dragoman.record.match.days import days, said, within
from dragoman.record.match.place import whereabouts
from dragoman.record.match.verdict import Features, Portrait


def portrait(members: list[Features], month: int) -> Portrait:
    """`members`: the most exact first. `month`: days that a time may span and still be one of which two cannot both be right."""
    held = [m for m in members if m["status"] == "held"]
    dated = [m for m in (held or members) if m["first"]] or [m for m in members if m["first"]]
    first, last = (dated[0]["first"], dated[0]["last"]) if dated else (None, None)
    people: dict[str, str] = {}
    for member in members:
        for entry, words in member["who"]:
            people.setdefault(entry, " ".join(words))
    detail = {
        "kind": members[0]["kind"],
        "date": said(first, last),
        "bounded": bool(dated and dated[0]["bounded"]),
        "place": next((m["place_said"] for m in _there(members) if m["place"]), None),
        "people": sorted(people),
        "bodies": sorted({body for m in members for body in m["bodies"]}),
        "mechanism": next((m["series"] for m in members if m["series"]), None),
        "ordinal": next((m["ordinal"] for m in members if m["ordinal"] is not None), None),
        "status": _status(members),
        "conflicts": _conflicts(held or members, members, month),
    }
    countries = tuple(sorted({c for m in members for c in m["countries"]}))
    told = ", ".join(people[entry] for entry in sorted(people)) or ", ".join(countries)
    label = f"{detail['kind']} {detail['date'] or 'undated'}: {told}"
    return Portrait(label, first, last, detail, tuple(sorted(people)), countries)


def _there(members: list[Features]) -> list[Features]:
    """Those whose place counts: what was planned for a place and held by video was in none."""
    apart = any(m.get("remote") and m["status"] == "held" for m in members)
    return [m for m in members if m["status"] == "held"] if apart else members


def _status(members: list[Features]) -> str:
    """The furthest that any account tells of: held, then called or put off, then scheduled, then proposed."""
    told = {m["status"] for m in members}
    if "held" in told:
        return "held"
    fallen = sorted({m["change"] for m in members if m["change"]})
    return fallen[0] if fallen else "scheduled" if "scheduled" in told else "proposed"


def _apart(members: list[Features], month: int) -> list[str]:
    """The times that cannot all be right: single days, and spans of days of which none lies in the other."""
    dated = [(m["first"], m["last"]) for m in members if m["first"] and not m["bounded"] and days(m) <= month]
    clash = {one for one in dated for other in dated if not (within(one, other) or within(other, one))}
    return sorted(str(said(*one)) for one in clash)


def _conflicts(members: list[Features], every: list[Features], month: int) -> dict[str, list[Any]]:
    """Values of which at most one can be right: days and cities where it was held, numbers as plans had them too."""
    times = _apart(members, month)
    numbers = sorted({m["ordinal"] for m in every if m["ordinal"] is not None})
    names = {m["place"]: m["place_said"] for m in reversed(members) if m["place"]}
    known = [m for m in _there(members) if m["place"]]
    apart = {m["place"] for m in known for n in known if whereabouts(m, n) < 0}
    found = {"date": times, "ordinal": numbers, "place": sorted(names[place] for place in apart)}
    return {name: values for name, values in found.items() if len(values) > 1}
