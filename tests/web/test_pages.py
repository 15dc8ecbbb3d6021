"""Pages say what their views say, and errors and empty records say what to do."""

from __future__ import annotations

import html
import json
import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import dragoman.views.search
import dragoman.web.pages.search
import dragoman.web.rows
from dragoman.record.meanings import learn
from dragoman.record.store import Record
from dragoman.views.positions import COOPERATIVE, CRITICAL
from dragoman.web.app import create
from dragoman.web.settings import Settings
from tests.record.factories import Draft
from tests.record.models import words
from tests.web.conftest import client_of


def first(client: TestClient, **asked: str) -> dict[str, object]:
    found: dict[str, object] = client.get("/api/timeline", params=asked).json()["encounters"][0]
    return found


def test_the_overview_counts_and_lists(visitor: TestClient) -> None:
    body = visitor.get("/").text
    assert "3 dispatches" in body
    assert "Meeting in Oslo" in body
    assert body.count('class="dot held"') == 2


def test_an_encounter_shows_both_accounts_and_leads_to_their_characters(visitor: TestClient) -> None:
    entry = first(visitor)["entry"]
    body = visitor.get(f"/encounter/{entry}").text
    assert "Morning Post" in body
    assert "Evening Sun" in body
    href = re.findall(r'href="(/dispatch/\w+\?span=\d+-\d+)#', body)[0]
    page = visitor.get(href).text
    assert re.search(r'<mark class="chosen" id="s\d+-\d+"', page)
    assert "On 2024-05-02, Ana Diaz met Bo Lind in Lima." in re.sub(r"<[^>]+>", "", page)


def test_a_span_outside_the_text_is_left_unmarked(visitor: TestClient) -> None:
    dispatch = visitor.get("/api/timeline").json()["dispatches"][0]["dispatch"]
    assert 'class="chosen"' not in visitor.get(f"/dispatch/{dispatch}?span=5-99999").text
    assert visitor.get(f"/dispatch/{dispatch}?part=7").status_code == 200
    assert visitor.get(f"/dispatch/{dispatch}?part=x").status_code == 400


@pytest.mark.parametrize(
    ("path", "status", "says"),
    [
        ("/nowhere", 404, "no such page"),
        ("/dispatch/0000000000000000", 404, "no such dispatch in the record"),
        ("/encounter/encounter-none", 404, "nothing in the record"),
        ("/timeline?since=yesterday", 400, "is not a date"),
        ("/timeline?person=Nobody+Known", 400, "no person of that name"),
        ("/timeline?offset=-1", 422, "greater than or equal to 0"),
        ("/search?q=act:shout", 400, "act"),
    ],
)
def test_errors_say_what_is_wrong_in_the_page_s_frame(visitor: TestClient, path: str, status: int, says: str) -> None:
    answer = visitor.get(path)
    assert answer.status_code == status
    assert says in answer.text
    assert '<nav aria-label="Parts of the record">' in answer.text


def test_a_remedy_leads_to_the_page_that_does_what_a_command_does(visitor: TestClient) -> None:
    body = visitor.get("/encounter/encounter-none").text
    assert '<a href="/timeline">The timeline</a> and <a href="/search">the search</a>' in body
    assert "<code>dragoman" not in body


def test_search_marks_words_and_offers_facets(reader: TestClient) -> None:
    body = reader.get("/search", params={"q": "seafood from:JPN"}).text
    assert '<mark class="hit">seafood</mark>' in body.casefold()
    assert 'aria-label="Narrow the search"' in body


def test_an_empty_record_says_how_to_fill_it(tmp_path: Path) -> None:
    file = tmp_path / "empty.db"
    with Record.open(file) as record:
        client = client_of(create(record, Settings(file)))
        assert "This record is empty" in client.get("/").text
        for path, says in (
            ("/timeline", "No dispatch tells of an encounter yet"),
            ("/ledger", "No dispatch tells of an undertaking yet"),
            ("/calendar", "No series of meetings is told of yet"),
            ("/formulas", "come here when dispatches use them"),
            ("/formulas/candidates", "More dispatches, or a longer time"),
            ("/people", "Dispatches that name one bring it here"),
            ("/mechanisms", "Dispatches that name one bring it here"),
            ("/instruments", "Dispatches that name one bring it here"),
            ("/issues", "come here when dispatches speak of them"),
            ("/course", "Nothing with a date yet"),
            ("/dispatches", "Add some"),
            ("/judgements", "Nothing yet. Where something was read wrongly"),
            ("/search?q=x", "Try fewer words"),
            ("/brief", "Name whom you will meet"),
            ("/brief?since=2020", "The record says nothing for this time"),
        ):
            answer = client.get(path)
            assert answer.status_code == 200, path
            assert says in answer.text, path


