"""What became of undertakings, kept beside their entries. The next `resolve` follows them all."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def _owner(column: str, owned: str, table: str, kind: Any) -> tuple[Any, Any]:
    name = op.f(f"fk_{owned}_{column}")
    return (
        sa.Column(column, kind, nullable=False),
        sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name, ondelete="CASCADE"),
    )


def upgrade() -> None:
    op.create_table(
        "sign",
        sa.Column("id", sa.Integer(), nullable=False),
        *_owner("dispatch", "sign", "dispatch", sa.String()),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("says", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign")),
    )
    op.create_index(op.f("ix_sign_dispatch"), "sign", ["dispatch"], unique=False)
    op.create_table(
        "sign_word",
        sa.Column("word", sa.Text(), nullable=False),
        *_owner("sign", "sign_word", "sign", sa.Integer()),
        sa.PrimaryKeyConstraint("word", "sign", name=op.f("pk_sign_word")),
    )
    op.create_index(op.f("ix_sign_word_sign"), "sign_word", ["sign"], unique=False)
    op.create_table(
        "promised_word",
        sa.Column("word", sa.Text(), nullable=False),
        *_owner("entry", "promised_word", "entry", sa.String()),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("word", "entry", "part", name=op.f("pk_promised_word")),
    )
    op.create_index(op.f("ix_promised_word_entry"), "promised_word", ["entry"], unique=False)
    op.create_table(
        "bearing",
        sa.Column("key", sa.Text(), nullable=False),
        *_owner("entry", "bearing", "entry", sa.String()),
        sa.PrimaryKeyConstraint("key", "entry", name=op.f("pk_bearing")),
    )
    op.create_index(op.f("ix_bearing_entry"), "bearing", ["entry"], unique=False)
    op.create_table(
        "step",
        *_owner("entry", "step", "entry", sa.String()),
        sa.Column("since", sa.String(), nullable=False),
        sa.Column("until", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("shown_by", sa.JSON(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("day", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("entry", "since", name=op.f("pk_step")),
    )
    op.create_index(op.f("ix_step_status_since_until"), "step", ["status", "since", "until"], unique=False)
    op.create_index(op.f("ix_entry_kind_told"), "entry", ["kind", "told"], unique=False)
    op.execute("DELETE FROM lore WHERE kind = 'facts'")
