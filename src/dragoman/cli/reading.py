"""`read` and `score`: what dispatches say, with no record touched."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import console

Desks = Annotated[
    list[str] | None,
    typer.Option(
        "--desk",
        "-d",
        help="A desk to read with, by id or folder; may be given more than once. Without it, every installed desk whose two sides occur in the dispatch.",
    ),
]


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
        typer.Option("--least", min=0, max=1, help="Leave out of the text findings below this confidence (0 to 1)."),
    ] = 0.0,
) -> None:
    """Read dispatches and print what they say. Nothing is stored.

    Examples: dragoman read story.txt · dragoman read --format jsonl inbox/ > readings.jsonl · cat story.txt | dragoman read -
    """
    from dragoman.desk.desk import desk as check_desk
    from dragoman.readers.read import read as read_dispatch
    from dragoman.shape import shape
    from dragoman.sources.gather import Skipped, gather

    if desk:
        check_desk(desk)
    missed = 0
    stdin = sys.stdin.buffer.read() if "-" in paths else None
    with console.progress("reading") as advance:
        for item in gather(paths, stdin):
            if isinstance(item, Skipped):
                missed += 1
                console.err().print(f"skipped {console.printable(item.origin)}: {console.printable(item.reason)}")
                continue
            reading = read_dispatch(item, desk)
            if format is Format.jsonl:
                console.write_line({"file": os.path.basename(item.origin) or item.origin, **shape(item, reading)})
            else:
                from dragoman.cli.text.marked import render

                render(item, reading, console.out(), least)
            advance(item.origin)
    console.skipped(missed)


def score(
    texts: Annotated[Path, typer.Argument(help="A folder of dispatches, NAME.txt.", exists=True, file_okay=False)],
    gold: Annotated[
        Path, typer.Argument(help="A folder of their annotation, NAME.json.", exists=True, file_okay=False)
    ],
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
    from dragoman.dispatch import Dispatch
    from dragoman.errors import QueryError
    from dragoman.readers.read import read as read_dispatch
    from dragoman.score import PARTS
    from dragoman.score import score as score_readings
    from dragoman.shape import shape

    if misses is not None and misses not in PARTS:
        raise QueryError("--misses", f"there is no part {misses!r}", f"parts are {', '.join(PARTS)}")
    pairs = []
    names = sorted(p.stem for p in gold.glob("*.json"))
    if not names:
        raise QueryError(str(gold), "holds no annotation", "name a folder with NAME.json for each NAME.txt")
    with console.progress("scoring", len(names)) as advance:
        for name in names:
            path = texts / f"{name}.txt"
            if not path.is_file():
                raise QueryError(str(gold / f"{name}.json"), f"has no text {path}", "put the two under one name")
            dispatch = Dispatch(path.read_bytes().decode("utf-8", "replace"), origin=str(path))
            pairs.append((name, dispatch.text, gold / f"{name}.json", shape(dispatch, read_dispatch(dispatch, desk))))
            advance(name)
    result = score_readings(pairs)
    if misses:
        for line in result.misses(misses):
            console.out().print(console.printable(line))
    elif as_json:
        console.write_json(result.as_json())
    else:
        for line in result.table():
            console.out().print(line)


def register(app: typer.Typer) -> None:
    app.command()(read)
    app.command()(score)
