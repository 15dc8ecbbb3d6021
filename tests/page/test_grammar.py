"""The grammar's own means give what the parser's pipeline gives, and the same whatever was read before."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc
from thinc.api import NumpyOps

from dragoman.cli.samples import samples
from dragoman.dispatch import Dispatch
from dragoman.evening import even
from dragoman.page import encoder
from dragoman.page import grammar as module
from dragoman.page.encoder import Encoder
from dragoman.page.grammar import MODEL, Form, Grammar, grammar
from dragoman.page.language import language
from dragoman.sources.gather import gather

ODD = [
    "Let's go, y'all ain't gonna stop; we gotta try.",
    "There's no deal; there are two.",
    "Did he do it? He has to, and they had had enough.",
    "A",
    "Anna Berg",
    "the Ministry of Foreign Affairs",
    "2024-05-03 \ufffd § 12",
    "两国外长在利马举行会谈。",
    "said\u00a0that \u200b it",
]
"""Pieces that only rules over two words, single words and strange signs decide."""


def pieces() -> list[str]:
    """Lines of every third English sample, and odd ones."""
    found = [d for d in gather(samples()[::3]) if isinstance(d, Dispatch) and language(d) == "en"]
    return [" ".join(line.split()) for d in found for line in even(d.text).splitlines() if line.strip()] + ODD


@pytest.fixture(scope="module")
def stock() -> list[list[Form]]:
    """What the stock pipeline, with the same matrix products, says of the pieces."""
    nlp = spacy.load(MODEL, exclude=["senter"])
    for _, component in nlp.pipeline:
        for node in component.model.walk() if hasattr(component, "model") and component.model else ():
            node.ops = NumpyOps(use_blis=False)

    def whole(text: str) -> Doc:
        doc = nlp.make_doc(text)
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc

    return [
        [
            Form(
                t.idx, t.text, t.text.lower(), t.lemma_, t.tag_, t.pos_, t.dep_, t.head.i, t.is_space, t.ent_type_, t.ent_iob_ == "B"
            )
            for t in doc
        ]
        for doc in nlp.pipe(whole(piece) for piece in pieces())
    ]  # fmt: skip


def test_words_and_grammar_are_those_of_the_stock_pipeline(stock: list[list[Form]]) -> None:
    mine = list(grammar().words(pieces()))
    assert [[w.text for w in piece] for piece in mine] == [[w.text for w in piece] for piece in stock]
    differing = [
        (a, b) for ours, theirs in zip(mine, stock, strict=True) for a, b in zip(ours, theirs, strict=True) if a != b
    ]
    assert differing == []


def test_a_piece_reads_the_same_whatever_was_read_before(monkeypatch: pytest.MonkeyPatch) -> None:
    fresh, used = Grammar(), grammar()
    batch = pieces()[:40]
    list(used.words(reversed(pieces())))
    again = list(used.words(batch))
    assert again == list(fresh.words(batch))
    monkeypatch.setattr(module, "FORMS", 10)
    assert again == list(fresh.words(batch))


def test_vectors_have_the_same_digits_whatever_was_read_before(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = spacy.load(MODEL)
    model, hashed = nlp.get_pipe("tok2vec").model, NumpyOps(use_blis=False).hash
    used = Encoder(model, hashed)
    keys = [nlp.make_doc(piece).to_array(used.attributes) for piece in pieces()[:60]]
    once = used.vectors(keys)
    used.vectors(keys[::-1])
    assert np.array_equal(used.vectors(keys), once)
    monkeypatch.setattr(encoder, "KEPT", sum(map(len, keys)))
    forgetful = Encoder(model, hashed)
    forgetful.vectors(keys[20:])
    assert np.array_equal(forgetful.vectors(keys), once)
