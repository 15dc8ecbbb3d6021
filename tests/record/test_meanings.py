"""Vectors of sentences are kept for the sentences that are there, by the model that made them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from sqlalchemy import select

from dragoman.record import schema
from dragoman.record.meanings import lacking, learn, likeness, packed
from dragoman.record.store import Record
from tests.record.factories import Draft
from tests.record.models import vector, words

FISH = Draft("Scallops were sold again. The minister spoke of fish.")
WOOD = Draft("The forest burned.\n\nTimber grew dear.\n\n木材の価格が上がった。")


def record() -> Record:
    made = Record.memory()
    for draft in (FISH, WOOD):
        made.add(draft.dispatch, draft.reading)
    return made


def lacks(made: Record, model: str = "words 1") -> dict[str, int]:
    with made.reads() as connection:
        return lacking(connection, model)


def nearest(made: Record, question: str, *among: str) -> list[str]:
    """The sentences of the record, or of some dispatches, the likest first."""
    sentence, dispatch = schema.sentence.c, schema.dispatch.c
    with made.reads() as connection:
        ids, scores = likeness(connection, "words 1", vector(question), among or None)
        assert list(scores) == sorted(scores, reverse=True)
        spans = select(sentence.id, sentence.start, sentence.end, dispatch.text).join(
            schema.dispatch, dispatch.id == sentence.dispatch
        )
        text = {row.id: row.text[row.start : row.end] for row in connection.execute(spans)}
        return [text[number] for number in ids.tolist()]


def test_what_lacks_vectors_is_made_once_and_told_as_it_goes() -> None:
    with record() as made:
        assert lacks(made) == {FISH.dispatch.id: 2, WOOD.dispatch.id: 3}
        told: list[int] = []
        assert learn(made, words(), lacks(made), told.append) == 5
        assert sum(told) == 5
        assert lacks(made) == {}


def test_the_likest_sentence_comes_first() -> None:
    with record() as made:
        learn(made, words(), lacks(made))
        assert nearest(made, "scallops sold")[0] == "Scallops were sold again."
        assert nearest(made, "dear timber")[0] == "Timber grew dear."
        assert nearest(made, "scallops", WOOD.dispatch.id) == nearest(made, "scallops", WOOD.dispatch.id)
        assert len(nearest(made, "scallops", WOOD.dispatch.id)) == 3


def test_another_model_s_vectors_are_none_and_give_way() -> None:
    with record() as made:
        learn(made, words("words 0"), lacks(made, "words 0"))
        assert lacks(made) == {FISH.dispatch.id: 2, WOOD.dispatch.id: 3}
        learn(made, words(), [WOOD.dispatch.id])
        assert lacks(made) == {FISH.dispatch.id: 2}
        assert lacks(made, "words 0") == {WOOD.dispatch.id: 3}


def test_vectors_go_with_the_sentences_that_they_are_of() -> None:
    with record() as made:
        learn(made, words(), lacks(made))
        again = replace(
            FISH.by("other readers"), furniture=Draft(FISH.dispatch.text).furniture("fish").reading.furniture
        )
        assert made.add(FISH.dispatch, again)
        assert list(lacks(made)) == [FISH.dispatch.id]
        made.remove(WOOD.dispatch.id)
        assert nearest(made, "timber") == []


def test_a_dispatch_without_sentences_lacks_nothing() -> None:
    with Record.memory() as made:
        draft = Draft("")
        made.add(draft.dispatch, draft.reading)
        assert lacks(made) == {}
        assert nearest(made, "timber") == []


def test_a_kept_vector_is_the_made_one_to_two_thousandths() -> None:
    vectors = np.random.default_rng(7).normal(size=(50, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    scales, rows = packed(vectors)
    back = np.frombuffer(rows, np.int8).reshape(50, 384) * np.frombuffer(scales, np.float32)[:, None]
    assert float(np.abs(back @ vectors.T - vectors @ vectors.T).max()) < 0.002
    assert set(packed(np.zeros((1, 384), np.float32))[1]) == {0}
