"""Starting a server: who may reach it, and what must be there first."""

from __future__ import annotations

import os
import re
import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI

from dragoman.web.accounts import AccountError, Accounts
from dragoman.web.app import create
from dragoman.web.serve import ServeError, check
from dragoman.web.settings import Settings
from tests.web.conftest import PASSWORD, client_of


@pytest.mark.parametrize(
    ("settings", "refused"),
    [
        (Settings(Path("r.db")), None),
        (Settings(Path("r.db"), "::1"), None),
        (Settings(Path("r.db"), "192.0.2.7"), "no account to log in with"),
        (Settings(Path("r.db"), "0.0.0.0"), "no account to log in with"),
    ],
)
def test_others_reach_it_only_by_accounts(tmp_path: Path, settings: Settings, refused: str | None) -> None:
    accounts = Accounts(tmp_path / "accounts.json")
    if refused is None:
        check(settings, accounts)
    else:
        with pytest.raises(ServeError, match=refused):
            check(settings, accounts)


def test_listening_everywhere_needs_a_name(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path / "accounts.json")
    accounts.add("kim", "editor", PASSWORD)
    with pytest.raises(ServeError, match="no name for it is given"):
        check(Settings(Path("r.db"), "0.0.0.0"), accounts)
    check(Settings(Path("r.db"), "0.0.0.0", ("desk.example",)), accounts)


def test_what_others_reach_is_shown_after_a_login_alone(server: FastAPI) -> None:
    settings = Settings(server.state.settings.record, "192.0.2.7", ("localhost",))
    client = client_of(create(server.state.record, settings))
    for path in ("/", "/timeline", "/search?q=x", "/download/timeline.csv"):
        answer = client.get(path)
        assert (answer.status_code, answer.headers["location"].partition("?")[0]) == (303, "/login")
    assert client.get("/api/timeline").status_code == 401
    assert client.get("/api/openapi.json").status_code == 401
    assert client.get("/login").status_code == 200
    assert client.post("/login", data={"name": "lee", "password": PASSWORD}).status_code == 303
    assert client.get("/timeline").status_code == 200


def test_accounts_keep_hashes_in_a_file_of_their_owner_s(tmp_path: Path) -> None:
    accounts = Accounts(tmp_path / "accounts.json")
    accounts.add("kim", "editor", PASSWORD)
    assert PASSWORD not in accounts.file.read_text()
    assert "$argon2id$" in accounts.file.read_text()
    assert stat.S_IMODE(accounts.file.stat().st_mode) == 0o600
    found = accounts.login("kim", PASSWORD)
    assert found is not None
    assert found.edits
    assert accounts.login("kim", "wrong") is None
    assert accounts.login("nobody", PASSWORD) is None
    accounts.remove("kim")
    assert accounts.login("kim", PASSWORD) is None


@pytest.mark.parametrize(
    ("name", "role", "password", "says"),
    [
        ("", "reader", PASSWORD, "no name"), ("a b", "reader", PASSWORD, "no name"), ("kim", "king", PASSWORD, "no role"),
        ("kim", "reader", "short", "10 characters"),
    ],
)  # fmt: skip
def test_accounts_that_cannot_be(tmp_path: Path, name: str, role: str, password: str, says: str) -> None:
    with pytest.raises(AccountError, match=says):
        Accounts(tmp_path / "accounts.json").add(name, role, password)


def test_a_broken_file_of_accounts_is_named(tmp_path: Path) -> None:
    file = tmp_path / "accounts.json"
    file.write_text("{")
    with pytest.raises(AccountError, match="no file of accounts"):
        Accounts(file).all()


def test_the_command_serves_and_stops(small: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-c",
        "from dragoman.cli import main; main()",
        "serve",
        "--record",
        str(small),
        "--port",
        "0",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "COLUMNS": "200"}) as process:
        assert process.stdout
        late = threading.Timer(60, process.kill)
        late.start()
        line = process.stdout.readline()
        match = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert match, line
        assert "3 dispatches" in httpx2.get(match[0], timeout=30).text
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        late.cancel()
