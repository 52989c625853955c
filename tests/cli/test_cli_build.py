import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Call, story_lines

from contested.store import Store

KILLED = """
import os, signal, sys
from contested.assembly import build
def progress(step, done, total):
    if step == {step!r} and done == {done}:
        os.kill(os.getpid(), signal.SIGKILL)
build([sys.argv[1]], store=sys.argv[2], progress=progress)
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.jsonl"
    path.write_text(story_lines())
    return path


def test_a_build_prints_its_tally_and_ends_with_0(call: Call, story: Path, tmp_path: Path) -> None:
    done = call("build", story, "--store", tmp_path / "a.db")
    assert done.status == 0
    assert "new reports (of 4 read, 0 known before)" in done.out
    assert done.err == ""


def test_a_second_build_of_the_same_says_nothing_new_and_leaves_the_store_as_it_was(call: Call, story: Path, tmp_path: Path) -> None:
    store = tmp_path / "[b]odd [" / "red].db"
    store.parent.mkdir()
    call("build", story, "--store", store)
    before = store.read_bytes()
    again = call("build", story, "--store", store)
    assert again.status == 0
    assert f"Nothing new: all 4 reports are in {store} already." in again.out
    assert store.read_bytes() == before


def test_a_store_in_the_folder_that_is_read_is_no_report(call: Call, story: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(story.parent)
    assert call("build", ".").status == 0
    again = call("build", ".")
    assert (again.status, again.err) == (0, "")


def test_what_is_set_aside_is_named_with_its_reason_and_the_rest_is_kept(call: Call, story: Path, tmp_path: Path) -> None:
    story.write_text("{broken\n" + story_lines() + '{"id": "x"}\n')
    done = call("build", story, "--store", tmp_path / "a.db")
    assert done.status == 1
    broken, without_text = done.err.splitlines()
    assert broken.startswith(f"set aside: {story}:1: not JSON")
    assert without_text == f"set aside: {story}:6: no text"
    assert len(call("show", "reports", "--store", tmp_path / "a.db", "--json").rows) == 4


def test_a_file_whose_name_is_no_text_is_kept_under_a_name_that_is(call: Call, tmp_path: Path) -> None:
    for name in (b"odd\xff.txt", b"two\nlines.txt"):
        Path(str(tmp_path), name.decode("utf-8", "surrogateescape")).write_text(f"Rebels seized Qalat, {len(name)} people said.")
    (tmp_path / "empty\n\x1b[31m.txt").touch()
    done = call("build", tmp_path, "--store", tmp_path / "a.db")
    assert done.err.splitlines() == [f"set aside: {tmp_path}/empty\ufffd\ufffd[31m.txt: empty file"]
    assert done.status == 1
    assert {row["report"] for row in call("show", "reports", "--store", tmp_path / "a.db", "--json").rows} == {"odd\ufffd.txt", "two\ufffdlines.txt"}


@pytest.mark.parametrize(("step", "done"), [("extract", 2), ("merge", 0)])
def test_a_build_that_was_killed_is_taken_up_where_it_stopped(call: Call, built: Path, tmp_path: Path, step: str, done: int) -> None:
    story = tmp_path / "story.jsonl"
    story.write_text(story_lines())
    store = tmp_path / "a.db"
    dead = subprocess.run([sys.executable, "-c", KILLED.format(step=step, done=done), story, store], check=False, capture_output=True)
    assert dead.returncode == -9, dead.stderr.decode()
    kept = call("show", "reports", "--store", store, "--json").rows
    assert len(kept) == (2 if step == "extract" else 4)
    assert call("build", story, "--store", store).status == 0
    for what in ("claims", "events", "holdings", "lineage", "conflicts"):
        assert call("show", what, "--store", store, "--json").out == call("show", what, "--store", built, "--json").out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--settings", "none.toml"), "none.toml"),
        (("--settings", "broken.toml"), "broken.toml"),
        (("--settings", "word.toml"), "merge.near_km"),
        (("--settings", "unknown.toml"), "nothing_known"),
        (("--settings", "places.toml"), "/no/such/places.tsv"),
        (("--places", "none.tsv"), "none.tsv: no such file"),
        (("--places", "broken.toml"), "broken.toml:1: expected the columns"),
        (("--places", "bytes.tsv"), "bytes.tsv: cannot be read"),
    ],
)
def test_a_wrong_setting_ends_with_2_in_one_line_and_makes_no_store(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("broken.toml").write_text("[merge")
    Path("word.toml").write_text('[merge]\nnear_km = "ten"\n')
    Path("unknown.toml").write_text("nothing_known = 1\n")
    Path("places.toml").write_text('[reference]\nplaces = "/no/such/places.tsv"\n')
    Path("bytes.tsv").write_bytes(b"\xff\xfe\x00\x01")
    Path("a.txt").write_text("Rebels seized Qalat.")
    done = call("build", "a.txt", *options, "--store", "a.db")
    assert done.status == 2
    assert words in done.err
    assert len(done.err.splitlines()) == 1
    assert not Path("a.db").exists()


@pytest.mark.parametrize(
    ("store", "reason"),
    [
        ("folder", "is a directory"),
        ("no/such/folder/a.db", "the folder no/such/folder does not exist"),
        ("bytes.db", "is not a store: it is another kind of file"),
        ("a.txt", "is not a store: it is another kind of file"),
        ("other.db", "is not a store: it is a database of another program"),
        ("", "a store is kept in a file"),
        ("foo://bar", "is no address of a database"),
        ("[/red].x/a.db", "the folder [/red].x does not exist"),
    ],
)
def test_what_is_no_store_is_refused_in_one_line_and_left_as_it_was(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, store: str, reason: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("bytes.db").write_bytes(bytes(range(256)) * 16)
    Path("a.txt").write_text("Rebels seized Qalat.")
    with sqlite3.connect("other.db") as other:
        other.execute("CREATE TABLE t (a)")
    other.close()
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()}
    done = call("build", "a.txt", "--store", store)
    assert done.status == 2
    assert done.err.startswith(f"contested: {store}: ")
    assert reason in done.err
    assert len(done.err.splitlines()) == 1
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file()} == before


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "articles.csv"
    path.write_text(
        "article_content,date,source,number\n"
        '"Rebels seized the town of Qalat, the army said.",03/04/2031,Norvale Courier,1\n'
        '"Rebels left the town of Qalat, the army said.",25/04/2031,Norvale Courier,2\n'
    )
    return path


def test_columns_and_the_order_of_dates_are_said_on_the_command_line(call: Call, table: Path, tmp_path: Path) -> None:
    options = ("--map", "text=article_content,published=date", "--map", "outlet=source", "--store", tmp_path / "a.db")
    done = call("build", table, "--dates", "day-first", *options)
    assert (done.status, done.err) == (0, "")
    rows = call("show", "reports", "--store", tmp_path / "a.db", "--json").rows
    assert [(row["published"], row["outlet"]) for row in rows] == [("2031-04-03", "Norvale Courier"), ("2031-04-25", "Norvale Courier")]


def test_a_date_that_could_be_two_is_set_aside_with_what_to_say(call: Call, table: Path, tmp_path: Path) -> None:
    done = call("build", table, "--map", "text=article_content,published=date", "--store", tmp_path / "a.db")
    assert done.status == 1
    assert done.err.splitlines() == [f"set aside: {table}:2: 03/04/2031: day or month first? say so with --dates"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--map", "body=article_content"), "--map body=article_content: there is no field body; there are text, title, published,"),
        (("--map", "text"), "--map text: expected FIELD=COLUMN"),
        (("--map", ""), "--map (nothing): expected FIELD=COLUMN"),
        (("--map", "text="), "--map text=: expected FIELD=COLUMN"),
        (("--map", "text=a", "--map", "text=b"), "--map text=b: text is said twice"),
        (("--dates", "year-first"), "--dates year-first: expected day-first or month-first"),
    ],
)
@pytest.mark.parametrize("command", ["build", "inspect"])
def test_a_wrong_word_about_the_sources_ends_with_2(call: Call, table: Path, tmp_path: Path, command: str, options: tuple[str, ...], words: str) -> None:
    done = call(command, table, *options, *(("--store", tmp_path / "a.db") if command == "build" else ()))
    assert (done.status, done.out) == (2, "")
    assert " ".join(done.err.split()).startswith(f"contested: {words}")
    assert not (tmp_path / "a.db").exists()


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://news.invalid/a", 'cannot be reached (nothing is known of "news.invalid")'),
        ("http://127.0.0.1/", "not a public address: this machine and the networks around it are not asked"),
        ("ftp://news.example/a", "only addresses that begin with http:// or https:// are fetched"),
    ],
)
def test_a_web_address_that_cannot_be_had_is_set_aside_in_one_line(call: Call, tmp_path: Path, url: str, reason: str) -> None:
    done = call("build", url, "--store", tmp_path / "a.db")
    assert done.status == 1
    assert done.err.splitlines() == [f"set aside: {url}: {reason}"]
    assert not (tmp_path / "a.db").exists()


def test_a_build_that_is_interrupted_says_what_is_kept_and_goes_on_from_there(
    call: Call, story: Path, built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add, kept = Store.add, []

    def interrupted(*words: object, **more: object) -> bool:
        if len(kept) == 2:
            signal.raise_signal(signal.SIGINT)
        kept.append(words)
        return add(*words, **more)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Store, "add", interrupted)
        done = call("build", story, "--store", tmp_path / "a.db")
    assert (done.status, done.out) == (130, "")
    assert done.err == "interrupted: 2 new reports are kept; the same command goes on from there\n"
    assert "2 known before" in call("build", story, "--store", tmp_path / "a.db").out
    for what in ("claims", "events"):
        assert call("show", what, "--store", tmp_path / "a.db", "--json").out == call("show", what, "--store", built, "--json").out


@pytest.mark.parametrize("command", [("demo",), ("inspect", "a.txt")])
def test_an_interruption_elsewhere_leaves_no_traceback(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("Rebels seized Qalat.")
    monkeypatch.setattr("contested.assembly.assemble", lambda _: signal.raise_signal(signal.SIGINT))
    done = call(*command)
    assert done.status != 0
    assert "Traceback" not in done.err
