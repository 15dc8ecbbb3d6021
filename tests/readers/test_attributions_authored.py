"""Texts that are one speaker's by their head, and who is taken up again by words that name nobody. The people are invented."""

from __future__ import annotations

import pytest

from dragoman.desk.desk import desk
from dragoman.dispatch import Dispatch
from dragoman.page.lay import lay
from dragoman.readers.found import Found
from dragoman.readers.roll import roll

BOTH = "both sides"


def _speakers(text: str) -> list[tuple[str, str]]:
    """(the first two words of the sentence, its main speaker), in order."""
    page = lay(Dispatch(text), desk(("world", "en")))
    found = Found()
    for reader in roll():
        if reader.YIELDS[0] in ("dating", "people", "attributions"):
            found.take(list(reader.read(page, found)), reader.YIELDS)
    said: dict[str, str] = {}
    for one in found.attributions:
        said.setdefault(" ".join(one.evidence.of(text).split()[:2]), one.speaker)
    return list(said.items())


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # A ministry's statement in the first person
        (
            "Statement by the Ministry of Foreign Affairs on the shelling of Karvol\n\n12 May 2021\n\n"
            "We strongly condemn the shelling of the town of Karvol on 11 May.\n\n"
            "Such acts break the truce. We call on all sides to stop.\n",
            [
                ("We strongly", "Ministry of Foreign Affairs"),
                ("Such acts", "Ministry of Foreign Affairs"),
                ("We call", "Ministry of Foreign Affairs"),
            ],
        ),
        # ... and one that never says "we"
        (
            "Statement of the Foreign Ministry of Norlandia on the fires\n\n"
            "The fires have spread. Norlandia will send ten planes.\n\nThe decree will be signed soon.\n",
            [(v, "Foreign Ministry of Norlandia") for v in ("The fires", "Norlandia will", "The decree")],
        ),
        # A minister's remarks without a label; greetings are left out
        (
            "Foreign Minister Lars Holm's press remarks before the meeting with Kenya\n\nOslo, 4 May 2022\n\nGood morning.\n\n"
            "Kenya is an important partner for us.\n\nWe will discuss fisheries. Some villages have lost their boats.\n",
            [("Kenya is", "Lars Holm"), ("We will", "Lars Holm"), ("Some villages", "Lars Holm")],
        ),
        # A line of a name and an office under the heading
        (
            "Norlandia Welcomes the Truce in Karvol\n\n4 May 2022\n\nAnna B. Lund, Secretary of State\n\n"
            "Norlandia welcomes the truce in Karvol. We thank all who worked for it.\n",
            [("Norlandia welcomes", "Anna B. Lund"), ("We thank", "Anna B. Lund")],
        ),
        # Several ministers together, and a group with a name of its own
        (
            "Joint Statement of the Foreign Ministers of Norway, Kenya and Ghana\n\nWe condemn the attack on the port.\n",
            [("We condemn", BOTH)],
        ),
        (
            "Statement of the G9 Foreign Ministers on the port\n\nWe condemn the attack on the port.\n",
            [("We condemn", "G9 Foreign Ministers")],
        ),
        # A minister's press release: the letterhead says whose it is; what it only tells of the day is left out; both sides agree
        (
            "MINISTER FOR FOREIGN AFFAIRS\n\nThe Hon Anna Lund MP\n\nVISIT TO NAIROBI AND MOMBASA\n\n"
            "On my first visit to Kenya I announced two million crowns for the harbour.\n\n"
            "In Mombasa I met traders and we talked about the weather. I welcome their good work.\n\n"
            "Dr Waweru and I agreed that the fishery talks should begin again. I look forward to them.\n",
            [("On my", "Anna Lund"), ("I welcome", "Anna Lund"), ("Dr Waweru", BOTH), ("I look", "Anna Lund")],
        ),
        # The two sides' own release
        (
            "JOINT MEDIA RELEASE\n\nMinister for Trade Anna Lund and Minister for Trade Juma Waweru\n\n"
            "We reaffirm our support for the harbour. We will build it together.\n",
            [("We reaffirm", BOTH), ("We will", BOTH)],
        ),
        # A transcript is its speakers', as its labels in capitals name them, a slip of the typist's included
        (
            "TRANSCRIPT OF JOINT PRESS CONFERENCE WITH KENYAN FOREIGN MINISTER JUMA WAWERUNGA\n\n"
            "Norwegian Foreign Minister Tom Bergholm and Kenyan Foreign Minister Juma Wawerunga met on 4 May.\n\n"
            "MINISTER WAWERUNGO: I am pleased to welcome my friend to our city.\n\nWe are neighbours across one sea.\n\n"
            "TOM BERGHOLM: I thank you for these words.\n\nOur harbours are open to you.\n",
            [
                ("I am", "Juma Wawerunga"),
                ("We are", "Juma Wawerunga"),
                ("I thank", "Tom Bergholm"),
                ("Our harbours", "Tom Bergholm"),
            ],
        ),
        # Labels on lines of their own, as pages in plain text mark them; who asks says nothing
        (
            "Interview with Norway's Trade Minister Anna Lund\n\n4 May 2022\n\n**Reporter**:\n\nWhat will you do about the harbour?\n\n"
            "**Minister Anna Lund**:\n\nI spoke with my colleague yesterday.\n\nWe are going to build it.\n",
            [("I spoke", "Anna Lund"), ("We are", "Anna Lund")],
        ),
        # A story about remarks is none
        (
            "Remarks by Lars Holm stir debate in Kenya\n\nForeign Minister Lars Holm spoke in Nairobi on Monday.\n\n"
            "The harbour opened in 1964.\n",
            [],
        ),
        # All that follows is attributable to somebody, but for what is another's
        (
            "Call with Mr. Holm\n\nThe below is attributable to Spokesperson Nora Wells:\n\n"
            "Deputy Secretary Ada Penn spoke with Lars Holm of Norway on Monday. She thanked him for the herring.\n\n"
            "We remain committed to the lighthouse.\n",
            [("Deputy Secretary", "Nora Wells"), ("She thanked", "Ada Penn"), ("We remain", "Nora Wells")],
        ),
        # What is announced by "he said:" goes on while it is in the first person
        (
            "Minister Holm visits Peru\n\nMinister Lars Holm of Norway visited Peru on Monday.\n\nFollowing the visit, the Minister said:\n\n"
            "Peru is a dear partner. I was pleased to see the lighthouse.\n\nThis was my first visit to Lima.\n",
            [("Peru is", "Lars Holm"), ("I was", "Lars Holm"), ("This was", "Lars Holm")],
        ),
        # A spokesperson's release tells what others will do, and says what "we" and the state stand for
        (
            "Secretary Holm's Travel to Peru\n\nNora Wells, Department Spokesperson\n\n"
            "Secretary Lars Holm will travel to Lima on July 6. He will meet the fishermen.\n\n"
            "Norway condemns the raid on Callao. We remain committed to our partners.\n",
            [("Norway condemns", "Nora Wells"), ("We remain", "Nora Wells")],
        ),
        # A letter is whose name stands under its leave
        (
            "Letter to the Prime Minister\n\nDear Prime Minister\n\nOn behalf of all fishermen I ask you to look at the quota.\n\n"
            "I believe that the harbour police need more boats.\n\nYours sincerely\n\nPaula Hansen\n\nSenator for Lakeland\n",
            [("On behalf", "Paula Hansen"), ("I believe", "Paula Hansen")],
        ),
        # What one side says is not both sides'
        ("From our side, the answer was that herring is scarce.\n", []),
        # Posts are whose name stands behind them
        (
            "Visit to Peru\n\nForeign Minister Lars Holm of Norway left Lima on Monday.\n\n"
            "Good talks with the fishermen of Callao on the herring and the lighthouse. pic.example/x- Lars Holm (@larsholm) May 17, 2019\n",
            [("Good talks", "Lars Holm")],
        ),
    ],
)
def test_author(text: str, speakers: list[tuple[str, str]]) -> None:
    assert _speakers(text) == speakers


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # An unnamed official goes on as himself
        (
            "The talks have been delayed, a senior Kenyan official said on Monday.\n\n"
            "Foreign Minister Lars Holm of Norway is in Nairobi.\n\nThe text is not ready, the official said.\n",
            [("The talks", "senior Kenyan official"), ("The text", "senior Kenyan official")],
        ),
        # A style
        (
            "King Haakon of Norlandia received the president of Togo, Kossi Amavi, in Norheim on Monday.\n\n"
            "His Majesty voiced his hope that trade would grow.\n",
            [("His Majesty", "Haakon of Norlandia")],
        ),
        # An outlet that comes last only passes on
        (
            "Norway will open a consulate in Mombasa, Foreign Minister Lars Holm said on Monday, Karnews reports.\n",
            [("Norway will", "Lars Holm")],
        ),
        (
            "The claims are baseless, the statement of the Foreign Ministry of Karvol says, Karnews reports.\n",
            [("The claims", "Foreign Ministry of Karvol")],
        ),
        # What one uses to say something
        (
            "Foreign Minister Lars Holm used the visit to urge Kenya to reopen the port.\n",
            [("Foreign Minister", "Lars Holm")],
        ),
        # Called back, and not called to mind
        ("Norway has recalled its ambassador to Kenya for consultations.\n", []),
    ],
)
def test_taken_up(text: str, speakers: list[tuple[str, str]]) -> None:
    assert _speakers(text) == speakers
