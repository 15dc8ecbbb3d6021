"""Named documents and schemes, once each."""

from __future__ import annotations

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers import instruments
from dragoman.readers.found import Found


def _read(text: str) -> list[str]:
    return [i.name for i in instruments.read(lay(Dispatch(text), desk(("world", "en"))), Found())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "They signed the Protocol on the Joint Survey of the Upper Nile.",
            ["Protocol on the Joint Survey of the Upper Nile"],
        ),
        ("Under the 1974 Harbour Dues Convention, ships pay once.", ["1974 Harbour Dues Convention"]),
        ("The Treaty of Amity, Trade and Navigation stands.", ["Treaty of Amity, Trade and Navigation"]),
        ("The Lagos Arrangement on joint patrols was extended.", ["Lagos Arrangement"]),
        ('It flows from the initiative "Bridges for Many", he said.', ["Bridges for Many"]),
        # A deal by its year, a resolution by its number, a name that goes on
        ("He spoke of the 2015 harbour deal.", ["2015 harbour deal"]),
        ("He recalled UN Security Council resolution 242.", ["UN Security Council resolution 242"]),
        (
            "They signed a Memorandum of Guidance as to the Enforcement of Fines.",
            ["Memorandum of Guidance as to the Enforcement of Fines"],
        ),
        ("The Anglo-Peruvian agreement was cited.", ["Anglo-Peruvian agreement"]),
        # Signed, counted by its points, or a nation's initiative
        ("Peru and Norway signed a harbour dues agreement that helps both.", ["harbour dues agreement"]),
        ("Peru and Norway signed a framework agreement.", ["framework agreement"]),
        ("Peru and Norway signed a new bilateral agreement.", []),
        ("They ended the row under a 12-point memorandum of understanding.", ["12-point memorandum of understanding"]),
        ("Reyes praised the Norwegian peace initiative.", ["Norwegian peace initiative"]),
        ('The ship, also called "Q-Nine", lay in Oslo.', []),
        # Told apart by its parties alone, or only describing what follows, it is none; nor is a judgement in quotation marks
        ("They signed a Memorandum of Understanding between the Ministry of Ports and the Coast Guard.", []),
        ("He spoke at the Lima Law Week on Dispute Resolution.", []),
        # A body, a gathering, a headline
        ("It was paid by the International Monetary Fund (IMF) and by the Convention Development Corporation.", []),
        ("They met at the 12th Harbour Pilots Convention in Lima.", []),
        ('The report was titled "Peru reaffirms neutral diplomacy" and long.', []),
        ("He said so. DEFENSE MINISTERS THRASH OUT NEW SUPPORT PLAN FOR PERU After the speech he left.", []),
        ('He called the arrests "sad and unwarranted" and left.', []),
        # An abbreviation counts with the name it stands for
        ("The Lake Fisheries Agreement (LFA) is old, but the LFA still binds both.", ["Lake Fisheries Agreement"]),
        (
            "The Lake Fisheries Agreement is old. Nobody reads the Fisheries Agreement now.",
            ["Lake Fisheries Agreement"],
        ),
        # Small letters with a year, a place or what is founded; a year or a number alone; the town where it was signed
        (
            "They recalled the 2019 fishery memorandum between Kenya and Norway.",
            ["2019 fishery memorandum between Kenya and Norway"],
        ),
        ("The Geneva peace agreement still stands.", ["Geneva peace agreement"]),
        # Plans told apart by their year alone, where they are signed
        ("The ministers signed the 2019 military cooperation programme.", ["2019 military cooperation programme"]),
        ("The technical cooperation plan for 2022 was signed.", ["technical cooperation plan for 2022"]),
        ("The cooperation plan for 2022 is late.", []),
        ("They signed the treaty on the Lake Victoria Union.", ["treaty on the Lake Victoria Union"]),
        ("It extends the 1998 Agreement and the Protocol of 2002.", ["1998 Agreement", "Protocol of 2002"]),
        ("Minute 331 rests on the Treaty of Nairobi.", ["Minute 331", "Treaty of Nairobi"]),
        ("A trade agreement was signed in Oslo.", []),
        # An abbreviation may stand within the name; days and years belong to it
        (
            "They signed a Memorandum of Understanding (MoU) on Legal Aid.",
            ["Memorandum of Understanding (MoU) on Legal Aid"],
        ),
        ("It rests on the Harbour Understanding of 12 May 1998.", ["Harbour Understanding of 12 May 1998"]),
        ("They extended the Joint Reef Programme (2022-2027) again.", ["Joint Reef Programme (2022-2027)"]),
        ("They read the Roadmap for Blue Ports 2030 and Vision 2040.", ["Roadmap for Blue Ports 2030", "Vision 2040"]),
        # What it is about may stand in small letters; the next document is another one
        (
            "An Agreement on the exchange of tide tables was signed in Suva.",
            ["Agreement on the exchange of tide tables"],
        ),
        (
            "He named the Suva Convention on Coral Reefs and the Good Sunday Agreement.",
            ["Suva Convention on Coral Reefs", "Good Sunday Agreement"],
        ),
        # A kind of document may only describe an office or a gathering; Bill may be a man
        ("The Protocol Department greeted him at the Lake Agreement Forum.", []),
        ("Mayor Bill Harrow signed two Memoranda of Understanding.", []),
        # Without a name of its own a document is none, nor is a standing of relations
        ("The Agreement entered into force. The Memorandum of Understanding was signed.", []),
        ("They signed an agreement and a protocol on Monday.", []),
        ("The Comprehensive Strategic Partnership was praised.", []),
        ('He wrote "Smiles and Ships" in a newspaper.', []),
    ],
)
def test_documents(text: str, expected: list[str]) -> None:
    assert _read(text) == expected


