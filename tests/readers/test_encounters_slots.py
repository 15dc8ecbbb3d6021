"""Standing, days and people of encounters: which words settle them and which only stand near."""

from __future__ import annotations

import pytest

from dragoman.dispatch import Dispatch
from dragoman.readers.read import read
from tests.readers.contacts import LEAD, brief, encounters_of

Brief = tuple[str, str, str | None, tuple[str, ...]]

HOSTED = [
    # it is the guest who travels
    (
        "King Olav Brekke of Norway will host Kenyan President Daudi Mwangi for a State Visit in Oslo on 3 July 2024.",
        [("visit", "scheduled", "2024-07-03", ("Daudi Mwangi",))],
    ),
    (
        "Norwegian Prime Minister Tuva Lind welcomed Kenyan President Daudi Mwangi on a state visit in March.",
        [("visit", "held", "2024-03", ("Daudi Mwangi",))],
    ),
    # talks about a visit are no visit
    (
        "Norwegian Prime Minister Tuva Lind welcomed Kenyan President Daudi Mwangi on Monday for talks on trade.",
        [("meeting", "held", "2024-05-06", ("Tuva Lind", "Daudi Mwangi"))],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), HOSTED)
def test_a_guest_hosted_for_a_visit_is_the_visitor(text: str, expected: list[Brief]) -> None:
    _, found = encounters_of(text)
    assert [brief(e) for e in found] == expected


ON_THE_WAY = [
    ("is travelling to Kenya for talks with President Daudi Mwangi.", "scheduled"),
    ("travelled to Kenya for talks with President Daudi Mwangi.", "held"),
]


@pytest.mark.parametrize(("rest", "status"), ON_THE_WAY)
def test_talks_for_which_one_is_under_way_are_still_to_come(rest: str, status: str) -> None:
    _, found = encounters_of(f"Norwegian Foreign Minister Sigrid Halvorsen {rest}")
    assert [(e.kind, e.status) for e in found] == [("visit", "held"), ("meeting", status)]


def test_who_states_it_did_not_meet() -> None:
    text = (
        "Statement by Spokesperson Ida Falk on Foreign Minister Sigrid Halvorsens Meeting with Foreign Minister Amos Otunga of Kenya\n\n"
        + LEAD
    )
    _, found = encounters_of(text)
    assert [set(e.participants) for e in found] == [{"Sigrid Halvorsen", "Amos Otunga"}]


def test_a_meeting_during_a_visit_of_days_has_no_day_of_its_own() -> None:
    text = (
        "Fishermen marched on Monday before the Kenyan embassy in Oslo. Kenyan Foreign Minister Amos Otunga is in Norway for a three-day "
        "visit that ended Monday. During his visit, Otunga discussed quotas with Norwegian Foreign Minister Sigrid Halvorsen."
    )
    _, found = encounters_of(text)
    assert [(e.kind, e.date) for e in found] == [("visit", "2024-05-04"), ("meeting", None)]


STANDING = [
    # what one looks forward to is to come
    ("Otunga looks forward to his meeting with Halvorsen.", "meeting", "proposed"),
    ("Otunga is looking forward to his formal talks with Danish Foreign Minister Mette Bang.", "meeting", "proposed"),
    # what one was ready for was no more than proposed, and the day is that of being ready
    ("Otunga was ready on Tuesday to start talks with Danish Foreign Minister Mette Bang.", "meeting", "proposed"),
    # what is rare, and what was left out, is no visit
    ("It is rare for Kenyan ministers to travel to Denmark.", "visit", None),
    ("Halvorsen had gone home without visiting Denmark.", "visit", None),
    # a message received is no guest received
    ("Otunga was honoured to receive a congratulatory message from Danish Foreign Minister Mette Bang.", "meeting", None),
]  # fmt: skip


@pytest.mark.parametrize(("more", "kind", "status"), STANDING)
def test_the_standing_of_what_is_told(more: str, kind: str, status: str | None) -> None:
    _, found = encounters_of(LEAD.replace("met", "telephoned") + more)
    assert [(e.kind, e.status, e.date) for e in found if e.kind == kind] == ([(kind, status, None)] if status else [])


