"""Months are counted when dispatches are resolved: acts by side, issues and dispatches; part of a month is counted when it is
asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from dragoman.record.store import Record
from dragoman.record.tally import tallied
from tests.record.factories import Draft

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def told(day: str, act: str, number: int = 1, country: str = "FRA", **more: str) -> Draft:
    said = f"Minister Paul Roux said thing {number}."
    return (
        Draft(f"{said} Timber was spoken of.", published=day, outlet=f"Paper of {day}", **more)
        .person("Paul Roux", country)
        .attribution(said, "Paul Roux", act)
        .issue("Timber", "timber")
    )


@pytest.fixture
def record() -> Iterator[Record]:
    with Record.memory() as made:
        for draft in (
            told("2020-01-05", "urge"), told("2020-01-20", "urge", 2), told("2020-02-03", "commend", 3),
            told("2021-06-01", "urge", 4), told("2020", "warn", 5), told("2020-02-10", "urge", 6, "BRA"),
        ):  # fmt: skip
            made.add(draft.dispatch, draft.reading)
        made.resolve(NOW)
        yield made


def acts(record: Record, length: int, since: str | None = None, until: str | None = None) -> dict[tuple[str, ...], int]:
    first, last = (date.fromisoformat(day) if day else None for day in (since, until))
    with record.reads() as connection:
        found = tallied(connection, None, length, first, last)
    return {(one.period, one.side, one.name): one.total for one in found if one.what == "act"}


def test_months_leave_out_what_is_known_to_the_year_alone(record: Record) -> None:
    assert acts(record, 7) == {
        ("2020-01", "FRA", "urge"): 2,
        ("2020-02", "BRA", "urge"): 1,
        ("2020-02", "FRA", "commend"): 1,
        ("2021-06", "FRA", "urge"): 1,
    }


def test_years_take_it_in(record: Record) -> None:
    assert acts(record, 4)["2020", "FRA", "warn"] == 1
    assert acts(record, 4)["2020", "FRA", "urge"] == 2


@pytest.mark.parametrize(
    ("since", "until", "urged", "warned"),
    [
        ("2020-01-01", "2020-12-31", 2, 1),  # the whole year
        ("2020-01-06", "2020-12-31", 1, 0),  # part of January; what is known to the year may lie before
        ("2020-01-01", "2020-01-19", 1, 0),  # the other part
        ("2020-01-06", "2020-01-19", 0, 0),  # neither day
        (None, "2020-06-30", 2, 0),
        ("2019-07-01", None, 2, 1),
    ],
)
def test_days_limit_what_is_counted(
    record: Record, since: str | None, until: str | None, urged: int, warned: int
) -> None:
    found = acts(record, 4, since, until)
    assert found.get(("2020", "FRA", "urge"), 0) == urged
    assert found.get(("2020", "FRA", "warn"), 0) == warned


def test_the_newest_sentence_stands_for_a_number(record: Record) -> None:
    with record.reads() as connection:
        found = tallied(connection, None, 4, None, None)
    urged = next(one for one in found if (one.period, one.side, one.name) == ("2020", "FRA", "urge"))
    assert urged.text == "Minister Paul Roux said thing 2."
    dispatches = {one.period: one.total for one in found if one.what == "dispatch"}
    assert dispatches == {"2020": 5, "2021": 1}


def test_what_is_removed_is_counted_no_more(record: Record) -> None:
    draft = told("2020-01-20", "urge", 2)
    assert record.remove(draft.dispatch.id)
    record.resolve(NOW)
    assert acts(record, 7)["2020-01", "FRA", "urge"] == 1


def test_a_reading_with_another_date_moves_its_month(record: Record) -> None:
    from dataclasses import replace

    from dragoman.reading import Dating

    draft = told("2021-06-01", "urge", 4)
    record.add(draft.dispatch, replace(draft.by("newer"), dating=Dating(published="2021-08-01")))
    record.resolve(NOW)
    found = acts(record, 7)
    assert found["2021-08", "FRA", "urge"] == 1
    assert ("2021-06", "FRA", "urge") not in found
