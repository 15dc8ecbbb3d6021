"""Places that the sides call by different names are shown by both, in the order that the reader chose."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from dragoman.record.knowledge import known
from dragoman.web.places import both, twice_named, within
from tests.web.conftest import client_of

NAMES = {
    "long rock": {"NLD": "Long Rock", "PRT": "Ilha Longa"},
    "ilha longa": {"NLD": "Long Rock", "PRT": "Ilha Longa"},
    "长岩": {"NLD": "Long Rock", "PRT": "Ilha Longa"},
}


@pytest.mark.parametrize(
    ("name", "first", "shown"),
    [
        ("Long Rock", "", "Ilha Longa / Long Rock"),  # by the alphabet, whoever is quoted
        ("Ilha Longa", "", "Ilha Longa / Long Rock"),
        ("long rock", "NLD", "Long Rock / Ilha Longa"),
        ("Ilha Longa", "SWE", "Ilha Longa / Long Rock"),  # a side that has no name for it
        ("Lisbon", "NLD", "Lisbon"),
        (None, "", ""),
    ],
)
def test_both_names(name: str | None, first: str, shown: str) -> None:
    assert both(name, NAMES, first) == shown


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ships near Ilha Longa and off Long Rock.", ["ilha longa"]),  # one place, named once
        ("Longrocks are no rocks.", []),
        ("在长岩附近", ["长岩"]),
    ],
)
def test_places_in_a_text(text: str, found: list[str]) -> None:
    assert within(text, NAMES) == found


def test_the_reader_s_choice_is_kept(samples_app: FastAPI) -> None:
    client: TestClient = client_of(samples_app)
    with samples_app.state.record.reads() as connection:
        named = twice_named(known(connection))
    assert len({tuple(sorted(sides)) for sides in named.values()}) == 1
    at = next(
        f"/dispatch/{one['dispatch']}"
        for one in client.get("/api/timeline?limit=400").json()["dispatches"]
        if "Senkaku" in client.get(f"/dispatch/{one['dispatch']}").text.partition("<article")[2]
    )
    assert "Diaoyu Dao / Senkaku Islands" in client.get(at).text
    answer = client.get("/names", params={"first": "JPN", "to": at})
    assert (answer.status_code, answer.headers["location"]) == (303, at)
    assert "Senkaku Islands / Diaoyu Dao" in client.get(at).text
    client.get("/names", params={"first": "anyone", "to": at})
    assert "Diaoyu Dao / Senkaku Islands" in client.get(at).text


def test_a_choice_leads_nowhere_else(samples_app: FastAPI) -> None:
    client = client_of(samples_app)
    for to in ("https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example"):
        assert client.get("/names", params={"first": "JPN", "to": to}).headers["location"] == "/"
