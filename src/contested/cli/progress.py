"""A progress bar on standard error, gone when the work is done."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

if TYPE_CHECKING:
    from contested.pipeline import Progress as Told

_WORDS = {
    "read": "reading", "extract": "extracting claims", "trace": "tracing who repeats whom", "merge": "merging claims into events",
    "assess": "assessing", "control": "who holds what",
}


@contextmanager
def progress_bar() -> Iterator["Told"]:
    """What to hand to a build so that people see how far it is; silent where standard error is no terminal."""
    console = Console(stderr=True)
    with Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), console=console, transient=True,
        disable=not console.is_terminal,
    ) as bar:
        task = bar.add_task("starting", total=None)

        def told(step: str, done: int, total: int | None) -> None:
            bar.update(task, description=_WORDS.get(step, step), completed=done, total=total)

        yield told
