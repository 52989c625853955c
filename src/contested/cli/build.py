"""`contested build`: read and run the whole way."""

from typing import Annotated

import typer

from contested.cli.choices import DEFAULT_STORE, PlacesChoice, SettingsChoice, StoreChoice, settings_from, standard_input
from contested.cli.progress import progress_bar
from contested.cli.tally import print_tally


def build_command(
    sources: Annotated[list[str], typer.Argument(help="Files, folders, globs, or - for JSON lines on standard input.", metavar="SOURCE...")],
    store: StoreChoice = DEFAULT_STORE,
    settings: SettingsChoice = None,
    places: PlacesChoice = None,
) -> None:
    """Read reports and run the whole way into the store, incrementally. Prints a tally."""
    from contested.assembly import build  # here, so that asking for help loads no machine

    chosen = settings_from(settings, places)
    with progress_bar() as progress:
        tally = build(sources, store=store, settings=chosen, stdin=standard_input(), progress=progress)
    print_tally(tally, store=store)
    raise typer.Exit(1 if tally.set_aside else 0)
