"""Which state people serve (all of them invented), from how the text takes them up again: by an office told before, a turn, an invitation, a predecessor."""

from __future__ import annotations

import pytest

from tests.readers.somebody import read, told

TAKEN_UP = [
    # "the minister" is of the last country whose minister was told
    (
        "Mexico's economy minister would not travel, it reported, while the United States spoke so.\n\nThe minister, Rodrigo Taglio, denied it.",
        {"Rodrigo Taglio": "MEX"},
    ),
    (
        "Mexico's economy minister would not travel.\n\nThe union's president, Rodrigo Taglio, denied it.",
        {"Rodrigo Taglio": "MEX"},
    ),
    # who held the office before or after
    (
        "Britain's trade commissioner, Giles Wetherill, who took over from Hugo Penbury last month, was glad.",
        {"Giles Wetherill": "GBR", "Hugo Penbury": "GBR"},
    ),
    # who invites, and where the visit goes
    (
        "At the invitation of Vice Foreign Minister Gao Linshuo, Japan's Senior Deputy Minister Ninomiya Akito will visit China in May.",
        {"Gao Linshuo": "CHN", "Ninomiya Akito": "JPN"},
    ),
    # two who face the press
    (
        "Press conference by Minister of State Dr. Henrike Vollmann and Polish Deputy Foreign Minister Bartosz Wilk. Germany and Poland agree.",
        {"Henrike Vollmann": "DEU", "Bartosz Wilk": "POL"},
    ),
    # what the country holds in the words of its own turn, and whom the speaker calls a colleague there
    (
        "Press conference, Lima, 8 November 2012\n\nQ (Harbour Radio): Minister, is it so?\n\n"
        "Foreign Minister Juma Waweru: We spoke of ports. Kenya opposes the dam. My colleague Amos Tipa will travel to Lima.\n\n"
        "Q (Harbour Radio): And Peru?\n\nWaweru: Peru is a friend, and I am glad.",
        {"Juma Waweru": "KEN", "Amos Tipa": "KEN"},
    ),
    # an embassy, an association of a place
    (
        "A spokesperson at the British embassy, Tokyo, said that ambassador Julia Penworth would not come.",
        {"Julia Penworth": "GBR"},
    ),
    (
        'The Arizona Growers\' Council opposed it. "We are late," its president, Judd Morvant, said.',
        {"Judd Morvant": "USA"},
    ),
    # an agency abroad names the hosts' officials so, and not its own
    (
        "MANILA, Sept. 4 (Xinhua) -- The Philippines and Peru talked. Philippine President Pablo Lakanda sent Executive Secretary Hilario Bantay.",
        {"Pablo Lakanda": "PHL", "Hilario Bantay": "PHL"},
    ),
    # the country that the office is of stands behind it; whose side somebody heads
    (
        "The country's defence minister, Juma Waweru, told reporters in Nairobi that it would act.",
        {"Juma Waweru": "KEN"},
    ),
    ("They listened to Bo Dahl, who leads the Peruvian delegation.", {"Bo Dahl": "PER"}),
    # who opens the sentence after a ministry's
    (
        "Kenya's foreign ministry protested on Monday. Principal Secretary Juma Waweru handed the note to Somalia's ambassador.",
        {"Juma Waweru": "KEN"},
    ),
    ("Foreign ministry spokesman Bo Dahl told the Norwegian radio that Oslo was ready.", {"Bo Dahl": "NOR"}),
    # three told one after the other: the title is of the first
    (
        "With the Crown Prince, Sheikh Tariq, and Mr. Menfield he spoke of ports. Sheikh Tariq bin Zaid of Oman came.",
        {"Tariq bin Zaid": "OMN", "Menfield": None},
    ),
    # who stands across from a counterpart in the next sentence
    (
        "LISBON, March 3 (Port Wire) - Spain and Portugal will share the water.\n\nEnvironment Minister Luisa Prates was glad. "
        "Her Spanish counterpart, Inigo Berroeta, was not.",
        {"Luisa Prates": "PRT", "Inigo Berroeta": "ESP"},
    ),
    # who travels along; for whom a ministry's spokesman speaks; what a country said right before
    (
        "Ghanaian President Kwabena Osei-Duah accepted it. Foreign Minister Akosua Mensimah will travel with him.",
        {"Akosua Mensimah": "GHA"},
    ),
    (
        "Sweden's foreign ministry summoned the envoy of Iran. Sweden was concerned, said spokesman Nils Ekdahl.",
        {"Nils Ekdahl": "SWE"},
    ),
    (
        "Egypt's foreign ministry called it unacceptable. Its spokesman, Sherif Lotfy, warned of Sudan.",
        {"Sherif Lotfy": "EGY"},
    ),
    (
        "Malta accused Italy of it. Interior Minister Carmelo Zahra said 40 people had been saved.",
        {"Carmelo Zahra": "MLT"},
    ),
    (
        "Denmark and Kenya spoke of Kenya. Development Minister Sofie Brandt will go in May, Copenhagen said.",
        {"Sofie Brandt": "DNK"},
    ),
    # two whom a third met stand on one side
    (
        "Kazakh Foreign Minister Askar Nurlan visited Baku. There they met with President Ilham Rahimov and Foreign Minister Elchin Guliyev. "
        "Azerbaijan and Kazakhstan signed.",
        {"Ilham Rahimov": "AZE", "Elchin Guliyev": "AZE"},
    ),
    (
        "Chile and Bolivia talked. The Chilean delegation was led by Undersecretary Paula Errazo, the Bolivian one by Vice Minister Remigio Choque.",
        {"Paula Errazo": "CHL", "Remigio Choque": "BOL"},
    ),
    # for whom somebody signs, who sends whom, who is thanked for what, and a text that tells of one country alone
    (
        "They met in Muscat. Rear Admiral Saif al-Rawi signed for Oman and Vice Admiral Pradeep Kulkar for India.",
        {"Saif al-Rawi": "OMN", "Pradeep Kulkar": "IND"},
    ),
    (
        "For Germany it was signed by State Secretary Niels Andersen, for Namibia by Minister Hilma Shikon.",
        {"Niels Andersen": "DEU", "Hilma Shikon": "NAM"},
    ),
    ("They met in Kingstown. Caracas sent Vice President Rosa Delgado.", {"Rosa Delgado": "VEN"}),
    ("He thanked Prime Minister Kishore Ranjit for Nepal's help.", {"Kishore Ranjit": "NPL"}),
    ("He thanked Prime Minister Kishore Ranjit for the help.", {"Kishore Ranjit": None}),
    (
        "British Foreign Secretary Helen Marsh condemned it. Defence Secretary Paul Whitby said ships would sail.",
        {"Helen Marsh": "GBR", "Paul Whitby": "GBR"},
    ),
    # several told together
    (
        "She met Indonesian Ministers and diplomats, including General Wirolang, and Mr. Idris Panukal, Minister for Manpower.",
        {"Wirolang": "IDN", "Idris Panukal": "IDN"},
    ),
    (
        "He had talks with Indonesian Ministers, and the guests included him. Mr. Idris Panukal, a minister, came.",
        {"Idris Panukal": None},
    ),
    # a country's ambassador by its initials; those who were in the meeting stood on either side
    (
        "The U.S. ambassador to Peru met Peruvian diplomats. Ambassador Charles Ombray was summoned to the ministry.",
        {"Charles Ombray": "USA"},
    ),
    # where the president is, his secretary is not
    (
        "MANILA, Sept. 25 (Xinhua) -- While the president is in Vietnam, the Executive Secretary Hilario Bantay will head it. Vietnam is glad.",
        {"Hilario Bantay": None},
    ),
    # forces of one country in another
    ("Commanding General of U.S. Forces in Kenya Ivar Holm was there.", {"Ivar Holm": "USA"}),
]


@pytest.mark.parametrize(("text", "countries"), TAKEN_UP)
def test_whom_they_serve(text: str, countries: dict[str, str | None]) -> None:
    found = {p.name: p.country for p in read(text)}
    assert {name: found.get(name) for name in countries} == countries


INTRODUCED = [
    # the office first, the name in the next sentence
    (
        "Four days before, the Belgian foreign minister has scrapped it. Thibault de Wavre took the decision in his office.",
        [("Thibault de Wavre", "BEL", ["foreign minister"])],
    ),
    (
        "The Belgian foreign minister has scrapped it. It was raining, Thibault de Wavre said.",
        [("Thibault de Wavre", "BEL", ["foreign minister"])],
    ),
    # of two told, neither; a name that the text has given before is somebody else's
    ("The Kenyan president met the Peruvian foreign minister. Bo Dahl watched it from the gate.", []),
    (
        "Analyst Bo Dahl spoke. The Kenyan president has left. Bo Dahl watched it.",
        [("Bo Dahl", None, ["Analyst"])],
    ),
]


@pytest.mark.parametrize(("text", "people"), INTRODUCED)
def test_a_name_after_its_office(text: str, people: list[tuple[str, str | None, list[str]]]) -> None:
    assert told(text) == people
