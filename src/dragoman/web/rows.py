"""A contract's list as a table for other programs: CSV, JSON lines, Parquet."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from typing import Any

from dragoman.errors import ExtraError
from dragoman.views.contract import Evidence, as_json, evidence_in

Row = dict[str, Any]
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "jsonl": "application/jsonl; charset=utf-8",
    "parquet": "application/vnd.apache.parquet",
}


def main_list(contract: Any) -> list[Any]:
    """The things that a contract is about: its first field that holds several dataclasses, but for the dispatches that
    it cites; no items where it has none."""
    for field in dataclasses.fields(contract):
        value = getattr(contract, field.name)
        if field.name != "dispatches" and isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0]):
            return list(value)
    return []


def rows(contract: Any) -> list[Row]:
    """One row a thing: plain values as they are, what is nested as JSON, and `evidence` as the places it rests on
    (`dispatch:start-end`, with spaces)."""
    found = []
    for item in main_list(contract):
        row: Row = {}
        for field in dataclasses.fields(item):
            value = as_json(getattr(item, field.name))
            if field.name == "evidence" and isinstance(getattr(item, field.name), Evidence):
                row["text"] = value["text"]
            else:
                row[field.name] = json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else value
        row["evidence"] = " ".join(dict.fromkeys(e.reference for e in evidence_in(item)))
        found.append(row)
    return found


def as_csv(table: list[Row]) -> bytes:
    """UTF-8 with a byte order mark, which spreadsheets need; a cell that a spreadsheet would take for a formula begins
    with an apostrophe."""
    out = io.StringIO(newline="")
    if table:
        writer = csv.DictWriter(out, list(table[0]))
        writer.writeheader()
        writer.writerows({name: _cell(value) for name, value in row.items()} for row in table)
    return out.getvalue().encode("utf-8-sig", "replace")


def _cell(value: Any) -> Any:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


def as_jsonl(contract: Any) -> bytes:
    """Each thing whole, on a line of its own."""
    lines = (json.dumps(as_json(item), ensure_ascii=False) for item in main_list(contract))
    return "".join(line + "\n" for line in lines).encode("utf-8", "backslashreplace")


def as_parquet(table: list[Row]) -> bytes:
    """ExtraError where pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ModuleNotFoundError as error:
        raise ExtraError(
            "parquet", "needs packages that are not installed", "pip install 'dragoman[parquet]'"
        ) from error
    clean = [{name: _whole(value) for name, value in row.items()} for row in table]
    out = io.BytesIO()
    parquet.write_table(pyarrow.Table.from_pylist(clean), out)
    return out.getvalue()


def _whole(value: Any) -> Any:
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


def written(contract: Any, kind: str) -> bytes:
    """The contract's list in one of `KINDS`."""
    if kind == "jsonl":
        return as_jsonl(contract)
    table = rows(contract)
    return as_parquet(table) if kind == "parquet" else as_csv(table)
