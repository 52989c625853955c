"""The shortest way through a view: a few rows of everything, and how many more there are."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from contested.briefing.differences import clashes
from contested.briefing.drift import drifts
from contested.briefing.events import EventRow, divided, event_rows
from contested.briefing.holdings import holding_rows
from contested.briefing.period import period
from contested.briefing.shelf import Shelf, shelf_of
from contested.briefing.terminal.conflicts import clash_title, value_line
from contested.briefing.terminal.events import of_events
from contested.briefing.terminal.holdings import of_holdings
from contested.briefing.terminal.lineage import add_pair
from contested.briefing.terminal.rows import fill, headline, indented, sheet
from contested.briefing.wording import outlet_words
from contested.records.view import View

_most = 3


def digest(view: View, *, where: str) -> Iterator[RenderableType]:
    """The best backed events, what copies changed, where accounts clash, who holds what; `where` says where the rest is ("in the briefing")."""
    shelf, always = shelf_of(view), period(None, None)
    rows = event_rows(shelf, always)
    yield from _events([row for group in divided(rows)[:2] for row in group], where)
    yield from _drift(shelf, where)
    yield from _clashes(shelf, rows, where)
    lasting = [row for row in holding_rows(shelf, always) if not row.ended]
    if lasting:
        told = sorted(lasting, key=lambda row: (not row.holding.disputed, -len(row.holding.claims)))
        yield of_holdings("Who holds what, the disputed and best backed first", told[:_most])
        yield _rest(len(lasting) - _most, "place", where)


def _events(rows: Sequence[EventRow], where: str) -> Iterator[RenderableType]:
    best = sorted(rows, key=lambda row: (-row.origins, -row.reports))
    if best:
        yield of_events("What happened, the best backed first", best[:_most])
        yield _rest(len(best) - _most, "event", where)


def _drift(shelf: Shelf, where: str) -> Iterator[RenderableType]:
    found = drifts(shelf.view)
    if found:
        first = found[0]
        left, right = outlet_words(first.left), outlet_words(first.right)
        table = sheet(f"Who only repeats whom: {first.direction}. Changed: {first.kinds}", margin=min(20, max(len(left), len(right))))
        add_pair(table, first.pairs[0], left=left, right=right)
        yield table
        yield _rest(sum(len(drift.pairs) for drift in found) - 1, "changed sentence", where)


def _clashes(shelf: Shelf, rows: Sequence[EventRow], where: str) -> Iterator[RenderableType]:
    found = clashes(shelf, rows)
    if found:
        table = sheet("Where accounts differ", margin=1)
        for clash in found[:_most]:
            first = clash.fields[0]
            fill(table, "", headline(clash_title(clash), f": {first.field}"), *(indented(value_line(account), 2) for account in first.accounts))
        yield table
        yield _rest(len(found) - _most, "such difference", where)


def _rest(number: int, what: str, where: str) -> Text:
    return Text(f"and {number} more {what}{'' if number == 1 else 's'} {where}" if number > 0 else "", "dim")
