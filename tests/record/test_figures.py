"""One number, one writing."""

import pytest

from dragoman.record.figures import evened


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
