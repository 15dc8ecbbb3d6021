"""Words as the index wants them, and where they stand."""

from __future__ import annotations

import pytest

from dragoman.views.seeking.grammar import Words
from dragoman.views.seeking.match import expression, marks

EXPRESSIONS = [
    ([Words("dam")], 'text : "dam"'),
    ([Words("shared river")], 'text : "shared river"'),
    ([Words("dam", prefix=True)], 'text : "dam" *'),
    ([Words("钓鱼岛")], 'bigrams : "钓鱼 鱼岛"'),
    ([Words("G20峰会")], 'text : "G20" AND bigrams : "峰会"'),
    ([Words('"; DROP')], 'text : "DROP"'),
    ([Words("…")], None),
]


@pytest.mark.parametrize(("words", "made"), EXPRESSIONS)
def test_the_expression_for_the_index(words: list[Words], made: str | None) -> None:
    assert expression(words) == made


def test_what_must_not_be_there() -> None:
    assert expression([Words("dam")], [Words("quota")]) == '(text : "dam") NOT (text : "quota")'


MARKED = [
    ("The Dam and the dams.", [Words("dam")], ["Dam"]),
    ("The Dam and the dams.", [Words("dam", prefix=True)], ["Dam", "dams"]),
    ("A shared\nriver, shared.", [Words("shared river")], ["shared\nriver"]),
    ("Visite à Malé.", [Words("male")], ["Malé"]),
    ("在钓鱼岛问题上", [Words("钓鱼岛")], ["钓鱼岛"]),
    ("Nothing here", [Words("dam")], []),
]


@pytest.mark.parametrize(("text", "words", "found"), MARKED)
def test_where_the_words_stand(text: str, words: list[Words], found: list[str]) -> None:
    assert [span.of(text) for span in marks(text, words)] == found
