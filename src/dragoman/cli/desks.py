"""`desk list|show|check|new`: the knowledge packs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from dragoman.cli import console

desk = typer.Typer(
    help="The knowledge packs: list, show, check, and start a new one.", no_args_is_help=True, rich_markup_mode=None
)
AsJson = Annotated[bool, typer.Option("--json", help="Print the data as JSON.")]


@desk.command("list")
def list_desks(as_json: AsJson = False) -> None:
    """Every installed desk with its sides and what it holds.

    Examples: dragoman desk list · dragoman desk list --json
    """
    from dragoman.desk import pack
    from dragoman.desk.schema import KINDS

    rows: list[dict[str, Any]] = []
    for name, folder in sorted(pack.folders().items()):
        loaded = pack.load(str(folder))
        holds = {kind: len(getattr(loaded, kind)) for kind in KINDS if getattr(loaded, kind)}
        rows.append(
            {
                "id": name,
                "title": loaded.header.title,
                "sides": list(loaded.header.sides),
                "uses": list(loaded.header.uses),
                "holds": holds,
                "hash": pack.digest(str(folder)),
                "folder": str(folder),
            }
        )
    if as_json:
        console.write_json(rows)
        return
    for row in rows:
        sides = f" ({' and '.join(row['sides'])})" if row["sides"] else ""
        console.out().print(f"{row['id']}: {row['title']}{sides}, version {row['hash']}")
        console.out().print("  " + ", ".join(f"{count} {kind}" for kind, count in row["holds"].items()))


@desk.command("show")
def show_desk(
    name: Annotated[str, typer.Argument(help="A desk's id or folder.")],
    entry: Annotated[str | None, typer.Argument(help="An entry's id; without it, all entries' ids by kind.")] = None,
    as_json: AsJson = False,
) -> None:
    """What a desk knows: all ids by kind, or one entry whole.

    Examples: dragoman desk show china-japan · dragoman desk show china-japan wang-yi
    """
    from dragoman.desk import pack
    from dragoman.desk.schema import KINDS
    from dragoman.errors import DeskError

    loaded = pack.load(name)
    ids = {
        kind: [getattr(e, "id", None) or e.code for e in getattr(loaded, kind)]
        for kind in KINDS
        if getattr(loaded, kind)
    }
    if entry is None:
        if as_json:
            console.write_json(ids)
        else:
            for kind, listed in ids.items():
                console.out().print(f"{kind} ({len(listed)}): {', '.join(listed)}")
        return
    for kind in KINDS:
        for found in getattr(loaded, kind):
            if (getattr(found, "id", None) or getattr(found, "code", None)) == entry:
                console.write_json(
                    {"kind": kind, **found.model_dump(mode="json", by_alias=True, exclude_defaults=True)}
                )
                return
    raise DeskError(name, f"has no entry {entry!r}", f"`dragoman desk show {name}` lists them")


@desk.command("check")
def check_desks(
    names: Annotated[
        list[str] | None, typer.Argument(help="Desks by id or folder; without any, all installed.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check shape, ids, tenures, sessions, references, and that each entry matches its examples and none of its counter-examples. Status 1 where something is wrong.

    Examples: dragoman desk check · dragoman desk check ./korea-japan
    """
    from dragoman.desk import pack
    from dragoman.desk.check import check

    chosen = names or sorted(pack.folders())
    problems = [p for name in chosen for p in check(name)]
    if as_json:
        console.write_json([{"desk": p.desk, "entry": p.entry, "what": p.what} for p in problems])
    else:
        for problem in problems:
            console.out().print(console.printable(str(problem)))
        console.out().print(f"{len(chosen)} desks checked, {len(problems)} problems")
    if problems:
        raise typer.Exit(1)


@desk.command("new")
def new_desk(
    name: Annotated[str, typer.Argument(help="The new desk's id, such as korea-japan.")],
    side: Annotated[
        list[str] | None,
        typer.Option(
            "--side",
            help="ISO 3166-1 alpha-3 code of a side; give it twice. Needed only where the id does not name two countries.",
        ),
    ] = None,
    where: Annotated[Path, typer.Option("--in", help="The folder in which the desk's folder is made.")] = Path(),
) -> None:
    """Write a folder to fill in, and say how to use it.

    Examples: dragoman desk new korea-japan · dragoman desk new nile --side EGY --side ETH
    """
    from dragoman.desk.new import guess_sides, new
    from dragoman.errors import DeskError

    sides = (side[0].upper(), side[1].upper()) if side and len(side) == 2 else guess_sides(name) if not side else None
    if sides is None:
        raise DeskError(name, "does not say which two countries", "give them: --side EGY --side ETH")
    folder = new(name, where, sides)
    console.out().print(
        f"wrote {folder}: fill in its files, then run `dragoman desk check {folder}` and read with `--desk {folder}`"
    )


def register(app: typer.Typer) -> None:
    app.add_typer(desk, name="desk")
