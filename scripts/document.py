"""Writes the pages of docs/ that are made from the code: the command line's and the views' contracts.

    .venv/bin/python scripts/document.py            writes them
    .venv/bin/python scripts/document.py --check    status 1 where one is out of date
"""

from __future__ import annotations

import dataclasses
import inspect
import sys
import typing
from pathlib import Path
from typing import Any

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


def contracts() -> str:
    """docs/contracts.md: what each view gives as `--json`, class by class, with the words of its function."""
    from dragoman.views.roll import roll

    lines = [
        "# Contracts of the views",
        "",
        "Made from the code by `scripts/document.py`. Every view is one function `(record, query) -> contract`; `--json`, the pages and the API are renderings of it.",
        'Every claim carries evidence items `{"dispatch", "start", "end", "text"}`: code points `start` (inclusive) to `end` (exclusive) of the dispatch\'s text.',
        "",
    ]
    shared: dict[str, type] = {}
    for name, view in roll().items():
        lines += [f"## {name}", "", view.help, "", *_words(view.words), ""]
        for part in _parts(view.contract):
            if part.__module__.endswith(".contract"):
                shared[part.__name__] = part
            else:
                lines += _table(part)
    lines += ["## What they share", ""]
    for part in shared.values():
        lines += _table(part)
    return "\n".join(lines)


def _table(part: type) -> list[str]:
    words = " ".join((inspect.getdoc(part) or "").split())
    hints = typing.get_type_hints(part)
    rows = [f"| `{f.name}` | {_short(hints[f.name])} |" for f in dataclasses.fields(part)]
    return [f"### {part.__name__}", "", words, "", "| field | type |", "|---|---|", *rows, ""]


def _short(hint: Any) -> str:
    arguments = typing.get_args(hint)
    if not arguments:
        return "…" if hint is Ellipsis else getattr(hint, "__name__", str(hint))
    origin = typing.get_origin(hint)
    if origin is typing.Literal:
        return " or ".join(repr(a) for a in arguments)
    inner = ", ".join(_short(a) for a in arguments if a is not Ellipsis)
    if origin in (typing.Union, type(int | str)):
        return " or ".join(_short(a).replace("NoneType", "null") for a in arguments)
    return f"list of {inner}" if origin in (tuple, list) else f"{getattr(origin, '__name__', origin)} of {inner}"


def _parts(contract: type) -> list[type]:
    """The contract's dataclasses, outermost first, each once."""
    found: dict[str, type] = {}

    def enter(hint: Any) -> None:
        for argument in typing.get_args(hint):
            enter(argument)
        if dataclasses.is_dataclass(hint) and isinstance(hint, type) and hint.__name__ not in found:
            found[hint.__name__] = hint
            for inner in typing.get_type_hints(hint).values():
                enter(inner)

    enter(contract)
    return list(found.values())


PAGES = {"docs/cli.md": commands, "docs/contracts.md": contracts}


def main() -> int:
    stale = [page for page, write in PAGES.items() if not (ROOT / page).is_file() or (ROOT / page).read_text(encoding="utf-8") != write()]
    if "--check" in sys.argv:
        for page in stale:
            sys.stderr.write(f"{page} is out of date: run scripts/document.py\n")
        return bool(stale)
    for page in stale:
        (ROOT / page).write_text(PAGES[page](), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
