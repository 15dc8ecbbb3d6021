"""The record's tables: one for each kind of finding, so that the file reads well in any SQLite browser, and those that
join dispatches.

Every finding carries where it stands (`start`, `end`: code points of its dispatch's `text`, end exclusive), the
characters it rested on when it was read (`evidence`), and a digest of its other spans (`digest`). `position` is its
place in the reading. Values are as corrected by hand; `as_read` keeps what the reading had. Dates are ISO 8601.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
)

from dragoman.record.columns import listed as _list
from dragoman.record.columns import metadata as metadata
from dragoman.record.columns import optional as _optional
from dragoman.record.columns import owner as _owner
from dragoman.record.columns import person as _person
from dragoman.record.columns import spanned as _spanned
from dragoman.record.columns import text as _text
from dragoman.record.counted import carried as carried
from dragoman.record.counted import cue as cue
from dragoman.record.counted import entry_issue as entry_issue
from dragoman.record.counted import entry_signed as entry_signed
from dragoman.record.counted import topic as topic

dispatch = Table(
    "dispatch",
    metadata,
    Column("id", String, primary_key=True),
    _text("origin", required=True),
    _text("given_outlet"),
    _text("given_title"),
    _text("given_published"),
    _text("given_language"),
    _text("address"),
    _text("media_type", required=True),
    _text("charset"),
    _list("notes"),
    Column("added_at", String),
    _text("language"),
    _text("outlet"),
    _text("outlet_country"),
    _text("title"),
    *_optional("title"),
    _text("published"),
    _list("candidates"),
    _text("earliest"),
    _text("latest"),
    _list("dated_because"),
    _text("dated_by"),
    Column("first_day", String),
    Column("last_day", String),
    _list("desks"),
    _text("desk_hash", required=True),
    _text("reader_version", required=True),
    _text("text", required=True),
    Index(None, "last_day"),
    Index(None, "first_day"),
    Index(None, "outlet_country", "last_day"),
    Index(None, "desks"),
)

finding = Table(
    "finding",
    metadata,
    Column("id", String, primary_key=True),
    _owner("dispatch", "dispatch"),
    Column("kind", String, nullable=False),
    Index(None, "dispatch", "kind"),
)


def _findings(name: str, *columns: Any) -> Table:
    return Table(
        name,
        metadata,
        Column("id", String, ForeignKey("finding.id", ondelete="CASCADE"), primary_key=True),
        _owner("dispatch", "dispatch"),
        Column("position", Integer, nullable=False),
        *_spanned(),
        _text("evidence", required=True),
        Column("digest", String, nullable=False),
        *columns,
        _text("rule", required=True),
        Column("confidence", Float, nullable=False),
        Column("rejected", Boolean, nullable=False),
        Index(None, "dispatch", "position"),
    )


person = _findings(
    "person",
    _text("name", required=True),
    _text("country"),
    _text("person_kind", required=True),
    _list("mentions"),
    _text("entry"),
    _text("because"),
)

office = Table(
    "office",
    metadata,
    _owner("person", "finding", primary_key=True),
    Column("position", Integer, primary_key=True),
    _text("title", required=True),
    *_spanned(),
    _text("role"),
    _text("tense", required=True),
    _text("conflict"),
)

encounter = _findings(
    "encounter",
    _text("encounter_kind", required=True),
    _text("status", required=True),
    _text("date"),
    _text("date_end"),
    _text("place"),
    _list("countries"),
    _text("mechanism"),
    Column("ordinal", Integer),
    Column("principal", Boolean, nullable=False),
    _text("change"),
    *_optional("cue"),
    *_optional("dated"),
    *_optional("placed"),
)

participant = Table(
    "participant",
    metadata,
    _owner("encounter", "finding", primary_key=True),
    Column("position", Integer, primary_key=True),
    _text("name", required=True),
    _person(),
    Index(None, "person"),
)

protocol = Table(
    "protocol",
    metadata,
    _owner("encounter", "finding", primary_key=True),
    Column("position", Integer, primary_key=True),
    _text("name", required=True),
    _text("value", required=True),
    *_spanned(),
)

attribution = _findings(
    "attribution",
    _text("speaker", required=True),
    _text("mode", required=True),
    _text("act", required=True),
    _text("mention"),
    *_optional("cue"),
    *_optional("source"),
    _list("content"),
    _list("speakers"),
    _text("via"),
    Column("nested", Boolean, nullable=False),
    _text("target"),
    _text("issue"),
    _text("garbled"),
    Index(None, "issue"),
    Index(None, "act"),
)

voice = Table(
    "voice",
    metadata,
    _owner("attribution", "finding", primary_key=True),
    Column("position", Integer, primary_key=True),
    _text("name", required=True),
    _person(),
    Index(None, "person"),
)

commitment = _findings(
    "commitment",
    _text("commitment_kind", required=True),
    _list("parties"),
    _list("by"),
    _text("due"),
    *_optional("due_said"),
    Column("open", Boolean, nullable=False),
    *_optional("condition"),
)

mechanism = _findings("mechanism", _text("name", required=True), Column("ordinal", Integer), _text("entry"))
instrument = _findings("instrument", _text("name", required=True), _text("entry"))
issue = _findings("issue", _text("issue", required=True), Index(None, "issue"))
formula = _findings("formula", _text("formula", required=True), _text("form"), Index(None, "formula"))


def _marks(name: str, said: str) -> Table:
    return Table(
        name,
        metadata,
        _owner("dispatch", "dispatch", primary_key=True),
        Column("position", Integer, primary_key=True),
        *_spanned(),
        _text(said, required=True),
        Column("digest", String, nullable=False),
    )


furniture = _marks("furniture", "kind")
garble = _marks("garble", "reason")

sentence = Table(
    "sentence",
    metadata,
    Column("id", Integer, primary_key=True),
    _owner("dispatch", "dispatch"),
    *_spanned(),
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

as_read = Table(
    "as_read",
    metadata,
    _owner("finding", "finding", primary_key=True),
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

entry = Table(
    "entry",
    metadata,
    Column("id", String, primary_key=True),
    Column("kind", String, nullable=False),
    _text("label", required=True),
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
    _owner("entry", "entry", primary_key=True),
    Column("person", String, primary_key=True),
    Index(None, "person"),
)

entry_country = Table(
    "entry_country",
    metadata,
    _owner("entry", "entry", primary_key=True),
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
    _owner("node", "node", primary_key=True),
    Index(None, "node"),
)

membership = Table(
    "membership",
    metadata,
    Column("finding", String, ForeignKey("finding.id", ondelete="CASCADE"), primary_key=True),
    _owner("dispatch", "dispatch"),
    Column("kind", String, nullable=False),
    _owner("node", "node"),
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
    _owner("dispatch", "dispatch"),
    Index(None, "dispatch"),
)
"""The ids that entries had and have no more, with their findings of then."""

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
    _owner("dispatch", "dispatch", primary_key=True),
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
    _text("name", required=True, primary_key=True),
    Column("total", Integer, nullable=False),
    Column("newest", String, nullable=False),
    _owner("dispatch", "dispatch"),
    *_spanned(),
    _text("evidence", required=True),
    Index(None, "dispatch"),
)

sign = Table(
    "sign",
    metadata,
    Column("id", Integer, primary_key=True),
    _owner("dispatch", "dispatch"),
    *_spanned(),
    Column("says", String, nullable=False),
    Column("day", String, nullable=False),
    Index(None, "dispatch"),
    Index(None, "day"),
)

sign_word = Table(
    "sign_word",
    metadata,
    _text("word", required=True, primary_key=True),
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
    _owner("entry", "entry"),
    _text("words", required=True),
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
    _text("word", required=True, primary_key=True),
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
    _text("key", required=True, primary_key=True),
    Column("until", String, primary_key=True),
    _owner("entry", "entry", primary_key=True),
    Index(None, "entry"),
    sqlite_with_rowid=False,
)
"""What can bear on an undertaking, up to a day."""

step = Table(
    "step",
    metadata,
    _owner("entry", "entry", primary_key=True),
    Column("since", String, primary_key=True),
    Column("until", String, nullable=False),
    Column("status", String, nullable=False),
    Column("shown_by", JSON, nullable=False),
    Column("outcome", String),
    Column("day", String),
    Index(None, "status", "since", "until"),
)

lore = Table(
    "lore",
    metadata,
    Column("kind", String, primary_key=True),
    _text("name", required=True, primary_key=True),
    _text("value", required=True),
)

pending = Table(
    "pending",
    metadata,
    Column("what", String, primary_key=True),
    Column("key", String, primary_key=True),
)
