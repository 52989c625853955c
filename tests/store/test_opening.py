"""What is opened, made, brought up to date or refused."""

import os
import sqlite3
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from time import monotonic

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from contested.errors import StoreError
from contested.records import Extract
from contested.store import migrations, open_store
from contested.store.engine import _switch, engine_for, writing
from contested.store.opening import _address
from contested.store.tables import metadata, revision_table, search_table
from factory import report


def state(folder: Path) -> dict[str, str]:
    """Every file and what is in it."""
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_tables_are_what_the_migrations_make(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store, store._engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table": revision_table,
                "include_object": lambda _, name, kind, *__: not (kind == "table" and name.startswith(search_table)),
                "compare_type": True,
            },
        )
        assert compare_metadata(context, metadata) == []


def test_a_store_is_made_once_and_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path) as store:
        store.add(told := report(), Extract(), read_at="2031-03-05")
    with open_store(str(path), create=False) as store:
        assert store.known(told.id)
    with open_store(f"sqlite:///{path}", create=False) as store:
        assert store.view().reports() == (told,)


def test_a_store_minds_its_references_and_lets_readers_read(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store, store._engine.connect() as connection:
        asked = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("foreign_keys", "journal_mode", "busy_timeout")}
    assert asked == {"foreign_keys": 1, "journal_mode": "wal", "busy_timeout": 30_000}


def test_showing_a_store_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"none\.db: no such store; run contested build first"):
        open_store(tmp_path / "none.db", create=False)
    (tmp_path / "empty.db").touch()
    with pytest.raises(StoreError, match="no such store"):
        open_store(tmp_path / "empty.db", create=False)
    assert list(state(tmp_path)) == ["empty.db"]


@pytest.mark.parametrize("create", [True, False])
def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path, create: bool) -> None:
    with sqlite3.connect(tmp_path / "bank.db") as other:
        other.execute("create table accounts (owner text)")
    other.close()
    before = state(tmp_path)
    with pytest.raises(StoreError, match=r"bank\.db: is not a store: it is a database of another program"):
        open_store(tmp_path / "bank.db", create=create)
    assert state(tmp_path) == before


@pytest.mark.parametrize("content", [b"Rebels seized Norvale on Monday.", b"\x00", b"SQLite format 2", b"\x89PNG" * 100])
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "story.txt").write_bytes(content)
    before = state(tmp_path)
    with pytest.raises(StoreError, match=r"story\.txt: is not a store: it is another kind of file"):
        open_store(tmp_path / "story.txt")
    assert state(tmp_path) == before


def test_a_store_cut_short_is_damaged(tmp_path: Path) -> None:
    open_store(path := tmp_path / "a.db").close()
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(StoreError, match=r"a\.db: is damaged"):
        open_store(path)


def test_a_newer_store_is_left_as_it_is(tmp_path: Path) -> None:
    open_store(path := tmp_path / "a.db").close()
    with sqlite3.connect(path) as later:
        later.execute(f"update {revision_table} set version_num = '9999'")
    later.close()
    before = state(tmp_path)
    with pytest.raises(StoreError, match=r"a\.db: was written by a newer version of contested \(revision 9999\)"):
        open_store(path)
    assert state(tmp_path) == before


def test_an_older_store_is_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store(path := tmp_path / "a.db").close()
    migrations_known = migrations._revisions()
    brought: list[bool] = []
    monkeypatch.setattr(migrations, "_revisions", lambda: ("9999", *migrations_known))
    monkeypatch.setattr("contested.store.opening.bring_to_head", lambda connection: brought.append(connection.in_transaction()))
    open_store(path, create=False).close()
    assert brought == [True]


def test_a_store_half_made_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def made_half(connection) -> None:
        connection.exec_driver_sql("create table reports (id text)")
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("contested.store.opening.bring_to_head", made_half)
        with pytest.raises(KeyboardInterrupt):
            open_store(tmp_path / "a.db")
    with open_store(tmp_path / "a.db") as store:
        assert store.view().reports() == ()


@pytest.mark.parametrize(
    ("where", "reason"),
    [
        ("nowhere/a.db", "the folder nowhere does not exist"),
        (".", "cannot be opened"),
        ("sqlite://", "a store is kept in a file"),
        ("sqlite:///:memory:", "a store is kept in a file"),
        ("cabinet://x/y", "is no address of a database"),
        ("://", "is no address of a database"),
    ],
)
def test_places_where_no_store_can_be_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, reason: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(StoreError, match=reason):
        open_store(where)
    assert state(tmp_path) == {}


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match=r"file/a\.db: cannot be opened \(not a directory\)"):
        open_store(tmp_path / "file" / "a.db")


as_anybody = pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the superuser may write everywhere")


@as_anybody
def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreError, match=r"a\.db: cannot be opened"):
            open_store(tmp_path / "a.db")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="needs a folder in which nobody can make a file")
def test_a_folder_that_takes_no_files_is_refused() -> None:
    with pytest.raises(StoreError, match=r"/proc/a\.db: cannot be opened: the folder or the file does not let us in"):
        open_store("/proc/a.db")


def test_a_store_in_a_folder_nobody_may_write_to_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_store(path := tmp_path / "a b#?%.db") as store:
        store.add(told := report(), Extract(), read_at="2031-03-05")
    before = state(tmp_path)
    monkeypatch.setattr("contested.store.opening._writable", lambda _: False)
    with open_store(path, create=False) as store:
        assert store.view().reports() == (told,)
        with pytest.raises(StoreError, match="cannot be written: the file or its folder is read-only"):
            store.add(report("another"), Extract(), read_at="2031-03-05")
    assert state(tmp_path) == before


def test_two_that_make_one_store_at_once_make_one(tmp_path: Path) -> None:
    line = f"from contested.store import open_store; open_store({str(tmp_path / 'a.db')!r}).close()"
    runs = [subprocess.Popen([sys.executable, "-c", line], stderr=subprocess.PIPE) for _ in range(3)]
    assert [(run.communicate()[1], run.returncode) for run in runs] == [(b"", 0)] * 3


def test_a_lock_that_is_held_for_a_moment_is_asked_for_again() -> None:
    asked = []

    class Busy:
        def execute(self, line: str) -> "Busy":
            asked.append(line)
            if len(asked) < 3:
                raise sqlite3.OperationalError("database is locked")
            return self

        def close(self) -> None:
            asked.append("closed")

    _switch(Busy(), until=monotonic() + 5)
    assert asked == ["PRAGMA journal_mode=WAL"] * 3 + ["closed"]
    asked.clear()
    with pytest.raises(sqlite3.OperationalError):
        _switch(Busy(), until=monotonic() - 1)


def test_a_password_is_never_shown() -> None:
    assert _address("postgresql://ann:secret@host/db")[1] == "postgresql://ann:***@host/db"


def test_a_missing_driver_is_named() -> None:
    with pytest.raises(StoreError, match=r"ann:\*\*\*@host.* needs a database driver that is not installed"):
        open_store("oracle+oracledb://ann:secret@host/db")


def test_an_engine_begins_writing_with_the_lock(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store, writing(store._engine).begin():
        rival = engine_for(store._engine.url)
        with rival.connect() as connection:
            connection.connection.cursor().execute("PRAGMA busy_timeout=1").close()
            with pytest.raises(Exception, match="locked"):
                connection.execution_options(writes=True).begin()
        rival.dispose()
