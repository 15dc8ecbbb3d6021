"""The ids that entries once had."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "former",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("finding", sa.String(), nullable=False),
        sa.Column("dispatch", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatch.id"], name=op.f("fk_former_dispatch"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", "finding", name=op.f("pk_former")),
    )
    op.create_index(op.f("ix_former_dispatch"), "former", ["dispatch"], unique=False)
