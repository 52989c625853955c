"""Where a report comes from: when it was fetched, the digest of its bytes, its language."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("reports", sa.Column("fetched_at", sa.String(64)))
    op.add_column("reports", sa.Column("digest", sa.String(64), nullable=False, server_default=""))
    op.add_column("reports", sa.Column("language", sa.String(16)))
    op.create_index("ix_reports_digest", "reports", ["digest"])


def downgrade() -> None:
    raise NotImplementedError("a store is never taken back to older tables")
