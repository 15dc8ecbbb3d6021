"""Text that is not the article, found by general signs; the packs' own lists are added to them.

Lines are judged whole: by what they say (patterns of the language pack under `furniture`), by what they are (an outlet's name, a
clock, a trail of short items), and by where they stand (a run of short unpunctuated lines at the head or the foot of a page).
Words injected into a sentence are found where a line break falls inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.desk.desk import Desk
from dragoman.desk.pattern import compiled, lowered
from dragoman.page.lines import Line
from dragoman.reading import Furniture
from dragoman.span import Span

_TRAIL = re.compile(r"(?:[^>|»›/\n]{1,40}\s*(?:>|»|›)\s*)+[^>|»›\n]{1,80}>?")
_PIPES = re.compile(r"(?:[^|·•\n]{1,40}\s*[|·•]\s*)+[^|·•\n]{1,60}")
_CLOCK = re.compile(r"\(?(?:\d{1,2}:)?\d{1,2}:\d{2}\)?(?:\s*/\s*(?:\d{1,2}:)?\d{1,2}:\d{2})?(?:\s*(?:[ap]\.?m\.?|[A-Z]{2,4}))?", re.I)
_ENDS = re.compile(r"""[.!?:;。！？…,]["')\]]*$|"$""")
_WORD = re.compile(r"\w[\w'-]*")


def _short(text: str) -> bool:
    return len(_WORD.findall(text)) <= 4 and len(text) <= 40 and not _ENDS.search(text)


def _kind(line: str, desk: Desk) -> str | None:
    """What a whole line is by its own words, None where it may be the article's."""
    low = lowered(line)
    if _CLOCK.fullmatch(line):
        return "stamp"
    if low.strip(" -|·•()[]") in desk.outlet_names:
        return "outlet"
    for entry in desk.patterns.values():
        if entry.group == "furniture" and any(
            compiled(p, entry.cased).fullmatch(line if entry.cased else low) for p in entry.patterns
        ):
            return entry.value or "notice"
    if len(line) <= 160 and not _ENDS.search(line):
        if _TRAIL.fullmatch(line):
            return "navigation"
        if _PIPES.fullmatch(line) and all(len(_WORD.findall(part)) <= 6 for part in re.split(r"[|·•]", line)):
            return "navigation"
    return None


def _runs(text: str, body: Sequence[Line], marked: Sequence[str | None]) -> Iterator[int]:
    """Lines of a menu: three or more short unpunctuated lines on end, before the first or after the last full sentence."""
    full = [i for i, line in enumerate(body) if marked[i] is None and _ENDS.search(line.span.of(text)) and len(_WORD.findall(line.span.of(text))) > 8]
    if not full:
        return
    for places in (range(full[0]), range(full[-1] + 1, len(body))):
        run: list[int] = []
        for i in [*places, -1]:
            if i >= 0 and (_short(body[i].span.of(text)) or marked[i]):
                run.append(i)
                continue
            if sum(marked[j] is None for j in run) >= 3 or (len(run) >= 3 and any(marked[j] for j in run)):
                yield from (j for j in run if marked[j] is None)
            run = []


def furniture(text: str, body: Sequence[Line], desk: Desk) -> list[Furniture]:
    """Furniture of a page in order. `text` evened; `body`: its lines."""
    kinds = [_kind(line.span.of(text), desk) for line in body]
    menu = set(_runs(text, body, kinds))
    found = [
        Furniture(line.span, kinds[i] or "navigation")
        for i, line in enumerate(body)
        if kinds[i] or i in menu
    ]
    whole = [f.span for f in found]
    for span, _, value in desk.matcher("furniture-inline").find(text):
        trimmed = span.trimmed(text)
        if trimmed and not any(w.overlaps(trimmed) for w in whole):
            found.append(Furniture(trimmed, value or "injected"))
            whole.append(trimmed)
    return sorted(found, key=lambda f: f.span)
