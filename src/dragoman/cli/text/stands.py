"""Positions over time, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rich.text import Text

from dragoman.cli.console import printable
from dragoman.cli.text.cite import quote
from dragoman.views.contract import Source
from dragoman.views.positions import Position

STYLES = {"critical": "red", "cooperative": "green", "neutral": ""}
SHOWN = 8
"""Days of a position shown, the newest."""


def positions(found: Iterable[Position], sources: Mapping[str, Source], who: str = "") -> Iterator[Text]:
    """`who`: the holder's name, where that is no country."""
    for position in found:
        yield Text()
        yield Text(f"{printable(who or position.holder)} on {position.label}", style="bold")
        turns = {turn.day: turn.direction for turn in position.turns}
        left = position.total - len(position.stands[-SHOWN:])
        if left:
            yield Text(f"  {left} earlier days not shown: --since and --until choose", style="dim")
        for stand in position.stands[-SHOWN:]:
            line = Text(f"  {stand.day or 'no date':<10}  ")
            line.append(stand.act, style=STYLES[stand.tone])
            if stand.day in turns:
                line.append(f" · {turns[stand.day]} in tone than before", style="yellow")
            yield line
            for said in stand.statements[:2]:
                yield quote(said.evidence, sources, 6, printable(said.speaker) + ":")
            if stand.total > 2:
                yield Text(f"      and {stand.total - 2} more sentences", style="dim")
