"""A brief as text: the same sentences as its file, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.exports.brief import paper
from dragoman.exports.paper import Paper
from dragoman.views.brief import Brief

if TYPE_CHECKING:
    from rich.console import Console

REFERENCES = 2
"""References shown for one sentence."""


def render(contract: Brief, console: Console) -> None:
    for line in lines(paper(contract)):
        console.print(line)


def lines(given: Paper) -> Iterator[Text]:
    yield Text(given.title, style="bold")
    yield Text(given.basis, style="dim")
    for section in given.sections:
        yield Text(f"\n{section.title}", style="bold underline")
        for group in section.groups:
            if group.title:
                yield Text(f"  {group.title}", style="bold")
            for column in group.columns:
                if column.title:
                    yield Text(f"    {column.title}", style="cyan")
                for one in column.lines:
                    line = Text("    - ")
                    if one.lead:
                        line.append(f"{one.lead} ", style="bold")
                    line.append(one.text)
                    shown = " ".join(item.reference for item in one.evidence[:REFERENCES])
                    more = f" and {len(one.evidence) - REFERENCES} more" if len(one.evidence) > REFERENCES else ""
                    line.append(f" [{shown}{more}]", style="dim")
                    yield line
