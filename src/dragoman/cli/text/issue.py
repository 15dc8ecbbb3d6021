"""Each side's position on an issue, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.text.cite import by_id
from dragoman.cli.text.stands import positions
from dragoman.views.issue import IssueView

if TYPE_CHECKING:
    from rich.console import Console


def render(contract: IssueView, console: Console) -> None:
    console.print(Text(f"{contract.label} ({contract.issue})", style="bold"))
    older = "" if contract.complete else ", the newest"
    console.print(
        Text(
            f"{contract.mentions} mentions, {contract.statements} statements{older}; cited: {contract.sources}",
            style="dim",
        )
    )
    if not contract.positions:
        console.print("nobody is reported to have spoken of it: ask for a longer time, or for `dragoman search`")
    for line in positions(contract.positions, by_id(contract.dispatches)):
        console.print(line)
