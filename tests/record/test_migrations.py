"""A record of an older Dragoman is brought up to date with all that it holds, and the schema is the one that the
revisions make."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, insert

from dragoman.errors import RecordError
from dragoman.record import opening, schema
from dragoman.record.put import put
from dragoman.record.store import Record
from tests.record.factories import Draft, talks
from tests.record.orders import picture
from tests.record.test_following import add, ending, planned, promise, session

MIGRATIONS = Path(opening.__file__).parent / "migrations"


def config(connection: Connection | None = None) -> Config:
    made = Config()
    made.set_main_option("script_location", str(MIGRATIONS))
    made.attributes["connection"] = connection
    return made


def test_the_revisions_make_the_schema() -> None:
    with Record.memory() as record, record.reads() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": lambda o, n, t, r, c: "sentence_index" not in n}
        )
        assert compare_metadata(context, schema.metadata) == []


def test_the_latest_revision_is_the_one_that_opening_wants() -> None:
    assert ScriptDirectory.from_config(config()).get_current_head() == opening.LATEST


def test_an_older_record_is_brought_up_to_date(tmp_path: Path) -> None:
    draft = Draft("Ana Duarte spoke.").person("Ana Duarte")
    engine = opening.engine(tmp_path / "r.db")
    with opening.writing(engine) as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {opening.MARK}")
        command.upgrade(config(connection), "0001")
        values = {c.name: "" for c in schema.dispatch.c if not c.nullable}
        lists: dict[str, list[str]] = {c: [] for c in ("notes", "candidates", "dated_because", "desks")}
        connection.execute(
            insert(schema.dispatch).values(**{**values, **lists, "id": draft.dispatch.id, "text": draft.dispatch.text})
        )
    engine.dispose()
    with Record.open(tmp_path / "r.db") as record:
        assert record.dispatch(draft.dispatch.id).text == draft.dispatch.text
        assert record.stats().pending == 0


AS_IT_WAS = """
DROP TABLE former; DROP INDEX ix_sign_day; DROP TABLE promised_word; DROP TABLE promised; DROP TABLE sign_word; DROP TABLE bearing;
DROP TABLE cue; DROP TABLE carried; DROP TABLE entry_issue; DROP TABLE entry_signed; DROP TABLE topic; DROP TABLE meaning;
CREATE INDEX ix_dispatch_outlet_country ON dispatch (outlet_country); DROP INDEX IF EXISTS ix_dispatch_outlet_country_last_day;
DELETE FROM step; DELETE FROM sign; DELETE FROM block WHERE key LIKE 'encounter%'; UPDATE entry SET level = NULL, told = NULL;
CREATE TABLE sign_word (word TEXT, sign INTEGER); CREATE TABLE bearing (key TEXT, entry TEXT);
CREATE TABLE promised_word (word TEXT, entry TEXT, part INTEGER, size INTEGER);
UPDATE alembic_version SET version_num = '0004';
"""
"""What an older Dragoman left out of a record that it had resolved."""


def test_what_an_older_record_did_not_hold_is_written_when_it_is_opened(tmp_path: Path) -> None:
    drafts = [
        promise("2024-01-02", "2024-03"),
        ending("2024-02-03"),
        planned("2024-01-02", 5),
        session("2024-06-07", 5),
    ]
    with Record.open(tmp_path / "r.db") as record:
        add(record, *drafts, talks("2024-05-06", "Ana Duarte (PRT)", "Piet Bakker (NLD)", "Lisbon", outlet="A"))
        now = picture(record)
    raw = sqlite3.connect(tmp_path / "r.db")
    raw.executescript(AS_IT_WAS)
    raw.close()
    with Record.open(tmp_path / "r.db") as record:
        assert picture(record) == now
    assert [step for step in now["steps"] if step[3] == "kept"]


def test_the_entries_of_the_oldest_record_are_formed_when_it_is_opened(tmp_path: Path) -> None:
    drafts = [promise("2024-01-02"), ending("2024-02-03")]
    engine = opening.engine(tmp_path / "r.db")
    with opening.writing(engine) as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {opening.MARK}")
        command.upgrade(config(connection), "0001")
        for draft in drafts:
            put(connection, draft.dispatch, replace(draft.reading, desks=("world", "en")), None)
    engine.dispose()
    with Record.open(tmp_path / "r.db") as record, Record.memory() as fresh:
        add(fresh, *drafts)
        assert picture(record) == picture(fresh)


def test_a_failed_upgrade_leaves_the_record_as_it_was(tmp_path: Path) -> None:
    engine = opening.engine(tmp_path / "r.db")
    with opening.writing(engine) as connection:
        connection.exec_driver_sql(f"PRAGMA application_id = {opening.MARK}")
        command.upgrade(config(connection), "0001")
        connection.exec_driver_sql("CREATE TABLE membership (mine TEXT)")
    engine.dispose()
    with pytest.raises(RecordError, match="cannot be brought up to date"):
        Record.open(tmp_path / "r.db")
    raw = sqlite3.connect(tmp_path / "r.db")
    tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [("0001",)]
    raw.close()
    assert "judgement" not in tables
