"""Comma-separated values: the whole record, a file a table, or one view's table."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select

from dragoman.exports.table import columns, rows
from dragoman.record import schema
from dragoman.record.kinds import KINDS
from dragoman.record.store import Record

TABLES: tuple[Table, ...] = (
    schema.dispatch, *(kind.table for kind in KINDS.values()), schema.office, schema.participant, schema.protocol,
    schema.voice, schema.furniture, schema.garble, schema.entry, schema.entry_person, schema.entry_country,
    schema.membership, schema.judgement, schema.source_group,
)  # fmt: skip
"""What of a record is written; what only matching and searching need is not."""

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def write(record: Record, folder: Path) -> int:
    """Writes each table of a record as NAME.csv into a folder, made where there is none, and gives their number. Values
    are as corrected by hand; lists and objects are JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    with record.reads() as connection:
        for table in TABLES:
            names = [c.name for c in table.columns if c.name != "sketch"]
            chosen = select(*(table.c[name] for name in names)).order_by(*table.primary_key.columns)
            found = connection.execution_options(yield_per=500).execute(chosen).mappings()
            _write(folder / f"{table.name}.csv", names, found)
    return len(TABLES)


def write_table(contract: Any, to: Path) -> int:
    """Writes the things that a view's contract lists, one a row, and gives their number."""
    made = list(rows(contract))
    _write(to, columns(made), made)
    return len(made)


def _write(to: Path, names: Sequence[str], made: Iterable[Mapping[Any, Any]]) -> None:
    """UTF-8 with a byte order mark, so that spreadsheets know it; a line of names first."""
    with to.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows([safe(row.get(name)) for name in names] for row in made)


def safe(value: object) -> object:
    """A cell that no spreadsheet runs: text that begins like a formula has an apostrophe before it. NUL is replaced."""
    if value is None:
        return ""
    if isinstance(value, list | dict):
        value = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, str):
        return value
    text = value.replace("\0", "\ufffd")
    return f"'{text}" if text.startswith(_RISKY) else text
