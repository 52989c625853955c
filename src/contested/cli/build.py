"""`contested build`: read and run the whole way."""

from typing import Annotated

import typer

from contested.cli.choices import DEFAULT_STORE, PlacesChoice, SettingsChoice, StoreChoice, settings_from, standard_input
from contested.cli.progress import Counted, progress_bar
from contested.cli.reading import DatesChoice, FetchChoice, MapChoice, with_reading
from contested.cli.tally import print_tally

_INTERRUPTED = 130  # as shells say it: 128 and the number of the signal


def build_command(
    sources: Annotated[list[str], typer.Argument(help="Files, folders, globs, web addresses, or - for JSON lines on standard input.", metavar="SOURCE...")],
    store: StoreChoice = DEFAULT_STORE,
    settings: SettingsChoice = None,
    places: PlacesChoice = None,
    mapped: MapChoice = None,
    dates: DatesChoice = None,
    fetch: FetchChoice = False,
) -> None:
    """Read reports and run the whole way into the store, incrementally. Prints a tally."""
    chosen = with_reading(settings_from(settings, places), mapped=mapped, dates=dates, fetch=fetch)
    counted = Counted()
    try:
        from contested.assembly import build, lacks_encoder  # here, so that asking for help loads no machine

        if lacks_encoder(chosen):
            typer.echo("note: the sentence encoder is not installed, so rewrites are traced by words alone (docs/language.md)", err=True)
        with progress_bar(counted) as progress:
            tally = build(sources, store=store, settings=chosen, stdin=standard_input(), progress=progress)
    except KeyboardInterrupt:
        kept = f"{counted.new:,} new report{' is' if counted.new == 1 else 's are'}"
        typer.echo(f"interrupted: {kept} kept; the same command goes on from there", err=True)
        raise typer.Exit(_INTERRUPTED) from None
    print_tally(tally, store=store)
    raise typer.Exit(1 if tally.set_aside else 0)
