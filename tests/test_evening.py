"""Typography is evened one code point for one."""

from __future__ import annotations

import pytest
from hypothesis import given

from dragoman.evening import even
from tests.page.pages import texts


@pytest.mark.parametrize(
    ("text", "evened"),
    [
        # quotation marks of every shape, turned or low
        ("“yes” „ja‟ «oui» ＂hai＂", '"yes" "ja" "oui" "hai"'),
        # apostrophes and single marks
        ("the minister’s ‘plan’ O`Hara", "the minister's 'plan' O'Hara"),
        # dashes, hyphens and minus signs
        ("2019–2024 — a non‑paper −3", "2019-2024 - a non-paper -3"),
        # blanks that do not break, ideographic ones, and characters without width
        ("3\u00a0May\u30002024\u200b", "3 May 2024 "),
        # marks of direction cannot turn a line round
        ("\u202eevil\u202c", " evil "),
        # control characters are blanks; tabs and line ends stay
        ("a\0b\tc\r\nd\x0be", "a b\tc\r\nd e"),
        # line and paragraph separators are line ends
        ("one\u2028two\u2029three", "one\ntwo\nthree"),
        # full-width stops are the narrow ones, the ideographic full stop stays
        ("結果：良い，です。（終）", "結果:良い,です。(終)"),
        # letters, accents and what is outside the basic plane stay
        ("İstanbul Łódź 𝔄 \ud800", "İstanbul Łódź 𝔄 \ud800"),
    ],
)
def test_marks_are_evened(text: str, evened: str) -> None:
    assert even(text) == evened


@given(texts)
def test_evening_keeps_length_and_is_done_once(text: str) -> None:
    assert len(even(text)) == len(text)
    assert even(even(text)) == even(text)


@given(texts)
def test_evening_leaves_letters_and_digits(text: str) -> None:
    assert all(a == b for a, b in zip(text, even(text), strict=True) if a.isalnum())
