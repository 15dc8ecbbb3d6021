"""What the readers before this one have found on the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from dragoman.reading import (
    Attribution,
    Commitment,
    Dating,
    Encounter,
    Formula,
    Instrument,
    Issue,
    Mechanism,
    Person,
)

KINDS: dict[str, type] = {
    "dating": Dating,
    "people": Person,
    "encounters": Encounter,
    "attributions": Attribution,
    "commitments": Commitment,
    "mechanisms": Mechanism,
    "instruments": Instrument,
    "issues": Issue,
    "formulas": Formula,
}


class Found:
    """Findings by kind, in the order in which they were made."""

    def __init__(self) -> None:
        self._by_kind: dict[str, list[Any]] = defaultdict(list)

    def take(self, findings: Iterable[Any], allowed: Iterable[str]) -> None:
        """Keeps findings of the kinds that their reader declared. TypeError for any other."""
        by_type = {KINDS[kind]: kind for kind in allowed}
        for finding in findings:
            if type(finding) not in by_type:
                raise TypeError(f"a reader made a {type(finding).__name__}, which it does not declare in YIELDS")
            self._by_kind[by_type[type(finding)]].append(finding)

    @property
    def dating(self) -> Dating:
        """When the dispatch was published; empty where no reader could tell."""
        made = self._by_kind["dating"]
        return made[0] if made else Dating()

    @property
    def people(self) -> tuple[Person, ...]:
        return tuple(self._by_kind["people"])

    @property
    def encounters(self) -> tuple[Encounter, ...]:
        return tuple(self._by_kind["encounters"])

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        return tuple(self._by_kind["attributions"])

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        return tuple(self._by_kind["commitments"])

    @property
    def mechanisms(self) -> tuple[Mechanism, ...]:
        return tuple(self._by_kind["mechanisms"])

    @property
    def instruments(self) -> tuple[Instrument, ...]:
        return tuple(self._by_kind["instruments"])

    @property
    def issues(self) -> tuple[Issue, ...]:
        return tuple(self._by_kind["issues"])

    @property
    def formulas(self) -> tuple[Formula, ...]:
        return tuple(self._by_kind["formulas"])
