"""`add`, `remove`, `verify`, `export` and the judgements by hand: what changes or checks the record."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from enum import StrEnum
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import console
from dragoman.cli.reading import Desks, Processes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from dragoman.dispatch import Dispatch
    from dragoman.sources.gather import Skipped

RecordFile = Annotated[
    Path | None,
    typer.Option(
        "--record",
        "-r",
        help="The record's file. Default: $DRAGOMAN_RECORD, else dragoman.db here.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the data as JSON.")]
Author = Annotated[
    str | None,
    typer.Option("--by", help="Who judges. Default: $DRAGOMAN_AUTHOR, else the user's name.", show_default=False),
]
Why = Annotated[str | None, typer.Option("--why", help="The reason, kept with the judgement.", show_default=False)]


def record_path(given: Path | None) -> Path:
    """The record that a command means."""
    return given or Path(os.environ.get("DRAGOMAN_RECORD") or "dragoman.db")


class Rows(StrEnum):
    jsonl = "jsonl"
    csv = "csv"


def readable(items: Iterable[Dispatch | Skipped], missed: list[Skipped]) -> Iterator[Dispatch]:
    """The dispatches among what was gathered; the rest is put into `missed`."""
    from dragoman.dispatch import Dispatch

    for item in items:
        if isinstance(item, Dispatch):
            yield item
        else:
            missed.append(item)


def _named(sources: list[str], stdin: bytes | None) -> Iterator[Dispatch | Skipped]:
    """What was named, in its order: each web address is fetched, everything else is on this machine."""
    from dragoman.fetch import is_address
    from dragoman.sources.gather import gather

    for remote, named in groupby(sources, is_address):
        if remote:
            from dragoman.fetch.fetch import fetch

            yield from fetch(named)
        else:
            yield from gather(named, stdin)


def add(
    sources: Annotated[
        list[str],
        typer.Argument(help="Files, folders, globs, web addresses, or - for standard input.", show_default=False),
    ],
    record: RecordFile = None,
    desk: Desks = None,
    processes: Processes = 1,
    as_json: AsJson = False,
) -> None:
    """Read dispatches and keep them in the record. Adding a dispatch again changes nothing; what cannot be read is named and the rest goes on.

    Examples: dragoman add inbox/ · dragoman add story.html readout.pdf --record tokyo.db · dragoman add https://www.example.org/readout · cat story.txt | dragoman add -
    """
    from dragoman.desk.desk import desk as check_desk
    from dragoman.intake import intake
    from dragoman.record.store import Record
    from dragoman.sources.gather import Skipped

    if desk:
        check_desk(desk)
    stdin = sys.stdin.buffer.read() if "-" in sources else None
    missed: list[Skipped] = []
    with Record.open(record_path(record)) as opened, console.progress("adding") as advance:
        result = intake(
            opened,
            readable(_named(sources, stdin), missed),
            desk,
            at=datetime.now(UTC),
            progress=lambda step: advance(step.dispatch.origin),
            processes=processes,
        )
    missed += map(Skipped.because, result.failed)
    if as_json:
        console.write_json(
            {
                "record": str(record_path(record)),
                "added": list(result.added),
                "again": list(result.known),
                "skipped": [{"origin": s.origin, "reason": s.reason} for s in missed],
            }
        )
    else:
        for item in missed:
            console.err().print(f"skipped {console.printable(str(item))}")
        console.out().print(
            f"{len(result.added)} dispatches added, {len(result.known)} there already, {len(missed)} skipped; record {record_path(record)}"
        )
    console.skipped(len(missed))


def remove(dispatch: Annotated[str, typer.Argument(help="A dispatch's id.")], record: RecordFile = None) -> None:
    """Take a dispatch out of the record with all that rested on it alone.

    Example: dragoman remove 3f0c9a1be27d4456
    """
    from dragoman.errors import RecordError
    from dragoman.record.store import Record

    path = record_path(record)
    with Record.open(path, create=False) as opened:
        if not opened.remove(dispatch):
            raise RecordError(str(path), f"has no dispatch {dispatch!r}", "`dragoman search` shows ids")
        opened.resolve(datetime.now(UTC))
    console.out().print(f"removed {dispatch} from {path}")


def verify(record: RecordFile = None, as_json: AsJson = False) -> None:
    """Check every span of every finding against the stored text. Status 1 where something no longer holds.

    Examples: dragoman verify · dragoman verify --record tokyo.db --json
    """
    from dragoman.record.store import Record

    path = record_path(record)
    with Record.open(path, create=False) as opened:
        result = opened.verify()
    if as_json:
        console.write_json({"record": str(path), "dispatches": result.dispatches, "findings": result.findings, "spans": result.spans, "mismatches": [
            {"dispatch": m.dispatch, "origin": m.origin, "kind": m.kind, "finding": m.finding, "start": m.start, "end": m.end, "was": m.was, "now": m.now, "reason": m.reason} for m in result.mismatches
        ]})  # fmt: skip
    else:
        for m in result.mismatches:
            where = f" [{m.start}:{m.end}]" if m.start is not None else ""
            console.out().print(
                console.printable(f"{m.kind} {m.finding or ''} in {m.dispatch} ({m.origin}){where}: {m.reason}")
            )
        console.out().print(
            f"{result.dispatches} dispatches, {result.findings} findings, {result.spans} spans checked: {len(result.mismatches)} mismatches"
        )
    if result.mismatches:
        raise typer.Exit(1)


def export(
    format: Annotated[
        Rows, typer.Argument(help="jsonl: one reading a line; csv: a folder with one table a kind of finding.")
    ],
    to: Annotated[
        Path | None,
        typer.Option(
            "--to", help="Where to write. jsonl: a file (default: standard output); csv: a folder.", show_default=False
        ),
    ] = None,
    record: RecordFile = None,
) -> None:
    """Write the whole record for other programs.

    Examples: dragoman export jsonl > record.jsonl · dragoman export csv --to tables/
    """
    from dragoman.errors import QueryError
    from dragoman.exports import csv, jsonl
    from dragoman.record.store import Record

    with Record.open(record_path(record), create=False) as opened:
        if format is Rows.jsonl:
            if to is None:
                for line in jsonl.lines(opened):
                    sys.stdout.write(line + "\n")
                return
            count = jsonl.write(opened, to)
        else:
            if to is None:
                raise QueryError("export csv", "needs a folder to write to", "add --to FOLDER")
            count = csv.write(opened, to)
    console.out().print(f"wrote {count} {'readings' if format is Rows.jsonl else 'tables'} to {to}")


def _author(given: str | None) -> str:
    import getpass

    return given or os.environ.get("DRAGOMAN_AUTHOR") or getpass.getuser()


def _judge(
    record: Path | None,
    kind: str,
    *of: str,
    author: str | None,
    why: str | None,
    correction: tuple[str, object] | None = None,
) -> None:
    from dragoman.record.store import Record

    now, author = datetime.now(UTC), _author(author)
    with Record.open(record_path(record), create=False) as opened:
        if kind == "same":
            key = opened.same(of[0], of[1], author=author, at=now, reasons=why)
        elif kind == "different":
            key = opened.different(of[0], of[1], author=author, at=now, reasons=why)
        elif kind == "accept":
            key = opened.accept(of[0], author=author, at=now, reasons=why)
        elif correction is None:
            key = opened.reject(of[0], author=author, at=now, reasons=why)
        else:
            key = opened.correct(of[0], correction[0], correction[1], author=author, at=now, reasons=why)
        opened.resolve(now)
    console.out().print(f"kept as judgement {key}; `dragoman undo {key}` takes it back")


def same(
    a: Annotated[str, typer.Argument(help="An entry's or finding's id.")],
    b: Annotated[str, typer.Argument(help="Another's.")],
    record: RecordFile = None,
    by: Author = None,
    why: Why = None,
) -> None:
    """Judge that two entries or findings are one and the same. It outranks the rules, and holds when dispatches are added or read again.

    Example: dragoman same wang-yi-8c1f lin-2b77 --why "same person, misread name"
    """
    _judge(record, "same", a, b, author=by, why=why)


def different(
    a: Annotated[str, typer.Argument(help="An entry's or finding's id.")],
    b: Annotated[str, typer.Argument(help="Another's.")],
    record: RecordFile = None,
    by: Author = None,
    why: Why = None,
) -> None:
    """Judge that two entries or findings are not the same.

    Example: dragoman different e-11aa e-22bb
    """
    _judge(record, "different", a, b, author=by, why=why)


def accept(
    finding: Annotated[str, typer.Argument(help="A finding's id.")],
    record: RecordFile = None,
    by: Author = None,
    why: Why = None,
) -> None:
    """Judge that a finding is right: whoever sees it sees that a person looked. It takes the place of an earlier rejection.

    Example: dragoman accept a-77ab --why "checked against the transcript"
    """
    _judge(record, "accept", finding, author=by, why=why)


def reject(
    finding: Annotated[str, typer.Argument(help="A finding's id.")],
    record: RecordFile = None,
    by: Author = None,
    why: Why = None,
) -> None:
    """Judge that a finding is wrong: it is kept and no longer counted.

    Example: dragoman reject a-77ab --why "the reporter's own words"
    """
    _judge(record, "reject", finding, author=by, why=why)


def correct(
    finding: Annotated[str, typer.Argument(help="A finding's id.")],
    field: Annotated[str, typer.Argument(help="A field of it, such as speaker, act, date.")],
    value: Annotated[str, typer.Argument(help="The value; JSON for lists and null.")],
    record: RecordFile = None,
    by: Author = None,
    why: Why = None,
) -> None:
    """Judge that a finding's field has another value.

    Example: dragoman correct a-77ab speaker "Wang Yi"
    """
    import json

    parsed: object = value
    if value[:1] in '[{"' or value in ("null", "true", "false") or value.lstrip("-").isdigit():
        try:
            parsed = json.loads(value)
        except json.JSONDecodeError:
            parsed = value
    _judge(record, "correct", finding, author=by, why=why, correction=(field, parsed))


def undo(judgement: Annotated[str, typer.Argument(help="A judgement's id.")], record: RecordFile = None) -> None:
    """Take a judgement back. It stays on file as revoked.

    Example: dragoman undo j-09cd
    """
    from dragoman.record.store import Record

    with Record.open(record_path(record), create=False) as opened:
        opened.revoke(judgement, at=datetime.now(UTC))
        opened.resolve(datetime.now(UTC))
    console.out().print(f"revoked {judgement}")


def register(app: typer.Typer) -> None:
    for command in (add, remove, verify, export, same, different, accept, reject, correct, undo):
        app.command()(command)
