"""What dispatches say: the dispatches, a table for each kind of finding, what is marked in their texts, and their sentences.

Every finding carries where it stands (`start`, `end`: code points of its dispatch's `text`, end exclusive), the
characters it rested on when it was read (`evidence`), and a digest of its other spans (`digest`). `position` is its
place in the reading. Values are as corrected by hand; `as_read` keeps what the reading had. Dates are ISO 8601.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Float, ForeignKey, Index, Integer, LargeBinary, String, Table

from dragoman.record.schema.columns import listed, metadata, optional, owner, somebody, spanned, text

dispatch = Table(
    "dispatch",
    metadata,
    Column("id", String, primary_key=True),
    text("origin", required=True),
    text("given_outlet"),
    text("given_title"),
    text("given_published"),
    text("given_language"),
    text("address"),
    text("media_type", required=True),
    text("charset"),
    listed("notes"),
    Column("added_at", String),
    text("language"),
    text("outlet"),
    text("outlet_country"),
    text("title"),
    *optional("title"),
    text("published"),
    listed("candidates"),
    text("earliest"),
    text("latest"),
    listed("dated_because"),
    text("dated_by"),
    Column("first_day", String),
    Column("last_day", String),
    listed("desks"),
    text("desk_hash", required=True),
    text("reader_version", required=True),
    text("text", required=True),
    Index(None, "last_day"),
    Index(None, "first_day"),
    Index(None, "outlet_country", "last_day"),
    Index(None, "desks"),
)

finding = Table(
    "finding",
    metadata,
    Column("id", String, primary_key=True),
    owner("dispatch", "dispatch"),
    Column("kind", String, nullable=False),
    Index(None, "dispatch", "kind"),
)


def _findings(name: str, *columns: Any) -> Table:
    return Table(
        name,
        metadata,
        Column("id", String, ForeignKey("finding.id", ondelete="CASCADE"), primary_key=True),
        owner("dispatch", "dispatch"),
        Column("position", Integer, nullable=False),
        *spanned(),
        text("evidence", required=True),
        Column("digest", String, nullable=False),
        *columns,
        text("rule", required=True),
        Column("confidence", Float, nullable=False),
        Column("rejected", Boolean, nullable=False),
        Index(None, "dispatch", "position"),
    )


person = _findings(
    "person",
    text("name", required=True),
    text("country"),
    text("person_kind", required=True),
    listed("mentions"),
    text("entry"),
    text("because"),
)

office = Table(
    "office",
    metadata,
    owner("person", "finding", primary_key=True),
    Column("position", Integer, primary_key=True),
    text("title", required=True),
    *spanned(),
    text("role"),
    text("tense", required=True),
    text("conflict"),
)

encounter = _findings(
    "encounter",
    text("encounter_kind", required=True),
    text("status", required=True),
    text("date"),
    text("date_end"),
    text("place"),
    listed("countries"),
    text("mechanism"),
    Column("ordinal", Integer),
    Column("principal", Boolean, nullable=False),
    text("change"),
    *optional("cue"),
    *optional("dated"),
    *optional("placed"),
)

participant = Table(
    "participant",
    metadata,
    owner("encounter", "finding", primary_key=True),
    Column("position", Integer, primary_key=True),
    text("name", required=True),
    somebody(),
    Index(None, "person"),
)

protocol = Table(
    "protocol",
    metadata,
    owner("encounter", "finding", primary_key=True),
    Column("position", Integer, primary_key=True),
    text("name", required=True),
    text("value", required=True),
    *spanned(),
)

attribution = _findings(
    "attribution",
    text("speaker", required=True),
    text("mode", required=True),
    text("act", required=True),
    text("mention"),
    *optional("cue"),
    *optional("source"),
    listed("content"),
    listed("speakers"),
    text("via"),
    Column("nested", Boolean, nullable=False),
    text("target"),
    text("issue"),
    text("garbled"),
    Index(None, "issue"),
    Index(None, "act"),
)

voice = Table(
    "voice",
    metadata,
    owner("attribution", "finding", primary_key=True),
    Column("position", Integer, primary_key=True),
    text("name", required=True),
    somebody(),
    Index(None, "person"),
)

commitment = _findings(
    "commitment",
    text("commitment_kind", required=True),
    listed("parties"),
    listed("by"),
    text("due"),
    *optional("due_said"),
    Column("open", Boolean, nullable=False),
    *optional("condition"),
)

mechanism = _findings("mechanism", text("name", required=True), Column("ordinal", Integer), text("entry"))

instrument = _findings("instrument", text("name", required=True), text("entry"))

issue = _findings("issue", text("issue", required=True), Index(None, "issue"))

formula = _findings("formula", text("formula", required=True), text("form"), Index(None, "formula"))


def _marks(name: str, said: str) -> Table:
    return Table(
        name,
        metadata,
        owner("dispatch", "dispatch", primary_key=True),
        Column("position", Integer, primary_key=True),
        *spanned(),
        text(said, required=True),
        Column("digest", String, nullable=False),
    )


furniture = _marks("furniture", "kind")

garble = _marks("garble", "reason")

sentence = Table(
    "sentence",
    metadata,
    Column("id", Integer, primary_key=True),
    owner("dispatch", "dispatch"),
    *spanned(),
    Index(None, "dispatch", "start"),
)

INDEX = "sentence_index"
"""The full-text table over sentences: `rowid` is the sentence's id, `text` its words, `bigrams` its Chinese and
Japanese runs in pairs."""

meaning = Table(
    "meaning",
    metadata,
    Column("dispatch", String, ForeignKey("dispatch.id", ondelete="CASCADE"), primary_key=True),
    Column("model", String, nullable=False),
    Column("first", Integer, nullable=False),
    Column("scales", LargeBinary, nullable=False),
    Column("vectors", LargeBinary, nullable=False),
)
"""Vectors of a dispatch's sentences, as `meanings` keeps them, from the one of number `first` on."""
