"""One number, one writing."""

import pytest

from dragoman.record.figures import evened, numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fifty thousand doses", "50000 doses"),
        ("50,000 doses", "50000 doses"),
        ("50 thousand doses", "50000 doses"),
        ("Twelve sailors", "12 sailors"),
        ("twenty-one ships", "21 ships"),
        ("two hundred flats", "200 flats"),
        ("the two sides", "the two sides"),
        ("one of them", "one of them"),
        ("2.5 billion", "2.5 billion"),
        ("1.000 tonnes", "1.000 tonnes"),
        ("the twelfth round", "the twelfth round"),
    ],
)
def test_whole_numbers_are_written_in_figures(text: str, expected: str) -> None:
    assert evened(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three million euros for 20 schools", [("three million", 3e6), ("20", 20.0)]),
        ("2.5 billion pesos, 50,000 tonnes", [("2.5 billion", 2.5e9), ("50,000", 5e4)]),
        ("the two sides met in 2024", []),
    ],
)
def test_numbers_with_their_places(text: str, expected: list[tuple[str, float]]) -> None:
    assert [(text[start:end], value) for value, (start, end) in numbers(text)] == expected
