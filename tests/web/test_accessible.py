"""Pages as axe-core judges them: no serious violation on any page, light and wide, dark and narrow; and none goes beyond the window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from dragoman.record.store import Record
from dragoman.views.query import Query
from dragoman.views.roll import roll
from dragoman.web.accounts import Accounts
from dragoman.web.settings import Settings
from tests.web.browsing import CHROMIUM, login, opened, serving
from tests.web.conftest import PASSWORD

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium: apt-get install chromium")

LISTS = (
    "/", "/timeline", "/timeline?until=1900", "/ledger", "/ledger?status=overdue", "/calendar", "/formulas", "/formulas/candidates", "/people", "/mechanisms", "/instruments", "/tokens",
    "/issues", "/course", "/dispatches", "/judgements", "/search", "/search?q=seafood", "/search?q=speaker:nobody",
    "/search?q=since:never", "/brief", "/brief?person=Takeshi+Iwaya&as_of=2025-12-31", "/login", "/add", "/nowhere",
)  # fmt: skip


def pages(file: Path) -> Iterator[str]:
    """Addresses of every kind of page."""
    yield from LISTS
    with Record.open(file, create=False) as record:
        met = roll()["timeline"].view(record, Query.of(limit=400))
        told = max(met.encounters, key=lambda one: len(one.tellings))
        words = told.tellings[0]
        yield f"/encounter/{told.entry}"
        yield f"/dispatch/{words.evidence.dispatch}"
        yield f"/dispatch/{words.evidence.dispatch}?span={words.evidence.start}-{words.evidence.end}"
        yield f"/cite/{words.evidence.dispatch}?span={words.evidence.start}-{words.evidence.end}"
        yield f"/finding/{words.finding}"
        yield f"/entry/{roll()['ledger'].view(record, Query.of(limit=1)).undertakings[0].entry}"
        yield f"/mechanism/{roll()['calendar'].view(record, Query.of()).series[0].entry}"
        yield f"/formula/{roll()['formulas'].view(record, Query.of()).register[0].formula}"
        yield f"/issue/{roll()['search'].view(record, Query.of(words='issue:taiwan')).hits[0].findings[0].what}"
        people = {p.entry for one in met.encounters for p in one.participants if p.entry}
        yield f"/person/{min(people)}"


def wrong(page: Page) -> list[str]:
    """What axe-core finds serious or worse, with where."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]} {[each['message'] for each in node['any']]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"][:3]
    ]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1200), ("dark", 375)])
def test_no_page_has_a_serious_violation(
    browser: Browser, samples_file: Path, tmp_path: Path, scheme: str, width: int
) -> None:
    file = Path(shutil.copy(samples_file, tmp_path))
    Accounts(Settings(file).accounts_file).add("kim", "editor", PASSWORD)
    found: dict[str, list[str]] = {}
    size = {"width": width, "height": 800}
    with serving(file) as at, opened(browser, at, color_scheme=scheme, viewport=size, quiet=False) as page:

        def look(path: str) -> None:
            page.goto(path)
            for _ in range(3):
                closed = page.locator("main details:not([open]) > summary")
                if closed.count():
                    closed.first.click()
            said = wrong(page)
            if (over := page.evaluate("document.documentElement.scrollWidth - innerWidth")) > 0:
                said.append(f"{over} pixels wider than the window")
            if said:
                found[page.url] = said

        every = list(pages(file))
        for path in every:
            look(path)
        login(page)
        for path in ("/add", "/tokens", "/judgements", *every[len(LISTS) :]):  # where an editor finds forms
            look(path)
    assert found == {}


def test_the_check_sees_what_is_wrong(browser: Browser, address: str) -> None:
    with opened(browser, address) as page:
        page.goto("/")
        page.evaluate("document.querySelector('#q-top').previousElementSibling.remove(); document.title = ''")
        page.evaluate("document.querySelector('#q-top').removeAttribute('placeholder')")
        assert {one.partition(":")[0] for one in wrong(page)} == {"label", "document-title"}
