"""Counts over a record are made once for each state of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from dragoman.record.store import Record
from dragoman.views import course
from dragoman.views.query import Query
from dragoman.views.remembered import remembered
from tests.record.factories import talks


def test_what_was_made_is_given_again_until_the_record_changes(tmp_path: Path) -> None:
    made: list[int] = []

    def count() -> int:
        made.append(1)
        return len(made)

    def ask(record: Record) -> int:
        with record.reads() as connection:
            return remembered(connection, "count", count)

    draft = talks("2024-03-05", "Ann Lee (KOR)", "Luis Soto (CHL)", "Lima", outlet="Yonhap")
    with Record.open(tmp_path / "r.db") as record, Record.open(tmp_path / "r.db") as other:
        assert (ask(record), ask(record)) == (1, 1)
        other.add(draft.dispatch, draft.reading)
        assert ask(record) == 2
        record.remove(draft.dispatch.id)
        assert ask(record) == 3


def test_a_course_shows_what_was_added_since(tmp_path: Path) -> None:
    draft = talks("2024-03-05", "Ann Lee (KOR)", "Luis Soto (CHL)", "Lima", outlet="Yonhap")
    with Record.open(tmp_path / "r.db") as record:
        assert course.view(record, Query()).periods == ()
        record.add(draft.dispatch, draft.reading)
        record.resolve(datetime(2026, 1, 1, tzinfo=UTC))
        assert [p.period for p in course.view(record, Query()).periods] == ["2024-03"]
