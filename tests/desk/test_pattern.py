"""Desk patterns: blanks, word ends, case, and the many of them over one text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.desk.pattern import Matcher, begins_word, compiled, lowered
from dragoman.span import Span


def found(pattern: str, text: str, cased: bool = False) -> list[str]:
    return [span.of(text) for span, _, _ in Matcher([(pattern, None, None, cased)]).find(text)]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        # a blank is any white space, line ends included
        ("fishing quota", "the fishing\n  quota of Peru", ["fishing\n  quota"]),
        # a match neither begins nor stops inside a word
        ("fish", "fishing, catfish, fish.", ["fish"]),
        ("fish(?:ing)?", "fishing fishes", ["fishing"]),
        # without regard to case, escapes kept
        (r"Treaty of \S+", "the TREATY of Cusco", ["TREATY of Cusco"]),
        (r"\bAOI\b", "an aoi Aoi", ["aoi", "Aoi"]),
        # a blank in a class is a white-space character
        ("fish[ -]quota", "fish-quota fish quota", ["fish-quota", "fish quota"]),
        # scripts without blanks have no word ends
        ("四つの文書", "日中間の四つの文書に", ["四つの文書"]),
        # what begins inside a word hides nothing that begins with one
        ("(?:as|an) (?:an )?old fish", "it was an old fish", ["an old fish"]),
        # an empty match is none
        ("x*", "fish", []),
        # named groups keep their names
        (r"(?P<What>fish) quota", "Fish quota", ["Fish quota"]),
    ],
)
def test_matches(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


def test_case_counts_where_the_entry_says_so() -> None:
    assert found("AU", "au AU", cased=True) == ["AU"]


def test_a_bad_pattern_is_an_error_of_its_own() -> None:
    with pytest.raises(re.error):
        compiled("fish(")


def test_matches_come_pattern_by_pattern_with_their_marks() -> None:
    matcher = Matcher([("fish", "first", 1, False), ("peru", "second", 2, False), ("absent", "third", 3, False)])
    assert [(span, entry, mark) for span, entry, mark in matcher.find("Peru fish, fish")] == [
        (Span(5, 9), "first", 1),
        (Span(11, 15), "first", 1),
        (Span(0, 4), "second", 2),
    ]


@pytest.mark.parametrize(
    ("text", "start", "begins"), [("a fish", 2, True), ("catfish", 3, False), ("x", 0, True), ("の魚", 1, True)]
)
def test_words_begin(text: str, start: int, begins: bool) -> None:
    assert begins_word(text, start) is begins


@given(st.text())
def test_lowering_keeps_length_and_is_done_once(text: str) -> None:
    assert len(lowered(text)) == len(text)
    assert lowered(lowered(text)) == lowered(text)
