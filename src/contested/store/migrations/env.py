"""What Alembic runs: the missing revisions, on the connection it is handed."""

from typing import Any

from alembic import context

from contested.store.tables import metadata, revision_table, search_table


def ours(_object: Any, name: str | None, kind: str, _reflected: bool, _compared: Any) -> bool:
    """False for the tables of the full-text index, which no metadata describes."""
    return not (kind == "table" and name is not None and name.startswith(search_table))


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=revision_table,
    include_object=ours,
)
with context.begin_transaction():
    context.run_migrations()
