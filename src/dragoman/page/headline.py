"""The headline of a page, and where its prose begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.evening import even
from dragoman.page.dateline import dateline
from dragoman.page.lines import Line

_SENTENCE = re.compile(r"""[.!?;。！？…]["')\]]*$|[,:"]$""")
_WORD = re.compile(r"\w[\w'-]*")
_LETTERED = re.compile(r"(?<!\w)[^\W\d_][\w'-]*")
_TURN = re.compile(r"(?:Q|A|Question|Answer)\s?[:.]\s")
_MAST = re.compile(
    r"(?:press release|for immediate release|information for the press|ministry of .{3,60}|embassy of .{3,60}|office of .{3,60}|statement|transcript|news release|media (?:note|release)|check against delivery|department of .{3,60})(?: no\.? ?[\w/-]+)?",
    re.I,
)


def count(text: str) -> int:
    """Words of a line."""
    return len(_WORD.findall(text))


def _lettered(text: str) -> int:
    """Words of a line that are no figures: a date or clock alone is no headline."""
    return len(_LETTERED.findall(text))


def is_heading(text: str) -> bool:
    """A line with no sentence's end and few words. A name set against a quotation (`Name "words"`) is one too."""
    words = count(text)
    if not 0 < words <= 28:
        return False
    if not _SENTENCE.search(text) or text.endswith("..."):
        return True
    quoted = re.fullmatch(r'[^",:.!?]{3,70}\s?"[^"]+"', text)
    return bool(quoted) and text.split('"')[0].split()[-1:] != [] and text.split('"')[0].split()[-1][0].isupper()


@dataclass(frozen=True, slots=True)
class Frame:
    """Places in a list of lines: `headline` (None where there is none), `first` and `last` line of the prose (-1 where there is no prose)."""

    headline: int | None
    first: int
    last: int


def frame(text: str, body: Sequence[Line], marked: Sequence[str | None], metadata: str | None) -> Frame:
    """Where the article stands among its lines. The headline is the carrier's own title where the text has it, else the first
    heading of five words or more before the prose (mastheads and menus are shorter), else the longest of three or more."""
    said = [line.span.of(text) for line in body]
    full = [
        i
        for i, words in enumerate(said)
        if marked[i] is None and not is_heading(words) and (count(words) > 8 or _TURN.match(words))
    ]
    first, last = (full[0], full[-1]) if full else (-1, -1)
    if metadata:
        wanted = re.sub(r"\s+", " ", even(metadata)).strip().lower()
        for i, words in enumerate(said[:20]):
            if re.sub(r"\s+", " ", words).strip().lower() == wanted:
                return Frame(i, first, last)
    best: int | None = None
    for i in range(first if first >= 0 else min(len(said), 3)):
        words = said[i]
        if (
            marked[i]
            or _lettered(words) < 3
            or not is_heading(words)
            or dateline(text, body[i].span)
            or _MAST.fullmatch(words)
        ):
            continue
        if count(words) >= 5:
            return Frame(i, first, last)
        if best is None or count(words) > count(said[best]):
            best = i
    return Frame(best, first, last)
