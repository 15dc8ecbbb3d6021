"""What undertakings promise, what may say that one is kept, and from which day on it has which status."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, String, Table

from dragoman.record.schema.columns import metadata, owner, spanned, text

sign = Table(
    "sign",
    metadata,
    Column("id", Integer, primary_key=True),
    owner("dispatch", "dispatch"),
    *spanned(),
    Column("says", String, nullable=False),
    Column("day", String, nullable=False),
    Index(None, "dispatch"),
    Index(None, "day"),
)

sign_word = Table(
    "sign_word",
    metadata,
    text("word", required=True, primary_key=True),
    Column("day", String, primary_key=True),
    Column("sign", Integer, ForeignKey("sign.id", ondelete="CASCADE"), primary_key=True),
    Column("says", Integer, nullable=False),
    Index(None, "sign"),
    sqlite_with_rowid=False,
)
"""`day` and `says` are the sign's, so that a search need not look there."""

promised = Table(
    "promised",
    metadata,
    Column("id", Integer, primary_key=True),
    owner("entry", "entry"),
    text("words", required=True),
    Column("since", String, nullable=False),
    Column("done_by", String, nullable=False),
    Column("anew_by", String, nullable=False),
    Column("off_by", String, nullable=False),
    Index(None, "entry"),
)
"""What an undertaking is about as its tellings word it. A sentence published from `since` on changes nothing any more
where it says that this was done after `done_by`, that it was arranged anew after `anew_by`, or put off after
`off_by`."""

promised_word = Table(
    "promised_word",
    metadata,
    text("word", required=True, primary_key=True),
    Column("until", String, primary_key=True),
    Column("promised", Integer, ForeignKey("promised.id", ondelete="CASCADE"), primary_key=True),
    Index(None, "promised"),
    sqlite_with_rowid=False,
)
"""So many of the rarest words that no sentence without one of them speaks of enough. `until`: the latest of the three
days."""

bearing = Table(
    "bearing",
    metadata,
    text("key", required=True, primary_key=True),
    Column("until", String, primary_key=True),
    owner("entry", "entry", primary_key=True),
    Index(None, "entry"),
    sqlite_with_rowid=False,
)
"""What can bear on an undertaking, up to a day."""

step = Table(
    "step",
    metadata,
    owner("entry", "entry", primary_key=True),
    Column("since", String, primary_key=True),
    Column("until", String, nullable=False),
    Column("status", String, nullable=False),
    Column("shown_by", JSON, nullable=False),
    Column("outcome", String),
    Column("day", String),
    Index(None, "status", "since", "until"),
)
