"""Tables of what is gathered when dispatches are resolved, so that views look it up: which dispatches carry which set phrase,
speak of which issue, deny something or say who presided; which issues and people entries are about."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from dragoman.record.columns import metadata, owner, text

entry_issue = Table(
    "entry_issue",
    metadata,
    owner("entry", "entry", primary_key=True),
    text("issue", required=True, primary_key=True),
    Index(None, "issue"),
)

entry_signed = Table(
    "entry_signed",
    metadata,
    owner("entry", "entry", primary_key=True),
    Column("person", String, primary_key=True),
    Index(None, "person"),
)

topic = Table(
    "topic",
    metadata,
    text("issue", required=True, primary_key=True),
    owner("dispatch", "dispatch", primary_key=True),
    Column("first_day", String),
    Column("last_day", String),
    Column("mentions", Integer, nullable=False),
    Index(None, "issue", "last_day"),
    Index(None, "dispatch"),
)

carried = Table(
    "carried",
    metadata,
    text("formula", required=True, primary_key=True),
    owner("dispatch", "dispatch", primary_key=True),
    text("wording", required=True, primary_key=True),
    text("form"),
    text("side"),
    text("language"),
    Column("first_day", String),
    Column("last_day", String),
    Column("source", String, nullable=False),
    Column("uses", Integer, nullable=False),
    Index(None, "dispatch"),
    sqlite_with_rowid=False,
)

cue = Table(
    "cue",
    metadata,
    Column("what", String, primary_key=True),
    owner("dispatch", "dispatch", primary_key=True),
    Column("day", String),
    Index(None, "what", "day"),
    Index(None, "dispatch"),
)
