"""What stands near dates, so that their patterns are tried only there."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.dates.words import MONTHS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands near every date of a kind: one of some words as written (`cased`), one of some in lower case (`words`), or what an
    expression finds. Words, for looking for them costs nearly nothing."""

    cased: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    regex: re.Pattern[str] | None = None


def _initials(names: tuple[str, ...]) -> tuple[str, ...]:
    """The first three letters, as of a name and in capitals."""
    return tuple(said for name in names for said in (name[:3].title(), name[:3].upper()))


SIGNS = {
    "month": Sign(cased=_initials(MONTHS)),
    "weekday": Sign(cased=_initials(WEEKDAYS)),
    "figures": Sign(regex=re.compile(r"\d[-/.]\d{1,2}[-/.]\d")),
    "year": Sign(cased=("FY",), words=("fiscal", "financial"), regex=re.compile(r"(?:1[6-9]|2[01])\d\d")),
    "era": Sign(cased=("年", "月", "Reiwa", "Heisei", "Showa", "Taisho", "Meiji", "B.E", "BE ", "Buddhist Era", "Minguo", "Juche", "year of the Republic")),
    "season": Sign(
        words=("spring", "summer", "autumn", "fall", "winter", "quarter", "half"), regex=re.compile(r"[QH][1-4]")
    ),
    "unit": Sign(words=("day", "week", "fortnight", "month", "year")),
    "time": Sign(words=("morning", "afternoon", "evening", "night", "day", "eve", "tomorrow")),
    "ordinal": Sign(regex=re.compile(r"\d(?:st|nd|rd|th)")),
    "open": Sign(
        words=(
            "time", "date", "juncture", "moment", "opportunit", "stage", "occasion", "convenience", "earliest", "course",
            "soon", "conditions", "future",
        )
    ),
}  # fmt: skip
"""Marks by which the patterns are tried only where a date may stand."""

REACH = 72
"""Code points on either side of a sign within which its dates stand."""
