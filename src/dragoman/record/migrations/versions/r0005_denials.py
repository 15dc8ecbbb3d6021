"""Dispatches that deny something are noted. The next `resolve` looks them all through."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "denial",
        sa.Column("dispatch", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatch.id"], name=op.f("fk_denial_dispatch"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("dispatch", name=op.f("pk_denial")),
    )
    op.create_index(op.f("ix_denial_day"), "denial", ["day"], unique=False)
    op.execute("DELETE FROM lore WHERE kind = 'facts'")
