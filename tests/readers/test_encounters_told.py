"""What the rest of a dispatch adds to its encounters: days, sessions, chairs, what became of a plan, protocol."""

from __future__ import annotations

import pytest

from tests.readers.contacts import BOTH, LEAD, brief, encounters_of


def test_a_meeting_that_the_text_takes_for_known() -> None:
    text = (
        "At a press conference in Oslo, after the meeting, Kenyan Speaker Amos Otunga said that trade was growing. "
        "Norwegian Speaker Sigrid Halvorsen said it would grow further."
    )
    _, found = encounters_of(text)
    assert {(e.kind, frozenset(e.participants)) for e in found} >= {("meeting", frozenset(BOTH))}


def test_what_was_held_is_not_put_off() -> None:
    more = "The ministers recalled that the meeting of mayors had been postponed until autumn."
    _, found = encounters_of(LEAD + more)
    assert [(e.status, e.change) for e in found if e.principal] == [("held", None)]


def test_a_year_that_a_thing_is_for_is_no_date() -> None:
    more = "After the talks the programme of fishery cooperation for 2022 was signed."
    _, found = encounters_of(LEAD.replace(" on Monday, 6 May 2024", "") + more)
    assert all(e.date is None for e in found if e.kind == "meeting")


def test_a_visit_for_each_country() -> None:
    _, encounters = encounters_of("Kenyan Foreign Minister Amos Otunga visited Norway and Sweden in April.")
    assert [(e.kind, e.place, e.countries) for e in encounters] == [
        ("visit", "Norway", ("KEN", "NOR")),
        ("visit", "Sweden", ("KEN", "SWE")),
    ]


def test_an_office_is_held_by_whom_a_later_sentence_names() -> None:
    _, encounters = encounters_of(
        "The Kenyan foreign minister met the Norwegian foreign minister in Oslo on Monday. Kenya's foreign minister, Amos Otunga, called "
        "the talks useful. Norwegian Foreign Minister Sigrid Halvorsen agreed."
    )
    assert [brief(e) for e in encounters] == [("meeting", "held", "2024-05-06", BOTH)]


def test_talks_are_the_call_of_the_headline() -> None:
    _, encounters = encounters_of(
        "Otunga holds phone call with Norwegian counterpart\n\nKenyan Foreign Minister Amos Otunga held his first discussion with Norwegian "
        "Foreign Minister Sigrid Halvorsen on Monday.\n"
    )
    assert [brief(e) for e in encounters] == [("call", "held", "2024-05-06", BOTH)]


def test_visiting_tells_of_a_visit_to_the_month() -> None:
    text = "Foreign Minister Amos Otunga held talks in Nairobi on Monday with visiting Norwegian Foreign Minister Sigrid Halvorsen."
    _, encounters = encounters_of(text)
    assert [(e.kind, e.date, e.place) for e in encounters] == [
        ("meeting", "2024-05-06", "Nairobi"),
        ("visit", "2024-05", "Nairobi"),
    ]


def test_later_the_same_day() -> None:
    more = "In the afternoon Otunga met Norwegian Trade Minister Solveig Nygaard."
    _, encounters = encounters_of(LEAD + more)
    assert [(e.date, e.participants) for e in encounters[1:]] == [("2024-05-06", ("Amos Otunga", "Solveig Nygaard"))]


def test_chairs_named_afterwards() -> None:
    text = (
        "Officials are to convene the fourth Kenya-Norway Ocean Dialogue in Mombasa on Friday. The meeting will be co-chaired by "
        "Kenyan Undersecretary Amos Otunga and Norwegian Vice Minister Sigrid Halvorsen."
    )
    _, (forum,) = encounters_of(text)
    assert (forum.status, forum.date, forum.participants) == ("scheduled", "2024-05-10", BOTH)


def test_attending_adds_to_the_meeting() -> None:
    _, (meeting,) = encounters_of(LEAD + "Trade Secretary Solveig Nygaard attended the talks.")
    assert meeting.participants == (*BOTH, "Solveig Nygaard")


