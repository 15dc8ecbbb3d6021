"""What each pattern's match says of a date by its day, month or year."""

from __future__ import annotations

import re

from dragoman.dates import words as w
from dragoman.dates.fields import Fields, between, groups, part_of, season_of, year_from

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""Days of the months, January first."""
_TWO_FIGURES = 50
"""Years in two figures below this are of the twenty-first century."""
_REL = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}


def _valid(month: int | None, day: int | None) -> bool:
    return (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31)


def _adjoin(first: tuple[int | None, int, int], last: tuple[int | None, int, int]) -> bool:
    """Whether one day follows the other: "3 and 4 May", "30 April and 1 May"."""
    if first[1] == last[1]:
        return last[2] == first[2] + 1
    return last[1] == first[1] % 12 + 1 and last[2] == 1 and first[2] >= _LENGTHS[first[1] - 1]


def iso(m: re.Match[str]) -> Fields | None:
    g = groups(m)
    month, day = int(m["m"]), int(g["d"])
    return {"kind": "date", "first": (int(g["y"]), month, day)} if _valid(month, day) else None


def figures(m: re.Match[str]) -> Fields | None:
    g = groups(m)
    a, b, year = int(g["d"]), int(m["m"]), int(g["y"])
    year += (2000 if year < _TWO_FIGURES else 1900) if year < 100 else 0
    readings = [(year, month, day) for day, month in ((a, b), (b, a)) if 1 <= month <= 12 and 1 <= day <= 31]
    if not readings:
        return None
    other = readings[-1] if len(readings) > 1 and readings[-1] != readings[0] and m["s"] == "/" else None
    return {"kind": "date", "first": readings[0], "other": other}


def era(m: re.Match[str]) -> Fields | None:
    g = groups(m)
    count = 1 if m["n"] in ("元", "gannen") else int(m["n"])
    year = w.ERAS[m["era"].lower()] + count
    month = int(g["m"]) if g["m"] else None
    day = int(g["d"]) if g["d"] else None
    return {"kind": "date", "first": (year, month, day)} if _valid(month, day) else None


def era_day(m: re.Match[str]) -> Fields | None:
    """A year of an era or of another calendar with the same months, with a day or month before it or none: "5 May, Reiwa 6", "2567
    B.E.", "Minguo 113", "the sixth year of Reiwa"."""
    g = groups(m)
    said = g["nth"] or g["n"]
    count = 1 if said.lower() == "gannen" else w.SPELLED_ORDINALS.get(said.lower()) or int(re.sub(r"\D", "", said))
    name = re.sub(r"[\W_]", "", g["era"] or g["after"] or "be").lower()
    month = w.month(g["m"]) if g["m"] else None
    day = w.day(g["d"] or g["d2"]) if month and (g["d"] or g["d2"]) else None
    return {
        "kind": "date",
        "part": part_of(g["part"]),
        "first": (w.ERAS["republic" if "republic" in name else name] + count, month, day),
    }


def fiscal(m: re.Match[str]) -> Fields:
    """A budget's year by its number ("fiscal 2025", "FY26", "2024-25 financial year") or counted from the present one."""
    low = " ".join(m[0].lower().split())
    years = [int(y) if len(y) == 4 else 2000 + int(y) for y in re.findall(r"\d{4}|\d\d", low)]
    part = re.match(r"(?:the )?(?:\w+ (?:half|quarter)|\w+) of ", low)
    fields: Fields = {"kind": "fiscal", "part": part_of(part[0]) if part else None}
    if years:
        fields["first"] = (years[0], None, None)
        if len(years) > 1:
            fields["last"] = (years[1], None, None)
        return fields
    said = next((word for word in low.split() if word in _REL), "")
    return {**fields, "unit": "year", "count": _REL.get(said, 0)}


def cjk(m: re.Match[str]) -> Fields | None:
    g = groups(m)
    month, day = (int(g[k]) if g[k] else None for k in ("m", "d"))
    return {"kind": "date", "first": (int(g["y"]) if g["y"] else None, month, day)} if _valid(month, day) else None


def month_first(m: re.Match[str]) -> Fields | None:
    g = groups(m)
    return days(m, m["m"], g["m2"] or m["m"])


def day_first(m: re.Match[str]) -> Fields | None:
    g = groups(m)
    return days(m, g["m0"] or m["m"], m["m"])


