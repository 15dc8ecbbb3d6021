"""How dates are worded in English: a table of patterns, each with what a match means.

Months and weekdays must be written as names are, with a capital, so that "may" and "march" stay words. A month, year or
season alone counts only where the words around it make it a date ("in June", "by 2014", "this autumn").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.dates import meanings, reckoned
from dragoman.dates.fields import Fields, Meaning
from dragoman.dates.words import (
    DAY,
    LONG_MONTH,
    MONTH,
    NUMBER,
    SEASON,
    SHORT_WEEKDAY,
    SPELLED_DAY,
    SPELLED_ORDINALS,
    TO,
    UNIT,
    WEEKDAY,
    YEAR,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """`sign`: which of `SIGNS` a match must hold. A group `lead` in `regex` is what must stand before the date."""

    sign: str
    regex: re.Pattern[str]
    meaning: Meaning


_IN = r"(?<![\w'-])"
_OF_YEAR = r"(?:of\s+)?(?P<rel>(?i:this|next|last|the\s+same|that|the\s+following))\s+year\b(?!-)"
_BEFORE = (
    r"(?i:in|by|since|until|till|through|throughout|during|before|after|from|to|of|for|around|about|between|and|or|"
    r"late|early|mid|as\s+early\s+as|as\s+of|effective)"
)
_FRACTION = r"(?:first|second|latter|third|fourth|last|final|1st|2nd|3rd|4th)\s+(?:half|quarter|trimester)"
_WEEK_OF = (
    r"(?:first|second|third|fourth|last|final|1st|2nd|3rd|4th)\s+(?:week|weekend|fortnight|ten\s+days|few\s+days|days)"
)
_EDGE = r"beginning|start|middle|end|close|turn|rest|remainder"
_PART = (
    rf"(?P<part>(?i:early|mid|late)(?:[\s-]+(?i:in|to\s+mid)\s+|[\s-]+)"
    rf"|(?i:(?:the\s+)?(?:very\s+)?(?:{_EDGE}|{_FRACTION}|{_WEEK_OF}|month|course)\s+of)\s+(?:the\s+)?)"
)
_DAY_OF_WEEK = (
    rf"(?:(?:(?i:last|next|this(?:\s+past|\s+coming)?|coming)\s+)?(?P<w>{WEEKDAY}|{SHORT_WEEKDAY}),?\s+(?:the\s+)?)?"
)
_ITS_WEEKDAY = rf"(?:(?:{WEEKDAY}|{SHORT_WEEKDAY}),?\s+)?"
_TAIL = rf"(?:,?\s*(?:in\s+|of\s+)?(?P<y>{YEAR})|,?\s+{_OF_YEAR})?"
_MOD = r"(?P<mod>(?i:last|next|this\s+past|this\s+coming|this|the\s+same|that|past|coming|the\s+previous)\s+)"
_SEASON_MOD = r"(?P<mod>(?i:this\s+past|this\s+coming|the\s+coming|the\s+current|this|next|last|past|coming)\s+)"
_BIT = r"(?:(?i:early|late|mid)[\s-]+)?"
_NO_NAME = (
    r"(?!\s+(?:Declaration|Agreement|Statement|Communiqu|Treaty|Accord|Summit|Movement|Revolution|Incident|War|Square|"
    r"Fourth|Festival|Olympics?|Games|Paralympics?))"
)
_NO_COUNT = (
    r"(?!\s+(?:[A-Z]\w+|tons|dollars|people|yuan|yen|euros|visits?|students|percent|meters|metres|kilomet|troops|jobs))"
)
_NO_SCHOOL = r"(?!\s+(?:session|school|of|vacation|holiday|recess|camp|house|games|season|break))"
_NTH = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)"
_AFTER_NTH = (
    r"(?=\s*(?:[.,;:!?)\"\n-]|$|(?:to|and|at|in|by|when|for|with|that|as|from|but|while|local|where|after|before|he|she|"
    r"they|said|who|or|on|about|regarding|will|is|was|were|are|has|had)\b))"
)
_HELD = (
    r"summit|meeting|session|round|talks|conference|forum|gathering|visit|trip|consultations|election|vote|referendum"
)
"""What a month before it gives the time of: "the October summit"."""
_TIME = r"(?:morning|afternoon|evening|night)"
_ABOUT = (
    r"(?:(?P<about>(?i:about|around|some|nearly|almost|over|more\s+than|less\s+than|under|just|only|at\s+least|barely|"
    r"not\s+even))\s+)?"
)
_TO_BE = r"(?:\s+(?:that|which)\s+(?:are|is))?(?:\s+(?:yet|still))?\s+(?:to\s+be|being)\s+(?:\w+ly\s+)?"
_SET = r"(?:fixed|agreed|determined|decided|set|announced|confirmed|arranged|finali[sz]ed|worked\s+out|specified)"
_SOME = r"few|several|couple\s+of|some|many"
_COMING = r"coming|next|following|near|foreseeable|not\s+too\s+distant|new"
_GONE = r"last|past|previous|recent|next|coming"

_OPEN = "|".join(
    (
        r"(?:at|on|in)\s+(?:an?|the|some)\s+(?:\w+\s+)?(?:appropriate|suitable|convenient|opportune|proper|early|earliest|later|"
        r"future|favou?rable|right|due)(?:\s+(?:possible|convenient))?\s+"
        r"(?:times?|dates?|juncture|moment|opportunity|stage|occasion)(?:\s+(?:for|to)\s+both(?:\s+sides)?)?",
        r"at\s+the\s+earliest(?:\s+(?:possible\s+|convenient\s+)?(?:time|date|opportunity|convenience))?",
        r"at\s+(?:their|his|her|its|your)\s+(?:earliest\s+)?convenience",
        r"(?:on|at)\s+(?:a\s+)?(?:mutually\s+)?(?:convenient|agreed|acceptable|agreeable)\s+(?:dates?|times?)",
        rf"(?:(?:on|at)\s+)?(?:an?\s+|the\s+)?(?:exact\s+|specific\s+)?(?:dates?|times?){_TO_BE}{_SET}(?:\s+(?:up)?on)?",
        r"in\s+due\s+(?:course|time)",
        r"as\s+(?:soon|early)\s+as\s+(?:possible|practicable|feasible|conditions\s+(?:allow|permit))",
        r"(?:when|once|as)\s+conditions\s+(?:allow|permit|are\s+ripe)",
    )
)
_VAGUE_DAYS = "|".join(
    (
        rf"(?:in|over|within|during)\s+the\s+(?:{_COMING})\s+(?:(?:{_SOME})\s+)?(?:days|weeks|months|years|future)",
        rf"(?:(?:in|over|during|for|within)\s+)?the\s+(?:{_GONE})\s+(?:{_SOME}|{NUMBER})\s+{UNIT}",
        r"(?:in|over|during|for)\s+the\s+past\s+(?:day|week|month|year|decade)",
        r"(?:over|throughout|within|during)\s+the\s+(?:next|coming)\s+(?:week|month|year)|in\s+the\s+next\s+(?:month|year)",
        rf"in\s+(?:recent|coming|past)\s+{UNIT}",
        r"the\s+other\s+day|in\s+the\s+new\s+year",
    )
)
_PART_OF_FISCAL = rf"(?:(?:the\s+)?(?:end|close|beginning|start|{_FRACTION})\s+of\s+)?"
_SPAN_OF_YEARS = rf"{YEAR}(?:\s?[-/]\s?(?:20)?\d\d)?"
_FISCAL = (
    _PART_OF_FISCAL
    + "(?:"
    + "|".join(
        (
            rf"(?:the\s+)?(?:fiscal|financial|budget)\s+(?:year\s+)?(?:of\s+)?{_SPAN_OF_YEARS}",
            r"J?FY\s?'?\d\d(?:\d\d)?(?:\s?[-/]\s?(?:20)?\d\d)?",
            rf"(?:the\s+)?{_SPAN_OF_YEARS}\s+(?:fiscal|financial|budget)(?:\s+year)?",
            r"(?:(?:the|this|next|last|its|their)\s+)?(?:(?:next|current|coming|following|previous|present)\s+)?(?:fiscal|financial)\s+year(?!s)",
        )
    )
    + ")"
)


def _words(pattern: str) -> str:
    return rf"{_IN}(?i:{pattern})(?![\w-])"


def _only(kind: str) -> Meaning:
    def meaning(_: re.Match[str]) -> Fields:
        return {"kind": kind}

    return meaning


_ORDINAL_YEAR = "|".join(sorted(SPELLED_ORDINALS, key=len, reverse=True)) + r"|\d{1,3}(?:st|nd|rd|th)"
_ERAS = r"Reiwa|Heisei|Showa|Taisho|Meiji"
_ERA_YEAR = (
    rf"(?:(?i:(?:the\s+)?year\s+)?(?P<era>{_ERAS}|Minguo|Juche|B\.\s?E\.|BE)\s+(?P<n>\d{{1,4}}|gannen)"
    rf"|(?i:(?:the\s+)?(?:year\s+)?)(?P<nth>(?i:{_ORDINAL_YEAR}|\d{{1,4}}))(?:(?i:\s+year\s+of|\s+of)\s+(?:the\s+)?(?P<after>{_ERAS}|Republic(?:\s+of\s+China)?)(?:\s+era)?"
    rf"|\s+(?:B\.\s?E\.|BE|Buddhist\s+Era)))"
)
_ERA_DAY = rf"(?:(?:(?P<d>{DAY})(?:\s+of)?\s+)?(?P<m>{MONTH})(?:\s+(?P<d2>{DAY}))?(?:,|\s+of(?:\s+the)?|\s+in(?:\s+the)?)?\s+)?"
_ERA_TAIL = r"(?:\s?(?P<m>\d{1,2})\s?月(?:\s?(?P<d>\d{1,2})\s?日)?)?"

_TABLE: tuple[tuple[str, str, Meaning], ...] = (
    ("figures", r"(?<![\d.])(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)", meanings.iso),
    (
        "figures",
        r"(?<!\d[./])(?<!\d)(?P<d>\d{1,2})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<y>(?:19|20)\d\d)(?!\d)",
        meanings.figures,
    ),
    (
        "figures",
        r"(?<![\d./])(?P<d>[0-3]\d)(?P<s>[./])(?P<m>[0-1]\d)(?P=s)(?P<y>\d\d)(?![\d./]|\s?[%°])",
        meanings.figures,
    ),
    ("era", rf"(?P<era>令和|平成|昭和|大正|明治)\s?(?P<n>\d{{1,2}}|元)\s?年{_ERA_TAIL}", meanings.era),
    ("era", rf"(?P<y>\d{{4}})\s?年{_ERA_TAIL}", meanings.cjk),
    ("era", r"(?<!\d)(?P<m>\d{1,2})\s?月(?:\s?(?P<d>\d{1,2})\s?日)?", meanings.cjk),
    ("era", rf"{_IN}{_PART}?{_ERA_DAY}{_ERA_YEAR}(?![\w-])", meanings.era_day),
    (
        "month",
        rf"{_IN}{_DAY_OF_WEEK}(?P<m>{MONTH})\s*(?:the\s+)?(?P<d>{DAY})(?:,?\s+(?P<y0>{YEAR})(?=\s*(?:-|to|until)\s))?"
        rf"(?P<to>{TO}){_ITS_WEEKDAY}(?:the\s+)?(?:(?P<m2>{MONTH})\s*)?(?P<d2>{DAY}){_TAIL}",
        meanings.month_first,
    ),
    ("month", rf"{_IN}{_DAY_OF_WEEK}(?P<m>{MONTH})\s*(?:the\s+)?(?P<d>{DAY}){_TAIL}", meanings.month_first),
    (
        "month",
        rf"{_IN}{_DAY_OF_WEEK}(?P<d>{DAY})(?:(?:\s+of|\s*-)?\s*(?P<m0>{MONTH})(?:,?\s+(?P<y0>{YEAR}))?)?(?P<to>{TO})"
        rf"{_ITS_WEEKDAY}(?:the\s+)?(?P<d2>{DAY})(?:\s+of|\s*-)?\s*(?P<m>{MONTH})(?![a-z])-?{_TAIL}",
        meanings.day_first,
    ),
    (
        "month",
        rf"{_IN}{_DAY_OF_WEEK}(?P<d>{DAY})(?:\s+(?:day\s+)?of|\s*-|\.(?=\s?[A-Z]))?\s*(?P<m>{MONTH})(?![a-z])-?{_TAIL}",
        meanings.day_first,
    ),
    ("month", rf"{_IN}{_DAY_OF_WEEK}(?P<d>(?i:{SPELLED_DAY}))\s+of\s+(?P<m>{LONG_MONTH})\b{_TAIL}", meanings.day_first),
    (
        "month",
        rf"{_IN}{_PART}?{_MOD}?(?P<m>{MONTH})(?:(?P<to>{TO})(?P<m2>{MONTH}))?"
        rf"(?:,?\s*(?:of\s+)?(?P<y>{YEAR})|,?\s+{_OF_YEAR}){_NO_NAME}",
        meanings.month,
    ),
    ("month", rf"{_IN}{_PART}{_MOD}?(?P<m>{LONG_MONTH})(?![\w-])(?!\s+{DAY}\b){_NO_NAME}", meanings.month),
    ("month", rf"{_IN}{_MOD}(?P<m>{LONG_MONTH})(?![\w-])(?!\s+{DAY}\b)", meanings.month),
    (
        "month",
        rf"{_IN}(?P<lead>{_BEFORE}\s+)(?P<m>{LONG_MONTH})(?:(?P<to>{TO})(?P<m2>{LONG_MONTH}))?(?![\w-])"
        rf"(?!\s+(?:{DAY}\b|[A-Z])){_NO_NAME}(?!'s\s+(?:government|cabinet|party|team))",
        meanings.month,
    ),
    (
        "month",
        rf"{_IN}(?P<lead>(?i:the|this|its|his|her|their|\w+['’]s)\s+)(?P<m>{LONG_MONTH})(?=\s+(?:{_HELD})\b)",
        meanings.month,
    ),
    ("year", rf"{_IN}{_PART}(?P<y>{YEAR})(?![\w-])(?!\s+[A-Z])", meanings.year),
    (
        "year",
        rf"{_IN}(?P<lead>{_BEFORE}\s+)(?P<y>{YEAR})(?:\s?(?:-|to|/|and)\s?(?P<y2>{YEAR}|\d\d))?(?![\w-]){_NO_COUNT}",
        meanings.year,
    ),
    ("year", rf"(?<=\()(?P<y>{YEAR})(?:\s?(?:-|to)\s?(?P<y2>{YEAR}|\d\d))?(?=[);,])", meanings.year),
    ("year", r"(?<![\w'-])(?:the\s+)?(?P<y>(?:1[89]|20)\d0)s\b", meanings.decade),
    (
        "year",
        rf"{_IN}(?i:the)\s+(?:(?P<y>{YEAR})\s+(?i:season|calendar\s+year|campaign)|(?i:year)\s+(?P<named>{YEAR}))(?![\w-])",
        meanings.whole_year,
    ),
    (
        "season",
        rf"{_IN}(?P<edge>(?i:(?:the\s+)?(?:end|close)\s+of\s+))?"
        rf"(?:the\s+)?(?:(?P<said>(?i:{_FRACTION}))|(?P<letter>[QH])(?P<n>[1-4]))(?:\s+of)?"
        rf"(?:,?\s+(?P<y>{YEAR})|\s+{_OF_YEAR}|\s+the\s+year\b)?"
        r"(?!\s+(?:of|in)\s+(?:a|the|his|her|its)\b)(?!\s+(?:century|million|decade))",
        meanings.fraction,
    ),
    ("season", rf"{_IN}{_BIT}{_SEASON_MOD}(?P<season>(?i:{SEASON}))(?![\w-])", meanings.season),
    (
        "season",
        rf"{_IN}{_BIT}(?P<season>(?i:{SEASON}))(?:,?\s+(?:of\s+)?(?P<y>{YEAR})|\s+{_OF_YEAR}){_NO_NAME}",
        meanings.season,
    ),
    (
        "season",
        rf"{_IN}(?P<lead>(?i:in|by|before|until|since|during|after)\s+(?:the\s+)?{_BIT})"
        rf"(?P<season>(?:spring|summer|autumn|winter)|(?<=\bthe\s)fall)(?![\w-]){_NO_SCHOOL}",
        meanings.season,
    ),
    (
        "weekday",
        rf"{_IN}(?<!(?i:every)\s)(?<!(?i:each)\s)"
        r"(?P<mod>(?i:last|next|this\s+past|this\s+coming|this|past|coming|the\s+following|the\s+previous|that|the\s+same)\s+)?"
        rf"(?P<w>{WEEKDAY})(?:(?P<to>{TO})(?P<w2>{WEEKDAY}))?"
        r"(?:,?\s+(?:of\s+)?(?P<rel>(?i:this|next|last|that|the\s+same|the\s+following))\s+week\b)?",
        reckoned.weekday,
    ),
    ("weekday", rf"{_IN}(?<!(?i:every)\s)(?<!(?i:each)\s)(?P<w>{WEEKDAY})", reckoned.weekday),
    (
        "time",
        rf"{_IN}(?P<word>(?i:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|yesterday|tomorrow|last\s+night|"
        rf"last\s+evening|tonight|this\s+{_TIME}|earlier\s+today|later\s+today)|(?<![A-Z]\s)(?<![a-z]\s)Today|TODAY|today)\b"
        r"(?!'s\s+(?:world|era|society|age))",
        reckoned.today,
    ),
    (
        "unit",
        rf"{_IN}(?:{_PART}|(?P<pre>(?i:earlier|later)\s+))?(?:the\s+)?"
        r"(?P<mod>(?i:this|last|next|coming|upcoming|current|previous|preceding|following|same|that))\s+(?:(?i:calendar)\s+(?=year))?"
        r"(?P<unit>(?i:week|weekend|month|year|day))(?![\w-])",
        reckoned.unit,
    ),
    (
        "unit",
        rf"{_IN}(?:(?P<part>(?i:(?:the\s+)?(?:{_EDGE})\s+of))\s+the\s+(?i:week|month|year)"
        r"|(?P<short>(?i:year-end|year's\s+end|the\s+year's\s+end|month-end|the\s+end\s+of\s+year))"
        r"|(?P<out>(?i:before\s+the\s+(?:week|month|year)\s+(?:is\s+(?:out|over)|ends)))"
        r"|(?P<inside>(?i:within\s+the\s+(?:week|month|year)))"
        r"|(?i:later|earlier)(?:\s+on)?\s+in\s+the\s+(?i:day|week|month|year))(?![\w-])",
        reckoned.the_unit,
    ),
    (
        "unit",
        rf"{_IN}{_ABOUT}(?P<n>(?i:{NUMBER}|a\s+few|{_SOME}))\s+(?P<unit>(?i:{UNIT}))\s+"
        r"(?P<dir>(?i:ago|earlier|later|before|after|from\s+now|from\s+today|hence|prior))\b(?!\s+than\b)",
        reckoned.ago,
    ),
    (
        "unit",
        rf"{_IN}(?i:within)\s+(?:the\s+next\s+)?(?P<n>(?i:{NUMBER}))\s+(?P<unit>(?i:{UNIT}))\b(?!\s+of\b)",
        reckoned.within,
    ),
    ("unit", rf"{_IN}(?i:in)\s+(?P<n>(?i:{NUMBER}))\s+(?P<unit>(?i:{UNIT}))(?:'s?)?\s+time\b", reckoned.within),
    ("unit", rf"{_IN}(?P<lead>(?i:at|over|during)\s+)(?i:the\s+weekend)(?![\w-])", reckoned.weekend),
    (
        "time",
        _words(
            rf"(?:the\s+same|that(?:\s+same)?)\s+(?:day|{_TIME})"
            r"|the\s+(?:day|evening|night)\s+(?:before|after)(?!\s+(?:yesterday|tomorrow))"
            rf"|the\s+(?:previous|preceding|next|following)\s+(?:day|{_TIME})|the\s+eve\s+of"
        ),
        reckoned.anchored,
    ),
    (
        "ordinal",
        r"(?<![\w'-])(?P<lead>(?i:on|from|to|until|till|by|of|since|before|after|through|between|dated)\s+)the\s+"
        rf"(?P<d>{_NTH})(?:(?P<to>{TO})(?:the\s+)?(?P<d2>{_NTH}))?"
        rf"(?:\s+of\s+(?P<rel>(?i:this|next|last|the\s+following|that|the\s+same))\s+month)?{_AFTER_NTH}",
        meanings.of_month,
    ),
    ("open", _words(_OPEN), _only("open")),
    ("unit", _words(_VAGUE_DAYS), _only("vague")),
    ("open", _words(r"(?:in|for|within)\s+the\s+(?:near|foreseeable|not\s+too\s+distant)\s+future"), _only("vague")),
    ("year", _words(_FISCAL), meanings.fiscal),
)

RULES: tuple[Rule, ...] = tuple(Rule(sign, re.compile(pattern), meaning) for sign, pattern, meaning in _TABLE)
"""Every rule is tried; of matches that overlap the one that begins first, then the longest, stands."""
