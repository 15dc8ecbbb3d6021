"""The interface for programs: the views' contracts, described, and nothing that is asked of it breaks it."""

from __future__ import annotations

import json
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import checks
from schemathesis.core.result import Err
from starlette.testclient import TestClient

from dragoman.views import search
from dragoman.views.contract import as_json
from dragoman.views.query import Query
from dragoman.views.roll import roll
from tests.record.models import words

ASKED = {
    "show": {"entry": "encounter"}, "compare": {"entry": "encounter"}, "issue": {"issue": "taiwan"},
    "person": {"person": "Ana Diaz"}, "search": {"words": "students"},
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(roll()))
def test_each_view_stands_under_api_as_its_contract(server: FastAPI, visitor: TestClient, name: str) -> None:
    asked = dict(ASKED.get(name, {}))
    if asked.get("entry") == "encounter":
        asked["entry"] = visitor.get("/api/timeline").json()["encounters"][0]["entry"]
    answer = visitor.get(f"/api/{name}", params=asked)
    if name == "issue":  # neither a desk of this record nor its dispatches know one
        assert answer.status_code == 400
        return
    assert answer.status_code == 200
    assert answer.json() == json.loads(json.dumps(as_json(roll()[name].view(server.state.record, Query.of(**asked)))))


def test_the_description_has_every_view_with_words_and_a_contract(visitor: TestClient) -> None:
    described = visitor.get("/api/openapi.json").json()
    for name, view in roll().items():
        operation = described["paths"][f"/api/{name}"]["get"]
        assert operation["summary"] == view.help
        assert "$ref" in operation["responses"]["200"]["content"]["application/json"]["schema"]
    assert not [path for path in described["paths"] if not path.startswith("/api/")]


def test_a_reading_with_its_spans(visitor: TestClient) -> None:
    dispatch = visitor.get("/api/timeline").json()["dispatches"][0]["dispatch"]
    reading = visitor.get(f"/api/reading/{dispatch}").json()
    assert reading["encounters"][0]["evidence"]["text"].startswith("On 2024-")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/show?entry=none", 404),
        ("/api/timeline?since=never", 400),
        ("/api/timeline?limit=0", 422),
        ("/api/nothing", 404),
        ("/api/search?words=act:urge&semantic=true", 400),
    ],
)
def test_errors_are_json_with_a_remedy(
    visitor: TestClient, path: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "meaning", words)
    answer = visitor.get(path)
    assert answer.status_code == status
    assert set(answer.json()["error"]) == {"where", "what", "remedy"}


@pytest.mark.filterwarnings("ignore")
def test_nothing_that_is_asked_breaks_it(server: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    """Generated requests over the whole interface: no answer is the server's own failure."""
    monkeypatch.setattr(search, "meaning", words)  # whether or not one is installed
    described = schemathesis.openapi.from_asgi("/api/openapi.json", server, headers={"host": "localhost"})
    bounded = settings(
        max_examples=12, deadline=None, phases=[Phase.explicit, Phase.generate], derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    asked = 0
    for result in described.get_all_operations():
        assert not isinstance(result, Err)
        operation = result.ok()

        def probe(case: Any) -> None:
            nonlocal asked
            asked += 1
            case.call_and_validate(headers={"host": "localhost"}, checks=[checks.not_a_server_error])

        bounded(given(case=operation.as_strategy())(probe))()
    assert asked > 50
