"""Encounters: by who met, when, where, of what kind, and in which series. The same pair on another day is another
encounter."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from dragoman.record.match import planned
from dragoman.record.match.company import foreign, received, who
from dragoman.record.match.days import before, between, day, days, months, said, since
from dragoman.record.match.place import UNSURE, whereabouts
from dragoman.record.match.portrayed import portrait
from dragoman.record.match.verdict import NOTHING, Features, Portrait, Verdict, alike, base, slugged, strong, veto, weak

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
LASTING = 3
"""Days apart that the beginning and the end of one session may be told."""
WEIGHTS = {"who": 0.4, "when": 0.35, "series": 0.1, "place": 0.1, "kind": 0.05}

_MANY = 8
_CONTACTS = ("meeting", "call", "signing")


class Matcher:
    """Descriptions with `kind`; `first` and `last` day or None; `bounded` where these follow from the day of
    publication alone; `who`: [entry, words of the name] of each identified person; `bare`: family names alone;
    `bodies`: participants that are no identified person; `countries`; `singular`: those whose office nobody else there holds; `place`; `series`: a mechanism's entry;
    `ordinal`; for undated ones `said` (day of publication), `recalled`, `words` (a digest of the sentence) and
    `source`; `status` and `change`, with the day for which it was `planned` before. `apart` and `beside`: the dispatch that tells of another encounter like it, and of
    which."""

    def keys(self, of: Features) -> tuple[set[str], set[str]]:
        stands: set[str] = set()
        seeks: set[str] = set()
        series, people = of["series"], [entry for entry, _ in of["who"]]
        if series and of["ordinal"] is not None:
            stands.add(f"encounter series {series} {of['ordinal']}")
        stands |= planned.keys(of)
        seeks |= stands
        pairs = [f"{a} {b}" for a, b in combinations(sorted(people), 2)] if len(people) <= _MANY else []
        if of["first"] is None:
            both = {f"encounter words {of['words']} {of['source']}"}
            where = {f"encounter place {of['place']} {pair}" for pair in pairs} if of["place"] else set()
            if of["said"] and not of["place"]:
                where |= {
                    f"encounter pair {pair} {month}"
                    for pair in pairs
                    for month in months(before(of["said"], RECENT), of["said"])
                }
            return stands | both | {f"{key} undated" for key in where}, seeks | both | where
        if of["place"]:
            stands |= {f"encounter place {of['place']} {pair}" for pair in pairs}
            seeks |= {f"encounter place {of['place']} {pair} undated" for pair in pairs}
        if day(of):  # who is misread in one account may be known by the other's
            met = {f"encounter day {of['first']} {entry}" for entry in people[:_MANY]}
            met |= (
                {f"encounter day {of['first']} {' '.join(of['countries'])}"}
                if people and len(of["countries"]) > 1
                else set()
            )
            stands |= met
            seeks |= met
        for month in months(of["first"], of["last"]):
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
        if clash and planned.counted_twice(a, b, whereabouts(a, b)):
            return planned.one_plan(a, b)
        if clash and not (a["series"] == b["series"] and day(a) and day(a) == day(b)) and not _sitting(a, b):
            return veto("two sessions")
        if a["first"] is None or b["first"] is None:
            return self._undated(a, b, numbered)
        if a["last"] < b["first"] or b["last"] < a["first"]:
            if numbered and (between(a, b) <= SLACK or planned.slipped(a, b)):
                return strong(
                    0.7,
                    "one numbered session, two dates",
                    series=a["series"],
                    ordinal=a["ordinal"],
                    when=[a["first"], b["first"]],
                )
            if _sitting(a, b):
                return strong(
                    0.6, "one series in one place, days apart", series=a["series"], when=[a["first"], b["first"]]
                )
            return veto("other days")
        return self._dated(a, b, numbered)

    def _dated(self, a: Features, b: Features, numbered: bool) -> Verdict:
        """Both dated, the dates meet."""
        series = bool(a["series"]) and a["series"] == b["series"]
        worth, certain = who(a, b)
        if worth is None and not series:
            return veto("other people")
        where = whereabouts(a, b)
        if where < 0 and a["kind"] in ("visit", "address") and not series:
            return veto("other places")
        same_day = day(a) is not None and day(a) == day(b) and not (a["bounded"] or b["bounded"])
        span = max(days(a), days(b))
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
        if (
            series
            and None in (a["ordinal"], b["ordinal"])
            and (made := planned.fulfilled(a, b, where, span, YEAR)).links
        ):
            return made
        if not worth:
            return NOTHING
        all_there = worth == 1.0 and where > 0 and min(len(a["who"]), len(b["who"])) > 1
        if foreign(a, b) and not series and not (same_day and (received(a, b) or all_there)):
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
        worth, certain = who(a, b)
        if worth is None:
            return veto("other people")
        if a["first"] is None and b["first"] is None:
            if a["words"] == b["words"] and a["source"] == b["source"]:
                return strong(0.9, "one sentence in copies of one source", source=a["source"])
            return NOTHING
        vague, exact = (a, b) if a["first"] is None else (b, a)
        if (made := planned.put_off(vague, exact, certain, whereabouts(a, b))).links:
            return made
        if not (
            vague["recalled"]
            and vague["said"]
            and certain
            and day(exact)
            and a["kind"] == b["kind"]
            and not foreign(a, b)
        ):
            return NOTHING
        ago, there = since(exact["last"], vague["said"]), whereabouts(a, b) > 0
        if there and 0 <= ago <= RECALLED:
            return weak(0.5, "the meeting known there before", place=vague["place"], said=vague["said"], days=ago)
        if not vague["place"] and 0 <= ago <= RECENT:
            return weak(0.4, "the meeting known of these days", said=vague["said"], days=ago)
        return NOTHING

    def vagueness(self, of: Features) -> tuple[Any, ...]:
        return (
            of["first"] is None,
            bool(of["bounded"]),
            days(of) if of["first"] else 0,
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
        when = said(of["first"], of["last"]) or "undated"
        people = [word for _, words in of["who"][:3] for word in words]
        tail = slugged(*people, *([] if people else of["countries"]))
        return "-".join(part for part in ("encounter", when.replace("/", "-to-"), tail, base(of)[:8]) if part)

    def portrait(self, members: list[Features]) -> Portrait:
        return portrait(members, MONTH)


def _sitting(a: Features, b: Features) -> bool:
    """Whether two accounts of sessions of one series, held in one place within days, tell of one that lasted: what opened on
    Monday ended on Tuesday."""
    if (
        not a["series"]
        or a["series"] != b["series"]
        or a["kind"] != b["kind"]
        or planned.open_plan(a)
        or planned.open_plan(b)
    ):
        return False
    return bool(a["first"] and b["first"]) and whereabouts(a, b) > 0 and 0 <= between(a, b) <= LASTING


def _kin(a: Features, b: Features) -> bool:
    kinds = {a["kind"], b["kind"]}
    if kinds in ({"meeting", "forum"}, {"forum", "address"}):
        return bool(a["series"]) and a["series"] == b["series"]
    return kinds == {"meeting", "call"} and not any(of["kind"] == "meeting" and of["place"] for of in (a, b))
