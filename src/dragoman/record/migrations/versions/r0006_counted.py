"""It is noted which dispatches deny something or say who presided, which carry which set phrase and speak of which issue,
and which issues and people entries are about. The next `resolve` looks them all through."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "cue",
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("dispatch", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatch.id"], name=op.f("fk_cue_dispatch"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("what", "dispatch", name=op.f("pk_cue")),
    )
    op.create_index(op.f("ix_cue_what_day"), "cue", ["what", "day"], unique=False)
    op.create_index(op.f("ix_cue_dispatch"), "cue", ["dispatch"], unique=False)
    op.create_table(
        "carried",
        sa.Column("formula", sa.Text(), nullable=False),
        sa.Column("dispatch", sa.String(), nullable=False),
        sa.Column("wording", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=True),
        sa.Column("side", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("first_day", sa.String(), nullable=True),
        sa.Column("last_day", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatch.id"], name=op.f("fk_carried_dispatch"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("formula", "dispatch", "wording", name=op.f("pk_carried")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_carried_dispatch"), "carried", ["dispatch"], unique=False)
    op.create_table(
        "entry_issue",
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("issue", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk_entry_issue_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "issue", name=op.f("pk_entry_issue")),
    )
    op.create_index(op.f("ix_entry_issue_issue"), "entry_issue", ["issue"], unique=False)
    op.create_table(
        "entry_signed",
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk_entry_signed_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "person", name=op.f("pk_entry_signed")),
    )
    op.create_index(op.f("ix_entry_signed_person"), "entry_signed", ["person"], unique=False)
    op.create_table(
        "topic",
        sa.Column("issue", sa.Text(), nullable=False),
        sa.Column("dispatch", sa.String(), nullable=False),
        sa.Column("first_day", sa.String(), nullable=True),
        sa.Column("last_day", sa.String(), nullable=True),
        sa.Column("mentions", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatch.id"], name=op.f("fk_topic_dispatch"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("issue", "dispatch", name=op.f("pk_topic")),
    )
    op.create_index(op.f("ix_topic_issue_last_day"), "topic", ["issue", "last_day"], unique=False)
    op.create_index(op.f("ix_topic_dispatch"), "topic", ["dispatch"], unique=False)
    op.drop_index("ix_dispatch_outlet_country", "dispatch")
    op.create_index(
        op.f("ix_dispatch_outlet_country_last_day"), "dispatch", ["outlet_country", "last_day"], unique=False
    )
    op.execute("DELETE FROM lore WHERE kind = 'facts'")
