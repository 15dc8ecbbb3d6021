"""The timeline as text: an encounter a paragraph, with what each dispatch says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.console import printable
from dragoman.cli.text.cite import by_id, quote
from dragoman.views.encounters import EncounterEntry, Participant
from dragoman.views.timeline import Timeline

if TYPE_CHECKING:
    from rich.console import Console

STYLES = {"held": "green", "scheduled": "cyan", "proposed": "cyan", "cancelled": "red", "postponed": "red"}
SHOWN = 3
"""Dispatches quoted for one encounter."""


def lines(contract: Timeline) -> Iterator[Text]:
    if not contract.encounters:
        yield Text("no encounters: add dispatches with `dragoman add`, or ask for less")
        return
    sources = by_id(contract.dispatches)
    left = contract.total - len(contract.encounters)
    if left:
        yield Text(f"{left} more of {contract.total} not shown: --limit and --offset show others", style="dim")
    for one in contract.encounters:
        yield headline(one)
        yield Text(f"    {one.sources} · {one.entry}", style="dim")
        for conflict in one.conflicts:
            yield Text(f"    dispatches differ on {conflict.field}", style="yellow")
            for value in conflict.values:
                for item in value.evidence[:1]:
                    yield quote(item, sources, 6, printable(value.value))
        for telling in one.tellings[:SHOWN]:
            yield quote(telling.evidence, sources)
        if len(one.tellings) > SHOWN:
            yield Text(f"    and {len(one.tellings) - SHOWN} more: dragoman show {one.entry}", style="dim")


def headline(one: EncounterEntry) -> Text:
    """Date, level, kind, status, place, series and people of one encounter."""
    line = Text(f"{one.date or 'no date':<10}  ", style="bold")
    line.append(f"{one.level or 'level not known'} · {one.kind} ")
    line.append(one.status, style=STYLES.get(one.status, ""))
    if one.planned and one.status != "held":
        line.append(f", planned for {one.planned}")
    if one.place:
        line.append(f" in {printable(one.place)}")
    if one.mechanism:
        session = f", session {one.ordinal}" if one.ordinal else ""
        line.append(f" · {printable(one.mechanism.label)}{session}")
    who = [person(p) for p in one.participants] or [printable(b) for b in one.bodies] or list(one.countries)
    line.append(f": {', '.join(who)}" if who else ": participants not named")
    return line


def person(one: Participant) -> str:
    return printable(one.name) + (f" ({one.country})" if one.country else "")


def render(contract: Timeline, console: Console) -> None:
    for line in lines(contract):
        console.print(line)
