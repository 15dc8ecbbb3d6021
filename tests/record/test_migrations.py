"""A record of an older Dragoman is brought up to date with all that it holds, and the schema is the one that the
revisions make."""

from __future__ import annotations

import sqlite3
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
from dragoman.record.store import Record
from tests.record.factories import Draft

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
        assert record.stats().pending == 1


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
