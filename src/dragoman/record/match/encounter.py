"""Encounters: by who met, when, where, of what kind, and in which series. The same pair on another day is another
encounter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from dragoman.name import fold
from dragoman.record.match.verdict import NOTHING, Features, Portrait, Verdict, alike, base, slugged, strong, veto, weak
from dragoman.when import When

MONTH = 45
"""Days that an interval may span and still say when an encounter was, without the place or the series."""
YEAR = 366
"""Days that an interval may span and say anything; a longer one is no date."""
RECALLED = 400
"""Days within which an undated mention of a meeting in a place can mean the one known there."""
RECENT = 14
"""Days within which an undated mention of a meeting without its place can mean the one known."""
SLACK = 62
"""Days by which two dates of one numbered session may disagree."""
UNSURE = "?"
"""Begins a series that is known by its words in one dispatch only, and a place that no desk knows."""
WEIGHTS = {"who": 0.4, "when": 0.35, "series": 0.1, "place": 0.1, "kind": 0.05}

_MANY = 8
_CONTACTS = ("meeting", "call", "signing")


def placed(place: str | None, cities: Mapping[str, str]) -> str | None:
    """A place as matching compares it: the id of the city that a desk knows it as (its first part, where "Beijing,
    China" is not known), else its words folded."""
    if not place or not place.strip():
        return None
    whole = " ".join(fold(place).removeprefix("the ").split())
    return cities.get(whole) or cities.get(whole.partition(",")[0].strip()) or f"{UNSURE}{whole}"


class Matcher:
    """Descriptions with `kind`; `first` and `last` day or None; `bounded` where these follow from the day of
    publication alone; `who`: [entry, words of the name] of each identified person; `bare`: family names alone;
    `bodies`: participants that are no identified person; `countries`; `singular`: those whose office nobody else there holds; `place`; `series`: a mechanism's entry;
    `ordinal`; for undated ones `said` (day of publication), `recalled`, `words` (a digest of the sentence) and
    `source`; `status` and `change`. `apart` and `beside`: the dispatch that tells of another encounter like it, and of
    which."""

    def keys(self, of: Features) -> tuple[set[str], set[str]]:
        stands: set[str] = set()
        seeks: set[str] = set()
        series, people = of["series"], [entry for entry, _ in of["who"]]
        if series and of["ordinal"] is not None:
            stands.add(f"encounter series {series} {of['ordinal']}")
        seeks |= stands
        pairs = [f"{a} {b}" for a, b in combinations(sorted(people), 2)] if len(people) <= _MANY else []
        if of["first"] is None:
            both = {f"encounter words {of['words']} {of['source']}"}
            where = {f"encounter place {of['place']} {pair}" for pair in pairs} if of["place"] else set()
            if of["said"] and not of["place"]:
                where |= {
                    f"encounter pair {pair} {month}"
                    for pair in pairs
                    for month in _months(_ago(of["said"]), of["said"])
                }
            return stands | both | {f"{key} undated" for key in where}, seeks | both | where
        if of["place"]:
            stands |= {f"encounter place {of['place']} {pair}" for pair in pairs}
            seeks |= {f"encounter place {of['place']} {pair} undated" for pair in pairs}
        for month in _months(of["first"], of["last"]):
            if series:
                stands.add(f"encounter series {series} {month}")
                seeks.add(f"encounter series {series} {month}")
            if len(people) > _MANY:
                people = people[:_MANY]
            kept = {f"encounter pair {pair} {month}" for pair in pairs}
            seeks |= {f"{key} undated" for key in kept}
            kept.add(f"encounter names {' '.join(sorted(word for _, words in of['who'] for word in words))} {month}")
            some = {f"encounter some {one} {month}" for one in people}
            lone = {f"encounter lone {one} {month}" for one in people}
            none = {f"encounter none {' '.join(of['countries'])} {month}"}
            if len(people) > 1:
                stands |= kept | some | {f"{key} named" for key in none}
                seeks |= kept | lone | none
            elif people:
                stands |= lone | {f"{key} named" for key in none}
                seeks |= lone | some | none
            else:
                stands |= none
                seeks |= none | {f"{key} named" for key in none}
        return stands, seeks

    def judge(self, a: Features, b: Features) -> Verdict:
        if any(base(one) in other["beside"] for one, other in ((a, b), (b, a)) if other.get("beside")):
            return veto("one dispatch tells of both")
        if alike(a, b):
            return strong(1.0, "same description")
        if a["kind"] != b["kind"] and not _kin(a, b):
            return veto("two kinds")
        if a["series"] and b["series"] and a["series"] != b["series"] and not (a["series"] + b["series"]).count(UNSURE):
            return veto("two series")
        numbered = (
            bool(a["series"])
            and a["series"] == b["series"]
            and a["ordinal"] is not None
            and a["ordinal"] == b["ordinal"]
        )
        clash = a["ordinal"] is not None and b["ordinal"] is not None and a["ordinal"] != b["ordinal"]
        if clash and not (a["series"] == b["series"] and _day(a) and _day(a) == _day(b)):
            return veto("two sessions")
        if a["first"] is None or b["first"] is None:
            return self._undated(a, b, numbered)
        if a["last"] < b["first"] or b["last"] < a["first"]:
            if numbered and _between(a, b) <= SLACK:
                return strong(
                    0.7,
                    "one numbered session, two dates",
                    series=a["series"],
                    ordinal=a["ordinal"],
                    when=[a["first"], b["first"]],
                )
            return veto("other days")
        return self._dated(a, b, numbered)

    def _dated(self, a: Features, b: Features, numbered: bool) -> Verdict:
        """Both dated, the dates meet."""
        series = bool(a["series"]) and a["series"] == b["series"]
        worth, certain = _who(a, b)
        if worth is None and not series:
            return veto("other people")
        where = _where(a, b)
        if where < 0 and a["kind"] in ("visit", "address") and not series:
            return veto("other places")
        same_day = _day(a) is not None and _day(a) == _day(b) and not (a["bounded"] or b["bounded"])
        span = max(_days(a), _days(b))
        reasons: dict[str, Any] = {
            "who": round(WEIGHTS["who"] * (worth or 0.0), 3),
            "when": round(WEIGHTS["when"] * (1.0 if same_day else 0.6 if span <= MONTH else 0.3), 3),
            "series": WEIGHTS["series"] if series else 0.0,
            "place": round(WEIGHTS["place"] * where, 3),
            "kind": WEIGHTS["kind"] if a["kind"] == b["kind"] else 0.0,
        }
        score = max(0.0, sum(reasons.values()))
        if numbered or (series and same_day):
            clash = not numbered and None not in (a["ordinal"], b["ordinal"])
            if clash:
                return strong(0.6, "one day of a series, two numbers", **reasons)
            return strong(max(score, 0.8), "one session of a series", **reasons)
        if not worth:
            return NOTHING
        if _foreign(a, b) and not series and not (same_day and _received(a, b)):
            return NOTHING
        if a["kind"] != b["kind"] and not series and not (same_day and certain and not (a["place"] and b["place"])):
            return NOTHING
        if not certain and not (same_day and (where > 0 or not a["place"] or not b["place"])) and not series:
            return NOTHING
        if same_day and certain and a["kind"] == b["kind"]:
            return strong(score, "the same people on the same day", **reasons)
        if span > MONTH and not (where > 0 or series):
            return NOTHING
        exact = (a["first"], a["last"]) == (b["first"], b["last"])
        if exact and certain and span <= MONTH and a["kind"] == b["kind"] and not (a["bounded"] or b["bounded"]):
            return strong(score, "the same people at the same time", **reasons)
        return weak(
            score, "the same people, one date within the other" if not same_day else "fewer people named", **reasons
        )

    @staticmethod
    def _undated(a: Features, b: Features, numbered: bool) -> Verdict:
        """One or both without a date."""
        if numbered:
            return strong(0.8, "one numbered session", series=a["series"], ordinal=a["ordinal"])
        worth, certain = _who(a, b)
        if worth is None:
            return veto("other people")
        if a["first"] is None and b["first"] is None:
            if a["words"] == b["words"] and a["source"] == b["source"]:
                return strong(0.9, "one sentence in copies of one source", source=a["source"])
            return NOTHING
        vague, exact = (a, b) if a["first"] is None else (b, a)
        if not (
            vague["recalled"]
            and vague["said"]
            and certain
            and _day(exact)
            and a["kind"] == b["kind"]
            and not _foreign(a, b)
        ):
            return NOTHING
        days, there = _since(exact["last"], vague["said"]), _where(a, b) > 0
        if there and 0 <= days <= RECALLED:
            return weak(0.5, "the meeting known there before", place=vague["place"], said=vague["said"], days=days)
        if not vague["place"] and 0 <= days <= RECENT:
            return weak(0.4, "the meeting known of these days", said=vague["said"], days=days)
        return NOTHING

    def vagueness(self, of: Features) -> tuple[Any, ...]:
        return (
            of["first"] is None,
            bool(of["bounded"]),
            _days(of) if of["first"] else 0,
            -len(of["who"]),
            -len(of["bare"]),
            of["ordinal"] is None,
            of["place"] is None,
            -len(of["bodies"]),
            of["kind"],
            of["first"] or "",
            base(of),
        )

    def slug(self, of: Features) -> str:
        when = _said(of["first"], of["last"]) or "undated"
        people = [word for _, words in of["who"][:3] for word in words]
        tail = slugged(*people, *([] if people else of["countries"]))
        return "-".join(part for part in ("encounter", when.replace("/", "-to-"), tail, base(of)[:8]) if part)

    def portrait(self, members: list[Features]) -> Portrait:
        dated = [m for m in members if m["first"]]
        first, last = (dated[0]["first"], dated[0]["last"]) if dated else (None, None)
        people: dict[str, str] = {}
        for member in members:
            for entry, words in member["who"]:
                people.setdefault(entry, " ".join(words))
        detail = {
            "kind": members[0]["kind"],
            "date": _said(first, last),
            "bounded": bool(dated and dated[0]["bounded"]),
            "place": next((m["place_said"] for m in members if m["place"]), None),
            "people": sorted(people),
            "bodies": sorted({body for m in members for body in m["bodies"]}),
            "mechanism": next((m["series"] for m in members if m["series"]), None),
            "ordinal": next((m["ordinal"] for m in members if m["ordinal"] is not None), None),
            "status": _status(members),
            "conflicts": _conflicts(members),
        }
        countries = tuple(sorted({c for m in members for c in m["countries"]}))
        told = ", ".join(people[entry] for entry in sorted(people)) or ", ".join(countries)
        label = f"{detail['kind']} {detail['date'] or 'undated'}: {told}"
        return Portrait(label, first, last, detail, tuple(sorted(people)), countries)


def _said(first: str | None, last: str | None) -> str | None:
    return str(When(date.fromisoformat(first), date.fromisoformat(last))) if first and last else None


def _status(members: list[Features]) -> str:
    """The furthest that any account tells of: held, then called or put off, then scheduled, then proposed."""
    told = {m["status"] for m in members}
    if "held" in told:
        return "held"
    fallen = sorted({m["change"] for m in members if m["change"]})
    return fallen[0] if fallen else "scheduled" if "scheduled" in told else "proposed"


def _kin(a: Features, b: Features) -> bool:
    kinds = {a["kind"], b["kind"]}
    if kinds in ({"meeting", "forum"}, {"forum", "address"}):
        return bool(a["series"]) and a["series"] == b["series"]
    return kinds == {"meeting", "call"}


def _who(a: Features, b: Features) -> tuple[float | None, bool]:
    """How much speaks for the same people, None where they are others; and whether it is enough by itself."""
    one, other = dict(a["who"]), dict(b["who"])
    shared = one.keys() & other.keys()
    rest, others = [one[e] for e in sorted(one.keys() - shared)], [other[e] for e in sorted(other.keys() - shared)]
    common, bare, bares = len(shared), sorted(a["bare"]), sorted(b["bare"])
    guessed = 0
    for names in [n for n in rest if rest.count(n) == 1 == others.count(n)]:  # one name, taken for two people
        rest.remove(names)
        others.remove(names)
        guessed += 1
    for names, unknown in ((bare, others), (bares, rest)):
        for name in list(names):
            fits = [words for words in unknown if name in words]
            if len(fits) == 1:
                unknown.remove(fits[0])
                names.remove(name)
                guessed += 1
    for name in sorted(set(bare) & set(bares)):
        bare.remove(name)
        bares.remove(name)
        guessed += 1
    left, right = len(rest) + len(bare), len(others) + len(bares)
    alone = a["kind"] in ("visit", "address")
    if common + guessed >= 2 or (alone and common):
        sure = common >= 2 or alone
        if not left or not right:
            return (1.0 if not left and not right else 0.9), sure
        return 0.7, sure and not alone
    if common + guessed == 1:
        if left and right:
            return None, False
        return 0.5, False
    if (one or a["bare"]) and (other or b["bare"]):
        return None, False
    if set(a["bodies"]) & set(b["bodies"]):
        return 0.6, len(set(a["bodies"]) & set(b["bodies"])) > 1
    return 0.0, False


def _where(a: Features, b: Features) -> float:
    """1 for the same place, 0 where one is not told or the two may lie in one another, -1 for two cities."""
    if not a["place"] or not b["place"]:
        return 0.0
    if a["place"] == b["place"]:
        return 1.0
    if a["place"].startswith(UNSURE) == b["place"].startswith(UNSURE):
        one, other = a["place"].lstrip(UNSURE), b["place"].lstrip(UNSURE)
        return 0.0 if one in other or other in one else -1.0
    return 0.0


def _foreign(a: Features, b: Features) -> bool:
    """Whether one has a country that the other, which is of two or more, has not."""
    one, other = set(a["countries"]), set(b["countries"])
    return len(one) > 1 and len(other) > 1 and one != other


def _received(a: Features, b: Features) -> bool:
    """Whether one and the same receives guests of another office in both, of whom one account names fewer: peers may meet
    twice in a day, by two and by three, while a leader receives a minister once."""
    hosts = set(a["singular"]) & set(b["singular"])
    return len(hosts) > 0 and any(set(of["singular"]) <= hosts for of in (a, b))


def _day(of: Features) -> str | None:
    return of["first"] if of["first"] is not None and of["first"] == of["last"] else None


def _days(of: Features) -> int:
    return (date.fromisoformat(of["last"]) - date.fromisoformat(of["first"])).days + 1


def _between(a: Features, b: Features) -> int:
    early, late = sorted((a, b), key=lambda m: m["first"])
    return (date.fromisoformat(late["first"]) - date.fromisoformat(early["last"])).days


def _since(day: str, said: str) -> int:
    return (date.fromisoformat(said) - date.fromisoformat(day)).days


def _ago(said: str) -> str:
    return (date.fromisoformat(said) - timedelta(RECENT)).isoformat()


def _months(first: str, last: str) -> list[str]:
    day, end, months = date.fromisoformat(first).replace(day=1), date.fromisoformat(last), []
    while day <= end:
        months.append(f"{day:%Y-%m}")
        day = (day + timedelta(32)).replace(day=1)
    return months


def _conflicts(members: list[Features]) -> dict[str, list[Any]]:
    """Values of which at most one can be right: days, numbers, cities."""
    days = sorted({day for m in members if (day := _day(m)) and not m["bounded"]})
    numbers = sorted({m["ordinal"] for m in members if m["ordinal"] is not None})
    said = {m["place"]: m["place_said"] for m in reversed(members) if m["place"]}
    known = [m for m in members if m["place"]]
    apart = {m["place"] for m in known for n in known if _where(m, n) < 0}
    found = {"date": days, "ordinal": numbers, "place": sorted(said[place] for place in apart)}
    return {name: values for name, values in found.items() if len(values) > 1}
