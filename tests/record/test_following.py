"""What became of undertakings, kept as dispatches come and go: the same in any order, in any parts, after any detour; and
as of any day only what was published by then counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from dragoman.record import schema
from dragoman.record.store import Record
from tests.record.factories import Draft
from tests.record.orders import after_removal, in_any_order, picture

NOW = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)
SIDES = ("NLD", "PRT")
SERIES = "Tagus Dialogue"


def put(record: Record, draft: Draft) -> None:
    record.add(draft.dispatch, replace(draft.reading, desks=("world", "en")))


def add(record: Record, *drafts: Draft) -> None:
    for draft in drafts:
        put(record, draft)
    record.resolve(NOW)


def promise(day: str, due: str | None = None, thing: str = "harbour customs laboratory", outlet: str = "A") -> Draft:
    said = f"The two sides agreed to build a {thing} by the sea."
    return Draft(f"{outlet} reports. {said}", published=day, outlet=outlet).commitment(said, "agreed", SIDES, due=due)


def ending(
    day: str, words: str = "has been completed", thing: str = "harbour customs laboratory", outlet: str = "B"
) -> Draft:
    return Draft(f"{outlet} reports. The {thing} by the sea {words}.", published=day, outlet=outlet)


def planned(day: str, number: int, outlet: str = "A") -> Draft:
    said = f"They agreed to hold session {number} of the {SERIES}."
    draft = Draft(f"{outlet} reports. {said}", published=day, outlet=outlet)
    return draft.commitment(said, "agreed", SIDES).mechanism(SERIES, SERIES, number)


def session(day: str, number: int, outlet: str = "B", status: str = "held", published: str | None = None) -> Draft:
    text = f"Session {number} of the {SERIES} on {day}, {outlet} reports."
    draft = Draft(text, published=published or day, outlet=outlet).mechanism(SERIES, SERIES, number)
    return draft.encounter(text, "forum", day, mechanism=SERIES, ordinal=number, countries=SIDES, status=status)


def anew(day: str, outlet: str = "C") -> Draft:
    said = "The two sides agreed to build the harbour customs laboratory by the sea at a later date."
    return Draft(f"{outlet} reports. {said}", published=day, outlet=outlet).commitment(said, "agreed", SIDES)


def course(record: Record) -> list[list[tuple[str, str]]]:
    """Of each undertaking, from which day on it has which status."""
    found: dict[str, list[tuple[str, str]]] = {}
    with record.reads() as connection:
        for row in connection.execute(select(schema.step).order_by(schema.step.c.entry, schema.step.c.since)):
            found.setdefault(row.entry, []).append((row.since, row.status))
    return list(found.values())


def put_back(day: str, outlet: str = "C") -> Draft:
    """What is put off, and in the sentence after it the new time of "it"."""
    now = "The laboratory will now be built by March 2025"
    text = f"The two sides agreed to delay the harbour customs laboratory by the sea. {now}, they said."
    return Draft(text, published=day, outlet=outlet).commitment(now, "agreed", SIDES, due="2025-03")


def signing(day: str) -> Draft:
    """A deed done to what stands before it in the sentence."""
    said = "promised to sign it"
    text = f"The ministers spoke of an accord on harbour customs laboratories and {said} by June."
    return Draft(text, published=day).commitment(said, "agreed", SIDES, due="2024-06")


def signed(day: str) -> Draft:
    return Draft("The accord on harbour customs laboratories has been signed.", published=day, outlet="B")


@pytest.mark.parametrize(
    ("dispatches", "expected"),
    [
        ([promise("2024-01-02", "2024-03"), put_back("2024-02-03")], [("2024-01-02", "open"), ("2024-02-03", "superseded")]),
        ([signing("2024-01-02"), signed("2024-05-06")], [("2024-01-02", "open"), ("2024-05-06", "kept")]),
    ],
    ids=["the new time in the next sentence", "what 'it' is"],
)  # fmt: skip
def test_what_is_spoken_of_just_before_counts(
    record: Record, dispatches: list[Draft], expected: list[tuple[str, str]]
) -> None:
    add(record, *dispatches)
    assert expected in course(record)


@pytest.mark.parametrize(
    ("dispatches", "expected"),
    [
        ([promise("2024-01-02")], [("2024-01-02", "open")]),
        ([promise("2024-01-02", "2024-03")], [("2024-01-02", "open"), ("2024-04-01", "overdue")]),
        ([promise("2024-01-02"), ending("2024-02-03")], [("2024-01-02", "open"), ("2024-02-03", "kept")]),
        (
            [promise("2024-01-02", "2024-03"), ending("2024-06-07")],
            [("2024-01-02", "open"), ("2024-04-01", "overdue"), ("2024-06-07", "kept")],
        ),
        ([promise("2024-01-02"), ending("2024-02-03", "was postponed")], [("2024-01-02", "open"), ("2024-02-03", "lapsed")]),
        (
            [promise("2024-01-02"), ending("2024-02-03", "was postponed"), ending("2024-05-06", outlet="C")],
            [("2024-01-02", "open"), ("2024-02-03", "lapsed"), ("2024-05-06", "kept")],
        ),
        ([promise("2024-01-02"), ending("2023-12-31")], [("2024-01-02", "open")]),
        ([promise("2024-01-02"), ending("2024-02-03", "has yet to be completed")], [("2024-01-02", "open")]),
        ([promise("2024-01-02"), ending("2024-02-03", "was requested, for which a plan has been completed")], [("2024-01-02", "open")]),
        ([promise("2024-01-02"), ending("2024-02-03", thing="river orchard museum")], [("2024-01-02", "open")]),
        (
            [promise("2024-01-02", "2024-03"), anew("2024-02-03"), ending("2024-06-07")],
            [("2024-01-02", "open"), ("2024-02-03", "superseded")],
        ),
        (
            [promise("2024-01-02", "2024-03"), ending("2024-02-03"), anew("2024-06-07")],
            [("2024-01-02", "open"), ("2024-02-03", "kept")],
        ),
        (
            [promise("2024-01-02", thing="hall for 50,000 visitors"), ending("2024-02-03", thing="hall for fifty thousand visitors")],
            [("2024-01-02", "open"), ("2024-02-03", "kept")],
        ),
        ([planned("2024-01-02", 5), session("2024-06-07", 5)], [("2024-01-02", "open"), ("2024-06-07", "kept")]),
        ([planned("2024-01-02", 5), session("2024-06-07", 4)], [("2024-01-02", "open")]),
        (
            [planned("2024-01-02", 5), session("2024-06-07", 5, status="postponed", published="2024-05-05")],
            [("2024-01-02", "open"), ("2024-05-05", "lapsed")],
        ),
    ],
    ids=[
        "nothing said", "its time passes", "done", "done late", "put off", "put off and done", "done before it was promised",
        "not done yet", "asked for", "another thing done", "replaced, and the other done", "done before it was to be replaced", "a number in words", "the session held", "another session held", "the session put off",
    ],
)  # fmt: skip
def test_status_changes_on_the_day_that_says_so(
    record: Record, dispatches: list[Draft], expected: list[tuple[str, str]]
) -> None:
    add(record, *dispatches)
    assert expected in course(record)
    with Record.memory() as backwards:
        for draft in reversed(dispatches):
            add(backwards, draft)
        assert picture(backwards) == picture(record)


def test_an_undertaking_that_takes_its_place_is_named(record: Record) -> None:
    add(record, promise("2024-01-02", "2024-03"), anew("2024-02-03"))
    with record.reads() as connection:
        step = connection.execute(select(schema.step).where(schema.step.c.status == "superseded")).one()
        later = connection.execute(select(schema.entry.c.id).where(schema.entry.c.told == "2024-02-03")).scalar_one()
    assert step.since == "2024-02-03"
    assert step.outcome == later


def test_what_shows_it_is_the_sentence_that_says_so(record: Record) -> None:
    done = ending("2024-02-03")
    add(record, promise("2024-01-02"), done)
    with record.reads() as connection:
        shown = connection.execute(select(schema.step.c.shown_by).where(schema.step.c.status == "kept")).scalar_one()
    sentence = "The harbour customs laboratory by the sea has been completed."
    start = done.dispatch.text.index(sentence)
    assert shown == [[done.dispatch.id, start, start + len(sentence), sentence]]


def test_when_the_dispatch_that_shows_it_goes_it_is_open_again(record: Record) -> None:
    done = ending("2024-02-03")
    add(record, promise("2024-01-02"), done)
    record.remove(done.dispatch.id)
    record.resolve(NOW)
    assert course(record) == [[("2024-01-02", "open")]]


@st.composite
def drafts(draw: st.DrawFn) -> list[Draft]:
    """Promises and what became of them, about few things and days, so that much of it touches."""
    made = []
    days = st.sampled_from(["2024-01-02", "2024-01-09", "2024-02-03", "2024-05-06", "2024-06-07"])
    things = st.sampled_from(["harbour customs laboratory", "river customs laboratory", "harbour museum"])
    for number in range(draw(st.integers(1, 7))):
        outlet, day = f"Outlet {number}", draw(days)
        kind = draw(st.integers(0, 4))
        if kind == 0:
            made.append(promise(day, draw(st.sampled_from([None, "2024-03", "2024"])), draw(things), outlet))
        elif kind == 1:
            said = draw(st.sampled_from(["has been completed", "was postponed", "will be completed"]))
            made.append(ending(day, said, draw(things), outlet))
        elif kind == 2:
            made.append(planned(day, draw(st.integers(4, 5)), outlet))
        elif kind == 3:
            status = draw(st.sampled_from(["held", "postponed", "scheduled"]))
            made.append(session(day, draw(st.integers(4, 5)), outlet, status, draw(days)))
        else:
            made.append(anew(day, outlet))
    return made


slow = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


@slow
@given(drafts(), st.randoms(use_true_random=False))
def test_any_order_and_any_parts_give_the_same(made: list[Draft], chance: Any) -> None:
    once, parts, anew = in_any_order(made, chance, put)
    assert once == parts
    assert once == anew


@slow
@given(drafts(), drafts(), st.randoms(use_true_random=False))
def test_what_is_removed_leaves_what_the_others_say(made: list[Draft], more: list[Draft], chance: Any) -> None:
    left, never = after_removal(made, more, chance, put)
    assert left == never


@slow
@given(drafts(), st.sampled_from(["2024-01-02", "2024-01-09", "2024-02-03", "2024-05-06"]))
def test_as_of_a_day_is_as_with_nothing_published_later(made: list[Draft], day: str) -> None:
    """Where nothing that came later changes what an undertaking or an encounter is."""
    early = [draft for draft in made if (draft.dispatch.published or "") <= day]
    later = [draft for draft in made if draft not in early and not draft.parts]
    with Record.memory() as then, Record.memory() as now:
        add(then, *early)
        add(now, *early, *later)
        assert _standing(now, day) == _standing(then, day)


def _standing(record: Record, day: str) -> list[tuple[str, str]]:
    step = schema.step.c
    with record.reads() as connection:
        rows = connection.execute(
            select(step.entry, step.status).where(step.since <= day, step.until > day).order_by(step.entry)
        )
        return [(row.entry, row.status) for row in rows]
