"""A document as received, and what makes it the same document."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.dispatch import Dispatch

TEXT = "The two met in Lima."


@pytest.mark.parametrize(
    "other",
    [
        Dispatch(TEXT + " "),
        Dispatch(TEXT, outlet="Port Wire"),
        Dispatch(TEXT, title="Port Wire"),
        Dispatch(TEXT, published="2024-05-03"),
        Dispatch(TEXT, language="en"),
        Dispatch(TEXT, address="https://portwire.example/1"),
        Dispatch(TEXT, outlet=""),
    ],
)
def test_text_and_the_carriers_words_make_the_id(other: Dispatch) -> None:
    assert other.id != Dispatch(TEXT).id


def test_where_a_copy_lies_does_not() -> None:
    assert Dispatch(TEXT, origin="a.txt", charset="utf-8", notes=("seen",)).id == Dispatch(TEXT, origin="b.txt").id


def test_an_id_is_sixteen_digits_and_stays() -> None:
    assert Dispatch(TEXT).id == Dispatch(TEXT).id
    assert len(Dispatch(TEXT).id) == 16
    assert int(Dispatch("\ud800\0").id, 16) >= 0


def test_fields_cannot_run_into_each_other() -> None:
    assert Dispatch("a", outlet="b").id != Dispatch("ab").id
    assert Dispatch("a", outlet="b", title=None).id != Dispatch("a", outlet=None, title="b").id


@given(st.text())
def test_a_dispatch_can_be_sent_between_processes(text: str) -> None:
    sent = Dispatch(text)
    got = pickle.loads(pickle.dumps(sent))
    assert got == sent
    assert got.id == sent.id
