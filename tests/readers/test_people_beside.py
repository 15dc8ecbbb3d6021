"""Which state people serve, from who stands beside them, where they are met and who tells of it; and openly none where that is not plain."""

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
        "At the invitation of the Deputy Prime Minister of Fiji, Hon. Biman Prasada, Foreign Minister Dev Kumaran came to Nadi.",
        {"Biman Prasada": "FJI", "Dev Kumaran": None},
    ),
    # somebody's chief of staff, by name and by "his" in the next sentence
    (
        "Ukrainian President Danylo Horban came. Horban's chief of staff, Andriy Yermak-Lis, said so.",
        {"Danylo Horban": "UKR", "Andriy Yermak-Lis": "UKR"},
    ),
    (
        "Germany's Chancellor, Olaf Scholten, was cautious. His defence minister, Boris Pistor, is due on Friday.",
        {"Olaf Scholten": "DEU", "Boris Pistor": "DEU"},
    ),
    # an organisation's spokesman is of no country
    (
        "Serbian President Aleksa Vulin and Kosovo's leader met, NATO chief Joan Bardell's spokesman Peter Stank said.",
        {"Aleksa Vulin": "SRB", "Joan Bardell": None, "Peter Stank": None},
    ),
    # the ministry told before
    (
        "Egypt's foreign minister will go to Khartoum, the foreign ministry said. Ministry spokesman Ahmed Hafnawy gave no date.",
        {"Ahmed Hafnawy": "EGY"},
    ),
    # whose delegation, the host's envoy in between
    (
        "On the Botswana side were the High Commissioner to Kenya, Goitse Phiri, and the Deputy Permanent Secretary, Tebogo Sere.",
        {"Goitse Phiri": "BWA", "Tebogo Sere": "BWA"},
    ),
    (
        "Ms. Grace Foo, Minister for Ports, led the Singapore delegation comprising Mr. Albert Chwee, Permanent Secretary.",
        {"Grace Foo": "SGP", "Albert Chwee": "SGP"},
    ),
    # an embassy's country and not its town's; initials are an adjective
    (
        "They spoke with Pedro Chua-Soto, the charge d'affaires of the Philippine Embassy in Washington.",
        {"Pedro Chua-Soto": "PHL"},
    ),
    (
        "New Zealand's High Commissioner in Honiara, Jon Schwass, agreed with U.S. special envoy Julie Turnbull.",
        {"Jon Schwass": "NZL", "Julie Turnbull": "USA"},
    ),
    # a party of a people that lives in two countries says nothing
    ("Goran Rakitin, the leader of the Serb List, stepped down.", {"Goran Rakitin": None}),
    # who attended one meeting stood on either side
    (
        "Deputy Foreign Minister Andrei Rudakov and Presidential Envoy Zamir Kabul took part in the talks with Tajikistan. Russia was pleased.",
        {"Andrei Rudakov": None, "Zamir Kabul": None},
    ),
    # whom "she" met next
    (
        "Ana Ruiz called on the Fijian president, Wili Katon, and held talks with the prime minister, Siti Rabu.",
        {"Ana Ruiz": None, "Wili Katon": "FJI", "Siti Rabu": "FJI"},
    ),
    # a commissioner of another kind is not the one of the country told
    (
        "New Zealand's High Commissioner spoke. Pat Conroy will meet the Police Commissioner, David Mann.",
        {"Pat Conroy": None, "David Mann": None},
    ),
]  # fmt: skip

