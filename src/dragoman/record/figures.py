"""One number, one writing: "fifty thousand", "50,000" and "50 thousand" say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

_UNITS = "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_SMALL = {word: number for number, word in enumerate(_UNITS.split(), 2)}
_TENS = {
    word: 10 * number
    for number, word in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
_SCALES = {"hundred": 100, "thousand": 1000}
_ONE = "|".join(_SMALL)
_TEN = "|".join(_TENS)
_NUMBER = re.compile(
    rf"(?<![\w][.,])\b(?:(?P<figures>\d{{1,3}}(?:,\d{{3}})+|\d+)|(?P<tens>{_TEN})(?:[- ](?P<units>one|{_ONE}))?|(?P<small>{_ONE}))"
    r"(?P<scales>(?: (?:hundred|thousand)\b)*)(?![\w.]*\d)\b",
    re.I,
)


_DECIMAL = re.compile(r"(?<![\w.,])\d+\.\d+(?![\w.]*\d)\b")
_MILLIONS = {"million": 1e6, "billion": 1e9, "trillion": 1e12}
_GREAT = re.compile(rf" ({'|'.join(_MILLIONS)})\b", re.I)
_YEAR, _CENTURIES = 4, (1800, 2200)


def evened(text: str) -> str:
    """The text with whole numbers in figures without commas. "One" and "two" alone stay: the one is seldom a number, and the
    other mostly says who ("the two sides"). So do ordinals, and millions and more, which all write in words."""
    return _NUMBER.sub(_figures, text)


def numbers(text: str) -> Iterator[tuple[float, tuple[int, int]]]:
    """The numbers that a text tells, in figures or words, with their places: "three million", "2.5", "50,000". "One" and "two" alone
    and years are none."""
    taken = [(m.start(), m.end()) for m in _DECIMAL.finditer(text)]
    found = [(float(text[a:b]), (a, b)) for a, b in taken]
    for match in _NUMBER.finditer(text):
        said = _figures(match)
        year = match["figures"] and not match["scales"] and len(said) == _YEAR and "," not in match[0]
        if said.isdecimal() and not (year and _CENTURIES[0] < int(said) < _CENTURIES[1]):
            found.append((float(said), match.span()))
    for value, (start, end) in sorted(found, key=lambda one: one[1]):
        scale = _GREAT.match(text, end)
        yield (value * _MILLIONS[scale[1].lower()], (start, scale.end())) if scale else (value, (start, end))


def _figures(found: re.Match[str]) -> str:
    if found["figures"]:
        number = int(found["figures"].replace(",", ""))
    elif found["tens"]:
        units = (found["units"] or "").lower()
        number = _TENS[found["tens"].lower()] + (1 if units == "one" else _SMALL.get(units, 0))
    else:
        number = _SMALL[found["small"].lower()]
    if number == _SMALL["two"] and not found["scales"] and not found["figures"]:
        return found[0]
    for scale in found["scales"].lower().split():
        number *= _SCALES[scale]
    return str(number)
