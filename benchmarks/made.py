"""Dispatches made up by number, the same each time, for measuring a record of any size.

Two ministries and an agency tell of each encounter, quote ten sentences, promise two things, prepare a session of a series or tell of
one held, look back on an earlier encounter, and say now and then that something promised earlier was done or put off. Words come as
in any language: a few often, most seldom.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import accumulate
from typing import Any

from dragoman.dispatch import Dispatch
from dragoman.reading import (
    ACTS,
    Attribution,
    Commitment,
    Dating,
    Encounter,
    Formula,
    Issue,
    Mechanism,
    Office,
    Person,
    Reading,
)
from dragoman.span import Span

START = date(1995, 1, 2)
SIDES = ("NLD", "PRT")
SENTENCES = 10
"""Attributions of one dispatch."""
GIVEN = ["Ana", "Bas", "Cor", "Dirk", "Eva", "Filipa", "Gil", "Hugo", "Ines", "Jan", "Karel", "Lia"]
FAMILY = [
    "Abreu",
    "Bakker",
    "Costa",
    "Dijkstra",
    "Esteves",
    "Faber",
    "Gomes",
    "Hendriks",
    "Inacio",
    "Jonker",
    "Klein",
    "Lobo",
]
PLACES = ("Lisbon", "Porto", "Utrecht", "The Hague", "Faro", "Delft")
ISSUES = tuple(f"issue-{n}" for n in range(12))
PHRASES = tuple(f"phrase-{n}" for n in range(8))
SERIES = tuple(f"{river} Dialogue" for river in ("Tagus", "Meuse", "Douro", "Scheldt", "Mondego"))
EVERY = 25
"""Encounters from one session to the next, series by turns."""
THINGS = [
    "harbour",
    "quota",
    "river",
    "student",
    "bridge",
    "tariff",
    "vessel",
    "archive",
    "visa",
    "cable",
    "pension",
    "orchard",
    "tunnel",
    "museum",
    "ferry",
    "turbine",
    "cork",
    "tulip",
    "canal",
    "lighthouse",
    "customs",
    "railway",
    "satellite",
    "vaccine",
    "library",
    "theatre",
    "olive",
    "cheese",
    "granite",
    "windmill",
    "dyke",
    "sardine",
    "textile",
    "ceramic",
    "timber",
    "wheat",
    "barley",
    "grape",
    "salt",
    "tide",
    "estuary",
    "lagoon",
    "marsh",
    "heath",
    "dune",
    "cliff",
    "quarry",
    "mine",
    "foundry",
    "loom",
    "press",
    "ledger",
    "stamp",
    "census",
    "passport",
    "consulate",
    "registry",
    "tribunal",
    "notary",
    "clinic",
    "pharmacy",
    "laboratory",
    "observatory",
    "greenhouse",
    "vineyard",
    "dairy",
    "bakery",
    "brewery",
    "cannery",
    "shipyard",
    "dock",
    "lock",
    "sluice",
    "pump",
    "dredger",
    "barge",
    "trawler",
    "buoy",
    "radar",
    "beacon",
    "compass",
    "chart",
    "atlas",
    "globe",
    "telescope",
    "microscope",
    "battery",
    "transformer",
    "pylon",
    "grid",
    "reservoir",
    "aqueduct",
    "pipeline",
    "refinery",
    "depot",
    "warehouse",
    "silo",
    "crane",
    "elevator",
    "tram",
    "trolley",
    "bicycle",
    "carriage",
    "viaduct",
    "causeway",
    "roundabout",
]
_COMMON = tuple(accumulate(1 / rank for rank in range(1, len(THINGS) + 1)))
DESKS = ("en", "world")


class _Page:
    """A text that grows sentence by sentence, each with its span."""

    def __init__(self) -> None:
        self.text = ""

    def say(self, sentence: str) -> Span:
        start = len(self.text) + bool(self.text)
        self.text = f"{self.text} {sentence}" if self.text else sentence
        return Span(start, len(self.text))

    def within(self, span: Span, words: str) -> Span:
        start = self.text.index(words, span.start)
        return Span(start, start + len(words))


def things(chance: random.Random, number: int) -> list[str]:
    """So many different words, the first of `THINGS` the most usual."""
    found: dict[str, None] = {}
    while len(found) < number:
        found[chance.choices(THINGS, cum_weights=_COMMON)[0]] = None
    return list(found)


def meeting(number: int) -> tuple[date, list[str], str]:
    """The day, the two people and the place of an encounter."""
    chance = random.Random(number)
    day = START + timedelta(number)
    people = [f"{GIVEN[chance.randrange(12)]} {FAMILY[2 * chance.randrange(6) + side]}" for side in (1, 0)]
    return day, people, chance.choice(PLACES)


def promised(number: int) -> list[str]:
    """What the sides promise in the accounts of an encounter, thing by thing."""
    chance = random.Random(f"promise {number}")
    return [" ".join(things(chance, 4)) for _ in range(2)]


def dispatch(number: int) -> tuple[Dispatch, Reading]:
    """One of three accounts of an encounter."""
    chance, page = random.Random(f"account {number}"), _Page()
    told = number // 3
    day, people, place = meeting(told)
    outlet = ("Ministry in The Hague", "Ministry in Lisbon", "Agency")[number % 3]
    common: dict[str, Any] = {"rule": "made", "countries": SIDES}
    lead = page.say(f"On {day}, Foreign Minister {people[0]} met {people[1]} in {place}.")
    listed = [_person(page, lead, name, country) for name, country in zip(people, SIDES, strict=True)]
    encounters = [
        Encounter(
            evidence=lead,
            kind="meeting",
            date=str(day),
            place=place,
            participants=tuple(people),
            principal=True,
            **common,
            **_session(told),
        )
    ]
    attributions, issues, formulas = [], [], []
    for _ in range(SENTENCES):
        speaker, topic = chance.choice(people), chance.choice(ISSUES)
        said = page.say(
            f"{speaker} said that the {' and the '.join(things(chance, 5))} matter {chance.randrange(99999)}."
        )
        act = chance.choice(ACTS)
        sure = round(chance.uniform(0.3, 1.0), 2)
        attributions.append(
            Attribution(
                evidence=said, rule="made", confidence=sure, speaker=speaker, mode="indirect", act=act, issue=topic
            )
        )
        issues.append(Issue(evidence=said, rule="made", id=topic))
        if chance.random() < 0.3:
            formulas.append(Formula(evidence=said, rule="made", id=chance.choice(PHRASES)))
    promises = []
    for thing in promised(told):
        due = str((day + timedelta(chance.randrange(30, 900))).year) if chance.random() < 0.5 else None
        span = page.say(f"The two sides agreed to build a {thing} programme.")
        promises.append(Commitment(evidence=span, rule="made", kind="agreed", parties=SIDES, due=due))
    series = told // EVERY % len(SERIES)
    nth = told // EVERY // len(SERIES) + 1
    dialogue = page.say(f"They agreed to hold session {nth} of the {SERIES[series]} in {day.year + 1}.")
    promises.append(Commitment(evidence=dialogue, rule="made", kind="agreed", parties=SIDES, due=str(day.year + 1)))
    mechanisms = [Mechanism(evidence=dialogue, rule="made", name=SERIES[series], ordinal=nth)]
    if "mechanism" in _session(told):
        held = page.say(f"It was session {_session(told)['ordinal']} of the {_session(told)['mechanism']}.")
        mechanisms.append(
            Mechanism(evidence=held, rule="made", name=_session(told)["mechanism"], ordinal=_session(told)["ordinal"])
        )
    if told:
        before = chance.choice(promised(chance.randrange(told)))
        ending = "has been completed" if chance.random() < 0.7 else "was postponed"
        page.say(f"The {before} programme {ending}.")
    earlier, others, there = meeting(chance.randrange(told + 1))
    if earlier < day:
        back = page.say(f"{others[0]} and {others[1]} had met in {there} in {earlier:%B %Y}.")
        listed += [
            _person(page, back, name, country)
            for name, country in zip(others, SIDES, strict=True)
            if name not in people
        ]
        recalled = f"{earlier:%Y-%m}"
        encounters.append(
            Encounter(evidence=back, kind="meeting", date=recalled, place=there, participants=tuple(others), **common)
        )
    made = Dispatch(page.text, f"made/{number}", outlet=outlet, published=str(day))
    return made, Reading(
        dispatch=made.id,
        language="en",
        outlet=outlet,
        outlet_country=(*SIDES, None)[number % 3],
        title=f"{people[0]} and {people[1]} in {place}",
        dating=Dating(published=str(day)),
        people=tuple(listed),
        encounters=tuple(encounters),
        attributions=tuple(attributions),
        commitments=tuple(promises),
        mechanisms=tuple(mechanisms),
        issues=tuple(issues),
        formulas=tuple(formulas),
        desks=DESKS,
        desk_hash="made",
        reader_version="made",
    )


def _session(told: int) -> dict[str, Any]:
    """The series and number that an encounter is a session of, where it is one."""
    if told % EVERY != EVERY - 1:
        return {}
    turn = told // EVERY
    return {"mechanism": SERIES[turn % len(SERIES)], "ordinal": turn // len(SERIES) + 1}


def _person(page: _Page, span: Span, name: str, country: str) -> Person:
    office = "Foreign Minister"
    held = page.text[span.start :].startswith("On ") and country == SIDES[0]
    offices = (Office(office, page.within(span, office), role="foreign-minister"),) if held else ()
    where = page.within(span, name)
    return Person(
        evidence=where,
        rule="made",
        name=name,
        country=country,
        kind="official",
        offices=offices,
        mentions=(where,),
    )
