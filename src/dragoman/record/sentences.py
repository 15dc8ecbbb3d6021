"""What full-text search looks through: the sentences of a dispatch's prose, and their Chinese and Japanese written as
pairs."""

from __future__ import annotations

import re

from dragoman.evening import even
from dragoman.page.dateline import dateline
from dragoman.reading import Reading
from dragoman.record.characters import searchable
from dragoman.span import Span, outside

_BLANK_LINE = re.compile(r"\n[ \t\r\f\v\u3000]*\n\s*")
_RUN = re.compile(
    r"[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f]+"
)
_LONGEST = 20_000


def prose(text: str, reading: Reading) -> list[Span]:
    """The sentences outside furniture, in order, none overlapping another: those that attributions rest on as the
    reading cut them, the headline by itself, the rest cut here. A stretch without any end is taken in pieces of 20,000 characters; an
    agency's line is none."""
    if not text:
        return []
    given: list[Span] = []
    for span in sorted({a.evidence for a in reading.attributions if a.evidence.end <= len(text)}):
        if not given or span.start >= given[-1].end:
            given.append(span)
    title = reading.title_span
    if title and title.end <= len(text) and not any(title.overlaps(span) for span in given):
        given.append(title)
    evened = even(text)
    holes = [*given, *(item.span for item in reading.furniture)]
    found = list(given)
    for part in outside(Span(0, len(text)), holes):
        at = part.start
        for gap in (*_BLANK_LINE.finditer(text, part.start, part.end), None):
            end = gap.start() if gap else part.end
            if end > at:
                found += [s for s in _pieces(evened, Span(at, end)) if not _agency_line(evened, s)]
            at = gap.end() if gap else part.end
    return sorted(found)


def _agency_line(text: str, span: Span) -> bool:
    """Whether a stretch is only the line of an agency before a story: "LIMA, Nov. 7 (Port Wire) --"."""
    line = dateline(f"{span.of(text)} ", Span(0, len(span) + 1))
    return line is not None and line.span.end >= len(span)


def _pieces(text: str, block: Span) -> list[Span]:
    from dragoman.page.sentences import sentences as cut  # brings the desks along, which reading a record does not need

    found: list[Span] = []
    for sentence in cut(text, block, ()):
        starts = range(sentence.start, sentence.end, _LONGEST)
        found += [Span(start, min(sentence.end, start + _LONGEST)) for start in starts]
    return found


def bigrams(text: str) -> str:
    """Every run of Chinese, Japanese or Korean signs as its overlapping pairs, blanks between: full-text search finds
    words in no other way. A run of one sign is given as it is."""
    shown: list[str] = []
    for run in _RUN.findall(searchable(text)):
        shown += [run[i : i + 2] for i in range(len(run) - 1)] or [run]
    return " ".join(shown)
