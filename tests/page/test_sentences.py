"""Where sentences end, and where they do not."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given

from dragoman.evening import even
from dragoman.page.quotes import quotes
from dragoman.page.sentences import sentences
from dragoman.span import Span
from tests.page.pages import page, texts


def cut(text: str) -> list[str]:
    evened, whole = even(text), Span(0, len(text))
    return [s.of(text) for s in sentences(evened, whole, quotes(text, evened, [whole]))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two met. They talked.", ["The two met.", "They talked."]),
        # titles, initials, numbers and months with their points
        ("Mr. Berg met Dr. Ruiz. They talked.", ["Mr. Berg met Dr. Ruiz.", "They talked."]),
        ("J. K. Okoro spoke. P. Lind did not.", ["J. K. Okoro spoke.", "P. Lind did not."]),
        ("Resolution No. 5 was read. Nobody spoke.", ["Resolution No. 5 was read.", "Nobody spoke."]),
        ("The visit, from Jan. 3 to Feb. 5, ended.", ["The visit, from Jan. 3 to Feb. 5, ended."]),
        ("It cost 3.5 million. So what?", ["It cost 3.5 million.", "So what?"]),
        # a quotation begins or ended with no space between
        ('"It is so,"she said."We left."The two met.', ['"It is so,"she said.', '"We left."', "The two met."]),
        ("They went to host.example.The two met.", ["They went to host.example.The two met."]),
        ("They went to Oslo.The two met.", ["They went to Oslo.", "The two met."]),
        ("They use Harbour.Net for it.", ["They use Harbour.Net for it."]),
        # the same letters as an everyday word do end a sentence
        ("The answer was no. The guests left.", ["The answer was no.", "The guests left."]),
        ("There they sat. The sun shone.", ["There they sat.", "The sun shone."]),
        ("She bought art. Berg did not.", ["She bought art.", "Berg did not."]),
        # abbreviations that may end a sentence, and do where one begins
        ("It ended at 5 p.m. The two left.", ["It ended at 5 p.m.", "The two left."]),
        ("It ended at 5 p.m. on Monday.", ["It ended at 5 p.m. on Monday."]),
        ("He works in the U.S. and in the U.K. today.", ["He works in the U.S. and in the U.K. today."]),
        ("They met in Washington D.C. They left.", ["They met in Washington D.C.", "They left."]),
        # dots that trail off
        ("She paused… Then she went on.", ["She paused…", "Then she went on."]),
        ("He came... and left.", ["He came... and left."]),
        # closing marks belong to the sentence that they close
        ("He said: “We agreed. We will go on.” Then he left.", ["He said: “We agreed.", "We will go on.”", "Then he left."]),
        ("(He declined to comment.) She did not.", ["(He declined to comment.)", "She did not."]),
        ("She said, “I am here.” “So am I,” he said.", ["She said, “I am here.”", "“So am I,” he said."]),
        # a quotation that ends with its own mark goes on to its speaker
        ("“Stop!” he said. “Go.” She left.", ["“Stop!” he said.", "“Go.”", "She left."]),
        ("“Will they come?” asked Ruiz. “No.”", ["“Will they come?” asked Ruiz.", "“No.”"]),
        # numbered points on one line keep their numbers
        ("1. The sides agreed. 2. They will meet.", ["1. The sides agreed.", "2. They will meet."]),
        # a sentence over a line break
        ("A line\nthat breaks. And\nanother.", ["A line\nthat breaks.", "And\nanother."]),
        # scripts without blanks
        ("両外相は会談した。協力で一致した。", ["両外相は会談した。", "協力で一致した。"]),
        # no full stop at the end
        ("The end. Then done", ["The end.", "Then done"]),
        # nothing to read
        ('"', []),
        ("-- ", []),
    ],
)  # fmt: skip
def test_ends(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@given(texts)
def test_sentences_never_overlap_and_lose_no_word(text: str) -> None:
    if not text:
        return
    evened, whole = even(text), Span(0, len(text))
    found = sentences(evened, whole, quotes(text, evened, [whole]))
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    held = {i for s in found for i in range(s.start, s.end)}
    assert all(i in held for i, c in enumerate(evened) if c.isalnum())


def test_a_page_finds_the_sentence_at_a_character() -> None:
    text = "The two met in Lima. They talked of fish.\n\nBerg left on Monday."
    laid = page(text, parsed=False)
    assert [s.span.of(text) for s in laid.prose] == [
        "The two met in Lima.",
        "They talked of fish.",
        "Berg left on Monday.",
    ]
    held = laid.sentence_at(text.index("fish"))
    assert held is not None
    assert held.number == 1
    assert laid.sentence_at(text.index("\n\n")) is None
    assert [s.number for s in laid.block_sentences(0)] == [0, 1]
