"""Personal names: parts, orders, likeness. No particular person is known here."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.name import PARTICLES, covers, fold, parts, same

written = st.lists(st.from_regex(r"[A-Z][a-z]{1,8}", fullmatch=True), min_size=1, max_size=4).map(" ".join)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("Lü", "lu"), ("ĐẶNG", "đang"), ("İstanbul", "istanbul"), ("Straße", "strasse"), ("石", "石")],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ana Ruiz Soto", ("ana", "ruiz", "soto")),
        # honorifics are no part of a name; hyphens, dots and apostrophes inside a word are dropped
        ("Mr. Cho Do-yeon", ("cho", "doyeon")),
        ("H.E. Dr. J. K. O’Hara", ("j", "k", "ohara")),
        ("Sheikh Omar Al-Tani", ("omar", "altani")),
        # a family name in capitals
        ("BERG, Tom", ("berg", "tom")),
        ("", ()),
    ],
)
def test_parts(name: str, expected: tuple[str, ...]) -> None:
    assert parts(name) == expected


@pytest.mark.parametrize(
    ("full", "short", "answer"),
    [
        # a family name, a given name, an initial with a family name
        ("Ana Ruiz Soto", "Ruiz", True),
        ("Ana Ruiz Soto", "A. Ruiz", True),
        ("Ana Ruiz Soto", "Soto Ana", True),
        # an initial or a particle alone is nobody
        ("Ana Ruiz", "A.", False),
        ("Jan van der Berg", "van der", False),
        # another word, or more words than the full name has
        ("Ana Ruiz", "Ana Berg", False),
        ("Ruiz", "Ana Ruiz", False),
        ("Ana Ruiz", "", False),
        # one writes a hyphen where the other does not
        ("Amos Ben Tov", "Ben-Tov", True),
        ("Amos Ben-Tov", "Ben Tov", True),
        ("Amos Holm-Tov", "Tov", False),
        # each word is used once
        ("Ana Ruiz", "Ruiz Ruiz", False),
    ],
)
def test_covers(full: str, short: str, answer: bool) -> None:
    assert covers(full, short) is answer


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        # either order, capitals, accents, hyphens
        ("Cho Do-yeon", "Doyeon Cho", True),
        ("RUIZ Ana", "Ana Ruíz", True),
        # written together
        ("Wang Xiaoming", "Wang Xiao Ming", True),
        ("Ana Ruiz", "Ana Ruiz Soto", False),
        ("", "", False),
    ],
)
def test_same(a: str, b: str, answer: bool) -> None:
    assert same(a, b) is answer


@given(written)
def test_a_name_is_the_same_backwards_and_covers_itself(name: str) -> None:
    assert same(name, " ".join(reversed(name.split())))
    assert covers(name, name) is any(len(w) > 1 and w not in PARTICLES for w in parts(name))
