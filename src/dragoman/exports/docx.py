"""A paper as a Word document."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from dragoman.exports.paper import Group, Line, Paper, outlet, quoted, shown


def paper(given: Paper) -> bytes:
    """An Office Open XML document; notes stand at its end, numbered in brackets."""
    from docx import Document
    from docx.shared import Pt

    document = Document()
    document.styles["Normal"].font.size = Pt(10.5)
    document.core_properties.title = shown(given.title)
    document.core_properties.author = ""
    document.add_heading(shown(given.title), 0)
    document.add_paragraph(shown(given.basis))
    numbers = given.numbers()
    for section in given.sections:
        document.add_heading(shown(section.title), 1)
        for group in section.groups:
            if group.title:
                document.add_heading(shown(group.title), 2)
            _group(document, group, numbers)
    notes = given.notes()
    if notes:
        document.add_heading("Sources", 1)
    for note in notes:
        title = f", “{shown(note.source.title)}”" if note.source and note.source.title else ""
        where = f"characters {note.evidence.start}–{note.evidence.end} of {note.evidence.dispatch}"
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run(f"[{note.number}] {outlet(note.source)}{title}: {quoted(note.evidence)} ({where})")
        run.font.size = Pt(8.5)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _group(document: Any, group: Group, numbers: Any) -> None:
    if len(group.columns) == 1 and not group.columns[0].title:
        for line in group.columns[0].lines:
            _line(document.add_paragraph(style="List Bullet"), line, numbers)
        return
    table = document.add_table(rows=2, cols=len(group.columns), style="Table Grid")
    for number, column in enumerate(group.columns):
        table.rows[0].cells[number].paragraphs[0].add_run(shown(column.title)).bold = True
        cell = table.rows[1].cells[number]
        for place, line in enumerate(column.lines):
            _line(cell.paragraphs[0] if place == 0 else cell.add_paragraph(), line, numbers)
    document.add_paragraph()


def _line(paragraph: Any, line: Line, numbers: Any) -> None:
    if line.lead:
        paragraph.add_run(f"{shown(line.lead)} ").bold = True
    paragraph.add_run(shown(line.text))
    marks = "".join(f"[{numbers[item]}]" for item in line.evidence)
    paragraph.add_run(f" {marks}").font.superscript = True
