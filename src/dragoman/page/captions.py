"""Lines that say what a picture shows, before it is known where the prose begins.

A caption names who stands where, or shows people in a pose or at a deed in the present tense, on a page whose story is told in the past."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.desk.desk import Desk
from dragoman.page.headline import count, is_heading

_WHERE = re.compile(
    r"(?:, |\()(?:(?:far|front|back|centre|center|top|bottom|upper|lower|second|third|fourth|[2-9](?:nd|rd|th)) )*(?:from (?:the )?)?"
    r"(?:left|right|cent(?:er|re))(?=[,)])|^(?=.*(?:, |\()L[,)])(?=.*(?:, |\()[RC][,)])|\((?:front |back )?row\b|^(?:From (?:left|right|L|R)\b|Left to right|L-R|L to R|Pictured|Seen here)\b"
)
"""Who is where in a picture. A single letter in brackets may be a party's: two of them tell."""
_LONG, _FULL = 60, 8
"""Words of the longest caption; words above which a line is a paragraph."""


def captions(said: Sequence[str], kinds: Sequence[str | None], desk: Desk) -> set[int]:
    """Places of the captions among the lines that are not marked yet. A pose alone tells at the story's beginning and beside
    another caption; something of the story is always left."""
    full = [i for i, words in enumerate(said) if kinds[i] is None and not is_heading(words) and count(words) > _FULL]
    found: set[int] = set()
    for i, words in enumerate(said):
        if kinds[i] is None and i and _labels(said[i - 1]) and count(words) <= _LONG and any(j != i for j in full):
            found.update((i - 1, i))
            continue
        if kinds[i] is not None or not _FULL // 2 < count(words) <= _LONG or '"' in words:
            continue
        rest = [j for j in full if j != i and j not in found]
        if len(rest) < 2:
            continue
        edge = i < rest[1] or any(kinds[j] in ("credit", "caption") for j in (i - 1, i + 1) if 0 <= j < len(said))
        if _WHERE.search(words) or (edge and any(True for _ in desk.matcher("furniture-pose").find(words))):
            found.add(i)
    return found


def _labels(line: str) -> bool:
    """A line of its own that says that a caption follows: "Image caption"."""
    return count(line) <= 2 and line.rstrip(": ").lower().endswith("caption")
