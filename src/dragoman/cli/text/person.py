"""A person as text: names, offices, encounters, positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.console import printable
from dragoman.cli.text.cite import by_id, quote
from dragoman.cli.text.stands import positions
from dragoman.cli.text.timeline import headline
from dragoman.views.person import PersonView

if TYPE_CHECKING:
    from rich.console import Console

MET = 10
"""Encounters shown."""


def render(contract: PersonView, console: Console) -> None:
    sources = by_id(contract.dispatches)
    title = f"{printable(contract.name)}{f' ({contract.country})' if contract.country else ''}"
    console.print(Text(title, style="bold"))
    console.print(Text(f"{contract.entry}; cited: {contract.sources}", style="dim"))
    for spelling in contract.spellings:
        why = f" ({printable(spelling.because)})" if spelling.because else ""
        console.print(
            quote(spelling.evidence, sources, 4, f"written {printable(spelling.name)}, {spelling.total} times{why}:")
        )
    if contract.offices:
        console.print(Text("\nOffices as reported", style="bold"))
    for office in contract.offices:
        titles = "; ".join(printable(t) for t in office.titles)
        desk = "".join(f" · desk: {t.title}, {t.since} to {t.until or '(no end entered)'}" for t in office.tenures)
        told = f"so called {office.first_day or '?'} to {office.last_day or '?'}, {office.total} times"
        tense = "" if office.tense == "current" else f" ({office.tense})"
        console.print(Text(f"  {titles}{tense}: {told}{desk}"))
        for conflict in office.conflicts:
            console.print(Text(f"      {printable(conflict)}", style="yellow"))
        for item in office.evidence[:1]:
            console.print(quote(item, sources, 6))
    if contract.encounters:
        console.print(Text(f"\nEncounters, the newest of {contract.encounters_total}", style="bold"))
    for one in contract.encounters[:MET]:
        console.print(headline(one))
        for telling in one.tellings[:1]:
            console.print(quote(telling.evidence, sources, 6))
    older = "" if contract.complete else ", the newest"
    console.print(Text(f"\nStatements by issue ({contract.statements} looked at{older})", style="bold"))
    for line in positions(contract.positions, sources, contract.name):
        console.print(line)
    if contract.other:
        console.print(Text("\nOn no issue that a desk knows", style="bold"))
    for said in contract.other[:6]:
        console.print(quote(said.evidence, sources, 4, f"{said.act}:"))