PAGES = ["/", "/timeline", "/people", "/issues", "/instruments", "/mechanisms", "/dispatches", "/search", "/search?q=talks",
         "/login", "/add", "/judgements", "/nowhere"]  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_a_title_one_heading_landmarks_and_labels(visitor: TestClient, path: str) -> None:
    body = visitor.get(path).text
    assert re.search(r"<title>[^<]+ · Dragoman</title>", body)
    assert len(re.findall(r"<h1\b", body)) == 1
    for landmark in ("<header", "<main", "<footer", "<nav"):
        assert landmark in body
    labelled = set(re.findall(r'<label[^>]* for="([^"]+)"', body))
    for field in re.findall(r"<(?:input|select|textarea)\b[^>]*>", body):
        if 'type="hidden"' in field or 'type="checkbox"' in field:
            continue
        match = re.search(r'\bid="([^"]+)"', field)
        assert match, field
        assert match[1] in labelled, field
    ids = re.findall(r'\bid="([^"]+)"', body)
    assert len(ids) == len(set(ids))


def test_wordings_that_no_desk_lists_stand_with_their_places(reader: TestClient) -> None:
    body = html.unescape(reader.get("/formulas/candidates").text)
    found = reader.get("/download/formulas-candidates.jsonl").text.splitlines()
    assert found
    for one in map(json.loads, found):
        assert f">{one['words']}</a>" in body
        first = one["evidence"][0]
        assert f"/dispatch/{first['dispatch']}?span={first['start']}-{first['end']}" in body
    assert "No side repeats a wording" in reader.get("/formulas/candidates?until=1990").text


def test_a_session_put_off_is_shown_as_put_off(reader: TestClient) -> None:
    body = reader.get("/mechanism/mechanism-beijing-tokyo-forum").text
    assert '<span class="status postponed">put off</span>' in body
    assert "The next session (the 21st) in China was put off, and no new date is told" in body
    assert "was due 2025-11-22" not in body
    assert "has been put off at the request of the Chinese side" in body


def test_an_office_is_no_paragraph_s_number(reader: TestClient) -> None:
    assert "2 Minister" not in reader.get("/person/person-takeshi-iwaya").text.partition("<h2>Positions")[0]


def test_custom_is_reckoned_from_the_last_session_that_the_desk_knows(reader: TestClient) -> None:
    def due(day: str) -> tuple[str, str]:
        asked = {"mechanism": "maritime-aerial-communication-mechanism", "as_of": day}
        following = reader.get("/api/calendar", params=asked).json()["series"][0]["next"]
        return following["due"], following["basis"]

    assert due("2020-12-31")[0] == "2019-12"  # that session was still to come
    assert due("2025-12-31") == (
        "2022-03", "held every year by the desk's word, after the session of 2021-03-29 that the desk alone knows",
    )  # fmt: skip


