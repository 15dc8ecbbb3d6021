"""How a record answers as it grows: what one new dispatch costs, and how long each view takes, at 1,000, 10,000 and 100,000 attributions.

    .venv/bin/python benchmarks/record.py [--sizes 1000,10000,100000] [--folder FOLDER]

The dispatches are made up by number, the same each time: two sides and an agency tell of each encounter, look back on earlier ones,
quote ten sentences and promise things. Printed: seconds to build, milliseconds to add and to resolve one dispatch more (median and
95th percentile of 20), and milliseconds of each view over its queries (95th percentile of 20).
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from dragoman.dispatch import Dispatch
from dragoman.errors import DragomanError
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
from dragoman.record.store import Record
from dragoman.span import Span
from dragoman.views.query import Query
from dragoman.views.roll import roll

NOW = datetime(2030, 1, 1, tzinfo=UTC)
START = date(1995, 1, 2)
SIDES = ("NLD", "PRT")
GIVEN = ("Ana", "Bas", "Cor", "Dirk", "Eva", "Filipa", "Gil", "Hugo", "Ines", "Jan", "Karel", "Lia")
FAMILY = (
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
)
PLACES = ("Lisbon", "Porto", "Utrecht", "The Hague", "Faro", "Delft")
ISSUES = tuple(f"issue-{n}" for n in range(12))
PHRASES = tuple(f"phrase-{n}" for n in range(8))
WORDS = [
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
]
SENTENCES = 10


class Page:
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


def meeting(number: int) -> tuple[date, list[str], str]:
    """The day, the two people and the place of an encounter."""
    chance = random.Random(number)
    day = START + timedelta(number)
    people = [f"{GIVEN[chance.randrange(12)]} {FAMILY[2 * chance.randrange(6) + side]}" for side in (1, 0)]
    return day, people, chance.choice(PLACES)


def dispatch(number: int) -> tuple[Dispatch, Reading]:
    """One of three accounts of an encounter, with ten attributed sentences, two undertakings and a look back."""
    chance, page = random.Random(f"account {number}"), Page()
    day, people, place = meeting(number // 3)
    outlet = ("Ministry in The Hague", "Ministry in Lisbon", "Agency")[number % 3]
    lead = page.say(f"On {day}, Foreign Minister {people[0]} met {people[1]} in {place}.")
    listed = [
        Person(
            evidence=page.within(lead, name),
            rule="made",
            name=name,
            country=country,
            kind="official",
            offices=(Office("Foreign Minister", page.within(lead, "Foreign Minister")),),
        )
        for name, country in zip(people, SIDES, strict=True)
    ]
    common: dict[str, Any] = {"rule": "made", "participants": tuple(people), "countries": SIDES}
    encounters = [Encounter(evidence=lead, kind="meeting", date=str(day), place=place, principal=True, **common)]
    attributions, issues, formulas = [], [], []
    for _ in range(SENTENCES):
        speaker, topic = chance.choice(people), chance.choice(ISSUES)
        said = page.say(
            f"{speaker} said that the {' and the '.join(chance.sample(WORDS, 5))} matter {chance.randrange(99999)}."
        )
        attributions.append(
            Attribution(
                evidence=said, rule="made", speaker=speaker, mode="indirect", act=chance.choice(ACTS), issue=topic
            )
        )
        issues.append(Issue(evidence=said, rule="made", id=topic))
        if chance.random() < 0.3:
            formulas.append(Formula(evidence=said, rule="made", id=chance.choice(PHRASES)))
    promises = []
    for _ in range(2):
        words = chance.sample(WORDS, 4)
        due = str((day + timedelta(chance.randrange(30, 900))).year) if chance.random() < 0.5 else None
        span = page.say(f"The two sides agreed to open a {' '.join(words)} programme.")
        promises.append(Commitment(evidence=span, rule="made", kind="agreed", parties=SIDES, due=due))
    session = number // 3 // 50 + 1
    dialogue = page.say(f"They prepared session {session} of the Tagus Dialogue.")
    earlier, others, there = meeting(chance.randrange(max(1, number // 3 + 1)))
    if earlier < day:
        back = page.say(f"{others[0]} and {others[1]} had met in {there} in {earlier:%B %Y}.")
        for name, country in zip(others, SIDES, strict=True):
            if name not in people:
                span = page.within(back, name)
                listed.append(Person(evidence=span, rule="made", name=name, country=country, kind="official"))
        recalled: dict[str, Any] = {**common, "participants": tuple(others), "date": f"{earlier:%Y-%m}", "place": there}
        encounters.append(Encounter(evidence=back, kind="meeting", **recalled))
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
        mechanisms=(Mechanism(evidence=dialogue, rule="made", name="Tagus Dialogue", ordinal=session),),
        issues=tuple(issues),
        formulas=tuple(formulas),
        desk_hash="made",
        reader_version="made",
    )


def timed(call: Callable[[], Any]) -> float:
    """Milliseconds."""
    start = time.perf_counter()
    call()
    return (time.perf_counter() - start) * 1000


def spread(times: list[float]) -> str:
    ordered = sorted(times)
    return f"{ordered[len(ordered) // 2]:8.1f} {ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]:8.1f}"


def queries(name: str, record: Record, last: int) -> Iterator[Query]:
    """Twenty things that a reader would ask a view of a record with so many dispatches."""
    for n in range(20):
        chance = random.Random(f"{name} {n}")
        day, people, _ = meeting(chance.randrange(max(1, last // 3)))
        year: dict[str, Any] = {"since": date(day.year, 1, 1), "until": date(day.year, 12, 31)}
        entry = next(iter(_encounters(record, day)), None)
        yield {
            "compare": Query(entry=entry),
            "show": Query(entry=entry),
            "timeline": Query(limit=50) if n % 2 else Query(person=people[0], **year),
            "person": Query(person=people[0]),
            "issue": Query(issue=chance.choice(ISSUES)),
            "search": Query(words=chance.choice(WORDS), limit=20),
            "brief": Query(person=people[0], **year),
            "calendar": Query(),
            "ledger": Query(limit=50) if n % 2 else Query(side=SIDES[n % 4 // 2], limit=50),
        }.get(name, Query(**year) if n % 2 else Query(limit=50))


def _encounters(record: Record, day: date) -> list[str]:
    from sqlalchemy import select

    from dragoman.record import schema

    table = schema.entry.c
    with record.reads() as connection:
        wanted = select(table.id).where(
            table.kind == "encounter", table.first_day == str(day), table.last_day == str(day)
        )
        return list(connection.execute(wanted).scalars())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--no-views", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder, Record.open(Path(folder) / "benchmark.db") as record:
        number = 0
        for size in (int(part) for part in asked.sizes.split(",")):
            start = time.perf_counter()
            while number < size // SENTENCES:
                record.add(*dispatch(number))
                number += 1
            record.resolve(NOW)
            print(f"\n{size:,} attributions, {number:,} dispatches: {time.perf_counter() - start:.1f} s to build")
            adds, resolves = [], []
            for _ in range(20):
                more = dispatch(number)
                adds.append(timed(lambda: record.add(*more)))  # noqa: B023  (called at once)
                resolves.append(timed(lambda: record.resolve(NOW)))
                number += 1
            print(f"{'':24}{'median':>8} {'95th':>8}   ms")
            print(f"{'add one dispatch':24}{spread(adds)}\n{'resolve it':24}{spread(resolves)}")
            for name, view in {} if asked.no_views else roll().items():
                times = []
                for query in queries(name, record, number):
                    try:
                        times.append(timed(lambda: view.view(record, query)))  # noqa: B023
                    except DragomanError as error:
                        print(f"view {name:19}{error}")
                        break
                if times:
                    print(f"{'view ' + name:24}{spread(times)}")


if __name__ == "__main__":
    main()
