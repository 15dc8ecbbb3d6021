"""`demo`: the main job on the sample dispatches that ship with the package."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli import console
from dragoman.cli.entries import readable


def samples() -> list[str]:
    """The files of the sample dispatches, in order; retellings of public facts written for this project, no official text."""
    folder = Path(str(resources.files("dragoman"))) / "samples"
    return [str(f) for f in sorted(folder.iterdir()) if f.suffix in (".txt", ".html", ".pdf", ".xml")]


def demo(
    to: Annotated[
        Path, typer.Option("--to", help="The folder in which the demonstration's record and brief are made.")
    ] = Path("demo"),
) -> None:
    """Read the sample dispatches into a record and show what it holds: a summary, the timeline, open commitments, a comparison of two sides' accounts, and a brief.

    Example: dragoman demo
    """
    from dragoman.exports.brief import write
    from dragoman.intake import intake
    from dragoman.record.store import Record
    from dragoman.sources.gather import Skipped, gather
    from dragoman.views.query import Query
    from dragoman.views.roll import roll

    files = samples()
    to.mkdir(parents=True, exist_ok=True)
    out = console.out()
    out.print(
        f"Reading {len(files)} sample files: retellings of public facts, written for this project and no official text."
    )
    missed: list[Skipped] = []
    with Record.open(to / "dragoman.db") as record:
        with console.progress("reading", len(files)) as advance:
            result = intake(
                record,
                readable(gather(files), missed),
                at=datetime.now(UTC),
                progress=lambda step: advance(step.dispatch.origin),
            )
        views = roll()
        _summary(record, result, out)
        _heading(out, "Timeline: the latest encounters")
        _print("timeline", views["timeline"].view(record, Query.of(until="2025-12-31", limit=8)), out)
        _heading(out, "Open and overdue commitments, as of 31 December 2025: the latest")
        for status in ("overdue", "open"):
            _print("ledger", views["ledger"].view(record, Query.of(as_of="2025-12-31", status=status, limit=4)), out)
        encounter = _contested(record, views)
        if encounter:
            _heading(out, "Two sides' accounts of one meeting")
            _print("compare", views["compare"].view(record, Query.of(entry=encounter)), out)
        write(views["brief"].view(record, Query.of(as_of="2025-12-31")), to / "brief.html")
    _heading(out, "Next")
    out.print(f"The record: {to / 'dragoman.db'} (any SQLite browser opens it)")
    out.print(f"The brief:  {(to / 'brief.html').resolve()}")
    for command in (
        f"dragoman search 'speaker:\"Wang Yi\" act:urge' --record {to / 'dragoman.db'}",
        f"dragoman calendar --record {to / 'dragoman.db'}",
    ):
        out.print(f"Try:        {command}")
    out.print(f"In a browser: dragoman serve --record {to / 'dragoman.db'}   (or `make serve`, which sets it up)")
    if sys.stdout.isatty():
        out.print(
            "Every line above leads to its characters: [dispatch:start-end], and `dragoman show ID` prints them in context."
        )


def _heading(out: Any, words: str) -> None:
    out.print()
    out.print(words, style="bold")
    out.print("─" * min(len(words), 100))


def _print(view: str, contract: Any, out: Any) -> None:
    from importlib import import_module

    import_module(f"dragoman.cli.text.{view}").render(contract, out)


def _summary(record: Any, result: Any, out: Any) -> None:
    stats = record.stats()
    known = f" ({len(result.known)} were there already)" if result.known else ""
    out.print(
        f"{stats.dispatches} dispatches from {stats.sources} independent sources{known}, {stats.first_day} to {stats.last_day}."
    )
    kinds = (
        ("encounter", "encounters"),
        ("person", "people"),
        ("mechanism", "mechanisms"),
        ("instrument", "instruments"),
        ("commitment", "commitments"),
    )
    entries = ", ".join(f"{stats.entries.get(kind, 0)} {words}" for kind, words in kinds)
    said = stats.findings.get("attribution", 0)
    out.print(f"They tell of {entries}, and hold {said} attributed sentences. Each rests on its characters.")


def _contested(record: Any, views: Any) -> str | None:
    """The encounter to compare: the one with a contested point, else the one told by most sources of both sides."""
    from dragoman.views.query import Query

    told = views["timeline"].view(record, Query.of(until="2025-12-31"))
    several = sorted(
        (e for e in told.encounters if e.sources.independent > 1), key=lambda e: (-e.sources.independent, e.entry)
    )
    for encounter in several:
        contract = views["compare"].view(record, Query.of(entry=encounter.entry))
        if any(point.status == "contested" for point in contract.points):
            return str(encounter.entry)
    return str(several[0].entry) if several else None


def register(app: typer.Typer) -> None:
    app.command()(demo)
