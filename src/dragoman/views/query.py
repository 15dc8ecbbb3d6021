"""What a view is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from dragoman.errors import QueryError
from dragoman.when import When

LEVELS = ("leaders", "ministers", "parties", "parliaments", "officials", "forums")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Each view says which of these it heeds. `entry`: the id of an entry, finding or dispatch. `since`, `until`: days,
    both inclusive. `as_of`: only what was published by that day counts. `person`: an entry's id or a name. `issue`: a
    desk's id, its sub-issues included. `side`: a country's code or name. `mechanism`: an entry's id, a desk's id or a
    name. `words`: what to look for. `semantic`: rank by meaning. `candidates`: wordings that no desk lists are asked for. `limit`: at most so many entries, the newest where one must choose; None: all."""

    entry: str | None = None
    since: date | None = None
    until: date | None = None
    as_of: date | None = None
    person: str | None = None
    issue: str | None = None
    side: str | None = None
    mechanism: str | None = None
    level: str | None = None
    status: str | None = None
    words: str | None = None
    semantic: bool = False
    candidates: bool = False
    limit: int | None = None
    offset: int = 0

    @classmethod
    def of(cls, **given: Any) -> Query:
        """A query from words as a person writes them: dates as ISO 8601 at any precision, `since` meaning its first
        day, `until` and `as_of` its last. QueryError names what cannot be understood."""
        made: dict[str, Any] = {name: value for name, value in given.items() if value not in (None, "")}
        for name, end in (("since", "first"), ("until", "last"), ("as_of", "last")):
            if isinstance(made.get(name), str):
                made[name] = day(name, made[name], "first" if end == "first" else "last")
        if made.get("level") and made["level"] not in LEVELS:
            raise QueryError("--level", f"there is no level {made['level']!r}", f"levels are {', '.join(LEVELS)}")
        query = cls(**made)
        if query.since and query.until and query.until < query.since:
            raise QueryError("--until", f"{query.until} is before {query.since}", "give the earlier day as --since")
        if query.offset < 0 or (query.limit is not None and query.limit < 1):
            raise QueryError("--limit", "counts from 1", "give a number of entries")
        return query


def day(name: str, text: str, end: Literal["first", "last"]) -> date:
    """The first or last day of an ISO 8601 date at any precision. QueryError for anything else."""
    try:
        when = When.parse(text.strip())
    except ValueError:
        option = "--" + name.replace("_", "-")
        raise QueryError(option, f"{text!r} is not a date", "write 2025-03-22, 2025-03 or 2025") from None
    return when.first if end == "first" else when.last