def plain(body: str) -> str:
    """What stands on a page, without marks and on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", body)).split())


def test_an_old_office_is_said_to_be_over(reader: TestClient) -> None:
    told = plain(reader.get("/person/person-takeshi-iwaya").text)
    assert "2024-12-04 to 2025-07-10; over since 2025-10-21, as the desk has it" in told
    late = plain(reader.get("/brief", params={"person": "Takeshi Iwaya", "as_of": "2025-12-31"}).text)
    assert "Foreign Minister (so called 2024-12-04 to 2025-07-10; over since 2025-10-21, as the desk has it)" in late
    early = plain(reader.get("/brief", params={"person": "Takeshi Iwaya", "as_of": "2025-01-31"}).text)
    assert "foreign minister (so called 2024-12-04 to 2025-01-14)" in early.lower()


def test_a_name_is_not_taken_for_itself(reader: TestClient) -> None:
    told = plain(reader.get("/person/person-shigeru-ishiba").text)
    assert "Shi Po Mao 1 dispatch; taken for Shigeru Ishiba" in told
    assert "Shigeru Ishiba 1 dispatch; taken" not in told
    assert "taken for Wang Yi" not in plain(reader.get("/person/person-wang-yi").text)


def session(outlet: str, day: str, number: int) -> Draft:
    text = f"The Tagus Dialogue met again in its round {number}, {outlet} says."
    return (
        Draft(text, outlet=outlet, published=day)
        .mechanism("Tagus Dialogue", "Tagus Dialogue", number)
        .encounter(text, "forum", day, mechanism="Tagus Dialogue", ordinal=number, countries=("NLD", "PRT"))
    )


def test_the_calendar_shows_both_numbers_that_dispatches_give_a_session(tmp_path: Path) -> None:
    file = tmp_path / "record.db"
    told = (
        session("A", "2023-05-06", 4), session("B", "2024-05-06", 5), session("C", "2024-05-06", 6),
        session("D", "2025-05-06", 7),
    )  # fmt: skip
    with Record.open(file) as record:
        for draft in told:
            record.add(draft.dispatch, draft.reading)
        record.resolve(datetime(2026, 1, 1, tzinfo=UTC))
        visitor = client_of(create(record, Settings(file)))
        body = visitor.get("/calendar").text
        entry = re.findall(r'href="(/encounter/[^"]*2024-05-06[^"]*)"', body)[0]
        alone = plain(visitor.get(entry).text)
    assert '<td class="number">5 or 6</td>' in body
    both = f'number of the session: <a href="/dispatch/{told[1].dispatch.id}?span='
    assert f"dispatches differ</span> {both}" in body
    assert "dispatches differ number of the session: 5 or 6" in plain(body)
    assert "No dispatch tells of session" not in body
    assert "Where dispatches differ on the facts Number of the session 5" in alone


def test_ranking_by_meaning_is_offered_where_it_can_be_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "record.db"
    draft = Draft("Scallops were sold again. Timber grew dear. Dear scallops.", published="2024-02-05", outlet="Paper")
    offer = "the nearest in meaning first, in whatever words"
    monkeypatch.setattr(dragoman.views.search, "meaning", words)
    with Record.open(file) as record:
        record.add(draft.dispatch, draft.reading)
        visitor = client_of(create(record, Settings(file)))
        monkeypatch.setattr(dragoman.web.pages.search, "installed", lambda: words().name)
        assert offer not in visitor.get("/search").text  # no vectors yet
        learn(record, words(), [draft.dispatch.id])
        assert offer in visitor.get("/search").text
        body = visitor.get("/search", params={"q": "dear timber", "semantic": "1"}).text
        assert "3 sentences, the nearest in meaning first." in plain(body)
        assert (
            plain(body).index("Timber grew dear.") < plain(body).index("Dear scallops.") < plain(body).index("again.")
        )
        assert 'name="semantic" value="1" checked' in body
        assert "/download/search.csv?q=dear+timber&amp;semantic=1" in body
        monkeypatch.setattr(dragoman.web.pages.search, "installed", lambda: None)
        other = client_of(create(record, Settings(file)))
        assert offer not in other.get("/search").text


def test_issues_and_phrases_go_by_their_names(reader: TestClient) -> None:
    found = reader.get("/search", params={"q": 'speaker:"Wang Yi" unilateralism'}).text
    hits = found.partition('<article class="hit"')[2]
    assert hits
    for one in hits.split('<article class="hit"'):
        assert (
            one.count(">against unilateralism and protectionism</a>") == 1
        )  # once, however often its words stand there
    assert ">multilateralism in trade, protectionism, the WTO</a>" in found.partition("</aside>")[0] + hits
    seafood = 'href="/issue/seafood-imports">bans on, or resumption of, seafood and food imports</a>'
    entry = next(
        one["entry"]
        for one in reader.get("/api/timeline?since=2025-03-21&until=2025-03-21").json()["encounters"]
        if one["kind"] == "meeting" and "Shigeru Ishiba" in str(one["participants"])
    )
    assert seafood in reader.get(f"/encounter/{entry}").text
    course = reader.get("/course").text.partition("Period by period")[2].partition("</table>")[0]
    assert ">bans on, or resumption of, seafood and food imports</a>" in course
    assert ">seafood-imports<" not in course
    dispatch = reader.get("/api/search", params={"words": "scallops issue:seafood-imports"}).json()["dispatches"][0]
    grounds = reader.get(f"/dispatch/{dispatch['dispatch']}").text
    assert "bans on, or resumption of, seafood and food imports (" in grounds
    assert re.search(r"<dt>published for</dt><dd[^>]*>(China|Japan)</dd>", grounds)


def test_the_interface_for_programs_has_a_page_to_read(reader: TestClient) -> None:
    body = reader.get("/api").text
    described = reader.get("/api/openapi.json").json()["paths"]
    for path, methods in described.items():
        for method in methods:
            assert f"<code>{method.upper()} {path}</code>" in body
    for href in re.findall(r'<a href="(/api/[^"]+)">See it</a>', body):
        assert reader.get(href).status_code == 200
    assert '<a href="/api">For programs</a>' in body


@pytest.mark.parametrize("path", ["/", "/timeline", "/api/timeline", "/static/mark.svg", "/nowhere"])
def test_a_program_may_ask_for_the_head_alone(visitor: TestClient, path: str) -> None:
    whole, head = visitor.get(path), visitor.head(path)
    assert (head.status_code, head.headers["content-type"]) == (whole.status_code, whole.headers["content-type"])
    assert head.text == ""


@pytest.mark.parametrize("path", ["/timeline", "/ledger", "/people", "/dispatches"])
def test_past_the_end_of_a_list_the_way_back_is_shown(reader: TestClient, path: str) -> None:
    told = plain(reader.get(path, params={"offset": 5000}).text)
    assert re.search(r"There are no more\. To the (newest|first)", told)
    assert "No dispatch tells" not in told
    assert "5001 to" not in told


def test_kinds_of_table_that_cannot_be_written_are_not_offered(
    visitor: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "/download/timeline.parquet" in visitor.get("/timeline").text
    monkeypatch.setattr(dragoman.web.rows, "find_spec", lambda _: None)
    body = visitor.get("/timeline").text
    assert "/download/timeline.jsonl" in body
    assert "/download/timeline.parquet" not in body


def test_a_return_of_leaders_is_told_as_far_as_the_record_knows(reader: TestClient) -> None:
    told = plain(reader.get("/course").text)
    assert "leaders met, 2018-05-09; no dispatch here tells of a meeting of leaders since 2014-11-10" in told


def test_a_turn_says_what_it_goes_by(reader: TestClient) -> None:
    told = plain(reader.get("/person/person-wang-yi").text.replace("<", " <"))
    turns = re.findall(r"(harder|softer|cooler|warmer) than before\. ([^.]+)\. Before: (\w+) .*? Then: (\w+) ", told)
    goes_by = {
        "harder": ("A concern, an objection or a warning, where there was none", CRITICAL),
        "softer": ("No concern, objection or warning, where there was one", (*COOPERATIVE, "state", "urge")),
        "cooler": ("Nothing agreed, promised or commended, where something was", ("state", "urge")),
        "warmer": ("Something agreed, promised or commended, where nothing was", COOPERATIVE),
    }
    assert turns
    for direction, reason, before, after in turns:
        said, acts = goes_by[direction]
        assert reason == said
        assert after in acts
        assert before not in acts


def test_the_readme_s_example_is_what_the_samples_hold(reader: TestClient) -> None:
    shown = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8").partition("$ dragoman compare ")[2]
    example = shown.partition("```")[0]
    entry = example.split()[0]
    answer = reader.get("/api/compare", params={"entry": entry})
    assert answer.status_code == 200, (
        f"{entry} of the README is none of the samples': `make demo` prints it as it is now"
    )
    told = answer.json()
    counts = Counter(point["status"] for point in told["points"])
    assert "points: " + ", ".join(f"{n} {word}" for word, n in sorted(counts.items())) in example
    quoted = re.findall(r"“([^”]+)”\s+\[(\w+):(\d+)-(\d+)\]", example)
    assert len(quoted) == 4
    held = {(e["dispatch"], e["start"], e["end"]): " ".join(e["text"].split()) for e in evidence(told)}
    for said, dispatch, start, end in quoted:
        assert held[dispatch, int(start), int(end)] == " ".join(said.split())


def evidence(told: Any) -> list[dict[str, Any]]:
    """All evidence items in an answer."""
    if isinstance(told, dict):
        own = [told] if told.keys() == {"dispatch", "start", "end", "text"} else []
        return own + [item for value in told.values() for item in evidence(value)]
    return [item for value in told for item in evidence(value)] if isinstance(told, list) else []


def test_the_server_s_lock_brings_all_kinds_of_table() -> None:
    root = Path(__file__).parents[2]
    assert re.search(r"^pyarrow==", (root / "requirements-web.lock").read_text(encoding="utf-8"), re.M)
    assert "--extra parquet -o requirements-web.lock" in (root / "Makefile").read_text(encoding="utf-8")


def spoken(number: int) -> Draft:
    """A dispatch of the day of that number, with a hard word on one issue and a kind one on another by turns."""
    day = date(2024, 1, 1) + timedelta(number)
    issues = ("fisheries", "trade", *(f"matter-{n}" for n in range(10)))
    text = f"Ana Diaz spoke in round {number}."
    draft = Draft(text, published=str(day), outlet="Herald").person("Ana Diaz", "ARG")
    draft.attribution(text, "Ana Diaz", ("oppose", "commend")[number % 2])
    for key in issues if number < 6 else issues[:1]:
        draft.issue(text, key)
    return draft


def test_a_person_s_newest_days_stand_on_the_page_and_the_rest_has_an_address(tmp_path: Path) -> None:
    file = tmp_path / "record.db"
    with Record.open(file) as record:
        for number in range(45):
            record.add(spoken(number).dispatch, spoken(number).reading)
        record.resolve(datetime(2026, 1, 1, tzinfo=UTC))
        visitor = client_of(create(record, Settings(file)))
        (key,) = set(re.findall(r'href="(/person/[^"?]*)"', visitor.get("/people").text))
        whole = visitor.get(key).text
        assert plain(whole).count("The newest 4 of 6 days and 5 turns: all of them.") == 11
        assert plain(whole).count("The newest 4 of 45 days and 44 turns: all of them.") == 1
        alone = visitor.get(f"{key}?issue=trade").text
        assert alone.count('<li class="stand ') == 6
        assert "The newest" not in alone
        many = visitor.get(f"{key}?issue=fisheries").text
        assert many.count('<li class="stand ') == 40
        assert "The newest 40 of 45 days: those up to 2024-01-06." in plain(many)
        further = html.unescape(re.findall(r'href="([^"]*)">those up to', many)[0])
        rest = visitor.get(further).text
        assert rest.count('<li class="stand ') == 6
        assert "The newest" not in rest
        sides = visitor.get("/issue/fisheries").text
        further = html.unescape(re.findall(r'href="([^"]*)">those up to', sides)[0])
        assert visitor.get(further).text.count('<li class="stand ') == 6


def test_every_place_that_names_a_mechanism_is_reached_by_pages(tmp_path: Path) -> None:
    file = tmp_path / "record.db"
    with Record.open(file) as record:
        for number in range(25):
            draft = session("A", f"20{number:02}-05-06", number + 1)
            record.add(draft.dispatch, draft.reading)
        record.resolve(datetime(2026, 1, 1, tzinfo=UTC))
        visitor = client_of(create(record, Settings(file)))
        (key,) = set(re.findall(r'href="(/mechanism/[^"?]*)"', visitor.get("/mechanisms").text))
        seen = [visitor.get(key).text.partition("Where it is named")[2]]
        assert "1 to 20 of 25" in seen[0]
        seen.append(visitor.get(html.unescape(re.findall(r'rel="next" href="([^"]*)"', seen[0])[0])).text)
        places = [set(re.findall(r"/cite/(\w+)", body.partition("Where it is named")[2] or body)) for body in seen]
        assert [len(found) for found in places] == [20, 5]
        assert not places[0] & places[1]
