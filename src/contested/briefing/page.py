"""One self-contained HTML page."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from contested.briefing.differences import Clash, clashes
from contested.briefing.drift import Drift, drifts
from contested.briefing.events import EventRow, day_of, divided, event_rows, heading
from contested.briefing.holdings import HoldingRow, holding_rows
from contested.briefing.map import Drawing, draw, spots
from contested.briefing.passages import ROLES
from contested.briefing.period import Period, period
from contested.briefing.reports import ReportRow, report_rows
from contested.briefing.shelf import Shelf, shelf_of
from contested.briefing.wording import HOLDING, STATUS, counted, day_words, outlet_words, report_words
from contested.records.view import View

_how_known = ("on which accounts differ", STATUS["denied"], STATUS["confirmed_by_other_side"], "told by several independent origins", "told by one origin only")
_most_events = 300
_most_drifts = 40
_most_reports = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What the template is given. `known_how`: how many events are known how well.

    The `*_left_out` are how many rows a page of bearable size had no room for, oldest left out first.
    """

    title: str
    days: str
    known: str
    summary: str
    reports_in_store: int
    events: tuple[EventRow, ...]
    events_left_out: int
    known_how: tuple[tuple[int, str], ...]
    clashes: tuple[Clash, ...]
    drifts: tuple[Drift, ...]
    drifts_left_out: int
    holdings: tuple[HoldingRow, ...]
    drawing: Drawing | None
    reports: tuple[ReportRow, ...]
    reports_left_out: int


def briefing(view: View, *, since: str | None = None, until: str | None = None, title: str | None = None) -> str:
    """The page, as HTML, on what happened and who held what from `since` until `until` (inclusive ISO days, None open).

    It asks for nothing from outside: no scripts, fonts or pictures, and a policy in its head that forbids them. The same view
    gives the same page. Raises CallError where a day is none.
    """
    page = _page(shelf_of(view), period(since, until), title)
    return _environment().get_template("briefing.html").render(page=page)


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("contested.briefing"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(day=day_words, heading=heading, day_of=day_of, divided=divided, outlet=outlet_words, name=report_words)
    environment.globals.update(counted=counted, roles=ROLES, holding_words=HOLDING)
    return environment


def _page(shelf: Shelf, days: Period, title: str | None) -> Page:
    every_event = event_rows(shelf, days)
    events, holdings = every_event[:_most_events], holding_rows(shelf, days)
    every_report = report_rows(shelf, days, named=_named(events, holdings))
    every_drift = drifts(shelf.view, (row.report.id for row in every_report))
    return Page(
        title=title or "Briefing",
        days=days.words,
        known=_known(shelf.view),
        summary=_summary(shelf, every_report, every_event),
        reports_in_store=len(shelf.origins),
        events=events,
        events_left_out=len(every_event) - len(events),
        known_how=_known_how(row for row in every_event if row.happened),
        clashes=clashes(shelf, events),
        drifts=every_drift[:_most_drifts],
        drifts_left_out=len(every_drift[_most_drifts:]),
        holdings=holdings,
        drawing=draw(spots(holdings, (row for row in events if row.happened))),
        reports=every_report[:_most_reports],
        reports_left_out=len(every_report[_most_reports:]),
    )


def _known_how(rows: Iterable[EventRow]) -> tuple[tuple[int, str], ...]:
    """Every event counts once; kinds without events are left out."""
    found = Counter(_how(row) for row in rows)
    return tuple((found[words], words) for words in _how_known if words in found)


def _how(row: EventRow) -> str:
    if row.differs:
        return _how_known[0]
    if row.status in _how_known:
        return row.status
    return _how_known[3] if row.origins > 1 else _how_known[4]


def _named(events: Iterable[EventRow], holdings: Iterable[HoldingRow]) -> set[str]:
    """The reports that the rows lead back to."""
    shown = [passage for row in events for passage in row.passages]
    shown += [passage for row in holdings for passage in (*row.passages, *row.passages_against)]
    return {passage.report.id for passage in shown}


def _known(view: View) -> str:
    """What the page knows of: everything until a time, or until the newest report."""
    if view.known_until:
        return f"as known on {day_words(view.known_until)}"
    newest = max((view.known_at(report.id) for report in view.reports()), default=None)
    return f"newest report {day_words(newest)}" if newest else ""


def _summary(shelf: Shelf, reports: Sequence[ReportRow], events: Sequence[EventRow]) -> str:
    outlets = len({row.report.outlet for row in reports if row.report.outlet})
    origins = len({shelf.origins[row.report.id] for row in reports})
    happened = [row for row in events if row.happened]
    places = len({row.place for row in happened if row.place})
    told = f"{counted(len(happened), 'event')} in {counted(places, 'place')}"
    if len(happened) < len(events):
        told += f", and {len(events) - len(happened)} more planned, feared or denied"
    return f"{counted(len(reports), 'report')}, {counted(outlets, 'outlet')}, {counted(origins, 'independent origin')}: {told}"
