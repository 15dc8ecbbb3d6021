"""What people come for, walked through in a browser on the record of all samples."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

import dragoman.intake
from dragoman.dispatch import Dispatch
from dragoman.intake import Step, Taken, intake
from dragoman.record.store import Record
from dragoman.views.query import Query
from dragoman.views.roll import roll
from dragoman.web.accounts import Accounts
from dragoman.web.settings import Settings
from tests.aligned.test_annotation import SAMPLES
from tests.web.browsing import CHROMIUM, login, opened, serving
from tests.web.conftest import PASSWORD

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Debian's chromium: apt-get install chromium")


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    with opened(browser, address) as one:
        yield one


@pytest.fixture
def own(samples_file: Path, tmp_path: Path) -> Path:
    """A copy of the record with an editor."""
    file = Path(shutil.copy(samples_file, tmp_path))
    Accounts(Settings(file).accounts_file).add("kim", "editor", PASSWORD)
    return file


def test_1_from_the_overview_to_a_sentence_of_the_newest_encounter(page: Page) -> None:
    page.goto("/")
    page.locator("article.encounter a.what").first.click()
    expect(page.get_by_role("heading", name="Who tells of it")).to_be_visible()
    words = page.locator("figure.quote blockquote a").last
    sentence = words.inner_text()
    words.click()
    chosen = page.locator("mark.chosen")
    expect(chosen.first).to_be_in_viewport()
    assert " ".join("".join(chosen.all_inner_texts()).split())[:40] == " ".join(sentence.split())[:40]


def test_1_from_a_lane_of_the_timeline_to_its_encounter(page: Page) -> None:
    page.goto("/")
    lane = page.locator(".lane-name", has_text="leaders")
    expect(lane).to_be_visible()
    dot = page.locator(".strip svg a", has=page.locator(f'circle[cy="{lane.get_attribute("y")}"]')).last
    dot = dot if dot.count() else page.locator(".strip svg a").last
    words = dot.locator("title").text_content() or ""
    head, _, sentence = words.partition("\n")
    dot.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/encounter/*")
    expect(page.locator("p.lead strong")).to_have_text(head.split(" · ")[0])
    assert sentence[:60] in " ".join(page.locator("main").inner_text().split())


def test_2_a_contested_sentence_with_its_denial_and_the_protest(page: Page) -> None:
    page.goto("/timeline?since=2025-03-21&until=2025-03-21")
    met = page.locator("article.encounter", has_text="Ishiba").filter(has=page.locator("a.what", has_text="Meeting"))
    met.locator("a.what").first.click()
    contested = page.locator("article.point", has=page.get_by_text("contested", exact=True))
    expect(contested.locator(".claimed")).to_contain_text("respects the positions")
    expect(contested.locator(".denied")).to_contain_text("made no such statement")
    expect(contested.locator(".protested")).to_contain_text("protest")
    contested.locator(".denied blockquote a").first.click()
    expect(page.locator("mark.chosen").first).to_contain_text("no such statement")


def test_3_a_person_s_offices_and_how_a_position_changed(page: Page) -> None:
    page.goto("/people?q=Wang+Yi")
    page.get_by_role("link", name="Wang Yi", exact=True).first.click()
    expect(page.get_by_role("heading", name="Offices")).to_be_visible()
    expect(page.locator("main")).to_contain_text("Foreign Minister")
    turn = page.locator(".note", has_text="than before").first
    expect(turn).to_contain_text(re.compile(r"(harder|softer|cooler|warmer)( in tone)? than before"))
    assert turn.locator("figure.quote").count() == 2


def test_4_an_overdue_commitment_and_its_words(page: Page) -> None:
    page.goto("/ledger")
    page.get_by_label("Status").select_option("overdue")
    page.get_by_role("button", name="Show").click()
    assert "status=overdue" in page.url
    first = page.locator("article.owed").first
    expect(first.locator(".status")).to_have_text("overdue")
    expect(first).to_contain_text(re.compile(r"due \d{4}"))
    first.get_by_role("link", name="all of it").click()
    expect(page.locator("article.owed .status")).to_have_text("overdue")
    expect(page.locator("article.owed")).to_contain_text(re.compile(r"due \d{4}"))
    expect(page.locator("main")).not_to_contain_text(re.compile("open *no"))
    page.go_back()
    words = first.locator("blockquote a").first
    said = words.inner_text()
    words.click()
    assert " ".join("".join(page.locator("mark.chosen").all_inner_texts()).split())[:30] == said[:30]


def test_5_a_mechanism_s_lapse_and_its_next_session(page: Page) -> None:
    page.goto("/calendar?as_of=2025-12-31")
    page.get_by_role("link", name=re.compile("High-Level Economic Dialogue")).first.click()
    row = page.locator("tr", has_text="2025-03-22")
    expect(row.locator("td").first).to_have_text("6")
    expect(row).to_contain_text("after 5.9 years")
    expect(row).to_contain_text("Takeshi Iwaya")
    expect(page.locator("main")).to_contain_text("5.9 years between 5 and 6")
    sessions = page.get_by_role("table", name="Sessions of China-Japan High-Level Economic Dialogue")
    numbers = sessions.locator("tbody td:first-child").all_inner_texts()
    assert [n for n in numbers if n != "?"] == ["7", "6", "5", "4", "3", "2", "1"]
    expect(page.locator("main")).to_contain_text(re.compile(r"Agreed or proposed without a date: \d{4}-\d\d-\d\d"))
    expect(page.locator(".note").first).to_contain_text(
        "The next session (the 7th) is promised without a date, in China"
    )
    promise = page.locator("section", has=page.get_by_role("heading", name="Sessions")).locator("blockquote a").first
    expect(promise).to_contain_text(re.compile("at an appropriate time|next session"))
    promise.click()
    expect(page.locator("mark.chosen").first).to_contain_text(re.compile("seventh|next session"))


def test_6_a_formula_s_silence_and_its_concordance(page: Page) -> None:
    page.goto("/formulas")
    page.get_by_role("link", name="Strategic relationship of mutual benefit", exact=True).click()
    expect(page.locator("main")).to_contain_text("Silent for 9.0 years")
    hits = page.locator("section", has=page.get_by_role("heading", name="Concordance")).locator("mark.hit")
    expect(hits.first).to_contain_text(re.compile("mutual|互", re.IGNORECASE))


def test_7_a_search_narrowed_to_three_fields_has_an_address_to_share(
    page: Page, browser: Browser, address: str
) -> None:
    page.goto("/search")
    page.locator("#q").fill('speaker:"Wang Yi" 2023..2025')
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    aside = page.get_by_role("complementary", name="Narrow the search")
    for field, name in (("act:urge", "urge"), ("issue:taiwan", "the Taiwan question")):
        option = aside.locator("li", has=page.get_by_role("link", name=name, exact=True))
        number = int(option.locator(".dim").inner_text())
        option.get_by_role("link").click()
        expect(page.locator("#q")).to_have_value(re.compile(field))
        expect(page.locator("article.hit")).to_have_count(number)
    for hit in page.locator("article.hit").all():
        expect(hit).to_contain_text("urge")
        expect(hit.locator(".tag", has_text="taiwan")).to_be_visible()
    said = page.locator("article.hit blockquote").all_inner_texts()
    assert said
    with opened(browser, address) as other:
        other.goto(page.url)
        assert other.locator("article.hit blockquote").all_inner_texts() == said


def test_8_a_brief_for_a_counterpart_on_paper(browser: Browser, address: str) -> None:
    with opened(browser, address, color_scheme="dark") as page:
        page.goto("/brief")
        page.get_by_label("To be met").fill("Takeshi Iwaya")
        page.get_by_label("As known on").fill("2025-12-31")
        page.get_by_role("button", name="Build the brief").click()
        expect(page.get_by_role("heading", name="Brief: Takeshi Iwaya")).to_be_visible()
        quoted = page.locator("figure.quote blockquote").all_inner_texts()
        topics = [t.inner_text() for t in page.locator("section.whole").all()]
        paper = pypdfium2.PdfDocument(page.pdf(format="A4"))
    sheets = [" ".join(paper[n].get_textpage().get_text_range().split()) for n in range(len(paper))]
    assert 1 < len(sheets) < 12
    assert sheets[0].startswith("Brief: Takeshi Iwaya")
    assert min(len(sheet) for sheet in sheets[:-1]) > 300  # no sheet stands half empty for a heading's sake
    text = " ".join(sheets)
    headings = ["Who", "Last encounters", "What each side said last", "Open and overdue", "Phrases to expect"]
    places = [text.index(heading) for heading in headings]
    assert places == sorted(places)
    for words in quoted:
        assert " ".join(words.split())[:40] in text, words
    assert topics
    for topic in topics:  # an issue's heading stands on the sheet of what each side said
        first, *_, last = [" ".join(line.split()).removesuffix(" cite") for line in topic.splitlines() if line.strip()]
        assert sum(first in sheet and last[:30] in sheet for sheet in sheets) == 1, first
    for screen in ("Build the brief", "Search", "Log in", "All dispatches", "Show findings"):
        assert screen not in text
    for n in range(len(paper)):
        seen = paper[n].render().to_numpy()
        assert seen[:8].min() > 250  # white paper, whatever the screen's colours
        assert seen.min() < 100


def slowly(record: Record, found: Iterable[Dispatch], *, at: datetime, progress: Callable[[Step], None]) -> Taken:
    """Intake that waits after each dispatch for as long as a browser needs to ask again."""

    def waiting(step: Step) -> None:
        progress(step)
        time.sleep(4)

    return intake(record, found, at=at, progress=waiting)


def test_9_pasting_a_text_and_adding_a_pdf_and_a_broken_file(
    browser: Browser, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dragoman.intake, "intake", slowly)
    told = (
        "TOKYO, March 3, 2026 (Herald) -- Foreign Minister Ana Diaz met Foreign Minister Bo Lind in Tokyo on Tuesday.\n"
    )
    with serving(own) as at, opened(browser, at) as page:
        login(page)
        page.get_by_role("link", name="Add", exact=True).click()
        page.get_by_label("Paste a text").fill(told)
        broken: FilePayload = {"name": "broken.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 and no more"}
        talks: FilePayload = {
            "name": "talks.pdf",
            "mimeType": "application/pdf",
            "buffer": (SAMPLES / "2024-12-25-japan-iwaya-wang.pdf").read_bytes(),
        }
        page.get_by_label("Or choose files").set_input_files([talks, broken])
        page.get_by_role("button", name="Read and add").click()
        bar = page.get_by_role("progressbar", name="How far it is")
        expect(bar).to_have_attribute("value", "0")
        expect(page.get_by_role("status")).to_contain_text("1 of 2 read", timeout=120_000)
        expect(bar).to_have_attribute("value", "50")
        expect(page.get_by_role("heading", name="Done")).to_be_visible(timeout=120_000)
        expect(page.get_by_role("status")).to_contain_text("1 dispatch added, 1 there already, 1 skipped")
        expect(page.locator("li", has_text="broken.pdf")).to_contain_text("broken.pdf: ")
        assert len(page.locator("li", has_text="broken.pdf").inner_text()) > len("broken.pdf: ") + 10
        page.get_by_role("link", name="pasted text").click()
        expect(page.locator(".received")).to_contain_text("met Foreign Minister Bo Lind")


def twice_told(file: Path) -> tuple[str, list[str]]:
    """An encounter of which two independent dispatches tell once each, and their files."""
    with Record.open(file) as record:
        found = roll()["timeline"].view(record, Query.of(limit=400))
    one = next(e for e in found.encounters if e.sources.independent == len(e.tellings) == 2)
    told = {source.dispatch: Path(source.origin).name for source in found.dispatches}
    return one.entry, [str(SAMPLES / told[telling.evidence.dispatch]) for telling in one.tellings]


def test_10_a_split_holds_through_undo_restart_and_adding_again(browser: Browser, own: Path) -> None:
    entry, files = twice_told(own)
    lead = "p.lead"
    with serving(own) as at, opened(browser, at) as page:
        login(page)

        def split() -> None:
            page.goto(f"/encounter/{entry}")
            expect(page.locator(lead)).to_contain_text("2 sources")
            page.get_by_text("Correct this").click()
            page.get_by_role("button", name="Split it off").last.click()
            expect(page.locator(lead)).to_contain_text("1 source")

        split()
        page.goto("/judgements")
        expect(page.locator("li", has_text="different")).to_contain_text("kim")
        page.get_by_role("button", name="Take it back").click()
        expect(page.locator("li.revoked")).to_contain_text("taken back")
        split()
    with serving(own) as at, opened(browser, at) as page:
        login(page)
        page.goto("/add")
        page.get_by_label("Or choose files").set_input_files(files)
        page.get_by_role("button", name="Read and add").click()
        expect(page.get_by_role("heading", name="Done")).to_be_visible(timeout=120_000)
        expect(page.get_by_role("status")).to_contain_text("0 dispatches added, 2 there already")
        page.goto(f"/encounter/{entry}")
        expect(page.locator(lead)).to_contain_text("1 source")
        expect(page.locator(".judged li", has_text="by kim").filter(has_not_text="taken back")).to_have_count(1)
        page.goto("/judgements")
        expect(page.locator("main li")).to_have_count(2)
        expect(page.locator("main li.revoked")).to_have_count(1)
        reached = set()
        for half in ("first", "last"):
            page.goto("/judgements")
            getattr(page.locator("main li:not(.revoked) a"), half).click()
            expect(page.locator("main")).to_contain_text("part of")
            page.get_by_role("main").get_by_role("link", name=re.compile(" of ")).first.click()
            expect(page.locator(lead)).to_contain_text("1 source")
            reached.add(page.url)
        assert len(reached) == 2
        assert sum(url.endswith(entry) for url in reached) == 1


def test_a_dispatch_reads_without_a_script_and_on_a_narrow_screen(browser: Browser, address: str) -> None:
    with opened(browser, address, java_script_enabled=False, viewport={"width": 375, "height": 700}) as page:
        page.goto("/dispatches")
        page.locator("main li a").first.click()
        expect(page.locator(".received")).to_be_visible()
        expect(page.locator(".keys")).to_be_hidden()
    with opened(browser, address, viewport={"width": 375, "height": 700}) as page:
        for path in (
            "/",
            "/timeline",
            "/ledger",
            "/calendar",
            "/formulas",
            "/course",
            "/brief",
            "/people",
            "/search?q=seafood",
        ):
            page.goto(path)
            assert page.evaluate("document.documentElement.scrollWidth") <= 375, path


def test_keys_go_from_mark_to_mark_and_open_the_grounds(page: Page) -> None:
    page.goto("/dispatches")
    page.locator("main li a").first.click()
    expect(page.locator("html.has-script .received")).to_be_visible()
    page.keyboard.press("j")
    expect(page.locator(".received mark.here")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("details.finding.here[open]")).to_have_count(1)
    page.locator("input[data-kind=person]").uncheck()
    colour = page.locator(".received mark.person").first.evaluate("e => getComputedStyle(e).backgroundColor")
    assert colour == "rgba(0, 0, 0, 0)"


def test_selected_words_get_an_address_and_a_citation(page: Page) -> None:
    page.goto("/search?q=%22military+activity%22")
    page.locator("article.hit blockquote a").first.click()
    sentence = page.locator(".received")
    said = "military activity"
    sentence.evaluate(
        """(text, said) => {
            const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
            let node;
            while ((node = walker.nextNode()) && !node.data.includes(said));
            const range = document.createRange();
            range.setStart(node, node.data.indexOf(said));
            range.setEnd(node, node.data.indexOf(said) + said.length);
            getSelection().removeAllRanges();
            getSelection().addRange(range);
        }""",
        said,
    )
    page.get_by_role("link", name="link to them").click()
    page.wait_for_url("**/dispatch/*?span=*")
    assert "".join(page.locator("mark.chosen").all_inner_texts()) == said
    page.get_by_role("link", name="Cite them").click()
    for name in ("Plain", "Chicago", "BibTeX"):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    expect(page.locator("#cite-1")).to_contain_text(f"“{said}”")
    expect(page.locator("#cite-3")).to_contain_text("@online{dragoman-")


def test_every_quotation_is_cited_from_where_it_stands(page: Page) -> None:
    page.goto("/timeline?since=2025-03-21&until=2025-03-21")
    quote = page.locator("figure.quote").first
    said = " ".join(quote.locator("blockquote").inner_text().split())
    quote.get_by_role("link", name="Cite these words").click()
    expect(page.locator("#cite-1")).to_contain_text(said[:60])
    page.get_by_role("link", name="Back to the text").click()
    expect(page.locator("mark.chosen").first).to_be_in_viewport()


def test_a_slash_leads_to_the_search(page: Page) -> None:
    page.goto("/ledger")
    page.keyboard.press("/")
    page.keyboard.type("seafood")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Search")).to_be_visible()
    expect(page.locator("article.hit").first).to_contain_text(re.compile("seafood", re.IGNORECASE))


def test_an_editor_makes_a_token_and_sees_it_once(browser: Browser, own: Path) -> None:
    with serving(own) as at, opened(browser, at) as page:
        login(page)
        page.get_by_role("link", name="Tokens").click()
        page.get_by_label("What it is for").fill("nightly intake")
        page.get_by_label("What the program may do").select_option("editor")
        page.get_by_role("button", name="Make the token").click()
        token = page.locator("#made-token").inner_text()
        assert token.startswith("dragoman_")
        row = page.get_by_role("row", name=re.compile("nightly intake"))
        expect(row).to_contain_text("read, correct and add")
        page.goto("/tokens")
        assert token not in page.content()
        page.get_by_role("button", name="Revoke the token nightly intake").click()
        expect(page.get_by_text("You have none")).to_be_visible()
