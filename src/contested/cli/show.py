"""`contested show`: what a store holds, as tables for people or JSON lines for machines."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Annotated, Any

import typer
from rich.console import Console, RenderableType

from contested.assembly import open_view
from contested.briefing.terminal import claims_table, conflicts_tables, events_table, holdings_table, lineage_tables, reports_table
from contested.cli.choices import DEFAULT_STORE, JsonChoice, KnownAtChoice, SinceChoice, StoreChoice, UntilChoice, checked_day
from contested.cli.selection import Selection, select
from contested.export.show_json import claim_rows, conflict_rows, event_rows, holding_rows, lineage_rows, report_rows
from contested.records.view import View

show_app = typer.Typer(name="show", help="Show what a store holds: events, claims, reports, lineage, conflicts, holdings.", no_args_is_help=True)

PlaceFilter = Annotated[str | None, typer.Option("--place", help="Only what happened at, or holds for, this place (or its province or country code).")]
OnChoice = Annotated[str | None, typer.Option("--on", help="Who held what on this day (YYYY-MM-DD).")]

Rows = Callable[[View], Iterator[dict[str, Any]]]
Tables = Callable[[View], Iterable[RenderableType]]


def _command(name: str, words: str, rows: Rows, tables: Tables) -> None:
    def show(
        store: StoreChoice = DEFAULT_STORE, place: PlaceFilter = None, since: SinceChoice = None, until: UntilChoice = None, known_at: KnownAtChoice = None,
        as_json: JsonChoice = False,
    ) -> None:
        wanted = Selection(place=place, since=checked_day("--since", since), until=checked_day("--until", until))
        _print(select(open_view(store, known_at=checked_day("--known-at", known_at)), wanted), rows, tables, as_json=as_json)

    show.__doc__ = words
    show_app.command(name)(show)


def _holdings(
    store: StoreChoice = DEFAULT_STORE, place: PlaceFilter = None, on: OnChoice = None, since: SinceChoice = None, until: UntilChoice = None,
    known_at: KnownAtChoice = None, as_json: JsonChoice = False,
) -> None:
    """Who holds which place, since when, according to whom."""
    wanted = Selection(place=place, since=checked_day("--since", since), until=checked_day("--until", until), on=checked_day("--on", on))
    _print(select(open_view(store, known_at=checked_day("--known-at", known_at)), wanted), holding_rows, lambda view: [holdings_table(view)], as_json=as_json)


def _print(view: View, rows: Rows, tables: Tables, *, as_json: bool) -> None:
    if as_json:
        for row in rows(view):
            typer.echo(json.dumps(row, ensure_ascii=False))
        return
    console = Console()
    shown: Sequence[RenderableType] = list(tables(view))
    for table in shown:
        console.print(table)
    if not shown:
        console.print("Nothing to show.")


_command("events", "What happened, how many independent origins say so, and where they differ.", event_rows, lambda view: [events_table(view)])
_command("claims", "Who says that what happened, to whom, where, when.", claim_rows, lambda view: [claims_table(view)])
_command("reports", "What was read, and which text each report goes back to.", report_rows, lambda view: [reports_table(view)])
_command("lineage", "Which reports repeat one text, side by side, and what the copy changed.", lineage_rows, lineage_tables)
_command("conflicts", "Where accounts of one event differ, and who says which.", conflict_rows, conflicts_tables)
show_app.command("holdings")(_holdings)
