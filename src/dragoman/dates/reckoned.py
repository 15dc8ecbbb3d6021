"""What each pattern's match says of days that are reckoned from another: weekdays, "last month", "three days later"."""

from __future__ import annotations

import re

from dragoman.dates import words as w
from dragoman.dates.fields import Fields, groups, part_of


def weekday(m: re.Match[str]) -> Fields | None:
    g = groups(m)
    mod, rel = (" ".join((g[k] or "").lower().split()) for k in ("mod", "rel"))
    fields: Fields = {"kind": "weekday", "weekday": w.weekday(g["w"])}
    if g["w2"]:
        first, last = fields["weekday"], w.weekday(g["w2"])
        if "and" in g["to"].lower() and last != (first + 1) % 7:
            return None
        fields["last_weekday"] = last
    if rel:
        fields |= {"unit": "week", "count": {"last": -1, "next": 1, "the following": 1}.get(rel, 0)}
        if rel in ("that", "the same", "the following"):
            fields["anchor"] = "back"
    elif mod in ("that", "the same", "the following", "the previous"):
        fields |= {"anchor": "back", "nth": {"the following": 1, "the previous": -1}.get(mod, 0)}
    elif mod == "this":
        fields |= {"unit": "week", "count": 0}
    elif mod in ("this past", "past"):
        fields["nth"] = -1
    elif mod in ("this coming", "coming"):
        fields["nth"] = 1
    elif mod in ("last", "next"):
        fields |= {"unit": "week", "count": -1 if mod == "last" else 1}
    return fields


def weekend(_: re.Match[str]) -> Fields:
    """ "Over the weekend": the one before or after, as the tense has it."""
    return {"kind": "weekday", "weekday": 5, "last_weekday": 6}


def today(m: re.Match[str]) -> Fields | None:
    low = " ".join(m["word"].lower().split())
    if low.startswith("the day before yesterday"):
        count = -2
    elif low.startswith("the day after tomorrow"):
        count = 2
    else:
        count = (
            -1
            if low.startswith(("yesterday", "last night", "last evening"))
            else 1
            if low.startswith("tomorrow")
            else 0
        )
    return {"kind": "frame", "unit": "day", "count": count}


def unit(m: re.Match[str]) -> Fields | None:
    g = groups(m)
    mod, unit = " ".join(g["mod"].lower().split()), m["unit"].lower()
    count = {"last": -1, "next": 1, "coming": 1, "upcoming": 1, "previous": -1, "preceding": -1, "following": 1}.get(
        mod, 0
    )
    part = part_of(g["part"]) if g["part"] else None
    if g["pre"]:
        part = g["pre"].lower().split()[0]
    fields: Fields = {"kind": "frame", "unit": unit, "count": count, "part": part}
    if unit == "weekend":
        fields |= {"unit": "week", "part": "weekend"}
    if mod in ("that", "same", "previous", "preceding", "following") or (unit == "day" and mod == "next"):
        fields["anchor"] = "back"
    if unit == "day" and mod in ("this", "last", "coming", "upcoming", "current"):
        return None
    return fields


def the_unit(m: re.Match[str]) -> Fields | None:
    """ "The end of the year", "later in the month", "year-end", "within the year"."""
    g = groups(m)
    low = " ".join(m[0].lower().split())
    unit = next(u for u in ("week", "month", "year", "day") if u in low)
    if low.startswith(("later", "earlier")):
        if unit == "day":
            return {"kind": "frame", "unit": "day", "anchor": "back"}
        return {"kind": "frame", "unit": unit, "part": low.split()[0], "anchor": "back"}
    if g["inside"]:
        return {"kind": "frame", "unit": unit}
    if g["out"]:
        return {"kind": "frame", "unit": unit, "part": "end", "bound": "before"}
    return {"kind": "frame", "unit": unit, "part": "end" if g["short"] else part_of(g["part"])}


def ago(m: re.Match[str]) -> Fields | None:
    g = groups(m)
    low = " ".join(m["n"].lower().split())
    if low in ("several", "a few", "few", "some", "many"):
        return {"kind": "vague"}
    unit, count = m["unit"].lower().rstrip("s"), w.number(m["n"])
    if unit == "fortnight":
        unit, count = "week", count * 2
    direction = " ".join(m["dir"].lower().split())
    about = " ".join((g["about"] or "").lower().split())
    loose = (
        "less"
        if about in ("less than", "under", "nearly", "almost", "barely", "not even")
        else "more"
        if about in ("more than", "over", "at least")
        else None
    )
    fields: Fields = {"kind": "frame", "unit": unit, "count": count, "loose": loose}
    if direction in ("ago", "earlier", "before", "prior"):
        fields["count"] = -count
    if direction in ("earlier", "later", "prior"):
        fields["anchor"] = "back"
    elif direction in ("after", "before"):
        fields["anchor"] = "ahead" if re.match(r"\s*[A-Za-z0-9\"]", m.string[m.end() :]) else "back"
    return fields


def within(m: re.Match[str]) -> Fields | None:
    unit, count = m["unit"].lower().rstrip("s"), w.number(m["n"])
    if unit == "fortnight":
        unit, count = "week", count * 2
    return {"kind": "frame", "unit": unit, "count": count, "bound": "within"}


def anchored(m: re.Match[str]) -> Fields | None:
    low = " ".join(m[0].lower().split())
    return {
        "kind": "frame",
        "unit": "day",
        "anchor": "back",
        "count": -1
        if re.search(r"\b(?:before|previous|eve|preceding)\b", low)
        else 1
        if re.search(r"\b(?:after|next|following)\b", low)
        else 0,
    }
