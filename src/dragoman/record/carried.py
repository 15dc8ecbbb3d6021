"""Which dispatch carries which set phrase in which wording, kept when dispatches are resolved, so that a register of phrases
is counted in one narrow table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from dragoman.record import schema
from dragoman.record.batches import batches

_C, _F, _D, _G = schema.carried.c, schema.formula.c, schema.dispatch.c, schema.source_group.c


def wording(form: str | None, words: str) -> str:
    """What tells wordings of a phrase apart: the desk's form where it has one, else the words on one line without regard
    to capitals."""
    return form or " ".join(words.split()).casefold()


def keep(connection: Connection, dispatches: Collection[str] | None) -> None:
    """Writes what some dispatches carry, all where None."""
    if dispatches is None:
        connection.execute(delete(schema.carried))
        dispatches = connection.execute(select(_F.dispatch).distinct()).scalars().all()
    for keys in batches(dispatches):
        connection.execute(delete(schema.carried).where(_C.dispatch.in_(keys)))
        chosen = (
            select(
                _F.formula, _F.form, _F.evidence, _F.dispatch, _D.outlet_country, _D.language, _D.first_day, _D.last_day,
                func.coalesce(_G.source, _F.dispatch),
            )
            .join(schema.dispatch, _D.id == _F.dispatch)
            .outerjoin(schema.source_group, _G.dispatch == _F.dispatch)
            .where(_F.dispatch.in_(keys), _F.rejected.is_(False))
        )  # fmt: skip
        counts: Counter[tuple[Any, ...]] = Counter()
        for formula, form, words, *rest in connection.execute(chosen):
            counts[(formula, wording(form, words), form, *rest)] += 1
        columns = ("formula", "wording", "form", "dispatch", "side", "language", "first_day", "last_day", "source")
        rows = [dict(zip(columns, row, strict=True), uses=number) for row, number in counts.items()]
        if rows:
            connection.execute(insert(schema.carried), rows)
