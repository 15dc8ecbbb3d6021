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


@pytest.mark.parametrize(("text", "expected"), [*EACH, *WAYS])
def test_each_contact_is_told_once(text: str, expected: Told) -> None:
    found = [brief(e) for e in encounters_of(text)[1]]
    assert [e for e in found if e[0] != "forum"] == expected
