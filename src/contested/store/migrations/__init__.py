"""The tables' history. Each revision is one file in `versions`; a store is brought to the newest when it is opened.

Alembic takes a second to import, so it is imported where it is needed: a command that opens no store does not wait for it.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from contested.store.tables import revision_table

if TYPE_CHECKING:
    from alembic.config import Config


def bring_to_head(connection: Connection) -> None:
    """Runs what is missing, inside the transaction of `connection`: all of it or nothing."""
    from alembic import command

    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def revision_of(connection: Connection) -> str | None:
    """The revision a database says it is of; None where it says none."""
    from alembic.migration import MigrationContext

    return MigrationContext.configure(connection, opts={"version_table": revision_table}).get_current_revision()


def head() -> str:
    """The newest revision."""
    return _revisions()[0]


def is_known(revision: str) -> bool:
    """False for a revision that only a newer version of this package can know."""
    return revision in _revisions()


@cache
def _revisions() -> tuple[str, ...]:
    from alembic.script import ScriptDirectory

    return tuple(script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions())


def _config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
