"""Who holds what, two or three lines a place."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from contested.briefing.holdings import HoldingRow, holding_rows
from contested.briefing.period import period
from contested.briefing.safe import cell
from contested.briefing.shelf import shelf_of
from contested.briefing.terminal.rows import fill, lies_in, sheet, short_day
from contested.briefing.wording import counted
from contested.records.view import View


def holdings_table(view: View, *, since: str | None = None, until: str | None = None, place: str | None = None) -> RenderableType:
    """The holdings by country, province and place; those that have ended apart."""
    every = (row for row in holding_rows(shelf_of(view), period(since, until)))
    rows = [row for row in every if lies_in(row.holding.place_ref, row.holding.place, place)]
    titles = (("Who holds what", [row for row in rows if not row.ended]), ("Who held what, until when", [row for row in rows if row.ended]))
    parts = [of_holdings(title, group) for title, group in titles if group]
    return Group(*parts, Text(counted(len(rows), "holding"), "dim")) if parts else Text("No holdings.")


def of_holdings(title: str, rows: Iterable[HoldingRow]) -> Table:
    table = sheet(title, margin=22)
    for row in rows:
        place = Text.assemble(cell(row.holding.place, "bold"), cell(f"\n{row.where}" if row.where else "", "dim"))
        told = cell(row.told, "dim" if row.ended else "").append(" · disputed" if row.holding.disputed else "", "red")
        against = cell(f"against it: {'; '.join(row.against)}", "red") if row.against else ""
        fill(table, place, told, _days(row), "; ".join(row.voices), against)
    return table


def _days(row: HoldingRow) -> str:
    since = f"since {row.since}" if row.holding.since else "since when is not told"
    days = (since, f"until {row.ended}" if row.ended else "", f"first reported {row.known_from}" if row.known_from else "")
    return short_day(", ".join(part for part in days if part))
