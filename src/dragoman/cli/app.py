"""The commands, put together, and how an error ends."""

from __future__ import annotations

import os
import sys
from functools import lru_cache

import typer

from dragoman import __version__
from dragoman.errors import DragomanError

app = typer.Typer(
    name="dragoman",
    help="Reads diplomatic dispatches and keeps the sourced record of a relationship.\n\nExit status: 0 done, 1 an error named in one line, 2 a wrong call, 3 done but something was skipped.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


@app.callback(invoke_without_command=True)
def _root(version: bool = typer.Option(False, "--version", help="Print the version and stop.", is_eager=True)) -> None:
    if version:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@lru_cache(maxsize=1)
def load() -> None:
    """Registers every command, once: each module of commands registers its own."""
    from dragoman.cli import desks, doctor, entries, reading, samples, serve, views

    for module in (reading, entries, views, desks, samples, serve, doctor):
        module.register(app)


def main() -> None:
    """The console script. DragomanErrors end in one line on standard error and status 1."""
    load()
    try:
        app(prog_name="dragoman")
    except DragomanError as error:
        sys.stderr.write(f"dragoman: {error}\n")
        sys.exit(1)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.stderr.write("dragoman: stopped; what was stored before is kept\n")
        sys.exit(130)
