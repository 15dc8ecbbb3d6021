"""What counts as an undertaking and what does not, and the words that state it. The people are invented."""

from __future__ import annotations

import pytest

from tests.readers.undertakings import promised, said

UNDERTAKINGS = [
    # open to what, glad to do what, how many meetings, expected when
    "Chile is open to any form of contact with Peru, Prado said.",
    '"We are very happy to provide practical advice to Peru," Prado said.',
    "The next set of meetings will take place on 28 May.",
    "The ministers discussed further negotiations expected to take place later this month in Lima.",
    "The ministers welcomed the agreement in principle to establish a working group on ports.",
    # what is highlighted, offered, agreed as an object, agreed at a meeting that is named, done on a visit
    "Key powers announced that the next meeting of the forum would take place in late May.",
    '"I do want to highlight that, on Thursday, President Reyes will welcome the minister to Lima," her spokesman said.',
    "They met at the League in Santiago, where the ministers agreed to fight smuggling.",
    "Both countries agreed a new partnership on lithium.",
    "Prado offered further assistance for children in Peru.",
    "This support includes a pledge to provide 20 million dollars for Peru.",
    "During the visit, he will hold talks with Minister Reyes.",
    "Payments will be made to Peru by June.",
    # travel beside a place; one's own council told on a day
    "In Santiago, Minister Reyes will address the chamber of trade.",
    "Reyes is scheduled to brief the council on Monday.",
    "Peru would be represented by its ambassador at the talks in Santiago, Reyes said.",
    "Both sides reiterated their interest and commitment to widen military exchanges.",
    "Reyes said she hopes to come soon and that Peru is open to direct talks with Chile.",
    # expected on a day
    "Prado is expected to visit Lima in July.",
    "The new Chilean ambassador is expected to take up her post in June.",
    "Both countries expect to sign the treaty in June.",
    # money and help, given by saying so
    "Chile on Monday announced 20 million dollars in aid for Peru.",
    "Chile announced a new aid package for Peru.",
    "Chile is providing 20 million dollars to rebuild the port of Ilo.",
    "Chile's government approved a 20 million dollar loan to Peru.",
    "The Chilean Aid Agency will invest 20 million dollars in the port of Ilo.",
    "Prado announced the lifting of sanctions on Peru.",
    "The two ministers announced a new partnership on copper.",
    '"I can announce today that Chile is opening a consulate in Ilo," Prado said.',
    "Chile decided to send two rescue ships to Peru.",
    # taken up by the other side
    "Reyes welcomed Chile's decision to open the border.",
    "Reyes thanked Chile for its pledge of 20 million dollars for the port.",
    "Prado informed the president of his decision to open a consulate in Ilo.",
    "The ministers welcomed the decision to open a consulate in Ilo.",
    # what one is assured will not be done
    "Prado assured Reyes that Chile would not fish in Peruvian waters.",
    # who they are: agencies of both, one with another, the doer told above a list
    "The relevant agencies of the two countries will step up exchanges against smuggling.",
    "Reyes said she was open to direct talks with Chile.",
    "Pledged 90 million dollars for the port of Ilo.",
    "Reached an agreement on joint patrols.",
    "Agreed to open a consulate in Ilo.",
    "Peru will seek to speed up the release of the Chilean trawler, Reyes said.",
    "Peru will try to send the engineers to Chile by June, Reyes said.",
    "Under the deal, Peru will pay for the road.",
    "Reyes said that Peru would raise the wages of Chilean teachers in Tacna.",
    "The money for the road will be disbursed in May, Reyes said.",
    '"We want to build the bridge together," said Prado.',
    'Reyes said, "We want to work with our Chilean friends on fisheries."',
    "Reyes said that Lima was ready for the resumption of talks with Santiago.",
    "The two ministers shared the view that Peru and Chile would also work closely on fisheries.",
    "The two ministers shared the view that they will coordinate toward a joint exercise.",
    "Reyes reiterated the commitment to the protection of Chilean fishermen in Peru.",
    "Reyes referred to the government's harbour review, which would be published later this year.",
    "The two also discussed the visit Prado will pay to Arica on 4 May.",
    "The two also discussed the Chilean minister's visit to Arica tomorrow.",
    "Prado informed the president of the king's plan to visit Lima next January.",
    "Reyes said that Peru will continue to support Chile for as long as it takes.",
    "Reyes reaffirmed Peru's commitment to strengthening the security of the region.",
    "The two ministers pledged to remain in close touch.",
    "They concurred in organising a joint exercise in May.",
    "The ministers directed their experts to prepare a draft by 4 May.",
    "Prado assured the fishermen of every help.",
    "Prado accepted an invitation by Reyes to visit Lima next spring.",
    "The two ministers shared the view that a way to share the catch would be found.",
    "Prado announced that visas for Peruvian nurses will be relaxed.",
    "Chilean Farm Minister Rosa Prado is expected in Lima on 12 May, officials said.",
    "Prado vowed never to close the border.",
    "Reyes made an offer to host the next round.",
    "Reyes ratified the will of her government to reopen the post as of 1 December.",
    "The next round has been set for 4 May in Santiago.",
    "The third Peru-Chile Dialogue is due in Santiago on 4 May.",
    "The third Peru-Chile Dialogue is slated for May.",
    "The two discussed the third Peru-Chile Dialogue, to be held in Santiago on 4 May.",
    "The two discussed the third Peru-Chile Dialogue, scheduled for 4 May in Santiago.",
    "The two discussed the third Peru-Chile Dialogue, which opens in Santiago on 4 May.",
    "It was also agreed that the next round be held in Santiago in May.",
    "The parties shall notify each other of exercises ten days in advance.",
    "The two held talks in Quito last year, at which they resolved to set up a business council.",
    "Prado responded that the matter lay with a colleague, to whom he would convey it.",
    "The two countries will co-chair the fourth Joint Commission on 4 May.",
    "Prado will welcome Reyes in Santiago on 4 May.",
    "Reyes is travelling to Arica next week.",
    "Peru will bring forward a bill on fisheries by June, Reyes said.",
    "The European Union will provide 50 million euros for the railway, its ambassador said.",
    "Reyes promised that Peru would open a consulate in Arica by the end of June.",
    "Peru plans to open a consulate in Arica next year, Reyes said.",
    "Peru will open a consulate in Arica once parliament has ratified the treaty, Reyes said.",
    "It was agreed to set up a joint commission on fisheries.",
    "It was decided to hold the next round in Santiago at a mutually convenient time.",
    "The sides agreed on the establishment of a joint commission on fisheries.",
    "The sides reached agreement on opening a second bridge.",
    "The participants agreed on regular contacts between the two coast guards.",
    "The two ministers agreed on a second bridge at Tacna.",
    "Reyes underlined the readiness of the government of Peru to sign the treaty.",
    "The two ministers signed an agreement under which Peru will open its ports to Chilean trawlers.",
    "Reyes is scheduled to visit Santiago in April.",
    "Reyes will visit Santiago from 10 to 12 April at the invitation of Prado.",
    "Talks on the border will resume on Monday in Arica.",
    "The third round of consultations is due to be held in Santiago in May.",
    "Prado offered to host the next round in Santiago.",
    "Both sides expressed their readiness to expand cooperation in mining.",
    "Chile stands ready to mediate, Prado said.",
    "Chile is prepared to mediate, Prado added.",
    '"We are going to build the bridge," Prado told reporters.',
    '"We will build the bridge by 2030," Prado told reporters.',
    "Under the memorandum, the two countries will exchange data on fisheries every month.",
    "The two presidents committed to doubling trade by 2030.",
    "The two presidents committed themselves to doubling trade by 2030.",
    "Peru pledged 20 million dollars for the reconstruction of the port.",
    "Prado assured Reyes that Chile would release the fishermen.",
    "Prado gave an assurance that the fishermen would be released within ten days.",
    "The next meeting of the commission will take place in Santiago in October.",
    "The ministers agreed in principle to share the water of the river.",
    "Following the talks, the ministers announced that a joint patrol would begin in May.",
    "Reyes announced the decision to send two ships to Chile.",
    "Prado confirmed his intention to visit Lima in the second half of the year.",
    "The visit, planned for March, has been postponed to 12 April.",
    "Chile undertakes to publish the data every month.",
    "Reyes told Prado that Peru would join the initiative and would contribute two ships.",
    "Peru is ready, together with Chile, to develop the port of Arica, she noted.",
    "The parties confirmed their mutual interest in cooperation and agreed to speed up work on the draft treaty.",
    "The two sides decided to continue their consultations through diplomatic channels.",
    "Ministers from the two countries vowed to step up the fight against smuggling.",
    "Lima and Santiago will jointly patrol the border from 1 April, the two ministers announced.",
    "Reyes noted Peru's willingness to host the summit in 2026.",
    '"Peru will do everything in its power to find the boat," Reyes said.',
    "The ministers instructed their officials to meet in Arica.",
    '"I will visit Santiago in May," Reyes said.',
    "The minister said his government was determined to finish the road by 2027.",
    "The Chilean side reaffirmed its readiness to resume the supply of electricity.",
    "Reyes made clear that Peru intends to ratify the treaty this year.",
    "A joint working group will be set up to study the matter.",
    "The two sides will set up a joint working group, according to a statement issued after the talks.",
    "Reyes said a joint working group would be established by the end of March.",
    "They also agreed that experts from both countries would meet in Tacna next month.",
    "The leaders tasked their ministers with drafting the accord.",
    "Reyes announced that Peru had decided to open the border on 1 April.",
    "The sides agreed to meet again before the end of 2024.",
    "The ministers confirmed plans to hold joint exercises in September.",
    "The Chilean navy will take part in the exercise from 3 to 9 May.",
    "Chile's president will arrive in Lima on Thursday for a two-day visit.",
    "Chile's president arrives in Lima on Thursday for a two-day visit.",
    "Peru and Chile, he said, would sign the treaty in Arica.",
    "Prado stated that his country would not only open the border but also build a road.",
    "The minister said he would like to work with Peru on a road.",
    "Peru will, in due course, open a consulate in Arica, Reyes said.",
    "Peru is to send two ships.",
    ("The two agreed to strengthen coordination within the United Nations and to support each other's candidatures."),
    "A protocol on the exchange of prisoners is to be signed in Santiago on 4 June.",
    "Prado committed to raising the matter with his president.",
    "Prado said he was committed to raising the matter with his president.",
    "It was announced that Chile will reopen its embassy.",
    "Chile will reopen its embassy in June, a senior official said on condition of anonymity.",
    "Reyes replied that she would travel to Arica.",
    "The countries have undertaken to reduce tariffs by half within five years.",
    "The memorandum provides that the parties will share hydrological data.",
    "Speaking on behalf of the delegation, he vowed that Chile would stand by Peru.",
    "Chile vows to stand by Peru, Prado said.",
    "Chile remains committed to cleaner harbours, Prado said.",
    "Committed to keeping the pass open, Peru and Chile have confirmed their stance.",
    "There was a shared commitment to the development of mining in Peru and Chile.",
    "Work goes on for the forum on Tuesday, where Reyes and Prado will open a bridge.",
    "Reyes said their countries will have talks on fisheries in Santiago in September.",
    "They discussed the session of the two fish boards, which will be held in Tacna on 3 June.",
    "Prado extended his condolences and assured that Chile stands ready to send rescuers.",
    "The two ministers signed a memorandum of understanding to cooperate on ocean research.",
    "A treaty was signed between Peru and Chile to establish a joint court.",
    "Peru and Chile will cooperate in ocean research under the memorandum.",
    "The agreement provides for the construction of two harbours by 2026.",
    "The two sides extended the truce until 1 June.",
    "Reyes said that her country is open to extending the lease.",
    "Peru remains open to dialogue with all sides, Reyes said.",
    "Peru has decided to join the patrol.",
    "Peru will help build a school for fishermen's children, Reyes said.",
    "Peru will extend a line of credit of 300 million dollars to Chile.",
    "Both sides stressed their commitment to dialogue that goes on.",
    "The two leaders shared the view to promote cooperation among their ports.",
    "The ministers committed to regular consultations.",
    "Agreement was also reached on the opening of direct flights.",
    "Reyes accepted an invitation to visit Arica in the autumn.",
    "Prado invited Reyes to visit Arica, who gladly accepted.",
    "The parties welcome the progress and commit to concluding the talks before the end of 2024.",
    "Talks between the two ministers are planned for 7 March.",
    "The talks will continue on Thursday.",
    "When the storm is over, Peru will send engineers, Reyes said.",
    "Reyes, who is to visit Tacna on Thursday, praised the port.",
    "Peru and Chile reaffirmed their common commitment, and firm friendship, in protecting the sea.",
]


