"""Views as text: what a person reads, each quotation with where it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from io import StringIO

import pytest
from rich.console import Console

from dragoman.record.store import Record
from dragoman.views.query import Query
from dragoman.views.roll import roll
from tests.record.factories import Draft

OPENING = "On 2024-02-05, Paul Roux met Ana Silva."
SAID = "Ana Silva \x1b[31mwarned\u202e of timber in a shared forest."
DRAFT = (
    Draft(f"{OPENING} {SAID}", published="2024-02-05", outlet="Paper")
    .side("BRA")
    .person("Paul Roux", "FRA")
    .person("Ana Silva", "BRA")
    .encounter(OPENING, "meeting", "2024-02-05", "Paul Roux", "Ana Silva", countries=("BRA", "FRA"), principal=True)
    .attribution(SAID, "Ana Silva", "warn")
    .issue("timber", "timber")
    .formula("a shared forest", "shared-forest")
)

SHOWN = [
    ("search", {"words": "timber"}, ["Paper, 2024-02-05", "Ana Silva (BRA) · warn · timber"]),
    (
        "person",
        {"person": "Ana Silva"},
        [
            "Ana Silva (BRA)\nperson-bra-ana-silva-456f09a8; cited: 1 source",
            "meeting held",
            "\nAna Silva on timber\n",
            "warn",
        ],
    ),
    ("issue", {"issue": "timber"}, ["1 mentions, 1 statements", "BRA on timber"]),
    ("formulas", {}, ["shared-forest", "1 use in 1 source"]),
    ("formulas", {"words": "shared-forest"}, ["first use", "In context", "a shared forest"]),
    ("course", {}, ["2024-02", "BRA +0 −1"]),
    ("brief", {}, ["Last encounters", "5 February 2024", "What each side said last"]),
]


def text(view: str, asked: dict[str, str], *drafts: Draft) -> str:
    with Record.memory() as record:
        for draft in drafts:
            record.add(draft.dispatch, replace(draft.reading, desks=("world",)))
        record.resolve(datetime(2026, 1, 1, tzinfo=UTC))
        contract = roll()[view].view(record, Query.of(**asked))
    shown = StringIO()
    console = Console(file=shown, width=400, highlight=False, markup=False, emoji=False)
    import_module(f"dragoman.cli.text.{view}").render(contract, console)
    return shown.getvalue()


@pytest.mark.parametrize(("view", "asked", "words"), SHOWN)
def test_what_is_shown_leads_to_its_characters(view: str, asked: dict[str, str], words: list[str]) -> None:
    shown = text(view, asked, DRAFT)
    for word in words:
        assert word in shown
    assert f"[{DRAFT.dispatch.id}:" in shown
    assert "\x1b" not in shown
    assert "\u202e" not in shown


@pytest.mark.parametrize("view", ["search", "formulas", "course", "brief"])
def test_an_empty_record_says_so(view: str) -> None:
    assert text(view, {}).strip()
