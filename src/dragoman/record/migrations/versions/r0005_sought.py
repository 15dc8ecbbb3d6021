"""What undertakings are about, kept so that a new sentence finds those alone that it can concern, and the ids that entries
once had. The next `resolve` follows all undertakings."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def _owner(column: str, owned: str, table: str, kind: Any) -> tuple[Any, Any]:
    name = op.f(f"fk_{owned}_{column}")
    return (
        sa.Column(column, kind, nullable=False),
        sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name, ondelete="CASCADE"),
    )


def upgrade() -> None:
    for table in ("sign_word", "promised_word", "bearing"):
        op.drop_table(table)
    op.execute("DELETE FROM sign")
    op.create_index(op.f("ix_sign_day"), "sign", ["day"], unique=False)
    op.create_table(
        "sign_word",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        *_owner("sign", "sign_word", "sign", sa.Integer()),
        sa.Column("says", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("word", "day", "sign", name=op.f("pk_sign_word")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_sign_word_sign"), "sign_word", ["sign"], unique=False)
    op.create_table(
        "promised",
        sa.Column("id", sa.Integer(), nullable=False),
        *_owner("entry", "promised", "entry", sa.String()),
        sa.Column("words", sa.Text(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("since", "done_by", "anew_by", "off_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_promised")),
    )
    op.create_index(op.f("ix_promised_entry"), "promised", ["entry"], unique=False)
    op.create_table(
        "promised_word",
        sa.Column("word", sa.Text(), nullable=False),
        sa.Column("until", sa.String(), nullable=False),
        *_owner("promised", "promised_word", "promised", sa.Integer()),
        sa.PrimaryKeyConstraint("word", "until", "promised", name=op.f("pk_promised_word")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_promised_word_promised"), "promised_word", ["promised"], unique=False)
    op.create_table(
        "bearing",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("until", sa.String(), nullable=False),
        *_owner("entry", "bearing", "entry", sa.String()),
        sa.PrimaryKeyConstraint("key", "until", "entry", name=op.f("pk_bearing")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_bearing_entry"), "bearing", ["entry"], unique=False)
    op.create_table(
        "former",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("finding", sa.String(), nullable=False),
        *_owner("dispatch", "former", "dispatch", sa.String()),
        sa.PrimaryKeyConstraint("id", "finding", name=op.f("pk_former")),
    )
    op.create_index(op.f("ix_former_dispatch"), "former", ["dispatch"], unique=False)
    op.execute("DELETE FROM lore WHERE kind = 'facts'")
