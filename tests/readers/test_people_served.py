"""Which state people serve, where no word beside the name says it."""

from __future__ import annotations

import pytest

from tests.readers.somebody import read, told


def test_what_a_country_is_ready_to_do_is_said_by_its_own() -> None:
    """Nobody calls Baraka Mwinyi Tanzanian; he says what Tanzania is ready to do. What he hopes of Peru says nothing of whose he is."""
    text = (
        "Tanzania and Peru spoke of fishing in Lima. Foreign Minister Baraka Mwinyi said that Tanzania is ready to open its ports to Peru. "
        "He hoped that Peru would do the same for Tanzania."
    )
    assert [(name, country) for name, country, _ in told(text)] == [("Baraka Mwinyi", "TZA")]


SERVES = [
    # whose delegation it is
    (
        "The Indian delegation was led by Ms. Revati Rathod and the Vietnamese delegation by Mr. Pham Quoc Liem.",
        {"Revati Rathod": "IND", "Pham Quoc Liem": "VNM"},
    ),
    # the office of a country named apart from the name
    (
        "Foreign Minister Dev Sharma was there. It was the first visit by a Foreign Minister of India to Namibia.",
        {"Dev Sharma": "IND"},
    ),
    # a contact with the other side
    (
        "Kenya and Peru talked. Peruvian Foreign Minister Ana Ruiz met Trade Minister Juma Waweru.",
        {"Ana Ruiz": "PER", "Juma Waweru": "KEN"},
    ),
    (
        "Korea and Australia talked. Australian Foreign Minister Claire Donnel spoke. Earlier she called on Prime Minister Moon Kyu-ho of the hosts.",
        {"Claire Donnel": "AUS", "Moon Kyu-ho": "KOR"},
    ),
    # one holder of an office on each side
    (
        "Ghana and Nigeria talked. President Kofi Mensah of Ghana commended President Musa Bello.",
        {"Kofi Mensah": "GHA", "Musa Bello": "NGA"},
    ),
    # of two more who held it, neither
    (
        "Ghana and Nigeria talked. President Kofi Mensah of Ghana recalled President Musa Bello and President Yaw Addison.",
        {"Kofi Mensah": "GHA", "Musa Bello": None, "Yaw Addison": None},
    ),
    # who has colleagues of the other side
    (
        "Belgium and Hungary quarrel. State secretary Agnes Bardo wrote to her Belgian colleagues.",
        {"Agnes Bardo": "HUN"},
    ),
    # where somebody works
    ('"It is a signal," said Hilda Moerman, who teaches law in Brussels.', {"Hilda Moerman": "BEL"}),
    # the paragraph's scene
    (
        "In Mexico City, the undersecretary for trade, Jimena Arizaga, said so.",
        {"Jimena Arizaga": "MEX"},
    ),
    # the press of a country about its own, from there
    (
        "ATHENS, Oct 19 (Port Wire) - Greece will talk to Turkey, Foreign Minister Danae Sfakou said.",
        {"Danae Sfakou": "GRC"},
    ),
    # somebody's own spokesman; who goes somewhere is not of there
    (
        "Norwegian Prime Minister Tom Berg was ill, said his spokesman, Bo Dahl.",
        {"Tom Berg": "NOR", "Bo Dahl": "NOR"},
    ),
    ("Foreign Minister Tom Berg arrived in Lima on Monday.", {"Tom Berg": None}),
    # a state's institution in the title; a ministry's own name
    ("State Department spokesman Bo Dahl said so to the press.", {"Bo Dahl": "USA"}),
    ("The Speaker of the Knesset Lena Voss said so to the press.", {"Lena Voss": "ISR"}),
    ("Bo Dahl, a spokesman for the Finnish foreign ministry, said so to the press.", {"Bo Dahl": "FIN"}),
    ("Ex-US President Bo Dahl said so to the press.", {"Bo Dahl": "USA"}),
    # an envoy to a country serves another; two ministers may be of one side
    ("The Kremlin's Syria envoy Bo Dahl said so to the press.", {"Bo Dahl": "RUS"}),
    (
        "Japan's Defence Minister Bo Dahl wrote to Foreign Minister Tom Berg.",
        {"Bo Dahl": "JPN", "Tom Berg": None},
    ),
    # several met at once, of several countries, say nothing of whoever met them
    (
        "National Security Advisor Bo Dahl met with Saudi Prime Minister Omar Harbi and National Security Advisor of India Arun Vetrikar in Riyadh. "
        "India and Saudi Arabia were pleased.",
        {"Bo Dahl": None, "Omar Harbi": "SAU", "Arun Vetrikar": "IND"},
    ),
    # all whom somebody met there
    (
        "In Jordan I met Prime Minister Salim Harbi and the Director of the Ports Department, General Faris Al Durubi.",
        {"Salim Harbi": "JOR", "Faris Al Durubi": "JOR"},
    ),
    # the scene of the sentence before
    (
        'Mexico and Peru spoke of Mexico. In Mexico City, the ministry said it was fine. "I am worried," Jimena Arizaga, the undersecretary for trade, said.',
        {"Jimena Arizaga": "MEX"},
    ),
    # where she had come; who comes to one side is of the other
    (
        "Norway and Kenya talk. The envoy of Norway arrived in Nairobi on Sunday. She met Foreign Secretary Dr. Amos Tipa on Monday.",
        {"Amos Tipa": "KEN"},
    ),
    (
        "A visit to Mexico City by Assistant Secretary of State Bo Dahl has been put off. The United States and Mexico will find a day for Mexico.",
        {"Bo Dahl": "USA"},
    ),
    (
        "Norway and Kenya talk. President Amos Tipa returned to Nairobi on Sunday.",
        {"Amos Tipa": "KEN"},
    ),
    # whose campaign; a party and a seat
    (
        "Norwegian Prime Minister Tom Berg was ill, Berg campaign spokesman Bo Dahl said.",
        {"Tom Berg": "NOR", "Bo Dahl": "NOR"},
    ),
    ("Sen. Bo Dahl, R-Nebraska, was there.", {"Bo Dahl": "USA"}),
    # a caption says where a picture was made
    (
        "The UK's negotiator David Wemble (left) and Michel Ortal in Brussels last month.",
        {"David Wemble": "GBR", "Michel Ortal": None},
    ),
    # where an official was met is not where they serve
    ("The envoys met Foreign Minister Tom Berg in Geneva.", {"Tom Berg": None}),
]


@pytest.mark.parametrize(("text", "countries"), SERVES)
def test_whom_they_serve(text: str, countries: dict[str, str | None]) -> None:
    assert {p.name: p.country for p in read(text)} == countries


def test_a_country_found_elsewhere_is_told_with_its_reason() -> None:
    text = "The Indian delegation was led by Ms. Revati Rathod."
    (person,) = read(text)
    assert person.because == "country by delegation"
