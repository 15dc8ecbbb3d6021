"""People with their offices and countries, by title, apposition, honorific and byline."""

from __future__ import annotations

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers import people
from dragoman.readers.found import Found
from dragoman.reading import Dating, Person


def read(text: str, packs: tuple[str, ...] = ("world", "en"), published: str | None = None) -> list[Person]:
    found = Found()
    if published:
        found.take([Dating(published)], ("dating",))
    return list(people.read(lay(Dispatch(text), desk(packs)), found))


def told(text: str) -> list[tuple[str, str | None, list[str]]]:
    return [(p.name, p.country, [o.title for o in p.offices]) for p in read(text)]


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
    ("Awang Haji Salman bin Haji Yusuf, Minister of Works, was there.", [("Awang Haji Salman bin Haji Yusuf", None, ["Minister of Works"])]),
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
        [("Omar", None, ["King"]), ("Omar Ensar", None, ["Prime Minister"])],
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


@pytest.fixture(scope="module")
def ports(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """A desk that knows two foreign ministers of Andorra, one after the other, and how translations write one of them."""
    folder = tmp_path_factory.mktemp("desks") / "ports"
    folder.mkdir()
    (folder / "desk.yaml").write_text(
        "id: ports\ntitle: Ports\nsides: [AND, NOR]\nuses: [world, en]\n", encoding="utf-8"
    )
    (folder / "people.yaml").write_text(
        """\
people:
  - id: ana-ruiz
    name: Ana Ruiz
    family: Ruiz
    given: Ana
    also: [Ana Ruiz Soto]
    misread: [{form: Anna Louise, because: sounds alike to a machine}]
    country: AND
    tenures: [{role: foreign-minister, title: Foreign Minister, from: 2020-01-01, to: 2022-06-30}]
  - id: pia-ruiz
    name: Pia Ruiz
    family: Ruiz
    given: Pia
    country: AND
    tenures: [{role: foreign-minister, title: Foreign Minister, from: 2022-07-01}]
""",
        encoding="utf-8",
    )
    return (str(folder),)


KNOWN = [
    # a full name, another spelling, a known misreading
    ("Ana Ruiz was in Andorra la Vella.", "2021-05-01", "Ana Ruiz", "ana-ruiz"),
    ("Ana Ruiz Soto, of Andorra, was in Andorra la Vella.", "2021-05-01", "Ana Ruiz Soto", "ana-ruiz"),
    ("Foreign Minister Anna Louise was in Andorra la Vella.", "2021-05-01", "Anna Louise", "ana-ruiz"),
    # a family name with the office: whoever held it on the day
    ("Andorran Foreign Minister Ruiz was in Andorra la Vella.", "2021-05-01", "Ruiz", "ana-ruiz"),
    ("Andorran Foreign Minister Ruiz was in Andorra la Vella.", "2023-05-01", "Ruiz", "pia-ruiz"),
    # on no known day either may be meant, so that neither is
    ("Andorran Foreign Minister Ruiz was in Andorra la Vella.", None, "Ruiz", None),
    # the country that the text gives rules her out
    ("Norwegian Foreign Minister Ana Ruiz was in Andorra la Vella.", "2021-05-01", "Ana Ruiz", None),
]


@pytest.mark.parametrize(("text", "published", "name", "entry"), KNOWN)
def test_people_the_desk_knows(
    ports: tuple[str, ...], text: str, published: str | None, name: str, entry: str | None
) -> None:
    (person,) = read(text, ports, published)
    assert (person.name, person.entry) == (name, entry)
    assert (person.because is None) is (entry is None)


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """A desk that knows a head of the United Nations who led Andorra before, and one who never served a country."""
    folder = tmp_path_factory.mktemp("desks") / "heads"
    folder.mkdir()
    (folder / "desk.yaml").write_text(
        "id: heads\ntitle: Heads\nsides: [AND, NOR]\nuses: [world, en]\n", encoding="utf-8"
    )
    (folder / "people.yaml").write_text(
        """\
people:
  - id: ana-ruiz
    name: Ana Ruiz
    family: Ruiz
    given: Ana
    country: AND
    tenures:
    - {role: head-of-government, title: Prime Minister, from: 2010-01-01, to: 2015-06-30}
    - {role: secretary-general-organisation, title: Secretary-General, organisation: un, from: 2016-01-01}
  - id: pia-soto
    name: Pia Soto
    family: Soto
    given: Pia
    tenures:
    - {role: secretary-general-organisation, title: Secretary-General of ASEAN, organisation: asean, from: 2016-01-01}
""",
        encoding="utf-8",
    )
    return (str(folder),)


HEADS = [
    # whoever leads an organisation on the day serves no country
    ("Ana Ruiz was in Andorra la Vella.", "2012-05-01", "ana-ruiz", "AND"),
    ("Ana Ruiz was in Andorra la Vella.", "2018-05-01", "ana-ruiz", None),
    ("Secretary-General Ruiz was in Andorra la Vella.", "2018-05-01", "ana-ruiz", None),
    ("UN chief Ana Ruiz told Norwegian reporters that the talks went on.", "2018-05-01", "ana-ruiz", None),
    ("Pia Soto was in Andorra la Vella.", "2018-05-01", "pia-soto", None),
    # what the text says of a day that the desk does not know is the text's
    ("Andorran Prime Minister Ana Ruiz was in Oslo.", None, "ana-ruiz", "AND"),
]


@pytest.mark.parametrize(("text", "published", "entry", "country"), HEADS)
def test_heads_of_organisations(
    bodies: tuple[str, ...], text: str, published: str | None, entry: str, country: str | None
) -> None:
    (person,) = read(text, bodies, published)
    assert (person.entry, person.country) == (entry, country)


def test_an_office_that_another_held_is_flagged_and_not_changed(ports: tuple[str, ...]) -> None:
    (person,) = read("Andorran Foreign Minister Ana Ruiz was in Andorra la Vella.", ports, "2024-05-01")
    (office,) = person.offices
    assert office.title == "Foreign Minister"
    assert office.conflict is not None
    assert "Pia Ruiz" in office.conflict


def test_an_office_in_a_relative_clause() -> None:
    assert told("Tom Berg, who is Norway's defence minister, was in Lima.") == [
        ("Tom Berg", "NOR", ["defence minister"])
    ]


def test_what_a_country_is_ready_to_do_is_said_by_its_own() -> None:
    """Nobody calls Baraka Mwinyi Tanzanian; he says what Tanzania is ready to do. What he hopes of Peru says nothing of whose he is."""
    text = (
        "Tanzania and Peru spoke of fishing in Lima. Foreign Minister Baraka Mwinyi said that Tanzania is ready to open its ports to Peru. "
        "He hoped that Peru would do the same for Tanzania."
    )
    assert [(name, country) for name, country, _ in told(text)] == [("Baraka Mwinyi", "TZA")]


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
]


