"""Who sat on each side: named people, and the body or the people not named where a side has nobody named."""

from __future__ import annotations

import pytest

from tests.readers.contacts import encounters_of

OPENING = "Kenya's harbours are full, Kenyan Foreign Minister Amos Otunga said.\n\n"
SIDES = [
    # a side of which nobody is named
    ("Otunga met Norwegian fishing officials in Bergen on Monday.", ["Amos Otunga", "Norwegian fishing officials"]),
    ("Otunga met some ministers and senior officials in Bergen.", ["Amos Otunga", "ministers and officials"]),
    ("Otunga is to meet several opposition politicians in Bergen.", ["Amos Otunga", "opposition politicians"]),
    # the body that summons
    ("The Norwegian foreign ministry summoned Kenyan Ambassador Beth Wafula on Monday.", ["Norwegian foreign ministry", "Beth Wafula"]),
    # nobody more where both sides are named
    ("Otunga and officials of his met Norwegian Prime Minister Ulla Holm in Bergen on Monday.", ["Amos Otunga", "Ulla Holm"]),
    # those whom a third one meets are not the two who met before
    ("Otunga met the top diplomats in Bergen on Monday.", ["Amos Otunga", "diplomats"]),
    # a name behind the short form of a body's name
    (
        "At the meeting of Mr Otunga with the President of the Lakes Bank for Ports and Development (LBPD) Suma Lehto, the sides spoke of fish.",
        ["Amos Otunga", "Suma Lehto"],
    ),
    # whoever the text tells of
    ("Talks were held in Bergen with Prime Minister Ulla Holm of Norway.", ["Amos Otunga", "Ulla Holm"]),
    # the first of a list that the parse has lost
    (
        "Otunga will meet in Bergen with Prime Minister Odd Berg-o-Li and Deputy Premier and Foreign Minister Ulla Holm of Norway.",
        ["Amos Otunga", "Odd Berg-o-Li", "Ulla Holm"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("more", "present"), SIDES)
def test_each_side_is_there(more: str, present: list[str]) -> None:
    _, found = encounters_of(OPENING + more)
    assert [sorted(e.participants) for e in found if e.kind == "meeting"] == [sorted(present)]


def test_offices_of_one_phrase_are_named_once() -> None:
    _, found = encounters_of(
        "Kenya's president, prime minister and assembly speaker held talks with Norwegian leaders in Oslo."
    )
    assert found[0].participants == ("Kenya's president, prime minister and assembly speaker", "Norwegian leaders")


DAYS = [
    # a day shares the year that the next one names, where no day of the dispatch is known
    ("visited Denmark on 4 April and Finland from 5 to 6 April 2016.", [("Denmark", "2016-04-04"), ("Finland", "2016-04-05")]),
    ("visited Denmark on 4 April.", [("Denmark", None)]),
]  # fmt: skip


@pytest.mark.parametrize(("rest", "expected"), DAYS)
def test_a_day_without_its_year(rest: str, expected: list[tuple[str, str | None]]) -> None:
    _, found = encounters_of(f"Kenyan Foreign Minister Amos Otunga {rest}", published=None)
    assert [(e.place, e.date) for e in found] == expected


def test_what_is_done_in_a_place_is_of_the_day_one_was_there() -> None:
    _, found = encounters_of(
        "Kenyan Foreign Minister Amos Otunga visited Denmark on 2 May and Norway on 3 May 2024.\n\n"
        "In Norway, Otunga met Foreign Minister Sigrid Halvorsen of Norway."
    )
    assert [(e.place, e.date) for e in found if e.kind == "meeting"] == [("Norway", "2024-05-03")]


def test_a_day_of_the_second_sentence_is_its_own() -> None:
    _, found = encounters_of(
        "Norway has summoned Kenyan Ambassador Beth Wafula over a raid. A boat was stopped near Bergen on Sunday, the coast guard said."
    )
    assert [(e.kind, e.date) for e in found] == [("meeting", None)]


TOLD = [
    # what was done before a departure is not of its day
    (
        "Kenyan Foreign Minister Amos Otunga left Norway on Tuesday after a three-day visit.\n\nIn his speech, Otunga thanked Norway.",
        "address",
        None,
    ),
    # "during her visit" says no day
    (
        "Kenyan Foreign Minister Amos Otunga opened the 8th Kenya-Norway Harbour Dialogue in Bergen on Monday. "
        "Fish is dear. Boats are few.\n\nOtunga also met Prime Minister Ulla Holm of Norway during his visit.",
        "meeting",
        None,
    ),
    # a participle dates what stands before it
    ("Kenyan President Daudi Mwangi said he would speak of it during a visit to Norway, starting Friday.", "visit", "2024-05-10"),
    # a plan's day in a relative clause
    ("Kenyan President Daudi Mwangi hopes for the sixth round of talks with Norway, which is set to be held in Bergen this October.", "meeting", "2024-10"),
    # a month before the noun
    ("Norway's press listed the highlights of Kenyan President Daudi Mwangi's December visit to Oslo.", "visit", "2023-12"),
    # no plan is for a day gone by
    ("Kenya and Norway will sign two accords, Kenyan Foreign Minister Amos Otunga said earlier this week.", "signing", None),
    # a visit marked by its rank
    (
        "Kenyan President Daudi Mwangi visited Oslo, marking his first visit abroad in December 2023, when ports were closed.",
        "visit",
        "2023-12",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "day"), TOLD)
def test_the_day_of_what_is_told(text: str, kind: str, day: str | None) -> None:
    _, found = encounters_of(text)
    assert [e.date for e in found if e.kind == kind] == [day]


def test_the_two_sides_of_a_visit_are_the_guests_and_the_hosts() -> None:
    _, found = encounters_of(
        "Kenya and Norway signed an accord on fish in Bergen on Monday.\n\n"
        "During Prime Minister Niko Laine of Finland's visit to Norway in April 2023, the two sides signed an accord on wood."
    )
    assert [(e.date, set(e.countries)) for e in found if e.kind == "signing"] == [
        ("2024-05-06", {"KEN", "NOR"}),
        ("2023-04", {"FIN", "NOR"}),
    ]


def test_a_session_is_chaired_by_those_told_in_the_next_sentence() -> None:
    _, found = encounters_of(
        "Kenya and Norway held the fifth meeting of the Kenya-Norway Harbour Committee in Bergen on Monday. "
        "It was co-chaired by Mr Amos Otunga, Deputy Minister of Transport of Kenya, and Ms Ulla Holm, State Secretary of Norway."
    )
    assert found[0].participants == ("Amos Otunga", "Ulla Holm")


def test_two_presidents_not_named_are_their_countries() -> None:
    _, found = encounters_of(
        "Kenya and Norway will share a bridge, the Kenyan foreign ministry said. The two Presidents are to meet in Bergen tomorrow."
    )
    assert [(e.date, set(e.participants)) for e in found] == [("2024-05-09", {"Kenya", "Norway"})]


def test_a_visit_of_one_day_is_of_the_day_of_the_news() -> None:
    _, found = encounters_of(
        "Norwegian Prime Minister Ulla Holm told Kenyan Foreign Minister Amos Otunga on Monday in Oslo that fish is dear.\n\n"
        "Otunga thanked the port during his one-day visit to Norway."
    )
    assert [e.date for e in found if e.kind == "visit"] == ["2024-05-06"]
