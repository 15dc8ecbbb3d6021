"""Vectors of sentences, for searches by meaning. They are made when a search first needs them."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "meaning",
        sa.Column("dispatch", sa.String(), nullable=False),
        sa.Column("model", sa.String(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("scales", sa.LargeBinary(), nullable=False),
        sa.Column("vectors", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatch.id"], name=op.f("fk_meaning_dispatch"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("dispatch", name=op.f("pk_meaning")),
    )