@pytest.mark.parametrize(
    ("text", "status", "date", "change"),
    [
        (
            "A visit to Oslo by Kenyan Foreign Minister Amos Otunga, planned for May 13, has been put back to May 20-21.",
            "scheduled",
            "2024-05-20",
            "postponed",
        ),
        ("Kenyan Foreign Minister Amos Otunga has postponed a visit to Norway.", "proposed", None, "postponed"),
    ],
)
def test_postponed(text: str, status: str, date: str | None, change: str) -> None:
    _, (visit,) = encounters_of(text)
    assert (visit.kind, visit.status, visit.date, visit.change) == ("visit", status, date, change)


@pytest.mark.parametrize(
    "plan", ["which was to be held in Bergen from May 22 to 24,", "scheduled for May 22 in Bergen,"]
)
@pytest.mark.parametrize(
    ("end", "told"),
    [
        ("has been put off at the request of the Kenyan side.", [("proposed", None, "postponed")]),
        ("was postponed, its organiser said Monday.", [("proposed", None, "postponed")]),
        ("has been called off.", []),
    ],
)
def test_a_session_that_one_sentence_plans_and_puts_off(plan: str, end: str, told: list[tuple[str, None, str]]) -> None:
    _, found = encounters_of(f"The Kenya-Norway Ocean Dialogue, {plan} {end}")
    assert [(e.status, e.date, e.change) for e in found] == told


@pytest.mark.parametrize(
    ("sentence", "status", "date", "change"),
    [
        ("{0} was slated to meet {1} in Lima on 4 May 2024, but the meeting was cancelled.", "scheduled", "2024-05-04", "cancelled"),
        ("A meeting between {0} and {1} was called off.", "proposed", None, "cancelled"),
        ("{0} was supposed to hold talks with {1} on 4 May 2024.", "scheduled", "2024-05-04", None),
        ("{0} was to have met {1} on 4 May 2024.", "scheduled", "2024-05-04", None),
        ("{0} had been due to meet {1} on 4 May 2024.", "scheduled", "2024-05-04", None),
    ],
)  # fmt: skip
def test_what_never_came_about_was_not_held(sentence: str, status: str, date: str | None, change: str | None) -> None:
    text = sentence.format("Kenyan Foreign Minister Amos Otunga", "Norwegian Foreign Minister Sigrid Halvorsen")
    found = encounters_of(text)[1]
    assert [(e.status, e.date, e.change, e.participants) for e in found] == [(status, date, change, BOTH)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The fifth Kenya-Norway Ocean Dialogue was held in Bergen on 6-7 May 2024.",
            ("forum", "held", "2024-05-06", "2024-05-07", "Bergen", 5),
        ),
        (
            "The two sides agreed to hold the 6th Kenya-Norway Ocean Dialogue in Mombasa next spring.",
            ("forum", "scheduled", "2025-03", "2025-05", "Mombasa", 6),
        ),
        (
            "Lawmakers of Kenya and Norway on Tuesday closed the third Kenya-Norway Ocean Dialogue, a two-day affair in Bergen.",
            ("forum", "held", "2024-05-06", "2024-05-07", "Bergen", 3),
        ),
    ],
)
def test_sessions(text: str, expected: tuple[str, str, str, str, str, int]) -> None:
    _, (forum,) = encounters_of(text)
    assert (forum.kind, forum.status, forum.date, forum.end, forum.place, forum.ordinal) == expected
    assert forum.mechanism == "Kenya-Norway Ocean Dialogue"
    assert forum.participants == ("Kenya", "Norway")
    assert forum.countries == ("KEN", "NOR")


def test_delegations_led_by_someone_are_that_person() -> None:
    text = (
        "The fifth Kenya-Norway Ocean Dialogue was held in Bergen on 6 May 2024. The Kenyan delegation was led by Director "
        "Amos Otunga, while the Norwegian delegation was headed by Ambassador Sigrid Halvorsen."
    )
    _, (forum,) = encounters_of(text)
    assert sorted(forum.participants) == list(BOTH)


