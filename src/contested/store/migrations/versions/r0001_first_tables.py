"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _reports()
    _said("claims", sa.Column("event_type", sa.String(32), nullable=False))
    _said("standings", sa.Column("status", sa.String(32), nullable=False))
    _lineage()
    _events()
    _holdings()
    if op.get_bind().dialect.name == "sqlite":
        _search()


def _reports() -> None:
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        *(sa.Column(name, kind) for name, kind in (("outlet", sa.Text), ("agency", sa.Text), ("published", sa.String(64)), ("title", sa.Text))),
        *(sa.Column(name, sa.Text) for name in ("byline", "url")),
        sa.Column("found_at", sa.Text, nullable=False),
        sa.Column("furniture", sa.JSON, nullable=False),
        sa.Column("read_at", sa.String(64), nullable=False),
        sa.Column("known_at", sa.String(64), nullable=False),
        sa.Column("known_second", sa.String(19), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_reports"),
        sa.UniqueConstraint("id", name="uq_reports_id"),
    )
    op.create_index("ix_reports_known_second", "reports", ["known_second"])
    op.create_index("ix_reports_published", "reports", ["published"])


def _said(table: str, kind: sa.Column[str]) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("report", sa.String(64), nullable=False),
        sa.Column("sentence_start", sa.Integer, nullable=False),
        sa.Column("trigger_start", sa.Integer, nullable=False),
        kind,
        sa.Column("place", sa.Text, nullable=table == "claims"),
        sa.Column("country", sa.String(2)),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("earliest", sa.String(10)),
        sa.Column("latest", sa.String(10)),
        sa.Column("body", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name=f"fk_{table}_report_reports"),
    )
    op.create_index(f"ix_{table}_report", table, ["report"])
    op.create_index(f"ix_{table}_country_place", table, ["country", "place"])
    if table == "claims":
        op.create_index("ix_claims_event_type", table, ["event_type"])
        op.create_index("ix_claims_earliest_latest", table, ["earliest", "latest"])


def _lineage() -> None:
    op.create_table(
        "kinships",
        sa.Column("a", sa.String(64), nullable=False),
        sa.Column("b", sa.String(64), nullable=False),
        sa.Column("relation", sa.String(32), nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("a", "b", name="pk_kinships"),
        sa.ForeignKeyConstraint(["a"], ["reports.id"], name="fk_kinships_a_reports"),
        sa.ForeignKeyConstraint(["b"], ["reports.id"], name="fk_kinships_b_reports"),
    )
    op.create_table(
        "origins",
        sa.Column("report", sa.String(64), nullable=False),
        sa.Column("origin", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("report", name="pk_origins"),
        sa.ForeignKeyConstraint(["report"], ["reports.id"], name="fk_origins_report_reports"),
    )
    op.create_index("ix_origins_origin", "origins", ["origin"])


def _events() -> None:
    op.create_table(
        "events",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("event_type", sa.String(32), nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
    )
    op.create_index("ix_events_event_type", "events", ["event_type"])
    op.create_table(
        "event_claims",
        sa.Column("event", sa.String(64), nullable=False),
        sa.Column("claim", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("event", "claim", name="pk_event_claims"),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name="fk_event_claims_event_events"),
        sa.ForeignKeyConstraint(["claim"], ["claims.id"], name="fk_event_claims_claim_claims"),
    )
    op.create_index("ix_event_claims_claim", "event_claims", ["claim"])
    op.create_table(
        "assessments",
        sa.Column("event", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("origins", sa.Integer, nullable=False),
        sa.Column("known_from", sa.String(64)),
        sa.Column("body", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("event", name="pk_assessments"),
        sa.ForeignKeyConstraint(["event"], ["events.id"], name="fk_assessments_event_events"),
    )


def _holdings() -> None:
    op.create_table(
        "holdings",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("country", sa.String(2)),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("holder", sa.Text),
        sa.Column("since", sa.String(32)),
        sa.Column("until", sa.String(32)),
        sa.Column("disputed", sa.Boolean, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_holdings"),
    )
    op.create_index("ix_holdings_country_place", "holdings", ["country", "place"])
    op.create_table(
        "builds",
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("run_at", sa.String(64), nullable=False),
        sa.Column("tally", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_builds"),
    )


def _search() -> None:
    """The index keeps no second copy of the texts; a trigger keeps it in step with them in the same transaction."""
    op.execute(
        "CREATE VIRTUAL TABLE reports_search USING fts5(title, text, content='reports', content_rowid='number', tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(
        "CREATE TRIGGER reports_search_insert AFTER INSERT ON reports BEGIN "
        "INSERT INTO reports_search(rowid, title, text) VALUES (new.number, new.title, new.text); END"
    )


def downgrade() -> None:
    raise NotImplementedError("a store is never taken back to an older revision")
