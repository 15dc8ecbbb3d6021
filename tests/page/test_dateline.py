"""The agency's line before a story."""

from __future__ import annotations

import pytest

from dragoman.evening import even
from dragoman.page.dateline import dateline
from dragoman.span import Span


@pytest.mark.parametrize(
    ("text", "place", "dated", "agency"),
    [
        # place, day and agency, in the orders and marks of the agencies
        ("LIMA, May 3 (Port Wire) -- The two met.", "LIMA", "May 3", "(Port Wire)"),
        ("OSLO, March 5, 2024 (Port Wire) - The two met.", "OSLO", "March 5, 2024", "(Port Wire)"),
        ("NAIROBI, 12 June (Port Wire): The two met.", "NAIROBI", "12 June", "(Port Wire)"),
        ("HO CHI MINH CITY, Aug 9 (PW) – They met.", "HO CHI MINH CITY", "Aug 9", "(PW)"),
        ("PORT LOUIS, Mauritius (PW) -- The two met.", "PORT LOUIS, Mauritius", None, "(PW)"),
        # an old wire's dash
        ("LIMA, Peru (Port Wire) _ The two met.", "LIMA, Peru", None, "(Port Wire)"),
        ("PORT LOUIS, Mauritius _ The two met.", "PORT LOUIS, Mauritius", None, None),
        # without an agency, without a day
        ("Lima, 3 May 2024 - The two met.", "Lima", "3 May 2024", None),
        ("LIMA (Port Wire) - The two met.", "LIMA", None, "(Port Wire)"),
        ("LIMA — The two met.", "LIMA", None, None),
        # the agency alone
        ("(Port Wire) -- The two met.", None, None, "Port Wire"),
    ],
)
def test_found(text: str, place: str | None, dated: str | None, agency: str | None) -> None:
    line = dateline(even(text), Span(0, len(text)))
    assert line is not None
    assert [s and s.of(text) for s in (line.place, line.dated, line.agency)] == [place, dated, agency]
    assert line.span.end == text.index("The" if "They" not in text else "They")


@pytest.mark.parametrize(
    "text",
    [
        # a name, or a place in small letters, before a dash
        "Ana Ruiz - a life in trade",
        "Lima - The two met.",
        # in the middle of a sentence, or without the dash that ends it
        "The two met in Lima, May 3 (Port Wire) -- a first.",
        "LIMA, May 3. The two met.",
        "A",
    ],
)
def test_not_found(text: str) -> None:
    assert dateline(even(text), Span(0, len(text))) is None
