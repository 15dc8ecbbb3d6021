"""What all contracts are made of: evidence, the dispatches it stands in, how many sources there are, and JSON."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from typing import Any


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """The characters that a claim rests on: code points `start` (inclusive) to `end` (exclusive) of the dispatch's
    text, and those characters."""

    dispatch: str
    start: int
    end: int
    text: str

    @property
    def reference(self) -> str:
        """How a line of text leads to it: `dispatch:start-end`."""
        return f"{self.dispatch}:{self.start}-{self.end}"


@dataclasses.dataclass(frozen=True, slots=True)
class Source:
    """A dispatch that evidence stands in. `side`: the country whose outlet it is (ISO 3166-1 alpha-3), None where that
    is not known. `readout`: published by a government, not by press. `first_day`, `last_day`: between which it was
    published, ISO 8601, equal where the day is known. `source`: equal for dispatches that are copies of one another."""

    dispatch: str
    origin: str
    outlet: str | None
    side: str | None
    readout: bool
    title: str | None
    language: str | None
    first_day: str | None
    last_day: str | None
    source: str

    @property
    def day(self) -> str | None:
        """The day of publication, None where it is not known to the day."""
        return self.first_day if self.first_day == self.last_day else None


@dataclasses.dataclass(frozen=True, slots=True)
class Sources:
    """`independent` sources in `dispatches` dispatches: copies of one story count once."""

    independent: int
    dispatches: int

    def __str__(self) -> str:
        if self.independent == self.dispatches:
            return f"{self.dispatches} source{'' if self.dispatches == 1 else 's'}"
        plural = "" if self.independent == 1 else "s"
        return f"{self.independent} independent source{plural} of {self.dispatches} dispatches"


@dataclasses.dataclass(frozen=True, slots=True)
class Named:
    """An entry by its id and the label it is shown under."""

    entry: str
    label: str


@dataclasses.dataclass(frozen=True, slots=True)
class Conflict:
    """A fact on which dispatches differ: each value with what says so."""

    field: str
    values: tuple[ConflictValue, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class ConflictValue:
    """One of the values that dispatches give, with the spans that say so."""

    value: str
    evidence: tuple[Evidence, ...]


def as_json(contract: Any) -> Any:
    """A contract as plain JSON values: dataclasses become objects with their fields, tuples lists, days ISO 8601. An
    evidence item is exactly `{"dispatch", "start", "end", "text"}`. TypeError for what no contract may hold."""
    if contract is None or isinstance(contract, str | int | float | bool):
        return contract.value if isinstance(contract, Enum) else contract
    if names := _fields(type(contract)):
        return {name: as_json(getattr(contract, name)) for name in names}
    if isinstance(contract, date):
        return contract.isoformat()
    if isinstance(contract, Mapping):
        return {str(key): as_json(value) for key, value in contract.items()}
    if isinstance(contract, tuple | list):
        return [as_json(item) for item in contract]
    if isinstance(contract, set | frozenset):
        return sorted(as_json(item) for item in contract)
    raise TypeError(f"no contract holds a {type(contract).__name__}")


def evidence_in(contract: Any) -> list[Evidence]:
    """Every evidence item within a contract, at any depth, in order."""
    found: list[Evidence] = []
    _gather(contract, found)
    return found


def _gather(part: Any, found: list[Evidence]) -> None:
    if isinstance(part, Evidence):
        found.append(part)
        return
    inner: Iterable[Any] = ()
    if isinstance(part, tuple | list):
        inner = part
    elif names := _fields(type(part)):
        inner = [getattr(part, name) for name in names]
    elif isinstance(part, Mapping):
        inner = part.values()
    for item in inner:
        if type(item) not in _LEAVES:
            _gather(item, found)


_LEAVES = frozenset((str, int, float, bool, type(None)))
"""What most of a contract is, and holds no evidence."""
_FIELDS: dict[type, tuple[str, ...]] = {}


def _fields(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields, none for anything else; found once for each."""
    found = _FIELDS.get(kind)
    if found is None:
        is_one = dataclasses.is_dataclass(kind)
        found = _FIELDS[kind] = tuple(field.name for field in dataclasses.fields(kind)) if is_one else ()
    return found
