"""The commands that show the record: each calls one view and prints its contract, as text or as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli import console
from dragoman.cli.entries import AsJson, RecordFile, record_path

if TYPE_CHECKING:
    from dragoman.record.store import Record

Since = Annotated[
    str | None, typer.Option("--since", help="From this date on (2025-03-22, 2025-03 or 2025).", show_default=False)
]
Until = Annotated[str | None, typer.Option("--until", help="Up to this date.", show_default=False)]
AsOf = Annotated[
    str | None, typer.Option("--as-of", help="Count only what was published by this date.", show_default=False)
]
Person = Annotated[str | None, typer.Option("--person", help="A person's name or entry id.", show_default=False)]
Issue = Annotated[
    str | None, typer.Option("--issue", help="An issue's id, as `dragoman desk show` lists them.", show_default=False)
]
Side = Annotated[str | None, typer.Option("--side", help="A country by code or name.", show_default=False)]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="At most so many, the newest.", show_default=False)]


Sure = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        min=0,
        max=1,
        help="Hide findings less sure than this (0 to 1), and say how many are hidden.",
    ),
]


def sure_enough(opened: Record, contract: Any, least: float) -> tuple[Any, str]:
    """What of a contract is sure enough, and in words how many findings are hidden; "" where none was to be. RecordError where nothing is left."""
    from dragoman.errors import RecordError
    from dragoman.views.sure import sure

    if not least:
        return contract, ""
    kept, hidden = sure(opened, contract, least)
    if kept is None:
        raise RecordError(f"--min-confidence {least:g}", "nothing here is so sure", "ask for less")
    return kept, f"{hidden} {'finding is' if hidden == 1 else 'findings are'} hidden: less sure than {least:g}"


def show_view(
    name: str, record: Path | None, as_json: bool, plot: Path | None = None, sure: float = 0.0, **asked: Any
) -> None:
    """Calls the view `name` on the record and prints what it gives, of findings those that are `sure` enough."""
    from importlib import import_module

    from dragoman.record.store import Record
    from dragoman.views.contract import as_json as plain
    from dragoman.views.query import Query
    from dragoman.views.roll import roll

    query = Query.of(**asked)
    with Record.open(record_path(record), create=False) as opened:
        contract, hidden = sure_enough(opened, roll()[name].view(opened, query), sure)
    if hidden:
        console.err().print(hidden)
    if plot is not None:
        from dragoman.plots.plot import plot as draw

        draw(name, contract, plot)
        console.err().print(f"wrote {plot}")
    if as_json:
        console.write_json(plain(contract))
    elif plot is None:
        import_module(f"dragoman.cli.text.{name}").render(contract, console.out())


Plot = Annotated[
    Path | None,
    typer.Option(
        "--plot",
        help="Write a picture instead: a file ending in .svg or .png (needs the extra `charts`).",
        show_default=False,
    ),
]


def timeline(
    record: RecordFile = None,
    since: Since = None,
    until: Until = None,
    person: Person = None,
    issue: Issue = None,
    side: Side = None,
    limit: Limit = None,
    plot: Plot = None,
    sure: Sure = 0.0,
    as_json: AsJson = False,
) -> None:
    """Encounters in order of date: who met whom, when, where, in what office, and how many sources say so.

    Examples: dragoman timeline · dragoman timeline --since 2024 --person "Wang Yi" · dragoman timeline --plot timeline.svg
    """
    show_view(
        "timeline",
        record,
        as_json,
        plot,
        sure,
        since=since,
        until=until,
        person=person,
        issue=issue,
        side=side,
        limit=limit,
    )


def show(
    entry: Annotated[str, typer.Argument(help="The id of an entry, finding or dispatch.")],
    record: RecordFile = None,
    sure: Sure = 0.0,
    as_json: AsJson = False,
) -> None:
    """Any entry, finding or dispatch, with its evidence in context and the judgements that made it.

    Example: dragoman show person-wang-yi
    """
    show_view("show", record, as_json, sure=sure, entry=entry)


def compare(
    encounter: Annotated[str, typer.Argument(help="An encounter's id, as `dragoman timeline` prints them.")],
    record: RecordFile = None,
    sure: Sure = 0.0,
    as_json: AsJson = False,
) -> None:
    """The accounts of one encounter, point by point: shared, told by one only, worded differently, contested.

    Example: dragoman compare e-2025-03-21-tokyo-5c1d
    """
    show_view("compare", record, as_json, sure=sure, entry=encounter)


def ledger(
    record: RecordFile = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    side: Side = None,
    person: Person = None,
    status: Annotated[
        str | None, typer.Option("--status", help="open, overdue, kept, superseded or lapsed.", show_default=False)
    ] = None,
    limit: Limit = None,
    plot: Plot = None,
    sure: Sure = 0.0,
    as_json: AsJson = False,
) -> None:
    """Every commitment: who, what, since when, due when, and whether a later dispatch says that it was kept.

    Examples: dragoman ledger --status overdue · dragoman ledger --as-of 2024-12-31
    """
    show_view(
        "ledger",
        record,
        as_json,
        plot,
        sure,
        since=since,
        until=until,
        as_of=as_of,
        side=side,
        person=person,
        status=status,
        limit=limit,
    )


def calendar(
    mechanism: Annotated[str | None, typer.Argument(help="A mechanism by name or id; without it, all.")] = None,
    record: RecordFile = None,
    as_of: AsOf = None,
    ics: Annotated[
        Path | None, typer.Option("--ics", help="Also write the sessions as an iCalendar file.", show_default=False)
    ] = None,
    sure: Sure = 0.0,
    as_json: AsJson = False,
) -> None:
    """Mechanisms with their sessions, gaps, hosts and the next one: scheduled, due by custom, or open.

    Examples: dragoman calendar · dragoman calendar "High-Level Economic Dialogue" --ics sessions.ics
    """
    show_view("calendar", record, as_json, sure=sure, mechanism=mechanism, as_of=as_of)
    if ics is not None:
        from dragoman.exports.ics import write
        from dragoman.record.store import Record
        from dragoman.views.query import Query
        from dragoman.views.roll import roll

        with Record.open(record_path(record), create=False) as opened:
            whole = roll()["calendar"].view(opened, Query.of(mechanism=mechanism, as_of=as_of))
            write(sure_enough(opened, whole, sure)[0], ics)
        console.err().print(f"wrote {ics}")


def search(
    words: Annotated[
        list[str], typer.Argument(help='Words, and fields such as speaker:"Wang Yi" issue:taiwan act:urge 2023..2025.')
    ],
    record: RecordFile = None,
    semantic: Annotated[
        bool,
        typer.Option(
            "--semantic",
            help="Rank by meaning what the fields choose (needs the extra `semantic`). The first time, vectors of the sentences are made and kept.",
        ),
    ] = False,
    limit: Limit = 20,
    sure: Sure = 0.0,
    as_json: AsJson = False,
) -> None:
    """Sentences by words and fields, best first.

    Examples: dragoman search seafood · dragoman search 'speaker:"Wang Yi" act:urge 2023..2025' · dragoman search --semantic 'from:JPN scallops may be sold again'
    """
    asked: dict[str, Any] = {"words": " ".join(words), "limit": limit}
    if semantic:
        from dragoman.intake import learn
        from dragoman.record.store import Record
        from dragoman.views.query import Query

        with (
            Record.open(record_path(record), create=False) as opened,
            console.counting("vectors of sentences") as count,
        ):
            learn(opened, Query.of(**asked), count)
    show_view("search", record, as_json, sure=sure, semantic=semantic, **asked)


def formulas(
    formula: Annotated[str | None, typer.Argument(help="A formula's id; without it, the register.")] = None,
    record: RecordFile = None,
    since: Since = None,
    until: Until = None,
    as_of: AsOf = None,
    side: Side = None,
    candidates: Annotated[
        bool, typer.Option("--candidates", help="Wordings that a side repeats and no desk lists, instead.")
    ] = False,
    limit: Limit = None,
    plot: Plot = None,
    as_json: AsJson = False,
) -> None:
    """The register of set phrases: first and last use, gaps and returns, wordings, silence, and each use in its context.

    Examples: dragoman formulas · dragoman formulas strategic-mutual-benefit · dragoman formulas --candidates --side JPN
    """
    asked: dict[str, Any] = {
        "words": formula,
        "since": since,
        "until": until,
        "as_of": as_of,
        "side": side,
        "limit": limit,
    }
    show_view("formulas", record, as_json, plot, candidates=candidates, **asked)


def person(
    name: Annotated[str, typer.Argument(help="A person's name or entry id.")],
    record: RecordFile = None,
    issue: Issue = None,
    since: Since = None,
    until: Until = None,
    sure: Sure = 0.0,
    as_json: AsJson = False,
) -> None:
    """A person's offices over time, encounters, and statements by issue with what changed.

    Example: dragoman person "Wang Yi" --issue taiwan
    """
    show_view("person", record, as_json, sure=sure, person=name, issue=issue, since=since, until=until)


def issue(
    name: Annotated[str, typer.Argument(help="An issue's id.")],
    record: RecordFile = None,
    since: Since = None,
    until: Until = None,
    side: Side = None,
    sure: Sure = 0.0,
    as_json: AsJson = False,
) -> None:
    """Each side's position on an issue over time, in quotations.

    Example: dragoman issue fukushima-water
    """
    show_view("issue", record, as_json, sure=sure, issue=name, since=since, until=until, side=side)


def course(
    record: RecordFile = None,
    since: Since = None,
    until: Until = None,
    side: Side = None,
    plot: Plot = None,
    as_json: AsJson = False,
) -> None:
    """The relationship over time: how often and at which level the sides met, how their acts balance, which issues rose and fell.

    Example: dragoman course --since 2019
    """
    show_view("course", record, as_json, plot, since=since, until=until, side=side)


def brief(
    counterpart: Annotated[str | None, typer.Option("--with", help="The person to be met.", show_default=False)] = None,
    issues: Annotated[
        str | None, typer.Option("--issues", help="Issues by id, with commas.", show_default=False)
    ] = None,
    record: RecordFile = None,
    since: Since = None,
    as_of: AsOf = None,
    to: Annotated[
        Path | None, typer.Option("--to", help="Write a file: .html, .md or .docx.", show_default=False)
    ] = None,
    sure: Sure = 0.0,
    as_json: AsJson = False,
) -> None:
    """A brief for an occasion: last encounters, what each side said last, commitments, set phrases to expect, contested points.

    Examples: dragoman brief --with "Takeshi Iwaya" --to brief.html · dragoman brief --issues taiwan,history --since 2024
    """
    if to is None:
        show_view("brief", record, as_json, sure=sure, person=counterpart, issue=issues, since=since, as_of=as_of)
        return
    from dragoman.exports.brief import write
    from dragoman.record.store import Record
    from dragoman.views.query import Query
    from dragoman.views.roll import roll

    with Record.open(record_path(record), create=False) as opened:
        whole = roll()["brief"].view(opened, Query.of(person=counterpart, issue=issues, since=since, as_of=as_of))
        contract, hidden = sure_enough(opened, whole, sure)
    write(contract, to, note=hidden)
    if hidden:
        console.err().print(hidden)
    console.out().print(f"wrote {to}")


def register(app: typer.Typer) -> None:
    for command in (timeline, show, compare, ledger, calendar, search, formulas, person, issue, course, brief):
        app.command()(command)
