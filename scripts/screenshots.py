"""Pictures of the pages for the README, from the samples that ship with the package: `python scripts/screenshots.py`.

Needs the extra `dev` and Debian's chromium.
"""

from __future__ import annotations

import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from dragoman.cli.samples import samples
from dragoman.dispatch import Dispatch
from dragoman.intake import intake
from dragoman.record.store import Record
from dragoman.sources.gather import gather
from dragoman.views.query import Query
from dragoman.views.roll import roll
from dragoman.web.app import create
from dragoman.web.settings import Settings

IMAGES = Path(__file__).parent.parent / "docs" / "images"
CHROMIUM = "/usr/bin/chromium"
SIZE = {"width": 1200, "height": 760}


def main() -> int:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "dragoman.db") as record:
        found = [item for item in gather(samples()) if isinstance(item, Dispatch)]
        intake(record, found, at=datetime.now(UTC))
        server = uvicorn.Server(
            uvicorn.Config(create(record, Settings(Path(record.where))), port=0, log_level="error", ws="none")
        )
        thread = threading.Thread(target=server.run)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        try:
            _shoot(f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}", record)
        finally:
            server.should_exit = True
            thread.join()
    return 0


def _shoot(address: str, record: Record) -> None:
    encounter = _contested(record)
    claim = roll()["compare"].view(record, Query(entry=encounter)).points
    words = next(point for point in claim if point.status == "contested").contest.claim[0]
    place = f"{words.start}-{words.end}"
    pages = {
        "overview": "/",
        "encounter": f"/encounter/{encounter}",
        "dispatch": f"/dispatch/{words.dispatch}?span={place}",
    }
    looks = [(name, path, "light") for name, path in pages.items()] + [("encounter-dark", pages["encounter"], "dark")]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        for name, path, scheme in looks:
            size = {**SIZE, "height": 1280} if name == "dispatch" else SIZE  # down to the chosen words in their place
            page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            page.goto(address + path)
            page.evaluate("document.activeElement.blur()")
            page.screenshot(path=str(IMAGES / f"{name}.png"))
            page.close()
        browser.close()


def _contested(record: Record) -> str:
    """The encounter of which a sentence is contested."""
    for one in roll()["timeline"].view(record, Query.of(limit=400)).encounters[::-1]:
        compared = roll()["compare"].view(record, Query(entry=one.entry))
        if any(point.status == "contested" for point in compared.points):
            return str(one.entry)
    raise SystemExit("the samples hold no contested point")


if __name__ == "__main__":
    sys.exit(main())
