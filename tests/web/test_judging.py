"""Accepting and rejecting from where one reads: shown there, and taken back."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

from starlette.testclient import TestClient


def finding(client: TestClient) -> dict[str, Any]:
    key = client.get("/api/timeline").json()["encounters"][0]["tellings"][0]["finding"]
    found: dict[str, Any] = client.get("/api/show", params={"entry": key}).json()["findings"][0]
    return found


def csrf(client: TestClient) -> str:
    match = re.search(r'name="csrf" value="(\w+)"', client.get("/").text)
    assert match
    return match[1]


def test_a_finding_is_accepted_where_one_reads_it_and_taken_back(login: Callable[[str], TestClient]) -> None:
    client = login("kim")
    found = finding(client)
    key, place = found["finding"], f"/dispatch/{found['evidence']['dispatch']}"

    def said(kind: str) -> None:
        sent = {"csrf": csrf(client), "kind": kind, "a": key, "why": "heard it myself", "back": f"{place}#{key}"}
        answer = client.post("/judge", data=sent)
        assert (answer.status_code, answer.headers["location"]) == (303, f"{place}#{key}")

    said("reject")
    assert '<span class="tag warn">rejected</span>' in client.get(place).text
    said("accept")
    assert '<span class="tag good">accepted</span>' in client.get(place).text
    assert "rejected</span>" not in client.get(place).text
    assert (finding(client)["accepted"], finding(client)["rejected"]) == (True, False)
    listed = client.get("/judgements").text
    assert "<strong>accept</strong>" in listed
    assert "heard it myself" in listed
    match = re.search(r'name="judgement" value="(j-\w+)"', listed)
    assert match
    client.post("/undo", data={"csrf": csrf(client), "judgement": match[1]})
    assert '<span class="tag warn">rejected</span>' in client.get(place).text


def test_who_may_not_edit_sees_no_form(visitor: TestClient, login: Callable[[str], TestClient]) -> None:
    place = f"/dispatch/{finding(visitor)['evidence']['dispatch']}"
    for client in (visitor, login("lee")):
        assert "It is wrong" not in client.get(place).text
    assert "It is wrong" in login("kim").get(place).text


def test_what_was_judged_goes_by_the_words_it_is_about(login: Callable[[str], TestClient]) -> None:
    client = login("kim")
    entry = client.get("/api/timeline").json()["encounters"][0]
    telling = "On 2024-05-02, Ana Diaz met Bo Lind in Lima."
    told = client.get("/api/show", params={"entry": entry["entry"]}).json()["findings"]
    sent = {"csrf": csrf(client), "kind": "different", "a": told[0]["finding"], "b": told[1]["finding"]}
    assert client.post("/judge", data=sent).status_code == 303
    listed = client.get("/judgements").text
    assert re.findall(r'<a class="breakable" href="/entry/e-\w+">([^<]+)</a>', listed) == [telling, telling]


def test_what_rules_judged_goes_by_the_words_of_the_tellings(reader: TestClient) -> None:
    day = "2025-03-21"
    for one in reader.get("/api/timeline", params={"since": day, "until": day}).json()["encounters"]:
        body = reader.get(f"/encounter/{one['entry']}").text
        ruled = body.partition("Rules judged that")[2].partition("</details>")[0]
        pairs = re.findall(r'<a class="breakable" href="/entry/[^"]+">([^<]+)</a>', ruled)
        if pairs:
            said = {" ".join(telling["evidence"]["text"].split())[:60] for telling in one["tellings"]}
            assert {html.unescape(words)[:60] for words in pairs} <= said
            return
    raise AssertionError("no encounter of the day was put together by a rule")


def test_a_wrong_password_leaves_the_name_in_place(visitor: TestClient) -> None:
    answer = visitor.post("/login", data={"name": "k<i>m", "password": "wrong"})
    assert answer.status_code == 403
    assert 'value="k&lt;i&gt;m" required>' in answer.text
