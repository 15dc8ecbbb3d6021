"""Which state people serve (all of them invented), from who stands beside them, where they are met and who tells of it; and openly none where that is not plain."""

from __future__ import annotations

import pytest

from tests.readers.somebody import read

BESIDE = [
    # in one breath after one whose country is told, both under one word
    (
        "The house was opened by the Swedish Minister for Trade, Mats Lindahl, and Ambassador Harald Friberg.",
        {"Mats Lindahl": "SWE", "Harald Friberg": "SWE"},
    ),
    # a comma alone begins another clause
    (
        "At the invitation of the Deputy Prime Minister of Fiji, Hon. Ravin Lalsingh, Foreign Minister Arjun Menfield came to Nadi.",
        {"Ravin Lalsingh": "FJI", "Arjun Menfield": None},
    ),
    # somebody's chief of staff, by name and by "his" in the next sentence
    (
        "Ukrainian President Danylo Horban came. Horban's chief of staff, Taras Holub-Lis, said so.",
        {"Danylo Horban": "UKR", "Taras Holub-Lis": "UKR"},
    ),
    (
        "Germany's Chancellor, Detlef Marquardsen, was cautious. His defence minister, Udo Pohlitz, is due on Friday.",
        {"Detlef Marquardsen": "DEU", "Udo Pohlitz": "DEU"},
    ),
    # an organisation's spokesman is of no country
    (
        "Serbian President Aleksa Bojkov and Kosovo's leader met, NATO chief Joan Tressel's spokesman Pieter Vanmol said.",
        {"Aleksa Bojkov": "SRB", "Joan Tressel": None, "Pieter Vanmol": None},
    ),
    # the ministry told before
    (
        "Egypt's foreign minister will go to Khartoum, the foreign ministry said. Ministry spokesman Sami Bahgat gave no date.",
        {"Sami Bahgat": "EGY"},
    ),
    # whose delegation, the host's envoy in between
    (
        "On the Botswana side were the High Commissioner to Kenya, Goitse Phiri, and the Deputy Permanent Secretary, Tebogo Sere.",
        {"Goitse Phiri": "BWA", "Tebogo Sere": "BWA"},
    ),
    (
        "Ms. Lily Ngoh, Minister for Ports, led the Norwegian delegation comprising Mr. Desmond Pheng, Permanent Secretary.",
        {"Lily Ngoh": "NOR", "Desmond Pheng": "NOR"},
    ),
    # an embassy's country and not its town's; initials are an adjective
    (
        "They spoke with Ramon Uy-Salcedo, the chargé d'affaires of the Peruvian Embassy in Lisbon.",
        {"Ramon Uy-Salcedo": "PER"},
    ),
    (
        "New Zealand's High Commissioner in Honiara, Neil Harkin, agreed with U.S. special envoy Dana Whitlock.",
        {"Neil Harkin": "NZL", "Dana Whitlock": "USA"},
    ),
    # a party of a people that lives in two countries says nothing
    ("Milos Perunin, the leader of the Serb List, stepped down.", {"Milos Perunin": None}),
    # who attended one meeting stood on either side
    (
        "Deputy Foreign Minister Gleb Sorokhin and Presidential Envoy Zafar Kulov took part in the talks with Tajikistan. Russia was pleased.",
        {"Gleb Sorokhin": None, "Zafar Kulov": None},
    ),
    # whom "she" met next
    (
        "Ana Ruiz called on the Fijian president, Seru Navoka, and held talks with the prime minister, Mere Tukana.",
        {"Ana Ruiz": None, "Seru Navoka": "FJI", "Mere Tukana": "FJI"},
    ),
]  # fmt: skip

