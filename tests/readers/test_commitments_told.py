"""How undertakings are told: in a speech, in lists, in clauses, and how far the words of each reach. The people are invented."""

from __future__ import annotations

import pytest

from tests.readers.undertakings import promised, said

SPEECH = "Arrival Speech of Foreign Minister Ana Reyes\n\nSantiago, 5 March 2024\n\nThank you all. Peru and Chile are friends.\n\n"


def test_whoever_speaks_throughout_promises_as_we() -> None:
    (found,) = promised("We will work with Chile to open the pass.", SPEECH)
    assert (
        found.evidence.of(SPEECH + "We will work with Chile to open the pass")
        == "We will work with Chile to open the pass"
    )


def test_where_one_country_alone_is_named_it_promises_nobody_anything() -> None:
    home = "Lima, 5 March 2024\n\nPeruvian President Ana Reyes met the governors of Peru on Tuesday.\n\n"
    assert not promised("Peru will build a new road next year, Reyes said.", home)


LISTS = [
    # how the list is introduced, its kind and parties, its items
    ("The two sides agreed to:", "agreed", ("PER", "CHL"), ["open a consulate in Ilo", "resume flights"]),
    ("Chile will:", "pledged", ("CHL",), ["train forty pilots", "send two boats that can\n  be used at night"]),
    (
        "Today the ministers announced:",
        "agreed",
        ("PER", "CHL"),
        ["a fund for the port", "a joint task force on smuggling"],
    ),
]


@pytest.mark.parametrize(("lead", "kind", "parties", "items"), LISTS)
def test_list(lead: str, kind: str, parties: tuple[str, ...], items: list[str]) -> None:
    text = lead + "\n\n" + "\n".join(f"- {item}." for item in items)
    found = promised(text)
    assert [said(text, c) for c in found] == items
    assert {(c.kind, frozenset(c.parties)) for c in found} == {(kind, frozenset(parties))}


def test_items_that_are_clauses_are_read_by_themselves() -> None:
    text = "The ministers announced:\n\n- Chile will open a consulate in Ilo. Flights were spoken of as well.\n- the port is open"
    assert [said(text, c) for c in promised(text)] == ["Chile will open a consulate in Ilo"]


