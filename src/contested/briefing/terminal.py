"""Tables for a terminal: the rows of the page, and the claims one by one.

`since` and `until` are inclusive ISO days, `place` a name of a place or a province; each None for all. All raise CallError where a day is none.
"""

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from contested.briefing.differences import differences
from contested.briefing.drift import drifts
from contested.briefing.events import EventRow, day_of, event_rows, heading
from contested.briefing.holdings import holding_rows
from contested.briefing.inspected import STYLES, inspect_text
from contested.briefing.passages import Segment
from contested.briefing.period import period
from contested.briefing.reports import report_rows
from contested.briefing.safe import cell, plain
from contested.briefing.shelf import Shelf, shelf_of
from contested.briefing.wording import MODALITY, day_words, outlet_words, report_words, type_words, voice
from contested.records import PlaceRef
from contested.records.view import View

__all__ = [
    "claims_table", "conflicts_tables", "events_table", "holdings_table", "inspect_text", "lineage_tables", "reports_table",
]  # fmt: skip


def events_table(view: View, *, since: str | None = None, until: str | None = None, place: str | None = None) -> Table:
    """The events, newest first."""
    table = _table("Events", "When", "What", "Place", "Who", "How many", "Origins", "Reports", "Status", "According to")
    for row in _events(shelf_of(view), since, until, place=place):
        status = "; ".join(part for part in (row.status, row.caution) if part)
        facts = (day_of(row), row.label, row.place, heading(row), ", ".join(row.counts), str(row.origins), str(row.reports), status, _some(row.voices))
        table.add_row(*map(cell, facts))
    return table


def claims_table(view: View, *, since: str | None = None, until: str | None = None, place: str | None = None) -> Table:
    """The claims, in the order of the reports; one without a date counts by the day its report became known."""
    days = period(since, until)
    table = _table("Claims", "Report", "What", "Actor", "Target", "Place", "When", "How many", "Who says so", "How sure", "In the words")
    for claim in view.claims():
        if not days.meets(claim.day or view.known_at(claim.report)) or not _lies_in(claim.place_ref, None, place):
            continue
        report = view.report(claim.report)
        counts = ", ".join(f"{count.kind}: {count.wording}" for count in claim.quantities)
        table.add_row(
            *map(cell, (report_words(report), type_words(claim.event_type), claim.actor_name, claim.target_name)),
            *map(cell, (claim.place_ref.name if claim.place_ref else None, day_words(claim.day), counts, voice(claim, report))),
            *map(cell, (MODALITY[claim.modality], report.words(claim.sentence))),
        )
    return table


def lineage_tables(view: View) -> list[Table]:
    """First all kin reports, then a table for every two of which one changed something: their sentences side by side."""
    overview = _table("Reports that repeat one text", "Report", "Other report", "Relation", "Score", "Why")
    for kinship in view.lineage().kinships:
        left, right = view.report(kinship.a), view.report(kinship.b)
        because = "; ".join(reason.because for reason in kinship.reasons)
        names = (f"{outlet_words(one)}: {report_words(one)}" for one in (left, right))
        overview.add_row(*map(cell, (*names, kinship.relation.replace("_", " "), f"{kinship.score:.2f}", because)))
    tables = [overview]
    for drift in drifts(view):
        title = f"{outlet_words(drift.left)} and {outlet_words(drift.right)}: {drift.relation}; {drift.direction}"
        pairs = _table(title, plain(report_words(drift.left)), plain(report_words(drift.right)), "What changed")
        for pair in drift.pairs:
            pairs.add_row(_coloured(pair.left), _coloured(pair.right), cell("\n".join(pair.notes)))
        tables.append(pairs)
    return tables


def conflicts_tables(view: View, *, since: str | None = None, until: str | None = None, place: str | None = None) -> list[Table]:
    """One table for every field of an event on which accounts clash: a row a value, with who says so and in what words."""
    shelf = shelf_of(view)
    tables = []
    for one in differences(shelf, _events(shelf, since, until, place=place)):
        what = f"{one.event.label}, {one.event.place}" if one.event.place else one.event.label
        table = _table(f"{one.field}: {what}, {day_of(one.event)}. {one.because}", "Value", "Backed by", "According to", "In the words")
        for account in one.accounts:
            backing = f"{account.backing}; {account.note}" if account.note else account.backing
            words = Text("\n").join(_coloured(passage.segments) for passage in account.passages[:3])
            table.add_row(cell(account.value, "dim" if account.note else "bold"), cell(backing), cell(_some(account.voices)), words)
        tables.append(table)
    return tables


def holdings_table(view: View, *, since: str | None = None, until: str | None = None, place: str | None = None) -> Table:
    """The holdings: those that last first, then by country, province and place."""
    table = _table("Who holds what", "Place", "In", "Status", "Holder", "Challenger", "Since", "Until", "Disputed", "According to")
    for row in holding_rows(shelf_of(view), period(since, until)):
        holding = row.holding
        if not _lies_in(holding.place_ref, holding.place, place):
            continue
        disputed = "by " + _some(row.against) if row.against else "yes" if holding.disputed else ""
        facts = (holding.place, row.where, row.status, row.holder, holding.challenger, row.since, row.ended, disputed, _some(row.voices))
        table.add_row(*map(cell, facts), style="dim" if row.ended else "")
    return table


def reports_table(view: View, *, since: str | None = None, until: str | None = None) -> Table:
    """The reports that became known in the period, newest first; reports with one origin letter go back to one text."""
    table = _table("Reports", "Report", "Outlet", "Agency", "Published", "Origin", "Relation", "Sentences with claims")
    for row in report_rows(shelf_of(view), period(since, until)):
        facts = (report_words(row.report), row.outlet, row.report.agency, row.published, row.origin, "; ".join(row.kin), str(len(row.passages)))
        table.add_row(*map(cell, facts))
    return table


def _events(shelf: Shelf, since: str | None, until: str | None, *, place: str | None) -> list[EventRow]:
    return [row for row in event_rows(shelf, period(since, until)) if _lies_in(row.ref, row.place, place)]


def _lies_in(ref: PlaceRef | None, name: str | None, wanted: str | None) -> bool:
    """Whether a place goes by the wanted name, or its province does; case does not matter."""
    names = (name, ref.name if ref else None, ref.admin1 if ref else None)
    return wanted is None or wanted.casefold() in {known.casefold() for known in names if known}


def _table(title: str, *columns: str) -> Table:
    table = Table(title=cell(title), title_justify="left")
    for column in columns:
        table.add_column(cell(column), overflow="fold")
    return table


def _coloured(segments: Iterable[Segment]) -> Text:
    return Text.assemble(*((plain(part.text), STYLES[part.roles[0]] if part.roles else "") for part in segments))


def _some(words: tuple[str, ...], most: int = 4) -> str:
    return "; ".join(words[:most]) + (f"; and {len(words) - most} more" if len(words) > most else "")
