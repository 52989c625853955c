"""The tables. Bodies of records are JSON; beside them stand only the columns that questions filter by.

A change here needs a revision in `migrations/versions`; a test compares the two.
"""

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

revision_table = "contested_revision"
"""Where the revision of the tables is kept. A name of our own, so that a database of another program is never taken for ours."""

search_table = "reports_search"
"""The full-text index (SQLite only): made by the migrations, kept by a trigger, unknown to this metadata."""

reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True),  # the full-text index needs a number that stays
    Column("id", String(64), nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("outlet", Text),
    Column("agency", Text),
    Column("published", String(64)),
    Column("title", Text),
    Column("byline", Text),
    Column("url", Text),
    Column("found_at", Text, nullable=False),
    Column("fetched_at", String(64)),
    Column("digest", String(64), nullable=False, server_default=""),
    Column("language", String(16)),
    Column("furniture", JSON, nullable=False),
    Column("read_at", String(64), nullable=False),
    Column("known_at", String(64), nullable=False),
    Column("known_second", String(19), nullable=False),  # known_at as a UTC second, so that text order is time order
    Index(None, "known_second"),
    Index(None, "published"),
    Index(None, "digest"),
)

claims = Table(
    "claims",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("report", String(64), ForeignKey("reports.id"), nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("event_type", String(32), nullable=False),
    Column("place", Text),
    Column("country", String(2)),
    Column("lat", Float),
    Column("lon", Float),
    Column("earliest", String(10)),
    Column("latest", String(10)),
    Column("body", JSON, nullable=False),
    Index(None, "report"),
    Index(None, "event_type"),
    Index(None, "country", "place"),
    Index(None, "earliest", "latest"),
)

standings = Table(
    "standings",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("report", String(64), ForeignKey("reports.id"), nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("status", String(32), nullable=False),
    Column("place", Text, nullable=False),
    Column("country", String(2)),
    Column("lat", Float),
    Column("lon", Float),
    Column("earliest", String(10)),
    Column("latest", String(10)),
    Column("body", JSON, nullable=False),
    Index(None, "report"),
    Index(None, "country", "place"),
)

kinships = Table(
    "kinships",
    metadata,
    Column("a", String(64), ForeignKey("reports.id"), primary_key=True),
    Column("b", String(64), ForeignKey("reports.id"), primary_key=True),
    Column("relation", String(32), nullable=False),
    Column("score", Float, nullable=False),
    Column("body", JSON, nullable=False),
)

origins = Table(
    "origins",
    metadata,
    Column("report", String(64), ForeignKey("reports.id"), primary_key=True),
    Column("origin", String(64), nullable=False),
    Index(None, "origin"),
)

events = Table(
    "events",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("event_type", String(32), nullable=False),
    Column("body", JSON, nullable=False),
    Index(None, "event_type"),
)

event_claims = Table(
    "event_claims",
    metadata,
    Column("event", String(64), ForeignKey("events.id"), primary_key=True),
    Column("claim", String(64), ForeignKey("claims.id"), primary_key=True),
    Index(None, "claim"),
)

assessments = Table(
    "assessments",
    metadata,
    Column("event", String(64), ForeignKey("events.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("status", String(32), nullable=False),
    Column("origins", Integer, nullable=False),
    Column("known_from", String(64)),
    Column("body", JSON, nullable=False),
)

holdings = Table(
    "holdings",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("place", Text, nullable=False),
    Column("country", String(2)),
    Column("lat", Float),
    Column("lon", Float),
    Column("status", String(32), nullable=False),
    Column("holder", Text),
    Column("since", String(32)),
    Column("until", String(32)),
    Column("disputed", Boolean, nullable=False),
    Column("body", JSON, nullable=False),
    Index(None, "country", "place"),
)

builds = Table(
    "builds",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("run_at", String(64), nullable=False),
    Column("tally", JSON, nullable=False),
)