TOLD_BY = [
    # a ministry's own release of a journey: its own people, and those whom they meet there
    (
        "The Foreign Minister visits India\nPress release | Date: 07/02/2019 | Ministry of Foreign Affairs, Norway\n\n"
        "Foreign Minister Ingunn Solheim travels to New Delhi on Monday. Norway and India will talk of the sea. India is a friend.\n\n"
        "During her visit the Foreign Minister will meet with the Minister of Environment, Rajesh Kelkar. "
        "Minister of Fisheries Harald Nessvik will take part.",
        {"Ingunn Solheim": "NOR", "Rajesh Kelkar": "IND", "Harald Nessvik": "NOR"},
    ),
    # a letterhead without a country, and the town of the dateline
    (
        "MINISTRY OF FOREIGN AFFAIRS\nPRESS RELEASE\n\nTies with Botswana\n\nNairobi, 14 March 2024 - The Principal Secretary, Amb. Esther Chepk, "
        "received Ms. Kagiso Motla of Botswana today. They spoke of trade and of ports.",
        {"Esther Chepk": "KEN", "Kagiso Motla": "BWA"},
    ),
    # a country's agency from home
    (
        "SEOUL, Aug. 21 (Yonhap) -- Foreign Minister Cho Tae-won spoke by phone with his Vietnamese counterpart, Bui Thanh Liem, on Wednesday.",
        {"Cho Tae-won": "KOR", "Bui Thanh Liem": "VNM"},
    ),
    # a wire's dateline is where the story plays: after another country was told, an office without one is nobody's
    (
        "GUATEMALA CITY (AP) -- Guatemala recalled its envoy to Venezuela on Monday, and Guatemala said no more of Venezuela.\n\n"
        "In Washington, the State Department said it would wait.\n\nAttorney General Tarek Saabi announced new charges.",
        {"Tarek Saabi": None},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "countries"), [*BESIDE, *TOLD_BY])
def test_whom_they_serve(text: str, countries: dict[str, str | None]) -> None:
    assert {p.name: p.country for p in read(text)} == countries


NAMES = [
    # a rank between the office and the name is held too
    (
        "Chinese Defence Attaché Senior Colonel Fu Xiaoming spoke.",
        [("Fu Xiaoming", ["Defence Attaché", "Senior Colonel"])],
    ),
    # a bracket that says what the office deals with
    (
        "Director General (Western Europe) Ms. Maria Kazim was there.",
        [("Maria Kazim", ["Director General (Western Europe)"])],
    ),
    # a list of offices before one name, and two joined by a dash
    (
        "First Deputy Prime Minister, Minister of Defense and Minister of Interior Sheikh Fahad Yousef came.",
        [("Fahad Yousef", ["First Deputy Prime Minister", "Minister of Defense", "Minister of Interior"])],
    ),
    (
        "Deputy Prime Minister – Minister of Foreign Affairs of Kazakhstan Murat Nurtay spoke.",
        [("Murat Nurtay", ["Deputy Prime Minister", "Minister of Foreign Affairs"])],
    ),
    # a field that "and" adds to a known title
    (
        "He was joined by the Minister for Environment and Mineral Resources, Mr John Michura.",
        [("John Michura", ["Minister for Environment and Mineral Resources"])],
    ),
    # an office that goes on after what is another's whole title
    (
        "Senator Isabel Pizarra, president of the Senate's Environment Committee, was there.",
        [("Isabel Pizarra", ["Senator", "president of the Senate's Environment Committee"])],
    ),
    ("Liu Yongfeng, president of China Railway Group, signed.", [("Liu Yongfeng", ["president of China Railway Group"])]),
    # a given name that is also a monarch's title
    (
        "He received Ambassador of the Republic of Croatia to Kuwait Amir Muharem.",
        [("Amir Muharem", ["Ambassador of the Republic of Croatia to Kuwait"])],
    ),
    # "the Hon" after a comma, small words in names, a father's name
    ("She met the Prime Minister, the Hon Laise Qarase, and left.", [("Laise Qarase", ["Prime Minister"])]),
    ("Daw Marlar Than Htaik, Director-General, was there.", [("Marlar Than Htaik", ["Director-General"])]),
    ("Hon. Wycliffe Odhiambo Were, the minister, spoke.", [("Wycliffe Odhiambo Were", ["minister"])]),
    ("Datuk Dr Ching Thoo A/L Kim was there.", [("Ching Thoo A/L Kim", [])]),
    # another name, whose government it is, who is joined to a person
    ("Paul Tannen alias Tjhin Thian is wanted.", [("Paul Tannen", [])]),
    ("The government of Nicolas Madera expelled her.", [("Nicolas Madera", [])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names_and_offices(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert [(p.name, [o.title for o in p.offices]) for p in read(text)] == expected
