"""When an undertaking falls due, who is bound by it, and which belong together. The people are invented."""

from __future__ import annotations

import pytest

from tests.readers.undertakings import LEAD, promised, said

DUE = [
    # when it falls due, what it means seen from 5 March 2024
    ("in the third week of May", "2024-05"),
    ("in the first ten days of May", "2024-05"),
    ("in the month of September", "2024-09"),
    ("between 3 and 9 June", "2024-06-03/2024-06-09"),
    ("between June and August", "2024-06/2024-08"),
    ("on April 30 and May 1", "2024-04-30/2024-05-01"),
    ("by the end of the first quarter", "2024-03-31"),
    ("before the year is out", "2024-12-31"),
    ("by the end of the current calendar year", "2024-12-31"),
    ("before the start of the next calendar year", "2024-12-31"),
    ("for the 2025 season", "2025"),
    ("in the year 2026", "2026"),
    ("at an early date", None),
    ("in the second half of May", "2024-05-16/2024-05-31"),
    ("on the sidelines of the October summit", "2024-10"),
    ("by the end of Reiwa 7", "2025-12-31"),
    ("over the next month", None),
    ("in two weeks", "2024-03-19"),
    ("in a month's time", "2024-04"),
    ("at the weekend", "2024-03-09/2024-03-10"),
    ("after the May election", None),
    ("by the end of fiscal 2025", None),  # Peru's is not told
]


@pytest.mark.parametrize(("when", "due"), DUE)
def test_due(when: str, due: str | None) -> None:
    (found,) = promised(f"Reyes said Peru will send observers {when}.")
    assert found.due == due


FISCAL = [
    # who is bound, when it falls due, what it means seen from 5 March 2024
    ("Japan", "by the end of fiscal 2025", "2026-03-31"),
    ("Japan", "in the first half of fiscal 2025", "2025-04/2025-09"),
    ("The United States", "in fiscal 2025", "2024-10/2025-09"),
    ("Australia", "in the next financial year", "2024-07/2025-06"),
    ("India", "in the 2025-26 financial year", "2025-04/2026-03"),
    ("India", "in fiscal 2025", None),  # said of both years
]


@pytest.mark.parametrize(("who", "when", "due"), FISCAL)
def test_a_fiscal_year_is_that_of_who_is_bound(who: str, when: str, due: str | None) -> None:
    (found,) = promised(f"Reyes said {who} will send observers {when}.")
    assert found.due == due


PASSED = [
    # what is told of a dated plan in the next sentence, when it falls due
    ("She will hold talks with Prado.", "2024-05-04"),
    ("A protocol is to be signed on the occasion.", "2024-05-04"),
    ("Prado will open a bridge there.", "2024-05-04"),
    ("Prado will open a bridge in Tacna.", None),
    ("They will meet again.", None),
]


@pytest.mark.parametrize(("text", "due"), PASSED)
def test_the_day_of_a_plan_that_goes_on(text: str, due: str | None) -> None:
    found = [c for c in promised(f"Reyes will visit Santiago on 4 May. {text}") if c.evidence.start > len(LEAD) + 20]
    assert {c.due for c in found} <= {due}
    assert due is None or len(found) == 1


def test_whoever_is_to_travel_goes_on_in_the_next_paragraph() -> None:
    found = promised("Ana Reyes will visit Santiago on 4 May.\n\nMinister Reyes will also meet Governor Ortega.")
    assert [(c.kind, c.due) for c in found] == [("scheduled", "2024-05-04")] * 2


def test_we_of_a_joint_document_are_all_who_sign_it() -> None:
    text = (
        "Statement on the strait\n\n5 March 2024\n\nWe, the foreign ministers of Peru, Chile and Ecuador, met in Lima. "
        "We reiterate our commitment to keeping the strait open."
    )
    assert [(c.kind, set(c.parties)) for c in promised(text, lead="")] == [("agreed", {"PER", "CHL", "ECU"})]


def test_a_day_before_the_promise_is_its_own() -> None:
    (found,) = promised("On Wednesday Reyes is to open the fair.")
    assert found.due == "2024-03-06"


def test_an_open_time_is_kept_as_worded() -> None:
    text = "It was decided to hold the next round in Santiago at a mutually convenient time."
    (found,) = promised(text)
    assert (found.due, found.open) == (None, True)
    assert found.due_said is not None
    assert found.due_said.of(LEAD + text) == "at a mutually convenient time"


def test_a_condition_is_kept() -> None:
    text = "Peru will open a consulate in Arica once parliament has ratified the treaty, Reyes said."
    (found,) = promised(text)
    assert found.condition is not None
    assert found.condition.of(LEAD + text) == "once parliament has ratified the treaty"


def test_each_item_of_a_list_is_an_undertaking() -> None:
    text = (
        "The ministers agreed to:\n\na. exchange maps every six hours;\n\nb. set up a fund by March 2025; and\n\n"
        "c. finish the radio link by the end of 2025.\n\nThey thanked the crews."
    )
    found = promised(text)
    assert [said(text, c) for c in found] == [
        "exchange maps every six hours",
        "set up a fund by March 2025",
        "finish the radio link by the end of 2025",
    ]
    assert [c.due for c in found] == [None, "2025-03", "2025-12-31"]


def test_coordinated_pledges_are_one_and_coordinated_agreements_two() -> None:
    pledges = "Chile will keep the border open and is ready to widen the road, Prado said."
    assert len(promised(pledges)) == 1
    agreements = "They confirmed their commitment to keeping the border open, and agreed to meet in Arica in May."
    assert [c.due for c in promised(agreements)] == [None, "2024-05"]


def test_an_outsiders_forecast_is_none() -> None:
    text = '"Peru will sign the treaty next year," said Pablo Vega, an economist at the University of Lima.'
    assert promised(text) == []


def test_what_others_have_assured_binds_them_and_not_the_speaker() -> None:
    found = promised(
        "They have assured us that the approval will be completed within a month, Kenyan spokesman Amos Otunga said."
    )
    assert [(c.kind, c.parties) for c in found] == [("pledged", ())]


SERIES = [
    (
        '"We agreed to work more closely on ports and to hold the next round of talks in Lima in May," Reyes said.',
        ["We agreed to work more closely on ports", "to hold the next round of talks in Lima in May"],
    ),
    (
        "The two sides agreed to maintain high-level exchanges, to restart flights by June and to hold the third round in Lima in May.",
        [
            "The two sides agreed to maintain high-level exchanges",
            "to restart flights by June",
            "to hold the third round in Lima in May",
        ],
    ),
]


@pytest.mark.parametrize(("text", "clauses"), SERIES)
def test_a_series_of_deeds_agreed_on_binds_both(text: str, clauses: list[str]) -> None:
    found = promised(text)
    assert [said(text, c).rstrip(" ,") for c in found] == clauses
    assert {(c.kind, frozenset(c.parties)) for c in found} == {("agreed", frozenset(("PER", "CHL")))}


def test_what_one_party_does_beside_the_other_is_each_one_s() -> None:
    text = "Under the deal, Peru will free the sailors while Chile will close the camp."
    assert [(said(text, c), c.parties) for c in promised(text)] == [
        ("Peru will free the sailors", ("PER",)),
        ("Chile will close the camp", ("CHL",)),
    ]
