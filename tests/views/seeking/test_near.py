"""Searches by meaning: fields choose, the words' meaning ranks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dragoman.errors import QueryError
from dragoman.intake import learn
from dragoman.record.store import Record
from dragoman.views import search
from dragoman.views.query import Query
from tests.record.factories import Draft
from tests.record.models import words

AT = datetime(2025, 1, 1, tzinfo=UTC)
URGED = "Ann Lee called on Chile to sell copper."
SAID = "Luis Soto said that the copper quota stands."
ASKED = "Reporters asked for salmon."
LATER = "Ann Lee warned of dear copper and salmon."
MARCH = (
    Draft(f"{URGED} {SAID} {ASKED}", published="2024-03-05")
    .person("Ann Lee", "KOR")
    .person("Luis Soto", "CHL")
    .attribution(URGED, "Ann Lee", "urge")
    .attribution(SAID, "Luis Soto", "commit")
)
MAY = Draft(LATER, published="2025-05-01").person("Ann Lee", "KOR").attribution(LATER, "Ann Lee", "warn")


@pytest.fixture
def record(monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    monkeypatch.setattr(search, "meaning", words)
    monkeypatch.setattr("dragoman.meaning.meaning", words)
    with Record.memory() as made:
        for draft in (MARCH, MAY):
            made.add(draft.dispatch, replace(draft.reading, desks=("world",)))
        made.resolve(AT)
        yield made


def found(record: Record, asked: str) -> list[str]:
    query = Query(words=asked, semantic=True)
    learn(record, query)
    return [hit.evidence.text for hit in search.view(record, query).hits]


ALL = {URGED, SAID, ASKED, LATER}
CASES: list[tuple[str, str, set[str]]] = [
    ("sell copper", URGED, ALL),
    ("salmon for reporters", ASKED, ALL),
    ('speaker:"Ann Lee" salmon', LATER, {URGED, LATER}),
    ('speaker:"Ann Lee" act:urge salmon', URGED, {URGED}),
    ("side:KOR dear salmon and copper", LATER, {URGED, LATER}),
    ("salmon ..2024", ASKED, {URGED, SAID, ASKED}),
    ("salmon -reporters", LATER, {URGED, SAID, LATER}),
    ("copper -act:warn -salmon", URGED, {URGED, SAID}),
]


@pytest.mark.parametrize(("asked", "first", "among"), CASES)
def test_fields_choose_and_words_rank(record: Record, asked: str, first: str, among: set[str]) -> None:
    hits = found(record, asked)
    assert set(hits) == among
    assert hits[0] == first


def test_the_contract_says_how_it_ranked(record: Record) -> None:
    query = Query(words="copper", semantic=True, limit=2, offset=1)
    learn(record, query)
    contract = search.view(record, query)
    assert (contract.order, contract.model, contract.complete) == ("nearest", "words 1", False)
    assert len(contract.hits) == 2
    scores = [hit.score or 0 for hit in contract.hits]
    assert 1 >= scores[0] >= scores[1] > 0
    plain = search.view(record, Query(words="copper"))
    assert (plain.order, plain.model) == ("best", None)


def test_only_what_the_fields_leave_needs_vectors(record: Record) -> None:
    query = Query(words='speaker:"Luis Soto" fish', semantic=True)
    told: list[tuple[int, int]] = []
    assert learn(record, query, lambda more, total: told.append((more, total))) == 3
    assert told == [(3, 3)]
    assert learn(record, query) == 0
    assert [hit.evidence.text for hit in search.view(record, query).hits] == [SAID]
    with pytest.raises(QueryError, match="1 sentences have no vectors by words 1"):
        search.view(record, Query(words="fish", semantic=True))


def test_without_words_there_is_nothing_to_compare(record: Record) -> None:
    with pytest.raises(QueryError, match="no words whose meaning"):
        learn(record, Query(words="act:urge", semantic=True))
