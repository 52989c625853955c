"""The tables' history. Each revision is one file in `versions`; a store is brought to the newest when it is opened."""

from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from contested.store.tables import revision_table


def bring_to_head(connection: Connection) -> None:
    """Runs what is missing, inside the transaction of `connection`: all of it or nothing."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def revision_of(connection: Connection) -> str | None:
    """The revision a database says it is of; None where it says none."""
    return MigrationContext.configure(connection, opts={"version_table": revision_table}).get_current_revision()


def head() -> str:
    """The newest revision."""
    return _revisions()[0]


def is_known(revision: str) -> bool:
    """False for a revision that only a newer version of this package can know."""
    return revision in _revisions()


@cache
def _revisions() -> tuple[str, ...]:
    return tuple(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
