"""Which words of a sentence date and place an encounter, and which belong to something else beside it."""

from __future__ import annotations

import pytest

from tests.readers.contacts import LEAD, encounters_of

DATED = [
    # the rest of the story, kind, status, date of the last encounter that it tells
    # the day belongs to the forum for which the guest came
    ("Otunga had come to Norway for the herring forum of the following day.", "visit", "held", "2024-05"),
    ("They met on the morning of 3 May.", "meeting", "held", "2024-05-03"),
    # a month ahead, in the present tense
    ("They agreed to work for the Harbour Summit that Kenya hosts in September.", "forum", "scheduled", "2024-09"),
    # no plan is dated by a day before
    (
        "Otunga and Halvorsen had met the day before and agreed to arrange a visit by Norwegian President Tuva Lind.",
        "visit",
        "scheduled",
        None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("more", "kind", "status", "date"), DATED)
def test_the_date_is_the_encounters_own(more: str, kind: str, status: str, date: str | None) -> None:
    _, found = encounters_of(LEAD + more)
    last = next(one for one in reversed(found) if one.kind == kind)
    assert (last.kind, last.status, last.date) == (kind, status, date)


def test_the_day_before_is_counted_from_the_story_and_not_from_its_stamp() -> None:
    text = (
        "Harbour talks\nMay 8, 2024\n\nOn May 6 Kenya and Norway held the fourth Harbour Dialogue in Oslo, with Amos Otunga and Sigrid "
        "Halvorsen in the chair.\n\nThe speakers, Amos Otunga of Kenya and Sigrid Halvorsen of Norway, agreed on quotas. A second paper "
        "was put aside. Otunga and Halvorsen had met for a dinner the day before."
    )
    _, found = encounters_of(text)
    assert [e.date for e in found if e.kind == "meeting"] == ["2024-05-05"]


def test_nobody_meets_in_a_sea() -> None:
    _, found = encounters_of(
        "Kenya and Norway held in Oslo on Monday the second round of talks on a treaty for fishing in the Coral Sea."
    )
    assert [(e.kind, e.place) for e in found] == [("meeting", "Oslo")]


WELCOMED = [
    ("Halvorsen said that Norway welcomes Kenyan President Daudi Mwangi to the Harbour Summit in Bergen.", 0),
    ("Norway welcomed Kenyan President Daudi Mwangi in Bergen on Tuesday.", 1),
    ("Halvorsen welcomed Kenyan President Daudi Mwangi at the airport on Tuesday.", 1),
]


@pytest.mark.parametrize(("more", "number"), WELCOMED)
def test_a_country_that_welcomes_a_guest_to_come_has_not_met_him(more: str, number: int) -> None:
    _, found = encounters_of(LEAD + more)
    assert len([e for e in found if "Daudi Mwangi" in e.participants]) == number


PUT_OFF = [
    # the rest of the story, what became of it, the day for which it had been planned, the new one
    (
        "The Kenya-Norway Harbour Forum, which was to be held in Bergen from May 20 to 22, has been put off, its organizer said on Monday.",
        "postponed",
        "2024-05-20/2024-05-22",
        None,
    ),
    (
        "Kenya has decided to put off the second round of talks with Norway on herring, which were planned for June, Otunga said on Monday.",
        "postponed",
        "2024-06",
        None,
    ),
]


@pytest.mark.parametrize(("text", "change", "planned", "date"), PUT_OFF)
def test_what_is_put_off_keeps_the_day_it_was_planned_for(
    text: str, change: str, planned: str, date: str | None
) -> None:
    _, (found,) = encounters_of(text)
    assert (found.change, found.date) == (change, date)
    assert [s.value for s in found.protocol if s.name == "planned"] == [planned]


def test_talks_and_a_lunch_are_one_meeting() -> None:
    _, found = encounters_of(
        "On May 6, Mr. Amos Otunga, Minister for Foreign Affairs of Kenya, held talks and a working lunch of about an hour in Oslo with "
        "Ms. Sigrid Halvorsen, Minister of Foreign Affairs of Norway."
    )
    assert [(e.kind, set(e.participants)) for e in found] == [("meeting", {"Amos Otunga", "Sigrid Halvorsen"})]


def test_a_hall_stands_in_a_town() -> None:
    text = (
        "Kenyan Foreign Minister Amos Otunga met Norwegian Foreign Minister Sigrid Halvorsen in Oslo on Monday. They met at the "
        "Harbour Hall of the Fishers for less than half an hour."
    )
    _, found = encounters_of(text)
    assert [(e.kind, e.place, e.date) for e in found] == [("meeting", "Oslo", "2024-05-06")]


def test_dialogue_as_a_means_is_no_meeting() -> None:
    _, found = encounters_of(
        LEAD + "Otunga and Halvorsen agreed to prevent a worsening around the islands through dialogue."
    )
    assert [(e.kind, e.status) for e in found] == [("meeting", "held")]
