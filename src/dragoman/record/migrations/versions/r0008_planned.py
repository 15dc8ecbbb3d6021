"""How findings are described, and by what they find each other, has changed: names without their field, and the day for which what is put
off had been set. The next `resolve` describes all dispatches anew."""

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.execute("INSERT OR IGNORE INTO pending (what, key) SELECT 'dispatch', id FROM dispatch")
