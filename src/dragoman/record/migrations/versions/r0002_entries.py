"""What joins dispatches: judgements, entries, copies of one source. All dispatches wait to be resolved."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "entry",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("first_day", sa.String(), nullable=True),
        sa.Column("last_day", sa.String(), nullable=True),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry")),
    )
    op.create_index(op.f("ix_entry_kind_first_day"), "entry", ["kind", "first_day"], unique=False)
    op.create_table(
        "lore",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "name", name=op.f("pk_lore")),
    )
    op.create_table(
        "pending",
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("what", "key", name=op.f("pk_pending")),
    )
    op.create_table(
        "entry_country",
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk_entry_country_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "country", name=op.f("pk_entry_country")),
    )
    op.create_index(op.f("ix_entry_country_country"), "entry_country", ["country"], unique=False)
    op.create_table(
        "entry_person",
        sa.Column("entry", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk_entry_person_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry", "person", name=op.f("pk_entry_person")),
    )
    op.create_index(op.f("ix_entry_person_person"), "entry_person", ["person"], unique=False)
    op.create_table(
        "node",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("features", sa.JSON(), nullable=False),
        sa.Column("slug", sa.String(), nullable=False),
        sa.Column("entry", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk_node_entry"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_node")),
    )
    op.create_index(op.f("ix_node_entry"), "node", ["entry"], unique=False)
    op.create_index(op.f("ix_node_slug"), "node", ["slug"], unique=False)
    op.create_table(
        "source_band",
        sa.Column("band", sa.String(), nullable=False),
        sa.Column("dispatch", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispatch"], ["dispatch.id"], name=op.f("fk_source_band_dispatch"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("band", "dispatch", name=op.f("pk_source_band")),
    )
    op.create_index(op.f("ix_source_band_dispatch"), "source_band", ["dispatch"], unique=False)
    op.create_table(
        "source_group",
        sa.Column("dispatch", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("sketch", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dispatch"], ["dispatch.id"], name=op.f("fk_source_group_dispatch"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("dispatch", name=op.f("pk_source_group")),
    )
    op.create_index(op.f("ix_source_group_source"), "source_group", ["source"], unique=False)
    op.create_table(
        "as_read",
        sa.Column("finding", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["finding"], ["finding.id"], name=op.f("fk_as_read_finding"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("finding", "field", name=op.f("pk_as_read")),
    )
    op.create_table(
        "block",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("node", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["node"], ["node.id"], name=op.f("fk_block_node"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "node", name=op.f("pk_block")),
    )
    op.create_index(op.f("ix_block_node"), "block", ["node"], unique=False)
    op.create_table(
        "judgement",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("a", sa.String(), nullable=False),
        sa.Column("b", sa.String(), nullable=True),
        sa.Column("field", sa.String(), nullable=True),
        sa.Column("value", sa.JSON(), nullable=True),
        sa.Column("author", sa.String(), nullable=False),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("revoked_at", sa.String(), nullable=True),
        sa.Column("a_dispatch", sa.String(), nullable=True),
        sa.Column("a_kind", sa.String(), nullable=True),
        sa.Column("a_start", sa.Integer(), nullable=True),
        sa.Column("a_end", sa.Integer(), nullable=True),
        sa.Column("a_now", sa.String(), nullable=True),
        sa.Column("b_dispatch", sa.String(), nullable=True),
        sa.Column("b_kind", sa.String(), nullable=True),
        sa.Column("b_start", sa.Integer(), nullable=True),
        sa.Column("b_end", sa.Integer(), nullable=True),
        sa.Column("b_now", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["a_now"], ["finding.id"], name=op.f("fk_judgement_a_now"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["b_now"], ["finding.id"], name=op.f("fk_judgement_b_now"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgement")),
    )
    op.create_index(op.f("ix_judgement_a"), "judgement", ["a"], unique=False)
    op.create_index(op.f("ix_judgement_a_dispatch"), "judgement", ["a_dispatch"], unique=False)
    op.create_index(op.f("ix_judgement_a_now"), "judgement", ["a_now"], unique=False)
    op.create_index(op.f("ix_judgement_b"), "judgement", ["b"], unique=False)
    op.create_index(op.f("ix_judgement_b_dispatch"), "judgement", ["b_dispatch"], unique=False)
    op.create_index(op.f("ix_judgement_b_now"), "judgement", ["b_now"], unique=False)
    op.create_table(
        "membership",
        sa.Column("finding", sa.String(), nullable=False),
        sa.Column("dispatch", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("node", sa.String(), nullable=False),
        sa.Column("entry", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["dispatch"], ["dispatch.id"], name=op.f("fk_membership_dispatch"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["entry"], ["entry.id"], name=op.f("fk_membership_entry"), ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["finding"], ["finding.id"], name=op.f("fk_membership_finding"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["node"], ["node.id"], name=op.f("fk_membership_node"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("finding", name=op.f("pk_membership")),
    )
    op.create_index(op.f("ix_membership_dispatch"), "membership", ["dispatch"], unique=False)
    op.create_index(op.f("ix_membership_entry_dispatch"), "membership", ["entry", "dispatch"], unique=False)
    op.create_index(op.f("ix_membership_node"), "membership", ["node"], unique=False)
    op.execute("INSERT INTO pending (what, key) SELECT 'dispatch', id FROM dispatch")
