"""Things of one kind as a table for other programs: CSV, JSON lines, Parquet."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from typing import Any, get_args, get_type_hints

from dragoman.errors import ExtraError
from dragoman.views.contract import Evidence, as_json, evidence_in

Row = dict[str, Any]
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
}


def offered() -> tuple[str, ...]:
    """The kinds that can be written here: Parquet takes a package of its own."""
    return tuple(kind for kind in KINDS if kind != "parquet" or find_spec("pyarrow"))


@dataclasses.dataclass(frozen=True, slots=True)
class Table:
    """`of`: the dataclass whose instances `items` are. `within`: what each is a part of, which is the column `part_of`; None for
    a table without it."""

    of: type
    items: Sequence[Any]
    within: Sequence[str] | None = None


def columns(table: Table) -> list[str]:
    """The table's columns, which it has without a row as well."""
    hints = get_type_hints(table.of)
    names = ["text" if name == "evidence" and hint is Evidence else name for name, hint in hints.items()]
    rests = ["evidence"] if "evidence" not in names and _rests(table.of) else []
    return [*([] if table.within is None else ["part_of"]), *names, *rests]


def _rests(kind: Any) -> bool:
    """Whether evidence stands anywhere in values of a type."""
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return kind is Evidence or any(_rests(hint) for hint in get_type_hints(kind).values())
    return any(_rests(part) for part in get_args(kind))


def rows(table: Table) -> Iterator[Row]:
    """One row a thing: plain values as they are, what is nested as JSON, and `evidence` as the places it rests on
    (`dispatch:start-end`, with spaces)."""
    named = columns(table)
    for number, item in enumerate(table.items):
        row: Row = {} if table.within is None else {"part_of": table.within[number]}
        for field in dataclasses.fields(item):
            value = as_json(getattr(item, field.name))
            if isinstance(getattr(item, field.name), Evidence) and field.name == "evidence":
                row["text"] = value["text"]
            else:
                row[field.name] = json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
        if "evidence" in named:
            row["evidence"] = " ".join(dict.fromkeys(e.reference for e in evidence_in(item)))
        yield {name: row[name] for name in named}


def as_csv(named: Sequence[str], listed: Sequence[Row]) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need; a cell that a spreadsheet would take for a formula begins
    with an apostrophe."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, named)
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in listed)
    return out.getvalue().encode("utf-8-sig", "replace")


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


def as_jsonl(table: Table) -> bytes:
    """Each thing whole, on a line of its own."""
    whole = [as_json(item) for item in table.items]
    if table.within is not None:
        whole = [{"part_of": home, **item} for home, item in zip(table.within, whole, strict=True)]
    lines = (json.dumps(item, ensure_ascii=False) for item in whole)
    return "".join(line + "\n" for line in lines).encode("utf-8", "backslashreplace")


def as_parquet(named: Sequence[str], listed: Sequence[Row]) -> bytes:
    """ExtraError where pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ModuleNotFoundError as error:
        raise ExtraError(
            "parquet", "needs packages that are not installed", "pip install 'dragoman[parquet]'"
        ) from error
    held = {name: [_whole(row[name]) for row in listed] for name in named}
    kinds = {
        name: pyarrow.string() if not any(v is not None for v in values) else None for name, values in held.items()
    }
    out = io.BytesIO()
    parquet.write_table(pyarrow.table({name: pyarrow.array(held[name], kinds[name]) for name in named}), out)
    return out.getvalue()


def _whole(value: Any) -> Any:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def written(table: Table, kind: str) -> bytes:
    """The table in one of `KINDS`."""
    if kind == "jsonl":
        return as_jsonl(table)
    listed = list(rows(table))
    return as_parquet(columns(table), listed) if kind == "parquet" else as_csv(columns(table), listed)
