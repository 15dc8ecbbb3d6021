"""A search as text: each sentence with the words asked for marked, who said it, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.console import printable
from dragoman.cli.text.cite import by_id, whose
from dragoman.views.search import Hit, Search

if TYPE_CHECKING:
    from rich.console import Console


def render(contract: Search, console: Console) -> None:
    for line in lines(contract):
        console.print(line)


def lines(contract: Search) -> Iterator[Text]:
    if not contract.hits:
        yield Text("no sentence found: ask for fewer words or other fields")
        return
    number = f"{contract.total}" if contract.complete else f"more than {contract.total}"
    shown = f"{contract.offset + 1} to {contract.offset + len(contract.hits)}"
    if contract.model:
        yield Text(f"the nearest in meaning first, by {contract.model}; {shown}", style="dim")
    else:
        yield Text(f"{number} sentences, the {contract.order} first; {shown}", style="dim")
    sources = by_id(contract.dispatches)
    for hit in contract.hits:
        yield Text(whose(sources.get(hit.evidence.dispatch)), style="bold")
        yield _sentence(hit)
        for one in hit.statements:
            side = f" ({', '.join(one.sides)})" if one.sides else ""
            about = f" · {', '.join(one.issues)}" if one.issues else ""
            yield Text(f"    {printable(one.speaker)}{side} · {one.act}{about} · {one.finding}", style="cyan")
        yield Text(f"    [{hit.evidence.reference}]", style="dim")


def _sentence(hit: Hit) -> Text:
    line = Text("    ")
    at = hit.evidence.start
    for mark in (*hit.marks, None):
        end = mark.start if mark else hit.evidence.end
        line.append(_flat(hit.evidence.text[at - hit.evidence.start : end - hit.evidence.start]))
        if mark:
            line.append(_flat(mark.text), style="bold yellow")
            at = mark.end
    return line


def _flat(text: str) -> str:
    return printable(text).replace("\n", " ").replace("\t", " ")
