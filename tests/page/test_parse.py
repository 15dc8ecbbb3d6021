"""The parse: words with their grammar, at the offsets of the text as given."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from dragoman.page.parse import parse
from dragoman.span import Span
from tests.page.pages import page, texts


def test_words_stand_where_the_text_has_them() -> None:
    text = "Ana Ruiz said\n  that she met Tom Berg."
    ((tokens),) = parse(text, [Span(0, len(text))], [])
    assert [text[t.start : t.end] for t in tokens] == ["Ana", "Ruiz", "said", "that", "she", "met", "Tom", "Berg", "."]
    assert [t.text for t in tokens] == [text[t.start : t.end] for t in tokens]
    said = tokens[2]
    assert (said.lemma, said.pos, said.head) == ("say", "VERB", said.i)


def test_holes_are_left_out_and_offsets_stay() -> None:
    text = "The two met XXXX YYYY in Lima."
    hole = Span(text.index("XXXX"), text.index("in"))
    ((tokens),) = parse(text, [Span(0, len(text))], [hole])
    assert [t.text for t in tokens] == ["The", "two", "met", "in", "Lima", "."]
    assert all(text[t.start : t.end] == t.text for t in tokens)


def test_a_sentence_of_nothing_but_blanks_has_no_words() -> None:
    assert list(parse("   ", [Span(0, 3)], [])) == [()]


def test_the_tree_can_be_walked() -> None:
    text = "The foreign minister of Peru met Tom Berg."
    (sentence,) = page(text).sentences
    met = sentence.root
    assert met is not None
    assert met.lemma == "meet"
    subject = next(t for t in sentence.children(met) if t.dep == "nsubj")
    assert sentence.reach(subject).of(text) == "The foreign minister of Peru"
    assert sentence.head(subject) is met
    assert [t.text for t in sentence.ancestors(sentence.tokens[0])] == ["minister", "met"]
    assert [t.text for t in sentence.within(Span(text.index("Tom"), len(text)))] == ["Tom", "Berg", "."]


@given(texts)
@settings(max_examples=40)
def test_every_word_lies_in_its_sentence_and_has_a_governor(text: str) -> None:
    laid = page(text)
    for sentence in laid.sentences:
        at = sentence.span.start
        for i, token in enumerate(sentence.tokens):
            assert token.i == i
            assert 0 <= token.head < len(sentence.tokens)
            assert at <= token.start < token.end <= sentence.span.end
            at = token.end
            assert token.i not in [t.i for t in sentence.ancestors(token)]


@pytest.mark.parametrize("words", [400, 1200])
def test_a_sentence_without_end_is_parsed_whole(words: int) -> None:
    text = "fish and " * words + "chips."
    (sentence,) = page(text).sentences
    assert len(sentence.tokens) == 2 * words + 2
