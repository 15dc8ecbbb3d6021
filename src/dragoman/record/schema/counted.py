"""Tables of what is gathered when dispatches are resolved, so that views look it up: which dispatches carry which set phrase,
speak of which issue, deny something or say who presided; which issues and people entries are about; which dispatches have their
text from one source, how they word things, and how often each side does what."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, String, Table

from dragoman.record.schema.columns import metadata, owner, spanned, text

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

source_group = Table(
    "source_group",
    metadata,
    Column("dispatch", String, ForeignKey("dispatch.id", ondelete="CASCADE"), primary_key=True),
    Column("source", String, nullable=False),
    Column("sketch", LargeBinary, nullable=False),
    Index(None, "source"),
)

source_band = Table(
    "source_band",
    metadata,
    Column("band", String, primary_key=True),
    owner("dispatch", "dispatch", primary_key=True),
    Index(None, "dispatch"),
)

wording = Table(
    "wording",
    metadata,
    Column("dispatch", String, ForeignKey("dispatch.id", ondelete="CASCADE"), primary_key=True),
    Column("runs", LargeBinary, nullable=False),
)

tally = Table(
    "tally",
    metadata,
    Column("period", String, primary_key=True),
    Column("what", String, primary_key=True),
    Column("side", String, primary_key=True),
    text("name", required=True, primary_key=True),
    Column("total", Integer, nullable=False),
    Column("newest", String, nullable=False),
    owner("dispatch", "dispatch"),
    *spanned(),
    text("evidence", required=True),
    Index(None, "dispatch"),
)
