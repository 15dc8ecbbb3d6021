"""Dispatches in which something is denied, found when they are resolved: most deny nothing, and a comparison looks for the
denial of a claim in those alone that do."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, delete, insert, select

from dragoman.desk.desk import Desk
from dragoman.evening import even
from dragoman.record import schema
from dragoman.record.batches import batches

GROUP = "denial"
"""The desks' patterns of words that deny."""
_N, _D = schema.denial.c, schema.dispatch.c


def keep(connection: Connection, pack: Desk | None, dispatches: Collection[str] | None) -> None:
    """Looks some dispatches through, all where None. Those of which the day of publication is unknown are left out."""
    if dispatches is None:
        connection.execute(delete(schema.denial))
        dispatches = connection.execute(select(_D.id)).scalars().all()
    matcher = pack.matcher(GROUP) if pack else None
    for keys in batches(dispatches):
        connection.execute(delete(schema.denial).where(_N.dispatch.in_(keys)))
        if matcher is None:
            continue
        texts = connection.execute(
            select(_D.id, _D.last_day, _D.text).where(_D.id.in_(keys), _D.last_day.is_not(None)).order_by(_D.id)
        )
        rows = [{"dispatch": key, "day": day} for key, day, text in texts if any(matcher.find(even(text)))]
        if rows:
            connection.execute(insert(schema.denial), rows)
