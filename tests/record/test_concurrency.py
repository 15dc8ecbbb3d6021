"""Readers and one writer at a time lose nothing and see no half of anything."""

from __future__ import annotations

import threading
from pathlib import Path

from sqlalchemy import func, select

from dragoman.record import schema
from dragoman.record.store import Record
from tests.record.test_resolve import NOW, account

DRAFTS = [account(f"Outlet {n}", day=f"2024-05-{n + 1:02}") for n in range(12)]


def test_eight_readers_and_a_writer(tmp_path: Path) -> None:
    errors: list[BaseException] = []
    done = threading.Event()
    with Record.open(tmp_path / "r.db") as record:

        def look() -> None:
            try:
                while not done.is_set():
                    with record.reads() as connection:
                        count = select(func.count())
                        dispatches = connection.execute(count.select_from(schema.dispatch)).scalar_one()
                        attributions = connection.execute(count.select_from(schema.attribution)).scalar_one()
                        orphans = select(schema.membership.c.finding).where(schema.membership.c.entry.is_(None))
                        assert connection.execute(orphans).first() is None
                    assert attributions == dispatches
            except BaseException as error:
                errors.append(error)

        readers = [threading.Thread(target=look) for _ in range(8)]
        for reader in readers:
            reader.start()
        for draft in DRAFTS:
            record.add(draft.dispatch, draft.reading)
            record.resolve(NOW)
        done.set()
        for reader in readers:
            reader.join()
        assert errors == []
        assert record.stats().dispatches == len(DRAFTS)
        assert record.verify().holds


def test_two_writers_wait_for_each_other(tmp_path: Path) -> None:
    errors: list[BaseException] = []
    Record.open(tmp_path / "r.db").close()

    def write(drafts: list[object]) -> None:
        try:
            with Record.open(tmp_path / "r.db") as record:
                for draft in DRAFTS:
                    if draft in drafts:
                        record.add(draft.dispatch, draft.reading)
                        record.resolve(NOW)
        except BaseException as error:
            errors.append(error)

    writers = [threading.Thread(target=write, args=(DRAFTS[half::2],)) for half in (0, 1)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert errors == []
    with Record.open(tmp_path / "r.db") as record:
        assert record.stats().dispatches == len(DRAFTS)
        assert record.stats().entries["encounter"] == len(DRAFTS)
