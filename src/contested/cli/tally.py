"""What became of everything that was put in, in a few lines."""

import typer
from rich.console import Console
from rich.table import Table

from contested.records import SetAside, Tally


def print_tally(tally: Tally, *, store: str) -> None:
    """The tally on standard output; what was set aside on standard error, one line each."""
    console = Console()
    if tally.read and not tally.new:
        which = f"all {tally.known} reports are" if tally.known > 1 else "the report is"
        console.print(f"Nothing new: {which} in {store} already.", markup=False, highlight=False, soft_wrap=True)
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for count, words in (
        (tally.new, f"new report* (of {tally.read} read, {tally.known} known before)"),
        (len(tally.set_aside), "set aside"), (tally.origins, "independent origin*"),
        (tally.claims, "claim*"), (tally.events, "event*"), (tally.holdings, "holding*"),
    ):
        table.add_row(str(count), words.replace("*", "" if count == 1 else "s"))
    console.print(table)
    say_set_aside(tally.set_aside)


def say_set_aside(set_aside: tuple[SetAside, ...]) -> None:
    """One line for each, naming the file and the reason."""
    for entry in set_aside:
        typer.echo(f"set aside: {entry.where}: {entry.reason}", err=True)
