"""Programs write with a token: as its role lets them, until it is revoked, and with nothing else."""

from __future__ import annotations

import html
import re
import time
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from dragoman.web.accounts import AccountError, Accounts
from dragoman.web.settings import Settings
from dragoman.web.tokens import Tokens
from tests.web.conftest import PASSWORD, SITE, client_of

TOLD = "LIMA, May 5, 2024 (Herald) -- Foreign Minister Ana Diaz met Foreign Minister Bo Lind in Lima on Sunday.\n"


@pytest.fixture
def tokens(server: FastAPI) -> Tokens:
    return Tokens(server.state.settings.accounts_file)


def bearing(server: FastAPI, token: str) -> TestClient:
    """A program: it has a token, and nothing that browsers send."""
    return TestClient(
        server, base_url=SITE, follow_redirects=False, headers={"authorization": f"Bearer {token}"}, cookies={}
    )


def finding(client: TestClient) -> str:
    return str(client.get("/api/timeline").json()["encounters"][0]["tellings"][0]["finding"])


def test_an_editor_s_token_judges_and_takes_back(server: FastAPI, tokens: Tokens) -> None:
    client = bearing(server, tokens.make("kim", "editor", "nightly intake"))
    key = finding(client)
    sent = {"kind": "correct", "a": key, "field": "place", "value": "Callao", "why": "the port, not the city"}
    made = client.post("/api/judgements", json=sent)
    assert made.status_code == 201
    listed = client.get("/judgements").text
    assert "Callao" in listed
    assert "kim" in listed
    assert client.get("/api/show", params={"entry": key}).json()["findings"][0]["values"]["place"] == "Callao"
    assert client.delete(f"/api/judgements/{made.json()['judgement']}").status_code == 204
    assert client.get("/api/show", params={"entry": key}).json()["findings"][0]["values"]["place"] == "Lima"


def test_a_program_adds_a_dispatch_and_asks_how_far_it_is(server: FastAPI, tokens: Tokens) -> None:
    client = bearing(server, tokens.make("kim", "editor", "intake"))
    answer = client.post("/api/dispatches", json={"text": TOLD, "name": "lima.txt"})
    assert answer.status_code == 202
    at = f"/api/jobs/{answer.json()['job']}"
    while (told := client.get(at).json())["state"] not in ("done", "failed"):
        time.sleep(0.05)
    assert (told["state"], told["added"], told["skipped"]) == ("done", 1, [])
    assert client.get(f"/api/reading/{told['dispatches'][0]}").status_code == 200


@pytest.mark.parametrize(
    ("sent", "status", "says"),
    [
        ({"kind": "praise", "a": "x"}, 400, "is no judgement"),
        ({"kind": "accept", "a": "p-none"}, 404, ""),
        ({"kind": "same", "a": "x", "b": ""}, 400, "is not named"),
        ({"a": "x"}, 422, "required"),
    ],
)
def test_what_cannot_be_judged_is_said(
    server: FastAPI, tokens: Tokens, sent: dict[str, str], status: int, says: str
) -> None:
    client = bearing(server, tokens.make("kim", "editor", ""))
    answer = client.post("/api/judgements", json=sent)
    assert answer.status_code == status
    assert says in answer.json()["error"]["what"]


def test_a_reader_s_token_reads_and_does_not_write(server: FastAPI, tokens: Tokens) -> None:
    for token in (tokens.make("lee", "reader", ""), tokens.make("kim", "reader", "an editor's, made for reading")):
        client = bearing(server, token)
        assert client.get("/api/timeline").status_code == 200
        assert client.post("/api/judgements", json={"kind": "accept", "a": finding(client)}).status_code == 403
        assert client.post("/api/dispatches", json={"text": TOLD}).status_code == 403
    assert "Nothing yet" in client.get("/judgements").text


def test_no_role_is_had_by_a_token_that_its_account_has_not(server: FastAPI, tokens: Tokens) -> None:
    with pytest.raises(AccountError, match="is not for lee, who is reader"):
        tokens.make("lee", "editor", "")
    with pytest.raises(AccountError, match="has no account"):
        tokens.make("max", "reader", "")
    client = bearing(server, tokens.make("kim", "editor", ""))
    Accounts(tokens.file).add("kim", "reader", PASSWORD)
    assert client.post("/api/dispatches", json={"text": TOLD}).status_code == 403


def test_a_revoked_unknown_or_old_token_opens_nothing(server: FastAPI, tokens: Tokens) -> None:
    token = tokens.make("kim", "editor", "")
    old = tokens.make("kim", "editor", "", days=30, now=datetime(2024, 1, 1, tzinfo=UTC))
    assert tokens.holder(old, date(2024, 1, 31)) is not None
    assert bearing(server, token).get("/api/timeline").status_code == 200
    (key,) = {one.id for one in tokens.all() if one.made > "2024-01-01"}
    tokens.revoke(key)
    for gone in (token, old, "dragoman_made-up", "x", ""):
        assert bearing(server, gone).post("/api/dispatches", json={"text": TOLD}).status_code == 401
    assert bearing(server, token).get("/api/timeline").status_code == 401
    with pytest.raises(AccountError, match="is no token's id"):
        tokens.revoke(key)


