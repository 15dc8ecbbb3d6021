"""Spans: what they hold, and what is left of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.span import Span, hull, outside

spans = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 60), st.integers(1, 20))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2)])
def test_empty_and_negative_spans_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_span_is_its_characters() -> None:
    assert Span(4, 7).of("The two met.") == "two"
    assert len(Span(4, 7)) == 3


@pytest.mark.parametrize(
    ("a", "b", "overlaps", "covers"),
    [
        # the end is not part of a span
        (Span(0, 4), Span(4, 8), False, False),
        (Span(0, 5), Span(4, 8), True, False),
        (Span(0, 8), Span(4, 8), True, True),
        (Span(4, 8), Span(0, 8), True, False),
        (Span(0, 2), Span(6, 8), False, False),
    ],
)
def test_two_spans(a: Span, b: Span, overlaps: bool, covers: bool) -> None:
    assert a.overlaps(b) is overlaps
    assert b.overlaps(a) is overlaps
    assert a.covers(b) is covers


def test_holds_its_start_and_not_its_end() -> None:
    assert [Span(2, 4).holds(i) for i in range(1, 5)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  a b \n", Span(2, 5)),
        ("ab", Span(0, 2)),
        (" \t\n", None),
        ("\0a\0", Span(1, 2)),
        ("\u3000京\u3000", Span(1, 2)),
    ],
)
def test_trimmed(text: str, expected: Span | None) -> None:
    assert Span(0, len(text)).trimmed(text) == expected


def test_hull_is_over_all() -> None:
    assert hull([Span(5, 6), Span(1, 2), Span(3, 9)]) == Span(1, 9)
    with pytest.raises(ValueError, match="empty"):
        hull([])


@pytest.mark.parametrize(
    ("holes", "left"),
    [
        ([], [(0, 10)]),
        ([Span(3, 5)], [(0, 3), (5, 10)]),
        # holes at the edges, over them, touching and one in another, in any order
        ([Span(0, 2), Span(8, 12)], [(2, 8)]),
        ([Span(5, 7), Span(3, 5)], [(0, 3), (7, 10)]),
        ([Span(2, 9), Span(4, 5)], [(0, 2), (9, 10)]),
        ([Span(0, 10)], []),
        ([Span(20, 30)], [(0, 10)]),
    ],
)
def test_outside(holes: list[Span], left: list[tuple[int, int]]) -> None:
    assert [(s.start, s.end) for s in outside(Span(0, 10), holes)] == left


@given(spans, st.lists(spans, max_size=6))
def test_every_offset_is_in_a_hole_or_outside(whole: Span, holes: list[Span]) -> None:
    left = list(outside(whole, holes))
    assert left == sorted(left)
    for offset in range(whole.start, whole.end):
        assert any(s.holds(offset) for s in left) is not any(h.holds(offset) for h in holes)
