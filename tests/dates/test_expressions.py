"""Which words of a text are dates, and what they say."""

from __future__ import annotations

from itertools import pairwise

import pytest

from dragoman.dates.expressions import expressions

FOUND = [
    # text, the expressions as said, their kinds
    ("On November 25, 2020 they met.", ["On November 25, 2020"], ["date"]),
    ("Signed 25 Nov 2020 in Lima.", ["25 Nov 2020"], ["date"]),
    ("Updated 09:16, 26-Nov-2019", ["26-Nov-2019"], ["date"]),
    ("2024-12-05 19:55", ["2024-12-05"], ["date"]),
    ("05/03/2024 - 14:10", ["05/03/2024"], ["date"]),
    ("Tue Oct 19, 2021 | 7:42pm", ["Tue Oct 19, 2021"], ["date"]),
    ("It was held on 24-25 May 2022.", ["on 24-25 May 2022"], ["date"]),
    (
        "The visit is from December 30, 2024 to January 2, 2025.",
        ["from December 30, 2024 to January 2, 2025"],
        ["date"],
    ),
    ("It runs from March 21 to 22.", ["from March 21 to 22"], ["date"]),
    ("It runs from 30 June to 2 July.", ["from 30 June to 2 July"], ["date"]),
    ("on 4 and 9 May", ["on 4", "9 May"][1:], ["date"]),
    ("In June the two met; in December 2024 they met again.", ["In June", "in December 2024"], ["date", "date"]),
    ("launched in mid-January and closed by the end of March", ["in mid-January", "by the end of March"], ["date"] * 2),
    ("from the 24th to the 26th", ["from the 24th to the 26th"], ["date"]),
    ("at a briefing on the 9th, he spoke", ["on the 9th"], ["date"]),
    (
        "in the first half of 2024 or the second quarter",
        ["in the first half of 2024", "the second quarter"],
        ["date"] * 2,
    ),
    ("this autumn, next spring, since last autumn", ["this autumn", "next spring", "since last autumn"], ["date"] * 3),
    ("令和6年12月5日", ["令和6年12月5日"], ["date"]),
    ("Reiwa 6 followed Heisei 30.", ["Reiwa 6", "Heisei 30"], ["date"] * 2),
    ("by 2014 and in the 2010s", ["by 2014", "in the 2010s"], ["date"] * 2),
    ("on Monday and last Friday", ["on Monday", "last Friday"], ["weekday"] * 2),
    ("on Thursday of next week", ["on Thursday of next week"], ["weekday"]),
    ("from Monday to Wednesday", ["from Monday to Wednesday"], ["weekday"]),
    (
        "yesterday, early last month, later this week",
        ["yesterday", "early last month", "later this week"],
        ["frame"] * 3,
    ),
    (
        "two days earlier; the day before; the same afternoon",
        ["two days earlier", "the day before", "the same afternoon"],
        ["frame"] * 3,
    ),
    ("less than a month after they met", ["less than a month after"], ["frame"]),
    ("by the end of the year", ["by the end of the year"], ["frame"]),
    ("within three months", ["within three months"], ["frame"]),
    ("at an appropriate time", ["at an appropriate time"], ["open"]),
    ("at a mutually convenient time", ["at a mutually convenient time"], ["open"]),
    ("at an early date", ["at an early date"], ["open"]),
    ("on dates to be fixed through embassies", ["on dates to be fixed"], ["open"]),
    ("in the coming days", ["in the coming days"], ["vague"]),
    ("over the past three years", ["over the past three years"], ["vague"]),
    ("in fiscal 2025 and FY2026", ["in fiscal 2025", "FY2026"], ["fiscal"] * 2),
]


@pytest.mark.parametrize(("text", "said", "kinds"), FOUND)
def test_found(text: str, said: list[str], kinds: list[str]) -> None:
    found = expressions(text)
    assert [e.said.of(text) for e in found] == said
    assert [e.kind for e in found] == kinds


@pytest.mark.parametrize(
    "text",
    [
        "They may meet, and may march together.",
        "May I add a word?",
        "Prime Minister May said so.",
        "April Mendes spoke.",
        "a 24-hour line, open from 5:30 pm",
        "a man aged 24 with 2,018 tons",
        "the 40th anniversary and the 10th meeting",
        "of the 19th century",
        "the next round of talks",
        "readings every three months",
        "a two-day visit",
        "two days of talks",
        "every Monday",
        "Agenda 2030",
        "in 2000 tons of rice",
        "the fall of the wall",
        "a second in time",
        "today's world",
    ],
)
def test_no_date(text: str) -> None:
    assert [e.said.of(text) for e in expressions(text) if e.kind != "vague"] == []


def test_spans_lie_in_order_and_in_the_text() -> None:
    text = "On Monday 4 December 2023 and next year, by June, in the spring of 2025 - the day before Friday."
    found = expressions(text)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(e.said.covers(e.span) and e.span.end <= len(text) for e in found)


def test_a_weekday_before_a_date_belongs_to_it() -> None:
    (found,) = expressions("on Wednesday, 12 March 2014")
    assert (found.first, found.weekday) == ((2014, 3, 12), 2)


def test_the_two_readings_of_a_date_in_figures() -> None:
    (found,) = expressions("05/03/2024")
    assert {found.first, found.other} == {(2024, 3, 5), (2024, 5, 3)}
