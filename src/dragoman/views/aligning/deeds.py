"""What an account tells those at an encounter did and reports nobody as saying: "The two sides discussed …", "A joint
statement was signed", "The minister raised the case of …"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.desk.desk import Desk

_OPENING = r"^[^\w\"“]*(?:\(?\d{1,2}[.)]?\s+)?(?:(?P<topic>(?:on|as|regarding|concerning|turning)\b[^,.;]{2,90},\s+)|(?:after|during|in|at|earlier|later|finally|first)\b[^,.;]{0,90},\s+)?"
_BESIDE = r"(?:\s+(?:also|then|later|further|jointly|together|furthermore|briefly|once\s+more|again|both))*\s+"


@dataclass(frozen=True, slots=True)
class Deed:
    """`start` to `end`: from the verb, or what stands before it as topic, to the end of the sentence; of the whole where it
    is passive. `who`: where the
    doer's name stands; None for both sides."""

    start: int
    end: int
    who: tuple[int, int] | None


def deeds(
    text: str,
    sentences: Iterable[tuple[int, int]],
    names: Sequence[tuple[int, int]],
    taken: Sequence[tuple[int, int]],
    pack: Desk | None,
) -> Iterator[Deed]:
    """In order of the text. `names`: where people are named; `taken`: what is told already, of which nothing is told
    again."""
    if pack is None:
        return
    joint, own, passive = _patterns(pack)
    for start, end in sentences:
        if any(a < end and start < b for a, b in taken):
            continue
        if match := joint.match(text[start:end]):
            yield Deed(start + match.start("topic" if match["topic"] else "verb"), end, None)
        elif match := passive.match(text[start:end]):
            yield Deed(start + match.start("what"), end, None)
        else:
            for name in names:
                if start <= name[0] and name[1] <= end and (match := own.match(text, name[1], end)):
                    yield Deed(match.start("verb"), end, name)
                    break


@lru_cache(maxsize=16)
def _patterns(pack: Desk) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    sides, did = _any(pack.words("point-sides")), _any(pack.words("point-deeds"))
    raised, done = _any(pack.words("point-raised")), _any(pack.words("point-done"))
    return (
        re.compile(rf"{_OPENING}(?:{sides}){_BESIDE}(?P<verb>(?:{did})\b)", re.I | re.S),
        re.compile(rf"(?:,[^,]{{3,80}},)?{_BESIDE}(?P<verb>(?:{raised})\b)", re.S),
        re.compile(rf"{_OPENING}(?P<what>[^,.;\"“”]{{3,240}}?\b(?:was|were)(?:\s+also)?\s+(?:{done})\b)", re.I | re.S),
    )


def _any(phrases: Iterable[str]) -> str:
    listed = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in listed)
