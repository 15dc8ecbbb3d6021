"""Text that is not the article, found by general signs; the packs' own lists are added to them.

Lines are judged whole: by what they say (patterns of the language pack under `furniture`), by what they are (an outlet's name, a
clock, a trail of short items), and by where they stand (above the headline, between it and the prose, below the prose).
Words injected into a sentence are found by the packs' `furniture-inline`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.desk.desk import Desk
from dragoman.desk.pattern import lowered
from dragoman.page.dateline import dateline
from dragoman.page.headline import CLOCK, Frame, count, frame, is_heading, share
from dragoman.page.lines import Line, paragraphs
from dragoman.reading import Furniture
from dragoman.span import Span

_TRAIL = re.compile(r"(?:[^>|»›/\n]{1,40}\s*(?:>|»|›|\s/\s)\s*)+[^>|»›\n]{1,80}>?")
_PIPES = re.compile(r"(?:[^|·•\n]{1,40}\s*[|·•]\s*)+[^|·•\n]{1,60}")
_ITEMS = re.compile(r"[^\s:](?:[^\s]| (?! )){0,28}(?:(?: {2,}|\t+)[^\s:](?:[^\s]| (?! )){0,28}){2,}")
_CLOCK = re.compile(
    r"\(?(?:\d{1,2}:)?\d{1,2}:\d{2}\)?(?:\s*/\s*(?:\d{1,2}:)?\d{1,2}:\d{2})?(?:\s*(?:[ap]\.?m\.?|[A-Z]{2,4}))?", re.I
)
_CODE = re.compile(r"[\W\d_]*\d[\W\d_]*|-{2,}\s?\w{0,6}|\d{4,}[A-Z]{0,3}")
_FIELD = re.compile(r"(?:[A-Z][a-z]+ ?){1,3}: .{1,100}")
_ENDS = re.compile(r"""[.!?:;。！？…,]["')\]]*$|"$""")
_TAGS = re.compile(r"(?:[^.!?,\n]{2,40},\s*){1,12}")
_LABEL = re.compile(r"(?:[^\W\d_a-z][\w.'&-]*\s*){1,4}")
"""What closes a page below its prose: tags with a comma behind each, a section's or place's name in capitals."""
_LISTED = re.compile(r"(?:[-*•·▪◦‣]|\(?(?:\d{1,2}|[a-z])[.)])\s")
_ALIEN = 0.5
"""Share of a heading's words that the prose of the same page takes up, below which it is another story's."""
_FOOT = frozenset(("related", "share", "notice", "navigation"))


def _kind(line: str, desk: Desk) -> str | None:
    """What a whole line is by its own words, None where it may be the article's."""
    low = lowered(line)
    if _CLOCK.fullmatch(line):
        return "stamp"
    if low.strip(" -|·•()[]") in desk.outlet_names:
        return "outlet"
    if known := desk.matcher("furniture").whole(line, low):
        return known[1] or "notice"
    if len(line) <= 160 and not _ENDS.search(line):
        if _TRAIL.fullmatch(line) or _ITEMS.fullmatch(line):
            return "navigation"
        if _PIPES.fullmatch(line) and all(count(part) <= 6 for part in re.split(r"[|·•]", line)):
            return "navigation"
    return None


def _by_place(text: str, body: Sequence[Line], kinds: list[str | None], at: Frame) -> None:
    """Marks what its place on the page gives away: the masthead above a headline, fields and captions between it and the prose, tags and
    names at the foot, other stories' headlines there, whatever follows the foot's first sure furniture."""
    said = [line.span.of(text) for line in body]
    if at.headline is not None:
        for i in range(at.headline):
            if kinds[i] is None and is_heading(said[i]) and not dateline(text, body[i].span):
                kinds[i] = "navigation"
    if at.first < 0:
        return
    for i in range(at.first):
        if kinds[i] is None and i != at.headline and (_CODE.fullmatch(said[i]) or _FIELD.fullmatch(said[i])):
            kinds[i] = "stamp"
        if (
            kinds[i] == "stamp"
            and i
            and kinds[i - 1] is None
            and i - 1 != at.headline
            and at.headline is not None
            and i - 1 > at.headline
            and count(said[i - 1]) <= 3
        ):
            kinds[i - 1] = "stamp"
    _links(said, kinds, at)
    foot = False
    for i in range(at.last + 1, len(body)):
        foot = foot or kinds[i] in _FOOT
        if kinds[i] is None and (
            _CODE.fullmatch(said[i]) or (foot and (is_heading(said[i]) or _ITEMS.fullmatch(said[i])))
        ):
            kinds[i] = "related" if foot else "notice"
    for i in range(len(body) - 1, at.last, -1):
        if kinds[i] is None and (_TAGS.fullmatch(said[i]) or (count(said[i]) <= 4 and _LABEL.fullmatch(said[i]))):
            kinds[i] = "navigation"
        elif kinds[i] is None:
            break
    run: list[int] = []
    for i in [*range(at.last + 1, len(body)), -1]:
        if i >= 0 and count(said[i]) <= 4 and not _ENDS.search(said[i]):
            run.append(i)
            continue
        if len(run) >= 3:
            for j in run:
                kinds[j] = kinds[j] or "navigation"
        run = []


def _links(said: Sequence[str], kinds: list[str | None], at: Frame) -> None:
    """Marks headlines of other stories below the prose: two or more in a row, written as headlines are and not taken from the prose."""
    prose = [said[i] for i in range(at.first, at.last + 1)]
    run: list[int] = []
    for i in [*range(at.last + 1, len(said)), len(said)]:
        if i < len(said) and (kinds[i] or (is_heading(said[i]) and not _LISTED.match(said[i]))):
            run.append(i)
            continue
        others = [j for j in run if kinds[j] is None and count(said[j]) >= 5]
        if len(others) >= 2 and all(share(said[j], prose) < _ALIEN for j in others):
            for j in run:
                kinds[j] = kinds[j] or "related"
        run = []


def furniture(
    text: str, body: Sequence[Line], desk: Desk, title: str | None = None
) -> tuple[list[Furniture], list[Span], Span | None]:
    """Furniture of a page in order, its paragraphs and headings, and the headline among these (None where there is none).
    `text` evened; `body`: its lines; `title`: the carrier's own."""
    own = {line.span: kind for line in body if (kind := _kind(line.span.of(text), desk))}
    grouped = paragraphs(text, [line for line in body if line.span not in own])
    joined = [Line(Span(group[0].span.start, group[-1].span.end), group[0].gap) for group in grouped]
    inner = [span for span in own if any(line.span.covers(span) for line in joined)]
    items = sorted(
        [*joined, *(line for line in body if line.span in own and line.span not in inner)], key=lambda line: line.span
    )
    kinds = [own.get(line.span) for line in items]
    at = frame(text, items, kinds, title)
    if at.headline is not None:
        kinds[at.headline] = None
    _by_place(text, items, kinds, at)
    found = [Furniture(line.span, kind) for line, kind in zip(items, kinds, strict=True) if kind]
    found += [Furniture(span, "injected") for span in inner]
    whole = [f.span for f in found]
    for span, _, value in desk.matcher("furniture-inline").find(text):
        trimmed = span.trimmed(text)
        if trimmed and not any(w.overlaps(trimmed) for w in whole):
            found.append(Furniture(trimmed, value or "injected"))
            whole.append(trimmed)
    prose = [line.span for line, kind in zip(items, kinds, strict=True) if kind is None]
    headline = items[at.headline].span if at.headline is not None else None
    clock = CLOCK.search(headline.of(text)) if headline else None
    if headline and clock:
        found.append(Furniture(Span(headline.start + clock.start(), headline.end).trimmed(text) or headline, "stamp"))
        cut = Span(headline.start, headline.start + clock.start())
        prose[prose.index(headline)] = headline = cut
    return sorted(found, key=lambda f: f.span), prose, headline
