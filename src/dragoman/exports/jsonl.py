"""A view's table as JSON, one object a line, each whole: nothing is flattened or cut."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from dragoman.exports.table import listed
from dragoman.views.contract import as_json


def write(contract: Any, to: Path) -> int:
    """Writes the things that a contract lists and gives their number. UTF-8; what has no form in it is escaped."""
    made = listed(contract)
    with to.open("w", encoding="utf-8") as file:
        for thing in made:
            line = json.dumps(as_json(thing), ensure_ascii=False)
            file.write((line if _writable(line) else json.dumps(as_json(thing))) + "\n")
    return len(made)


def _writable(line: str) -> bool:
    try:
        line.encode()
    except UnicodeEncodeError:
        return False
    return True
