"""Hostile dispatches and hostile requests: neither runs anything nor breaks a page."""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from dragoman.record.store import Record
from dragoman.web.app import create
from dragoman.web.guard import LARGEST_FORM, Guard, TooLarge, host_of
from dragoman.web.sessions import COOKIE, HOURS, Sessions
from tests.record.factories import Draft
from tests.web.conftest import AT, PASSWORD, SITE, client_of

ATTACK = (
    '<script>alert(1)</script><img src=x onerror=alert(2)> <a href="javascript:alert(3)">x</a> '
    "<iframe src='data:text/html,<script>alert(4)</script>'></iframe> {{ 977*991 }} \u202egnihtoN\u202c \u200b "
)


@pytest.fixture
def hostile(server: FastAPI) -> str:
    """A dispatch that tries everything, in its text, title, outlet and origin."""
    record = server.state.record
    word = "x" * 100_000
    text = f"{ATTACK}\nEve met Bo. {ATTACK}\n{word}\nEve said {ATTACK}that it rains."
    draft = Draft(text, published="2024-10-10", outlet=ATTACK, title=ATTACK, origin=f"/secret/folder/{ATTACK}",
                  address="javascript:alert(5)")  # fmt: skip
    draft.person("Eve", "ARG").encounter("Eve met Bo.", "meeting", "2024-10-10", "Eve", principal=True, place=ATTACK)
    draft.attribution(f"Eve said {ATTACK}that it rains.", ATTACK, "urge").issue("rains", ATTACK)
    record.add(draft.dispatch, draft.reading, AT)
    record.resolve(AT)
    return draft.dispatch.id


def pages_about(client: TestClient, dispatch: str) -> list[str]:
    shown = client.get("/api/show", params={"entry": dispatch}).json()
    found = [f"/dispatch/{dispatch}", f"/dispatch/{dispatch}?span=0-40", f"/cite/{dispatch}?span=0-40"]
    found += [f"/finding/{f['finding']}" for f in shown["findings"]]
    found += [f"/entry/{f['entry']['entry']}" for f in shown["findings"] if f["entry"]]
    return ["/", "/timeline", "/dispatches", "/people", "/issues", "/search?q=rains", "/judgements", *found]


