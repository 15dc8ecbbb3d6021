"""From dispatches to entries in one call, reading only what must be read."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from dragoman.dispatch import Dispatch
from dragoman.errors import ReadingError
from dragoman.intake import Step, intake, lore
from dragoman.readers import many
from dragoman.readers import read as reading
from dragoman.readers.read import read
from dragoman.reading import Reading
from dragoman.record.store import Record

NOW = datetime(2025, 1, 2, 3, 4, 5, tzinfo=UTC)
ONE = Dispatch(
    "On May 6, 2024, Foreign Minister Ana Duarte of Portugal met with Dutch Foreign Minister Piet Bakker in Lisbon.",
    "one",
)
TWO = Dispatch(
    "LISBON, May 6, 2024 - Dutch Foreign Minister Piet Bakker held talks with Portuguese Foreign Minister Ana Duarte in Lisbon on Monday.",
    "two",
)


def test_dispatches_are_read_kept_and_resolved() -> None:
    steps: list[Step] = []
    with Record.memory() as record:
        taken = intake(record, [ONE, TWO, ONE], at=NOW, progress=steps.append)
        assert taken.added == (ONE.id, TWO.id)
        assert taken.known == ()
        assert [(s.dispatch.origin, s.added, s.done) for s in steps] == [
            ("one", True, 1),
            ("two", True, 2),
            ("one", False, 3),
        ]
        assert record.stats().pending == 0
        assert record.stats().entries["encounter"] == 1


def test_what_is_there_as_read_by_these_readers_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with Record.memory() as record:
        intake(record, [ONE], at=NOW)
        monkeypatch.setattr(many, "read", lambda *_: pytest.fail("read again"))
        assert intake(record, [ONE], at=NOW).known == (ONE.id,)


def test_what_readers_fail_at_is_told_and_the_rest_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(dispatch: Dispatch, desks: None) -> Reading:
        if dispatch == ONE:
            raise ReadingError("one", "a reader fails at this text")
        return read(dispatch, desks)

    other = Dispatch("Envoys of Peru and Chile met in Lima.")
    monkeypatch.setattr(many, "read", failing)
    with Record.memory() as record:
        taken = intake(record, [ONE, other], at=NOW)
        assert (taken.added, [e.where for e in taken.failed]) == ((other.id,), ["one"])
        assert record.made_by(ONE.id) is None


def test_readers_that_changed_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    with Record.memory() as record:
        intake(record, [ONE], at=NOW)
        monkeypatch.setattr(reading, "reader_version", lambda: "another")
        assert intake(record, [ONE], at=NOW).added == (ONE.id,)


def test_cities_are_known_by_all_their_names() -> None:
    assert lore().cities["東京"] == lore().cities["tokyo"]


def test_words_that_say_the_same_count_as_one() -> None:
    known = lore()
    assert known.content("They agreed to open the hotline") == known.content("will soon start the direct telephone")
