"""`add` with web addresses among its sources."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from dragoman.dispatch import Dispatch
from dragoman.fetch import fetch
from dragoman.sources.gather import Skipped
from tests.cli.conftest import Call


def test_files_and_addresses_in_the_order_they_were_named(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[list[str]] = []

    def fetched(addresses: Iterable[str]) -> Iterator[Dispatch | Skipped]:
        asked.append(list(addresses))
        yield Dispatch("Foreign Minister Ana Diaz met Foreign Minister Bo Lind in Lima.", "https://a.example/1")
        yield Skipped("https://a.example/2", "was answered with status 404 (look at it in a browser)")

    monkeypatch.setattr(fetch, "fetch", fetched)
    story = tmp_path / "story.txt"
    story.write_text("Foreign Minister Bo Lind met Foreign Minister Ana Diaz in Oslo.")
    record = tmp_path / "r.db"
    answer = call("add", story, "https://a.example/1", "HTTPS://a.example/2", story, "--record", record)
    assert answer.status == 3
    assert asked == [["https://a.example/1", "HTTPS://a.example/2"]]
    assert "2 dispatches added, 0 there already, 1 skipped" in answer.out
    assert "https://a.example/2: was answered with status 404" in answer.err


def test_an_address_inside_one_s_own_network_is_skipped_with_the_reason(call: Call, tmp_path: Path) -> None:
    answer = call("add", "http://127.0.0.1:9/story", "--record", tmp_path / "r.db")
    assert answer.status == 3
    assert "does not lead to the public network" in answer.err


def test_several_processes_print_and_keep_what_one_does(call: Call, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for number, name in enumerate(("Ana Diaz", "Bo Lind", "Ana Diaz", "Juma Waweru")):
        text = f"Foreign Minister {name} met reporters in Lima. {name} said that the talks went on."
        (inbox / f"{number}.txt").write_text(text, encoding="utf-8")
    (inbox / "4.pdf").write_bytes(b"no PDF")
    one = call("read", inbox, "--format", "jsonl")
    two = call("read", inbox, "--format", "jsonl", "--processes", "2")
    assert (two.status, two.out) == (one.status, one.out)
    assert two.out.count("\n") == 4
    added = [call("add", inbox, "--record", tmp_path / f"{n}.db", "--processes", n, "--json") for n in (1, 2)]
    kept = [
        {key: value for key, value in json.loads(answer.out).items() if key in ("added", "again")} for answer in added
    ]
    assert kept[0] == kept[1]
    assert len(kept[0]["added"]) == 3
    exports = [call("export", "jsonl", "--record", tmp_path / f"{n}.db").out for n in (1, 2)]
    assert exports[0] == exports[1] != ""
