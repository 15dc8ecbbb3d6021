"""What was planned and what became of it: sessions and visits told before they took place, put off, and held."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from dragoman.reading import Slot
from dragoman.record import schema
from dragoman.record.store import Record
from dragoman.span import Span
from tests.record.factories import Draft

NOW = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)
SIDES = ("NLD", "PRT")
SERIES = "Tagus Dialogue"


def session(outlet: str, published: str, date: str | None, number: int | None = None, **more: Any) -> Draft:
    place = more.pop("place", "Lisbon")
    text = f"The {SERIES}, says {outlet}. In {place}."
    draft = Draft(text, published=published, outlet=outlet).mechanism(SERIES, SERIES, number)
    more.setdefault("status", "held")
    return draft.encounter(text, "forum", date, mechanism=SERIES, ordinal=number, countries=SIDES, place=place, **more)


def visit(outlet: str, published: str, date: str | None, **more: Any) -> Draft:
    draft = Draft(f"Ana Duarte in The Hague, says {outlet}.", published=published, outlet=outlet)
    draft.person("Ana Duarte", "PRT")
    return draft.encounter(draft.dispatch.text, "visit", date, "Ana Duarte", countries=SIDES, **more)


def entries(record: Record) -> list[tuple[set[str], str, str | None]]:
    """Of each encounter the outlets that tell of it, its status and date."""
    query = (
        select(schema.entry.c.id, schema.entry.c.detail, schema.dispatch.c.outlet)
        .join(schema.membership, schema.membership.c.entry == schema.entry.c.id)
        .join(schema.dispatch, schema.dispatch.c.id == schema.membership.c.dispatch)
        .where(schema.entry.c.kind == "encounter")
    )
    found: dict[str, tuple[set[str], str, str | None]] = {}
    with record.reads() as connection:
        for key, detail, outlet in connection.execute(query):
            found.setdefault(key, (set(), detail["status"], detail["date"]))[0].add(outlet)
    return sorted(found.values(), key=lambda one: sorted(one[0]))


PLAN: dict[str, Any] = {"status": "scheduled"}
OFF: dict[str, Any] = {"status": "proposed", "change": "postponed"}
ROWS: dict[str, tuple[list[Draft], list[tuple[set[str], str, str | None]]]] = {
    "a plan for next year and the session": (
        [session("A", "2022-05-05", "2023", **PLAN), session("B", "2023-03-04", "2023-03-04", 5)],
        [({"A", "B"}, "held", "2023-03-04")],
    ),
    "a plan that two sessions fit": (
        [
            session("A", "2022-05-05", "2023", **PLAN),
            session("B", "2023-03-04", "2023-03-04", 5),
            session("C", "2023-11-04", "2023-11-04", 6),
        ],
        [({"A"}, "scheduled", "2023"), ({"B"}, "held", "2023-03-04"), ({"C"}, "held", "2023-11-04")],
    ),
    "a plan for elsewhere": (
        [session("A", "2022-05-05", "2023", place="Porto", **PLAN), session("B", "2023-03-04", "2023-03-04", 5)],
        [({"A"}, "scheduled", "2023"), ({"B"}, "held", "2023-03-04")],
    ),
    "put off without a day": (
        [session("A", "2022-05-05", "2022-06-07", **PLAN), session("B", "2022-06-01", None, place="", **OFF)],
        [({"A", "B"}, "postponed", "2022-06-07")],
    ),
    "put off long before the plan": (
        [session("A", "2022-05-05", "2022-06-07", **PLAN), session("B", "2020-06-01", None, place="", **OFF)],
        [({"A"}, "scheduled", "2022-06-07"), ({"B"}, "postponed", None)],
    ),
    "put off, told for which day it had been set": (
        [
            visit("A", "2022-05-05", "2022-06-07", **PLAN),
            visit("B", "2022-06-01", None, protocol=(Slot("planned", "2022-06-07", Span(0, 3)),), **OFF),
            visit("C", "2022-05-05", "2022-06-27", **PLAN),
        ],
        [({"A", "B"}, "postponed", "2022-06-07"), ({"C"}, "scheduled", "2022-06-27")],
    ),
    "a visit that is called off": (
        [visit("A", "2022-05-05", "2022-06-07", **PLAN), visit("B", "2022-06-01", None, status="proposed", change="cancelled")],
        [({"A", "B"}, "cancelled", "2022-06-07")],
    ),
    "a numbered session that slips for half a year": (
        [session("A", "2022-05-05", "2022-06-07", 5, **PLAN), session("B", "2023-01-10", "2023-01-10", 5)],
        [({"A", "B"}, "held", "2023-01-10")],
    ),
    "a plan that bears the number of the one before": (
        [session("A", "2023-01-11", "2024-06", 5, **PLAN), session("B", "2023-01-10", "2023-01-10", 5)],
        [({"A"}, "scheduled", "2024-06"), ({"B"}, "held", "2023-01-10")],
    ),
    "one plan, two numbers": (
        [session("A", "2022-05-05", "2022-06", 5, **PLAN), session("B", "2022-05-05", "2022-06", 6, **PLAN)],
        [({"A", "B"}, "scheduled", "2022-06")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", ROWS)
@pytest.mark.parametrize("turned", [False, True])
def test_plans_and_what_became_of_them(record: Record, name: str, turned: bool) -> None:
    drafts, expected = ROWS[name]
    for draft in reversed(drafts) if turned else drafts:
        record.add(draft.dispatch, draft.reading)
        record.resolve(NOW)
    assert entries(record) == expected


def test_two_spans_of_days_for_one_session_are_a_conflict(record: Record) -> None:
    for outlet, first, last in (("A", "2022-06-14", "2022-06-16"), ("B", "2022-06-15", "2022-06-17")):
        draft = session(outlet, "2022-06-20", first, 5, end=last)
        record.add(draft.dispatch, draft.reading)
    record.resolve(NOW)
    with record.reads() as connection:
        (detail,) = connection.execute(
            select(schema.entry.c.detail).where(schema.entry.c.kind == "encounter")
        ).scalars()
    assert detail["conflicts"]["date"] == ["2022-06-14/2022-06-16", "2022-06-15/2022-06-17"]


def test_what_comes_next_after_a_session_is_the_next_of_its_series(record: Record) -> None:
    text = f"Session 5 of the {SERIES} took place. The two sides will hold the 6th meeting in Porto in 2023."
    draft = Draft(text, published="2022-06-07", outlet="A").mechanism(SERIES, SERIES, 5)
    draft.encounter(f"Session 5 of the {SERIES} took place.", "forum", "2022-06-07", mechanism=SERIES, ordinal=5,
                    countries=SIDES, principal=True)  # fmt: skip
    draft.encounter("The two sides will hold the 6th meeting in Porto in 2023.", "meeting", "2023", "Portugal",
                    status="scheduled", countries=SIDES, place="Porto")  # fmt: skip
    held = session("B", "2023-03-04", "2023-03-04", 6, place="Porto")
    for one in (draft, held):
        record.add(one.dispatch, one.reading)
    record.resolve(NOW)
    assert entries(record) == [({"A"}, "held", "2022-06-07"), ({"A", "B"}, "held", "2023-03-04")]
