"""Where the command line writes: data to standard output, everything said to a person about it to standard error."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from rich.console import Console


def _tame() -> None:
    """Lets pipes carry any character, and a closed pipe end the program quietly."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def out() -> Console:
    """For results: colour only on a terminal, no wrapping in a pipe."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    return Console(highlight=False, soft_wrap=not terminal, markup=False, emoji=False, width=None if terminal else 120)


def err() -> Console:
    """For what is said beside the results."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=not sys.stderr.isatty())


def write_json(value: Any) -> None:
    """One JSON document on standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def write_line(value: Any) -> None:
    """One JSON object a line."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")


def printable(text: str) -> str:
    """Dispatch text as a terminal may show it: control characters and direction overrides made visible, so that they do nothing."""
    return "".join(c if c in "\n\t" or (c.isprintable() and c not in _OVERRIDES) else f"\\u{ord(c):04x}" for c in text)


_OVERRIDES = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u2060\ufeff")


@contextmanager
def progress(what: str, total: int | None = None) -> Iterator[Any]:
    """A progress bar on a terminal, nothing elsewhere. Yields `advance(label)`."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield lambda _label="": None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.fields[label]}", markup=False),
        console=err(), transient=True,
    ) as bar:  # fmt: skip
        task = bar.add_task(what, total=total, label="")
        yield lambda label="": bar.update(task, advance=1, label=printable(label)[-40:])


@contextmanager
def counting(what: str) -> Iterator[Any]:
    """As `progress`, for what is counted in lots: yields `advance(number, total)`. Elsewhere than on a terminal one line says
    how many there are."""
    with progress(what) as advance:
        said = False

        def count(number: int, total: int) -> None:
            nonlocal said
            if not said and not sys.stderr.isatty():
                err().print(f"{what}: {total} to make; they are kept in the record")
            said = True
            for _ in range(number):
                advance(f"of {total}")

        yield count


def listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))


def skipped(count: int) -> None:
    """Ends the command with status 3 where something was skipped."""
    if count:
        raise typer.Exit(3)


_tame()
