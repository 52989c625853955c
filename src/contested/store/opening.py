"""A store is opened, made or refused; what is not ours is left as it is."""

import os
from pathlib import Path

from sqlalchemy import Engine, inspect
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from contested.errors import StoreError
from contested.store.engine import engine_for, fixed, is_fixed, let_readers_in, writing
from contested.store.faults import naming
from contested.store.migrations import bring_to_head, head, is_known, revision_of
from contested.store.store import Store

application_id = 0x434E5444
"""Stands in the header of every SQLite file of ours ("CNTD"); a file without it is somebody else's."""

_header_bytes = 100
_magic = b"SQLite format 3\x00"
_missing = "no such store; run contested build first"


def open_store(where: str | Path, *, create: bool = True) -> Store:
    """The store in an SQLite file (a path) or behind a SQLAlchemy URL; tables of an older revision are brought up to date.

    Where nothing is there yet it is made, or, with `create` False, refused. Raises StoreError, which names the store and the
    reason, for what is no store of ours, cannot be read or written, or was written by a newer version; such a file stays as it is.
    """
    url, name = _address(where)
    if url.get_backend_name() == "sqlite":
        url = _checked_file(url, name, create=create)
    try:
        engine = engine_for(url)
    except ImportError as error:
        raise StoreError(name, f"needs a database driver that is not installed ({error})") from error
    except ArgumentError as error:
        raise StoreError(name, f"is no address of a database ({error})") from error
    try:
        with naming(name):
            _prepare(engine, name, create=create)
    except StoreError:
        engine.dispose()
        raise
    return Store(engine, name)


def _address(where: str | Path) -> tuple[URL, str]:
    """The URL, and the name to show for it: as given, without a password."""
    given = str(where)
    if "://" not in given:
        return URL.create("sqlite", database=given), given
    try:
        url = make_url(given)
    except (ArgumentError, ValueError) as error:
        raise StoreError(given, "is no address of a database") from error
    return url, url.render_as_string(hide_password=True)


def _checked_file(url: URL, name: str, *, create: bool) -> URL:
    """Looks at the file's first bytes only: opening a database, even to read, may write beside it."""
    if not url.database or url.database == ":memory:" or url.query:
        raise StoreError(name, "a store is kept in a file; give its path")
    path = Path(url.database).expanduser()
    try:
        header = _header(path)
    except OSError as error:
        raise StoreError(name, f"cannot be opened ({(error.strerror or str(error)).lower()})") from error
    if not header:
        if not create:
            raise StoreError(name, _missing)
        if not path.parent.is_dir():
            raise StoreError(name, f"the folder {path.parent} does not exist")
    elif not header.startswith(_magic):
        raise StoreError(name, "is not a store: it is another kind of file")
    elif int.from_bytes(header[68:72], "big") != application_id:
        raise StoreError(name, "is not a store: it is a database of another program")
    elif not _writable(path.parent) and not path.with_name(path.name + "-wal").exists():
        # SQLite wants to write beside the file even to read it; where it cannot and nobody else can, the file is as good as fixed.
        return fixed(path)
    return URL.create("sqlite", database=str(path))


def _writable(folder: Path) -> bool:
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _header(path: Path) -> bytes:
    """The first bytes; none where there is no file or an empty one."""
    try:
        with path.open("rb") as file:
            return file.read(_header_bytes)
    except FileNotFoundError:
        return b""


def _prepare(engine: Engine, name: str, *, create: bool) -> None:
    with engine.connect() as connection:
        revision = revision_of(connection)
        empty = not inspect(connection).get_table_names()
    if revision is None:
        if not empty:
            raise StoreError(name, "is not a store: it holds tables of another program")
        if not create:
            raise StoreError(name, _missing)
    elif not is_known(revision):
        raise StoreError(name, f"was written by a newer version of contested (revision {revision})")
    if is_fixed(engine.url):
        if revision != head():
            raise StoreError(name, "was written by an older version and its folder is read-only: it cannot be brought up to date")
        return
    if revision != head():
        with writing(engine).begin() as connection:
            bring_to_head(connection)
            if engine.dialect.name == "sqlite":
                connection.exec_driver_sql(f"PRAGMA application_id={application_id}")
    let_readers_in(engine)
