"""What joins dispatches: entries with the findings that they rest on, whom and where they are about, which ids they had before; what
the desks know of them, and what is still to be resolved."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, String, Table

from dragoman.record.schema.columns import metadata, owner, text

entry = Table(
    "entry",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    text("label", required=True),
    Column("first_day", String),
    Column("last_day", String),
    Column("detail", JSON, nullable=False),
    Column("status", String),
    Column("mechanism", String),
    Column("level", String),
    Column("told", String),
    Index(None, "kind", "first_day"),
    Index(None, "kind", "told"),
    Index(None, "mechanism"),
)

entry_person = Table(
    "entry_person",
    metadata,
    owner("entry", "entry", primary_key=True),
    Column("person", String, primary_key=True),
    Index(None, "person"),
)

entry_country = Table(
    "entry_country",
    metadata,
    owner("entry", "entry", primary_key=True),
    Column("country", String, primary_key=True),
    Index(None, "country"),
)

node = Table(
    "node",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("features", JSON, nullable=False),
    Column("slug", String, nullable=False),
    Column("entry", String, ForeignKey("entry.id", ondelete="SET NULL")),
    Index(None, "entry"),
    Index(None, "slug"),
)

block = Table(
    "block",
    metadata,
    Column("key", String, primary_key=True),
    owner("node", "node", primary_key=True),
    Index(None, "node"),
)

membership = Table(
    "membership",
    metadata,
    Column("finding", String, ForeignKey("finding.id", ondelete="CASCADE"), primary_key=True),
    owner("dispatch", "dispatch"),
    Column("kind", String, nullable=False),
    owner("node", "node"),
    Column("entry", String, ForeignKey("entry.id", ondelete="SET NULL")),
    Index(None, "entry", "dispatch"),
    Index(None, "node"),
    Index(None, "dispatch"),
)

former = Table(
    "former",
    metadata,
    Column("id", String, primary_key=True),
    Column("finding", String, primary_key=True),
    owner("dispatch", "dispatch"),
    Index(None, "dispatch"),
)
"""The ids that entries had and have no more, with their findings of then."""

lore = Table(
    "lore",
    metadata,
    Column("kind", String, primary_key=True),
    text("name", required=True, primary_key=True),
    text("value", required=True),
)

pending = Table(
    "pending",
    metadata,
    Column("what", String, primary_key=True),
    Column("key", String, primary_key=True),
)
