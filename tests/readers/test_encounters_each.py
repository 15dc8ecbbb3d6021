"""Several contacts told in one breath, and contacts told without a verb, a name or a place where others have one."""

from __future__ import annotations

import pytest

from tests.readers.contacts import brief, encounters_of

K = "Kenyan Foreign Minister Amos Otunga"
N = "Norwegian Foreign Minister Sigrid Halvorsen"
A, S = "Amos Otunga", "Sigrid Halvorsen"

Told = list[tuple[str, str, str | None, tuple[str, ...]]]

EACH: list[tuple[str, Told]] = [
    # names behind a colon are those met, each apart
    (
        f"{K} went home. He held separate meetings with two other ministers: Pedro Vidal of the Union Party (UP), and Ana Rojas of the "
        "Harbour Front.",
        [("meeting", "held", None, (A, "Pedro Vidal")), ("meeting", "held", None, (A, "Ana Rojas"))],
    ),
    # a preposition for each
    (
        f'{K} said: "I have spoken today to {N} and to Danish Foreign Minister Karl Bergsen."',
        [("call", "held", "2024-05-08", (A, S)), ("call", "held", "2024-05-08", (A, "Karl Bergsen"))],
    ),
    # the traveller of the sentences before
    (
        f"{K} took part in the forum in Oslo. Meetings were also held with {N} and Danish Foreign Minister Karl Bergsen.",
        [("meeting", "held", None, (A, S)), ("meeting", "held", None, (A, "Karl Bergsen"))],
    ),
    # several in one meeting stay together
    (
        f"{K} met {N} and Norwegian Prime Minister Ola Rustad in Oslo on Monday.",
        [("meeting", "held", "2024-05-06", (A, S, "Ola Rustad"))],
    ),
    # another traveller on another day
    (
        "King Olav Rustad of Norway visited in 1967 and King Harald Rustad in 1981.",
        [("visit", "held", "1967", ("Olav Rustad",)), ("visit", "held", "1981", ("Harald Rustad",))],
    ),
]

WAYS: list[tuple[str, Told]] = [
    (
        f"{K} led a Kenyan delegation from the Ministry of Ports and the Ministry of Energy to Oslo, Norway.",
        [("visit", "held", None, (A,))],
    ),
    (f"{K} flew into Norway on Tuesday in an effort to save the pact.", [("visit", "held", "2024-05-07", (A,))]),
    (
        f"From Norway, {K} will continue to Finland and Denmark.",
        [("visit", "scheduled", None, (A,)), ("visit", "scheduled", None, (A,))],
    ),
    (f"{K} will continue to press for reform.", []),
    (f"{K} is currently in Oslo, and diplomats said he would seek help.", [("visit", "held", "2024-05", (A,))]),
    (f"{K} is currently in charge of the talks.", []),
    (f"The loan was announced by {K} in April during his visit to Norway.", [("visit", "held", "2024-04", (A,))]),
    (
        f"Upon his arrival at Oslo airport on Monday, {K} was welcomed by: Ola Rustad, Vice Premier of Norway; Sigrid Halvorsen, Minister of Ports.",
        [("visit", "held", "2024-05-06", (A,)), ("meeting", "held", "2024-05-06", (A, "Ola Rustad", S))],
    ),
    (
        f"Officials gave an account of a conversation {K} and {N} had Saturday.",
        [("meeting", "held", "2024-05-04", (A, S))],
    ),
]

JOINED: list[tuple[str, Told]] = [
    # a place named by a common noun, or by its country
    (
        f"{K} left Norway for Chile on Tuesday after ending a state visit to the kingdom. During his three-day state visit in Norway, "
        "both sides spoke of ports.",
        [("visit", "held", "2024-05-07", (A,)), ("visit", "held", "2024-05-05", (A,))],
    ),
    (
        f"On May 7, {K} arrived in Norway for a visit. On May 7, {K} and a delegation arrived in Oslo.",
        [("visit", "held", "2024-05-07", (A,))],
    ),
    # the visit that a sentence tells, counted in the same sentence
    (
        f"{K} will visit Norway from May 14 to 17, his spokesman said, confirming Mr Otunga's second visit abroad.",
        [("visit", "scheduled", "2024-05-14", (A,))],
    ),
    # talks before which one is received
    (
        f"{K} was in Oslo. He was received on the quay by {N}, before their meetings in the palace.",
        [("meeting", "held", None, (A, S))],
    ),
    (
        "A Kenyan delegation led by Senator Amos Otunga has arrived in Oslo. The five-member delegation tours the country in May.",
        [("visit", "held", "2024-05", (A,))],
    ),
]

