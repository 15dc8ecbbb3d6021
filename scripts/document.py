"""Writes the pages of docs/ that are made from the code: the command line's and the views' contracts.

.venv/bin/python scripts/document.py            writes them
.venv/bin/python scripts/document.py --check    status 1 where one is out of date
"""

from __future__ import annotations

import inspect
import sys
from pathlib import Path
from typing import Any

from dragoman.views.describe import contracts

ROOT = Path(__file__).parent.parent


def commands() -> str:
    """docs/cli.md: every command with its words, arguments and options."""
    from typer.main import get_command

    from dragoman.cli import app as application

    application.load()
    root: Any = get_command(application.app)
    lines = ["# The command line", "", "Made from the code by `scripts/document.py`.", "", *_words(root.help or ""), ""]
    for name, command in _flat(root, "dragoman"):
        lines += [f"## `{name}`", "", *_words(command.help or ""), ""]
        rows = [(_written(p), getattr(p, "help", None) or "") for p in command.params if p.name != "help"]
        if rows:
            lines += ["| | |", "|---|---|", *(f"| `{left}` | {right} |" for left, right in rows), ""]
    return "\n".join(lines)


def _words(text: str) -> list[str]:
    return [line.strip() for line in inspect.cleandoc(text).splitlines()]


def _written(parameter: Any) -> str:
    return ", ".join(parameter.opts) if str(parameter.opts[0]).startswith("-") else parameter.name.upper()


def _flat(group: Any, path: str) -> list[tuple[str, Any]]:
    found = []
    for name, command in group.commands.items():
        here = f"{path} {name}"
        found += _flat(command, here) if hasattr(command, "commands") else [(here, command)]
    return found


PAGES = {"docs/cli.md": commands, "docs/contracts.md": contracts}


def main() -> int:
    stale = [
        page
        for page, write in PAGES.items()
        if not (ROOT / page).is_file() or (ROOT / page).read_text(encoding="utf-8") != write()
    ]
    if "--check" in sys.argv:
        for page in stale:
            sys.stderr.write(f"{page} is out of date: run scripts/document.py\n")
        return bool(stale)
    for page in stale:
        (ROOT / page).write_text(PAGES[page](), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
