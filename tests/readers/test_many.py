"""Several processes read as one does: the same readings, byte for byte, in the order of the dispatches."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from itertools import islice

import pytest

from dragoman.desk.desk import Desk
from dragoman.dispatch import Dispatch
from dragoman.errors import DeskError, ReadingError
from dragoman.page.lay import lay as really_lay
from dragoman.page.page import Page
from dragoman.readers.many import AHEAD, readings
from dragoman.reading import Reading
from dragoman.shape import shape

NAMES = ("Ana Diaz", "Bo Lind", "Nora O’Dowd", "Juma Waweru")
DISPATCHES = [
    Dispatch(f"Foreign Minister {name} of Peru met reporters in Lima. {name.split()[1]} said that talks had gone on for {n} hours.")
    for n in range(2, 6)
    for name in NAMES[: 1 + n % 4]
]  # fmt: skip


def bytes_of(listed: list[tuple[Dispatch, Reading | None]]) -> bytes:
    return json.dumps([shape(d, r) if r else None for d, r in listed], ensure_ascii=False).encode()


def test_two_processes_read_as_one_in_the_same_order() -> None:
    one = list(readings(DISPATCHES, ("world",)))
    two = list(readings(DISPATCHES, ("world",), 2))
    assert [d for d, _ in two] == DISPATCHES
    assert bytes_of(two) == bytes_of(one)
    assert all(reading and reading.people for _, reading in one)


def test_what_is_not_wanted_keeps_its_place_and_little_is_read_ahead() -> None:
    asked: list[int] = []

    def endless() -> Iterator[Dispatch]:
        n = 0
        while True:
            asked.append(n)
            yield DISPATCHES[n % 4]
            n += 1

    found = list(islice(readings(endless(), ("world",), 2, lambda d: d != DISPATCHES[1]), 6))
    assert [d for d, _ in found] == [DISPATCHES[n % 4] for n in range(6)]
    assert [reading is None for _, reading in found] == [False, True, False, False, False, True]
    assert len(asked) <= 6 + 2 * AHEAD


def test_a_process_s_error_is_the_one_that_reading_has() -> None:
    with pytest.raises(DeskError, match="no-such-desk") as told:
        list(readings(DISPATCHES[:2], ("no-such-desk",), 2))
    again = pickle.loads(pickle.dumps(told.value))
    assert (type(again), again.where, again.what, again.remedy) == (
        DeskError, told.value.where, told.value.what, told.value.remedy,
    )  # fmt: skip


def test_a_dispatch_at_which_a_reader_fails_is_named_and_the_others_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def lay(dispatch: Dispatch, desk: Desk, *, parsed: bool) -> Page:
        return really_lay(dispatch, desk, parsed=[parsed][dispatch.text.count("five")])

    monkeypatch.setattr("dragoman.readers.read.lay", lay)
    texts = [Dispatch(f"Talks had gone on for {n} hours.", origin=f"{n}.txt") for n in ("four", "five", "six")]
    told: list[ReadingError] = []
    assert [d.origin for d, _ in readings(texts, ("world",), failed=told.append)] == ["four.txt", "six.txt"]
    assert [(e.where, "IndexError in test_many.py" in e.what) for e in told] == [("five.txt", True)]
    with pytest.raises(ReadingError, match=r"five\.txt: a reader fails at this text"):
        list(readings(texts, ("world",)))
