"""`contested show`: what a store holds, as tables for people or JSON lines for machines."""

from typing import Annotated

import typer
from rich.console import Console

from contested.cli.choices import DEFAULT_STORE, JsonChoice, KnownAtChoice, SinceChoice, StoreChoice, UntilChoice, checked_day, checked_days, checked_time
from contested.cli.rows import print_rows
from contested.cli.selection import Selection, select

show_app = typer.Typer(name="show", help="Show what a store holds: events, claims, reports, lineage, conflicts, holdings.", no_args_is_help=True)

PlaceFilter = Annotated[str | None, typer.Option("--place", help="Only what happened at, or holds for, this place (or its province or country code).")]
OnChoice = Annotated[str | None, typer.Option("--on", help="Who held what on this day (YYYY-MM-DD).")]


def _command(name: str, words: str) -> None:
    def show(
        store: StoreChoice = DEFAULT_STORE, place: PlaceFilter = None, since: SinceChoice = None, until: UntilChoice = None, known_at: KnownAtChoice = None,
        as_json: JsonChoice = False,
    ) -> None:
        first, last = checked_days(since, until)
        _show(name, Selection(place=place, since=first, until=last), store=store, known_at=known_at, as_json=as_json)

    show.__doc__ = words
    show_app.command(name)(show)


def _holdings(
    store: StoreChoice = DEFAULT_STORE, place: PlaceFilter = None, on: OnChoice = None, since: SinceChoice = None, until: UntilChoice = None,
    known_at: KnownAtChoice = None, as_json: JsonChoice = False,
) -> None:
    """Who holds which place, since when, according to whom."""
    first, last = checked_days(since, until)
    wanted = Selection(place=place, since=first, until=last, on=checked_day("--on", on))
    _show("holdings", wanted, store=store, known_at=known_at, as_json=as_json)


def _show(name: str, wanted: Selection, *, store: str, known_at: str | None, as_json: bool) -> None:
    from contested.assembly import open_view  # here, so that asking for help loads no machine
    from contested.cli.shown import SHOWN

    view = select(open_view(store, known_at=checked_time("--known-at", known_at)), wanted)
    if as_json:
        print_rows(SHOWN[name].rows(view))
        return
    console = Console()
    tables = list(SHOWN[name].tables(view))
    for table in tables:
        console.print(table)
    if not tables:
        console.print("Nothing to show.")


_command("events", "What happened, how many independent origins say so, and where they differ.")
_command("claims", "Who says that what happened, to whom, where, when.")
_command("reports", "What was read, and which text each report goes back to.")
_command("lineage", "Which reports repeat one text, side by side, and what the copy changed.")
_command("conflicts", "Where accounts of one event differ, and who says which.")
show_app.command("holdings")(_holdings)
