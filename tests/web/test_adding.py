"""Adding from the browser: what was given is read in the background, and what is refused says why."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator

import httpx2
import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from dragoman.dispatch import Dispatch
from dragoman.fetch.fetch import fetch
from dragoman.sources.gather import Skipped
from dragoman.web import jobs
from tests.fetch.conftest import STORY

PAGES = {
    "https://herald.example/lima": httpx2.Response(200, text=STORY, headers={"content-type": "text/html"}),
    "https://herald.example/robots.txt": httpx2.Response(200, text="User-agent: *\nDisallow: /private"),
}


def csrf(client: TestClient) -> str:
    match = re.search(r'name="csrf" value="(\w+)"', client.get("/add").text)
    assert match
    return match[1]


def over(client: TestClient, at: str) -> str:
    """The page of a job once it is over."""
    while "refresh" in (answer := client.get(at)).headers:
        time.sleep(0.05)
    return answer.text


def test_addresses_are_fetched_and_what_cannot_be_had_is_named(
    login: Callable[[str], TestClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    def mocked(addresses: Iterable[str]) -> Iterator[Dispatch | Skipped]:
        def handle(request: httpx2.Request) -> httpx2.Response:
            return PAGES.get(str(request.url), httpx2.Response(404))

        return fetch(addresses, lambda until: httpx2.MockTransport(handle), pause=0)

    monkeypatch.setattr(jobs, "fetch", mocked)
    client = login("kim")
    named = "https://herald.example/lima\nhttps://herald.example/private/1\r\nhttps://herald.example/gone"
    answer = client.post("/add", data={"csrf": csrf(client), "addresses": named})
    assert answer.status_code == 303
    body = over(client, answer.headers["location"])
    assert "1 dispatch added, 0 there already, 2 skipped" in body
    assert "Ministers meet in Lima" in body
    assert "herald.example/private/1</strong>: may not be fetched by programs" in body
    assert "herald.example/gone</strong>: was answered with status 404" in body
    assert "Ministers meet in Lima" in client.get("/dispatches").text


def test_no_address_leads_into_the_server_s_own_network(server: FastAPI, login: Callable[[str], TestClient]) -> None:
    client = login("kim")
    answer = client.post("/add", data={"csrf": csrf(client), "addresses": "http://127.0.0.1:1/ http://localhost:1/"})
    body = over(client, answer.headers["location"])
    assert body.count("does not lead to the public network") == 2


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({}, "Nothing was given"),
        ({"addresses": "file:///etc/passwd"}, "“file:///etc/passwd” is no web address"),
        ({"addresses": "herald.example/lima"}, "is no web address"),
        ({"addresses": "https://a.example/ " * 51}, "at most 50 addresses"),
    ],
)
def test_what_cannot_be_added_is_said_above_the_form(
    login: Callable[[str], TestClient], sent: dict[str, str], says: str
) -> None:
    client = login("kim")
    answer = client.post("/add", data={"csrf": csrf(client), "text": "", **sent})
    assert answer.status_code == 400
    assert says in answer.text


def test_readers_and_strangers_add_nothing(login: Callable[[str], TestClient], visitor: TestClient) -> None:
    sent = {"addresses": "https://herald.example/lima", "csrf": ""}
    assert visitor.post("/add", data=sent).status_code == 401
    assert login("lee").post("/add", data=sent).status_code == 403
