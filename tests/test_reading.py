"""Findings: frozen values that say what they rest on."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError

import pytest

from dragoman.reading import Attribution, Finding, Issue, Person, Reading
from dragoman.span import Span


def test_findings_are_frozen_and_say_what_they_rest_on() -> None:
    finding = Attribution(evidence=Span(0, 3), rule="test", speaker="Ana", mode="direct", act="state")
    assert isinstance(finding, Finding)
    with pytest.raises(FrozenInstanceError):
        finding.speaker = "Tom"  # type: ignore[misc]
    assert hash(finding) == hash(pickle.loads(pickle.dumps(finding)))


def test_a_reading_lists_its_findings_kind_by_kind() -> None:
    person = Person(evidence=Span(8, 9), rule="test", name="Ana")
    issue = Issue(evidence=Span(0, 1), rule="test", id="fish")
    assert Reading(dispatch="0" * 16, people=(person,), issues=(issue,)).findings() == (person, issue)


def test_a_reading_can_be_kept_in_sets() -> None:
    assert len({Reading(dispatch="0" * 16), Reading(dispatch="0" * 16), Reading(dispatch="1" * 16)}) == 2
