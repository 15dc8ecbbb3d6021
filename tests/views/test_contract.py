"""The base of all contracts: evidence as JSON, counts of sources, queries from a person's words, the roll."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from dragoman.errors import QueryError
from dragoman.views.contract import Evidence, Source, Sources, as_json, evidence_in
from dragoman.views.describe import contracts, objects, undescribed
from dragoman.views.query import Query
from dragoman.views.roll import roll
from dragoman.views.sourced import counted


@dataclass(frozen=True)
class Sample:
    day: date
    told: tuple[Evidence, ...]
    by: dict[str, Evidence]


HELLO = Evidence("d1", 0, 5, "Hello")
WORLD = Evidence("d2", 6, 11, "world")


def test_evidence_is_exactly_four_keys_at_any_depth() -> None:
    shown = as_json(Sample(date(2025, 3, 22), (HELLO,), {"second": WORLD}))
    assert shown["day"] == "2025-03-22"
    assert shown["told"] == [{"dispatch": "d1", "start": 0, "end": 5, "text": "Hello"}]
    assert shown["by"]["second"] == {"dispatch": "d2", "start": 6, "end": 11, "text": "world"}


def test_all_evidence_of_a_contract_is_found() -> None:
    assert evidence_in(Sample(date(2025, 1, 1), (HELLO,), {"x": WORLD})) == [HELLO, WORLD]


def test_a_thing_that_no_contract_holds_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        as_json({"a": object()})


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        (Sources(1, 1), "1 source"),
        (Sources(3, 3), "3 sources"),
        (Sources(1, 2), "1 independent source of 2 dispatches"),
        (Sources(3, 5), "3 independent sources of 5 dispatches"),
    ],
)
def test_sources_say_how_many_are_independent(sources: Sources, said: str) -> None:
    assert str(sources) == said


def test_copies_count_once() -> None:
    def source(key: str, group: str) -> Source:
        return Source(key, "", None, None, False, None, None, None, None, group)

    assert counted([source("a", "x"), source("b", "x"), source("c", "c"), source("a", "x")]) == Sources(2, 3)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"since": "2024"}, Query(since=date(2024, 1, 1))),
        ({"until": "2024-02"}, Query(until=date(2024, 2, 29))),
        ({"as_of": "2024-06-30", "person": ""}, Query(as_of=date(2024, 6, 30))),
        ({"since": date(2024, 5, 1), "level": "leaders"}, Query(since=date(2024, 5, 1), level="leaders")),
    ],
)
def test_a_query_from_words(given: dict[str, Any], expected: Query) -> None:
    assert Query.of(**given) == expected


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"since": "last week"}, "--since: 'last week' is not a date"),
        ({"as_of": "2025-13-01"}, "--as-of"),
        ({"since": "2025", "until": "2024"}, "--until: 2024-12-31 is before 2025-01-01"),
        ({"level": "kings"}, "--level: there is no level 'kings'"),
        ({"limit": 0}, "--limit"),
    ],
)
def test_a_query_that_cannot_be_understood_says_why(given: dict[str, Any], said: str) -> None:
    with pytest.raises(QueryError, match=said):
        Query.of(**given)


def test_every_view_has_words_and_an_example() -> None:
    for view in roll().values():
        assert view.help.endswith("."), view.name
        assert "Example" in view.words, view.name
        assert view.contract.__doc__, view.name


def test_every_object_of_every_contract_has_words() -> None:
    missing = {view.name: undescribed(view) for view in roll().values()}
    assert {name: found for name, found in missing.items() if found} == {}


def test_the_page_of_contracts_names_every_view_and_field() -> None:
    page = contracts()
    for view in roll().values():
        assert f"## {view.name}\n" in page
        for one in objects(view.contract):
            assert f"### {one.__name__}\n" in page
    assert "| `end` | number |" in page
