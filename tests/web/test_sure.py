"""Pages and answers to programs leave out what is less sure than asked and say how much; the rest of the address is untouched."""

from __future__ import annotations

import json
import re

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from dragoman.views.query import Query
from dragoman.views.roll import roll
from dragoman.views.sure import sure
from dragoman.web.api import WEIGHED


def said(body: str) -> str:
    match = re.search(r'<p class="note" role="status">([^<]*)', body)
    return " ".join(match[1].split()) if match else ""


def test_encounters_fall_out_with_the_last_telling_that_is_sure_enough(samples_app: FastAPI) -> None:
    record = samples_app.state.record
    found = roll()["timeline"].view(record, Query.of())
    whole, hidden = sure(record, found, 0.0)
    assert (whole, hidden) == (found, 0)
    some, hidden = sure(record, found, 0.9)
    assert some is not None
    assert 0 < len(some.encounters) < len(found.encounters)
    assert hidden == sum(len(one.tellings) for one in found.encounters) - sum(
        len(one.tellings) for one in some.encounters
    )
    none, _ = sure(record, found, 1.0)
    assert none is not None
    assert none.encounters == ()
    assert none.total == found.total


@pytest.mark.parametrize("path", ["/timeline", "/ledger", "/search?q=seafood", "/issue/taiwan", "/"])
def test_pages_say_how_many_are_hidden(reader: TestClient, path: str) -> None:
    more = "&" if "?" in path else "?"
    assert said(reader.get(path).text) == ""
    body = reader.get(f"{path}{more}sure=99").text
    number = int(said(body).split()[0])
    assert number > 0
    assert "less than 99% sure are hidden on this page" in said(body)
    assert '<option value="99"' not in body


def test_the_choice_goes_along_to_further_pages_and_forms(reader: TestClient) -> None:
    body = reader.get("/timeline?sure=70&since=2008").text
    assert re.search(r'rel="next" href="[^"]*sure=70', body)
    assert body.count('<input type="hidden" name="sure" value="70">') == 1
    assert '<option value="70" selected>at least 70% sure</option>' in body
    assert re.search(r'<a href="/timeline\?since=2008">Show all</a>', body)


@pytest.mark.parametrize("asked", ["x", "101", "-1", "7.5"])
def test_what_is_no_percentage_is_said(reader: TestClient, asked: str) -> None:
    answer = reader.get("/timeline", params={"sure": asked})
    assert answer.status_code == 400
    assert "is no number here" in answer.text


@pytest.mark.parametrize("name", sorted(WEIGHED))
def test_programs_get_what_is_as_sure_as_they_ask(reader: TestClient, name: str) -> None:
    met = reader.get("/api/timeline").json()["encounters"][-1]
    asked = {
        "show": {"entry": met["tellings"][0]["evidence"]["dispatch"]}, "compare": {"entry": met["entry"]},
        "issue": {"issue": "taiwan"}, "person": {"person": "Wang Yi"}, "search": {"words": "seafood"},
    }.get(name, {})  # fmt: skip
    whole, some = reader.get(f"/api/{name}", params=asked), reader.get(f"/api/{name}", params={**asked, "sure": 99})
    assert "dragoman-hidden" not in whole.headers
    assert int(some.headers["dragoman-hidden"]) > 0
    assert len(some.content) < len(whole.content)
    keys = set(re.findall(r'"finding":"([^"]+)"', whole.text))
    kept = set(re.findall(r'"finding":"([^"]+)"', some.text))
    assert kept <= keys


def test_programs_get_the_findings_that_a_page_shows(reader: TestClient) -> None:
    sure_ones = reader.get("/api/timeline?sure=90&limit=1000").json()["encounters"]
    every = reader.get("/api/timeline?limit=1000").json()["encounters"]
    assert 0 < len(sure_ones) < len(every)
    assert [one["entry"] for one in sure_ones] == [
        row["entry"] for row in map(json.loads, reader.get("/download/timeline.jsonl?sure=90").text.splitlines())
    ]


def test_a_view_without_findings_says_that_it_heeds_no_sureness(reader: TestClient) -> None:
    answer = reader.get("/api/calendar?sure=90")
    assert answer.status_code == 400
    assert "is nothing that calendar heeds" in answer.json()["error"]["what"]


def test_what_a_person_accepted_is_sure(server: FastAPI) -> None:
    from tests.web.conftest import AT

    record = server.state.record
    found = roll()["timeline"].view(record, Query.of())
    telling = found.encounters[0].tellings[0]
    record.accept(telling.finding, author="kim", at=AT)
    kept, _ = sure(record, found, 1.0)
    assert kept is not None
    assert telling in [one for met in kept.encounters for one in met.tellings]
