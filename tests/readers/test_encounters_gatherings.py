"""Gatherings of many told by their name, day or holding, and speeches told by a participle."""

from __future__ import annotations

import pytest

from tests.readers.contacts import encounters_of

K, N = "Kenyan Foreign Minister Amos Otunga", "Norwegian Foreign Minister Sigrid Halvorsen"
A = ("Amos Otunga",)
Told = tuple[str, str, str | None, str | None, tuple[str, ...]]

GATHERINGS: list[tuple[str, list[Told]]] = [
    (
        f"On the eve of the Nato gathering, which is to be held on Friday, {K} voiced concern.",
        [("forum", "scheduled", "2024-05-10", None, ("Nato",))],
    ),
    (
        "Norway will be hosting a fisheries conference in Bergen in June.",
        [("forum", "scheduled", "2024-06", "Bergen", ("Norway",))],
    ),
    (
        "A gathering of ministers, planned for May 30 in Tartu, is set to last a day.",
        [("forum", "scheduled", "2024-05-30", "Tartu", ("ministers",))],
    ),
    (
        f"{K} was concerned that the conference that Norway seeks to hold would set terms.",
        [("forum", "proposed", None, None, ("Norway",))],
    ),
    (
        f"{K} named several occasions, including the Harbour Summit in Bergen in June 2024.",
        [("forum", "scheduled", "2024-06", "Bergen", ("Harbour Summit",))],
    ),
    (
        f"{K} took part in a joint ministerial meeting in Bergen on Monday.",
        [("forum", "held", "2024-05-06", "Bergen", A)],
    ),
    # not told of itself
    (f"{K} was critical of the Harbour Summit.", []),
    (f"{K} took part in the meeting.", []),
    (f"Meeting on the sidelines of the Harbour Summit in June 2023, {K} was critical.", []),
    ("Launched in 2005, the Harbour Forum is an annual event held alternately in Oslo and Mombasa.", []),
    ("The port authority will hold a staff meeting in Bergen in June.", []),
]
SPEECHES: list[tuple[str, list[Told]]] = [
    (
        f"Speaking to reporters in Bergen on Monday, {K} refused to say more.",
        [("address", "held", "2024-05-06", "Bergen", A)],
    ),
    (f"Speaking to his country's ambassadors, {K} said the talks were stuck.", [("address", "held", None, None, A)]),
    (
        f"Meanwhile, addressing Bergen-based media on Monday, {K} said trade was growing.",
        [("address", "held", "2024-05-06", None, A)],
    ),
    (
        "Speaking at an investors’ forum in Bergen, Mr. Amos Otunga, according to a local paper, said trade was growing.",
        [("address", "held", None, "Bergen", A)],
    ),
    # interviews, matters and ways of speaking
    (f"Speaking to Harbour Radio, {K} said the talks were stuck.", []),
    (f"Addressing the relationship between the two countries, {K} said it was good.", []),
    (f"{K}, speaking on condition of anonymity, said the talks were stuck.", []),
    (f"During the briefing, {K} said the talks were stuck.", []),
    (f"In the Joint Statement on Fish of June 2021, {K} promised restraint.", []),
]
TALKS: list[tuple[str, list[Told]]] = [
    (f"{K} is unlikely to visit Bergen in June.", []),
    (f"Only they can hold direct talks, {K} said of Norway and Denmark.", []),
    ("Kenya and Norway plan to expand their interaction.", []),
]


@pytest.mark.parametrize(("text", "expected"), [*GATHERINGS, *SPEECHES, *TALKS])
def test_gatherings_and_speeches(text: str, expected: list[Told]) -> None:
    found = encounters_of(text)[1]
    assert [(e.kind, e.status, e.date, e.place, e.participants) for e in found] == expected


def test_with_someone_doing_something_is_no_other_side() -> None:
    more = (
        f"The meeting opened with {N} offering condolences for the passing of Kenya's former First Lady, Rehema Otieno."
    )
    found = encounters_of(f"{K} and {N} met on Monday. {more}")[1]
    assert [e.participants for e in found] == [("Amos Otunga", "Sigrid Halvorsen")]


def test_their_talks_are_of_those_whom_the_sentence_brings_together() -> None:
    more = f"He was received on the quay by {N} before their talks at the palace."
    found = encounters_of(f"{K} praised the late Joel Kamau of Uganda. Amos Otunga came to Bergen on Monday. {more}")[1]
    assert {e.participants for e in found if e.kind == "meeting"} == {("Amos Otunga", "Sigrid Halvorsen")}
