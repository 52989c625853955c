"""A progress bar on standard error, gone when the work is done."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from contested.pipeline import Progress as Told

_WORDS = {
    "trace": "tracing who repeats whom", "merge": "merging claims into events", "assess": "assessing", "control": "who holds what",
}


@dataclass(slots=True)
class Counted:
    """How many reports were read so far, and how many new ones are kept."""

    read: int = 0
    new: int = 0

    @property
    def words(self) -> str:
        return f"{self.read:,} read, {self.new:,} new" if self.read else "reading"


@contextmanager
def progress_bar(counted: Counted | None = None) -> Iterator["Told"]:
    """What to hand to a build so that people see how far it is: of the files while it reads, then of the reports; silent where standard error is no terminal.

    `counted` is kept up to date.
    """
    console, so_far = Console(stderr=True), counted or Counted()
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console, transient=True,
        disable=not console.is_terminal,
    ) as bar:
        task = bar.add_task("starting", total=None)

        def told(step: str, done: int, total: int | None) -> None:
            if step == "file":
                bar.update(task, description=so_far.words, completed=done, total=total)
            elif step in ("read", "extract"):
                so_far.read, so_far.new = (done, so_far.new) if step == "read" else (so_far.read, done)
                bar.update(task, description=so_far.words)
            else:
                bar.update(task, description=_WORDS.get(step, step), completed=done, total=total)

        yield told
