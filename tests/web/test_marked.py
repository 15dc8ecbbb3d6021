"""Marks in a text: they nest, crossing ones are cut, and the text without tags is the text."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from dragoman.web.marked import PART, Mark, marked, part_of

TEXT = "Ana met Bo in Oslo."


def test_marks_nest() -> None:
    made = marked(TEXT, [Mark(0, 19, "encounter", "e-1"), Mark(0, 3, "person", "p-1"), Mark(8, 10, "person", "p-2")])
    assert made == (
        '<mark class="encounter" data-f="e-1"><mark class="person" data-f="p-1">Ana</mark> met '
        '<mark class="person" data-f="p-2">Bo</mark> in Oslo.</mark>'
    )


def test_crossing_marks_are_closed_and_opened_again() -> None:
    made = marked("abcdef", [Mark(0, 4, "issue"), Mark(2, 6, "formula")])
    assert made == (
        '<mark class="issue">ab</mark><mark class="formula"><mark class="issue">cd</mark>ef</mark>'
    ) or made == ('<mark class="issue">ab<mark class="formula">cd</mark></mark><mark class="formula">ef</mark>')


def test_a_chosen_span_bears_its_anchor_once() -> None:
    made = marked("abcdef", [Mark(1, 5, "chosen"), Mark(3, 6, "issue")])
    assert made.count('id="s1-5"') == 1


def test_text_and_titles_are_escaped_and_made_visible() -> None:
    made = marked("<b>\u202e", [Mark(0, 3, "person", 'p"><script>', 'say "<hi>"')])
    assert "<b>" not in made
    assert "<script>" not in made
    assert "⟨U+202E⟩" in made


def test_parts_of_a_long_text() -> None:
    assert [part_of(3 * PART, at) for at in (0, PART - 1, PART, 3 * PART, 9 * PART)] == [1, 1, 2, 3, 3]
    assert marked("abcdef", [Mark(0, 6, "issue")], 2, 4) == '<mark class="issue">cd</mark>'


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=8))
def test_the_text_is_all_there_and_tags_balance(text: str, spans: list[tuple[int, int]]) -> None:
    kinds = ("person", "furniture", "chosen", "issue")
    made = marked(text, [Mark(min(s), max(s), kinds[n % 4], f"f-{n}") for n, s in enumerate(spans)])
    from dragoman.web.visible import visible

    open_tags: list[str] = []
    for closing, tag in re.findall(r"<(/?)(mark|span)\b[^>]*>", made):
        if closing:
            assert open_tags.pop() == tag
        else:
            open_tags.append(tag)
    assert not open_tags
    plain = re.sub(r"<[^>]*>", "", made)
    assert Markup(plain).unescape() == visible(text) or "\u0300" <= max(text, default="") <= "\ufe2f"
