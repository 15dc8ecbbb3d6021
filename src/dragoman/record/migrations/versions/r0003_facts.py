"""What views ask again and again: wordings that come again, facts of entries. All dispatches wait to be resolved, which
writes them."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "wording",
        sa.Column("dispatch", sa.String(), nullable=False),
        sa.Column("runs", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatch.id"], name=op.f("fk_wording_dispatch"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("dispatch", name=op.f("pk_wording")),
    )
    op.create_table(
        "tally",
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("newest", sa.String(), nullable=False),
        sa.Column("dispatch", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatch.id"], name=op.f("fk_tally_dispatch"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("period", "what", "side", "name", name=op.f("pk_tally")),
    )
    op.create_index(op.f("ix_tally_dispatch"), "tally", ["dispatch"], unique=False)
    for name in ("status", "mechanism", "level", "told"):
        op.add_column("entry", sa.Column(name, sa.String(), nullable=True))
    op.create_index(op.f("ix_entry_mechanism"), "entry", ["mechanism"], unique=False)
    op.create_index(op.f("ix_dispatch_desks"), "dispatch", ["desks"], unique=False)
    op.execute("INSERT OR IGNORE INTO pending (what, key) SELECT 'dispatch', id FROM dispatch")
