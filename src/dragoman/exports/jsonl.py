"""JSON, one object a line: the whole record as readings, or one view's table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from dragoman.exports.table import listed
from dragoman.record.store import Record
from dragoman.shape import shape
from dragoman.views.contract import as_json


def lines(record: Record) -> Iterator[str]:
    """One reading a line, in the shape that `dragoman read --format jsonl` prints, by dispatch id."""
    for key in record.dispatches():
        dispatch = record.dispatch(key)
        file = dispatch.origin.rpartition("/")[2] or dispatch.origin
        yield line({"file": file, **shape(dispatch, record.reading(key))})


def write(record: Record, to: Path) -> int:
    """Writes a record's readings and gives their number."""
    return _write(to, lines(record))


def write_table(contract: Any, to: Path) -> int:
    """Writes the things that a view's contract lists, each whole, and gives their number."""
    return _write(to, (line(as_json(thing)) for thing in listed(contract)))


def line(value: Any) -> str:
    """JSON on one line, letters as they are unless they have no form in UTF-8."""
    made = json.dumps(value, ensure_ascii=False)
    try:
        made.encode()
    except UnicodeEncodeError:
        return json.dumps(value)
    return made


def _write(to: Path, made: Iterable[str]) -> int:
    number = 0
    with to.open("w", encoding="utf-8", newline="\n") as file:
        for one in made:
            file.write(one + "\n")
            number += 1
    return number