def test_an_account_that_goes_takes_its_tokens_along(server: FastAPI, tokens: Tokens) -> None:
    client = bearing(server, tokens.make("kim", "editor", ""))
    Accounts(tokens.file).remove("kim")
    assert client.post("/api/dispatches", json={"text": TOLD}).status_code == 401
    Accounts(tokens.file).add("kim", "editor", PASSWORD)
    assert client.post("/api/dispatches", json={"text": TOLD}).status_code == 401


def test_a_session_does_not_open_what_is_for_programs_nor_a_token_a_form(
    server: FastAPI, login: Callable[[str], TestClient], tokens: Tokens
) -> None:
    assert login("kim").post("/api/judgements", json={"kind": "accept", "a": "x"}).status_code == 401
    client = bearing(server, tokens.make("kim", "editor", ""))
    sent = {"csrf": "", "kind": "accept", "a": finding(client)}
    assert client.post("/judge", data=sent, headers={"origin": SITE}).status_code == 401


def test_what_is_kept_is_no_token(tokens: Tokens) -> None:
    token = tokens.make("kim", "editor", "nightly intake")
    held = tokens.file.read_text()
    assert token not in held
    assert token.removeprefix("dragoman_") not in held
    assert tokens.file.stat().st_mode & 0o077 == 0
    assert [(one.account, one.role, one.use) for one in tokens.all()] == [("kim", "editor", "nightly intake")]


def test_a_record_that_others_reach_is_shown_to_a_token(server: FastAPI, tokens: Tokens) -> None:
    settings: Settings = server.state.settings
    server.state.settings = Settings(settings.record, host="192.0.2.1", names=("localhost",))
    assert client_of(server).get("/api/timeline").status_code == 401
    assert bearing(server, tokens.make("lee", "reader", "")).get("/api/timeline").status_code == 200


def form(client: TestClient, path: str = "/tokens") -> dict[str, str]:
    match = re.search(r'name="csrf" value="(\w+)"', client.get(path).text)
    return {"csrf": match[1] if match else ""}


def test_an_editor_makes_sees_once_and_revokes_a_token(
    server: FastAPI, login: Callable[[str], TestClient], tokens: Tokens
) -> None:
    client = login("kim")
    assert "You have none" in client.get("/tokens").text
    sent = {**form(client), "use": "nightly <intake>", "role": "editor", "days": "30"}
    answer = client.post("/tokens", data=sent)
    assert answer.status_code == 200
    shown = re.search(r'<pre class="cite" id="made-token">(dragoman_[\w-]+)</pre>', answer.text)
    assert shown
    token = shown[1]
    assert bearing(server, token).post("/api/dispatches", json={"text": TOLD}).status_code == 202
    listed = client.get("/tokens").text
    assert token not in listed
    assert "nightly <intake>" in html.unescape(listed)
    assert "nightly <intake>" not in listed
    (held,) = tokens.all()
    assert (held.account, held.role) == ("kim", "editor")
    assert (date.fromisoformat(held.until) - date.fromisoformat(held.made)).days == 30
    assert client.post("/tokens/revoke", data={**form(client), "token": held.id}).status_code == 303
    assert "You have none" in client.get("/tokens").text
    assert bearing(server, token).get("/api/timeline").status_code == 401


def test_no_one_sees_or_revokes_another_s_tokens(
    server: FastAPI, login: Callable[[str], TestClient], tokens: Tokens
) -> None:
    Accounts(tokens.file).add("max", "editor", PASSWORD)
    other = tokens.make("max", "editor", "the other's own")
    client = login("kim")
    assert "the other" not in client.get("/tokens").text
    (held,) = tokens.all()
    refused = client.post("/tokens/revoke", data={**form(client), "token": held.id})
    assert refused.status_code == 400
    assert "is no token" in refused.text
    assert tokens.holder(other) is not None


@pytest.mark.parametrize(
    ("who", "status"), [("lee", 403), ("", 401)], ids=["a reader", "someone who has not logged in"]
)
def test_only_editors_make_tokens(
    server: FastAPI, login: Callable[[str], TestClient], tokens: Tokens, who: str, status: int
) -> None:
    client = login(who) if who else client_of(server)
    assert client.post("/tokens", data={**form(client), "role": "reader"}).status_code == status
    assert 'action="/tokens"' not in client.get("/tokens").text
    assert tokens.all() == []


def test_a_token_is_made_with_no_form_but_the_session_s_own(login: Callable[[str], TestClient], tokens: Tokens) -> None:
    client = login("kim")
    assert client.post("/tokens", data={"csrf": "made up", "role": "reader"}).status_code == 403
    own = {**form(client), "role": "reader"}
    assert client.post("/tokens", data=own, headers={"origin": "http://other.example"}).status_code == 403
    for days in ("0", "-1", "99999", "soon"):
        assert client.post("/tokens", data={**own, "days": days}).status_code == 400
    assert tokens.all() == []
