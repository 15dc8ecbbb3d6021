"""A view's table as comma-separated values."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from dragoman.exports.table import columns, rows

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def write(contract: Any, to: Path) -> int:
    """Writes the things that a contract lists, one a row after a line of names, and gives their number. UTF-8 with a byte
    order mark, so that spreadsheets know it. Text that a spreadsheet would take for a formula has an apostrophe before
    it."""
    made = list(rows(contract))
    with to.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as file:
        writer = csv.DictWriter(file, columns(made), restval="")
        writer.writeheader()
        for row in made:
            writer.writerow({name: safe(value) for name, value in row.items()})
    return len(made)


def safe(value: object) -> object:
    """A cell's value that no spreadsheet runs, without NUL."""
    if not isinstance(value, str):
        return "" if value is None else value
    text = value.replace("\0", "\ufffd")
    return f"'{text}" if text.startswith(_RISKY) else text
