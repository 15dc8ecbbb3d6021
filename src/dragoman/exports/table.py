"""Any view's contract as rows of plain values: its first list of things, one row each."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.views.contract import Evidence, Named, Source, Sources, as_json

QUOTED = 3
"""Pieces of evidence that a row spells out; their number is given."""

Row = dict[str, str | int | float | bool | None]


def listed(contract: Any) -> Sequence[Any]:
    """The things that a contract lists: its first field that is a tuple of dataclasses, other than the dispatches that
    it cites. Empty where it has none."""
    for field in dataclasses.fields(contract):
        value = getattr(contract, field.name)
        if (
            isinstance(value, tuple)
            and value
            and dataclasses.is_dataclass(value[0])
            and not isinstance(value[0], Source)
        ):
            return value
    return ()


def rows(contract: Any) -> Iterator[Row]:
    """One row for each thing listed. Fields of a field are joined by a point (`first.day`); lists of words by "; ". The
    characters that it rests on stand in `evidence.N.dispatch`, `.start`, `.end`, `.text`, their number in `evidence`."""
    for thing in listed(contract):
        row: Row = {}
        cited: list[Evidence] = []
        _fill(row, "", thing, cited)
        found = list(dict.fromkeys(cited))
        row["evidence"] = len(found)
        for number, item in enumerate(found[:QUOTED], 1):
            for name in ("dispatch", "start", "end", "text"):
                row[f"evidence.{number}.{name}"] = getattr(item, name)
        yield row


def columns(made: Sequence[Row]) -> list[str]:
    """All columns of rows, in the order in which they first come, those of evidence last."""
    names = dict.fromkeys(name for row in made for name in row)
    return sorted(names, key=lambda name: (name.startswith("evidence"), name if name.startswith("evidence") else ""))


def _fill(row: Row, name: str, value: Any, cited: list[Evidence]) -> None:
    if value is None or isinstance(value, str | int | float | bool):
        row[name] = value
    elif isinstance(value, Evidence):
        cited.append(value)
    elif isinstance(value, Named):
        row[name], row[f"{name}.label"] = value.entry, value.label
    elif isinstance(value, Sources):
        row[f"{name}.independent"], row[f"{name}.dispatches"] = value.independent, value.dispatches
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            inner = f"{name}.{field.name}" if name else field.name
            _fill(row, inner, getattr(value, field.name), cited)
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            _fill(row, f"{name}.{key}", inner, cited)
    elif isinstance(value, tuple | list):
        _listing(row, name, value, cited)
    else:
        row[name] = str(as_json(value))


def _listing(row: Row, name: str, value: Sequence[Any], cited: list[Evidence]) -> None:
    words = []
    for item in value:
        if isinstance(item, str | int | float):
            words.append(str(item))
        elif isinstance(item, Named):
            words.append(item.label)
        else:
            inner: Row = {}
            _fill(inner, "", item, cited)
            said = next((v for k, v in inner.items() if k in ("name", "label", "issue", "day", "period") and v), None)
            words += [str(said)] if said else []
    if words or not any(isinstance(item, Evidence) for item in value):
        row[name] = "; ".join(words)
