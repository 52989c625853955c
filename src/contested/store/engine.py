"""Connections that behave: short waits instead of errors, references kept, transactions that begin where we say."""

import json
import sqlite3
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

_wait_ms, _again_s = 30_000, 0.02


def engine_for(url: URL) -> Engine:
    """An engine whose transactions are ours to begin. Raises what SQLAlchemy raises for a kind of database it does not know."""
    engine = create_engine(url, json_serializer=partial(json.dumps, ensure_ascii=False, separators=(",", ":")))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    return engine


def writing(engine: Engine) -> Engine:
    """For transactions that write: they wait for the other writer at their beginning, never half way through."""
    return engine.execution_options(writes=True)


def reading(engine: Engine) -> Engine:
    """For a view: all it reads is of one moment."""
    return engine if engine.dialect.name == "sqlite" else engine.execution_options(isolation_level="REPEATABLE READ")


def fixed(path: Path) -> URL:
    """An SQLite file that nobody can write to, and that SQLite may read without a file beside it."""
    return URL.create("sqlite", database=path.absolute().as_uri(), query={"mode": "ro", "immutable": "1", "uri": "true"})


def is_fixed(url: URL) -> bool:
    return "immutable" in url.query


def let_readers_in(engine: Engine) -> None:
    """SQLite only: from now on readers go on reading while somebody writes. The file remembers it."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            _switch(connection.connection.cursor(), until=monotonic() + _wait_ms / 1000)


def _switch(cursor: Any, *, until: float) -> None:
    """SQLite does not wait for this lock by itself, whatever the busy timeout: who makes one store at once with others must ask again."""
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL").close()
            return
        except sqlite3.OperationalError:
            if monotonic() > until:
                raise
            sleep(_again_s)


def _prepare(raw: Any, _record: object) -> None:
    # The driver would begin transactions by rules of its own, and none for tables and reads; with None it leaves that to _begin.
    raw.isolation_level = None
    for line in ("foreign_keys=ON", f"busy_timeout={_wait_ms}", "synchronous=NORMAL"):
        raw.execute(f"PRAGMA {line}").close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")