DAYS = [
    # the rest of the story, the kind, its date
    # a bare week right behind the noun is the noun's
    ("Otunga thanked Danish Foreign Minister Mette Bang after their telephone conversation last week focused on trade.", "call", "2024-04-29"),
    # a report after a journey is not made on its day; a departure is
    ("Otunga delivered a report on Friday after his two-day visit to Denmark.", "visit", None),
    ("Otunga left Denmark on Friday after a two-day visit.", "visit", "2024-05-02"),
    # the day of telling is not that of what is told
    ("Otunga told reporters on Tuesday that the ministry had summoned Danish Ambassador Mette Bang.", "meeting", None),
]  # fmt: skip


@pytest.mark.parametrize(("more", "kind", "day"), DAYS)
def test_the_day_of_what_is_told(more: str, kind: str, day: str | None) -> None:
    _, found = encounters_of("Kenya's harbours are full, Kenyan Foreign Minister Amos Otunga said.\n\n" + more)
    assert [e.date for e in found if e.kind == kind] == [day]


WHO = [
    ("Otunga spoke by telephone on Monday to Mette Bang, Prime Minister Ulla Holm's wife.", {"Amos Otunga", "Mette Bang"}),
    ("The spokesman of the Foreign Ministry, Ole Falk, said that the ministry had summoned Kenyan Ambassador Ann Kirui.", {"ministry", "Ann Kirui"}),
]  # fmt: skip


@pytest.mark.parametrize(("more", "people"), WHO)
def test_who_only_owns_or_speaks_for_another_did_not_meet(more: str, people: set[str]) -> None:
    _, found = encounters_of("Kenya's harbours are full, Kenyan Foreign Minister Amos Otunga said.\n\n" + more)
    assert [set(e.participants) for e in found if e.kind in ("meeting", "call")] == [people]


