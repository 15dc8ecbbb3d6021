"""The course of a relationship as text: a line a period, then what rose, fell and turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.text.cite import by_id, quote
from dragoman.views.contract import Evidence
from dragoman.views.course import Course, Period

if TYPE_CHECKING:
    from rich.console import Console


def render(contract: Course, console: Console) -> None:
    sources = by_id(contract.dispatches)
    if not contract.periods:
        console.print("nothing dated in the record for that time: ask for a longer one")
        return
    console.print(Text(f"{' and '.join(contract.sides)}, {contract.unit} by {contract.unit}", style="bold"))
    console.print(
        Text(
            "cooperative: commend, commit, agree; critical: concern, oppose, warn; --json has every number's sentences",
            style="dim",
        )
    )
    for period in contract.periods:
        console.print(_line(period))
        topics = ", ".join(f"{i.issue} {i.share:.0%}" for i in period.issues[:5])
        console.print(Text(f"{'':10}{topics}", style="dim"))
        console.print(Text(f"{'':10}{' '.join(f'[{item.reference}]' for item in _cited(period))}", style="dim"))
    for title, moved in (("Issues that rose", contract.risen), ("Issues that fell", contract.fallen)):
        if moved:
            console.print(Text(f"\n{title}, by share of dispatches in the first half and in the second", style="bold"))
        for one in moved[:6]:
            console.print(Text(f"  {one.label} ({one.issue}): {one.before:.0%} to {one.after:.0%}"))
            console.print(quote(one.evidence[-1], sources, 6))
    if contract.turning_points:
        console.print(Text("\nTurning points", style="bold"))
    for turn in contract.turning_points:
        what = "the leaders meet again after more than a year" if turn.kind == "return" else "balance of acts"
        console.print(Text(f"  {turn.period}  {what}: {turn.before} to {turn.after}"))
        for item in turn.evidence[:3]:
            console.print(quote(item, sources, 6))


def _line(period: Period) -> Text:
    line = Text(f"{period.period:<10}", style="bold")
    met = ", ".join(f"{m.total} {m.level or 'of unknown level'}" for m in period.meetings)
    line.append(f"{period.dispatches} dispatches · met: {met or 'none told'}", style="not bold")
    for side in period.sides:
        line.append(f" · {side.side} ", style="not bold")
        line.append(f"+{side.cooperative}", style="not bold green")
        line.append(f" −{side.critical}", style="not bold red")
    return line


def _cited(period: Period) -> list[Evidence]:
    """Some of what a period's numbers count: an encounter of each level and the most frequent act of each side."""
    found = [m.evidence[0] for m in period.meetings if m.evidence]
    found += [side.acts[0].evidence for side in period.sides if side.acts]
    return list(dict.fromkeys(found))
