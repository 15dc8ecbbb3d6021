"""A reading as JSON: what annotations have, with every span's characters beside it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

from dragoman.dispatch import Dispatch
from dragoman.reading import Reading
from dragoman.shape import shape, spans
from tests.record.factories import Draft
from tests.record.strategies import readings

TEXT = """Home > News
Foreign Minister Ana Duarte met Piet Bakker in Lisbon. The fish treaty matters, Duarte said of quotas. Quotas again."""


@pytest.fixture
def shaped() -> dict[str, Any]:
    draft = (
        Draft(TEXT, published="2024-05-06", outlet="Ministry")
        .furniture("Home > News")
        .person("Ana Duarte", "PRT", "Foreign Minister")
        .encounter("Foreign Minister Ana Duarte met Piet Bakker in Lisbon.", "meeting", "2024-05-06", "Ana Duarte")
        .attribution("The fish treaty matters, Duarte said of quotas.", "Ana Duarte", mention="Duarte")
        .instrument("fish treaty")
        .issue("quotas", "fish-quotas")
        .issue("Quotas", "fish-quotas")
    )
    return shape(draft.dispatch, draft.reading)


def test_the_dispatch_comes_first_with_its_furniture_quoted(shaped: dict[str, Any]) -> None:
    head = shaped["dispatch"]
    assert (head["published"], head["outlet"], head["title"]) == ("2024-05-06", "Ministry", None)
    assert head["furniture"] == [{"start": 0, "end": 11, "text": "Home > News", "kind": "navigation"}]


def test_offices_are_titles_with_their_spans_beside_them(shaped: dict[str, Any]) -> None:
    (person,) = shaped["people"]
    assert person["offices"] == ["Foreign Minister"]
    assert person["office_details"][0]["span"] == {"start": 12, "end": 28, "text": "Foreign Minister"}


def test_issues_and_instruments_are_named_once_and_shown_wherever_they_stand(shaped: dict[str, Any]) -> None:
    assert shaped["issues"] == ["fish-quotas"]
    assert [item["evidence"]["text"] for item in shaped["issue_evidence"]] == ["quotas", "Quotas"]
    assert shaped["instruments"] == ["fish treaty"]
    assert [item["evidence"]["text"] for item in shaped["instrument_evidence"]] == ["fish treaty"]


def test_findings_give_their_grounds(shaped: dict[str, Any]) -> None:
    (attribution,) = shaped["attributions"]
    assert attribution["evidence"]["text"] == "The fish treaty matters, Duarte said of quotas."
    assert (attribution["mention"], attribution["rule"], attribution["confidence"]) == ("Duarte", "test", 1.0)


def test_a_reading_of_another_dispatch_is_refused() -> None:
    with pytest.raises(ValueError, match="a reading of"):
        shape(Draft("One.").dispatch, Draft("Two.").reading)


@settings(max_examples=50, deadline=None)
@given(readings())
def test_any_reading_is_json_and_every_span_quotes_the_text(made: tuple[Dispatch, Reading]) -> None:
    dispatch, reading = made
    item = json.loads(json.dumps(shape(dispatch, reading)))
    for span in spans(item):
        assert span["text"] == dispatch.text[span["start"] : span["end"]]