def test_evidence_is_the_name() -> None:
    text = "Both praised the Lagos Arrangement."
    (instrument,) = instruments.read(lay(Dispatch(text), desk(("world", "en"))), Found())
    assert instrument.evidence.of(text) == "Lagos Arrangement"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Letters in brackets before what a document is about, and the years it is for
        (
            "They signed a Memorandum of Agreement (MOA) concerning the training of harbour pilots.",
            ["Memorandum of Agreement (MOA) concerning the training of harbour pilots"],
        ),
        (
            "Later a Memorandum of Understanding (MoU) on help against forest fires was extended.",
            ["Memorandum of Understanding (MoU) on help against forest fires"],
        ),
        ("They launched the Fisheries Programme of 2031 to 2035.", ["Fisheries Programme of 2031 to 2035"]),
        # Joint statements by their parties
        ("Peru rejects the Joint Statement between Norway and Chile.", ["Joint Statement between Norway and Chile"]),
        ("It stands in the Norway-Peru joint statement.", ["Norway-Peru joint statement"]),
        # Kinds written small, told apart by their matter
        ("They are to conclude a fisheries inspection agreement.", ["fisheries inspection agreement"]),
        ("In a joint vision statement they spoke of ports.", ["joint vision statement"]),
        ("The ministers signed a memorandum of understanding.", ["memorandum of understanding"]),
        # A policy by its name in capitals
        ("Norway returned to its Open Harbours policy.", ["Open Harbours policy"]),
        # What tells of no document by its matter
        ("They hope for a possible hostage agreement.", []),
        ("They reached a new bilateral agreement.", []),
        ("He read out a joint statement.", []),
        ("The Memorandum of Understanding (MOU) was mentioned.", []),
        ("The money came from the United Nations Harbour Fund.", []),
        ("She criticised the Norwegian Government policy.", []),
    ],
)
def test_documents_by_what_they_are_about(text: str, expected: list[str]) -> None:
    assert _read(text) == expected
