"""Contacts told in passing: gatherings taken for known, envoys sent, bodies that sit, journeys behind other news; and what is none."""

from __future__ import annotations

import pytest

from dragoman.reading import Encounter
from tests.readers.contacts import encounters_of

K = "Kenyan Foreign Minister Amos Otunga"
N = "Norwegian Foreign Minister Sigrid Halvorsen"
A, S = "Amos Otunga", "Sigrid Halvorsen"


def told(encounter: Encounter) -> tuple[object, ...]:
    return (encounter.kind, encounter.status, encounter.date, *encounter.participants)


PASSING: list[tuple[str, list[tuple[object, ...]]]] = [
    # gatherings that a text names without saying who was there
    (
        f"He had set out the plan during the Harbour Summit in Tartu in July 2020, {K} said.",
        [("forum", "held", "2020-07", "Harbour Summit")],
    ),
    (
        f"{K} left Riga on the eve of the Ocean Community summit.",
        [("forum", "scheduled", None, "Ocean Community")],
    ),
    (f"{K} spoke on the second day of the 12th Tartu Security Conference.", [("forum", "held", None, A)]),
    # one that is only the occasion of a meeting is not told for itself
    (
        f"{K} met {N} on the margins of the Harbour Summit in Tartu on Monday.",
        [("meeting", "held", "2024-05-06", A, S)],
    ),
    # what a participle before the sentence tells is so, whatever was agreed there
    (
        f"Speaking at a third Harbour Community summit in Tartu, {K} agreed to lower the fee.",
        [("address", "held", None, A), ("forum", "held", None, A)],
    ),
    # bodies that sit
    (
        f"The intergovernmental commission of Kenya and Norway will meet in Bergen in October, {K} said.",
        [("forum", "scheduled", "2024-10", "Kenya", "Norway")],
    ),
    (
        f"The UN Security Council met on Monday over the dam, {K} said.",
        [("forum", "held", "2024-05-06", "UN Security Council")],
    ),
    (
        "EU foreign ministers agreed at a meeting in Luxembourg on Monday to wait.",
        [("meeting", "held", "2024-05-06", "EU foreign ministers")],
    ),
    # who is sent, greeted, welcomed, rung up
    (
        f"{K} dispatched Deputy Minister Grace Wanjiru to Oslo on Monday.",
        [("visit", "held", "2024-05-06", "Grace Wanjiru")],
    ),
    ("Kenya plans to send negotiators to Oslo next week.", [("visit", "scheduled", "2024-05", "negotiators")]),
    (f"{N} was greeted at the airport on Monday by {K}.", [("meeting", "held", "2024-05-06", S, A)]),
    (
        f"On Monday, {K} welcomed a delegation led by {N} to the White Palace to review the fees.",
        [("meeting", "held", "2024-05-06", A, S)],
    ),
    (
        f"{K} called {N} and Swedish Foreign Minister Nils Fjällgrund on Monday.",
        [("call", "held", "2024-05-06", A, S, "Nils Fjällgrund")],
    ),
    (
        "The Norwegian ambassador was called to the foreign ministry in Nairobi on Monday.",
        [("meeting", "held", "2024-05-06", "Norwegian ambassador", "foreign ministry")],
    ),
    (
        f"{K} met with a range of senior Norwegian officials on Monday.",
        [("meeting", "held", "2024-05-06", A, "Norwegian officials")],
    ),
    (f"{K} cancelled a meeting with {N} in Oslo.", [("meeting", "scheduled", None, A, S)]),
    # journeys behind other news
    (f"On a visit last week, {K} called for lower fees.", [("visit", "held", "2024-04-29", A)]),
    (f"{K} waited until May 2019 for a first visit to the Kremlin.", [("visit", "held", "2019-05", A)]),
    (
        f"{K} will fly to Oslo on Friday before heading to Lima.",
        [("visit", "scheduled", "2024-05-10", A), ("visit", "scheduled", None, A)],
    ),
    (f"{K}, who was in Oslo with President Kibwezo Mutundi, said the fee would fall.", [("visit", "held", None, A)]),
    (f"{K} left Norway on Monday.", [("visit", "held", "2024-05-06", A)]),
    (f"{K} made a stop in Oslo on his way to London.", [("visit", "held", None, A)]),
    (f"During a stop in Oslo on Monday, {K} said the fee would fall.", [("visit", "held", "2024-05-06", A)]),
    # a meeting taken for known, of those who are told to be there
    (f"{K} will attend the meeting in Oslo on Friday.", [("meeting", "scheduled", "2024-05-10", A)]),
    # engagements that are contacts
    (
        f"The breakfast followed up on {K}'s recent engagement with {N} in Tartu in November 2022.",
        [("meeting", "held", "2022-11", A, S)],
    ),
    # words to many, and letters
    (f"{K} appeared alongside {N} at a news conference on Monday.", [("address", "held", "2024-05-06", A, S)]),
    (f"{K} sent a message of congratulations to {N} on Monday.", [("address", "held", "2024-05-06", A)]),
    (f"{K} told an audience of shipowners in Oslo that the fee would fall.", [("address", "held", None, A)]),
    (f"{K} made the remarks at a luncheon of the Harbour Board.", [("address", "held", None, A)]),
    (f"{K} has received a letter from {N}.", [("address", "held", None, S)]),
]

NONE = [
    f"{K} received support from {N}.",
    f"{K} received an award from {N}.",
    f"{K} called {N} a friend.",
    f"{K} greeted the news with relief on Monday.",
    "Kenya sent a rescue team to Norway last week.",
    "Kenya sent troops to Norway last week.",
    "Kenya sent a message of calm to Oslo last week.",
    f"Kenya is heading to recession, {K} said.",
    f"{K} left parliament on Monday.",
    f"{K} is in contact with {N}.",
    "The Ocean Forum said that trade grew.",
    f"{K} is a member of the Pacific Islands Forum.",
    "A meeting of the Foreign Affairs Committee will be held on Monday.",
    f"No country would put an offer on the table in talks with Norway, {K} said.",
    f"{K} put a stop to the quarrel.",
    f"{K} praised the engagement with Norway.",
    f"{K} said that talks between Kenya and Norway could help.",
    f"{K} wants to save the stalled talks between Kenya and Norway.",
    f"{K} sat down with the Norwegian reporter Nina Vestbråten for a brief interview.",
]


@pytest.mark.parametrize(("sentence", "expected"), PASSING)
def test_contacts_in_passing(sentence: str, expected: list[tuple[object, ...]]) -> None:
    _, found = encounters_of(sentence + "\n")
    assert sorted(map(told, found), key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize("sentence", NONE)
def test_no_contact(sentence: str) -> None:
    _, found = encounters_of(sentence + "\n")
    assert [told(e) for e in found] == []
