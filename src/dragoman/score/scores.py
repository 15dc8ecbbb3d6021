"""The figures: counts of each part over any number of dispatches, and what was missed or added."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

PARTS = (
    "furniture",
    "people",
    "countries",
    "offices",
    "encounters",
    "encounters_strict",
    "attribution_spans",
    "attributions",
    "acts",
    "commitments",
    "commitments_due",
    "mechanisms",
    "instruments",
    "issues",
    "formulas",
    "published",
)
"""The parts of a reading, in the order of the table."""


@dataclass(slots=True)
class Tally:
    """One part's counts: what both have, what the annotation has, what the reading has."""

    hits: int = 0
    gold: int = 0
    read: int = 0

    @property
    def precision(self) -> float:
        return self.hits / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one finding of a reading agrees with annotation. `confidence` as the reading gives it, 0 to 1."""

    dispatch: str
    part: str
    rule: str
    confidence: float
    right: bool


@dataclass(slots=True)
class Scores:
    """The figures over a number of dispatches. Only parts that occur in annotation or reading are listed. `verdicts`: one for each
    finding of the readings that names its rule."""

    dispatches: int = 0
    verdicts: list[Verdict] = field(default_factory=list)
    tallies: dict[str, Tally] = field(default_factory=lambda: {part: Tally() for part in PARTS})
    _lines: dict[str, list[str]] = field(default_factory=lambda: {part: [] for part in PARTS})

    def f1(self, part: str) -> float:
        """0 to 1; 0 where the part does not occur. KeyError for no part."""
        return self.tallies[part].f1

    def misses(self, part: str) -> list[str]:
        """One line for each thing that the reading missed (-) or added (+), by dispatch. KeyError for no part."""
        return list(self._lines[part])

    def as_json(self) -> dict[str, Any]:
        """`dispatches`, and for each part `precision`, `recall`, `f1` (four decimals), `hits`, `gold`, `read`."""
        rows = {
            part: {
                "precision": round(t.precision, 4),
                "recall": round(t.recall, 4),
                "f1": round(t.f1, 4),
                "hits": t.hits,
                "gold": t.gold,
                "read": t.read,
            }
            for part, t in self._listed()
        }
        return {"dispatches": self.dispatches, **rows}

    def table(self) -> list[str]:
        """The same as lines for a terminal, head line first."""
        head = f"{'part':20}{'F1':>8}{'prec.':>8}{'recall':>8}{'hits':>7}{'gold':>7}{'read':>7}"
        lines = [f"{head}   ({self.dispatches} dispatches)"]
        for part, t in self._listed():
            shares = "".join(f"{round(share, 4):8.3f}" for share in (t.f1, t.precision, t.recall))
            lines.append(f"{part:20}{shares}{t.hits:7}{t.gold:7}{t.read:7}")
        return lines

    def _listed(self) -> Iterator[tuple[str, Tally]]:
        return ((part, t) for part, t in self.tallies.items() if t.gold or t.read)

    def count(self, part: str, hits: int, gold: int, read: int) -> None:
        tally = self.tallies[part]
        tally.hits += hits
        tally.gold += gold
        tally.read += read

    def judge(self, part: str, name: str, item: Any, right: bool) -> None:
        """Keeps the verdict on a finding; one without a rule, such as another program's, has none."""
        if isinstance(item, Mapping) and item.get("rule"):
            self.verdicts.append(Verdict(name, part, str(item["rule"]), float(item.get("confidence", 1.0)), right))

    def miss(self, part: str, name: str, missed: Iterable[object] = (), added: Iterable[object] = ()) -> None:
        self._lines[part] += [f"- {name} {what}" for what in missed] + [f"+ {name} {what}" for what in added]
