"""`add` with web addresses among its sources."""

from __future__ import annotations

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
