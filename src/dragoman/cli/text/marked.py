"""A dispatch with its findings marked, for a person who wants to check the reading against the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.cli.console import printable
from dragoman.dispatch import Dispatch
from dragoman.reading import Finding, Formula, Issue, Reading

if TYPE_CHECKING:
    from rich.console import Console


def _where(finding: Finding) -> str:
    return f"[{finding.evidence.start}:{finding.evidence.end}]"


def _sure(finding: Finding) -> str:
    return f"{finding.confidence:.2f} {finding.rule}"


def _one_line(text: str, width: int = 150) -> str:
    flat = " ".join(printable(text).split())
    return flat if len(flat) <= width else flat[: width - 1] + "…"


def render(dispatch: Dispatch, reading: Reading, console: Console, least: float = 0.0) -> None:
    """The text sentence by sentence with what was found in each, then what the dispatch says as a whole."""
    dating = reading.dating
    day = dating.published or (
        f"{dating.earliest or '?'} to {dating.latest or '?'}" if dating.earliest or dating.latest else "unknown"
    )
    console.print(f"━━ {printable(dispatch.origin) or reading.dispatch}  ({reading.dispatch})", style="bold")
    facts = [
        f"language {reading.language or 'unknown'}",
        f"outlet {printable(reading.outlet or 'unknown')}",
        f"published {day}",
        f"desks {', '.join(reading.desks)}",
    ]
    console.print("   " + " · ".join(facts), style="dim")
    if dating.because:
        console.print(
            "   dated by: "
            + "; ".join(f"“{_one_line(s.of(dispatch.text), 40)}” [{s.start}:{s.end}]" for s in dating.because),
            style="dim",
        )
    if reading.title:
        console.print(f"   {_one_line(reading.title)}", style="bold")
    _people(reading, console, least)
    for title, items in (
        ("encounters", reading.encounters),
        ("mechanisms", reading.mechanisms),
        ("instruments", reading.instruments),
    ):
        kept = [f for f in items if f.confidence >= least]
        if kept:
            console.print(f"   {title}", style="bold")
        for finding in kept:
            console.print(f"     {_where(finding):14} {_told(finding)}  ({_sure(finding)})")
            console.print(f"                    {_one_line(finding.evidence.of(dispatch.text))}", style="dim")
    _said(dispatch, reading, console, least)
    tags: list[tuple[str, tuple[Issue | Formula, ...]]] = [("issues", reading.issues), ("formulas", reading.formulas)]
    for title, marked in tags:
        names: dict[str, list[str]] = {}
        for item in marked:
            if item.confidence >= least:
                names.setdefault(item.id, []).append(
                    f"“{_one_line(item.evidence.of(dispatch.text), 40)}” {_where(item)}"
                )
        if names:
            console.print(f"   {title}", style="bold")
        for name, uses in names.items():
            console.print(f"     {name}: {'; '.join(uses[:3])}{f'; and {len(uses) - 3} more' if len(uses) > 3 else ''}")
    if reading.furniture:
        console.print("   furniture (left out of everything above)", style="bold")
        for mark in reading.furniture:
            console.print(
                f"     [{mark.span.start}:{mark.span.end}] {mark.kind}: {_one_line(mark.span.of(dispatch.text), 90)}",
                style="dim",
            )
    for broken in reading.garbled:
        console.print(
            f"   garbled [{broken.span.start}:{broken.span.end}] {broken.reason}: {_one_line(broken.span.of(dispatch.text), 90)}",
            style="yellow",
        )
    hidden = sum(finding.confidence < least for finding in reading.findings())
    if hidden:
        console.print(f"   {hidden} {'finding is' if hidden == 1 else 'findings are'} hidden: less sure than {least:g}")
    console.print()


def _people(reading: Reading, console: Console, least: float) -> None:
    kept = [p for p in reading.people if p.confidence >= least]
    if kept:
        console.print("   people", style="bold")
    for person in kept:
        offices = "; ".join(
            (f"{o.tense} " if o.tense != "current" else "")
            + printable(o.title)
            + (f" (conflict: {o.conflict})" if o.conflict else "")
            for o in person.offices
        )
        known = (
            f" = {person.entry}, by {person.because}"
            if person.entry
            else (f" ({person.because})" if person.because else "")
        )
        console.print(
            f"     {_where(person):14} {printable(person.name)}, {person.country or 'country not said'}{', ' + offices if offices else ''}{known}  ({_sure(person)})"
        )


def _said(dispatch: Dispatch, reading: Reading, console: Console, least: float) -> None:
    promised = sorted((c for c in reading.commitments if c.confidence >= least), key=lambda c: c.evidence)
    said = sorted((a for a in reading.attributions if a.confidence >= least), key=lambda a: a.evidence)
    if said:
        console.print("   who said what", style="bold")
    for item in said:
        via = f", reported by {printable(item.via)}" if item.via else ""
        nested = ", inside another's words" if item.nested else ""
        console.print(
            f"     {_where(item):14} {printable(item.speaker)} · {item.act} · {item.mode}{via}{nested}  ({_sure(item)})"
        )
        console.print(f"                    {_one_line(item.evidence.of(dispatch.text))}", style="dim")
    if promised:
        console.print("   promised", style="bold")
    for promise in promised:
        due = promise.due or ("open" if promise.open else "no date")
        console.print(
            f"     {_where(promise):14} {promise.kind} by {', '.join(promise.parties) or 'a party not said'}, due {due}  ({_sure(promise)})"
        )
        console.print(f"                    {_one_line(promise.evidence.of(dispatch.text))}", style="dim")


def _told(finding: Finding) -> str:
    from dragoman.reading import Encounter, Instrument, Mechanism

    match finding:
        case Encounter():
            day = f"{finding.date or 'day unknown'}{'/' + finding.end if finding.end else ''}"
            names = ", ".join(finding.participants) or "participants not named"
            tail = (
                f", {finding.ordinal}. session of {finding.mechanism}"
                if finding.mechanism and finding.ordinal
                else f", {finding.mechanism}"
                if finding.mechanism
                else ""
            )
            place = f" in {finding.place}" if finding.place else ""
            return printable(
                f"{finding.kind}, {finding.change or finding.status}, {day}{place}: {names}{tail}{' *' if finding.principal else ''}"
            )
        case Mechanism():
            return printable(finding.name + (f", session {finding.ordinal}" if finding.ordinal else ""))
        case Instrument():
            return printable(finding.name)
    return ""
