"""Contacts between representatives: what was held, planned or proposed, who took part, where and when."""

from __future__ import annotations

import pytest

from tests.readers.contacts import BOTH, LEAD, brief, encounters_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Verbs, voices and orders
        (
            "Kenyan Foreign Minister Amos Otunga met with Norwegian Foreign Minister Sigrid Halvorsen in Oslo on Monday.",
            ("meeting", "held", "2024-05-06", BOTH),
        ),
        (
            "Foreign Minister Amos Otunga was received in Oslo on Monday by Prime Minister Sigrid Halvorsen.",
            ("meeting", "held", "2024-05-06", BOTH),
        ),
        (
            "Kenyan envoy Amos Otunga paid a courtesy call on Norwegian Foreign Minister Sigrid Halvorsen on Monday.",
            ("meeting", "held", "2024-05-06", BOTH),
        ),
        (
            "Kenyan Foreign Minister Amos Otunga called on Norwegian Foreign Minister Sigrid Halvorsen on Monday.",
            ("meeting", "held", "2024-05-06", BOTH),
        ),
        (
            "Foreign Minister Amos Otunga will sit down with Norwegian Foreign Minister Sigrid Halvorsen on Friday.",
            ("meeting", "scheduled", "2024-05-10", BOTH),
        ),
        # Nouns, with the verb that carries them or without
        (
            "Foreign Minister Amos Otunga held talks in Oslo with his Norwegian counterpart, Sigrid Halvorsen, on Monday.",
            ("meeting", "held", "2024-05-06", BOTH),
        ),
        (
            "Prices came up on Monday at a meeting between Kenyan Foreign Minister Amos Otunga and Norwegian Foreign Minister "
            "Sigrid Halvorsen.",
            ("meeting", "held", "2024-05-06", BOTH),
        ),
        (
            "Kenyan Foreign Minister Amos Otunga spoke by telephone with Norwegian Foreign Minister Sigrid Halvorsen on Monday.",
            ("call", "held", "2024-05-06", BOTH),
        ),
        (
            "Kenyan Foreign Minister Amos Otunga had a telephone conversation on Monday with Norwegian Foreign Minister "
            "Sigrid Halvorsen.",
            ("call", "held", "2024-05-06", BOTH),
        ),
        # What is told, conveyed or agreed over a wire
        (
            "In a telephone call on Monday, Kenyan Foreign Minister Amos Otunga told his Norwegian counterpart, Sigrid Halvorsen, "
            "that the quota was too low.",
            ("call", "held", "2024-05-06", BOTH),
        ),
        (
            "Kenyan Foreign Minister Amos Otunga conveyed this by telephone on Monday to Norwegian Foreign Minister Sigrid Halvorsen.",
            ("call", "held", "2024-05-06", BOTH),
        ),
        # The words in their order, where long titles confuse the parse
        (
            "South Korean Foreign Minister Min Jae-ho held talks with Norwegian Foreign Minister Sigrid Halvorsen in Seoul on "
            "Monday, the foreign ministry said.",
            ("meeting", "held", "2024-05-06", ("Min Jae-ho", "Sigrid Halvorsen")),
        ),
        (
            "The Minister of External Relations of Kenya, Mr. Amos Otunga, and the Minister of Foreign Affairs of Norway, "
            "Ms. Sigrid Halvorsen, met on Monday in Oslo.",
            ("meeting", "held", "2024-05-06", BOTH),
        ),
        # Envoys: credentials, and a summons to come
        (
            "Norwegian Ambassador Sigrid Halvorsen presented her letter of credence to Kenyan President Amos Otunga on Monday.",
            ("meeting", "held", "2024-05-06", BOTH),
        ),
        (
            "Norwegian ambassador Sigrid Halvorsen is expected at the foreign ministry on Thursday.",
            ("meeting", "scheduled", "2024-05-09", BOTH[1:]),
        ),
        # Who visits a person meets them; a limit that closes a month dates a plan
        (
            "Kenyan Foreign Minister Amos Otunga visited his Norwegian counterpart, Sigrid Halvorsen, on Monday.",
            ("meeting", "held", "2024-05-06", BOTH),
        ),
        (
            "Kenyan Foreign Minister Amos Otunga will meet Norwegian Foreign Minister Sigrid Halvorsen before the end of this month.",
            ("meeting", "scheduled", "2024-05", BOTH),
        ),
        # Two who act together in the lead have met
        (
            "Kenyan Foreign Minister Amos Otunga and Norwegian Foreign Minister Sigrid Halvorsen agreed on Monday to close the port.",
            ("meeting", "held", "2024-05-06", BOTH),
        ),
        # Journeys
        ("Foreign Minister Amos Otunga will travel to Oslo on Friday.", ("visit", "scheduled", "2024-05-10", BOTH[:1])),
        ("Foreign Minister Amos Otunga arrived in Oslo on Monday.", ("visit", "held", "2024-05-06", BOTH[:1])),
        ("Foreign Minister Amos Otunga paid a visit to Norway in April.", ("visit", "held", "2024-04", BOTH[:1])),
        ("Foreign Minister Amos Otunga is due in Oslo.", None),
        # Speeches and signatures
        (
            '"The sea is ours," Foreign Minister Amos Otunga told a press conference in Oslo on Monday.',
            ("address", "held", "2024-05-06", BOTH[:1]),
        ),
        (
            "Kenyan minister Amos Otunga and Norwegian minister Sigrid Halvorsen signed a protocol on Monday.",
            ("signing", "held", "2024-05-06", BOTH),
        ),
        # Summonses, calls that come in, meals, letters, assemblies, notes
        (
            "Norwegian Foreign Minister Sigrid Halvorsen summoned Kenyan ambassador Amos Otunga on Tuesday.",
            ("meeting", "held", "2024-05-07", BOTH),
        ),
        (
            "The courtesy call that Kenyan Ambassador Amos Otunga paid on Norwegian Foreign Minister Sigrid Halvorsen on "
            "Monday lasted an hour.",
            ("meeting", "held", "2024-05-06", BOTH),
        ),
        (
            "Norwegian Prime Minister Sigrid Halvorsen welcomed Kenyan President Amos Otunga at the airport on Monday.",
            ("meeting", "held", "2024-05-06", BOTH),
        ),
        (
            "Kenyan Foreign Minister Amos Otunga joined Norwegian Foreign Minister Sigrid Halvorsen for a working lunch on Monday.",
            ("meeting", "held", "2024-05-06", BOTH),
        ),
        (
            "Norwegian Prime Minister Sigrid Halvorsen will host a banquet in honour of President Amos Otunga of Kenya on Thursday.",
            ("meeting", "scheduled", "2024-05-09", BOTH),
        ),
        (
            "Kenyan Foreign Minister Amos Otunga met Norwegian Foreign Minister Sigrid Halvorsen for the third time this "
            "year on Monday.",
            ("meeting", "held", "2024-05-06", BOTH),
        ),
        (
            "Kenyan Foreign Minister Amos Otunga received a phone call on Monday from Norwegian Foreign Minister Sigrid Halvorsen.",
            ("call", "held", "2024-05-06", BOTH),
        ),
        (
            "A telephone conversation took place on 6 May between Foreign Minister of Kenya Amos Otunga and Foreign "
            "Minister of Norway Sigrid Halvorsen.",
            ("call", "held", "2024-05-06", BOTH),
        ),
        (
            "Kenyan Foreign Minister Amos Otunga and Norwegian Foreign Minister Sigrid Halvorsen spoke on Monday about grain.",
            ("call", "held", "2024-05-06", BOTH),
        ),
        (
            "Kenyan President Amos Otunga addressed the Norwegian parliament in Oslo on Tuesday.",
            ("address", "held", "2024-05-07", BOTH[:1]),
        ),
        (
            "Kenyan Foreign Minister Amos Otunga wrote to his Norwegian counterpart, Sigrid Halvorsen, asking for talks.",
            ("address", "held", None, BOTH[:1]),
        ),
        (
            "Kenya and Norway exchanged notes on fisheries in Oslo on Monday.",
            ("signing", "held", "2024-05-06", ("Kenya", "Norway")),
        ),
        (
            "Kenyan President Amos Otunga and Norwegian Prime Minister Sigrid Halvorsen witnessed the signing of a lease on Monday.",
            ("signing", "held", "2024-05-06", BOTH),
        ),
        # What the present tense says of a day to come is a plan
        (
            "Kenyan Foreign Minister Amos Otunga leaves for Oslo on Thursday.",
            ("visit", "scheduled", "2024-05-09", BOTH[:1]),
        ),
        (
            "Kenyan Foreign Minister Amos Otunga is in Oslo on an official visit.",
            ("visit", "held", "2024-05", BOTH[:1]),
        ),
        # A session told by a participle behind its name
        (
            "They discussed the fifth Kenya-Norway Coast Guard Dialogue, to be held in Oslo on 18 November.",
            ("forum", "scheduled", "2024-11-18", ("Kenya", "Norway")),
        ),
        # Wishes that come with an offer are proposals
        (
            "Norwegian Foreign Minister Sigrid Halvorsen invited Foreign Minister Amos Otunga to visit Oslo.",
            ("visit", "proposed", None, BOTH[:1]),
        ),
        (
            "Kenyan Foreign Minister Amos Otunga may meet Norwegian Foreign Minister Sigrid Halvorsen.",
            ("meeting", "proposed", None, BOTH),
        ),
    ],
)
def test_one_sentence(sentence: str, expected: tuple[str, str, str | None, tuple[str, ...]] | None) -> None:
    _, encounters = encounters_of(sentence)
    assert [(*brief(e)[:3], tuple(sorted(e.participants))) for e in encounters] == ([expected] if expected else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Foreign Minister Amos Otunga said the plan met the requirements of both sides.",
        "Foreign Minister Amos Otunga is willing to meet Norway halfway.",
        "Foreign Minister Amos Otunga did not meet Norwegian Foreign Minister Sigrid Halvorsen.",
        "Foreign Minister Amos Otunga met reporters in Oslo on Monday.",
        "Foreign Minister Amos Otunga called on Norwegian Foreign Minister Sigrid Halvorsen to lift the ban.",
        "If Foreign Minister Amos Otunga met Norwegian Foreign Minister Sigrid Halvorsen, much would change.",
        "Foreign Minister Amos Otunga should meet Norwegian Foreign Minister Sigrid Halvorsen.",
        "The two navies meet twice a year.",
        "Foreign Minister Amos Otunga welcomed Norwegian Foreign Minister Sigrid Halvorsen's decision.",
        "Kenyan Foreign Minister Amos Otunga exchanged views on fisheries.",
        "Foreign Minister Amos Otunga told villagers that the ferry would sail.",
        "Foreign Minister Amos Otunga congratulated Norway on holding the Baltic Harbour Roundtable.",
        "Kenya opened a diplomatic mission in Oslo.",
        "Kenya and Norway spoke of the prospect of signing a fisheries agreement.",
        "Foreign Minister Amos Otunga wished to see the Joint Monitoring Committee meet.",
        "Kenyan Foreign Minister Amos Otunga called for talks with Norwegian Foreign Minister Sigrid Halvorsen.",
    ],
)
def test_no_contact_is_told(sentence: str) -> None:
    assert encounters_of(sentence)[1] == []


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        # Told again: one encounter
        ("During the meeting, Otunga praised the harbour. He met Halvorsen at the ministry.", []),
        ("Trade Secretary Solveig Nygaard attended the talks.", []),
        # Pronouns and roles
        ("Otunga flies to Helsinki on Thursday.", [("visit", "scheduled", "2024-05-09", BOTH[:1])]),
        ("On Sunday, Otunga spoke at the University of Bergen.", [("address", "held", "2024-05-05", BOTH[:1])]),
        ("The two last met in Nairobi in March 2023.", [("meeting", "held", "2023-03", BOTH)]),
        ("Halvorsen accepted an invitation to visit Kenya.", [("visit", "proposed", None, BOTH[1:])]),
        (
            "Halvorsen later hosted Otunga to a luncheon.",
            [("meeting", "held", "2024-05-06", ("Sigrid Halvorsen", "Amos Otunga"))],
        ),
        (
            "The talks will be followed by a meeting of experts in Nairobi in June.",
            [("meeting", "scheduled", "2024-06", ("Kenya", "Norway"))],
        ),
        (
            "Otunga offered to host the next round in Nairobi in October.",
            [("meeting", "proposed", "2024-10", ("Kenya", "Norway"))],
        ),
        (
            "Halvorsen held separate meetings with Peruvian Foreign Minister Rosa Quispe and Swedish Foreign Minister Karin "
            "Lind on Tuesday.",
            [
                ("meeting", "held", "2024-05-07", ("Sigrid Halvorsen", "Rosa Quispe")),
                ("meeting", "held", "2024-05-07", ("Sigrid Halvorsen", "Karin Lind")),
            ],
        ),
        (
            "A memorandum on fisheries was initialled after the talks.",
            [("signing", "held", "2024-05-06", ("Norway", "Kenya"))],
        ),
        ("They will meet again in Nairobi in June.", [("meeting", "scheduled", "2024-06", BOTH)]),
        ("The two ministers last met in Nairobi in 2019.", [("meeting", "held", "2019", BOTH)]),
        ("The Norwegian minister will visit Nairobi in June.", [("visit", "scheduled", "2024-06", BOTH[1:])]),
        # What depends on a journey shares its day
        (
            "Otunga will fly to Stockholm on Friday for talks with Swedish Foreign Minister Karin Ekdahl.",
            [
                ("visit", "scheduled", "2024-05-10", ("Amos Otunga",)),
                ("meeting", "scheduled", "2024-05-10", ("Amos Otunga", "Karin Ekdahl")),
            ],
        ),
        # A reporting verb's day is not that of what it reports
        (
            "The ministry announced on Tuesday that Halvorsen will visit Nairobi in June.",
            [("visit", "scheduled", "2024-06", BOTH[1:])],
        ),
    ],
)
def test_after_a_lead(more: str, expected: list[tuple[str, str, str | None, tuple[str, ...]]]) -> None:
    _, encounters = encounters_of(LEAD + more)
    first, *others = encounters
    assert brief(first)[:3] == ("meeting", "held", "2024-05-06")
    assert set(BOTH) <= set(first.participants)
    assert first.principal
    assert first.place == "Oslo"
    assert [brief(e) for e in others] == expected


