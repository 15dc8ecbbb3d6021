"""The calendar as text: each series with its sessions, what is missing, and the next one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.console import printable
from dragoman.cli.text.cite import by_id, quote
from dragoman.views.calendar import Calendar, Series
from dragoman.views.contract import Source
from dragoman.views.sessions import Session
from dragoman.views.upcoming import Next

if TYPE_CHECKING:
    from rich.console import Console

STYLES = {"scheduled": "cyan", "overdue": "bold red", "open": "yellow", "custom": "magenta"}
BY_DESK = 3
"""Sessions known to the desk alone that are shown of one series, the last."""


def lines(contract: Calendar) -> Iterator[Text]:
    if not contract.series:
        yield Text("no series of meetings: add dispatches that name one")
    sources = by_id(contract.dispatches)
    for series in contract.series:
        yield from _series(series, sources)


def _series(series: Series, sources: Mapping[str, Source]) -> Iterator[Text]:
    head = Text(printable(series.name), style="bold")
    head.append(f"  {series.level or 'level not known'} · {series.entry}", style="dim")
    yield head
    quiet = [s for s in series.sessions if not s.told]
    hidden = quiet[:-BY_DESK]
    if hidden:
        yield Text(f"    {len(hidden)} earlier sessions known to the desk alone (--json lists them)", style="dim")
    for session in series.sessions:
        if session not in hidden:
            yield from _session(session, sources)
    if series.missing:
        told = "; ".join(f"{m.number}{' (the desk knows it)' if m.from_desk else ''}" for m in series.missing)
        yield Text(f"    no dispatch tells of session {told}", style="yellow")
    if series.hosts_alternate is not None:
        yield Text(f"    hosts {'' if series.hosts_alternate else 'do not '}alternate", style="dim")
    yield from _next(series.next, sources) if series.next else [Text("    next: nothing said", style="dim")]


def _session(session: Session, sources: Mapping[str, Source]) -> Iterator[Text]:
    if session.resumed:
        yield Text(f"      resumed after {session.after_years} years", style="yellow")
    line = Text(f"    {session.number if session.number is not None else '–':>3}  {session.date or 'no date':<12}")
    line.append(" " + (f"{printable(session.place)}" if session.place else "place not told"))
    line.append(f", host {session.host}" if session.host else ", no host told")
    if session.chairs:
        line.append(", chairs " + " and ".join(printable(c.name) for c in session.chairs))
    if session.status != "held":
        line.append(f", {session.status}", style="cyan")
    if session.planned and session.status != "held":
        line.append(f", planned for {session.planned}")
    line.append(f"  ({session.sources})" if session.told else "  (the desk's; no dispatch tells of it)", style="dim")
    yield line
    for conflict in session.conflicts:
        values = " or ".join(printable(value.value) for value in conflict.values)
        yield Text(f"         dispatches differ on {conflict.field}: {values}", style="yellow")
    for item in session.evidence[:1]:
        yield quote(item, sources, 9)


def _next(following: Next, sources: Mapping[str, Source]) -> Iterator[Text]:
    line = Text("    next: ")
    line.append(
        "due by custom, an estimate" if following.estimate else following.status, style=STYLES.get(following.status, "")
    )
    if following.number is not None:
        line.append(f", session {following.number}")
    line.append(f", {following.due}" if following.due else ", no time stated")
    line.append(f", host {following.host}" if following.host else "")
    line.append(f" ({following.basis})" if following.basis else "", style="dim")
    yield line
    for conflict in following.conflicts:
        values = " or ".join(printable(value.value) for value in conflict.values)
        yield Text(f"         dispatches differ on {conflict.field}: {values}", style="yellow")
    for item in following.evidence[:2]:
        yield quote(item, sources, 9)


def render(contract: Calendar, console: Console) -> None:
    for line in lines(contract):
        console.print(line)
