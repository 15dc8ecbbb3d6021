"""One entry, finding or dispatch as text: what it is said to be, each finding in its context, and why it was decided so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rich.text import Text

from dragoman.cli.console import printable
from dragoman.cli.text.cite import by_id, flat, whose
from dragoman.views.show import Judged, Showing, Shown

if TYPE_CHECKING:
    from rich.console import Console

CONTEXT = 90
"""Characters of context printed on either side."""


def lines(contract: Showing) -> Iterator[Text]:
    yield Text(f"{contract.kind} {contract.id}", style="bold")
    yield Text(f"  {flat(contract.label)}")
    for name, value in contract.detail.items():
        if value not in (None, [], {}, ""):
            yield Text(f"  {name.replace('_', ' ')}: {_value(value)}")
    yield Text(f"  {contract.sources}", style="dim")
    if contract.candidates:
        yield Text("  may be one of several, and was left apart:", style="yellow")
        for rival in contract.candidates:
            yield Text(f"    {rival.entry}: {flat(rival.label)}")
    sources = by_id(contract.dispatches)
    if contract.findings:
        yield Text("findings", style="bold")
    for finding in contract.findings:
        yield from _finding(finding, whose(sources.get(finding.evidence.dispatch)), contract)
    if contract.total > len(contract.findings):
        yield Text(f"  {contract.total - len(contract.findings)} more of {contract.total} not shown", style="dim")
    if contract.judgements:
        yield Text("judgements", style="bold")
    for judged in contract.judgements:
        yield _judged(judged)


def _finding(finding: Shown, told: str, contract: Showing) -> Iterator[Text]:
    head = Text(f"  {finding.finding}  ")
    if contract.what == "dispatch":
        head.append(f"{finding.kind}  ")
    head.append(f"{told} ")
    head.append(f"[{finding.evidence.reference}]", style="dim")
    if finding.rejected:
        head.append(" rejected by hand", style="red")
    if finding.accepted:
        head.append(" accepted by hand", style="green")
    yield head
    line = Text("    …" + flat(finding.before[-CONTEXT:]) + " ", style="dim")
    line.append(flat(finding.evidence.text, 400), style="not dim bold")
    line.append(" " + flat(finding.after[:CONTEXT]) + "…", style="dim")
    yield line
    shown = {k: v for k, v in finding.values.items() if k not in ("rule", "confidence")}
    if contract.what != "finding" and shown:
        yield Text("    " + "; ".join(f"{k.replace('_', ' ')}: {_value(v)}" for k, v in shown.items()))
    yield Text(
        f"    by {finding.values.get('rule')}, confidence {finding.values.get('confidence', 1.0):.2f}", style="dim"
    )
    if contract.what == "finding":
        for name, part in finding.spans.items():
            yield Text(f"    {name}: “{flat(part.text)}” [{part.reference}]")
        if finding.entry:
            yield Text(f"    part of {finding.entry.entry}: {flat(finding.entry.label)}")


def _judged(one: Judged) -> Text:
    line = Text(f"  {one.id}  {one.kind}: {flat(one.a, 70)}")
    if one.b:
        line.append(f" and {flat(one.b, 70)}")
    if one.field:
        line.append(f", {one.field} is {_value(one.value)}")
    line.append(f"; {'by hand, ' if one.by_hand else 'rule: '}{flat(one.author, 60)}, {one.made_at[:16]}", style="dim")
    if one.reasons:
        line.append(f" ({_value(one.reasons)})", style="dim")
    if one.revoked_at:
        line.append(f" revoked {one.revoked_at[:16]}", style="red")
    return line


def _value(value: Any) -> str:
    if isinstance(value, str):
        return flat(value)
    if isinstance(value, list | tuple):
        return ", ".join(_value(item) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{k} {_value(v)}" for k, v in value.items() if v not in (None, [], {}, "", False))
    return printable(json.dumps(value, ensure_ascii=False))


def render(contract: Showing, console: Console) -> None:
    for line in lines(contract):
        console.print(line)
