"""The reports behind it all: one row a report."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from contested.briefing.passages import Passage, passages
from contested.briefing.period import Period
from contested.briefing.shelf import Shelf
from contested.briefing.wording import RELATION, day_words, outlet_words
from contested.records import Claim, Kinship, Report, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRow:
    """`published` is in words; `origin` a letter; `kin` are phrases ("a rewrite of the report of The Westmark Post")."""

    report: Report
    outlet: str
    published: str
    url: str | None
    origin: str
    kin: tuple[str, ...]
    passages: tuple[Passage, ...]


def report_rows(shelf: Shelf, period: Period, *, named: Iterable[str] = ()) -> tuple[ReportRow, ...]:
    """The reports that became known in the period, and those that are `named` (by what is shown elsewhere), newest first."""
    wanted = set(named)
    said: dict[str, list[Claim | Standing]] = defaultdict(list)
    for one in shelf.said.values():
        said[one.report].append(one)
    shown = [report for report in shelf.view.reports() if report.id in wanted or period.meets(shelf.view.known_at(report.id))]
    return tuple(_row(report, sorted(said[report.id], key=lambda one: one.sentence), shelf) for report in reversed(shown))


def _row(report: Report, said: list[Claim | Standing], shelf: Shelf) -> ReportRow:
    return ReportRow(
        report=report,
        outlet=report.outlet or "not known",
        published=day_words(report.published) or f"not told; read {day_words(shelf.view.known_at(report.id))}",
        # Only a web address becomes a link: a report may name any other scheme, and a page must not act on it.
        url=report.url if report.url and report.url.lower().startswith(("https://", "http://")) else None,
        origin=shelf.origins[report.id],
        kin=tuple(_kin(report, kinship, shelf) for kinship in shelf.kin.get(report.id, ())),
        passages=passages(said, shelf.view),
    )


def _kin(report: Report, kinship: Kinship, shelf: Shelf) -> str:
    other = shelf.view.report(kinship.b if kinship.a == report.id else kinship.a)
    relation = RELATION[kinship.relation]
    if kinship.upstream == report.id:
        return f"{outlet_words(other)} made {relation} of it" if relation.startswith("a ") else f"{relation} with {outlet_words(other)}"
    return f"{relation} {'of' if kinship.upstream and relation.startswith('a ') else 'with'} {outlet_words(other)}"
