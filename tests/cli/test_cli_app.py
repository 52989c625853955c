"""The command as a newcomer meets it."""

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Call

KINDS = ("events", "claims", "reports", "lineage", "conflicts", "holdings")
COMMANDS = [("build",), ("inspect",), ("show",), ("briefing",), ("demo",), *(("show", kind) for kind in KINDS)]


@pytest.mark.parametrize("command", [(), *COMMANDS], ids=" ".join)
def test_every_command_has_help(call: Call, command: tuple[str, ...]) -> None:
    done = call(*command, "--help")
    assert (done.status, done.err) == (0, "")
    assert "Usage: contested" in done.out


def test_the_help_names_every_command(call: Call) -> None:
    said = call("--help").out
    assert all(command[0] in said for command in COMMANDS)


@pytest.mark.parametrize(
    "words",
    [(), ("nosuch",), ("build",), ("inspect",), ("show",), ("show", "nosuch"), ("build", "--nope", "x"), ("briefing",), ("show", "events", "extra")],
    ids=" ".join,
)
def test_a_call_that_is_wrong_ends_with_2_and_no_traceback(call: Call, words: tuple[str, ...]) -> None:
    done = call(*words)
    assert done.status == 2
    assert "Usage" in done.out + done.err
    assert "Traceback" not in done.err


def test_asking_for_help_loads_no_machine() -> None:
    code = "import sys, contested.cli.app; print([name for name in ('spacy', 'sqlalchemy', 'numpy', 'contested.assembly') if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout == "[]\n"


def test_a_reader_that_goes_away_leaves_no_traceback(built: Path) -> None:
    piped = f"'{sys.executable}' -m contested show claims --json --store '{built}' | true"
    assert subprocess.run(["bash", "-c", piped], check=True, capture_output=True).stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_said_in_one_line(built: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        words = [sys.executable, "-m", "contested", "show", "claims", "--json", "--store", str(built)]
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr == b"contested: No space left on device\n"
