"""The offices that a text gives people, in the words in which it gives them."""

from __future__ import annotations

import pytest

from tests.readers.somebody import read

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
    # what opens the sentence is no part of it
    ("At the beginning Prime Minister Jelena Kosic said so.", ["Prime Minister"]),
    ("On Friday they will meet Prime Minister Jelena Kosic there.", ["Prime Minister"]),
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
    # what says when it was held is no part of it; nor is the country in a body's name
    ("Sri Lanka's new President Nimala Weraduwa Tal was there.", ["President"]),
    ("It goes back to the previous President, Ruwan Talagama.", ["President"]),
    ("US National Security Council spokesman Tom Berg was there.", ["National Security Council spokesman"]),
    # letters in brackets, a dash, an office that opens the sentence
    ("India's National Security Advisor (NSA), Arun Vetrikar, was there.", ["National Security Advisor"]),
    ("The governor of Herat province, Zalmay Torwand -- a soldier -- met them.", ["governor of Herat province"]),
    ("Minister for Finance, Lindsay Corvall was there.", ["Minister for Finance"]),
    (
        "They were briefed by Maj. Gen. Ivar J. Holm, commanding general of the Harbour Command North.",
        ["commanding general of the Harbour Command North"],
    ),
    # where the field ends and the name begins
    (
        "Cabinet Secretary in the Ministry of Trade and Cooperatives Adan Mwangi was there.",
        ["Cabinet Secretary in the Ministry of Trade and Cooperatives"],
    ),
    (
        "Presidential Adviser on the Harbour Process Jesus Malintay was there.",
        ["Presidential Adviser on the Harbour Process"],
    ),
    # a given name that is a country's
    ("Israeli Foreign Minister Israel Tovim was there.", ["Foreign Minister"]),
    # to which somebody is nominated
    (
        "Alan Brockhal, to be Ambassador of the Republic of Kenya to the Kingdom of Denmark, was there.",
        ["Ambassador of the Republic of Kenya to the Kingdom of Denmark"],
    ),
    # another's name before it
    ("The French envoy to Niger and Coast Force Commander Laurent Vasquin was there.", ["Coast Force Commander"]),
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
