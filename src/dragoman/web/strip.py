"""The timeline as a picture: a lane for each level, a dot for each encounter, drawn by the server as SVG without a
script or a style of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dragoman.record.levels import ORDER
from dragoman.views.encounters import EncounterEntry
from dragoman.when import When

WIDTH, LANE, LEFT, RIGHT, TOP = 1000, 34, 110, 16, 24
"""In the picture's own units; the page scales it."""
NEAR = 9
"""Dots nearer than this stand one below the other."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn of an encounter. `date`: ISO 8601. `differ`: dispatches differ on its facts. `words`: what one reads when
    pointing at it."""

    entry: str
    date: str
    level: str | None
    status: str
    differ: bool
    words: str


@dataclass(frozen=True, slots=True)
class Dot:
    """One encounter at (`x`, `y`)."""

    x: float
    y: float
    of: Drawn


@dataclass(frozen=True, slots=True)
class Lane:
    """`y`: its middle."""

    name: str
    y: float


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Strip:
    width: int
    height: float
    left: int
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]


def drawn(found: Iterable[EncounterEntry]) -> list[Drawn]:
    """Those encounters that have a date."""
    return [
        Drawn(
            one.entry, one.date, one.level, one.status, bool(one.conflicts),
            words(one.date, [p.name for p in one.participants] or one.countries, one.place, one.status,
                  one.tellings[0].evidence.text if one.tellings else ""),
        )
        for one in found if one.date
    ]  # fmt: skip


def strip(found: Iterable[Drawn]) -> Strip | None:
    """The picture of encounters; None without any whose date can be placed."""
    placed = [(when, one) for one in found if (when := _middle(one.date))]
    if not placed:
        return None
    first, last = min(day for day, _ in placed), max(day for day, _ in placed)
    since, until = date(first.year, 1, 1).toordinal(), date(last.year, 12, 31).toordinal()
    scale = (WIDTH - LEFT - RIGHT) / max(1, until - since)
    names = [*(level for level in ORDER if any(one.level == level for _, one in placed))]
    if any(one.level is None for _, one in placed):
        names.append("level not known")
    lanes = tuple(Lane(name, TOP + LANE * (number + 0.5)) for number, name in enumerate(names))
    middle = {lane.name: lane.y for lane in lanes}
    taken: dict[str, list[float]] = defaultdict(list)
    dots = []
    for day, one in sorted(placed, key=lambda pair: (pair[0], pair[1].entry)):
        lane = one.level or "level not known"
        x = LEFT + (day.toordinal() - since) * scale
        beside = sum(1 for other in taken[lane] if x - other < NEAR)
        taken[lane].append(x)
        y = middle[lane] + (0, -9, 9, -4, 4)[beside % 5]
        dots.append(Dot(round(x, 1), round(y, 1), one))
    return Strip(
        WIDTH, TOP + LANE * len(lanes) + 8, LEFT, lanes, _ticks(first.year, last.year, since, scale), tuple(dots)
    )


def _middle(text: str) -> date | None:
    try:
        when = When.parse(text)
    except ValueError:
        return None
    return date.fromordinal((when.first.toordinal() + when.last.toordinal()) // 2)


def _ticks(first: int, last: int, since: int, scale: float) -> tuple[Tick, ...]:
    step = max(1, -(-(last - first + 1) // 12))
    years = range(first, last + 1, step)
    return tuple(Tick(round(LEFT + (date(year, 1, 1).toordinal() - since) * scale, 1), str(year)) for year in years)


def words(date: str, who: Iterable[str], place: str | None, status: str, sentence: str) -> str:
    """What one reads when pointing at a dot: date, people, place and the first sentence that tells of it."""
    head = " · ".join(part for part in (date.replace("/", " to "), ", ".join(who), place, status) if part)
    return f"{head}\n{' '.join(sentence.split())[:280]}"
