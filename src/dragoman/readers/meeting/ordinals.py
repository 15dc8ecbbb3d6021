"""Numbers of sessions: "ninth", "21st", "twenty-third"."""

from __future__ import annotations

import re

from dragoman.dates.words import SPELLED_ORDINALS

_DIGITS = re.compile(r"(\d{1,3})(?:st|nd|rd|th)\Z")
_FIRST = frozenset(("inaugural", "first-ever", "maiden"))


_ROMAN = re.compile(r"L?X{0,3}(?:IX|IV|V?I{0,3})")


def _roman(word: str) -> int | None:
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[c] for c in word]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values)) or None


def ordinal(word: str) -> int | None:
    """The number (1 to 999) that an ordinal in words or digits stands for, in any case; None for other words."""
    if word[:1] in "IVXL" and _ROMAN.fullmatch(word) and word not in ("I", "C", "D", "M", "L"):
        return _roman(word)
    low = word.lower()
    if low[:1].isdigit() and (digits := _DIGITS.match(low)):
        return int(digits[1]) or None
    return 1 if low in _FIRST else SPELLED_ORDINALS.get(low)
