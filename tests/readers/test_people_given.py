"""Offices that people are told to be given or to have held, and what before an office is no part of it."""

from __future__ import annotations

import pytest

from tests.readers.somebody import told

GIVEN = [
    # given, held, somebody's own
    (
        "She welcomed the appointment of Mr Bo Tarlow as Kenya's Ambassador to Peru.",
        [("Bo Tarlow", "KEN", ["Ambassador to Peru"])],
    ),
    ("Tom Berg was sworn in as prime minister of Peru.", [("Tom Berg", "PER", ["prime minister"])]),
    ("Bo Dahl has been appointed Minister of Trade.", [("Bo Dahl", None, ["Minister of Trade"])]),
    (
        '"They fit," says Tom Dunmore, who has also served as Kenya\'s ambassador to Peru.',
        [("Tom Dunmore", "KEN", ["ambassador to Peru"])],
    ),
    ('"It is so," Peter Varga, Holm\'s chief of staff, said.', [("Peter Varga", None, ["chief of staff"])]),
    # what is thought of the holder, a party, kin
    ("She met Japan's embattled prime minister, Ryo Katabe, there.", [("Ryo Katabe", "JPN", ["prime minister"])]),
    ("It was Republican Rep. Amata Dorn who spoke.", [("Amata Dorn", None, ["Rep."])]),
    ("They met her husband King Omar Selm.", [("Omar Selm", None, ["King"])]),
    ("The senior Peruvian diplomat Tom Berg left.", [("Tom Berg", "PER", ["senior diplomat"])]),
    # several with one title cut short; one with two
    (
        "They include Democratic Reps. John Imber, Alan Dorn and Don Falk.",
        [("John Imber", None, ["Rep."]), ("Alan Dorn", None, ["Rep."]), ("Don Falk", None, ["Rep."])],
    ),
    (
        "It angered Sens. Marco Selim of Florida and Ted Falk of Texas.",
        [("Marco Selim", "USA", ["Sen."]), ("Ted Falk", "USA", ["Sen."])],
    ),
    (
        "High Representative/Vice-President Fede Marchi said so.",
        [("Fede Marchi", None, ["High Representative", "Vice-President"])],
    ),
    # a country that a minister is for; a company
    ("The Foreign Minister for Nauru, Dr Tomas Araro, agreed.", [("Tomas Araro", "NRU", ["Foreign Minister"])]),
    ("The chairman of Hano Corp., Nori Takabe, warned of it.", [("Nori Takabe", None, ["chairman of Hano Corp."])]),
    # peers and princes of one name
    ("King Fadel of Kenya met Prince Filip and Lord Dunmore.", [("King Fadel", "KEN", ["King"]), ("Prince Filip", None, []), ("Lord Dunmore", None, [])]),
    ("Foreign Minister Prince Fadel bin Farhan said so.", [("Fadel bin Farhan", None, ["Foreign Minister"])]),
    # a list of fields, and the last of two before a comma
    (
        "It was Minister of Roads, Canals, Ports, and Civil Aviation Bima Ratnala who spoke.",
        [("Bima Ratnala", None, ["Minister of Roads, Canals, Ports, and Civil Aviation"])],
    ),
    (
        "Kenya's Deputy Minister for Ports and Mass Media, Hanna Wanjala, told them.",
        [("Hanna Wanjala", "KEN", ["Deputy Minister for Ports and Mass Media"])],
    ),
    ("Shadow Minister for Ports and Customs Susan Dahlby said so.", [("Susan Dahlby", None, ["Shadow Minister for Ports and Customs"])]),
    # a name that a scanned page cuts apart, and one in capitals elsewhere
    ("The talks were led by Minister Kim      Dahlby, who will leave, as KIM DAHLBY had said.", [("Kim Dahlby", None, ["Minister"])]),
    # told of by country and office elsewhere
    (
        "Peru's foreign minister will go to Oslo. There Norwegian Prime Minister Bo Dahl thanked Peru's Rosa Quispe for it.",
        [("Bo Dahl", "NOR", ["Prime Minister"]), ("Rosa Quispe", "PER", ["foreign minister"])],
    ),
    (
        "Peru's foreign minister, Ana Ruiz, will go to Oslo. There Norwegian Prime Minister Bo Dahl thanked Peru's Rosa Quispe for it.",
        [("Ana Ruiz", "PER", ["foreign minister"]), ("Bo Dahl", "NOR", ["Prime Minister"]), ("Rosa Quispe", "PER", [])],
    ),
    # what somebody was at the time
    ("It was then-Prime Minister Liz Torvald who met him.", [("Liz Torvald", None, ["Prime Minister"])]),
    ("Boris Torvald, prime minister at the time, agreed.", [("Boris Torvald", None, ["prime minister"])]),
    # a name with a month in it, two words run together
    ("The special adviser on relief, Jan Orlo, said so.", [("Jan Orlo", None, ["special adviser on relief"])]),
    ("It was Minister of Foreign AffairsVila Saman who spoke.", [("Vila Saman", None, ["Minister of Foreign Affairs"])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "people"), GIVEN)
def test_names_countries_and_offices(text: str, people: list[tuple[str, str | None, list[str]]]) -> None:
    found = [(name, country, offices) for name, country, offices in told(text)]
    assert [(n, o) for n, _, o in found] == [(n, o) for n, _, o in people]
    assert [c for (_, c, _), (_, want, _) in zip(found, people, strict=True) if want] == [c for _, c, _ in people if c]


def test_a_letterhead_of_several_lines() -> None:
    text = (
        "The Hon Julia Dahlby MP\n\nShadow Minister for Trade\n\nDeputy Leader of the House\n\n"
        "Party wants a fishing zone around Nauru\n\nThe party has long wanted a zone around Nauru in which the islands alone may fish."
    )
    assert [(name, offices) for name, _, offices in told(text)] == [
        ("Julia Dahlby", ["Shadow Minister for Trade", "Deputy Leader of the House"])
    ]


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        # a headline in capitals: any word may follow a title there
        ("DIPLOMATS CALL KENYA ATTACK ON OIL RIG RESTRAINED", ["Juma Waweru"]),
        # a family name run into other words
        ("Waweru Back in Lima as Fish Trade Ends", ["Juma Waweru"]),
    ],
)
def test_the_names_of_a_headline_are_the_storys(headline: str, names: list[str]) -> None:
    story = (
        "Kenyan Foreign Minister Juma Waweru said in Lima that the attack on the oil rig was restrained. Waweru left."
    )
    assert [name for name, _, _ in told(f"{headline}\n\n{story}")] == names
