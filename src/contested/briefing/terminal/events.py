"""What happened, two or three lines an event."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from contested.briefing.events import EventRow, divided, event_rows, heading
from contested.briefing.period import period
from contested.briefing.safe import cell
from contested.briefing.shelf import Shelf, shelf_of
from contested.briefing.terminal.rows import fill, headline, lies_in, sheet, short_day
from contested.briefing.wording import STATUS, counted, day_words
from contested.records.view import View


def events_table(view: View, *, since: str | None = None, until: str | None = None, place: str | None = None) -> RenderableType:
    """The events, newest first; then those whose day nobody tells; then those that are planned, feared or denied."""
    rows = chosen(shelf_of(view), since, until, place=place)
    titles = ("What happened, newest first", "What happened, day not told (the days are those of the first report)", "Planned, feared or denied")
    parts = [of_events(title, group) for title, group in zip(titles, divided(rows), strict=True) if group]
    return Group(*parts, Text(counted(len(rows), "event"), "dim")) if parts else Text("No events.")


def chosen(shelf: Shelf, since: str | None, until: str | None, *, place: str | None) -> list[EventRow]:
    return [row for row in event_rows(shelf, period(since, until)) if lies_in(row.ref, row.place, place)]


def of_events(title: str, rows: Iterable[EventRow]) -> Table:
    table = sheet(title)
    for row in rows:
        fill(table, _day(row), _head(row), _backing(row))
    return table


def _day(row: EventRow) -> str:
    return short_day(day_words(row.when or (row.known_from or "")[:10]))


def _head(row: EventRow) -> Text:
    who, counts = heading(row), ", ".join(row.counts)
    return headline(row.label, f", {row.place}" if row.place else ", place not told", f": {who}" if who else "", f" ({counts})" if counts else "")


def _backing(row: EventRow) -> Text:
    text = Text(row.backing, "dim")
    if row.differs:
        text.append(f" · {STATUS['disputed']}: {', '.join(row.differs)}", "red")
    told = "; ".join(part for part in (row.status, row.caution) if part and part != STATUS["disputed"])
    return text.append(f" · {told}" if told else "", "yellow").append_text(cell(f" · {'; '.join(row.voices)}" if row.voices else "", "dim"))