TOLD_BY = [
    # a ministry's own release of a journey: its own people, and those whom they meet there
    (
        "The Foreign Minister visits India\nPress release | Date: 07/02/2019 | Ministry of Foreign Affairs, Norway\n\n"
        "Foreign Minister Ingunn Solheim travels to New Delhi on Monday. Norway and India will talk of the sea. India is a friend.\n\n"
        "During her visit the Foreign Minister will meet with the Minister of Environment, Rajesh Kelkar. "
        "Minister of Fisheries Torgeir Dalvik will take part.",
        {"Ingunn Solheim": "NOR", "Rajesh Kelkar": "IND", "Torgeir Dalvik": "NOR"},
    ),
    # a letterhead without a country, and the town of the dateline
    (
        "MINISTRY OF FOREIGN AFFAIRS\nPRESS RELEASE\n\nTies with Botswana\n\nNairobi, 14 March 2024 - The Principal Secretary, Amb. Naomi Cherop, "
        "received Ms. Kagiso Motlana of Botswana today. They spoke of trade and of ports.",
        {"Naomi Cherop": "KEN", "Kagiso Motlana": "BWA"},
    ),
    # a country's agency from home
    (
        "SEOUL, Aug. 21 (Yonhap) -- Foreign Minister Seo Jun-pyo spoke by phone with his Vietnamese counterpart, Dao Quang Lam, on Wednesday.",
        {"Seo Jun-pyo": "KOR", "Dao Quang Lam": "VNM"},
    ),
    # a wire's dateline is where the story plays, and the country that it went on to speak of
    (
        "GUATEMALA CITY (AP) -- Guatemala recalled its envoy to Venezuela on Monday, and Guatemala said no more of Venezuela.\n\n"
        "In Washington, the State Department said it would wait.\n\nAttorney General Ramiro Caldes announced new charges.",
        {"Ramiro Caldes": "GTM"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "countries"), [*BESIDE, *TOLD_BY])
def test_whom_they_serve(text: str, countries: dict[str, str | None]) -> None:
    assert {p.name: p.country for p in read(text)} == countries


NAMES = [
    # a counterpart holds the office and not the rank by birth; a month's name before a particle, an honorific after an office
    (
        "Prince Turki bin Fahd, Minister of Interior, received his Italian counterpart, Paola Ferri, in Riyadh.",
        [("Turki bin Fahd", ["Minister of Interior"]), ("Paola Ferri", ["Minister of Interior"])],
    ),
    ("Dutch Prime Minister Jan van der Holm came.", [("Jan van der Holm", ["Prime Minister"])]),
    ("Myanmar's foreign minister U Than Htay met him.", [("Than Htay", ["foreign minister"])]),
    # a rank between the office and the name is held too
    (
        "Chinese Defence Attaché Senior Colonel Luo Weiping spoke.",
        [("Luo Weiping", ["Defence Attaché"])],
    ),
    # a bracket that says what the office deals with
    (
        "Director General (Western Europe) Ms. Lubna Zahir was there.",
        [("Lubna Zahir", ["Director General (Western Europe)"])],
    ),
    # a list of offices before one name, and two joined by a dash
    (
        "First Deputy Prime Minister, Minister of Defense and Minister of Interior Sheikh Nasser Rashid came.",
        [("Nasser Rashid", ["First Deputy Prime Minister", "Minister of Defense", "Minister of Interior"])],
    ),
    (
        "Deputy Prime Minister – Minister of Foreign Affairs of Kazakhstan Daulet Sarybek spoke.",
        [("Daulet Sarybek", ["Deputy Prime Minister", "Minister of Foreign Affairs"])],
    ),
    # a field that "and" adds to a known title
    (
        "She was welcomed by the Minister for Fisheries and Mineral Resources, Mr Peter Waithira.",
        [("Peter Waithira", ["Minister for Fisheries and Mineral Resources"])],
    ),
    # an office that goes on after what is another's whole title
    (
        "Senator Clara Bustos, president of the Senate's Environment Committee, was there.",
        [("Clara Bustos", ["Senator", "president of the Senate's Environment Committee"])],
    ),
    ("Kong Deyu, president of China Railway Group, signed.", [("Kong Deyu", ["president of China Railway Group"])]),
    # a given name that is also a monarch's title
    (
        "He received Ambassador of the Republic of Croatia to Kuwait Amir Zovko.",
        [("Amir Zovko", ["Ambassador of the Republic of Croatia to Kuwait"])],
    ),
    # "the Hon" after a comma, small words in names, a father's name
    ("She met the Prime Minister, the Hon Sanaila Vuki, and left.", [("Sanaila Vuki", ["Prime Minister"])]),
    ("Daw Khin Than Oo, Director-General, was there.", [("Khin Than Oo", ["Director-General"])]),
    ("Hon. Wycliffe Odhiambo Were, the minister, spoke.", [("Wycliffe Odhiambo Were", ["minister"])]),
    ("Datuk Dr Wei Loon A/L Raju was there.", [("Wei Loon A/L Raju", [])]),
    # whose government it is
    ("The government of Ernesto Quiral expelled her.", [("Ernesto Quiral", [])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_and_offices(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert [(p.name, [o.title for o in p.offices]) for p in read(text)] == expected
