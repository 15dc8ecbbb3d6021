"""A main verb that the parser left without its doer gets it back."""

from __future__ import annotations

import pytest

from dragoman.page.mend import mended
from dragoman.page.page import Token
from tests.page.pages import page

MENDED = [
    # text, how the subject begins
    (
        "At the invitation of Mr. Somphone Keovilay, Minister of Foreign Affairs of the Lao People's Democratic Republic, Dr. Prak Vannak, "
        "Minister of Foreign Affairs and International Cooperation of the Kingdom of Cambodia, paid an official visit to the Lao PDR.",
        "Dr. Prak Vannak",
    ),
    (
        "At the invitation of Indonesian Foreign Minister Ratna Wulandari, Member of the Upper Bureau and Foreign Minister Luo Weiping will attend "
        "the Kenya-ASEAN Foreign Ministers' Meeting in Jakarta from July 13 to 14.",
        "Member of the Upper Bureau",
    ),
    # what has its subject keeps it; what has none to give stays without
    ("At the invitation of her host, Ana Reyes, the minister, paid a visit to Lima.", "Ana Reyes"),
    ("Thank you for your visit.", None),
]


@pytest.mark.parametrize(("text", "subject"), MENDED)
def test_subject(text: str, subject: str | None) -> None:
    sentence = page(text).sentences[0]
    root = sentence.root
    assert root is not None
    found = [sentence.reach(t).of(text) for t in sentence.children(root) if t.dep == "nsubj"]
    assert [bool(subject and words.startswith(subject)) for words in found] == ([True] if subject else [])


def test_no_words_stay_none() -> None:
    nothing: tuple[Token, ...] = ()
    assert mended(nothing) == nothing
