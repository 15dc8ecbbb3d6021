"""A small record made by hand, the record of all samples, and browsers on both."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from playwright.sync_api import Browser, sync_playwright
from starlette.testclient import TestClient

from dragoman.intake import lore
from dragoman.record.store import Record
from dragoman.web.app import create
from dragoman.web.settings import Settings
from tests.record.factories import talks
from tests.views import annotated

AT = datetime(2025, 12, 31, tzinfo=UTC)
PASSWORD = "seven quiet herons"
SITE = "http://localhost"


def client_of(app: FastAPI) -> TestClient:
    """A browser without cookies that sends what browsers send with their forms."""
    return TestClient(app, base_url=SITE, follow_redirects=False, headers={"origin": SITE})


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two outlets' accounts of one meeting, and another meeting of the same people; an editor and a reader."""
    file = tmp_path_factory.mktemp("small") / "small.db"
    with Record.open(file) as record:
        for draft in (
            talks("2024-05-02", "Ana Diaz (ARG)", "Bo Lind (SWE)", "Lima", outlet="Morning Post"),
            talks("2024-05-02", "Ana Diaz (ARG)", "Bo Lind (SWE)", "Lima", outlet="Evening Sun", note=" and sailors"),
            talks("2024-09-09", "Ana Diaz (ARG)", "Bo Lind (SWE)", "Oslo", outlet="Morning Post"),
        ):
            record.add(draft.dispatch, draft.reading, AT)
        record.resolve(AT, lore())
    quick = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
    held = {name: {"role": role, "password": quick} for name, role in (("kim", "editor"), ("lee", "reader"))}
    Settings(file).accounts_file.write_text(json.dumps({"accounts": held}))
    return file


@pytest.fixture
def server(small: Path, tmp_path: Path) -> Iterator[FastAPI]:
    """A server of the small record's copy."""
    for file in small.parent.iterdir():
        shutil.copy(file, tmp_path)
    file = tmp_path / small.name
    with Record.open(file) as record:
        app = create(record, Settings(file))
        yield app
        app.state.jobs.stop()


@pytest.fixture
def visitor(server: FastAPI) -> TestClient:
    return client_of(server)


@pytest.fixture
def login(server: FastAPI) -> Callable[[str], TestClient]:
    """A browser of someone who has logged in."""

    def made(name: str) -> TestClient:
        client = client_of(server)
        assert client.post("/login", data={"name": name, "password": PASSWORD}).status_code == 303
        return client

    return made


@pytest.fixture(scope="session")
def samples_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of all samples as they are read and resolved."""
    file = tmp_path_factory.mktemp("web") / "samples.db"
    with Record.open(file) as record:
        for dispatch, reading in annotated.samples().values():
            record.add(dispatch, reading, AT)
        record.resolve(AT, lore())
    return file


@pytest.fixture(scope="session")
def samples_app(samples_file: Path) -> Iterator[FastAPI]:
    with Record.open(samples_file) as record:
        yield create(record, Settings(samples_file))


@pytest.fixture
def reader(samples_app: FastAPI) -> TestClient:
    """A browser on the record of all samples."""
    return client_of(samples_app)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from tests.web.browsing import CHROMIUM, SWITCHES

    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=str(CHROMIUM), args=SWITCHES)
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(samples_file: Path) -> Iterator[str]:
    """A server of the record of all samples."""
    from tests.web.browsing import serving

    with serving(samples_file) as at:
        yield at
