"""The record: dispatches with their readings, what a person decided about them, and the entries that follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select

from dragoman.dispatch import Dispatch
from dragoman.errors import RecordError
from dragoman.reading import Reading
from dragoman.record import judgement, opening, schema, take
from dragoman.record.kinds import KINDS
from dragoman.record.put import clear, put
from dragoman.record.verify import Verification, verify


@dataclass(frozen=True, slots=True)
class Stats:
    """How much a record holds. `findings` and `entries` by kind; `sources`: dispatches with copies counted once;
    `pending`: dispatches added or changed since the last `resolve`; `first_day`, `last_day`: of publication, where any
    is known."""

    dispatches: int
    sources: int
    findings: Mapping[str, int]
    entries: Mapping[str, int]
    judgements: int
    pending: int
    first_day: str | None
    last_day: str | None


class Record:
    """One record. May be used from several threads; use it as a context manager, or `close` it."""

    def __init__(self, engine: Engine, where: str) -> None:
        self._engine, self.where = engine, where

    @classmethod
    def open(cls, path: Path | str, *, create: bool = True) -> Record:
        """A record's file, made where there is none (unless `create` is false), brought to the latest schema where it
        is an older one's. RecordError where the file is something else, damaged, a newer Dragoman's, or cannot be
        written."""
        file = Path(path)
        if file.is_dir():
            raise RecordError(str(file), "is a folder", "name a file, such as dragoman.db")
        if not create and not file.exists():
            raise RecordError(str(file), "is not there", "make it with `dragoman add`, or name another with --record")
        return cls._prepared(opening.engine(file), str(file))

    @classmethod
    def memory(cls) -> Record:
        """A record that is gone when it is closed."""
        return cls._prepared(opening.engine(None), "record in memory")

    @classmethod
    def _prepared(cls, engine: Engine, where: str) -> Record:
        try:
            opening.prepare(engine, where)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, where)

    def close(self) -> None:
        self._engine.dispose()

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def reads(self) -> Iterator[Connection]:
        """A view of the record as it is now, whatever is written meanwhile."""
        with opening.told(self.where), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writes(self) -> Iterator[Connection]:
        """One transaction: all of it is kept, or none."""
        with opening.told(self.where), opening.writing(self._engine) as connection:
            yield connection

    def add(self, dispatch: Dispatch, reading: Reading, at: datetime | None = None) -> bool:
        """Keeps a dispatch with its reading, in one transaction. Where the dispatch is there already, a reading by the
        same readers and desk changes nothing and gives False; one by others takes the place of the old one, and
        judgements by hand stand. `at`: now."""
        if reading.dispatch != dispatch.id:
            raise ValueError(f"a reading of {reading.dispatch}, not of {dispatch.id}")
        with self.writes() as connection:
            if self._made_by(connection, dispatch.id) == (reading.reader_version, reading.desk_hash):
                return False
            _leave(connection, dispatch.id)
            put(connection, dispatch, reading, judgement.moment(at) if at else None)
            _await(connection, {dispatch.id, *judgement.bind(connection, dispatch.id)})
        return True

    def remove(self, dispatch: str) -> bool:
        """Takes out a dispatch and all that rested on it alone; False where it is not there. Judgements by hand about
        it are kept and bear on it again if it is added again."""
        with self.writes() as connection:
            if self._made_by(connection, dispatch) is None:
                return False
            near = judgement.bind(connection, dispatch)
            _leave(connection, dispatch)
            copies = schema.source_group.c
            mine = select(copies.source).where(copies.dispatch == dispatch).scalar_subquery()
            near |= set(connection.execute(select(copies.dispatch).where(copies.source == mine)).scalars())
            clear(connection, dispatch)
            connection.execute(delete(schema.dispatch).where(schema.dispatch.c.id == dispatch))
            connection.execute(delete(schema.pending).where(schema.pending.c.key == dispatch))
            _await(connection, near - {dispatch})
        return True

    def dispatch(self, key: str) -> Dispatch:
        """RecordError where it is not in the record."""
        with self.reads() as connection:
            return take.dispatch(connection, key)

    def reading(self, key: str) -> Reading:
        """The reading as it was added, without corrections by hand. RecordError where the dispatch is not in the
        record."""
        with self.reads() as connection:
            return take.reading(connection, key)

    def dispatches(self) -> list[str]:
        """The ids of all dispatches, in order."""
        with self.reads() as connection:
            return list(connection.execute(select(schema.dispatch.c.id).order_by(schema.dispatch.c.id)).scalars())

    def made_by(self, dispatch: str) -> tuple[str, str, tuple[str, ...]] | None:
        """The reader version, desk hash and packs of a dispatch's reading; None where it is not in the record."""
        table = schema.dispatch.c
        with self.reads() as connection:
            row = connection.execute(
                select(table.reader_version, table.desk_hash, table.desks).where(table.id == dispatch)
            ).first()
            return None if row is None else (row.reader_version, row.desk_hash, tuple(row.desks))

    @staticmethod
    def _made_by(connection: Connection, dispatch: str) -> tuple[str, str] | None:
        table = schema.dispatch.c
        row = connection.execute(select(table.reader_version, table.desk_hash).where(table.id == dispatch)).first()
        return None if row is None else (row.reader_version, row.desk_hash)

    def verify(self) -> Verification:
        """Every span of every finding checked against the stored text."""
        with self.reads() as connection:
            return verify(connection)

    def stats(self) -> Stats:
        with self.reads() as connection:

            def count(table: Any, *where: Any) -> int:
                return int(connection.execute(select(func.count()).select_from(table).where(*where)).scalar_one())

            kinds = connection.execute(
                select(schema.entry.c.kind, func.count().label("number")).group_by(schema.entry.c.kind)
            )
            entries = {row.kind: int(row.number) for row in kinds}
            table = schema.dispatch.c
            first, last = connection.execute(select(func.min(table.first_day), func.max(table.last_day))).one()
            return Stats(
                dispatches=count(schema.dispatch),
                sources=int(
                    connection.execute(select(func.count(schema.source_group.c.source.distinct()))).scalar_one()
                ),
                findings={name: count(kind.table) for name, kind in KINDS.items()},
                entries={name: entries[name] for name in sorted(entries)},
                judgements=count(schema.judgement, schema.judgement.c.by_hand, schema.judgement.c.revoked_at.is_(None)),
                pending=count(schema.pending, schema.pending.c.what == "dispatch"),
                first_day=first,
                last_day=last,
            )


def _leave(connection: Connection, dispatch: str) -> None:
    """Notes the descriptions that a dispatch's findings are about to leave, for the next `resolve`."""
    table = schema.membership.c
    _await(connection, set(connection.execute(select(table.node).where(table.dispatch == dispatch)).scalars()), "node")


def _await(connection: Connection, keys: set[str], what: str = "dispatch") -> None:
    if keys:
        rows = [{"what": what, "key": key} for key in sorted(keys)]
        connection.execute(insert(schema.pending).prefix_with("OR IGNORE"), rows)
