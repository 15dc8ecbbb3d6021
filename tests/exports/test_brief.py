"""Briefs as files: each sentence with its sources, nothing without any, nothing of a dispatch that could run."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import QueryError
from dragoman.exports import docx, html, markdown
from dragoman.exports.brief import paper, write
from dragoman.exports.paper import Line, day, listed, shown
from dragoman.record.store import Record
from dragoman.views.brief import Brief, view
from dragoman.views.query import Query
from tests.record.factories import Draft

HOSTILE = 'Ana Silva spoke of timber <script>alert("x")</script> & *stars* [link](javascript:x) \u202e now.'


def brief() -> Brief:
    opening = "On 2024-02-05, Paul Roux met Ana Silva."
    draft = (
        Draft(f"{opening} {HOSTILE}", published="2024-02-05", outlet="<b>Paper</b>", title="A & B")
        .side("BRA")
        .person("Paul Roux", "FRA")
        .person("Ana Silva", "BRA")
        .encounter(opening, "meeting", "2024-02-05", "Paul Roux", "Ana Silva", countries=("BRA", "FRA"), principal=True)
        .attribution(HOSTILE, "Ana Silva", "urge")
        .issue("timber", "timber")
    )
    with Record.memory() as record:
        record.add(draft.dispatch, replace(draft.reading, desks=("world",)))
        record.resolve(datetime(2026, 1, 1, tzinfo=UTC))
        return view(record, Query())


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.targets: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        assert not any(name.startswith("on") for name in given)
        if "href" in given:
            self.targets.append(given["href"] or "")
        if given.get("id"):
            self.ids.append(given["id"] or "")


def test_every_line_has_evidence_and_every_note_a_line() -> None:
    made = paper(brief())
    lines = list(made.lines())
    assert lines
    assert all(line.evidence for line in lines)
    assert [n.number for n in made.notes()] == list(range(1, len(made.notes()) + 1))
    assert {n.evidence for n in made.notes()} == {e for line in lines for e in line.evidence}


def test_a_sentence_without_evidence_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="without evidence"):
        Line("They met.", ())


def test_html_is_self_contained_and_runs_nothing() -> None:
    page = html.paper(paper(brief())).decode()
    tags = Tags()
    tags.feed(page)
    assert not {"script", "iframe", "link", "object", "b"} & set(tags.tags)
    assert "&lt;script&gt;" in page
    assert "\u202e" not in page
    assert all(target.startswith("#n") for target in tags.targets)
    assert {target.removeprefix("#") for target in tags.targets} == set(tags.ids)
    assert "http://" not in page.replace("http://www.w3.org", "")
    assert "@media print" in page


def test_markdown_lets_no_markup_in() -> None:
    text = markdown.paper(paper(brief())).decode()
    assert "<script>" not in text
    assert r"\*stars\*" in text
    assert r"\[link\]" in text
    used = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    assert used == set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert "What each side said last" in text


def test_word_opens_again_with_all_sentences() -> None:
    from docx import Document

    made = docx.paper(paper(brief()))
    assert zipfile.ZipFile(BytesIO(made)).testzip() is None
    document: Any = Document(BytesIO(made))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    text = "\n".join([*(p.text for p in document.paragraphs), *cells])
    for line in paper(brief()).lines():
        assert line.text in text


@pytest.mark.parametrize("name", ["brief.html", "brief.md", "brief.docx", "BRIEF.HTML"])
def test_the_suffix_says_the_format(tmp_path: Path, name: str) -> None:
    write(brief(), tmp_path / name, pictures=False)
    assert (tmp_path / name).stat().st_size > 500


def test_an_unknown_suffix_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"\.docx"):
        write(brief(), tmp_path / "brief.odt")


def test_an_empty_brief_says_so() -> None:
    with Record.memory() as empty:
        made = paper(view(empty, Query()))
    assert made.basis == "Nothing in the record answers to this occasion."
    assert b"<h1>" in html.paper(made)


DAYS = [
    ("2025-03-22", "22 March 2025"),
    ("2025-03", "March 2025"),
    ("2018", "2018"),
    ("2025-09/2025-11", "September 2025 to November 2025"),
    (None, "no date"),
]


@pytest.mark.parametrize(("iso", "said"), DAYS)
def test_days_as_one_writes_them(iso: str | None, said: str) -> None:
    assert day(iso) == said


SHOWN = [
    ("a\n  b\tc", "a b c"),
    ("a\0b", "a\ufffdb"),
    ("\u202eevil", "\ufffdevil"),
    ("谈判", "谈判"),
]


@pytest.mark.parametrize(("text", "safe"), SHOWN)
def test_dispatch_text_on_a_page(text: str, safe: str) -> None:
    assert shown(text) == safe


def test_long_text_is_cut_with_an_ellipsis() -> None:
    assert shown("a" * 20, 10) == "a" * 9 + "…"


@pytest.mark.parametrize(
    ("words", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_of_words(words: list[str], said: str) -> None:
    assert listed(words) == said


def test_the_brief_of_the_samples_cites_only_what_stands_there(annotated_record: Record) -> None:
    made = paper(view(annotated_record, Query.of(person="Takeshi Iwaya", as_of="2025-07-31")))
    assert {s.title for s in made.sections} >= {"People", "Last encounters", "What each side said last", "Commitments"}
    for note in made.notes():
        item = note.evidence
        assert note.source is not None
        assert annotated_record.dispatch(item.dispatch).text[item.start : item.end] == item.text
