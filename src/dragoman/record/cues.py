"""Dispatches with words of a kind that few have, found when they are resolved: those that deny something, and those that say
who presided. Views look for such sentences in these alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from sqlalchemy import Connection, delete, insert, select

from dragoman.desk.desk import Desk
from dragoman.evening import even
from dragoman.record import schema
from dragoman.record.batches import batches

DENIAL, CHAIR = "denial", "chair"
_C, _D = schema.cue.c, schema.dispatch.c


def keep(connection: Connection, pack: Desk | None, dispatches: Collection[str] | None) -> None:
    """Looks some dispatches through, all where None."""
    if dispatches is None:
        connection.execute(delete(schema.cue))
        dispatches = connection.execute(select(_D.id)).scalars().all()
    for keys in batches(dispatches):
        connection.execute(delete(schema.cue).where(_C.dispatch.in_(keys)))
        texts = connection.execute(select(_D.id, _D.last_day, _D.text).where(_D.id.in_(keys)).order_by(_D.id))
        rows = [{"what": what, "dispatch": key, "day": day} for key, day, text in texts for what in _found(pack, text)]
        if rows:
            connection.execute(insert(schema.cue), rows)


def _found(pack: Desk | None, text: str) -> Iterator[str]:
    if pack and any(pack.matcher(DENIAL).find(even(text))):
        yield DENIAL
    if (words := presiding(pack)) and words.search(text):
        yield CHAIR


@lru_cache(maxsize=16)
def presiding(pack: Desk | None) -> re.Pattern[str] | None:
    """The words that say who presided, None where no desk has any."""
    words = "|".join(re.escape(word) for word in (pack.words("calendar.chair") if pack else ()))
    return re.compile(rf"\b(?:{words})\b", re.I) if words else None
