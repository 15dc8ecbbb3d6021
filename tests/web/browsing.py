"""A server and a browser for the tests that look at pages as people do."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from playwright.sync_api import Browser, Page, expect

from dragoman.record.store import Record
from dragoman.web.app import create
from dragoman.web.settings import Settings
from tests.web.conftest import PASSWORD

CHROMIUM = Path("/usr/bin/chromium")
SWITCHES = ["--no-sandbox", "--disable-background-networking", "--disable-gpu", "--disable-dev-shm-usage"]


@contextmanager
def serving(file: Path) -> Iterator[str]:
    """A server of the record until the block ends; gives its address."""
    with Record.open(file) as record:
        app = create(record, Settings(file))
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", ws="none", lifespan="off"))
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        port = server.servers[0].sockets[0].getsockname()[1]
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join()
            app.state.jobs.stop()


@contextmanager
def opened(browser: Browser, at: str, quiet: bool = True, **more: object) -> Iterator[Page]:
    """A page whose console stays clean (where `quiet`) and that asks no one but the server."""
    context = browser.new_context(base_url=at, **more)  # type: ignore[arg-type]
    page = context.new_page()
    said: list[str] = []
    if quiet:
        page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: said.append(request.url) if not request.url.startswith(at) else None)
    yield page
    context.close()
    assert said == []


def login(page: Page) -> None:
    page.goto("/login")
    page.get_by_label("Name").fill("kim")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Log in").click()
    expect(page.get_by_text("kim, editor")).to_be_visible()
