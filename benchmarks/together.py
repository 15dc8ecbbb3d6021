"""Eight readers and one writer on one server for a minute: nobody sees an error, and nothing that was written is lost.

    .venv/bin/python benchmarks/together.py [--seconds 60] [--readers 8] [--size 10000] [--record FILE]

The record is that of `made.py`, or a copy of the one given. Readers walk through pages over HTTP; the writer corrects the act of one
attribution after the other and meanwhile lets dispatches be added, by token. Printed: answers with their longest and 95th percentile times, errors and pages
that came in half, judgements (with their values) and dispatches written and found again after the server stopped. The exit status is 1 where anything is missing.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import httpx2
import uvicorn
from made import SENTENCES, dispatch

from dragoman.intake import lore
from dragoman.reading import ACTS
from dragoman.record import judgement, schema
from dragoman.record.store import Record
from dragoman.web.accounts import Accounts
from dragoman.web.app import create
from dragoman.web.settings import Settings
from dragoman.web.tokens import Tokens

NOW = datetime(2030, 1, 1, tzinfo=UTC)


@dataclass
class Seen:
    codes: Counter[int] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    judged: dict[str, str] = field(default_factory=dict)
    given: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


def read(at: str, paths: list[str], first: int, until: float, seen: Seen) -> None:
    with httpx2.Client(base_url=at, timeout=120, follow_redirects=True) as client:
        number = first
        while time.monotonic() < until:
            start = time.perf_counter()
            try:
                answer = client.get(paths[number % len(paths)])
            except httpx2.HTTPError as error:
                seen.failed.append(f"{paths[number % len(paths)]}: {error!r}")
                continue
            if not answer.text.rstrip().endswith("</html>"):
                seen.failed.append(f"{paths[number % len(paths)]}: half a page")
            with seen.lock:
                seen.codes[answer.status_code] += 1
                seen.times.append((time.perf_counter() - start) * 1000)
            number += 1


def write(at: str, token: str, findings: list[str], until: float, seen: Seen) -> None:
    """Judges one attribution after the other; a dispatch is given as soon as the one before it is in the record, and asked after between
    judgements. What was given is waited for at the end."""
    with httpx2.Client(base_url=at, timeout=120, headers={"authorization": f"Bearer {token}"}) as client:
        number, job = 0, None
        while (more := time.monotonic() < until) or job:
            if more:
                sent = {"kind": "correct", "a": findings[number % len(findings)], "field": "act"}
                sent["value"] = ACTS[number % len(ACTS)]
                answer = client.post("/api/judgements", json=sent)
                seen.codes[answer.status_code] += 1
                if answer.status_code == 201:
                    seen.judged[answer.json()["judgement"]] = sent["value"]
                number += 1
            if job:
                told = client.get(f"/api/jobs/{job}")
                seen.codes[told.status_code] += 1
                if told.json()["state"] in ("done", "failed"):
                    seen.given += told.json()["dispatches"]
                    if not told.json()["added"]:
                        seen.failed.append(f"{job}: {told.json()}")
                    job = None
            elif more:
                text = f"LIMA, May 5, 2029 (Herald) -- Ana Diaz met Bo Lind in Lima on Saturday for round {number}.\n"
                answer = client.post("/api/dispatches", json={"text": text, "name": f"{number}.txt"})
                seen.codes[answer.status_code] += 1
                job = answer.json().get("job")
            if not more:
                time.sleep(0.1)


def together(file: Path, readers: int, seconds: float) -> Seen:
    """What everyone saw."""
    accounts = Settings(file).accounts_file
    Accounts(accounts).add("kim", "editor", "a password for a minute")
    token, seen = Tokens(accounts).make("kim", "editor", "benchmark"), Seen()
    with Record.open(file) as record:
        app = create(record, Settings(file))
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", ws="none", lifespan="off"))
        serving = threading.Thread(target=server.run)
        serving.start()
        while not server.started:
            time.sleep(0.05)
        at = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        met = httpx2.get(f"{at}/api/timeline?limit=100", timeout=120).json()["encounters"]
        told = [telling for one in met for telling in one["tellings"][:1]]
        shown = [
            httpx2.get(f"{at}/api/show?entry={one['evidence']['dispatch']}", timeout=120).json()["findings"]
            for one in told[:20]
        ]
        findings = [one["finding"] for listed in shown for one in listed if one["kind"] == "attribution"]
        paths = ["/timeline", "/people", "/search?q=river", "/dispatches", "/judgements", "/issues"]
        paths += [f"/encounter/{one['entry']}" for one in met[:20]]
        paths += [f"/dispatch/{one['evidence']['dispatch']}" for one in told[:20]]
        until = time.monotonic() + seconds
        threads = [threading.Thread(target=read, args=(at, paths, 7 * n, until, seen)) for n in range(readers)]
        threads.append(threading.Thread(target=write, args=(at, token, findings, until, seen)))
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        server.should_exit = True
        serving.join()
        app.state.jobs.stop()
    return seen


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--record", type=Path)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "made.db"
        if asked.record:
            shutil.copy(asked.record, file)
        else:
            with Record.open(file) as record:
                for number in range(asked.size // SENTENCES):
                    record.add(*dispatch(number))
                record.resolve(NOW, lore())
        seen = together(file, asked.readers, asked.seconds)
        with Record.open(file) as record, record.reads() as connection:
            kept = {one.id: one.value for one in judgement.judgements(connection, schema.judgement.c.by_hand.is_(True))}
            there = {row.id for row in connection.execute(schema.dispatch.select())}
    ordered = sorted(seen.times)
    lost = [key for key, value in seen.judged.items() if kept.get(key) != value]
    lost += [key for key in seen.given if key not in there]
    print(f"{len(ordered):,} answers to {asked.readers} readers in {asked.seconds:g} s, "
          f"95th percentile {ordered[-(-len(ordered) * 95 // 100) - 1]:.0f} ms, longest {ordered[-1]:.0f} ms")  # fmt: skip
    print(f"status codes: {dict(seen.codes)}; broken off: {len(seen.failed)}")
    for one in seen.failed:
        print(one)
    print(f"{len(seen.judged)} judgements and {len(seen.given)} dispatches written, {len(lost)} lost")
    wrong = seen.failed or lost or not seen.judged or any(code >= 400 for code in seen.codes)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