ONE_JOURNEY = [
    # a plan, then the journey under way
    (
        "Norwegian Prime Minister Tuva Lind will travel to Nairobi, Kenya, on 8 June. The Prime Minister is travelling to Kenya in a busy month.",
        [("scheduled", "2024-06-08")],
    ),
    # a plan that has begun
    (
        "Norwegian Prime Minister Tuva Lind is to present a paper during this week's visit to Kenya. After arriving in Kenya on Tuesday, Lind slept.",
        [("held", "2024-05-07")],
    ),
    # another journey
    (
        "Norwegian Prime Minister Tuva Lind will travel to Kenya on 8 June. Lind visited Kenya in March 2023.",
        [("scheduled", "2024-06-08"), ("held", "2023-03")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE_JOURNEY)
def test_a_journey_planned_and_under_way_is_one(text: str, expected: list[tuple[str, str | None]]) -> None:
    _, found = encounters_of(text)
    assert [(e.status, e.date) for e in found if e.kind == "visit"] == expected


UNNAMED = [
    # each of two groups is one
    ("A meeting between Kenyan officials and Norwegian envoys could happen this month.", {"Kenyan officials", "Norwegian envoys"}),
    # an office of another rank is another's
    ("The Prime Minister travelled to Denmark in March.", {"Prime Minister"}),
    # whom one blames for a journey made it
    ("Otunga blamed members of the Blue Union for their trip to Denmark.", {"Blue Union"}),
]  # fmt: skip


@pytest.mark.parametrize(("more", "people"), UNNAMED)
def test_those_whom_no_name_tells(more: str, people: set[str]) -> None:
    _, found = encounters_of("Kenya's harbours are full, Kenyan Foreign Minister Amos Otunga said.\n\n" + more)
    assert [set(e.participants) for e in found] == [people]


def test_talks_are_on_the_day_for_which_they_are_scheduled() -> None:
    _, found = encounters_of(
        "Another round of harbour talks between Kenya and Norway is scheduled to take place in Bergen or else Mombasa on Friday."
    )
    assert [(e.status, e.date) for e in found] == [("scheduled", "2024-05-10")]


def test_the_stamp_of_a_head_is_not_the_day_of_the_news() -> None:
    text = "---\ntitle: Report\ndate: 2016-09-30T10:19:20UTC\n---\n\nKenyan President Daudi Mwangi held a meeting with Norwegian Prime Minister Tuva Lind."
    _, found = encounters_of(text)
    assert [(e.kind, e.date) for e in found] == [("meeting", None)]


def test_one_who_spoke_after_meeting_another_did_not_call() -> None:
    _, found = encounters_of(
        "Tuva Lind of Norway spoke after meeting in Oslo with Kenyan Foreign Minister Amos Otunga."
    )
    assert [e.kind for e in found] == ["meeting"]


def test_summits_on_two_weekdays_are_two_where_no_day_is_known() -> None:
    text = "The state of Kenya held an emergency summit on Friday. Members of the Lake Union met at an emergency summit in Lusaka on Thursday."
    found = read(Dispatch(text)).encounters
    assert len([e for e in found if e.kind in ("meeting", "forum")]) == 2


POLITE = [
    ("Otunga said that he would like to thank Danish Prime Minister Mette Bang for her visit to Nairobi.", ("visit", "held")),
    ("Otunga said that he would like to start by reporting on his meeting with Danish Prime Minister Mette Bang.", ("meeting", "held")),
    ("Otunga said that he would like to hold a meeting with Danish Prime Minister Mette Bang.", ("meeting", "proposed")),
]  # fmt: skip


@pytest.mark.parametrize(("more", "told"), POLITE)
def test_a_polite_wish_to_say_is_no_plan(more: str, told: tuple[str, str]) -> None:
    _, found = encounters_of("Kenya's harbours are full, Kenyan Foreign Minister Amos Otunga said.\n\n" + more)
    assert [(e.kind, e.status) for e in found] == [told]


def test_those_who_met_on_one_of_a_visits_days_did_so_on_a_day_not_told() -> None:
    text = "Kenyan President Daudi Mwangi paid a visit to Norway from 1 to 3 May 2024. Mwangi and Norwegian Prime Minister Tuva Lind held a meeting in a friendly spirit."
    _, found = encounters_of(text)
    assert [(e.kind, e.date, e.end) for e in found] == [("visit", "2024-05-01", "2024-05-03"), ("meeting", None, None)]


LATER = [
    # what is only wished, foreseen or called off
    ("Otunga is ready for a summit with Danish Prime Minister Mette Bang.", [("meeting", "proposed", None)]),
    ("Otunga requested a chance to meet with Danish Prime Minister Mette Bang.", [("meeting", "proposed", None)]),
    ("Otunga was scheduled to meet with Danish Prime Minister Mette Bang before the Lake Summit.", [("meeting", "scheduled", None)]),
    ("Otunga has cancelled a trip to Denmark.", [("visit", "scheduled", None)]),
    # a day of a journey is not its date
    ("Otunga spoke of it on Tuesday during a two-day visit to Denmark.", [("visit", "held", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("more", "expected"), LATER)
def test_what_is_to_come_or_not(more: str, expected: list[tuple[str, str, str | None]]) -> None:
    _, found = encounters_of("Kenya's harbours are full, Kenyan Foreign Minister Amos Otunga said.\n\n" + more)
    assert [(e.kind, e.status, e.date) for e in found] == expected


def test_his_journey_is_of_the_doer_of_its_own_clause() -> None:
    _, found = encounters_of(
        "Kenyan spokesman Otis Falk said President Daudi Mwangi would go on with his trip to Denmark next week."
    )
    assert [e.participants for e in found if e.kind == "visit"] == [("Daudi Mwangi",)]


def test_what_has_been_done_at_some_time_is_not_of_the_day_of_the_news() -> None:
    more = "A paper was read. Songs were sung. The minister was pleased with it. Otunga has met with members of the Danish parliament."
    _, found = encounters_of(LEAD + more)
    assert [e.date for e in found if not e.principal] == [None]


def test_a_headline_that_cancels_tells_of_a_plan_called_off() -> None:
    text = (
        "Mwangi cancels trip to Denmark\n\nNAIROBI, May 7 (Port News) -- Kenyan President Daudi Mwangi has chosen to cancel his trip to "
        "Denmark to look after floods, his office announced on Tuesday."
    )
    _, found = encounters_of(text)
    assert [(e.status, e.change, e.date) for e in found if e.kind == "visit"] == [("scheduled", "cancelled", None)]
