"""One loaded parser and one built store for all of these tests."""

import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from contested import assembly
from contested.cli.app import main
from contested.language import SpacyParser

Call = Callable[..., "Outcome"]

STORY = [
    {
        "id": "courier-1", "published": "2031-03-04", "outlet": "Norvale Courier", "title": "Rebels seize border town",
        "text": "Rebels seized the town of Qalat on Monday, killing 12 soldiers, the army said.\n\n"
        "The fighters entered Qalat at dawn and burned the police station, residents said.\n\n"
        "Soldiers fled towards Kandahar in trucks, leaving their weapons behind, a doctor said.\n",
    },
    {
        "id": "herald-1", "published": "2031-03-05", "outlet": "Westmark Herald", "title": "Rebels take town on the border",
        "text": "Rebels seized the town of Qalat on Monday, killing 20 soldiers, the army said.\n\n"
        "The fighters entered Qalat at dawn and burned the police station, residents said.\n\n"
        "Soldiers fled towards Kandahar in trucks, leaving their weapons behind, a doctor said.\n",
    },
    {
        "id": "post-1", "published": "2031-03-20", "outlet": "Sund Post", "title": "A bomb in Herat",
        "text": "A bomb killed three people at a market in Herat on Wednesday, police said.\n\nNobody said who had planted it.\n",
    },
    {
        "id": "wire-1", "published": "2031-03-20", "outlet": "Coast Wire", "title": "Herat counts its dead",
        "text": "Five shoppers were killed when a bomb exploded at a market in Herat on Wednesday, the health office said.\n\n"
        "Wards were full, and the road to the hospital was closed for most of the night.\n",
    },
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a call left: its exit status and what it wrote."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Standard output as JSON lines; fails where anything else stands there."""
        return [json.loads(line) for line in self.out.splitlines()]


def story_lines() -> str:
    return "".join(json.dumps(entry) + "\n" for entry in STORY)


@cache
def _parser(pipeline: str) -> SpacyParser:
    return SpacyParser(pipeline)


@pytest.fixture(autouse=True, scope="session")
def _one_parser() -> Iterator[None]:
    """The parser takes seconds to load; every call here shares one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assembly, "SpacyParser", lambda pipeline, **_: _parser(pipeline))
        yield


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Call:
    """The `contested` command with its own error handling, in this process: call("show", "events", "--store", path)."""

    def run(*words: object, stdin: bytes | None = b"") -> Outcome:
        monkeypatch.setattr(sys, "argv", ["contested", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", None if stdin is None else io.TextIOWrapper(io.BytesIO(stdin)))
        capfd.readouterr()
        with pytest.raises(SystemExit) as end:
            main()
        sys.stdout.flush()
        said = capfd.readouterr()
        return Outcome(status=int(end.value.code or 0), out=said.out, err=said.err)

    return run


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, _one_parser: None) -> Path:
    """A store of the story. Nobody writes to it."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "reports.jsonl").write_text(story_lines())
    assembly.build([folder / "reports.jsonl"], store=folder / "story.db")
    return folder / "story.db"
