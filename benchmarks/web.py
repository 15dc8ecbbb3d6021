"""How long each kind of page takes the server, and how much of it travels, on a record of 100,000 attributions.

    .venv/bin/python benchmarks/web.py [--size 100000] [--record FILE] [--pages overview,search]

The record is that of `made.py`; one that was kept (`benchmarks/record.py --keep`) is used as it is. Of each kind twenty different
addresses are asked, one after the other. Printed: milliseconds from the request to the last byte of the answer, by the clock and by the
processor's time (median and 95th percentile), and the most bytes that an answer travelled with, as browsers ask for it.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote_plus

from made import ISSUES, PHRASES, SENTENCES, THINGS, dispatch, meeting
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.intake import lore
from dragoman.record.store import Record
from dragoman.web.app import create
from dragoman.web.listing import entries
from dragoman.web.settings import Settings

ASKED = 20
"""Addresses of each kind."""
NOW = datetime(2030, 1, 1, tzinfo=UTC)


class Timed:
    """Around the whole application: when an answer's last byte left, and how many there were."""

    def __init__(self, app: ASGIApp) -> None:
        self._app, self.wall, self.cpu, self.bytes = app, 0.0, 0.0, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.bytes = 0

        async def counted(message: Message) -> None:
            self.bytes += len(message.get("body", b""))
            await send(message)

        wall, cpu = time.perf_counter(), time.process_time()
        await self._app(scope, receive, counted)
        self.wall, self.cpu = (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def addresses(client: TestClient, record: Record, last: int) -> Iterator[tuple[str, list[str]]]:
    """Each kind of page with what people ask of it."""
    chance = random.Random("pages")
    days = [meeting(chance.randrange(last // 3)) for _ in range(ASKED)]
    met = [
        client.get("/api/timeline", params={"since": str(day), "until": str(day)}).json()["encounters"][0]
        for day, _, _ in days
    ]
    told = [one["tellings"][0] for one in met]
    spans = [f"{t['evidence']['dispatch']}?span={t['evidence']['start']}-{t['evidence']['end']}" for t in told]
    people = [one["participants"][n % 2]["entry"] for n, one in enumerate(met)]
    owed, series = ([one.entry for one in entries(record, kind)[0]] for kind in ("commitment", "mechanism"))
    names = [quote_plus(who[0]) for _, who, _ in days]
    issues = [chance.choice(ISSUES) for _ in range(ASKED)]
    word = [chance.choice(THINGS) for _ in range(ASKED)]
    yield "overview", ["/", *(f"/?since={day}" for day, _, _ in days[1:])]
    yield "timeline", ["/timeline", *(f"/timeline?offset={n * 60}" for n in range(1, ASKED))]
    yield (
        "timeline, asked",
        [
            f"/timeline?person={name}&since={day.year}&until={day.year}&issue={issue}"
            for (day, _, _), name, issue in zip(days, names, issues, strict=True)
        ],
    )
    yield "encounter", [f"/encounter/{one['entry']}" for one in met]
    yield "dispatch", [f"/dispatch/{span.partition('?')[0]}" for span in spans]
    yield "span", [f"/dispatch/{span}" for span in spans]
    yield "finding", [f"/finding/{one['finding']}" for one in told]
    yield "citation", [f"/cite/{span}" for span in spans]
    yield "person", [f"/person/{key}" for key in people]
    yield "issue", [f"/issue/{key}" for key in issues]
    yield "formula", [f"/formula/{chance.choice(PHRASES)}" for _ in range(ASKED)]
    yield "mechanism", [f"/mechanism/{series[n % len(series)]}" for n in range(ASKED)]
    yield "commitment", [f"/commitment/{key}" for key in owed[:ASKED]]
    yield "ledger", ["/ledger", "/ledger?status=overdue", *(f"/ledger?offset={n * 50}" for n in range(1, ASKED - 1))]
    yield "calendar", ["/calendar", *(f"/calendar?as_of={day}" for day, _, _ in days[1:])]
    yield "formulas", ["/formulas", *(f"/formulas?since={day.year}" for day, _, _ in days[1:])]
    yield "course", ["/course", *(f"/course?since={day}" for day, _, _ in days[1:])]
    yield "people", ["/people", *(f"/people?q={name.partition('+')[0]}" for name in names[1:])]
    yield "issues", ["/issues"] * ASKED
    yield "dispatches", [f"/dispatches?offset={n * 100}" for n in range(ASKED)]
    yield "search", [f"/search?q={one}" for one in word]
    yield (
        "search, fields",
        [f'/search?q=speaker:"{name}"+act:urge+{one}' for name, one in zip(names, word, strict=True)],
    )
    yield "brief", [f"/brief?person={name}&as_of={day}" for name, (day, _, _) in zip(names, days, strict=True)]
    yield "judgements", ["/judgements"] * ASKED


def spread(times: list[float]) -> str:
    ordered = sorted(times)
    return f"{ordered[len(ordered) // 2]:9.1f} {ordered[-(-len(ordered) * 95 // 100) - 1]:9.1f}"


def measure(record: Record, last: int, chosen: Callable[[str], bool]) -> None:
    app = Timed(create(record, Settings(Path(record.where))))
    client = TestClient(app, base_url="http://localhost", headers={"accept-encoding": "gzip"})
    print(f"{'':16}{'by the clock, ms':>19} {'processor, ms':>19} {'bytes':>9} {'unpacked':>9}")
    for name, listed in addresses(client, record, last):
        if not chosen(name):
            continue
        walls, cpus, sizes, whole = [], [], [], []
        client.get(listed[-1])  # desks and templates are read once
        for address in listed:
            answer = client.get(address)
            if answer.status_code != 200:
                print(f"{name:16}{address} answered {answer.status_code}")
                continue
            walls.append(app.wall)
            cpus.append(app.cpu)
            sizes.append(app.bytes)
            whole.append(len(answer.content))
        if walls:
            print(f"{name:16}{spread(walls)}{spread(cpus)} {max(sizes):9,} {max(whole):9,}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--record", type=Path)
    parser.add_argument("--pages", default="")
    asked = parser.parse_args()
    names = {name for name in asked.pages.split(",") if name}
    with tempfile.TemporaryDirectory() as folder, Record.open(asked.record or Path(folder) / "made.db") as record:
        last = record.stats().dispatches
        if not last:
            for number in range(asked.size // SENTENCES):
                record.add(*dispatch(number))
            record.resolve(NOW, lore())
            last = asked.size // SENTENCES
        measure(record, last, lambda name: not names or name in names)


if __name__ == "__main__":
    main()
