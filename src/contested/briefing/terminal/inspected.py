"""One report in a terminal: its text with everything that was marked and claimed in it."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from contested.briefing.passages import Role, roles_of
from contested.briefing.safe import plain
from contested.briefing.terminal.claims import add_claim, add_standing
from contested.briefing.terminal.marked import places_table, times_table
from contested.briefing.terminal.rows import STYLES, sheet
from contested.briefing.wording import day_words, report_words
from contested.records import Claim, Extract, Marks, Reason, Report, Span, Standing

_legend: tuple[tuple[Role, str], ...] = (
    ("trigger", "what happened"), ("actor", "actor"), ("target", "target"), ("place", "place"), ("time", "time"), ("count", "count"), ("speaker", "speaker"),
)  # fmt: skip


def inspect_text(report: Report, marks: Marks, extract: Extract) -> RenderableType:
    """The report's text with marks and claims in colour, a legend, its places and times with their reasons, and what it claims."""
    every: list[Claim | Standing] = [*extract.claims, *extract.standings]
    said = sorted(every, key=lambda one: (one.sentence, one.trigger))
    head = Text.assemble((plain(report_words(report)), "bold"), "  ", (plain(", ".join(_credits(report))), "dim"))
    found: RenderableType = _claims(report, said) if said else Text("no claim was found in it", style="dim")
    marked = [table for table in (places_table(marks.places), times_table(marks.times)) if table.row_count]
    return Group(head, "", _coloured(report, marks, said), "", _key(), *marked, "", found)


def _coloured(report: Report, marks: Marks, said: Iterable[Claim | Standing]) -> Text:
    text = Text(plain(report.text))
    roles = [*_roles(marks), *(pair for one in said for pair in roles_of(one))]
    order = tuple(STYLES)
    for span, role in sorted(roles, key=lambda pair: order.index(pair[1])):
        text.stylize(STYLES[role], span.start, span.end)
    return text


def _roles(marks: Marks) -> Iterator[tuple[Span, Role]]:
    yield from ((mark.span, "actor") for mark in marks.actors)
    yield from ((mark.span, "place") for mark in marks.places)
    yield from ((mark.span, "time") for mark in marks.times)
    yield from ((mark.span, "count") for mark in marks.quantities)
    yield from ((span, "speaker") for mark in marks.attributions if mark.tells for span in mark.source[:1])


def _key() -> Text:
    return Text("  ").join(Text(words, style=STYLES[role]) for role, words in _legend)


def _credits(report: Report) -> Iterator[str]:
    yield report.outlet or "unknown outlet"
    if report.agency:
        yield f"credits {report.agency}"
    yield day_words(report.published) or "publication time not told"


def _claims(report: Report, said: Iterable[Claim | Standing]) -> Table:
    table = sheet("What it claims")
    for one in said:
        if isinstance(one, Claim):
            add_claim(table, one, report, _decided(one.reasons, sure=one.confidence))
        else:
            add_standing(table, one, report, _decided(one.reasons))
    return table


def _decided(reasons: Iterable[Reason], *, sure: float | None = None) -> str:
    """Which words and which rules made it, and how sure that is."""
    said = "; ".join(dict.fromkeys(reason.because for reason in reasons))
    return plain(f"{sure:.2f} because {said}" if sure is not None else f"because {said}")