@pytest.mark.parametrize("text", UNDERTAKINGS)
def test_one_undertaking(text: str) -> None:
    (found,) = promised(text)
    assert said(text, found) in text


NONE = [
    '"I am happy to take any questions," Reyes said.',
    "Reyes praised a deal that will maximize the number of jobs in Peru.",
    "Prado is taking Chile backwards, just as he is out of step when it comes to preparing for the summit in May.",
    '"I hope to say that Peru will open the port," Reyes said.',
    "Both countries agreed the wording.",
    '"I will kick it over to my colleague," Reyes said.',
    '"We will open it up for questions," Reyes said.',
    "A quarter of the phones sold this year will be made in Peru.",
    "Well, it is to stop smugglers, Reyes said.",
    "Prado said that Peru would pay the price for its deeds.",
    "The generals have vowed vengeance against Chile.",
    "Any travel will be conducted by the rules, Reyes said.",
    "Reyes welcomed an offer by the club to train more players.",
    '"I will give consideration to that," Prado said.',
    "The Chilean peso is expected to fall in June.",
    "The Commission is expected to take up the matter in June.",
    "Chile announced that the talks had ended.",
    "Chile announced 20 million dollars in aid for Peru two years ago.",
    "Chile is providing an example of good rule.",
    "Chile has provided 20 million dollars to Peru.",
    '"I will take two questions," Prado said.',
    '"I will let the minister answer that," Prado said.',
    "Prado vowed to avenge the attack.",
    "The minister accepted that there were delays.",
    # what another is made to say, what is hoped, an anniversary that will come anyway
    "Kenyan Foreign Minister Amos Otunga said: \u201cYou do not come to us and say, \u2018I am going to build your roads.\u2019\u201d",
    '"My hope is that we will open some political space," Kenyan Foreign Minister Amos Otunga said.',
    "In spring we will celebrate ten years of the bridge, Kenyan Foreign Minister Amos Otunga said.",
    "My hope is we will open the road, Reyes said.",
    "Reyes said that the government would raise the minimum wage next year.",
    "The cricket team would travel to Arica in May, Reyes said.",
    "Reyes said that Lima would block any attempt to reopen the text.",
    '"We shall overcome this evil," Reyes said.',
    "Reyes said that the country's tourists would come in greater numbers.",
    "Final decisions will be made by the two presidents.",
    "Prado said that Chile had agreed last year to plant trees on the island.",
    "Reyes will underscore the importance of the bridge.",
    "Reyes will hold talks with Prado and meet traders.",
    "The two countries signed an agreement to ease the trade in fish.",
    "Prado opined that Peru would form a strong chair of the forum.",
    "The review would encompass the lessons of the storm, Reyes said.",
    "The two welcomed an agreement, announced last month, that will lead to cheaper fish.",
    "The two discussed the visit to Arica.",
    "Prado invited Reyes for a visit to Arica next month.",
    "Reyes reaffirmed Peru's commitment to the security of the region.",
    "Prado said the railway would be a boon for both countries.",
    "Reyes hoped that Chile would open its market to Peruvian grapes.",
    "The two ministers agreed on the importance of the port.",
    "The two ministers agreed on many issues.",
    "Prado called on Peru to open its ports by the end of the year.",
    "Reyes said that Chile needs to open its market.",
    "Four days before she was to land in Santiago, Reyes called off her trip.",
    "Four Chilean lines intend to call at Callao from next year, said Pablo Vega, an industrialist.",
    "Prado proposed a third Peru-Chile Dialogue, to be held in Santiago on 4 May.",
    "The third Peru-Chile Dialogue, which opened in Santiago on 4 March, was a success.",
    "Prado assured Reyes of his highest consideration.",
    "The minister instructed his staff to leave.",
    "The talks, which were to have taken place in Santiago in May, were called off.",
    "Peru may open a consulate in Arica next year, Reyes said.",
    "If Chile agrees, Peru will open a consulate in Arica, Reyes said.",
    "Peru will not open a consulate in Arica, Reyes said.",
    "Reyes denied that Peru would open a consulate in Arica.",
    "Reyes invited Prado to visit Cusco.",
    "The agreement will boost trade between the two countries, analysts say.",
    '"Trade will grow by a third next year," said Pablo Vega, an economist at the University of Lima.',
    "Chile is not prepared to mediate, Prado said.",
    '"Will Peru build the bridge?" Prado asked.',
    '"I wonder whether Peru will build the bridge," Prado said.',
    "Prado thanked Reyes for the warm welcome and said he looked forward to seeing her in Santiago.",
    "The last meeting of the commission took place in Santiago in October.",
    "Peru has always been and will always be a friend of Chile, Reyes said.",
    "Reyes expressed confidence that relations would develop further.",
    "Both ministers stressed the need to open a second bridge.",
    "The ministers discussed how the two countries will share the water.",
    "The ministers failed to agree on sharing the water of the river.",
    "The ministers did not agree to share the water.",
    "A spokesman declined to say whether Prado would visit Lima.",
    "Prado said Chile wants to publish the data.",
    "Fishermen say they will block the port on Friday.",
    "Peru would have joined the initiative if it had been asked, Reyes said.",
    "Peru's unwillingness to host the summit was noted.",
    "It is important that both countries will work together, Prado said.",
    '"This will only bring suffering to our peoples," Reyes said.',
    "Whoever violates the border will be punished, Prado warned.",
    "Reyes recalled that Chile had promised in 2015 to build the bridge.",
    "The bridge, which was to be built in 2015, was never begun.",
    "Reyes said that the situation at the border would remain tense.",
    "Prado said Chile would lose a market of two million people.",
    '"We should build the bridge together," said Prado.',
    '"We must build the bridge," said Prado.',
    '"We can build the bridge by 2030," said Prado.',
    "Reyes emphasized that Chile must open the border by June.",
    "The border was opened on 1 April 2010 as the two presidents had agreed.",
    "The two exchanged views on how to carry out the plans agreed in 2019.",
    "Chile's president arrived in Lima on Thursday for a two-day visit.",
    "Observers believe that the president will resign in May.",
    "The minister said he would like to thank Peru for its help.",
    "In case of an attack Peru would close the border, Reyes said.",
    "Were Chile to close the border, Peru would complain to the court, Reyes said.",
    "Peru would consider closing the border, Reyes said.",
    "They shared the view that the court's ruling should be respected.",
    "Prado said he was concerned that Peru would raise the matter.",
    "Reyes said that the goal is to halve the tariff.",
    "Prado voiced his confidence that the next round will be held in good spirit.",
    "The opening of the pass, which had been planned for 2016, was put off by the storm.",
    "The ministers agreed on a joint statement about fisheries.",
    "Peru has raised the matter and will be heard, one paper wrote.",
    "Reyes was asked if she would travel to Arica.",
    "The memorandum, signed in 2012, provided for the sharing of data.",
    "The visit underscores the commitment of Peru to develop the port.",
    "This treaty will further cement the friendship between Peru and Chile, Reyes said.",
    "The visit in May will deal with fisheries, Reyes said.",
    "Reyes admitted that she had won no assurances Chile would open its market.",
    "Peru was obliged to close the port after the storm.",
    "Reyes announced plans for stricter laws to curb smuggling.",
    "The two leaders will discuss trade and security.",
    "The governor will make her own decision about the visit, Reyes said.",
    "Peru will probably send troops in May, an official said.",
    "Peru must be ready to send troops, Reyes said.",
    "Peru is ready to sign only if the tariff is lifted, Reyes said.",
    "Peru will consider sending engineers, Reyes said.",
    "Reyes dismissed reports that Peru would leave the union.",
    "The two ministers had agreed in January to open the border, and did so in February.",
    "In 2019 the two governments agreed to build a port, but nothing came of it.",
    "The ministers agreed to disagree.",
    "A court in Lima will rule on the case on Monday.",
    "Elections will be held in Peru in August 2027.",
    "The opposition will boycott the vote, its leader said.",
    "The former minister is due to appear in court on Friday.",
    "The film is due to be released in May.",
    "The minister said exports would reach 3 billion dollars next year.",
    "Brazil will attack again next year, Reyes said.",
    "Peru will remain a reliable partner, Reyes said.",
    "Justice will prevail, Reyes said.",
    "It is going to take more than ships, Reyes said.",
    "Peru is committed to the principles of the Charter.",
    "It was up to Chile to decide, Reyes said.",
]
"""Hopes, calls, needs, possibilities, hypotheses, denials, forecasts, what is past."""


