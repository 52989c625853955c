"""`contested inspect`: one report with everything marked and claimed in it."""

from typing import Annotated

import typer
from rich.console import Console

from contested.cli.choices import JsonChoice, PlacesChoice, SettingsChoice, settings_from, standard_input
from contested.cli.reading import DatesChoice, FetchChoice, MapChoice, with_reading
from contested.cli.rows import print_rows
from contested.cli.tally import say_set_aside
from contested.records import Report, SetAside


def inspect_command(
    sources: Annotated[list[str], typer.Argument(help="Files, folders, globs, web addresses, or - for JSON lines on standard input.", metavar="SOURCE...")],
    as_json: JsonChoice = False,
    settings: SettingsChoice = None,
    places: PlacesChoice = None,
    mapped: MapChoice = None,
    dates: DatesChoice = None,
    fetch: FetchChoice = False,
) -> None:
    """Show what is marked and claimed in each report. Stores nothing."""
    from contested.assembly import inspect_reports, reports_of  # here, so that asking for help loads no machine
    from contested.briefing.terminal import inspect_text
    from contested.export.inspect_json import inspected

    chosen = with_reading(settings_from(settings, places), mapped=mapped, dates=dates, fetch=fetch)
    items = list(reports_of(sources, settings=chosen, stdin=standard_input()))
    set_aside = tuple(item for item in items if isinstance(item, SetAside))
    unique = {item.id: item for item in items if isinstance(item, Report)}
    entries, derived = inspect_reports(list(unique.values()), settings=chosen) if unique else ((), None)
    events = {claim: event.id for event in derived.events for claim in event.claims} if derived else {}
    console = Console()
    for entry in entries:
        if as_json:
            print_rows([inspected(entry.report, entry.marks, entry.extract, events=events)])
        else:
            console.print(inspect_text(entry.report, entry.marks, entry.extract))
    say_set_aside(set_aside)
    raise typer.Exit(1 if set_aside else 0)
