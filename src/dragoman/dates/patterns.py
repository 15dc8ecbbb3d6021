"""How dates are worded in English: a table of patterns, each with what a match means.

Months and weekdays must be written as names are, with a capital, so that "may" and "march" stay words. A month, year or season alone counts
only where the words around it make it a date ("in June", "by 2014", "this autumn").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from dragoman.dates import words as w
from dragoman.dates.words import DAY, LONG_MONTH, MONTH, NUMBER, SEASON, SHORT_WEEKDAY, TO, UNIT, WEEKDAY, YEAR

Fields = dict[str, Any]
"""What a match says of its expression: values by field name, and `end` where the match is cut short."""
Builder = Callable[[re.Match[str]], Fields | None]

_IN = r"(?<![\w'-])"
_BEFORE = r"(?i:in|by|since|until|till|through|throughout|during|before|after|from|to|of|for|around|about|between|and|or|late|early|mid|as early as|as of|effective)"
_PARTS = (
    r"(?P<part>(?i:early|mid|late)(?:[\s-]+(?i:in|to\s+mid)\s+|[\s-]+)|(?i:(?:the\s+)?(?:very\s+)?(?:beginning|start|middle|end|close|turn|rest|remainder|"
    r"(?:first|second|latter|third|fourth|last|final|1st|2nd|3rd|4th)\s+(?:half|quarter|trimester))\s+of)\s+(?:the\s+)?)"
)
_WEEKDAY_FIRST = rf"(?:(?P<w>{WEEKDAY}|{SHORT_WEEKDAY}),?\s+(?:the\s+)?)?"
_TAIL = rf"(?:,?\s*(?:in\s+|of\s+)?(?P<y>{YEAR})|,?\s+(?:of\s+)?(?P<rel>(?i:this|next|last|the\s+same|that|the\s+following))\s+year\b(?!-))?"
_NO_NAME = r"(?!\s+(?:Declaration|Agreement|Statement|Communiqu|Treaty|Accord|Summit|Movement|Revolution|Incident|War|Square|Fourth|Festival|Olympics?|Games|Paralympics?))"


def part_of(said: str | None) -> str | None:
    """Which part of a month or year the words before it name."""
    if not said:
        return None
    low = " ".join(re.split(r"[\s-]+", said.lower().strip()))
    if "half" in low:
        return "h2" if re.search(r"second|latter|2nd|last|final", low) else "h1"
    if "quarter" in low:
        return f"q{next(n for word, n in w.ORDINALS.items() if word in low.split())}"
    if re.search(r"\b(?:rest|remainder)\b", low):
        return "rest"
    if re.search(r"\b(?:end|close|turn)\b", low):
        return "end"
    if low.startswith("late"):
        return "late"
    return "early" if re.match(r"(?:the )?(?:very )?(?:early|beginning|start)", low) else "mid"


def season_of(said: str) -> str:
    return "autumn" if said.lower() == "fall" else said.lower()


def _relative_year(said: str | None) -> Fields:
    if not said:
        return {}
    low = " ".join(said.lower().split())
    anchored = low in ("the same", "that", "the following")
    return {
        "unit": "year",
        "count": {"last": -1, "next": 1, "the following": 1}.get(low, 0),
        **({"anchor": "back"} if anchored else {}),
    }


def _valid(month: int | None, day: int | None) -> bool:
    return (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31)


def _iso(m: re.Match[str]) -> Fields | None:
    month, day = int(m["m"]), int(m["d"])
    return {"kind": "date", "first": (int(m["y"]), month, day)} if _valid(month, day) else None


def _figures(m: re.Match[str]) -> Fields | None:
    a, b, year = int(m["d"]), int(m["m"]), int(m["y"])
    readings = [(year, month, day) for day, month in ((a, b), (b, a)) if 1 <= month <= 12 and 1 <= day <= 31]
    if not readings:
        return None
    other = readings[-1] if len(readings) > 1 and readings[-1] != readings[0] and m["s"] == "/" else None
    return {"kind": "date", "first": readings[0], "other": other}


def _era(m: re.Match[str]) -> Fields | None:
    count = 1 if m["n"] in ("元", "gannen") else int(m["n"])
    year = w.ERAS[m["era"].lower()] + count
    month = int(m["m"]) if m["m"] else None
    day = int(m["d"]) if m["d"] else None
    return {"kind": "date", "first": (year, month, day)} if _valid(month, day) else None


def _cjk(m: re.Match[str]) -> Fields | None:
    month, day = (int(m[g]) if m[g] else None for g in ("m", "d"))
    return {"kind": "date", "first": (int(m["y"]) if m["y"] else None, month, day)} if _valid(month, day) else None


def _month_first(m: re.Match[str]) -> Fields | None:
    return _days(m, m["m"], m["m2"] or m["m"])


def _day_first(m: re.Match[str]) -> Fields | None:
    return _days(m, m["m0"] or m["m"], m["m"])


def _days(m: re.Match[str], first_month: str, last_month: str) -> Fields | None:
    year = int(m["y"]) if m["y"] else None
    first_year = int(m["y0"]) if m["y0"] else year
    first = (first_year, w.month(first_month), w.day(m["d"]))
    fields: Fields = {"kind": "date", **_relative_year(m["rel"])}
    if m["w"]:
        fields["weekday"] = w.weekday(m["w"])
    if m["d2"]:
        last = (year or first_year, w.month(last_month), w.day(m["d2"]))
        if "and" in m["to"].lower() or "&" in m["to"]:
            if first[1] != last[1] or last[2] != first[2] + 1:
                return None
        if first[1] is not None and year and not m["y0"] and last[1:] < first[1:]:
            first = (year - 1, first[1], first[2])
        fields["last"] = last
    return {**fields, "first": first}


def _month(m: re.Match[str]) -> Fields | None:
    year, mod = (int(m["y"]) if m["y"] else None), " ".join((m["mod"] or "").lower().split())
    fields: Fields = {"kind": "date", "part": part_of(m["part"]), **_relative_year(m["rel"])}
    if m["m2"]:
        first, last = w.month(m["m"]), w.month(m["m2"])
        if "and" in m["to"].lower() and last != first % 12 + 1:
            return None
        fields["last"] = (year, last, None)
        fields["first"] = (year - 1 if year and last < first else year, first, None)
    else:
        fields["first"] = (year, w.month(m["m"]), None)
    if mod and not year and not m["rel"]:
        if mod in ("this", "the current"):
            fields |= {"unit": "year", "count": 0}
        elif mod in ("that", "the same"):
            fields |= {"anchor": "back"}
        else:
            fields["nth"] = -1 if mod in ("last", "this past", "past", "the previous") else 1
    return fields


def _year(m: re.Match[str]) -> Fields | None:
    first = int(m["y"])
    fields: Fields = {"kind": "date", "first": (first, None, None), "part": part_of(m["part"])}
    if m["y2"]:
        last = int(m["y2"]) if len(m["y2"]) == 4 else first // 100 * 100 + int(m["y2"])
        if not first < last <= first + 60:
            return None
        fields["last"] = (last, None, None)
    return fields


def _decade(m: re.Match[str]) -> Fields | None:
    first = int(m["y"])
    return {"kind": "date", "first": (first, None, None), "last": (first + 9, None, None)}


def _fraction(m: re.Match[str]) -> Fields | None:
    """Halves and quarters: "the second quarter", "Q3 2024", "first half of next year"."""
    part = f"{m['letter'].lower()}{m['n']}" if m["letter"] else part_of(m["said"])
    return {"kind": "date", "part": part, "first": (int(m["y"]) if m["y"] else None, None, None), **_relative_year(m["rel"])}


def _season(m: re.Match[str]) -> Fields | None:
    mod = " ".join((m["mod"] or "").lower().split())
    fields: Fields = {"kind": "date", "part": season_of(m["season"]), "first": (int(m["y"]) if m["y"] else None, None, None)}
    fields |= _relative_year(m["rel"])
    if not m["y"] and not m["rel"]:
        if mod in ("this", "the current"):
            fields |= {"unit": "year", "count": 0}
        elif mod in ("last", "this past", "past"):
            fields["nth"] = -1
        elif mod in ("next", "this coming", "the coming", "coming"):
            fields["nth"] = 1
    return fields


def _weekday(m: re.Match[str]) -> Fields | None:
    mod, rel = (" ".join((m[g] or "").lower().split()) for g in ("mod", "rel"))
    fields: Fields = {"kind": "weekday", "weekday": w.weekday(m["w"])}
    if m["w2"]:
        first, last = fields["weekday"], w.weekday(m["w2"])
        if "and" in m["to"].lower() and last != (first + 1) % 7:
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


def _today(m: re.Match[str]) -> Fields | None:
    low = " ".join(m["word"].lower().split())
    if low.startswith("the day before yesterday"):
        count = -2
    elif low.startswith("the day after tomorrow"):
        count = 2
    else:
        count = -1 if low.startswith(("yesterday", "last night", "last evening")) else 1 if low.startswith("tomorrow") else 0
    return {"kind": "frame", "unit": "day", "count": count}


def _unit(m: re.Match[str]) -> Fields | None:
    mod, unit = " ".join(m["mod"].lower().split()), m["unit"].lower()
    count = {"last": -1, "next": 1, "coming": 1, "upcoming": 1, "previous": -1, "preceding": -1, "following": 1}.get(mod, 0)
    part = part_of(m["part"]) if m["part"] else None
    if m["pre"]:
        part = m["pre"].lower().split()[0]
    fields: Fields = {"kind": "frame", "unit": unit, "count": count, "part": part}
    if unit == "weekend":
        fields |= {"unit": "week", "part": "weekend"}
    if mod in ("that", "same", "previous", "preceding", "following") or (unit == "day" and mod == "next"):
        fields["anchor"] = "back"
    if unit == "day" and mod in ("this", "last", "coming", "upcoming", "current"):
        return None
    return fields


def _the_unit(m: re.Match[str]) -> Fields | None:
    """"The end of the year", "later in the month", "year-end"."""
    low = " ".join(m[0].lower().split())
    unit = next(u for u in ("week", "month", "year", "day") if u in low)
    if low.startswith(("later", "earlier")):
        if unit == "day":
            return {"kind": "frame", "unit": "day", "anchor": "back"}
        return {"kind": "frame", "unit": unit, "part": low.split()[0], "anchor": "back"}
    return {"kind": "frame", "unit": unit, "part": "end" if m["short"] else part_of(m["part"])}


def _ago(m: re.Match[str]) -> Fields | None:
    low = m["n"].lower()
    if low in ("several", "a few", "few", "some", "many"):
        return {"kind": "vague"}
    unit, count = m["unit"].lower().rstrip("s"), w.number(m["n"])
    if unit == "fortnight":
        unit, count = "week", count * 2
    direction = " ".join(m["dir"].lower().split())
    about = " ".join((m["about"] or "").lower().split())
    loose = "less" if about in ("less than", "under", "nearly", "almost", "barely", "not even") else "more" if about in ("more than", "over", "at least") else None
    fields: Fields = {"kind": "frame", "unit": unit, "count": count, "loose": loose}
    if direction in ("ago", "earlier", "before", "prior"):
        fields["count"] = -count
    if direction in ("earlier", "later", "prior"):
        fields["anchor"] = "back"
    elif direction in ("after", "before"):
        fields["anchor"] = "ahead" if re.match(r"\s*[A-Za-z0-9\"]", m.string[m.end() :]) else "back"
    return fields


def _within(m: re.Match[str]) -> Fields | None:
    unit, count = m["unit"].lower().rstrip("s"), w.number(m["n"])
    return {"kind": "frame", "unit": "week" if unit == "fortnight" else unit, "count": count * (2 if unit == "fortnight" else 1)}


def _anchored(m: re.Match[str]) -> Fields | None:
    low = " ".join(m[0].lower().split())
    return {
        "kind": "frame",
        "unit": "day",
        "anchor": "back",
        "count": -1 if re.search(r"\b(?:before|previous|eve|preceding)\b", low) else 1 if re.search(r"\b(?:after|next|following)\b", low) else 0,
    }


def _of_month(m: re.Match[str]) -> Fields | None:
    fields: Fields = {"kind": "date", "first": (None, None, w.day(m["d"]))}
    if m["d2"]:
        if "and" in m["to"].lower() and w.day(m["d2"]) != w.day(m["d"]) + 1:
            return None
        fields["last"] = (None, None, w.day(m["d2"]))
    if m["rel"]:
        low = " ".join(m["rel"].lower().split())
        fields |= {"unit": "month", "count": {"last": -1, "next": 1, "the following": 1}.get(low, 0)}
        if low in ("the following", "that", "the same"):
            fields["anchor"] = "back"
    return fields


_OPEN = (
    r"(?:at|on|in)\s+(?:an?|the|some)\s+(?:\w+\s+)?(?:appropriate|suitable|convenient|opportune|proper|early|earliest|later|future|favou?rable|right|due)"
    r"(?:\s+(?:possible|convenient))?\s+(?:time|times|date|dates|juncture|moment|opportunity|stage|occasion)(?:\s+(?:for|to)\s+both(?:\s+sides)?)?"
    r"|at\s+the\s+earliest\s+(?:possible\s+|convenient\s+)?(?:time|date|opportunity|convenience)|at\s+(?:their|his|her|its|your)\s+(?:earliest\s+)?convenience"
    r"|(?:on|at)\s+(?:mutually\s+)?(?:convenient|agreed|acceptable)\s+(?:dates?|times?)"
    r"|(?:on\s+|at\s+)?(?:an?\s+|the\s+)?(?:exact\s+|specific\s+)?(?:dates?|times?)\s+(?:that\s+(?:are|is)\s+|yet\s+|still\s+|which\s+(?:are|is)\s+)*(?:to\s+be|being)\s+(?:\w+ly\s+)?(?:fixed|agreed|determined|decided|set|announced|confirmed|arranged|finali[sz]ed|worked\s+out|specified)(?:\s+(?:up)?on)?"
    r"|in\s+due\s+(?:course|time)|as\s+soon\s+as\s+(?:possible|practicable|feasible|conditions\s+(?:allow|permit))|at\s+the\s+earliest|(?:when|once|as)\s+conditions\s+(?:allow|permit|are\s+ripe)"
)
_VAGUE = (
    r"(?:in|over|within|during)\s+the\s+(?:coming|next|following|near|foreseeable|not\s+too\s+distant|new)\s+(?:few\s+|several\s+|couple\s+of\s+)?(?:days?|weeks?|months?|years?|future)(?<!next\s(?=day))"
    r"|(?:in|over|during|for|within)\s+the\s+(?:last|past|previous|recent|next|coming)\s+(?:few|several|couple\s+of|some|" + NUMBER + r"|many)\s+" + UNIT
    + r"|(?:in|over)\s+the\s+(?:past|last)\s+(?:day|week|month|year|decade)|(?:the\s+)?(?:last|past|next|coming)\s+(?:few|several|" + NUMBER + r")\s+" + UNIT
    + r"|in\s+(?:recent|the\s+recent|coming|past)\s+" + UNIT + r"|(?:some|a\s+short)\s+time\s+ago|the\s+other\s+day|in\s+the\s+new\s+year"
)
_FISCAL = rf"(?:the\s+)?(?:fiscal|financial|budget)\s+(?:year\s+)?{YEAR}(?:\s?[-/]\s?\d\d(?:\d\d)?)?|FY\s?'?\d\d(?:\d\d)?(?:\s?[-/]\s?\d\d)?|(?:the\s+)?(?:(?:this|next|last|current|coming|end\s+of\s+(?:the|this))\s+)?(?:fiscal|financial)\s+year(?!s)|{YEAR}\s+(?:fiscal|financial)\s+year"

RULES: tuple[tuple[re.Pattern[str], Builder], ...] = tuple(
    (re.compile(pattern), builder)
    for pattern, builder in (
        (rf"(?<![\d.])(?P<y>{YEAR})[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})(?!\d)", _iso),
        (r"(?<!\d[./])(?<!\d)(?P<d>\d{1,2})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d)(?!\d)", _figures),
        (r"(?P<era>令和|平成|昭和|大正|明治)\s?(?P<n>\d{1,2}|元)\s?年(?:\s?(?P<m>\d{1,2})\s?月(?:\s?(?P<d>\d{1,2})\s?日)?)?", _era),
        (r"(?P<y>\d{4})\s?年(?:\s?(?P<m>\d{1,2})\s?月(?:\s?(?P<d>\d{1,2})\s?日)?)?", _cjk),
        (r"(?P<y>)(?<!\d)(?P<m>\d{1,2})\s?月(?:\s?(?P<d>\d{1,2})\s?日)?", _cjk),
        (rf"{_IN}(?P<m>)(?P<d>)(?P<era>(?i:Reiwa|Heisei|Showa|Taisho|Meiji))\s+(?P<n>\d{{1,2}}|gannen)\b", _era),
        (
            rf"{_IN}{_WEEKDAY_FIRST}(?P<m>{MONTH})\s*(?:the\s+)?(?P<d>{DAY})(?:,?\s+(?P<y0>{YEAR})(?=\s*(?:-|to|until)\s))?"
            rf"(?:(?P<to>{TO})(?:(?:the\s+)?(?:(?P<m2>{MONTH})\s*)?(?P<d2>{DAY})))?{_TAIL}",
            _month_first,
        ),
        (rf"{_IN}{_WEEKDAY_FIRST}(?P<m>{MONTH})\s*(?:the\s+)?(?P<d>{DAY})(?P<y0>)(?P<to>)(?P<m2>)(?P<d2>){_TAIL}", _month_first),
        (
            rf"{_IN}{_WEEKDAY_FIRST}(?P<d>{DAY})(?:(?:\s+of|\s*-)?\s*(?P<m0>{MONTH})(?:,?\s+(?P<y0>{YEAR}))?)?(?P<to>{TO})(?:the\s+)?(?P<d2>{DAY})"
            rf"(?:\s+of|\s*-)?\s*(?P<m>{MONTH})\b-?{_TAIL}",
            _day_first,
        ),
        (rf"{_IN}{_WEEKDAY_FIRST}(?P<d>{DAY})(?P<m0>)(?P<y0>)(?P<to>)(?P<d2>)(?:\s+of|\s*-)?\s*(?P<m>{MONTH})(?![a-z])-?{_TAIL}", _day_first),
        (
            rf"{_IN}{_PARTS}?(?P<mod>(?i:last|next|this|the\s+same|that|this\s+past|past|this\s+coming|coming|the\s+previous)\s+)?(?P<m>{MONTH})(?:(?P<to>{TO})(?P<m2>{MONTH}))?"
            rf"(?:,?\s*(?:of\s+)?(?P<y>{YEAR})|,?\s+(?:of\s+)?(?P<rel>(?i:this|next|last|the\s+same|that|the\s+following))\s+year\b(?!-)){_NO_NAME}",
            _month,
        ),
        (
            rf"{_IN}(?P<y>)(?P<rel>)(?P<to>)(?P<m2>){_PARTS}(?P<mod>(?i:last|next|this)\s+)?(?P<m>{LONG_MONTH})(?![\w-])(?!\s+{DAY}\b){_NO_NAME}",
            _month,
        ),
        (rf"{_IN}(?P<y>)(?P<rel>)(?P<part>)(?P<to>)(?P<m2>)(?P<mod>(?i:last|next|this|that|the\s+same|this\s+past|past|this\s+coming|coming)\s+)(?P<m>{LONG_MONTH})(?![\w-])(?!\s+{DAY}\b)", _month),
        (
            rf"{_IN}(?P<y>)(?P<rel>)(?P<part>)(?P<mod>)(?P<lead>{_BEFORE}\s+)(?P<m>{LONG_MONTH})(?:(?P<to>{TO})(?P<m2>{LONG_MONTH}))?(?![\w-])(?!\s+(?:{DAY}\b|[A-Z])){_NO_NAME}(?!'s\s+(?:government|cabinet|party|team))",
            _month,
        ),
        (rf"{_IN}(?P<y2>){_PARTS}(?P<y>{YEAR})(?![\w-])(?!\s+[A-Z])", _year),
        (rf"{_IN}(?P<part>)(?P<lead>{_BEFORE}\s+)(?P<y>{YEAR})(?:\s?(?:-|to|/|and)\s?(?P<y2>{YEAR}|\d\d))?(?![\w-])(?!\s+(?:[A-Z]\w+|tons|dollars|people|yuan|yen|euros|visits?|students|percent|meters|metres|kilomet))", _year),
        (rf"(?P<part>)(?<=\()(?P<y>{YEAR})(?:\s?(?:-|to)\s?(?P<y2>{YEAR}|\d\d))?(?=[);,])", _year),
        (r"(?<![\w'-])(?:the\s+)?(?P<y>(?:1[89]|20)\d0)s\b", _decade),
        (
            rf"{_IN}(?:the\s+)?(?:(?P<said>(?i:first|second|third|fourth|1st|2nd|3rd|4th|last|final|latter)\s+(?i:half|quarter))|(?P<letter>[QH])(?P<n>[1-4]))"
            rf"(?:\s+of)?(?:,?\s+(?P<y>{YEAR})|\s+(?P<rel>(?i:this|next|last|the\s+same|that|the\s+following))\s+year\b|\s+the\s+year\b)?(?!\s+(?:of|in)\s+(?:a|the|his|her|its)\b)(?!\s+(?:century|million|decade))",
            _fraction,
        ),
        (
            rf"{_IN}(?:(?i:early|late|mid)[\s-]+)?(?P<mod>(?i:this\s+past|this\s+coming|the\s+coming|this|next|last|past|coming|the\s+current)\s+)(?P<season>(?i:{SEASON}))(?P<y>)(?P<rel>)(?![\w-])",
            _season,
        ),
        (rf"{_IN}(?P<mod>)(?:(?i:early|late|mid)[\s-]+)?(?P<season>(?i:{SEASON}))(?:,?\s+(?:of\s+)?(?P<y>{YEAR})|\s+(?:of\s+)?(?P<rel>(?i:this|next|last))\s+year\b){_NO_NAME}", _season),
        (rf"{_IN}(?P<mod>)(?P<y>)(?P<rel>)(?P<lead>(?i:in|by|before|until|since|during|after)\s+(?:the\s+)?(?:(?:early|late|mid)[\s-]+)?)(?P<season>(?:spring|summer|autumn|winter)|(?<=\bthe\s)fall)(?![\w-])(?!\s+(?:session|school|of|vacation|holiday|recess|camp|house|games|season|break))", _season),
        (
            rf"{_IN}(?<!(?i:every)\s)(?<!(?i:each)\s)(?P<mod>(?i:last|next|this\s+past|this\s+coming|this|past|coming|the\s+following|the\s+previous|that|the\s+same)\s+)?(?P<w>{WEEKDAY})"
            rf"(?:(?P<to>{TO})(?P<w2>{WEEKDAY}))?(?:,?\s+(?:of\s+)?(?P<rel>(?i:this|next|last|that|the\s+same|the\s+following))\s+week\b)?",
            _weekday,
        ),
        (rf"{_IN}(?P<mod>)(?P<rel>)(?P<w2>)(?P<to>)(?P<w>{WEEKDAY})", _weekday),
        (
            rf"{_IN}(?P<word>(?i:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|yesterday|tomorrow|last\s+night|last\s+evening|tonight|this\s+(?:morning|afternoon|evening)|earlier\s+today|later\s+today)|(?<![A-Z]\s)(?<![a-z]\s)Today|TODAY|today)\b(?!'s\s+(?:world|era|society|age))",
            _today,
        ),
        (
            rf"{_IN}(?:{_PARTS}|(?P<pre>(?i:earlier|later)\s+))?(?:the\s+)?(?P<mod>(?i:this|last|next|coming|upcoming|current|previous|preceding|following|same|that))\s+(?P<unit>(?i:week|weekend|month|year|day))(?![\w-])",
            _unit,
        ),
        (rf"{_IN}(?:(?P<part>(?i:(?:the\s+)?(?:beginning|start|middle|end|close|turn|rest|remainder)\s+of))\s+the\s+(?i:week|month|year)|(?P<short>(?i:year-end|the\s+year's\s+end|month-end|the\s+end\s+of\s+year))|(?i:later|earlier)(?:\s+on)?\s+in\s+the\s+(?i:day|week|month|year))(?![\w-])", _the_unit),
        (
            rf"{_IN}(?:(?P<about>(?i:about|around|some|nearly|almost|over|more\s+than|less\s+than|under|just|only|at\s+least|barely|not\s+even))\s+)?(?P<n>(?i:{NUMBER}|several|a\s+few|few|some|many))\s+(?P<unit>(?i:{UNIT}))\s+(?P<dir>(?i:ago|earlier|later|before|after|from\s+now|from\s+today|hence|prior))\b(?!\s+than\b)",
            _ago,
        ),
        (rf"{_IN}(?:(?i:within)\s+(?:the\s+next\s+)?(?P<n>(?i:{NUMBER}))\s+(?P<unit>(?i:{UNIT})))\b(?!\s+of\b)", _within),
        (rf"{_IN}(?:(?i:in)\s+(?P<n>(?i:{NUMBER}))\s+(?P<unit>(?i:{UNIT}))'?\s+time)\b", _within),
        (rf"{_IN}(?i:the\s+same\s+(?:day|morning|afternoon|evening|night)|that\s+(?:same\s+)?(?:day|morning|afternoon|evening|night)|the\s+(?:day|evening|night)\s+(?:before|after)(?!\s+(?:yesterday|tomorrow))|the\s+(?:previous|preceding|next|following)\s+(?:day|morning|afternoon|evening|night)|(?:the|its|their)\s+eve\s+of|the\s+eve\s+of)(?![\w-])", _anchored),
        (
            rf"{_IN}(?P<lead>(?i:on|from|to|until|till|by|of|since|before|after|through|between|dated|,)\s+)the\s+(?P<d>(?:[12]?\d|3[01])(?:st|nd|rd|th))(?:(?P<to>{TO})(?:the\s+)?(?P<d2>(?:[12]?\d|3[01])(?:st|nd|rd|th)))?"
            r"(?:\s+of\s+(?P<rel>(?i:this|next|last|the\s+following|that|the\s+same))\s+month)?(?=\s*(?:[.,;:!?)\"\n-]|$|(?:to|and|at|in|by|when|for|with|that|as|from|but|while|local|where|after|before|he|she|they|said|who|or|on|about|regarding)\b))",
            _of_month,
        ),
        (_OPEN.join((rf"{_IN}(?i:", r")(?![\w-])")), lambda _: {"kind": "open"}),
        (_VAGUE.join((rf"{_IN}(?i:", r")(?![\w-])")), lambda _: {"kind": "vague"}),
        (_FISCAL.join((rf"{_IN}(?i:", r")(?![\w-])")), lambda _: {"kind": "fiscal"}),
    )
)
"""Every pattern is tried everywhere; of matches that overlap the one that begins first, then the longest, stands."""
