"""Eight readers and one writer over one server: nobody sees an error or half a page, and all that was written is found again."""

from __future__ import annotations

import json
import shutil
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import httpx2

from dragoman.record import judgement, schema
from dragoman.record.store import Record
from dragoman.web.settings import Settings
from dragoman.web.tokens import Tokens
from tests.web.browsing import serving

READERS, JUDGEMENTS, EVERY = 8, 16, 8
"""`EVERY`: judgements between two dispatches that the writer adds."""
TOLD = "LIMA, May {n}, 2029 (Herald) -- Foreign Minister Ana Diaz met Foreign Minister Bo Lind in Lima for talks.\n"


@dataclass
class Written:
    """What the server said it has: the place given to a finding by each judgement's id, those taken back, and dispatches."""

    places: dict[str, str] = field(default_factory=dict)
    back: set[str] = field(default_factory=set)
    dispatches: set[str] = field(default_factory=set)


def whole(answer: httpx2.Response) -> str:
    """What is wrong with an answer, empty where nothing is."""
    if answer.status_code != 200:
        return f"{answer.request.url}: {answer.status_code} {answer.text[:200]}"
    if answer.headers["content-type"].startswith("application/json"):
        json.loads(answer.text)
        return ""
    return "" if answer.text.rstrip().endswith("</html>") else f"{answer.request.url}: half a page"


def read(at: str, paths: list[str], first: int, done: threading.Event, seen: Counter[str], wrong: list[str]) -> None:
    """Goes round the pages until the writer is done, and once round at least; what was judged never becomes less."""
    most = 0
    with httpx2.Client(base_url=at, timeout=120, follow_redirects=True) as client:
        number = first
        while not done.is_set() or number < first + len(paths):
            path = paths[number % len(paths)]
            try:
                answer = client.get(path)
                if said := whole(answer):
                    wrong.append(said)
                if path == "/judgements":
                    told = answer.text.count("<strong>correct</strong>")
                    if told < most:
                        wrong.append(f"{told} judgements after {most}")
                    most = told
            except Exception as error:
                wrong.append(f"{path}: {error!r}")
            seen[path] += 1
            number += 1


def write(at: str, token: str, finding: str, wrong: list[str]) -> Written:
    written = Written()
    with httpx2.Client(base_url=at, timeout=120, headers={"authorization": f"Bearer {token}"}) as client:
        for number in range(JUDGEMENTS):
            sent = {"kind": "correct", "a": finding, "field": "place", "value": f"Town {number}"}
            answer = client.post("/api/judgements", json=sent)
            if answer.status_code != 201:
                wrong.append(f"judging: {answer.status_code} {answer.text[:200]}")
                continue
            key = answer.json()["judgement"]
            written.places[key] = f"Town {number}"
            if number % 3 == 2:
                if client.delete(f"/api/judgements/{key}").status_code == 204:
                    written.back.add(key)
                else:
                    wrong.append(f"taking {key} back")
            if number % EVERY == 0:
                job = client.post("/api/dispatches", json={"text": TOLD.format(n=1 + number), "name": "x.txt"}).json()
                while job["state"] not in ("done", "failed"):
                    time.sleep(0.05)
                    job = client.get(f"/api/jobs/{job['job']}").json()
                if job["added"] != 1:
                    wrong.append(f"adding: {job}")
                written.dispatches |= set(job["dispatches"])
    return written


def test_eight_read_while_one_writes(small: Path, tmp_path: Path) -> None:
    for one in small.parent.iterdir():
        shutil.copy(one, tmp_path)
    file = tmp_path / small.name
    token = Tokens(Settings(file).accounts_file).make("kim", "editor", "writes while others read")
    done, seen, wrong = threading.Event(), Counter[str](), list[str]()
    with serving(file) as at:
        met, other = httpx2.get(f"{at}/api/timeline", timeout=60).json()["encounters"]  # one corrected, one read
        telling = met["tellings"][0]
        paths = [
            "/", "/timeline", "/ledger", "/judgements", "/people", "/search?q=Lima", f"/encounter/{other['entry']}",
            f"/dispatch/{telling['evidence']['dispatch']}", f"/finding/{telling['finding']}", "/api/timeline", "/calendar",
        ]  # fmt: skip
        readers = [
            threading.Thread(target=read, args=(at, paths, number, done, seen, wrong)) for number in range(READERS)
        ]
        for reader in readers:
            reader.start()
        try:
            written = write(at, token, telling["finding"], wrong)
        finally:
            done.set()
            for reader in readers:
                reader.join()
    assert wrong == []
    assert set(seen) == set(paths)
    assert len(written.places) == JUDGEMENTS
    assert len(written.dispatches) == JUDGEMENTS // EVERY
    with Record.open(file) as record:
        with record.reads() as connection:
            kept = judgement.judgements(connection, schema.judgement.c.by_hand.is_(True))
            there = set(connection.execute(schema.dispatch.select()).scalars())
        assert {one.id: one.value for one in kept} == written.places
        assert {one.id for one in kept if one.revoked_at} == written.back
        assert written.dispatches <= there
        assert record.reading(telling["evidence"]["dispatch"]).encounters
        assert record.stats().pending == 0
