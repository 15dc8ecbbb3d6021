"""Opening a record's file: SQLite as we want it, the schema brought up to date, and what goes wrong said in one
line."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import StaticPool

from dragoman.errors import RecordError

MARK = 0x44726167
"""SQLite's `application_id` of a record: a file that has another one is not ours."""

LATEST = "0008"
"""The revision of `migrations` that the tables in `schema` agree with."""

_MIGRATIONS = Path(__file__).parent / "migrations"
_WAIT = 15.0

_REMEDIES = (
    ("file is not a database", "is not a record", "name another file, or move this one away"),
    ("could not decode", "is damaged", "restore a copy, or add its dispatches to a new record"),
    ("malformed", "is damaged", "restore a copy, or add its dispatches to a new record"),
    ("locked", "is being written by another program", "try again when that is done"),
    ("readonly", "cannot be written", "copy it to a folder that you may write in"),
    ("unable to open", "cannot be opened", "check that the folder is there and may be written in"),
    ("disk is full", "cannot grow: the disk is full", "make room and do it again; nothing stored is lost"),
    ("disk i/o", "cannot be read or written", "check the disk; what was stored before is kept"),
)


@contextmanager
def told(where: str) -> Iterator[None]:
    """Turns the database's errors into RecordErrors that name the remedy."""
    try:
        yield
    except (DatabaseError, sqlite3.DatabaseError) as error:
        said = str(getattr(error, "orig", None) or error)
        for sign, what, remedy in _REMEDIES:
            if sign in said.casefold():
                raise RecordError(where, what, remedy) from error
        raise


def engine(path: Path | None) -> Engine:
    """For one file, or for a record in memory where `path` is None. Foreign keys hold, readers do not wait for the
    writer, a writer waits fifteen seconds for another."""
    if path is None:
        made = create_engine("sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False})
    else:
        made = create_engine(
            URL.create("sqlite", database=str(path)), connect_args={"timeout": _WAIT, "check_same_thread": False}
        )
    event.listen(made, "connect", _settle)
    event.listen(made, "begin", _begin)
    return made


def _settle(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None
    for pragma in (
        "foreign_keys = ON",
        "synchronous = NORMAL",
        f"busy_timeout = {int(_WAIT * 1000)}",
        "temp_store = MEMORY",
        "cache_size = -65536",
        "mmap_size = 1073741824",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def writing(made: Engine) -> Iterator[Connection]:
    """One transaction that has the writer's lock from its beginning."""
    with made.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


def prepare(made: Engine, where: str, refill: Callable[[Connection], Any] | None = None) -> None:
    """Brings the file to the latest schema; where it had an older one, `refill` writes what that did not hold, in the same
    transaction. RecordError where it is no record, or a newer Dragoman's."""
    with told(where):
        with made.connect() as connection:
            if _state(connection, where) == LATEST:
                return
        with made.connect() as connection:
            raw(connection).execute("PRAGMA journal_mode = WAL")
        with writing(made) as connection:
            before = _state(connection, where)
            if before != LATEST:
                _migrate(connection, where)
                if before and refill:
                    refill(connection)


def memory() -> Engine:
    """A record in memory, empty, with the latest schema: a copy of one that is made once in a process."""
    made = engine(None)
    with made.connect() as connection:
        _empty().backup(raw(connection))
    return made


@lru_cache(maxsize=1)
def _empty() -> sqlite3.Connection:
    made = engine(None)
    prepare(made, "record in memory")
    with made.connect() as connection:
        copy = sqlite3.connect(":memory:", check_same_thread=False)
        raw(connection).backup(copy)
    made.dispose()
    return copy


def raw(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection beneath."""
    beneath = connection.connection.dbapi_connection
    assert isinstance(beneath, sqlite3.Connection)
    return beneath


@contextmanager
def lenient(connection: Connection) -> Iterator[None]:
    """Within it a byte that is no UTF-8 (changed by hand, or by a failing disk) comes as half a surrogate pair in its
    place."""
    driver = raw(connection)
    driver.text_factory = lambda stored: stored.decode("utf-8", "surrogateescape")
    try:
        yield
    finally:
        driver.text_factory = str


def _state(connection: Connection, where: str) -> str | None:
    """The revision of the file, None for an empty one."""
    mark = connection.execute(text("PRAGMA application_id")).scalar()
    tables = set(connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars())
    if not tables:
        return None
    if mark != MARK or "alembic_version" not in tables:
        raise RecordError(where, "is a database but no record", "name another file, or move this one away")
    revision = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if revision > LATEST:
        raise RecordError(
            where, f"was made by a newer Dragoman (its schema is {revision}, ours {LATEST})", "upgrade Dragoman"
        )
    return revision


def _migrate(connection: Connection, where: str) -> None:
    from alembic import command
    from alembic.config import Config

    connection.execute(text(f"PRAGMA application_id = {MARK}"))
    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except OperationalError as error:
        remedy = "it is as it was; add its dispatches to a new record"
        raise RecordError(where, f"cannot be brought up to date: {error.orig}", remedy) from error
