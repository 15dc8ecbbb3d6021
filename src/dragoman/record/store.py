"""The record: dispatches with their readings, what a person decided about them, and the entries that follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from sqlalchemy import Connection, Engine, delete, func, insert, select

from dragoman.dispatch import Dispatch
from dragoman.errors import RecordError
from dragoman.reading import Reading
from dragoman.record import copies, former, judgement, opening, schema, take, tally
from dragoman.record.anchor import anchor
from dragoman.record.following.follow import citing
from dragoman.record.kinds import KINDS
from dragoman.record.lore import Lore
from dragoman.record.put import clear, put
from dragoman.record.resolve import forget, resolve
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
        is an older one's, and its entries up to date. RecordError where the file is something else, damaged, a newer Dragoman's, or cannot be
        written."""
        file = Path(path)
        if file.is_dir():
            raise RecordError(str(file), "is a folder", "name a file, such as dragoman.db")
        if not create and not file.exists():
            raise RecordError(str(file), "is not there", "make it with `dragoman add`, or name another with --record")
        engine = opening.engine(file)
        try:
            opening.prepare(engine, str(file), lambda connection: resolve(connection, datetime.now(UTC)))
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, str(file))

    @classmethod
    def memory(cls) -> Record:
        """A record that is gone when it is closed."""
        return cls(opening.memory(), "record in memory")

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
            if self._made_by(connection, dispatch.id) == (reading.reader_version, reading.desk_hash, reading.desks):
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
            near |= copies.part(connection, dispatch)
            clear(connection, dispatch)
            connection.execute(delete(schema.dispatch).where(schema.dispatch.c.id == dispatch))
            connection.execute(delete(schema.pending).where(schema.pending.c.key == dispatch))
            _await(connection, near - {dispatch})
        return True

    def resolve(self, at: datetime, lore: Lore | None = None, *, anew: bool = False) -> int:
        """Brings the entries up to date (see `resolve.resolve`); gives the number of dispatches looked at. `at`: now.
        `lore`: what the desks know, None: as the last time. `anew`: forms all entries again."""
        with self.writes() as connection:
            if anew:
                forget(connection)
            return resolve(connection, at, lore)

    def same(self, a: str, b: str, *, author: str, at: datetime, reasons: Any = None) -> str:
        """A person says that two findings or entries are one thing. Gives the judgement's id; it counts from the next
        `resolve` on."""
        return self._judge("same", a, b, author=author, at=at, reasons=reasons)

    def different(self, a: str, b: str, *, author: str, at: datetime, reasons: Any = None) -> str:
        """A person says that two findings or entries are two things; where they were one, `b` leaves. As `same`
        otherwise."""
        return self._judge("different", a, b, author=author, at=at, reasons=reasons)

    def accept(self, finding: str, *, author: str, at: datetime, reasons: Any = None) -> str:
        """A person says that a finding is right: views say so. It takes the place of an earlier rejection."""
        return self._judge("accept", finding, None, author=author, at=at, reasons=reasons)

    def reject(self, finding: str, *, author: str, at: datetime, reasons: Any = None) -> str:
        """A person says that a finding is wrong: views leave it out, entries do not rest on it."""
        return self._judge("reject", finding, None, author=author, at=at, reasons=reasons)

    def correct(self, finding: str, field: str, value: Any, *, author: str, at: datetime, reasons: Any = None) -> str:
        """A person gives a field of a finding another value (see `correct.check`)."""
        return self._judge("correct", finding, None, author=author, at=at, reasons=reasons, field=field, value=value)

    def _judge(
        self,
        kind: judgement.JudgementKind,
        a: str,
        b: str | None,
        *,
        author: str,
        at: datetime,
        reasons: Any,
        field: str | None = None,
        value: Any = None,
    ) -> str:
        with self.writes() as connection:
            if b is None:
                first, second = a, None
            elif connection.execute(select(schema.finding.c.id).where(schema.finding.c.id == b)).scalar():
                first, second = anchor(connection, a, b), b
            else:
                first = anchor(connection, a)
                second = anchor(connection, b, first)
            key = judgement.make(
                connection, kind, first, second, field=field, value=value, author=author, reasons=reasons, at=at
            )
            _disturb(connection, judgement.judgements(connection, schema.judgement.c.id == key))
            return key

    def revoke(self, key: str, *, at: datetime) -> None:
        """Takes a judgement back, a person's or a rule's. A rule's is not made again."""
        with self.writes() as connection:
            found = judgement.revoke(connection, key, at)
            if found.by_hand:
                _disturb(connection, [found])
            else:
                _await(connection, {node for node in (found.a, found.b) if node}, "node")

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
        with self.reads() as connection:
            return self._made_by(connection, dispatch)

    @staticmethod
    def _made_by(connection: Connection, dispatch: str) -> tuple[str, str, tuple[str, ...]] | None:
        table = schema.dispatch.c
        columns = (table.reader_version, table.desk_hash, table.desks)
        row = connection.execute(select(*columns).where(table.id == dispatch)).first()
        return None if row is None else (row.reader_version, row.desk_hash, tuple(row.desks))

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
    """Notes the descriptions, entries and months that a dispatch's findings are about to leave, and the undertakings whose
    status rests on it, for the next `resolve`."""
    table = schema.membership.c
    rows = connection.execute(select(table.node, table.entry).where(table.dispatch == dispatch)).all()
    former.note(connection, table.dispatch == dispatch)
    _await(connection, {row.node for row in rows}, "node")
    _await(connection, {row.entry for row in rows if row.entry} | citing(connection, [dispatch]), "entry")
    resolved = select(schema.wording.c.dispatch).where(schema.wording.c.dispatch == dispatch)
    if connection.execute(resolved).first():
        _await(connection, tally.periods(connection, [dispatch]), "period")


def _disturb(connection: Connection, judged: list[judgement.Judgement]) -> None:
    """Lets the findings that judgements bear on be described, and their groups be formed, again."""
    _await(connection, judgement.touched(judged, connection))
    table, ends = schema.membership.c, [key for j in judged for key in (j.a_now, j.b_now) if key]
    _await(connection, set(connection.execute(select(table.node).where(table.finding.in_(ends))).scalars()), "node")


def _await(connection: Connection, keys: set[str], what: str = "dispatch") -> None:
    if keys:
        rows = [{"what": what, "key": key} for key in sorted(keys)]
        connection.execute(insert(schema.pending).prefix_with("OR IGNORE"), rows)
