"""A paper to be read: sections of sentences, each with the characters it rests on, and the numbered notes to them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dragoman.desk.desk import desk
from dragoman.views.contract import Evidence, Source
from dragoman.when import When

QUOTED = 360
"""Characters of a quotation shown; the note leads to the rest."""
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence. `lead`: a word or two before it, set apart. `evidence`: never empty."""

    text: str
    evidence: tuple[Evidence, ...]
    lead: str = ""

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"a sentence without evidence: {self.text[:80]!r}")


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Columns stand side by side; one alone is a plain list."""

    title: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Where one piece of evidence stands. `source` None where its dispatch is not listed."""

    number: int
    evidence: Evidence
    source: Source | None


@dataclass(frozen=True, slots=True)
class Picture:
    """`svg`: a whole SVG document. `title`: what it shows."""

    title: str
    svg: str


@dataclass(frozen=True)
class Paper:
    """`basis`: one sentence on what the paper rests on."""

    title: str
    basis: str
    sections: tuple[Section, ...]
    dispatches: tuple[Source, ...]
    pictures: tuple[Picture, ...] = field(default=())

    def lines(self) -> Iterator[Line]:
        for section in self.sections:
            for group in section.groups:
                for column in group.columns:
                    yield from column.lines

    def notes(self) -> tuple[Note, ...]:
        """One for each piece of evidence, numbered from 1 in the order in which the lines cite them."""
        sources = {source.dispatch: source for source in self.dispatches}
        seen = dict.fromkeys(item for line in self.lines() for item in line.evidence)
        return tuple(Note(n, item, sources.get(item.dispatch)) for n, item in enumerate(seen, 1))

    def numbers(self) -> dict[Evidence, int]:
        return {note.evidence: note.number for note in self.notes()}


def shown(text: str, most: int | None = None) -> str:
    """Dispatch text on one line, without what a page or a word processor must not be given: control characters and
    direction overrides become a replacement mark. Cut at `most` characters with an ellipsis."""
    flat = " ".join("".join(c if c.isspace() or _fit(c) else "\ufffd" for c in text).split())
    return flat if most is None or len(flat) <= most else flat[: most - 1].rstrip() + "…"


def _fit(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn") or character == "\u200d"


def quoted(item: Evidence) -> str:
    return f"“{shown(item.text, QUOTED)}”"


def day(text: str | None) -> str:
    """An ISO 8601 date as one writes it: "22 March 2025", "March 2025", "2018", an interval with "to"."""
    if not text:
        return "no date"
    try:
        when = When.parse(text)
    except ValueError:
        return text
    first, last = when.first, when.last
    match when.precision:
        case "day":
            return f"{first.day} {MONTHS[first.month - 1]} {first.year}"
        case "month":
            return f"{MONTHS[first.month - 1]} {first.year}"
        case "year":
            return str(first.year)
    return f"{day(when.start)} to {day(when.end or last.isoformat())}"


def country(code: str) -> str:
    """A country's name in English, its code where none is known."""
    known = desk(["world"]).countries.get(code)
    return known.name if known else code


def outlet(source: Source | None) -> str:
    """Outlet and day: "Kyodo News, 22 March 2025"."""
    if source is None:
        return "a dispatch not listed"
    name = source.outlet or source.origin.rpartition("/")[2] or source.dispatch
    if source.day:
        return f"{shown(name, 80)}, {day(source.day)}"
    known = [d for d in (source.first_day, source.last_day) if d]
    return f"{shown(name, 80)}, {f'between {day(known[0])} and {day(known[-1])}' if len(known) == 2 else 'undated'}"


def listed(words: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    given = list(words)
    return " and ".join(filter(None, [", ".join(given[:-1]), given[-1] if given else ""]))
