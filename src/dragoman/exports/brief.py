"""A brief as a paper, and as a file whose suffix says the format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from importlib import import_module
from itertools import groupby
from pathlib import Path
from typing import get_args

from dragoman.errors import ExtraError, QueryError
from dragoman.exports.paper import Column, Group, Line, Paper, Picture, Section, country, day, listed, quoted, shown
from dragoman.views.brief import Biography, Brief, Expected, SideOnIssue
from dragoman.views.encounters import EncounterEntry
from dragoman.views.offices import ended
from dragoman.views.owed import Contested, Owed
from dragoman.views.positions import Direction

FORMATS = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown", ".docx": "docx"}
CITED = 4
"""Pieces of evidence cited for one sentence."""


def write(contract: Brief, to: Path, pictures: bool | None = None, note: str = "") -> None:
    """Writes the brief to a file ending in .html, .md or .docx. `pictures`: with charts (HTML only); None: where the
    extra `charts` is installed. `note`: what its reader must know of how it was made. QueryError for another suffix."""
    name = FORMATS.get(to.suffix.lower())
    if name is None:
        raise QueryError(str(to), "no format goes by that suffix", f"end it in one of {', '.join(FORMATS)}")
    drawn = _pictures(contract) if name == "html" and pictures is not False else ()
    render: Callable[[Paper], bytes] = import_module(f"dragoman.exports.{name}").paper
    to.write_bytes(render(paper(contract, drawn, note)))


def paper(contract: Brief, pictures: tuple[Picture, ...] = (), note: str = "") -> Paper:
    """The brief in sentences, each with what it rests on; sections without any are left out."""
    sections = (
        Section(
            "People",
            _one_list(_people(contract.people, date.fromisoformat(contract.until) if contract.until else None)),
        ),
        Section("Last encounters", _one_list(_encounter(one) for one in contract.encounters if one.tellings)),
        Section("What each side said last", tuple(_issues(contract.issues))),
        Section("Contested", tuple(_contested(contract.contested))),
        Section("Commitments", tuple(_commitments(contract.commitments))),
        Section("Set phrases to expect", tuple(_phrases(contract.formulas))),
    )
    kept = tuple(section for section in sections if section.groups)
    basis = _basis(contract) + (f" {note[:1].upper()}{note[1:]}." if note else "")
    return Paper(_title(contract), basis, kept, contract.dispatches, pictures)


def _title(contract: Brief) -> str:
    if contract.people:
        return f"Brief: {listed(shown(one.name) for one in contract.people)}"
    return f"{listed(country(side) for side in contract.sides) or 'The record'}: brief"


def _basis(contract: Brief) -> str:
    if not contract.dispatches:
        return "Nothing in the record answers to this occasion."
    span = f"published {day(contract.since)} to {day(contract.until)}" if contract.since else "undated"
    return (
        f"Statements from dispatches {span}. Cited: {contract.sources}. Each sentence leads to the words it rests on."
    )


def _one_list(lines: Iterable[Line]) -> tuple[Group, ...]:
    given = tuple(lines)
    return (Group("", (Column("", given),)),) if given else ()


def _people(people: Iterable[Biography], as_of: date | None) -> Iterator[Line]:
    for one in people:
        for office in one.offices[:2]:
            over = ended(office, as_of)
            end = f"; over since {day(over)}, as the desk has it" if over else ""
            of = f", {country(one.country)}" if one.country else ""
            span = "" if office.first_day is None else f", {day(office.first_day)} to {day(office.last_day)}"
            if office.first_day == office.last_day and office.first_day:
                span = f", {day(office.first_day)}"
            number = f"in {office.total} dispatches" if office.total > 1 else "in one dispatch"
            text = f"{shown(office.titles[0])}{of}, so called {number}{span}{end}."
            yield Line(text, office.evidence[:CITED], shown(one.name))


def _encounter(one: EncounterEntry) -> Line:
    who = [p.name for p in one.participants] or list(one.bodies) or [country(c) for c in one.countries]
    what = one.kind if one.level is None else f"{one.kind} ({one.level})"
    place = f" in {shown(one.place)}" if one.place else ""
    series = ""
    if one.mechanism:
        session = f", session {one.ordinal}" if one.ordinal else ""
        series = f", {shown(one.mechanism.label)}{session}"
    text = f"{what}{place}{series}: {listed(shown(w) for w in who) or 'participants not named'} ({one.sources})."
    evidence = [t.evidence for t in one.tellings]
    return Line(text, tuple(evidence[:CITED]), day(one.date))


def _issues(issues: Iterable[SideOnIssue]) -> Iterator[Group]:
    for _, mine in groupby(issues, key=lambda one: one.position.issue):
        sides = list(mine)
        columns = tuple(Column(country(one.position.holder), tuple(_position(one))) for one in sides)
        yield Group(sides[0].position.label, columns)


_CHANGES = {"alike": "In like tone on", **{way: f"{way.capitalize()} in tone than on" for way in get_args(Direction)}}


def _position(one: SideOnIssue) -> Iterator[Line]:
    last = one.position.last
    for said in last.statements:
        yield Line(f"{shown(said.speaker)} ({said.act}): {quoted(said.evidence)}", (said.evidence,), day(last.day))
    if one.change and len(one.position.stands) > 1:
        before = one.position.stands[-2]
        said = before.statements[0]
        words = f"{shown(said.speaker)} ({said.act}): {quoted(said.evidence)}"
        yield Line(words, (said.evidence,), f"{_CHANGES[one.change]} {day(before.day)}")


def _contested(points: Iterable[Contested]) -> Iterator[Group]:
    for one in points:
        lines = [Line(f"attributed to {shown(one.speaker)}: {quoted(e)}", (e,), "Claim") for e in one.contest.claim[:1]]
        for lead, items in (
            ("Denial", one.contest.denial),
            ("Protest", one.contest.protest),
            ("Reply", one.contest.reply),
        ):
            lines += [Line(quoted(e), (e,), lead) for e in items[:2]]
        if one.contest.silence:
            lines.append(
                Line(
                    "the accounts of the other side tell of it without these words.",
                    one.contest.silence[:CITED],
                    "Silence",
                )
            )
        yield Group(f"{day(one.date)}: words attributed to {shown(one.speaker)}", (Column("", tuple(lines)),))


def _commitments(commitments: Iterable[Owed]) -> Iterator[Group]:
    given = list(commitments)
    for status in ("overdue", "open"):
        lines = tuple(_commitment(one) for one in given if one.status == status and one.evidence)
        if lines:
            yield Group(status.capitalize(), (Column("", lines),))


def _commitment(one: Owed) -> Line:
    who = listed(country(p) for p in one.parties)
    due = f"due {day(one.due)}" if one.due else "no date set"
    return Line(f"{who + ', ' if who else ''}{due}: {quoted(one.evidence[0])}", one.evidence[:CITED], day(one.since))


def _phrases(expected: Iterable[Expected]) -> Iterator[Group]:
    columns = []
    for side, mine in groupby(expected, key=lambda e: e.side):
        lines = []
        for one in mine:
            text = f"{quoted(one.last.evidence)} ({one.label}): in {one.carried} of the last {one.of} encounters told by this side, last on {day(one.last.day)}."
            lines.append(Line(text, tuple(dict.fromkeys((one.last.evidence, *one.evidence)))[:CITED]))
        columns.append(Column(country(side), tuple(lines)))
    if columns:
        yield Group("", tuple(columns))


def _pictures(contract: Brief) -> tuple[Picture, ...]:
    """Charts of the brief; none where the extra that draws them is not installed."""
    from dragoman.plots.plot import svg

    try:
        drawn = [Picture(title, svg(name, part)) for title, name, part in _charts(contract)]
    except ExtraError:
        return ()
    return tuple(drawn)


def _charts(contract: Brief) -> Iterator[tuple[str, str, object]]:
    if len(contract.encounters) > 1:
        yield "Encounters", "timeline", contract
    if contract.commitments:
        yield "Commitments", "ledger", contract