@pytest.mark.parametrize("text", NOBODY)
def test_who_is_nobody(text: str) -> None:
    assert [p.name for p in read(text)] == []


def test_initials_stand_for_the_name_written_out() -> None:
    text = "Deputy Minister Gleb Lindov was in Oslo. Then Deputy Minister G.P. Lindov left."
    assert [(p.name, len(p.mentions)) for p in read(text)] == [("Gleb Lindov", 2)]


OFFICES = [
    # the fields of one ministry, listed
    (
        "Minister for Planning, Development and Reform Asif Iqbal was there.",
        ["Minister for Planning, Development and Reform"],
    ),
    (
        "Egypt's Minister of Foreign Affairs, Emigration and Egyptian Expatriates Badr Lotfy was there.",
        ["Minister of Foreign Affairs, Emigration and Egyptian Expatriates"],
    ),
    # joint by a slash; an abbreviation in brackets is no other office
    (
        "Namibian Deputy Prime Minister/ Foreign Minister, Ms. Nela Shikongo (DPM) was there.",
        ["Deputy Prime Minister", "Foreign Minister"],
    ),
    # a form of address between an office and the name
    ("The Foreign Minister, Professor Idris Ghazali, was there.", ["Foreign Minister"]),
    # where an envoy comes from
    ("The Ambassador-designate from Sudan, His Excellency Mr. Garib Khidir, was there.", ["Ambassador-designate"]),
    # the office is of the one named, whose spokesman or aide is not
    ("A spokesperson for Prime Minister Jelena Kosic said so to the press.", ["Prime Minister"]),
    ("They met an aide to Croatian Prime Minister Jelena Kosic there.", ["Prime Minister"]),
    # a field that no pack lists, a deputy's hyphen, what is no part of the office
    ("Minister for Sustainability Lim Hwee Boon was there.", ["Minister for Sustainability"]),
    ("Vice-Speaker of the Verkhovna Rada Jelena Kosic was there.", ["Vice-Speaker of the Verkhovna Rada"]),
    ("They met His Majesty King Letsie Mokhele of Lesotho.", ["King"]),
    # what somebody deals with is part of the office
    (
        "Mr. Idris Holm, Non-Resident Ambassador of Kenya to Peru, was there.",
        ["Non-Resident Ambassador of Kenya to Peru"],
    ),
    ("The Kremlin's Syria envoy Idris Holm was there.", ["Syria envoy"]),
    (
        "Permanent Secretary for Forestry and the Harbours, Mr Idris Holm, was there.",
        ["Permanent Secretary for Forestry and the Harbours"],
    ),
    (
        "Minister for Harbours, Conservation and Rural Reform Simo Tamate was there.",
        ["Minister for Harbours, Conservation and Rural Reform"],
    ),
    # who quotes puts the office in
    ('"The words of [Kenyan President] Holm are few," they said.', ["President"]),
    # a form of address with an article, a given name that is an outlet's
    ("New Zealand Finance Minister the Rt Hon Jelena Kosic was there.", ["Finance Minister"]),
    ("The Hon. Petra Kosic, Minister for Foreign Affairs, was there.", ["Minister for Foreign Affairs"]),
    # another country's office before it is another's
    ("They met Croatian Prime Minister Jelena Kosic there.", ["Prime Minister"]),
]


BESIDE = [
    # the name before an office is that of another
    ("Otieno and Trade Minister Juma Kamau called on him.", "Juma Kamau", ["Trade Minister"]),
    ("In addition, Otieno Minister and Trade Minister Juma Kamau agreed on it.", "Juma Kamau", ["Trade Minister"]),
    ("Health and Trade Minister Juma Kamau called on him.", "Juma Kamau", ["Health and Trade Minister"]),
]


@pytest.mark.parametrize(("more", "name", "titles"), BESIDE)
def test_the_name_of_another_is_no_office(more: str, name: str, titles: list[str]) -> None:
    people = {p.name: [o.title for o in p.offices] for p in read(f"Foreign Minister Daudi Otieno arrived. {more}")}
    assert people[name] == titles


@pytest.mark.parametrize(("text", "titles"), OFFICES)
def test_offices(text: str, titles: list[str]) -> None:
    (person,) = read(text)
    assert [o.title for o in person.offices] == titles


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