def test_spans_say_where_each_thing_stands() -> None:
    text, (meeting,) = encounters_of(LEAD)
    assert meeting.cue is not None
    assert meeting.dated is not None
    assert meeting.placed is not None
    assert (meeting.cue.of(text), meeting.dated.of(text), meeting.placed.of(text)) == (
        "met",
        "Monday, 6 May 2024",
        "Oslo",
    )
    assert meeting.evidence.of(text) == LEAD.strip()


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        (f"{LEAD.strip()[:-1]} for about 50 minutes.", "length", "about 50 minutes"),
        (f"At the request of Norway, {LEAD.strip()}", "initiator", "request of Norway"),
        (f"{LEAD.strip()[:-1]} on the sidelines of the harbour fair.", "occasion", "the harbour fair"),
        (f"{LEAD.strip()} They had a candid and in-depth exchange of views.", "tone", "candid and in-depth"),
    ],
)
def test_protocol(text: str, name: str, value: str) -> None:
    _, encounters = encounters_of(text)
    slots = [s for e in encounters for s in e.protocol]
    assert value in [s.value for s in slots if s.name == name]
    assert all(" ".join(s.span.of(text).split()) == s.value for s in slots)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "On 6 May 2024, Kenyan Foreign Minister Amos Otunga met at the request of the Norwegian side with Foreign Minister Sigrid "
            "Halvorsen of Norway.",
            "meeting",
        ),
        (
            "On 6 May 2024, Kenyan Foreign Minister Amos Otunga talked by video for about an hour from 10 a.m. with Norwegian Foreign "
            "Minister Sigrid Halvorsen.",
            "call",
        ),
        (
            "On 6 May 2024, Kenyan President Amos Otunga received a courtesy call in Nairobi from Norwegian Foreign Minister Sigrid "
            "Halvorsen.",
            "meeting",
        ),
        (
            "Kenyan Foreign Minister Amos Otunga agreed Monday in Oslo with Norwegian Foreign Minister Sigrid Halvorsen to reopen the "
            "fish market.",
            "meeting",
        ),
    ],
)
def test_words_of_manner_stand_between_those_who_met(text: str, kind: str) -> None:
    _, encounters = encounters_of(text)
    assert [brief(e) for e in encounters if e.principal] == [(kind, "held", "2024-05-06", BOTH)]


OFFICIALS = (
    "Kenyan Foreign Minister Amos Otunga came to Oslo with Kenyan Finance Minister Grace Wanjiru. King Haldor Berg of Norway and "
    "Norwegian Foreign Minister Sigrid Halvorsen were told. "
)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # one call on each of several
        (
            "Kenyan Foreign Minister Amos Otunga paid courtesy calls on Norwegian Prime Minister Haldor Berg and Norwegian Speaker Liv Moen.",
            [("Amos Otunga", "Haldor Berg"), ("Amos Otunga", "Liv Moen")],
        ),
        # of two of a country the counterpart is the one of the same office
        (OFFICIALS + "Amos Otunga held talks with his Norwegian counterpart.", [BOTH]),
        # who is handed something is who was summoned
        (
            "Norwegian Foreign Minister Sigrid Halvorsen was away. The Kenyan Foreign Ministry summoned the Norwegian ambassador, Liv Moen, "
            "and handed her a note.",
            [("Liv Moen", "Kenyan Foreign Ministry")],
        ),
        # one country's envoy is not the other's, nor are senior diplomats those named
        (
            "Kenya's foreign ministry has summoned Norway's charge d'affaires. Norway said its Foreign Office had summoned Kenyan ambassador Liv "
            "Moen. Senior diplomats from the two sides met on Friday, Norwegian minister Haldor Berg said.",
            [
                ("Kenya's foreign ministry", "Norway's charge d'affaires"),
                ("Liv Moen", "Foreign Office"),
                ("diplomats from the two sides",),
            ],
        ),
        # those named in the sentence come before those who met last
        (
            "Kenyan Foreign Minister Amos Otunga met Norwegian Foreign Minister Sigrid Halvorsen on Monday. Kenyan Speaker Grace Wanjiru held "
            "talks with Norwegian Speaker Liv Moen, during which they signed an accord between the two parliaments.",
            [BOTH, ("Grace Wanjiru", "Liv Moen"), ("Grace Wanjiru", "Liv Moen")],
        ),
    ],
)
def test_who_takes_part(text: str, people: list[tuple[str, ...]]) -> None:
    _, encounters = encounters_of(text)
    assert sorted(sorted(e.participants) for e in encounters if e.kind != "visit") == sorted(sorted(p) for p in people)


