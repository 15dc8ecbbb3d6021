"""One person across dispatches."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.errors import QueryError
from dragoman.record.store import Record
from dragoman.views.contract import evidence_in
from dragoman.views.offices import OfficeHeld, Tenure, ended
from dragoman.views.person import view
from dragoman.views.query import Query


def test_a_misread_name_leads_to_the_person_with_the_reason(annotated_record: Record) -> None:
    found = view(annotated_record, Query(person="Lin Fangzheng"))
    assert (found.entry, found.name, found.country) == ("person-yoshimasa-hayashi", "Yoshimasa Hayashi", "JPN")
    spelled = {s.name: s.because for s in found.spellings}
    assert "林芳正" in (spelled["Lin Fangzheng"] or "")
    assert all(s.evidence.text for s in found.spellings)


def test_offices_as_reported_stand_beside_the_desk_s(annotated_record: Record) -> None:
    found = view(annotated_record, Query(person="Takeshi Iwaya"))
    held = next(o for o in found.offices if o.role == "foreign-minister")
    assert "2024-10-01" <= (held.first_day or "") <= (held.last_day or "") <= "2025-10-21"
    assert ("2024-10-01", "2025-10-21") in {(t.since, t.until) for t in held.tenures}
    assert "Foreign Minister" in held.titles
    assert {item.text for item in held.evidence} <= {
        "Foreign Minister",
        "Minister for Foreign Affairs",
        "Foreign\nMinister",
    }


def test_offices_are_those_reported_by_the_day_asked_for(annotated_record: Record) -> None:
    found = view(annotated_record, Query.of(person="Takeshi Iwaya", as_of="2025-01-31"))
    assert max(o.last_day or "" for o in found.offices) == "2025-01-14"


@pytest.mark.parametrize(
    ("tenures", "as_of", "over"),
    [
        ([("2019-05", "2021-03-04")], "2021-06-01", "2021-03-04"),
        ([("2019-05", "2021-03-04")], "2021-03-04", None),
        ([("2019-05", "2021-03")], None, "2021-03"),
        ([("2019-05", None)], "2024-01-01", None),
        ([("2013", "2015"), ("2019", None)], "2020-01-01", None),
        ([("2013", "2015"), ("2019", None)], "2017-01-01", "2015"),  # between two turns in office
        ([], "2020-01-01", None),
    ],
)
def test_an_office_is_over_where_all_that_began_has_ended(
    tenures: list[tuple[str, str | None]], as_of: str | None, over: str | None
) -> None:
    known = tuple(Tenure("Minister of Salt", since, until) for since, until in tenures)
    held = OfficeHeld(("salt minister",), "salt", "current", None, None, 1, known, (), ())
    assert ended(held, date.fromisoformat(as_of) if as_of else None) == over


def test_encounters_newest_first_with_the_same_pair_on_other_days_apart(annotated_record: Record) -> None:
    met = [e.date for e in view(annotated_record, Query(person="Takeshi Iwaya")).encounters]
    assert met == sorted(met, key=str, reverse=True)
    assert {"2024-12-25", "2025-03-22", "2025-07-10"} <= set(met)


def test_a_time_and_an_issue_choose(annotated_record: Record) -> None:
    found = view(annotated_record, Query.of(person="Wang Yi", issue="taiwan", since="2025"))
    assert [p.issue for p in found.positions] == ["taiwan"]
    assert all((s.day or "") >= "2025" for s in found.positions[0].stands)


def test_every_span_is_in_its_text_and_every_dispatch_listed(annotated_record: Record) -> None:
    found = view(annotated_record, Query(person="Wang Yi"))
    listed = {s.dispatch for s in found.dispatches}
    for item in evidence_in(found):
        assert item.dispatch in listed
        assert annotated_record.dispatch(item.dispatch).text[item.start : item.end] == item.text


@pytest.mark.parametrize("name", ["", "Nobody Atall"])
def test_nobody_is_an_error(annotated_record: Record, name: str) -> None:
    with pytest.raises(QueryError):
        view(annotated_record, Query(person=name))
