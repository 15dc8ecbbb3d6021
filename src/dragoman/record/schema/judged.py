"""What people and rules judge of findings and entries, and what a finding said before it was corrected."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, ForeignKey, Index, Integer, String, Table

from dragoman.record.schema.columns import metadata, owner

as_read = Table(
    "as_read",
    metadata,
    owner("finding", "finding", primary_key=True),
    Column("field", String, primary_key=True),
    Column("value", JSON, nullable=False),
)

judgement = Table(
    "judgement",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    Column("a", String, nullable=False),
    Column("b", String),
    Column("field", String),
    Column("value", JSON),
    Column("author", String, nullable=False),
    Column("by_hand", Boolean, nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("made_at", String, nullable=False),
    Column("revoked_at", String),
    Column("a_dispatch", String),
    Column("a_kind", String),
    Column("a_start", Integer),
    Column("a_end", Integer),
    Column("a_now", String, ForeignKey("finding.id", ondelete="SET NULL")),
    Column("b_dispatch", String),
    Column("b_kind", String),
    Column("b_start", Integer),
    Column("b_end", Integer),
    Column("b_now", String, ForeignKey("finding.id", ondelete="SET NULL")),
    Index(None, "a"),
    Index(None, "b"),
    Index(None, "a_now"),
    Index(None, "b_now"),
    Index(None, "a_dispatch"),
    Index(None, "b_dispatch"),
)