def test_what_is_proposed_in_a_clause_was_not_held() -> None:
    text = (
        "Kenyan Foreign Minister Amos Otunga met Norwegian Foreign Minister Sigrid Halvorsen on Monday. He proposed that the two countries "
        "soon organise the 10th meeting of their Joint Committee on Fisheries."
    )
    _, encounters = encounters_of(text)
    assert [(e.kind, e.status, e.ordinal, e.date) for e in encounters] == [
        ("meeting", "held", None, "2024-05-06"),
        ("forum", "proposed", 10, None),
    ]


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        # the day on which it was agreed is not that of what was agreed
        ("Kenya and Norway had agreed in February to hold talks in Oslo.", "scheduled", None),
        ("Kenya and Norway agreed to hold talks in Oslo in September.", "scheduled", "2024-09"),
        (
            "The foreign ministers of Kenya and Norway said that the anniversary next year was a milestone, and concurred on holding talks.",
            "scheduled",
            None,
        ),
        # what ministers are told to do has not been done
        ("The presidents of Kenya and Norway instructed their ministers to hold talks in Oslo.", "scheduled", None),
    ],
)
def test_plans_of_talks(text: str, status: str, date: str | None) -> None:
    _, encounters = encounters_of(text)
    assert [(e.kind, e.status, e.date) for e in encounters] == [("meeting", status, date)]


def test_the_leaders_are_those_of_the_two_sides() -> None:
    text = (
        "The two leaders met in Oslo on Monday. President Amos Otunga of Kenya and President Haldor Berg of Norway spoke of trade between Kenya "
        "and Norway. Peru's President Rosa Prado had brought them together."
    )
    _, encounters = encounters_of(text)
    assert [e.participants for e in encounters if e.kind == "meeting"][:1] == [("Amos Otunga", "Haldor Berg")]


def test_what_somebody_is_asked_is_no_plan() -> None:
    text = "Asked whether Norwegian Foreign Minister Sigrid Halvorsen would meet Kenyan officials, her spokesman said that there were no plans."
    _, encounters = encounters_of(text)
    assert not encounters


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ninth meeting of the Kenya-Norway Joint Committee was held in Oslo on Monday. The previous meeting was held in Nairobi in "
            "January 2019.",
            [("forum", "2024-05-06", "Oslo", 9), ("forum", "2019-01", "Nairobi", None)],
        ),
        (
            "Kenyan Foreign Minister Amos Otunga met Norwegian Foreign Minister Sigrid Halvorsen in Oslo on Monday. The last meeting took place "
            "in Nairobi in 2019.",
            [("meeting", "2024-05-06", "Oslo", None), ("meeting", "2019", "Nairobi", None)],
        ),
        # without a day or place it is nothing to enter, and nothing of it is the present one's
        (
            "Kenyan Foreign Minister Amos Otunga met Norwegian Foreign Minister Sigrid Halvorsen in Oslo on Monday. The last meeting was tense.",
            [("meeting", "2024-05-06", "Oslo", None)],
        ),
    ],
)
def test_the_meeting_before_is_another(text: str, expected: list[tuple[object, ...]]) -> None:
    _, encounters = encounters_of(text)
    assert [(e.kind, e.date, e.place, e.ordinal) for e in encounters] == expected


def test_talks_that_go_on_are_no_new_ones() -> None:
    _, encounters = encounters_of("Kenyan Foreign Minister Amos Otunga said that talks with Norway would go on.")
    assert not encounters


def test_an_office_before_its_holder_is_nobody_else() -> None:
    text = (
        "The Minister of Foreign Affairs of Kenya, Amos Otunga, met with the Vice President and Minister of Foreign Affairs of the Republic of "
        "Peru, Rosa Prado, who is making an official visit to our country."
    )
    _, encounters = encounters_of(text)
    assert [(e.kind, e.participants, e.place) for e in encounters] == [
        ("meeting", ("Amos Otunga", "Rosa Prado"), None),
        ("visit", ("Rosa Prado",), None),
    ]
