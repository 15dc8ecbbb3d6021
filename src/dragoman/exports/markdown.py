"""A paper as Markdown, with footnotes; dispatch text can add no markup of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.exports.paper import Line, Paper, outlet, quoted

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_START = re.compile(r"^(\s*)([-+]|\d+[.)])(\s)")


def paper(given: Paper) -> bytes:
    """UTF-8, one trailing line break."""
    return ("\n".join(_lines(given)).rstrip() + "\n").encode("utf-8")


def _lines(given: Paper) -> Iterator[str]:
    numbers = given.numbers()
    yield from (f"# {plain(given.title)}", "", plain(given.basis), "")
    for section in given.sections:
        yield from (f"## {plain(section.title)}", "")
        for group in section.groups:
            if group.title:
                yield from (f"### {plain(group.title)}", "")
            for column in group.columns:
                if column.title:
                    yield from (f"**{plain(column.title)}**", "")
                for line in column.lines:
                    marks = "".join(f"[^{numbers[item]}]" for item in line.evidence)
                    yield f"- {_text(line)}{marks}"
                yield ""
    if notes := given.notes():
        yield from ("## Sources", "")
        for note in notes:
            title = f", “{plain(note.source.title)}”" if note.source and note.source.title else ""
            where = f"characters {note.evidence.start}–{note.evidence.end} of {note.evidence.dispatch}"
            yield f"[^{note.number}]: {plain(outlet(note.source))}{title}: {plain(quoted(note.evidence))} ({where})"


def _text(line: Line) -> str:
    return f"**{plain(line.lead)}** {plain(line.text)}" if line.lead else plain(line.text)


def plain(text: str) -> str:
    """Text in which every sign that Markdown would take for markup stands for itself."""
    escaped = _SIGNS.sub(r"\\\1", " ".join(text.split()))
    return _START.sub(r"\1\\\2\3", escaped).replace("&", "&amp;")
