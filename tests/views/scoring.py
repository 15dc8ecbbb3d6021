"""How well comparisons agree with hand alignment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from dragoman.dispatch import Dispatch
from dragoman.views.compare import Comparison, Point
from tests.views.annotated import Evidenced, dispatch_of, span_of

Place = tuple[str, int, int]


@dataclass
class Score:
    """`right`: listed points found with the right accounts and status. `listed`: how many there are. `given`: points of
    the comparison that stand on any sentence listed. `missed` and `wrong` say which, for a person."""

    right: int = 0
    listed: int = 0
    given: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    contested_right: int = 0
    contested_given: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.listed if self.listed else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def places(point: dict[str, Any], read: set[str], dispatch_of: Callable[[Evidenced], Dispatch]) -> list[Place]:
    """Where a listed point stands, in the dispatches that are read."""
    found = []
    for piece in point["told"]:
        dispatch = dispatch_of(piece)
        if dispatch.id in read:
            span = span_of(dispatch.text, piece["evidence"])
            found.append((dispatch.id, span.start, span.end))
    return found


def touches(point: Point, place: Place) -> bool:
    home, start, end = place
    return any(w.evidence.dispatch == home and w.evidence.start < end and start < w.evidence.end for w in point.told)


def add(
    score: Score,
    given: dict[str, Any],
    found: Comparison,
    dispatch_of: Callable[[Evidenced], Dispatch] = dispatch_of,
) -> None:
    """Scores one comparison. A listed point is found by a point that stands on its words in each account that tells it,
    in no other account, with its status."""
    read = {a.dispatch for a in found.accounts if a.read}
    taken: set[int] = set()
    everywhere: list[Place] = []
    for listed in given["points"]:
        where = places(listed, read, dispatch_of)
        everywhere += where
        if not where:
            continue
        score.listed += 1
        told = {home for home, _, _ in where}
        hit = next(
            (
                n
                for n, point in enumerate(found.points)
                if n not in taken
                and point.status == listed["status"]
                and {w.account for w in point.told} == told
                and all(touches(point, place) for place in where)
            ),
            None,
        )
        if hit is None:
            score.missed.append(f"{given['encounter']} {listed['id']} {listed['status']}")
        else:
            taken.add(hit)
            score.right += 1
            score.contested_right += listed["status"] == "contested"
    for n, point in enumerate(found.points):
        score.contested_given += point.status == "contested"
        if n in taken or any(touches(point, place) for place in everywhere):
            score.given += 1
            if n not in taken:
                words = " || ".join(" ".join(w.evidence.text.split())[:100] for w in point.told)
                score.wrong.append(f"{given['encounter']} {point.status} {point.speaker}: {words}")
