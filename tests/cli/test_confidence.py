"""`--min-confidence`: the views hide what is less sure, and say how much."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.record.store import Record
from tests.cli.conftest import Call
from tests.views.test_sure import AT
from tests.views.test_sure import record as record_of


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """A record of which everything is 40 % sure."""
    with record_of(0.4) as made, Record.open(tmp_path / "r.db") as kept:
        for key in made.dispatches():
            kept.add(made.dispatch(key), made.reading(key))
        kept.resolve(AT)
    return tmp_path / "r.db"


@pytest.mark.parametrize(
    ("view", "empty"),
    [
        (("timeline",), lambda said: said["encounters"] == []),
        (("ledger",), lambda said: said["undertakings"] == []),
        (("calendar",), lambda said: not any(one["sessions"] for one in said["series"])),
        (("search", "fires"), lambda said: said["hits"] == []),
        (("person", "Ana Silva"), lambda said: said["encounters"] == []),
        (("brief", "--with", "Ana Silva"), lambda said: said["commitments"] == []),
    ],
)
def test_views_say_how_many_findings_are_hidden(
    call: Call, doubtful: Path, view: tuple[str, ...], empty: Callable[[object], bool]
) -> None:
    answer = call(*view, "--record", doubtful, "--min-confidence", "0.5", "--json")
    assert answer.status == 0
    assert re.fullmatch(r"[1-9]\d* findings? (is|are) hidden: less sure than 0.5\n", answer.err)
    assert empty(json.loads(answer.out))
    whole = call(*view, "--record", doubtful, "--json")
    assert whole.err == ""
    assert not empty(json.loads(whole.out))


def test_where_nothing_is_left_the_command_says_so(call: Call, doubtful: Path) -> None:
    key = json.loads(call("timeline", "--record", doubtful, "--json").out)["encounters"][0]["entry"]
    answer = call("compare", key, "--record", doubtful, "--min-confidence", "0.5")
    assert (answer.status, answer.out) == (1, "")
    assert "--min-confidence 0.5: nothing here is so sure (ask for less)" in answer.err


def test_a_brief_s_file_says_what_it_leaves_out(call: Call, doubtful: Path, tmp_path: Path) -> None:
    to = tmp_path / "brief.md"
    call("brief", "--with", "Ana Silva", "--record", doubtful, "--min-confidence", "0.5", "--to", to)
    assert re.search(r"\d findings? (is|are) hidden: less sure than 0.5\.", to.read_text(encoding="utf-8"))


def test_reading_says_it_too(call: Call) -> None:
    text = b"Foreign Minister Ana Diaz of Peru met Foreign Minister Bo Lind of Sweden in Lima on Monday."
    whole = call("read", "-", stdin=text).out
    assert "hidden" not in whole
    some = call("read", "-", "--min-confidence", "1", stdin=text).out
    assert re.search(r"\d+ findings are hidden: less sure than 1\n", some)
    assert "people\n" not in some
