"""Ways in which dispatches of many houses tell of contacts: orders of words that mislead a parse, plans, speeches, and what is none."""

from __future__ import annotations

import pytest

from dragoman.reading import Encounter
from tests.readers.contacts import encounters_of

K = "Kenyan Foreign Minister Amos Otunga"
N = "Norwegian Foreign Minister Sigrid Halvorsen"
A, S = "Amos Otunga", "Sigrid Halvorsen"


def told(encounter: Encounter) -> tuple[object, ...]:
    return (encounter.kind, encounter.status, encounter.date, *encounter.participants)


WAYS: list[tuple[str, list[tuple[object, ...]]]] = [
    # the subject behind an invitation and an office
    (
        f"At the invitation of {N}, the Minister of Trade of Kenya, Grace Wanjiru, will make an official visit to Norway from 13 to 15 May 2024.",
        [("visit", "scheduled", "2024-05-13", "Grace Wanjiru")],
    ),
    # both subjects where the parse has lost one
    (
        "Foreign Minister Kamal Darwish of Lebanon and his French counterpart Hélène Marchetti discussed the south during a telephone call on "
        "Monday evening.",
        [("call", "held", "2024-05-06", "Kamal Darwish", "Hélène Marchetti")],
    ),
    (f"The call took place on Monday between {K} and {N}.", [("call", "held", "2024-05-06", A, S)]),
    # who leaves for a stay has it before him
    (f"{K} left for Oslo this morning on a four-day visit.", [("visit", "held", "2024-05-08", A)]),
    # what comes before something else has another day
    (
        f"{K} will meet {N} in Bergen on Friday before flying to Lima for talks with Peruvian Foreign Minister Inés Quispe.",
        [
            ("meeting", "scheduled", "2024-05-10", A, S),
            ("visit", "scheduled", None, A),
            ("meeting", "scheduled", None, A, "Inés Quispe"),
        ],
    ),
    # present tense with a day to come
    (f"{K} is visiting Norway from Thursday 16 to Tuesday 21 May.", [("visit", "scheduled", "2024-05-16", A)]),
    (f"{K} is likely to travel to Oslo in mid-May.", [("visit", "proposed", "2024-05", A)]),
    (f"{K} will be in Oslo on Friday.", [("visit", "scheduled", "2024-05-10", A)]),
    # a week is no day
    (f"{K} is due to meet {N} in Oslo next week.", [("meeting", "scheduled", "2024-05", A, S)]),
    (f"In 2015, {K} became the first Kenyan minister to visit Iceland.", [("visit", "held", "2015", A)]),
    (f"{K} thanked {N} for her visit to Nairobi in January.", [("visit", "held", "2024-01", S)]),
    # whose words are quoted
    (f'"I met {N} yesterday in Oslo," {K} told reporters.', [("meeting", "held", "2024-05-07", A, S)]),
    # chairs and signers behind the telling
    (
        "The 14th round of political consultations between Kenya and Norway was held in Oslo on Tuesday, chaired by Deputy Minister Grace Wanjiru "
        "and State Secretary Odd Rieber.",
        [("forum", "held", "2024-05-07", "Grace Wanjiru", "Odd Rieber")],
    ),
    (
        f"{K} held talks with {N} in Oslo on Monday, followed by the signing of six documents.",
        [("meeting", "held", "2024-05-06", A, S), ("signing", "held", "2024-05-06", A, S)],
    ),
    # speeches
    (f"Speaking in parliament on Tuesday, {K} said that trade was growing.", [("address", "held", "2024-05-07", A)]),
    (f"{K} will address the nation on Sunday evening.", [("address", "scheduled", "2024-05-12", A)]),
    (
        f"{K} sent a letter of condolence to his Norwegian counterpart on Monday.",
        [("address", "held", "2024-05-06", A)],
    ),
    # sessions that someone visits a country for
    (
        "At the invitation of Ms Sigrid Halvorsen, Minister of Environment of Norway, Mr Amos Otunga, Minister for Water of Kenya, visited Norway "
        "from 6 to 7 May 2024 for the Kenya-Norway Annual Exchange of Visits between the two ministries.",
        [("visit", "held", "2024-05-06", A), ("forum", "held", "2024-05-06", A, S)],
    ),
    # a headline alone
    (
        "Foreign Minister Otunga to visit Norway next month\n\nThe programme was still being drawn up. Foreign Minister Amos Otunga took office in 2019.",
        [("visit", "scheduled", "2024-06", A)],
    ),
    # none
    (f"{K} has no plans to meet {N} at the summit.", []),
    (f"{K} is no longer able to visit Norway.", []),
    (f"{K} has visited Norway before.", []),
    (f"If {K} were to visit Oslo, Bergen would protest.", []),
    (f"{K} met with members of his cabinet on Tuesday.", []),
    ("Kenya beat Norway 2-1 when the two sides met in Cairo on Sunday.", []),
    (f"{K} thanked {N} for hosting the conference.", []),
    ("Bergen police said they would hold another meeting on Thursday.", []),
]


@pytest.mark.parametrize(("text", "expected"), WAYS)
def test_ways_of_telling(text: str, expected: list[tuple[object, ...]]) -> None:
    assert [told(e) for e in encounters_of(text)[1]] == expected


def test_an_office_told_alone_is_held_by_the_one_who_holds_it() -> None:
    more = "The Norwegian minister, who arrived on Monday night, spoke of trade. Sigrid Halvorsen, the Norwegian foreign minister, will stay a week."
    found = encounters_of("Kenya and Norway are at odds over fish. " + more)[1]
    assert {e.participants for e in found if e.kind == "visit"} == {(S,)}


def test_a_trip_that_the_text_takes_for_known() -> None:
    found = encounters_of(f"{K} has little to offer. During his trip, Otunga sought to reassure investors.")[1]
    assert [(e.kind, e.participants) for e in found] == [("visit", (A,))]


def test_a_body_under_its_full_name() -> None:
    text = "The European Union is a partner of Moldova. The EU and Moldova held the third EU-Moldova Water Forum in Cahul on Monday."
    assert [e.participants for e in encounters_of(text)[1]] == [("European Union", "Moldova")]