def days(m: re.Match[str], first_month: str, last_month: str) -> Fields | None:
    g = groups(m)
    year = int(g["y"]) if g["y"] else None
    first_year = int(g["y0"]) if g["y0"] else year
    first = (first_year, w.month(first_month), w.day(g["d"]))
    fields: Fields = {"kind": "date", **year_from(g["rel"])}
    if g["w"]:
        fields["weekday"] = w.weekday(g["w"])
    if g["d2"]:
        last = (year or first_year, w.month(last_month), w.day(g["d2"]))
        if ("and" in g["to"].lower() or "&" in g["to"]) and not (between(m) or _adjoin(first, last)):
            return None
        if first[1] is not None and year and not g["y0"] and last[1:] < first[1:]:
            first = (year - 1, first[1], first[2])
        fields["last"] = last
    return {**fields, "first": first}


def month(m: re.Match[str]) -> Fields | None:
    g = groups(m)
    year, mod = (int(g["y"]) if g["y"] else None), " ".join((g["mod"] or "").lower().split())
    fields: Fields = {"kind": "date", "part": part_of(g["part"]), **year_from(g["rel"])}
    if g["m2"]:
        first, last = w.month(m["m"]), w.month(g["m2"])
        if "and" in g["to"].lower() and last != first % 12 + 1 and not between(m):
            return None
        fields["last"] = (year, last, None)
        fields["first"] = (year - 1 if year and last < first else year, first, None)
    else:
        fields["first"] = (year, w.month(m["m"]), None)
    if mod and not year and not g["rel"]:
        if mod in ("this", "the current"):
            fields |= {"unit": "year", "count": 0}
        elif mod in ("that", "the same"):
            fields |= {"anchor": "back"}
        else:
            fields["nth"] = -1 if mod in ("last", "this past", "past", "the previous") else 1
    return fields


def year(m: re.Match[str]) -> Fields | None:
    g = groups(m)
    first = int(g["y"])
    fields: Fields = {"kind": "date", "first": (first, None, None), "part": part_of(g["part"])}
    if g["y2"]:
        last = int(g["y2"]) if len(g["y2"]) == 4 else first // 100 * 100 + int(g["y2"])
        if not first < last <= first + 60:
            return None
        fields["last"] = (last, None, None)
    return fields


def whole_year(m: re.Match[str]) -> Fields | None:
    """ "The 2013 season", "the year 2026"."""
    g = groups(m)
    return {"kind": "date", "first": (int(g["y"] or g["named"]), None, None)}


def decade(m: re.Match[str]) -> Fields | None:
    g = groups(m)
    first = int(g["y"])
    return {"kind": "date", "first": (first, None, None), "last": (first + 9, None, None)}


def fraction(m: re.Match[str]) -> Fields | None:
    """Halves and quarters: "the second quarter", "Q3 2024", "first half of next year"."""
    g = groups(m)
    part = f"{g['letter'].lower()}{m['n']}" if g["letter"] else part_of(g["said"])
    if g["edge"] and part:
        month = int(part[1]) * (3 if part[0] == "q" else 6)
        return {
            "kind": "date",
            "part": "end",
            "first": (int(g["y"]) if g["y"] else None, month, None),
            **year_from(g["rel"]),
        }
    return {
        "kind": "date",
        "part": part,
        "first": (int(g["y"]) if g["y"] else None, None, None),
        **year_from(g["rel"]),
    }


def season(m: re.Match[str]) -> Fields | None:
    g = groups(m)
    mod = " ".join((g["mod"] or "").lower().split())
    fields: Fields = {
        "kind": "date",
        "part": season_of(m["season"]),
        "first": (int(g["y"]) if g["y"] else None, None, None),
    }
    fields |= year_from(g["rel"])
    if not g["y"] and not g["rel"]:
        if mod in ("this", "the current"):
            fields |= {"unit": "year", "count": 0}
        elif mod in ("last", "this past", "past"):
            fields["nth"] = -1
        elif mod in ("next", "this coming", "the coming", "coming"):
            fields["nth"] = 1
    return fields


def of_month(m: re.Match[str]) -> Fields | None:
    g = groups(m)
    fields: Fields = {"kind": "date", "first": (None, None, w.day(g["d"]))}
    if g["d2"]:
        if "and" in g["to"].lower() and w.day(g["d2"]) != w.day(g["d"]) + 1 and not between(m):
            return None
        fields["last"] = (None, None, w.day(g["d2"]))
    if g["rel"]:
        low = " ".join(g["rel"].lower().split())
        fields |= {"unit": "month", "count": {"last": -1, "next": 1, "the following": 1}.get(low, 0)}
        if low in ("the following", "that", "the same"):
            fields["anchor"] = "back"
    return fields
