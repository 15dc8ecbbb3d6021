"""Broken sentences are marked with the sign of it; whole ones are not."""

from __future__ import annotations

import pytest

from tests.page.pages import page


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The two sides agreed agreed to meet in Lima.", "a word stands twice: “agreed agreed”"),
        ("Ruiz said the relationship The two sides met in Lima.", "a second sentence begins inside it at “The”"),
        ("They were in Lima from the 24th to the 21st of May.", "a span of days that ends before it begins"),
        ("The PRH =People of the Harbour met in Lima.", "an abbreviation is set equal to words, as some translations leave notes"),
        (", and so they left the room in Lima.", "begins in the middle of a sentence"),
        ("The long list of harbour fees for the many small boats of Lima and Callao.", "no verb of its own"),
    ],
)  # fmt: skip
def test_signs(text: str, reason: str) -> None:
    (garble,) = page(text).garbled
    assert garble.reason == reason
    assert garble.span.of(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "The two ministers met in Lima on Monday.",
        # words that may stand twice
        "She had had enough. Berg said that that was so.",
        # a name that begins with a small word, a title, and a quotation after a comma
        "They read The Harbour Gazette in Lima.",
        "He stayed from the 21st to the 24th of May.",
        "Berg asked whether We the People was a film.",
        # short sentences without a verb
        "A first for Lima.",
        # a heading needs no verb
        "Talks about the harbour fees of the many small boats of Lima and Callao",
    ],
)
def test_whole_sentences(text: str) -> None:
    assert page(text).garbled == ()
