"""The pieces that dates are worded with, as regular expressions."""

from __future__ import annotations

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NUMBERS = {
    word: value
    for value, word in enumerate(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
        ],
        1,
    )
} | {
    "a": 1,
    "an": 1,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "couple": 2,
    "a couple of": 2,
    "couple of": 2,
    "fortnight": 14,
}
ORDINALS = {word: value for value, word in enumerate(["first", "second", "third", "fourth"], 1)} | {
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "last": 4, "final": 4, "latter": 2,
}  # fmt: skip
_UNITS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}
SPELLED_ORDINALS: dict[str, int] = {
    **{word: number for number, word in enumerate(_UNITS, 1)},
    **{f"{stem}ieth": value for stem, value in _TENS.items()},
    **{f"{ten}y-{word}": value + n for ten, value in _TENS.items() for n, word in enumerate(_UNITS[:9], 1)},
}
"""First to ninety-ninth in words."""
SPELLED_DAYS = {word: number for word, number in SPELLED_ORDINALS.items() if number <= 31}
"""Days of a month in words: "the fourth of June"."""
ERAS = {
    "be": -543,
    "buddhistera": -543,
    "minguo": 1911,
    "republic": 1911,
    "juche": 1911,
    "reiwa": 2018,
    "heisei": 1988,
    "showa": 1925,
    "taisho": 1911,
    "meiji": 1867,
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "大正": 1911,
    "明治": 1867,
}
"""The year before the first of each era, and of calendars that count the same years from another."""

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT|SEP|OCT|NOV|DEC)\b\.?)"
)
LONG_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DAY = (
    r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%:]|[.,]\d|-(?:day|hour|minute|year|point|member|strong|nation)"
    r"|\s?(?:%|percent|per|p\.m|a\.m|pm\b|am\b|million|billion|people|years|minutes|hours|km|points))"
)
YEAR = r"(?:1[6-9]|20|21)\d\d(?![\d%]|[.,]\d|-(?:year|page|seat|strong|member|km|mile))"
SPELLED_DAY = rf"(?:{'|'.join(sorted(SPELLED_DAYS, key=len, reverse=True))})"
TO = r"\s*(?:-|to|until|till|through|and|&)\s*"
WEEKDAY = (
    r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
    r"|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)\b(?!'s\s+[A-Z]\w+\s+(?:Party|Movement))"
)
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?"
SEASON = r"(?:spring|summer|autumn|fall|winter)"
UNIT = r"(?:day|week|fortnight|month|year)s?"
NUMBER = (
    r"(?:\d{1,3}|a couple of|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen"
    r"|twenty|thirty|forty|fifty|an?)"
)


def month(word: str) -> int:
    """1 to 12, by the first three letters."""
    low = word[:3].lower()
    return next(n for n, name in enumerate(MONTHS, 1) if name.startswith(low))


def weekday(word: str) -> int:
    """0 is Monday, by the first two letters."""
    low = word[:2].lower()
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(low))


def number(word: str) -> int:
    """A number in figures or words. KeyError for a word that is none."""
    low = " ".join(word.lower().split())
    return int(low) if low.isdigit() else NUMBERS[low]


def day(word: str) -> int:
    """The day of a month, whatever ending it has ("24th"), or in words ("twenty-fourth")."""
    return SPELLED_DAYS.get(word.lower()) or int("".join(c for c in word if c.isdigit()))