class Active(HTMLParser):
    """Collects what a browser would run or load: scripts and pictures not of ours, handlers, addresses of odd kinds."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("iframe", "object", "embed", "style", "base") or "style" in given:
            self.found.append(f"<{tag}>")
        if tag in ("script", "img") and not (given.get("src") or "").startswith("/static/"):
            self.found.append(f"<{tag} src={given.get('src')}>")
        for name, value in attrs:
            if name.startswith("on"):
                self.found.append(f"{name}={value}")
            if name in ("href", "src", "action", "formaction") and not re.match(
                r"(/(?!/)|#|\?|https?://)", value or ""
            ):
                self.found.append(f"{name}={value}")


def active(body: str) -> list[str]:
    parser = Active()
    parser.feed(body)
    return parser.found


def test_the_check_sees_what_would_run() -> None:
    assert active(ATTACK) == [
        "<script src=None>", "<img src=x>", "src=x", "onerror=alert(2)", "href=javascript:alert(3)", "<iframe>",
        "src=data:text/html,<script>alert(4)</script>",
    ]  # fmt: skip


def test_dispatch_text_stays_text_on_every_page(visitor: TestClient, hostile: str) -> None:
    for path in pages_about(visitor, hostile):
        answer = visitor.get(path, follow_redirects=True)
        assert answer.status_code == 200, path
        assert active(answer.text) == [], path
        for unseen in ("968207", "\u202e", "\u200b", "/secret/folder"):
            assert unseen not in answer.text, path


def test_no_page_lets_anything_inline_or_foreign_run(visitor: TestClient) -> None:
    answer = visitor.get("/")
    policy = answer.headers["content-security-policy"]
    for rule in ("default-src", "base-uri", "frame-ancestors"):
        assert f"{rule} 'none'" in policy
    assert "form-action 'self'" in policy  # a form that a dispatch smuggled in would lead nowhere
    assert "unsafe" not in policy
    assert "http" not in policy
    assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=", answer.text)
    assert (answer.headers["x-content-type-options"], answer.headers["x-frame-options"]) == ("nosniff", "DENY")
    assert answer.headers["referrer-policy"] == "same-origin"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "evil.example:8000", "", "[::1].evil", "127.0.0.1.nip.io"]
)
def test_a_foreign_host_name_is_not_answered(visitor: TestClient, host: str) -> None:
    assert visitor.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    ("header", "name"),
    [("localhost:8000", "localhost"), ("LOCALHOST", "localhost"), ("[::1]:80", "[::1]"), ("a:b", ""), ("[::1]x", "")],
)
def test_the_name_in_a_host_header(header: str, name: str) -> None:
    assert host_of(header) == name


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd", "/dispatch/..%2f..%2fetc",
     "/dispatch/%00", "/dispatch/%ff", "/entry/%F0%9F", "/cite/%2e%2e", "/download/..%2f.csv"],
)  # fmt: skip
def test_no_path_leads_out(visitor: TestClient, path: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code in (400, 404, 422)
    assert "import annotations" not in answer.text


def test_logging_in_leads_nowhere_else(visitor: TestClient) -> None:
    answer = visitor.post("/login", data={"name": "kim", "password": PASSWORD, "to": "//evil.example/"})
    assert answer.headers["location"] == "/"


def test_judging_and_choosing_names_lead_nowhere_else(login: Callable[[str], TestClient]) -> None:
    client = login("kim")
    sent = {"kind": "reject", "a": finding_of(client), "csrf": csrf_of(client), "back": "//evil.example/"}
    assert client.post("/judge", data=sent).headers["location"] == "/"
    (made,) = re.findall(r'name="judgement" value="([^"]+)"', client.get("/judgements").text)
    back = {"judgement": made, "csrf": csrf_of(client), "back": "https://evil.example/"}
    assert client.post("/undo", data=back).headers["location"] == "/"


def test_a_session_set_by_someone_else_is_worth_nothing(server: FastAPI) -> None:
    client = client_of(server)
    client.cookies.set(COOKIE, "chosen-by-an-attacker", domain="localhost.local")
    answer = client.post("/login", data={"name": "kim", "password": PASSWORD})
    fresh = answer.cookies[COOKIE]
    assert fresh != "chosen-by-an-attacker"
    other = client_of(server)
    other.headers["cookie"] = f"{COOKIE}=chosen-by-an-attacker"
    assert "Log in" in other.get("/").text


def test_the_cookie_is_for_the_server_alone(visitor: TestClient) -> None:
    cookie = visitor.post("/login", data={"name": "kim", "password": PASSWORD}).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Secure" not in cookie


def test_where_browsers_come_by_https_the_cookie_travels_by_nothing_else(server: FastAPI) -> None:
    with Record.open(server.state.settings.record) as record:
        app = create(record, replace(server.state.settings, secure=True))
        cookie = client_of(app).post("/login", data={"name": "kim", "password": PASSWORD}).headers["set-cookie"]
        app.state.jobs.stop()
    assert "; Secure" in cookie


def test_a_new_login_ends_the_session_before_it(login: Callable[[str], TestClient]) -> None:
    client = login("kim")
    before = client.cookies[COOKIE]
    client.post("/login", data={"name": "kim", "password": PASSWORD})
    client.headers["cookie"] = f"{COOKIE}={before}"
    assert "kim, editor" not in client.get("/").text


@pytest.mark.parametrize("path", ["/login", "/logout", "/judge", "/undo", "/add", "/tokens", "/tokens/revoke"])
def test_no_other_site_s_form_is_taken_anywhere(login: Callable[[str], TestClient], path: str) -> None:
    client = login("kim")
    sent = {"name": "kim", "password": PASSWORD, "csrf": csrf_of(client), "kind": "reject", "a": finding_of(client)}
    for foreign in ({"origin": "http://evil.example"}, {"origin": SITE, "sec-fetch-site": "cross-site"}):
        assert client.post(path, data=sent, headers=foreign).status_code == 403
    assert "kim, editor" in client.get("/").text


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/undo", {"judgement": "any"}),
        ("/tokens", {"use": "nightly", "role": "read"}),
        ("/tokens/revoke", {"token": "any"}),
        ("/add", {"text": "Ana Diaz met Bo Lind in Lima."}),
    ],
)
def test_no_form_is_taken_without_its_session_s_token(
    login: Callable[[str], TestClient], path: str, sent: dict[str, str]
) -> None:
    assert login("kim").post(path, data={**sent, "csrf": ""}).status_code == 403


def test_a_session_ends_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    sessions = Sessions()
    key = sessions.start("kim")
    later = time.monotonic() + HOURS * 3600
    monkeypatch.setattr(time, "monotonic", lambda: later - 60)
    assert sessions.name(key) == "kim"
    monkeypatch.setattr(time, "monotonic", lambda: later + 1)
    assert sessions.name(key) is None


def test_logging_out_ends_the_session(login: Callable[[str], TestClient]) -> None:
    client = login("kim")
    token = client.cookies[COOKIE]
    client.post("/logout")
    client.headers["cookie"] = f"{COOKIE}={token}"
    assert "kim, editor" not in client.get("/").text


def test_wrong_passwords_must_wait(visitor: TestClient) -> None:
    codes = [visitor.post("/login", data={"name": "kim", "password": "guess"}).status_code for _ in range(11)]
    assert codes == [403] * 10 + [429]
    assert visitor.post("/login", data={"name": "kim", "password": PASSWORD}).status_code == 429


def finding_of(client: TestClient) -> str:
    key = client.get("/api/timeline").json()["encounters"][0]["tellings"][0]["finding"]
    return str(key)


def csrf_of(client: TestClient) -> str:
    match = re.search(r'name="csrf" value="(\w+)"', client.get("/").text)
    assert match
    return match[1]


@pytest.mark.parametrize(
    ("who", "token", "headers", "status"),
    [
        ("kim", True, {"origin": SITE}, 303),
        ("kim", False, {"origin": SITE}, 403),  # no token
        ("kim", True, {"origin": "http://evil.example"}, 403),  # another site's form
        ("kim", True, {"origin": "null"}, 403),
        ("kim", True, {"origin": "", "sec-fetch-site": "cross-site"}, 403),
        ("kim", True, {"origin": SITE, "sec-fetch-site": "cross-site"}, 403),
        ("lee", True, {"origin": SITE}, 403),  # may read
        (None, False, {"origin": SITE}, 401),
    ],
)
def test_only_an_editor_s_own_form_changes_anything(
    server: FastAPI,
    login: Callable[[str], TestClient],
    who: str | None,
    token: bool,
    headers: dict[str, str],
    status: int,
) -> None:
    client = login(who) if who else client_of(server)
    sent = {"kind": "reject", "a": finding_of(client), "csrf": csrf_of(client) if token else ""}
    assert client.post("/judge", data=sent, headers=headers).status_code == status
    with server.state.record.reads() as connection:
        from dragoman.record.judgement import judgements
        from dragoman.record.schema import judgement

        made = judgements(connection, judgement.c.by_hand.is_(True))
    assert [(j.kind, j.author) for j in made] == ([("reject", "kim")] if status == 303 else [])


def test_another_session_s_token_is_refused(login: Callable[[str], TestClient]) -> None:
    mine, theirs = login("kim"), login("kim")
    sent = {"kind": "reject", "a": finding_of(mine), "csrf": csrf_of(theirs)}
    assert mine.post("/judge", data=sent).status_code == 403


def test_a_request_that_is_too_large_is_refused(visitor: TestClient) -> None:
    assert visitor.post("/login", content=b"x" * 1_000_001).status_code == 413
    assert visitor.get("/", headers={"content-length": "-1"}).status_code == 413

    def endless() -> Iterator[bytes]:
        for _ in range(30):
            yield b"name=" + b"x" * 100_000

    assert visitor.post(
        "/login", content=endless(), headers={"content-type": "application/x-www-form-urlencoded"}
    ).status_code in (400, 413)


def test_a_body_of_no_stated_length_is_read_no_further_than_it_may_go() -> None:
    taken = 0

    async def endless() -> Message:
        nonlocal taken
        taken += 1
        return {"type": "http.request", "body": b"x" * 100_000, "more_body": taken < 30}

    async def reads(_: Scope, receive: Receive, __: Send) -> None:
        while (await receive())["more_body"]:
            pass

    answered: list[Message] = []

    async def send(message: Message) -> None:
        answered.append(message)

    scope = {"type": "http", "method": "POST", "path": "/login", "headers": [(b"host", b"localhost")]}
    with pytest.raises(TooLarge, match="1 million bytes"):
        asyncio.run(Guard(reads, ["localhost"])(scope, endless, send))
    assert answered == []
    assert taken == LARGEST_FORM // 100_000 + 1


def test_sessions_end_and_tokens_are_their_own() -> None:
    sessions = Sessions()
    one, two = sessions.start("kim"), sessions.start("kim")
    assert sessions.csrf(one) != sessions.csrf(two)
    sessions.end(one)
    assert (sessions.name(one), sessions.name(two), sessions.name(None)) == (None, "kim", None)
