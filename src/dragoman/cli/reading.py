"""`read` and `score`: what dispatches say, with no record touched."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli import console

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dragoman.dispatch import Dispatch
    from dragoman.errors import ReadingError
    from dragoman.score import Scores

Desks = Annotated[
    list[str] | None,
    typer.Option(
        "--desk",
        "-d",
        help="A desk to read with, by id or folder; may be given more than once. Without it, every installed desk whose two sides occur in the dispatch.",
    ),
]
Processes = Annotated[
    int,
    typer.Option("--processes", min=1, max=64, help="Read by so many processes at a time; the outcome is the same."),
]
Texts = Annotated[Path, typer.Argument(help="A folder of dispatches, NAME.txt.", exists=True, file_okay=False)]
Gold = Annotated[Path, typer.Argument(help="A folder of their annotation, NAME.json.", exists=True, file_okay=False)]


class Format(StrEnum):
    text = "text"
    jsonl = "jsonl"


def read(
    paths: Annotated[
        list[str], typer.Argument(help="Files, folders, globs, or - for standard input.", show_default=False)
    ],
    desk: Desks = None,
    format: Annotated[
        Format,
        typer.Option(
            "--format", "-f", help="text: the dispatch with its findings marked; jsonl: one object a dispatch."
        ),
    ] = Format.text,
    least: Annotated[
        float,
        typer.Option(
            "--min-confidence",
            "--least",
            min=0,
            max=1,
            help="Hide in the text findings less sure than this (0 to 1), and say how many are hidden.",
        ),
    ] = 0.0,
    processes: Processes = 1,
) -> None:
    """Read dispatches and print what they say. Nothing is stored.

    Examples: dragoman read story.txt · dragoman read --format jsonl --processes 4 inbox/ > readings.jsonl · cat story.txt | dragoman read -
    """
    from dragoman.desk.desk import desk as check_desk
    from dragoman.readers.many import readings
    from dragoman.shape import shape
    from dragoman.sources.gather import Skipped, gather

    if desk:
        check_desk(desk)
    missed = 0
    stdin = sys.stdin.buffer.read() if "-" in paths else None

    def readable() -> Iterator[Dispatch]:
        nonlocal missed
        for item in gather(paths, stdin):
            if not isinstance(item, Skipped):
                yield item
                continue
            missed += 1
            console.err().print(f"skipped {console.printable(item.origin)}: {console.printable(item.reason)}")

    def failed(error: ReadingError) -> None:
        nonlocal missed
        missed += 1
        console.err().print(f"skipped {console.printable(str(error))}")

    with console.progress("reading") as advance:
        for item, reading in readings(readable(), desk, processes, failed=failed):
            assert reading is not None
            if format is Format.jsonl:
                console.write_line({"file": os.path.basename(item.origin) or item.origin, **shape(item, reading)})
            else:
                from dragoman.cli.text.marked import render

                render(item, reading, console.out(), least)
            advance(item.origin)
    console.skipped(missed)


def score(
    texts: Texts,
    gold: Gold,
    desk: Desks = None,
    misses: Annotated[
        str | None,
        typer.Option("--misses", help="Print what one part (attributions, people, …) missed (-) and added (+)."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Read annotated dispatches and print how well each part of the reading agrees with the annotation (precision, recall, F1).

    Examples: dragoman score texts/ gold/ · dragoman score texts/ gold/ --misses attributions
    """
    from dragoman.errors import QueryError
    from dragoman.score import PARTS

    if misses is not None and misses not in PARTS:
        raise QueryError("--misses", f"there is no part {misses!r}", f"parts are {', '.join(PARTS)}")
    result = _scored(texts, gold, desk)
    if misses:
        for line in result.misses(misses):
            console.out().print(console.printable(line))
    elif as_json:
        console.write_json(result.as_json())
    else:
        for line in result.table():
            console.out().print(line)


def calibrate(
    texts: Texts,
    gold: Gold,
    desk: Desks = None,
    to: Annotated[Path | None, typer.Option("--to", help="Write the scales there, as a file for a desk.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the table as JSON.")] = False,
) -> None:
    """Measure on annotated dispatches how far each rule's findings may be trusted. Prints, for each kind of finding, how often findings of a
    confidence were right, each dispatch judged by a fit on the others.

    Examples: dragoman calibrate texts/ gold/ · dragoman calibrate texts/ gold/ --to my-desk/reliability.yaml
    """
    from dragoman.score.calibration import fit, table, written

    verdicts = _scored(texts, gold, desk, measured=False).verdicts
    if to:
        to.write_text(written(fit(verdicts)), encoding="utf-8")
    rows = table(verdicts)
    if as_json:
        console.write_json(rows)
    else:
        console.out().print(f"{'kind':14}{'confidence':>12}{'findings':>10}{'said':>7}{'right':>7}")
        for row in rows:
            console.out().print(
                f"{row['kind']:14}{row['low']:>7.2f}-{row['high']:.2f}{row['findings']:>9}{row['said']:>7.2f}{row['right']:>7.2f}"
            )


def _scored(texts: Path, gold: Path, desk: list[str] | None, measured: bool = True) -> Scores:
    """Every annotated dispatch of a folder, read and compared. `measured` as `read` takes it."""
    from dragoman.dispatch import Dispatch
    from dragoman.errors import QueryError
    from dragoman.readers.read import read as read_dispatch
    from dragoman.score import score as score_readings
    from dragoman.shape import shape

    names = sorted(p.stem for p in gold.glob("*.json"))
    if not names:
        raise QueryError(str(gold), "holds no annotation", "name a folder with NAME.json for each NAME.txt")
    pairs = []
    with console.progress("scoring", len(names)) as advance:
        for name in names:
            path = texts / f"{name}.txt"
            if not path.is_file():
                raise QueryError(str(gold / f"{name}.json"), f"has no text {path}", "put the two under one name")
            dispatch = Dispatch(path.read_bytes().decode("utf-8", "replace"), origin=str(path))
            reading = read_dispatch(dispatch, desk, measured)
            pairs.append((name, dispatch.text, gold / f"{name}.json", shape(dispatch, reading)))
            advance(name)
    return score_readings(pairs)


def register(app: typer.Typer) -> None:
    app.command()(read)
    app.command()(score)
    app.command()(calibrate)