@pytest.mark.parametrize("text", NONE)
def test_no_undertaking(text: str) -> None:
    assert [said(text, c) for c in promised(text)] == []


SPEECH = "Arrival Speech of Foreign Minister Ana Reyes\n\nSantiago, 5 March 2024\n\nThank you all. Peru and Chile are friends.\n\n"


def test_whoever_speaks_throughout_promises_as_we() -> None:
    (found,) = promised("We will work with Chile to open the pass.", SPEECH)
    assert (
        found.evidence.of(SPEECH + "We will work with Chile to open the pass")
        == "We will work with Chile to open the pass"
    )


def test_where_one_country_alone_is_named_it_promises_nobody_anything() -> None:
    home = "Lima, 5 March 2024\n\nPeruvian President Ana Reyes met the governors of Peru on Tuesday.\n\n"
    assert not promised("Peru will build a new road next year, Reyes said.", home)


LISTS = [
    # how the list is introduced, its kind and parties, its items
    ("The two sides agreed to:", "agreed", ("PER", "CHL"), ["open a consulate in Ilo", "resume flights"]),
    ("Chile will:", "pledged", ("CHL",), ["train forty pilots", "send two boats that can\n  be used at night"]),
    (
        "Today the ministers announced:",
        "agreed",
        ("PER", "CHL"),
        ["a fund for the port", "a joint task force on smuggling"],
    ),
]