def test_told_after_a_lead_in_passing() -> None:
    """Contacts that a sentence tells beside what it says, each with those who took part."""
    cases = {
        "Later, briefing newspersons on the harbour, Foreign Minister Amos Otunga said the talks went well.": (
            "address",
            "held",
            "2024-05-06",
            ("Amos Otunga",),
        ),
        "Halvorsen thanked the hosts at the start of a joint press conference.": (
            "address",
            "held",
            "2024-05-06",
            ("Sigrid Halvorsen", "Amos Otunga"),
        ),
        "The programme included talks with officials of the Labour Union of Bergen.": (
            "meeting",
            "held",
            None,
            ("Amos Otunga", "Labour Union of Bergen"),
        ),
    }
    for more, expected in cases.items():
        _, found = encounters_of(LEAD + more)
        assert [brief(e) for e in found if more.startswith(e.evidence.of(LEAD + more)[:9])] == [expected], more


PASSING = [
    # Visits beside another verb
    (
        "Kenyan Foreign Minister Amos Otunga was in Oslo on Friday where he met with Prime Minister Sigrid Halvorsen.",
        [("visit", "held", "2024-05-03", ("Amos Otunga",)), ("meeting", "held", "2024-05-03", BOTH)],
    ),
    (
        "In Oslo, where he arrived on Monday, Kenyan Foreign Minister Amos Otunga thanked the crews.",
        [("visit", "held", "2024-05-06", ("Amos Otunga",))],
    ),
    (
        "Foreign Minister Amos Otunga travelled to Norway to visit the Republic of Finland, Sweden and Poland.",
        [
            ("visit", "held", None, ("Amos Otunga",)),
            ("visit", "scheduled", None, ("Amos Otunga",)),
            ("visit", "scheduled", None, ("Amos Otunga",)),
            ("visit", "scheduled", None, ("Amos Otunga",)),
        ],
    ),
    (
        "Foreign Minister Amos Otunga will accompany President Daniel Kiprop to Helsinki tomorrow for the official visit.",
        [("visit", "scheduled", "2024-05-09", ("Amos Otunga", "Daniel Kiprop"))],
    ),
    (
        "Foreign Minister Amos Otunga was told of President Daniel Kiprop's plan to visit Norway next January.",
        [("visit", "scheduled", "2025-01", ("Daniel Kiprop",))],
    ),
    # Meetings in adjuncts
    (
        "Vice Minister Amos Otunga discussed ways to deepen trade in a luncheon meeting with a senior Norwegian official Monday.",
        [("meeting", "held", "2024-05-06", ("Amos Otunga", "Norwegian official"))],
    ),
    (
        'Foreign Minister Amos Otunga said "Tomorrow, in a meeting with Norwegian officials, we will talk about fishing."',
        [("meeting", "scheduled", "2024-05-09", ("Amos Otunga", "Norwegian officials"))],
    ),
    (
        "Kenyan Foreign Minister Amos Otunga and Norwegian Foreign Minister Sigrid Halvorsen held joint press conferences in the "
        "ministry after talks between the delegations.",
        [("address", "held", None, BOTH), ("meeting", "held", None, BOTH)],
    ),
    (
        "Foreign Minister Amos Otunga was with the Norwegian lawmaker Sigrid Halvorsen on Monday.",
        [("meeting", "held", "2024-05-06", BOTH)],
    ),
    # Speeches at sittings
    (
        "Fish know no borders, Kenyan Foreign Minister Amos Otunga said at the opening session of the fair on Monday.",
        [("address", "held", "2024-05-06", ("Amos Otunga",))],
    ),
    # What is no contact, or none yet
    ("Foreign Minister Amos Otunga and Sigrid Halvorsen will make efforts to sign the accord at last.", []),
    ("General Amos Otunga warned during a recent tour in the South that the army was tired.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), PASSING)
def test_told_beside_another_verb(sentence: str, expected: list[tuple[str, str, str | None, tuple[str, ...]]]) -> None:
    assert [brief(e) for e in encounters_of(sentence)[1]] == expected


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (
            "The two agreed to make arrangements for Prime Minister Pekka Salo to visit Kenya.",
            [("visit", "proposed", None, ("Pekka Salo",))],
        ),
        (
            "He also said that he intends to invite President Aino Laine and Chancellor Uwe Brandt to meet again in Spain.",
            [("meeting", "proposed", None, ("Amos Otunga", "Aino Laine", "Uwe Brandt"))],
        ),
        (
            "Both praised the results of the fifth meeting of the Joint Committee on Trade in Nairobi in April this year.",
            [("forum", "held", "2024-04", ("Kenya", "Norway"))],
        ),
        ("The pact comes after Otunga and President Aino Laine agreed last March to negotiate it.", []),
        ("Much divides them, but the parties keep to a course of patient dialogue with each other.", []),
        ("On July 2, Mr. Otunga opened the fair and hosted a lunch in her honour.", []),
    ],
)
def test_after_a_lead_more_is_planned_or_recalled(
    more: str, expected: list[tuple[str, str, str | None, tuple[str, ...]]]
) -> None:
    found = [brief(e) for e in encounters_of(LEAD + more)[1] if e.evidence.start >= len(LEAD)]
    assert found == expected