NONE: list[tuple[str, Told]] = [
    (f"{K} and {N} underlined the primacy of dialogue.", []),
    (
        "The Norwegian government will open two consulates, as host governments may wish, in Kenya and Chile.",
        [],
    ),
    (f"Home Affairs Minister {S} conceded that further boat arrivals from Chile were likely.", []),
    (f'"Only they can hold talks with {N}," {K} said.', []),
    (f"{N} named {K}. But there is talk that both will soon join.", []),
    # whose visit it is
    (
        f"{N} said on Monday that President Peter Otieno's latest words on his visit to Chile are welcome.",
        [("visit", "held", None, ("Peter Otieno",))],
    ),
]

IMPARTED: list[tuple[str, Told]] = [
    (f"{K} told {N} on Monday that the port remained closed.", [("meeting", "held", "2024-05-06", (A, S))]),
    (
        "Amos Otunga, Kenya's charge d'affaires in Oslo, told the Danish ambassador to Norway, Karl Bergsen, that there was no plan.",
        [("meeting", "held", None, (A, "Karl Bergsen"))],
    ),
    (
        f"{K} had emphasised to Norway's government that the crew should go home.",
        [("meeting", "held", None, (A, "Norway's government"))],
    ),
    # what is said in public, to the press or of one's own house joins no one
    (f"In a speech on Monday, {K} told {N} to think again.", []),
    (f"{K} told the Norwegian government to stop.", []),
    (f"{K} told Kenyan Prime Minister Peter Otieno that he would stay.", []),
]

APART: list[tuple[str, Told]] = [
    # two contacts joined by "and" are two, whatever the first noun's partner is joined to in the parse
    (
        f"{K} spoke to reporters after his talks with the Norwegian leader, Ola Rustad, in Oslo and a meeting with Danish President Karl Bergsen.",
        [("meeting", "held", None, (A, "Ola Rustad")), ("meeting", "held", None, (A, "Karl Bergsen"))],
    ),
    # the two sides of a visit are the traveller's and the host's
    (
        f"{K} met {N} in Oslo on Monday. During Peruvian Prime Minister Ana Rojas's visit to Norway in April 2024, the two sides inked a memorandum.",
        [
            ("meeting", "held", "2024-05-06", (A, S)),
            ("visit", "held", "2024-04", ("Ana Rojas",)),
            ("signing", "held", "2024-04", ("Ana Rojas", "Norway")),
        ],
    ),
]

POSTED: list[tuple[str, Told]] = [
    (
        "Productive discussions with Kenyan experts led by Vice-Minister Amos Otunga. pic.example.org/xy— Lars Holm (@larsholm) May 7, 2024",
        [("meeting", "held", "2024-05", ("Lars Holm", A))],
    ),
    (
        "Successful visit to Kenya to meet with officials in Nairobi. — Lars Holm (@larsholm) May 7, 2024",
        [("visit", "held", "2024-05-07", ("Lars Holm",))],
    ),
    ("Good meeting with the bishops of Kenya.", []),
]

OTHERS: list[tuple[str, Told]] = [
    (f"{K} was busy. His engagements included talks with {N} in Oslo.", [("meeting", "held", None, (A, S))]),
    (f"{K}, left, speaks with {N}, right, in Oslo on 6 May 2024.", [("meeting", "held", "2024-05-06", (A, S))]),
    # a tourist represents nobody
    ("Peter Holm, a scholar, made a trip to Kenya in 2019.", []),
    (f"{K} told reporters in Oslo, his one-day visit over, that he was pleased.", [("visit", "held", None, (A,))]),
]


@pytest.mark.parametrize(("text", "expected"), [*EACH, *WAYS, *JOINED, *NONE, *IMPARTED, *APART, *POSTED, *OTHERS])
def test_each_contact_is_told_once(text: str, expected: Told) -> None:
    found = [brief(e) for e in encounters_of(text)[1]]
    assert [e for e in found if e[0] not in ("forum", "address")] == expected
