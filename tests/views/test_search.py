"""Sentences found by words and fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from dragoman.errors import QueryError
from dragoman.record.store import Record
from dragoman.views.contract import evidence_in
from dragoman.views.query import Query
from dragoman.views.search import Search, view
from dragoman.views.seeking import find
from tests.record.factories import Draft

AT = datetime(2025, 1, 1, tzinfo=UTC)

MARCH = (
    "Minister Ann Lee of Korea called on Chile to open its copper market. "
    "Minister Luis Soto said that Chile would study the copper quota. "
    "Reporters asked about salmon."
)
MAY = "Ann Lee warned that copper tariffs would follow. The ministry of Chile rejected the copper tariffs. 双方谈到铜矿问题。"


def _march() -> Draft:
    lee, soto, _ = _sentences(MARCH)
    return (
        Draft(MARCH, published="2024-03-05", outlet="Yonhap")
        .side("KOR")
        .person("Ann Lee", "KOR")
        .person("Luis Soto", "CHL")
        .attribution(lee, "Ann Lee", "urge")
        .attribution(soto, "Luis Soto", "commit")
        .commitment("Chile would study the copper quota", "pledged", ("CHL",))
        .issue("copper", "copper")
        .issue("copper", "quotas")
        .formula("copper quota", "quota-formula")
    )


def _may() -> Draft:
    warned, rejected, _ = _sentences(MAY)
    return (
        Draft(MAY, published="2025-05-01", outlet="El Mercurio")
        .side("CHL")
        .person("Ann Lee", "KOR")
        .attribution(warned, "Ann Lee", "warn")
        .attribution(rejected, "The ministry of Chile", "oppose")
    )


def _sentences(text: str) -> list[str]:
    return [s.strip() for s in text.replace(". ", ".\n").replace("。", "。\n").splitlines() if s.strip()]


@pytest.fixture
def record() -> Iterator[Record]:
    with Record.memory() as made:
        for draft in (_march(), _may()):
            made.add(draft.dispatch, replace(draft.reading, desks=("world",)))
        made.resolve(AT)
        yield made


def found(record: Record, words: str, **more: str) -> Search:
    return view(record, Query.of(words=words, **more))


def starts(search: Search) -> list[str]:
    return [
        hit.evidence.text.split()[0] + " " + hit.evidence.text.split()[-1]
        for hit in search.hits
        if " " in hit.evidence.text
    ]


CASES = [
    # words rank, fields choose
    ("copper market", ["Minister market."]),
    ('"copper quota"', ["Minister quota."]),
    ("tarif*", ["Ann follow.", "The tariffs."]),
    ('speaker:"Ann Lee"', ["Ann follow.", "Minister market."]),
    ('speaker:"Lee Ann" act:warn', ["Ann follow."]),
    ('speaker:"ministry of Chile"', ["The tariffs."]),
    ("side:KOR", ["Ann follow.", "Minister market."]),
    ("side:KOR from:CHL", ["Ann follow."]),
    ("side:Chile act:commit,oppose", ["The tariffs.", "Minister quota."]),
    ("-side:KOR copper", ["Minister quota.", "The tariffs."]),
    ("outlet:yonhap kind:pledged", ["Minister quota."]),
    ("kind:attribution ..2024", ["Minister market.", "Minister quota."]),
    ("issue:copper", ["Minister market."]),
    ("issue:copper,quotas", ["Minister market."]),
    ("issue:copper act:warn", []),
    ("copper 2025..", ["Ann follow.", "The tariffs."]),
    ("copper -tariffs -market", ["Minister quota."]),
    ("mode:direct", []),
]


@pytest.mark.parametrize(("words", "sentences"), CASES)
def test_what_is_found(record: Record, words: str, sentences: list[str]) -> None:
    search = found(record, words)
    assert sorted(starts(search)) == sorted(sentences)
    assert (search.total, search.complete) == (len(sentences), True)


@pytest.mark.parametrize(("words", "sentences"), CASES)
def test_among_too_many_to_rank_the_same_are_found_the_newest_first(
    record: Record, words: str, sentences: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find, "NARROW", 0)
    search = found(record, words)
    assert sorted(starts(search)) == sorted(sentences)
    places = [(hit.day, hit.evidence.start) for hit in search.hits]
    assert places == sorted(places, key=lambda place: (-int((place[0] or "0")[:4]), place[1]))


@pytest.mark.parametrize("words", ["copper", "side:KOR", "side:KOR copper", "copper kind:attribution"])
def test_where_more_are_found_than_are_counted_the_newest_are_given(
    record: Record, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(find, "NARROW", 0)
    every = found(record, words)
    monkeypatch.setattr(find, "MOST", 1)
    first = found(record, words)
    assert (every.complete, first.complete, first.total) == (True, False, 1)
    assert first.hits == every.hits[:1]


def test_the_newest_stands_first_without_words(record: Record) -> None:
    search = found(record, "kind:attribution")
    assert [hit.day for hit in search.hits] == ["2025-05-01", "2025-05-01", "2024-03-05", "2024-03-05"]
    assert (search.order, search.hits[0].score) == ("newest", None)


def test_words_are_marked_and_ranked(record: Record) -> None:
    search = found(record, "copper quota")
    assert search.order == "best"
    assert [m.text for m in search.hits[0].marks] == ["copper", "quota"]
    assert search.hits[0].score is not None


def test_chinese_is_found_inside_a_run(record: Record) -> None:
    (hit,) = found(record, "铜矿").hits
    assert [m.text for m in hit.marks] == ["铜矿"]


def test_a_hit_says_who_spoke_and_what_else_rests_on_it(record: Record) -> None:
    (hit,) = found(record, "quota act:commit").hits
    (statement,) = hit.statements
    assert (statement.speaker, statement.sides, statement.act) == ("Luis Soto", ("CHL",), "commit")
    assert {(h.kind, h.what) for h in hit.findings} >= {("commitment", "pledged"), ("formula", "quota-formula")}


def test_every_span_is_the_dispatch_s_own_characters(record: Record) -> None:
    items = evidence_in(found(record, "copper"))
    assert items
    assert all(record.dispatch(e.dispatch).text[e.start : e.end] == e.text for e in items)


def test_the_query_s_other_fields_are_conditions_too(record: Record) -> None:
    search = view(record, Query.of(words="copper", side="KOR", since="2025"))
    assert starts(search) == ["Ann follow."]
    assert search.understood.since == date(2025, 1, 1)


def test_pages_of_hits(record: Record) -> None:
    both = found(record, "kind:attribution")
    second = view(record, Query.of(words="kind:attribution", limit=1, offset=1))
    assert (second.total, second.hits) == (4, both.hits[1:2])


UNKNOWN = [
    ("speaker:Nobody", "Nobody"),
    ("issue:whaling", "whaling"),
    ("formula:whaling", "whaling"),
    ("mechanism:whaling", "whaling"),
    ("side:Atlantis", "Atlantis"),
]


@pytest.mark.parametrize(("words", "named"), UNKNOWN)
def test_values_that_nothing_knows_are_errors(record: Record, words: str, named: str) -> None:
    with pytest.raises(QueryError, match=named):
        found(record, words)


def test_an_empty_record_answers() -> None:
    with Record.memory() as empty:
        assert found(empty, "copper").hits == ()
