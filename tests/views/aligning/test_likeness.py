"""How far two pieces say the same, and which words give a point another weight."""

import pytest

from dragoman.desk.desk import desk
from dragoman.record.lexicon import Lexicon, lexicon
from dragoman.views.aligning.likeness import common_share, rarity, speakers, tokens, weighed_apart
from dragoman.views.aligning.units import Speaker, Unit
from dragoman.views.contract import Evidence


@pytest.fixture(scope="module")
def words() -> Lexicon:
    return lexicon(desk(["en"]))


def unit(text: str) -> Unit:
    return Unit("d", "a", Speaker("X"), "state", frozenset(), Evidence("d", 0, len(text), text))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("the early resumption of seafood imports", "to resume the import of aquatic products"),
        ("put the hotline into operation", "open the direct telephone line"),
        ("the release of detained citizens", "free those held in custody"),
        ("dialogue would be resumed gradually", "restart talks step by step"),
    ],
)
def test_other_words_for_the_same(words: Lexicon, a: str, b: str) -> None:
    one, other = tokens(unit(a), words), tokens(unit(b), words)
    weight = rarity([one, other])
    assert common_share(one, other, weight) >= 0.5


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("concern over military activity", "the early release of detained citizens"),
        ("a visit in the spring", "imports of rare earths"),
    ],
)
def test_words_for_other_things(words: Lexicon, a: str, b: str) -> None:
    one, other = tokens(unit(a), words), tokens(unit(b), words)
    assert common_share(one, other, rarity([one, other])) < 0.2


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("hold different positions on the matter", "had different views on the matter", ("positions", "views")),
        ("reached a principled agreement", "came to a shared recognition", ("agreement", "recognition")),
        (
            "will visit at an appropriate time",
            "will visit as soon as possible",
            ("at an appropriate time", "as soon as possible"),
        ),
        ("reached agreement on trade", "an agreement on trade", None),
        ("their views on trade", "views of trade", None),
        (
            "will give three million euros for schools",
            "would provide five million euros for schools",
            ("three million", "five million"),
        ),
        ("will give three million euros for schools", "would provide 3 million euros for schools", None),
    ],
)
def test_words_that_weigh_otherwise(words: Lexicon, a: str, b: str, apart: tuple[str, str] | None) -> None:
    found = [(a[s:e], b[t:f]) for (s, e), (t, f) in weighed_apart(a, b, words)]
    assert found == ([apart] if apart else [])


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (Speaker("both sides", both=True), Speaker("both sides", both=True), 1.0),
        (Speaker("A", "person-a", "AAA"), Speaker("A", "person-a", "AAA"), 1.0),
        (Speaker("A", "person-a", "AAA"), Speaker("B", "person-b", "AAA"), 0.0),
        (Speaker("A", "person-a", "AAA"), Speaker("the ministry", None, "AAA"), 0.6),
        (Speaker("A", "person-a", "AAA"), Speaker("the ministry", None, "BBB"), 0.0),
        (Speaker("A", "person-a", "AAA"), Speaker("both sides", both=True), 0.6),
        (Speaker("Anna Berg", "person-a", "AAA"), Speaker("Berg"), 1.0),
    ],
)
def test_speakers(a: Speaker, b: Speaker, expected: float) -> None:
    assert speakers(a, b) == speakers(b, a) == expected
