"""The ledger as text: each undertaking with its status, its words, and the words that show what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.console import printable
from dragoman.cli.text.cite import by_id, flat, quote
from dragoman.views.ledger import STATUSES, Ledger, Undertaking

if TYPE_CHECKING:
    from rich.console import Console

STYLES = {"open": "cyan", "overdue": "bold red", "kept": "green", "superseded": "yellow", "lapsed": "magenta"}
LEADS = {"kept": "kept", "superseded": "in its place", "lapsed": "fell through"}
SHOWN = 2


def lines(contract: Ledger) -> Iterator[Text]:
    counts = ", ".join(f"{n} {status}" for status in STATUSES if (n := contract.counts.get(status)))
    yield Text(f"undertakings as of {contract.as_of}: {counts or 'none'}", style="bold")
    left = contract.total - len(contract.undertakings)
    if left:
        yield Text(f"{left} more of {contract.total} not shown: --limit shows more", style="dim")
    sources = by_id(contract.dispatches)
    for one in contract.undertakings:
        yield _head(one)
        yield Text(f"    {one.sources} · {one.entry}", style="dim")
        for item in one.evidence[:SHOWN]:
            yield quote(item, sources)
        for item in one.shown_by[:SHOWN]:
            yield quote(item, sources, 4, LEADS.get(one.status, one.status))
        if one.outcome:
            yield Text(f"    see {one.outcome.entry}: {flat(one.outcome.label, 90)}", style="dim")
        for conflict in one.conflicts:
            yield Text(f"    dispatches differ on {conflict.field}", style="yellow")
            for value in conflict.values:
                for item in value.evidence[:1]:
                    yield quote(item, sources, 6, printable(value.value))


def _head(one: Undertaking) -> Text:
    line = Text("  ")
    line.append(one.status + (" late" if one.late else ""), style=STYLES[one.status])
    who = ", ".join(one.parties) or ", ".join(printable(name) for name in one.by) or "a party not said"
    line.append(f" · {one.kind} by {who}")
    if one.to:
        line.append(f" to {', '.join(one.to)}")
    line.append(f" · since {one.since or 'a day not known'} · due ")
    line.append(one.due or ("left open" if one.open else "not said"))
    line.append(f": {flat(one.what, 110)}", style="bold")
    return line


def render(contract: Ledger, console: Console) -> None:
    for line in lines(contract):
        console.print(line)
