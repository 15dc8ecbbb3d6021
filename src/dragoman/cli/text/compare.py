"""A comparison as text: each point with every account's words, the differing ones marked, and who leaves it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.console import printable
from dragoman.cli.text.cite import by_id, flat, quote, whose
from dragoman.cli.text.timeline import headline
from dragoman.views.aligning.contest import Contest
from dragoman.views.compare import Account, Comparison, Point, Wording
from dragoman.views.contract import Source

if TYPE_CHECKING:
    from rich.console import Console

STYLES = {"shared": "green", "differs": "yellow", "contested": "bold red", "only": "cyan"}
ORDER = ("contested", "differs", "shared", "only")


def lines(contract: Comparison) -> Iterator[Text]:
    sources = by_id(contract.dispatches)
    yield headline(contract.encounter)
    yield Text(f"    {contract.encounter.sources} · {contract.encounter.entry}", style="dim")
    yield Text("accounts", style="bold")
    for account in contract.accounts:
        yield _account(account, sources)
    counts = ", ".join(f"{n} {s}" for s in ORDER if (n := sum(p.status == s for p in contract.points)))
    yield Text(f"points: {counts or 'none'}", style="bold")
    for status in ORDER:
        for point in contract.points:
            if point.status == status:
                yield from _point(point, sources)
    for conflict in contract.encounter.conflicts:
        yield Text(f"dispatches differ on {conflict.field}", style="yellow")
        for value in conflict.values:
            for item in value.evidence:
                yield quote(item, sources, 4, printable(value.value))


def _account(account: Account, sources: Mapping[str, Source]) -> Text:
    line = Text(f"    {whose(sources.get(account.dispatch))}")
    notes = [account.side or "side not known", "readout" if account.readout else "press"]
    if account.version_of:
        notes.append(f"in {account.language}, the same publisher's")
    if account.copies:
        notes.append(f"{len(account.copies)} cop{'y' if len(account.copies) == 1 else 'ies'} not counted")
    if not account.read:
        notes.append("nothing attributed was found in it, so it is not said to be silent")
    line.append(f" ({', '.join(notes)})")
    line.append(f" [{account.dispatch}]", style="dim")
    return line


def _point(point: Point, sources: Mapping[str, Source]) -> Iterator[Text]:
    head = Text("  ")
    head.append(point.status, style=STYLES[point.status])
    head.append(f" · {printable(point.speaker)}" + (f" · {', '.join(point.issues)}" if point.issues else ""))
    yield head
    if point.contest:
        yield from _contest(point.contest, sources)
        return
    for wording in point.told:
        yield _wording(wording, sources, point.status == "differs")
    if point.silent and point.status != "only":
        yield Text("      not in: " + "; ".join(whose(sources.get(key)) for key in point.silent), style="dim")


def _wording(wording: Wording, sources: Mapping[str, Source], marked: bool) -> Text:
    line = Text(f"      {whose(sources.get(wording.account))}: “")
    text, at = wording.evidence.text, 0
    for part in wording.differing if marked else ():
        start = part.start - wording.evidence.start
        line.append(flat(text[at:start], 400) + (" " if text[at:start].strip() else ""), style="italic")
        line.append(flat(part.text), style="bold yellow" if marked else "italic")
        line.append(" ")
        at = part.end - wording.evidence.start
    line.append(flat(text[at:], 400), style="italic")
    line.append("” ")
    line.append(f"[{wording.evidence.reference}]", style="dim")
    return line


def _contest(contest: Contest, sources: Mapping[str, Source]) -> Iterator[Text]:
    for name, items in (
        ("claim", contest.claim),
        ("told without it", contest.silence),
        ("denial", contest.denial),
        ("protest", contest.protest),
        ("reply", contest.reply),
    ):
        for item in items:
            yield quote(item, sources, 6, name)


def render(contract: Comparison, console: Console) -> None:
    for line in lines(contract):
        console.print(line)
