"""How a record answers as it grows: what one new dispatch costs, and how long each view takes, at 1,000, 10,000 and 100,000 attributions.

    .venv/bin/python benchmarks/record.py [--sizes 1000,10000,100000] [--keep FOLDER] [--views ledger,calendar]

The dispatches are those of `made.py`. Printed: seconds to build, milliseconds to add and to resolve one dispatch more, and milliseconds
of each view over twenty different queries; median and 95th percentile, by the clock and by the processor's time, which other programs
on the machine disturb less. With `--keep` the records stay in a folder and are used again
(`--sizes 100000 --no-growth` measures the views of one alone).
"""

from __future__ import annotations

import argparse
import random
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from made import ISSUES, SENTENCES, SERIES, SIDES, THINGS, dispatch, meeting

from dragoman.errors import DragomanError
from dragoman.intake import lore
from dragoman.record.store import Record
from dragoman.views.query import Query
from dragoman.views.roll import roll

NOW = datetime(2030, 1, 1, tzinfo=UTC)
MORE = 20
"""Dispatches added one by one, and queries asked of each view."""

Times = list[tuple[float, float]]


def timed(call: Callable[[], Any]) -> tuple[float, float]:
    """Milliseconds by the clock and by the processor."""
    wall, cpu = time.perf_counter(), time.process_time()
    call()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def spread(times: Times) -> str:
    said = []
    for one in zip(*times, strict=True):
        ordered = sorted(one)
        said.append(f"{ordered[len(ordered) // 2]:9.1f} {ordered[-(-len(ordered) * 95 // 100) - 1]:9.1f}")
    return "".join(said)


def queries(name: str, record: Record, last: int) -> Iterator[Query]:
    """Twenty things that a reader would ask a view of a record with so many dispatches."""
    for n in range(MORE):
        chance = random.Random(f"{name} {n}")
        day, people, _ = meeting(chance.randrange(max(1, last // 3)))
        year: dict[str, Any] = {"since": date(day.year, 1, 1), "until": date(day.year, 12, 31)}
        side = SIDES[n // 2 % 2]
        some: dict[str, list[Query]] = {
            "timeline": [Query(limit=50), Query(person=people[0], **year), Query(level="ministers"), Query(as_of=day)],
            "person": [Query(person=people[0]), Query(person=people[1], issue=chance.choice(ISSUES))],
            "issue": [Query(issue=chance.choice(ISSUES)), Query(issue=chance.choice(ISSUES), side=side, **year)],
            "search": [
                Query(words=chance.choice(THINGS), limit=20),
                Query(words=f'speaker:"{people[0]}" act:urge {chance.choice(THINGS)}', limit=20),
                Query(words=f"side:{side} issue:{chance.choice(ISSUES)} {day.year}..{day.year + 2}", limit=20),
            ],
            "brief": [Query(person=people[0], as_of=day), Query(person=people[0]), Query(issue=chance.choice(ISSUES))],
            "calendar": [Query(), Query(as_of=day), Query(mechanism=chance.choice(SERIES))],
            "ledger": [
                Query(),
                Query(side=side, limit=50),
                Query(status="overdue", as_of=day),
                Query(status="kept", limit=50),
                Query(person=people[0], as_of=day),
            ],
            "formulas": [Query(), Query(words=f"phrase-{chance.randrange(8)}"), Query(**year), Query(side=side)],
            "course": [Query(), Query(**year), Query(side=side), Query(since=day)],
        }
        if name in ("compare", "show"):
            encounters = record_entries(record, day)
            yield Query(entry=encounters[0]) if encounters else Query()
        else:
            listed = some.get(name, [Query()])
            yield listed[n % len(listed)]


def record_entries(record: Record, day: date) -> list[str]:
    """The encounters of a day."""
    found = roll()["timeline"].view(record, Query(since=day, until=day)).encounters
    return [one.entry for one in found if one.date == str(day)]


def build(record: Record, number: int, size: int) -> int:
    """Adds dispatches up to a size and resolves; gives their number."""
    start = time.perf_counter()
    while number < size // SENTENCES:
        record.add(*dispatch(number))
        number += 1
    record.resolve(NOW, lore())
    print(f"\n{size:,} attributions, {number:,} dispatches: {time.perf_counter() - start:.1f} s to build", flush=True)
    return number


def grow(record: Record, number: int) -> None:
    """Times dispatches added one by one."""
    adds: Times = []
    resolves: Times = []
    for more in range(number, number + MORE):
        made = dispatch(more)
        adds.append(timed(lambda: record.add(*made)))  # noqa: B023  (called at once)
        resolves.append(timed(lambda: record.resolve(NOW)))
    print(f"{'add one dispatch':20}{spread(adds)}\n{'resolve it':20}{spread(resolves)}", flush=True)


def answer(record: Record, number: int, chosen: list[str]) -> None:
    """Times each view."""
    for name, view in roll().items():
        if chosen and name not in chosen:
            continue
        times: Times = []
        view.view(record, next(queries(name, record, number)))  # desks are read once
        for query in queries(name, record, number):
            try:
                times.append(timed(lambda: view.view(record, query)))  # noqa: B023
            except DragomanError as error:
                print(f"view {name:15}{query} {error}")
        print(f"{'view ' + name:20}{spread(times)}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--views", default="")
    parser.add_argument("--no-growth", action="store_true", help="views alone; a record that was kept is not copied")
    asked = parser.parse_args()
    chosen = [name for name in asked.views.split(",") if name]
    with tempfile.TemporaryDirectory() as scratch:
        folder, before, number = asked.keep or Path(scratch), None, 0
        folder.mkdir(parents=True, exist_ok=True)
        for size in (int(part) for part in asked.sizes.split(",")):
            file = folder / f"{size}.db"
            if not file.exists():
                if before:
                    shutil.copy(before, file)
                with Record.open(file) as record:
                    build(record, number, size)
            number, before = size // SENTENCES, file
            copy = file
            if not asked.no_growth:
                copy = Path(scratch) / "one.db"
                shutil.copy(file, copy)
            print(f"{size:,} attributions {'by the clock, ms':>19} {'processor, ms':>19}")
            print(f"{'':20}{'median':>9} {'95th':>9}{'median':>9} {'95th':>9}")
            with Record.open(copy) as record:
                if not asked.no_growth:
                    grow(record, number)
                answer(record, number, chosen)


if __name__ == "__main__":
    main()
