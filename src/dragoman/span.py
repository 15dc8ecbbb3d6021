"""A stretch of a dispatch's text: what every finding rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Code points `start` (inclusive) to `end` (exclusive) of a dispatch's text; never empty, never negative."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def holds(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def trimmed(self, text: str) -> Span | None:
        """The span without white space at its ends, or None where nothing else is in it."""
        start, end = self.start, self.end
        while start < end and (text[start].isspace() or text[start] == "\0"):
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] == "\0"):
            end -= 1
        return Span(start, end) if start < end else None


def hull(spans: Iterable[Span]) -> Span:
    """The smallest span over all of them; ValueError where there are none."""
    listed = list(spans)
    return Span(min(s.start for s in listed), max(s.end for s in listed))


def outside(whole: Span, holes: Iterable[Span]) -> Iterator[Span]:
    """The parts of `whole` that lie in none of `holes`, in order."""
    at = whole.start
    for hole in sorted(holes):
        if hole.end <= at or hole.start >= whole.end:
            continue
        if hole.start > at:
            yield Span(at, hole.start)
        at = max(at, hole.end)
    if at < whole.end:
        yield Span(at, whole.end)
