"""Issues and set phrases come from the desk's patterns, in the article alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.page.page import Page
from dragoman.readers import phrases
from dragoman.readers.found import Found
from dragoman.reading import Formula, Issue

_DESK = """
issues:
  - {id: fish, label: fish, patterns: ['fish(?:eries|ing)?', 'cod'], examples: [cod], not: [code]}
formulas:
  - id: good-neighbours
    label: good neighbours
    patterns: ['good[- ]neighbo(?:u)?rs?']
    examples: [good neighbours]
    forms: [{id: eternal, pattern: 'eternally good neighbours'}]
"""


@pytest.fixture
def laid(tmp_path: Path) -> Page:
    (tmp_path / "desk.yaml").write_text("{id: trial, title: A trial}", encoding="utf-8")
    (tmp_path / "words.yaml").write_text(_DESK, encoding="utf-8")
    text = (
        "Good neighbours talk about cod\n\nThey spoke of cod and of fisheries on Monday. "
        "Iceland asked about fishing there.\n\n"
        "Both said they were eternally good neighbours, and good neighbors quarrel.\n\nShare: Facebook | Twitter | fish"
    )
    return lay(Dispatch(text), desk(("world", "en", str(tmp_path))))


def test_an_issue_counts_once_a_sentence(laid: Page) -> None:
    found = [i for i in phrases.read(laid, Found()) if isinstance(i, Issue)]
    assert [i.evidence.of(laid.text) for i in found] == ["cod", "cod", "fishing"]


def test_every_use_of_a_formula_with_its_form(laid: Page) -> None:
    found = [f for f in phrases.read(laid, Found()) if isinstance(f, Formula)]
    assert [(f.evidence.of(laid.text), f.form) for f in found] == [
        ("Good neighbours", None),
        ("eternally good neighbours", "eternal"),
        ("good neighbors", None),
    ]