CLAUSES = [
    ('"We remain committed, even in bad times, to ensuring peace at the lake," Reyes said.', "pledged", ("PER",), None, "We remain committed, even in bad times, to ensuring peace at the lake"),
    ("Prado spoke of his willingness to reopen the old salt road.", "pledged", ("CHL",), None, "his willingness to reopen the old salt road"),
    ("They renewed their commitment to a strong partnership between the two countries.", "agreed", ("PER", "CHL"), None, "their commitment to a strong partnership between the two countries"),
    ("Reyes said that she was glad, and it was agreed that the old gate should be widened.", "agreed", ("PER", "CHL"), None, "it was agreed that the old gate should be widened"),
    ("Chile said it would take firm steps to protect the lake.", "pledged", ("CHL",), None, "it would take firm steps to protect the lake"),
    ('"We will seek and deepen cooperation," Reyes said.', "pledged", ("PER",), None, "We will seek and deepen cooperation"),
    ('"We will find ways to settle the debts," Reyes said.', "pledged", ("PER",), None, "We will find ways to settle the debts"),
    ("Reyes said the consultations would continue in Lima.", "pledged", ("PER",), None, "the consultations would continue in Lima"),
    ("From Lima, Prado will continue to Bolivia.", "scheduled", ("CHL",), None, "Prado will continue to Bolivia"),
    ("Prado begins a two-day visit to Bolivia on Tuesday.", "scheduled", ("CHL",), "2024-03-05/2024-03-06", "Prado begins a two-day visit to Bolivia on Tuesday"),
    ("On the eve of the Ilo summit, which will be held on Tuesday, Reyes was hopeful.", "scheduled", ("PER", "CHL"), "2024-03-05", "the Ilo summit, which will be held on Tuesday"),
    ("Reyes said Peru aims to double its trade with Chile by 2030.", "pledged", ("PER",), "2030", "Peru aims to double its trade with Chile by 2030"),
    ("Chile on Tuesday announced 20 million dollars in aid for Peru.", "pledged", ("CHL",), None, "Chile on Tuesday announced 20 million dollars in aid for Peru"),
    ("Prado reaffirmed Chile's commitment to Peru's security.", "pledged", ("CHL",), None, "Chile's commitment to Peru's security"),
    ("Prado invited Reyes to visit Arica. The invitation was accepted with pleasure.", "pledged", (), None, "The invitation was accepted with pleasure"),
    ("Chile intends to provide ten buses for the port of Ilo.", "pledged", ("CHL",), None, "Chile intends to provide ten buses for the port of Ilo"),
    ("Peru and Chile intend to cooperate on mapping the sea.", "agreed", ("PER", "CHL"), None, "Peru and Chile intend to cooperate on mapping the sea"),
    ("Prado is in Lima for two days. He will travel on to Quito on Thursday.", "scheduled", ("CHL",), "2024-03-07", "He will travel on to Quito on Thursday"),
    ("Prado is in Lima for two days. The minister will open a fair in Quito on Thursday.", "scheduled", ("CHL",), "2024-03-07", "The minister will open a fair in Quito on Thursday"),
    ("Chilean authorities have assured Lima that the lake will be cleaned up, Reyes said.", "pledged", ("CHL",), None, "the lake will be cleaned up"),
    # text, kind, parties, due, the clause
    (
        "Reyes will pay a three-day working visit to Santiago from Friday.",
        "scheduled", ("PER",), "2024-03-08/2024-03-10",
        "Reyes will pay a three-day working visit to Santiago from Friday",
    ),
    (
        "Reyes promised that Peru would open a consulate in Arica by the end of June.",
        "pledged", ("PER",), "2024-06-30", "Peru would open a consulate in Arica by the end of June",
    ),
    (
        "Chile will build the bridge by 2030, Prado told reporters.",
        "pledged", ("CHL",), "2030", "Chile will build the bridge by 2030",
    ),
    (
        "The two ministers agreed to hold the next round in Santiago this autumn.",
        "agreed", ("PER", "CHL"), "2024-09/2024-11",
        "The two ministers agreed to hold the next round in Santiago this autumn",
    ),
    (
        "The two ministers agreed on Monday to open the bridge in the second quarter.",
        "agreed", ("PER", "CHL"), "2024-04/2024-06",
        "The two ministers agreed on Monday to open the bridge in the second quarter",
    ),
    (
        "Reyes will visit Santiago from 10 to 12 April at the invitation of Prado.",
        "scheduled", ("PER",), "2024-04-10/2024-04-12",
        "Reyes will visit Santiago from 10 to 12 April at the invitation of Prado",
    ),
    (
        "Chile stands ready to mediate and hopes for an early answer, Prado said.",
        "pledged", ("CHL",), None, "Chile stands ready to mediate",
    ),
    (
        "Both sides expressed their readiness to expand cooperation in mining.",
        "agreed", ("PER", "CHL"), None, "their readiness to expand cooperation in mining",
    ),
    (
        "Prado invited Reyes to visit Arica, and she accepted the invitation with pleasure.",
        "pledged", ("PER",), None, "she accepted the invitation with pleasure",
    ),
    (
        "Prado underscored Peru's unwavering commitment to cleaning the harbour.",
        "pledged", ("PER",), None, "Peru's unwavering commitment to cleaning the harbour",
    ),
    (
        '"We have agreed to meet again in June," Reyes told reporters.',
        "agreed", ("PER", "CHL"), "2024-06", "We have agreed to meet again in June",
    ),
    (
        "The visit, planned for March, has been postponed to 12 April.",
        "scheduled", ("PER", "CHL"), "2024-04-12",
        "The visit, planned for March, has been postponed to 12 April",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "parties", "due", "clause"), CLAUSES)
def test_clause(text: str, kind: str, parties: tuple[str, ...], due: str | None, clause: str) -> None:
    (found,) = promised(text)
    assert said(text, found) == clause
    assert (found.kind, set(found.parties), found.due) == (kind, set(parties), due)
