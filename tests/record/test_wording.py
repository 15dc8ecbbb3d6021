"""Runs of three words by number: what parts them, and what does not."""

from __future__ import annotations

import pytest

from dragoman.record.wording import number, runs, words
from dragoman.span import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two three four", ["one two three", "two three four"]),
        ("One  Two\nTHREE", ["one two three"]),
        ("one two, three four five", ["three four five"]),
        ("one two", []),
        ("a win-win partner's call", ["a win-win partner's", "win-win partner's call"]),
        ("Lü Élan café noir", ["lu elan cafe", "elan cafe noir"]),
    ],
)
def test_runs_are_three_words_that_no_mark_parts(text: str, expected: list[str]) -> None:
    listed = words(text, Span(0, len(text)))
    assert [" ".join(word.key for word in listed[at : at + 3]) for at, _ in runs(listed)] == expected


def test_equal_runs_have_equal_numbers() -> None:
    one, other = (list(runs(words(t, Span(0, len(t))))) for t in ("so One two THREE", "one two three"))
    assert one[1][1] == other[0][1] == number(iter(["one", "two", "three"]))
    assert one[0][1] != one[1][1]


def test_words_stand_where_the_text_has_them() -> None:
    text = "Said first. Now this."
    assert [word.span.of(text) for word in words(text, Span(12, 21))] == ["Now", "this"]
