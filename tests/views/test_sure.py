"""What is less sure than asked falls out of every view that is made of findings, is counted, and stays where a person accepted it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from dragoman.record.store import Record
from dragoman.views.query import Query
from dragoman.views.roll import roll
from dragoman.views.sure import sure
from tests.record.factories import Draft

AT = datetime(2026, 1, 1, tzinfo=UTC)
MEETING = "The third forestry dialogue was held in Lima on 2024-02-05."
SAID = "Ana Silva warned of fires."
AGREED = "The two sides agreed to plant a forest."


def record(confidence: float) -> Record:
    made = Record.memory()
    draft = (
        Draft(f"{MEETING} {SAID} {AGREED}", published="2024-02-05")
        .person("Ana Silva", "BRA", confidence=confidence)
        .mechanism("third forestry dialogue", "forestry dialogue", 3)
        .encounter(
            MEETING, "forum", "2024-02-05", "Ana Silva", place="Lima", mechanism="forestry dialogue", ordinal=3,
            countries=("BRA", "PER"), principal=True, confidence=confidence,
        )
        .attribution(SAID, "Ana Silva", "warn", confidence=confidence)
        .commitment(AGREED, "agreed", ("BRA", "PER"), confidence=confidence)
    )  # fmt: skip
    made.add(draft.dispatch, replace(draft.reading, desks=("world",)))
    made.resolve(AT)
    return made


def encounter(made: Record) -> str:
    return str(roll()["timeline"].view(made, Query()).encounters[0].entry)


def count(contract: Any, view: str) -> int:
    """How many of what the view is made of."""
    match view:
        case "timeline":
            return len(contract.encounters)
        case "ledger":
            return len(contract.undertakings)
        case "calendar":
            return sum(len(one.sessions) for one in contract.series)
        case "search":
            return sum(len(hit.statements) for hit in contract.hits)
        case _:
            return len(contract.findings)


VIEWS = [
    ("timeline", {}),
    ("ledger", {}),
    ("calendar", {"as_of": "2024-12-31"}),
    ("search", {"words": "fires"}),
    ("show", {"entry": "the encounter"}),
]


@pytest.mark.parametrize(("view", "asked"), VIEWS)
@pytest.mark.parametrize(("confidence", "left"), [(0.4, 0), (0.6, 1)])
def test_findings_below_the_threshold_are_hidden_and_counted(
    view: str, asked: dict[str, str], confidence: float, left: int
) -> None:
    with record(confidence) as made:
        if asked.get("entry"):
            asked = {"entry": encounter(made)}
        whole = roll()[view].view(made, Query.of(**asked))
        assert count(whole, view) == 1
        kept, number = sure(made, whole, 0.5)
        assert (count(kept, view), number > 0) == (left, not left)


def test_a_comparison_of_which_nothing_is_sure_is_nothing() -> None:
    with record(0.4) as made:
        whole = roll()["compare"].view(made, Query(entry=encounter(made)))
        kept, hidden = sure(made, whole, 0.5)
    assert kept is None
    assert hidden == 3


def test_what_a_person_accepted_is_sure() -> None:
    with record(0.4) as made:
        telling = roll()["timeline"].view(made, Query()).encounters[0].tellings[0]
        made.accept(telling.finding, author="kim", at=AT)
        kept, hidden = sure(made, roll()["timeline"].view(made, Query()), 1.0)
    assert count(kept, "timeline") == 1
    assert hidden == 0
