"""The database's complaints in words of ours."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from contested.errors import StoreError

_meanings = (
    ("locked", "is busy: another process is writing to it"),
    ("unable to open", "cannot be opened: the folder or the file does not let us in"),
    ("readonly", "cannot be written: the file or its folder is read-only"),
    ("disk is full", "cannot be written: the disk is full"),
    ("not a database", "is not a database"),
    ("malformed", "is damaged"),
)


@contextmanager
def naming(store: str) -> Iterator[None]:
    """Whatever the database complains of inside becomes a StoreError that names `store`."""
    try:
        yield
    except SQLAlchemyError as error:
        raise StoreError(store, _plain(error)) from error


def _plain(error: SQLAlchemyError) -> str:
    said = str(error.orig if isinstance(error, DBAPIError) else error).strip()
    return next((meaning for word, meaning in _meanings if word in said), f"the database says: {said.splitlines()[0] if said else 'nothing'}")
