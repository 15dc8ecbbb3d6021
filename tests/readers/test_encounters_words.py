"""Contacts by the words that tell of them: papers, calls, what was talked of, journeys, who came along, what is only wished."""

from __future__ import annotations

import pytest

from dragoman.reading import Encounter
from tests.readers.contacts import encounters_of

K = "Kenyan Foreign Minister Amos Otunga"
N = "Norwegian Foreign Minister Sigrid Halvorsen"


def short(encounter: Encounter) -> str:
    """Kind, status, date and the last words of the participants' names: "call held 2024-05-06 Halvorsen+Otunga"."""
    names = "+".join(sorted(p.split()[-1] for p in encounter.participants))
    return f"{encounter.kind} {encounter.status} {encounter.date or '-'} {names}"


TOLD = [
    # papers given and taken
    (
        "President Amos Otunga on Tuesday presented Kenya's new ambassador to Norway, Peter Mwangi, with credentials.",
        ["meeting held 2024-05-07 Mwangi+Otunga"],
    ),
    (
        "President Amos Otunga accepted the letters of credence of Norwegian Ambassador Sigrid Halvorsen on Tuesday.",
        ["meeting held 2024-05-07 Halvorsen+Otunga"],
    ),
    (
        "Norwegian Ambassador Sigrid Halvorsen was summoned to the Kenyan Foreign Ministry on Monday.",
        ["meeting held 2024-05-06 Halvorsen+Ministry"],
    ),
    (
        "Norwegian Ambassador Sigrid Halvorsen will arrive at the Kenyan Foreign Ministry on Friday to give explanations.",
        ["meeting scheduled 2024-05-10 Halvorsen+Ministry"],
    ),
    (
        "The Foreign Ministry called in Norwegian Ambassador Sigrid Halvorsen on Tuesday.",
        ["meeting held 2024-05-07 Halvorsen+Ministry"],
    ),
    (
        "Following is the text of the joint declaration signed by Kenyan President Amos Otunga and Norwegian Prime Minister Sigrid Halvorsen on Tuesday.",
        ["signing held 2024-05-07 Halvorsen+Otunga"],
    ),
    (
        "A memorandum of understanding was signed between the Ministry of Fisheries of Kenya and the Norwegian Ministry of Trade on Monday.",
        ["signing held 2024-05-06 Kenya+Trade"],
    ),
    (
        "Kenya and Norway signed a fisheries treaty in 1998 and a tax treaty in 2005.",
        ["signing held 1998 Kenya+Norway", "signing held 2005 Kenya+Norway"],
    ),
    (
        "Kenyan President Amos Otunga and the Prime Minister of Norway, Sigrid Halvorsen, presided over the signing of three agreements on Monday.",
        ["signing held 2024-05-06 Halvorsen+Otunga"],
    ),
    (
        "The arrangement, to be known as the Fish Accord, was initialled at the Foreign Ministry by Under Secretary Amos Otunga and his host, Norwegian Deputy Foreign Minister Sigrid Halvorsen, on Monday.",
        ["signing held 2024-05-06 Halvorsen+Otunga"],
    ),
    # calls
    (f"{K} called {N} on Monday to discuss the ceasefire.", ["call held 2024-05-06 Halvorsen+Otunga"]),
    (f"{K} exchanged phone calls with {N} on Monday.", ["call held 2024-05-06 Halvorsen+Otunga"]),
    (f"{K} called {N} a friend of Kenya.", []),
    # talked
    (f"{K} and {N} will discuss trade in Oslo on Friday.", ["meeting scheduled 2024-05-10 Halvorsen+Otunga"]),
    (
        f"Otunga, Halvorsen discuss trade\n\nNAIROBI, May 7 (KNA) - {K} on Tuesday discussed trade with his Norwegian counterpart Sigrid Halvorsen.",
        ["meeting held 2024-05-07 Halvorsen+Otunga"],
    ),
    (
        "Kenyan President Amos Otunga, flanked by Foreign Minister Peter Mwangi, received Norwegian Prime Minister Sigrid Halvorsen on Monday.",
        ["meeting held 2024-05-06 Halvorsen+Mwangi+Otunga"],
    ),
    (
        f"{N}, accompanied by Trade Minister Lars Bakke, met Kenyan President Amos Otunga in Nairobi on Monday.",
        ["meeting held 2024-05-06 Bakke+Halvorsen+Otunga"],
    ),
    # plans and wishes
    (
        f"{K} called for another meeting with his Norwegian counterpart Sigrid Halvorsen in Nairobi.",
        ["meeting proposed - Halvorsen+Otunga"],
    ),
    (f"{K} hopes to meet {N} soon.", ["meeting proposed - Halvorsen+Otunga"]),
    (f"{K} proposed a meeting with {N}.", ["meeting proposed - Halvorsen+Otunga"]),
    (
        "A meeting between Kenyan President Amos Otunga and Norwegian Prime Minister Sigrid Halvorsen is possible in June, the Kremlin-style spokesman said.",
        ["meeting proposed 2024-06 Halvorsen+Otunga"],
    ),
    (f"{K} denied that he had met {N}.", []),
    (
        f"{K} had been due to meet {N} in Oslo on Monday, but the talks were cancelled.",
        ["meeting scheduled - Halvorsen+Otunga"],
    ),
    (f"{N} has postponed a visit to Nairobi planned for May 20.", ["visit proposed - Halvorsen"]),
    (
        f"{K} begins a two-day visit to Norway today. He will call on Prime Minister Lars Bakke and meet Foreign Minister Sigrid Halvorsen.",
        ["meeting scheduled - Bakke+Otunga", "meeting scheduled - Halvorsen+Otunga", "visit held 2024-05-08 Otunga"],
    ),
    (
        f"{K} will pay an official visit to Norway on May 20-22 at the invitation of {N}. During the visit, he is scheduled to hold talks with Halvorsen and to be received by Prime Minister Lars Bakke.",
        [
            "meeting scheduled 2024-05-20 Bakke+Otunga",
            "meeting scheduled 2024-05-20 Halvorsen+Otunga",
            "visit scheduled 2024-05-20 Otunga",
        ],
    ),
    # journeys
    (
        "At the invitation of Kenyan President Amos Otunga, Norwegian Prime Minister Sigrid Halvorsen made an official visit to Kenya on 3-5 May 2024.",
        ["visit held 2024-05-03 Halvorsen"],
    ),
    (
        f"{N} embarked on a four-day tour of Kenya and Tanzania on Monday.",
        ["visit held 2024-05-06 Halvorsen", "visit held 2024-05-06 Halvorsen"],
    ),
    (
        "Norwegian Prime Minister Sigrid Halvorsen touched down in Nairobi on Monday.",
        ["visit held 2024-05-06 Halvorsen"],
    ),
    ("Norwegian Prime Minister Sigrid Halvorsen set off for Nairobi on Monday.", ["visit held 2024-05-06 Halvorsen"]),
    (
        "Norwegian Prime Minister Sigrid Halvorsen left Nairobi on Monday after a two-day visit.",
        ["visit held 2024-05-05 Halvorsen"],
    ),
    (f"The visit to Kenya by {N} is expected to begin on May 20.", ["visit scheduled 2024-05-20 Halvorsen"]),
    ("The storm that landed in western Kenya on Monday, which forecasters named Amos, killed three people.", []),
    ("Peter Mwangi will head the Kenyan mission to Norway in Oslo.", []),
    (
        "Colombian Foreign Minister Ana Ospina reiterated her invitation for Foreign Minister Lorena Zambrano of Ecuador to visit Popayán.",
        ["visit proposed - Zambrano"],
    ),
    (
        f"Norwegian Ambassador Sigrid Halvorsen paid a courtesy visit to {K} on Monday.",
        ["meeting held 2024-05-06 Halvorsen+Otunga"],
    ),
    (
        "Kenyan President Amos Otunga returned from a three-day visit to Norway on Monday.",
        ["visit held 2024-05-04 Otunga"],
    ),
    (
        "Norwegian Prime Minister Sigrid Halvorsen's arrival in Nairobi is scheduled for Friday.",
        ["visit scheduled 2024-05-10 Halvorsen"],
    ),
    (f"Monday's meeting between {K} and {N} was the first since 2019.", ["meeting held 2024-05-06 Halvorsen+Otunga"]),
    (
        "Norway's Prime Minister Sigrid Halvorsen will be in Nairobi on Friday for talks with Kenyan President Amos Otunga.",
        ["meeting scheduled 2024-05-10 Halvorsen+Otunga", "visit scheduled 2024-05-10 Halvorsen"],
    ),
    # second halves
    (
        "President Amos Otunga met Norwegian Prime Minister Sigrid Halvorsen on Monday and Tanzanian President Juma Msangi on Tuesday.",
        ["meeting held 2024-05-06 Halvorsen+Otunga", "meeting held 2024-05-07 Msangi+Otunga"],
    ),
    (
        f"The two sides held the first round of talks in Oslo in March 2023 and the second in November 2023, {K} told {N} in a phone call on Monday.",
        [
            "call held 2024-05-06 Halvorsen+Otunga",
            "meeting held 2023-03 Kenya+Norway",
            "meeting held 2023-11 Kenya+Norway",
        ],
    ),
    # company
    (
        f"{K} and Defence Minister Peter Mwangi met their Norwegian counterparts, Sigrid Halvorsen and Lars Bakke, in Oslo on Monday.",
        ["meeting held 2024-05-06 Bakke+Halvorsen+Mwangi+Otunga"],
    ),
    (
        "The fifth Kenya-Norway 2+2 Ministerial Dialogue was held in Oslo on Monday. Foreign Minister Amos Otunga and Defence Minister Peter Mwangi represented Kenya, while Foreign Minister Sigrid Halvorsen and Defence Minister Lars Bakke represented Norway.",
        ["forum held 2024-05-06 Bakke+Halvorsen+Mwangi+Otunga"],
    ),
    (
        "The Kenyan and Norwegian foreign ministers held a trilateral meeting with their Tanzanian counterpart in Nairobi on Monday, officials said.",
        ["meeting held 2024-05-06 Kenya+Norway+Tanzania"],
    ),
    # addresses
    (
        "The Foreign Ministry protested over a statement made by Norwegian President Sigrid Halvorsen at the UN General Assembly.",
        ["address held - Halvorsen"],
    ),
    (f"{K} delivered remarks at the Ocean Forum in Oslo on Monday.", ["address held 2024-05-06 Otunga"]),
    (
        "Kenyan President Amos Otunga and Norwegian Prime Minister Sigrid Halvorsen exchanged congratulatory messages on Monday.",
        ["address held 2024-05-06 Halvorsen+Otunga"],
    ),
    (
        "Kenyan Prime Minister Amos Otunga, speaking on national television on Monday, said that trade grew.",
        ["address held 2024-05-06 Otunga"],
    ),
    (
        f"Transcript of Remarks by {K} Following Meeting with {N}, Oslo, May 6, 2024\n\nLadies and gentlemen, our talks were useful.",
        ["address held 2024-05-06 Otunga", "meeting held 2024-05-06 Halvorsen+Otunga"],
    ),
    # negatives
    ("The company signed a contract with the Norwegian firm Fjordkraft on Monday.", []),
    ("Kenya and Norway have exchanged regular visits and meetings at all levels for years.", []),
    ("The team met its targets in Oslo on Monday, Kenyan Trade Minister Amos Otunga said.", []),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_contacts_by_their_words(text: str, expected: list[str]) -> None:
    _, found = encounters_of(text + "\n")
    assert sorted(short(e) for e in found) == expected