@pytest.mark.parametrize(("lead", "kind", "parties", "items"), LISTS)
def test_list(lead: str, kind: str, parties: tuple[str, ...], items: list[str]) -> None:
    text = lead + "\n\n" + "\n".join(f"- {item}." for item in items)
    found = promised(text)
    assert [said(text, c) for c in found] == items
    assert {(c.kind, frozenset(c.parties)) for c in found} == {(kind, frozenset(parties))}


def test_items_that_are_clauses_are_read_by_themselves() -> None:
    text = "The ministers announced:\n\n- Chile will open a consulate in Ilo. Flights were spoken of as well.\n- the port is open"
    assert [said(text, c) for c in promised(text)] == ["Chile will open a consulate in Ilo"]


CLAUSES = [
    ("Prado invited Reyes to visit Arica. The invitation was accepted with pleasure.", "pledged", (), None, "The invitation was accepted with pleasure"),
    ("Chile intends to provide ten buses for the port of Ilo.", "pledged", ("CHL",), None, "Chile intends to provide ten buses for the port of Ilo"),
    ("Peru and Chile intend to cooperate on mapping the sea.", "agreed", ("PER", "CHL"), None, "Peru and Chile intend to cooperate on mapping the sea"),
    ("Prado is in Lima for two days. He will travel on to Quito on Thursday.", "scheduled", ("CHL",), "2024-03-07", "He will travel on to Quito on Thursday"),
    ("Prado is in Lima for two days. The minister will open a fair in Quito on Thursday.", "scheduled", ("CHL",), "2024-03-07", "The minister will open a fair in Quito on Thursday"),
    ("Chilean authorities have assured Lima that the lake will be cleaned up, Reyes said.", "pledged", ("CHL",), None, "the lake will be cleaned up"),
    # text, kind, parties, due, the clause
    (
        "Reyes will pay a three-day working visit to Santiago from Friday.",
        "scheduled", ("PER",), "2024-03-08/2024-03-10",
        "Reyes will pay a three-day working visit to Santiago from Friday",
    ),
    (
        "Reyes promised that Peru would open a consulate in Arica by the end of June.",
        "pledged", ("PER",), "2024-06-30", "Peru would open a consulate in Arica by the end of June",
    ),
    (
        "Chile will build the bridge by 2030, Prado told reporters.",
        "pledged", ("CHL",), "2030", "Chile will build the bridge by 2030",
    ),
    (
        "The two ministers agreed to hold the next round in Santiago this autumn.",
        "agreed", ("PER", "CHL"), "2024-09/2024-11",
        "The two ministers agreed to hold the next round in Santiago this autumn",
    ),
    (
        "The two ministers agreed on Monday to open the bridge in the second quarter.",
        "agreed", ("PER", "CHL"), "2024-04/2024-06",
        "The two ministers agreed on Monday to open the bridge in the second quarter",
    ),
    (
        "Reyes will visit Santiago from 10 to 12 April at the invitation of Prado.",
        "scheduled", ("PER",), "2024-04-10/2024-04-12",
        "Reyes will visit Santiago from 10 to 12 April at the invitation of Prado",
    ),
    (
        "Chile stands ready to mediate and hopes for an early answer, Prado said.",
        "pledged", ("CHL",), None, "Chile stands ready to mediate",
    ),
    (
        "Both sides expressed their readiness to expand cooperation in mining.",
        "agreed", ("PER", "CHL"), None, "their readiness to expand cooperation in mining",
    ),
    (
        "Prado invited Reyes to visit Arica, and she accepted the invitation with pleasure.",
        "pledged", ("PER",), None, "she accepted the invitation with pleasure",
    ),
    (
        "Prado underscored Peru's unwavering commitment to cleaning the harbour.",
        "pledged", ("PER",), None, "Peru's unwavering commitment to cleaning the harbour",
    ),
    (
        '"We have agreed to meet again in June," Reyes told reporters.',
        "agreed", ("PER", "CHL"), "2024-06", "We have agreed to meet again in June",
    ),
    (
        "The visit, planned for March, has been postponed to 12 April.",
        "scheduled", ("PER", "CHL"), "2024-04-12",
        "The visit, planned for March, has been postponed to 12 April",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "parties", "due", "clause"), CLAUSES)
def test_clause(text: str, kind: str, parties: tuple[str, ...], due: str | None, clause: str) -> None:
    (found,) = promised(text)
    assert said(text, found) == clause
    assert (found.kind, set(found.parties), found.due) == (kind, set(parties), due)
