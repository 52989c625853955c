"""What was read, two lines a report."""

from rich.console import Group, RenderableType
from rich.text import Text

from contested.briefing.period import period
from contested.briefing.reports import ReportRow, report_rows
from contested.briefing.safe import cell
from contested.briefing.shelf import shelf_of
from contested.briefing.terminal.rows import fill, sheet, short_day
from contested.briefing.wording import counted, report_words
from contested.records.view import View


def reports_table(view: View, *, since: str | None = None, until: str | None = None) -> RenderableType:
    """The reports that became known in the period, newest first; reports with one origin letter go back to one text."""
    rows = report_rows(shelf_of(view), period(since, until))
    table = sheet("Reports, newest first; those with one letter go back to one text", margin=3)
    for row in rows:
        fill(table, row.origin, cell(report_words(row.report), "bold"), _from(row), "; ".join(row.kin))
    return Group(table, Text(counted(len(rows), "report"), "dim")) if rows else Text("No reports.")


def _from(row: ReportRow) -> str:
    outlet = row.outlet if row.report.outlet else f"outlet not known ({row.report.name})"
    agency = f"credits {row.report.agency}" if row.report.agency else ""
    claims = f"{counted(len(row.passages), 'sentence')} with claims"
    return " · ".join(part for part in (outlet, agency, short_day(row.published), claims) if part)
