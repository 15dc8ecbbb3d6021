"""People with their offices and countries, by title, apposition, honorific and byline."""

from __future__ import annotations

import pytest

from tests.readers.somebody import read, told

NAMED = [
    # a paragraph's number is no part of the office
    ("2 Minister Berg again raised the catch.", [("Berg", None, ["Minister"])]),
    # a title before the name, with its country before or after
    ("Peruvian Foreign Minister Ana Ruiz spoke in Lima.", [("Ana Ruiz", "PER", ["Foreign Minister"])]),
    ("Foreign Minister Ana Ruiz of Peru spoke in Lima.", [("Ana Ruiz", "PER", ["Foreign Minister"])]),
    ("Peru's foreign minister Ana Ruiz spoke in Lima.", [("Ana Ruiz", "PER", ["foreign minister"])]),
    # an office after the name, between commas
    ("Tom Berg, the Norwegian trade minister, spoke in Lima.", [("Tom Berg", "NOR", ["trade minister"])]),
    ("The Kenyan president, Juma Waweru, spoke in Nairobi.", [("Juma Waweru", "KEN", ["president"])]),
    # joint offices
    (
        "Lena Voss, Minister of Fisheries and Deputy Prime Minister of Norway, was in Lima.",
        [("Lena Voss", "NOR", ["Minister of Fisheries", "Deputy Prime Minister"])],
    ),
    # two people of two countries, joined by "and"
    (
        "Kenyan President Juma Waweru and Ghana's Prime Minister Kofi Mensah met in Accra.",
        [("Juma Waweru", "KEN", ["President"]), ("Kofi Mensah", "GHA", ["Prime Minister"])],
    ),
    # "of" a country, whatever name follows
    ("President of Kenya Juma Waweru met Prime Minister of Georgia Xu Linde.", [("Juma Waweru", "KEN", ["President"]), ("Xu Linde", "GEO", ["Prime Minister"])]),
    # a counterpart holds the other's office
    (
        "Peruvian Foreign Minister Ana Ruiz met her Norwegian counterpart Tom Berg in Lima.",
        [("Ana Ruiz", "PER", ["Foreign Minister"]), ("Tom Berg", "NOR", ["Foreign Minister"])],
    ),
    # initials, hyphens, particles, accents
    ("Chancellor J. K. Lindt met Premier Cho Do-yeon there.", [("J. K. Lindt", None, ["Chancellor"]), ("Cho Do-yeon", None, ["Premier"])]),
    ("President João de Almeida Prado of Brazil was there.", [("João de Almeida Prado", "BRA", ["President"])]),
    ("Qatar's emir, Sheikh Omar bin Khalid Al Tani, was in the hall.", [("Omar bin Khalid Al Tani", "QAT", ["emir"])]),
    # forms of address inside a name and before it, letters after it
    ("Awang Haji Salman bin Haji Yusuf, Minister of Works, was there.", [("Salman bin Haji Yusuf", None, ["Minister of Works"])]),
    ("Chief Justice of the State U Maung Bo was there.", [("Maung Bo", None, ["Chief Justice of the State"])]),
    ("It was Mr K Holmgam SC who signed.", [("K Holmgam", None, [])]),
    # half of a double name
    (
        "Peruvian Foreign Minister Ana Ruiz-Sanz spoke. Ms Sanz then left.",
        [("Ana Ruiz-Sanz", "PER", ["Foreign Minister"])],
    ),
    # one title with its institution for several people
    (
        "They met Members of the Kenyan House of Commons Juma Waweru, Tom Berg and Bo Dahl there.",
        [(name, "KEN", ["Member of the House of Commons"]) for name in ("Juma Waweru", "Tom Berg", "Bo Dahl")],
    ),
    # a king and a minister who share a name; a reference number is no part of one
    (
        "They met His Majesty King Omar, Prime Minister Omar Ensar and others there.",
        [("King Omar", None, ["King"]), ("Omar Ensar", None, ["Prime Minister"])],
    ),
    ("It was Minister of Trade Tom Berg FA90 who wrote.", [("Tom Berg", None, ["Minister of Trade"])]),
    # initials and a family name are somebody's; a warship's name and a country cut short are not; the younger of a name
    ("The fishermen freed were K. Holmal and M. Bergal.", [("K. Holmal", None, []), ("M. Bergal", None, [])]),
    ("USS Bo Dahl sailed by, and S. Korea watched.", []),
    ("Foreign Secretary Tom R. Berg, Jr. was there.", [("Tom R. Berg, Jr.", None, ["Foreign Secretary"])]),
    # an honorific, and a profession
    ("It was Mr Tom Berg who asked for the talks.", [("Tom Berg", None, [])]),
    # one title for several people, with their countries before it, beside each name or in one list
    (
        "Kenyan and Norwegian Defence Ministers Juma Waweru and Tom Berg signed the plan.",
        [("Juma Waweru", "KEN", ["Defence Minister"]), ("Tom Berg", "NOR", ["Defence Minister"])],
    ),
    (
        "The presidents of Kenya, Juma Waweru, and Norway, Tom Berg Holm, met in Lima.",
        [("Juma Waweru", "KEN", ["president"]), ("Tom Berg Holm", "NOR", ["president"])],
    ),
    (
        "The foreign ministers of Kenya and Norway, Juma Waweru and Tom Berg, met in Lima.",
        [("Juma Waweru", "KEN", ["foreign minister"]), ("Tom Berg", "NOR", ["foreign minister"])],
    ),
    ("It is a meeting of leaders of the Arvo - Brilo process.", []),
    # ranks before and letters after a name are no part of it
    (
        "The team was led by Hon. Gen Jeje Waweru Okello, Minister of Foreign Affairs.",
        [("Jeje Waweru Okello", None, ["Minister of Foreign Affairs"])],
    ),
    ("Dr. Juma Waweru E.G.H., Prime Cabinet Secretary, led the team.", [("Juma Waweru", None, ["Prime Cabinet Secretary"])]),
    # what begins in small letters may end a name
    ("He met Egypt's President Abdel Sami al-Sarmi there.", [("Abdel Sami al-Sarmi", "EGY", ["President"])]),
    # a named chair is an office
    (
        "Hans Kirby, T.M. Chan Professor of Law at the Bergen Institute, came too.",
        [("Hans Kirby", "NOR", ["T.M. Chan Professor of Law at the Bergen Institute"])],
    ),
    # a country by its constitution; a country after the name ends the office
    ("President of the Republic of Uzbekistan Shavkat Berdiev spoke.", [("Shavkat Berdiev", "UZB", ["President"])]),
    ("Prime Minister Abi Hamed of Ethiopia to the right is new.", [("Abi Hamed", "ETH", ["Prime Minister"])]),
    # the institution after a rank, a mayor's town, a body whose chair it is, a field told elsewhere
    (
        "Bo Lind, Joint Secretary (South), Ministry of External Affairs, came.",
        [("Bo Lind", None, ["Joint Secretary (South), Ministry of External Affairs"])],
    ),
    ("Mayor Grace Ruiz of Sitanga asked for talks.", [("Grace Ruiz", None, ["Mayor of Sitanga"])]),
    (
        "The Flower Workers' Union, in a letter signed by its chair, Purity Waweru, said no.",
        [("Purity Waweru", None, ["chair of the Flower Workers' Union"])],
    ),
    (
        "Mexico's economy minister would come. The minister, Rodrigo Ruiz, denied it.",
        [("Rodrigo Ruiz", "MEX", ["economy minister"])],
    ),
    # the body of an office belongs to its title
    (
        "Bo Lind, director-general of the Swedish Ministry of Defence, was there.",
        [("Bo Lind", "SWE", ["director-general of the Swedish Ministry of Defence"])],
    ),
    # later short forms are the same person, and the fullest form is the name
    ("President Ana Ruiz Soto of Peru spoke. Ruiz left, and the hall with her.", [("Ana Ruiz Soto", "PER", ["President"])]),
    # places, bodies and documents are nobody
    ("The Treaty of Cusco was signed in Port Moresby at the Ministry of Fisheries on Good Friday.", []),
    # a family name alone, without a sign
    ("Ruiz was in the hall.", []),
    # an institution after an office in a list of officials, with a bracket between
    (
        "Ms Ana Ruiz, Joint Secretary (South), Ministry of Trade, led the talks.",
        [("Ana Ruiz", None, ["Joint Secretary (South), Ministry of Trade"])],
    ),
    # a bare minister takes the field told elsewhere
    (
        "The Kenyan fisheries minister spoke in Mombasa. Minister Juma Waweru thanked the port.",
        [("Juma Waweru", "KEN", ["fisheries minister"])],
    ),
    # titles of honour of two words, before the name and no part of it
    ("Foreign Minister Dato' Seri Hamid Salleh of Malaysia was there.", [("Hamid Salleh", "MYS", ["Foreign Minister"])]),
    ("Malaysian Trade Minister Tan Sri Hamid Salleh was there.", [("Hamid Salleh", "MYS", ["Trade Minister"])]),
    # a peer's place is part of the name
    ("The minister, Lord Berg of Holm, arrived in Cairo.", [("Lord Berg of Holm", None, ["minister"])]),
    # "Sultan" before a name after which an office follows is a given name
    ("Sultan Omar Al Tani, Assistant Minister of Trade, was there.", [("Sultan Omar Al Tani", None, ["Assistant Minister of Trade"])]),
    # a government under somebody
    ("It was the new government under Prime Minister Juma Waweru.", [("Juma Waweru", None, ["Prime Minister"])]),
    # people who attend one meeting are not thereby of two sides
    (
        "Attending the meeting were Ana Ruiz, Minister of State, and Tom Berg, Director of Trade, along with Lena Voss, Norwegian Ambassador to Peru.",
        [("Ana Ruiz", "PER", ["Minister of State"]), ("Tom Berg", "PER", ["Director of Trade"]), ("Lena Voss", "NOR", ["Ambassador to Peru"])],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_names_countries_and_offices(text: str, expected: list[tuple[str, str | None, list[str]]]) -> None:
    assert told(text) == expected


TENSES = [
    ("Foreign Minister Ana Ruiz was there.", "current"),
    ("Acting President Kofi Mensah was there.", "acting"),
    ("Tom Berg, a former ambassador to Chile, was there.", "former"),
    ("The then ambassador to Chile, Pia Soto, was there.", "then"),
    ("Amadou Diallo, president-elect of Senegal, was there.", "next"),
]


@pytest.mark.parametrize(("text", "tense"), TENSES)
def test_when_an_office_was_held(text: str, tense: str) -> None:
    (person,) = read(text)
    assert [o.tense for o in person.offices] == [tense]


KINDS = [
    ("Foreign Minister Ana Ruiz was there.", "official"),
    ("Dr. Mwai Otieno, a professor at the University of Nairobi, was there.", "expert"),
    ("By Ana Reyes\n\nThe two ministers met in Lima on Monday and talked for an hour about fish.", "journalist"),
    ("It was Mr Tom Berg who asked for the talks.", "other"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_they_are(text: str, kind: str) -> None:
    (person,) = read(text)
    assert person.kind == kind


def test_every_mention_is_kept() -> None:
    text = "President Ana Ruiz of Peru spoke. Mr Berg asked Ruiz for more. Mrs Ruiz declined."
    ruiz = next(p for p in read(text) if p.name == "Ana Ruiz")
    assert [m.of(text) for m in ruiz.mentions] == ["Ana Ruiz", "Ruiz", "Ruiz"]
    assert ruiz.evidence.of(text) == "Ana Ruiz"


def test_two_of_one_family_name_stay_two() -> None:
    text = "President Ana Ruiz of Peru met Chile's Foreign Minister Pablo Ruiz. President Ruiz spoke first."
    found = {p.name: len(p.mentions) for p in read(text)}
    assert found == {"Ana Ruiz": 2, "Pablo Ruiz": 1}


def test_an_office_in_a_relative_clause() -> None:
    assert told("Tom Berg, who is Norway's defence minister, was in Lima.") == [
        ("Tom Berg", "NOR", ["defence minister"])
    ]


PERSONS = [
    # "who" and an age are said of people only
    ("The law is vague, believes Pia Lindqvist, who teaches in Oslo.", "Pia Lindqvist"),
    ("The door is open, Tomas Orri, 61, said.", "Tomas Orri"),
    # a noun for what one is to another
    ("Her colleague Bela Takacs is less mild.", "Bela Takacs"),
    ("It was decided by his guest, Orhan Demirel, on Monday.", "Orhan Demirel"),
    # an opinion, an institution, a credit
    ("That is housekeeping in the opinion of Silas Abernathy.", "Silas Abernathy"),
    ("Nilay Erdem of the Harbour Policy Institute believes that calm was wanted.", "Nilay Erdem"),
    # a question's author, an outlet's own
    ("Q (Anna Lisowska, Radio Delta): Minister, is it so?", "Anna Lisowska"),
    # initials run together, a family name that is a word, a nickname
    ("Deputy Minister G.P. Lindov spoke in Oslo.", "G.P. Lindov"),
    ("Dr. P. O. Were spoke in Oslo.", "P. O. Were"),
    ("Vice Foreign Minister Sun Weilin spoke in Oslo.", "Sun Weilin"),
    ('Defence Secretary Benno "Ben" Arcilla spoke in Oslo.', 'Benno "Ben" Arcilla'),
    # a given name that is a country's, a family name that is an office
    ("Jordan Felk, the analyst, spoke in Oslo.", "Jordan Felk"),
    ("Don Velm, a spokesman, spoke in Oslo.", "Don Velm"),
    ("The Minister for Trade Negotiations, Niels Vandry, spoke in Oslo.", "Niels Vandry"),
    # who made a picture, whose opinion it is
    ("Ships are docked in Oslo. (Xinhua/Qiu Lanbo) The talks went on.", "Qiu Lanbo"),
    ("The talks went on. Eyad Bakr/AFP/Getty Images", "Eyad Bakr"),
    # words that translation ran together
    ("PrimeMinister Tran Van Loi spoke in Oslo.", "Tran Van Loi"),
]


@pytest.mark.parametrize(("text", "name"), PERSONS)
def test_who_is_a_person_by_grammar(text: str, name: str) -> None:
    assert name in [p.name for p in read(text)]


NOBODY = [
    "They met on the General San Telmo bridge.",
    "The words of the Governor of Entre Lagos, who had called it a reminder, were regretted.",
    "It was reported by the private broadcaster Kanal Delta on Monday.",
    "He is deputy head of the Commission for Mass Mobilisation.",
    "English RO RU",
    "The senators visited Camp Arif for two hours.",
    "It was lent by the investment bank Natrix.",
    "China Mobile said so. The Jordan Valley talks went on.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_who_is_nobody(text: str) -> None:
    assert [p.name for p in read(text)] == []


def test_initials_stand_for_the_name_written_out() -> None:
    text = "Deputy Minister Gleb Lindov was in Oslo. Then Deputy Minister G.P. Lindov left."
    assert [(p.name, len(p.mentions)) for p in read(text)] == [("Gleb Lindov", 2)]
