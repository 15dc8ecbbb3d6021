"""The register of set phrases, or one phrase in full, as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from dragoman.cli.console import printable
from dragoman.cli.text.cite import by_id, flat, quote, whose
from dragoman.views.contract import Source
from dragoman.views.formulas import Context, Formula, Formulas
from dragoman.views.phrasing.candidates import Candidate
from dragoman.views.phrasing.register import Registered
from dragoman.views.silence import Silence

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 56
"""Characters of a sentence shown on either side of a use."""
SHOWN = 20
"""Uses shown in context."""


def render(contract: Formulas, console: Console) -> None:
    sources = by_id(contract.dispatches)
    if contract.candidates is not None:
        lines = _candidates(contract.candidates, sources)
    else:
        lines = _full(contract.formula, sources) if contract.formula else _register(contract, sources)
    for line in lines:
        console.print(line)


def _register(contract: Formulas, sources: Mapping[str, Source]) -> Iterator[Text]:
    if not contract.register and not contract.silences:
        yield Text("no set phrase found: a desk lists those that are looked for (`dragoman desk show`)")
    for one in contract.register:
        yield _head(one)
        yield quote(one.first.evidence, sources, 4, "first")
        if one.last.finding != one.first.finding:
            yield quote(one.last.evidence, sources, 4, "last ")
    for dispatch, mine in groupby(contract.silences, key=lambda s: s.dispatch):
        yield Text(f"\nSilent in {whose(sources.get(dispatch))} [{dispatch}]", style="bold")
        for silence in mine:
            yield from _silence(silence, sources)


def _candidates(found: Sequence[Candidate], sources: Mapping[str, Source]) -> Iterator[Text]:
    if not found:
        yield Text("no wording that three independent sources of a side repeat is missing from the desks")
    for side, mine in groupby(found, key=lambda c: c.side):
        yield Text(f"Repeated by outlets of {side}, in no desk", style="bold")
        for one in mine:
            span = f"{one.first_day or '?'} to {one.last_day or '?'}"
            measures = f"C-value {one.c_value:g}, association {one.association:.2f}"
            yield Text(f"  “{flat(one.words, 90)}” {one.sources}, {one.elsewhere} elsewhere; {span}; {measures}")
            for item in one.evidence:
                yield quote(item, sources, 6)


def _uses(number: int) -> str:
    return f"{number} use{'' if number == 1 else 's'}"


def _head(one: Registered) -> Text:
    line = Text(f"{one.formula}", style="bold")
    sides = ", ".join(f"{s.side or 'side not known'} {s.total}" for s in one.sides)
    unheard = f"; {one.unheard} dispatch{'' if one.unheard == 1 else 'es'} since" if one.unheard else ""
    line.append(f"  {printable(one.label)} · {_uses(one.total)} in {one.sources} ({sides}){unheard}", style="not bold")
    return line


def _silence(one: Silence, sources: Mapping[str, Source]) -> Iterator[Text]:
    if one.reason == "custom":
        why = f"{one.carried} of the last {one.of} comparable dispatches carried it"
    else:
        why = "the other side's account of the same encounter carries it"
    yield Text(f"  {one.kind} {one.label} ({one.id}): {why}")
    for item in one.evidence[:1]:
        yield quote(item, sources, 6)


def _full(one: Formula, sources: Mapping[str, Source]) -> Iterator[Text]:
    yield Text(f"{printable(one.label)} ({one.formula})", style="bold")
    yield Text(f"{_uses(one.total)} in {one.sources}", style="dim")
    for language, name in one.names.items():
        yield Text(f"  {language:<8} {printable(name)}")
    yield quote(one.first.evidence, sources, 2, "first use")
    yield quote(one.last.evidence, sources, 2, "last use ")
    for gap in one.gaps:
        yield Text(
            f"  gap of {gap.days} days, {gap.before.day} to {gap.after.day}: {gap.dispatches} dispatches without it",
            style="yellow",
        )
        yield quote(gap.after.evidence, sources, 6, "returns")
    yield Text("\nBy year: uses; dispatches that carry it of all", style="bold")
    for year in one.years:
        bar = "█" * round(20 * year.share)
        yield Text(f"  {year.year}  {year.uses:>4}  {year.carrying:>4} of {year.dispatches:<5} {bar}")
    yield Text("\nWordings", style="bold")
    for wording in one.wordings:
        whose_words = f"{wording.side or 'side not known'}, {wording.language or '?'}"
        span = f"{wording.first.day or '?'} to {wording.last.day or '?'}"
        yield Text(f"  {whose_words}: “{flat(wording.words, 90)}” {wording.total} times, {span}")
    for change in one.changes:
        yield Text(
            f"  {change.side or 'side not known'} changes the wording on {change.day}{f', {change.direction}' if change.direction else ''}",
            style="yellow",
        )
        yield quote(change.before.evidence, sources, 6, "before")
        yield quote(change.after.evidence, sources, 6, "after ")
    if one.speakers:
        yield Text("\nBy speaker", style="bold")
    for speaker in one.speakers[:12]:
        level = f", {speaker.level}" if speaker.level else ""
        yield Text(
            f"  {printable(speaker.name)}{level}: {speaker.total} times, {speaker.first.day or '?'} to {speaker.last.day or '?'}"
        )
    yield Text("\nWhat stands beside it", style="bold")
    for other in one.beside:
        yield Text(f"  {other.kind} {other.label} ({other.id}): in {other.together} of {other.of} sources")
    yield Text("\nIn context, the newest first", style="bold")
    for context in one.concordance[:SHOWN]:
        yield _context(context, sources)


def _context(one: Context, sources: Mapping[str, Source]) -> Text:
    use, sentence = one.use.evidence, one.sentence
    left = flat(sentence.text[: use.start - sentence.start], 4000)[-WIDTH:]
    right = flat(sentence.text[use.end - sentence.start :], WIDTH)
    line = Text(f"  {one.use.day or 'no date':<10} {left:>{WIDTH}} ")
    line.append(flat(use.text, 90), style="bold")
    line.append(f" {right}")
    line.append(f"  {whose(sources.get(use.dispatch))} [{use.reference}]", style="dim")
    return line
