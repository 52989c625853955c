"""One report in a terminal: its text with everything that was marked and claimed in it."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from contested.briefing.passages import Role, roles_of
from contested.briefing.safe import cell, plain
from contested.briefing.wording import HOLDING, MODALITY, day_words, report_words, type_words, voice
from contested.records import Claim, Extract, Marks, Report, Span, Standing

STYLES: dict[Role, str] = {
    "actor": "blue",
    "target": "magenta",
    "place": "green",
    "time": "yellow",
    "count": "cyan",
    "speaker": "italic red",
    "trigger": "bold reverse",
    "changed": "bold underline yellow",
}
"""How the roles look; what comes later lies over what comes before."""

_legend: tuple[tuple[Role, str], ...] = (
    ("trigger", "what happened"), ("actor", "actor"), ("target", "target"), ("place", "place"), ("time", "time"), ("count", "count"), ("speaker", "speaker"),
)  # fmt: skip


def inspect_text(report: Report, marks: Marks, extract: Extract) -> RenderableType:
    """The report's text with marks and claims in colour, a legend, and the claims and standings as a table."""
    every: list[Claim | Standing] = [*extract.claims, *extract.standings]
    said = sorted(every, key=lambda one: (one.sentence, one.trigger))
    head = Text.assemble((plain(report_words(report)), "bold"), "  ", (plain(", ".join(_credits(report))), "dim"))
    found: RenderableType = _table(report, said) if said else Text("no claim was found in it", style="dim")
    return Group(head, "", _coloured(report, marks, said), "", _key(), "", found)


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
    yield from ((span, "speaker") for mark in marks.attributions for span in mark.source)


def _key() -> Text:
    return Text("  ").join(Text(words, style=STYLES[role]) for role, words in _legend)


def _credits(report: Report) -> Iterator[str]:
    yield report.outlet or "unknown outlet"
    if report.agency:
        yield f"credits {report.agency}"
    yield day_words(report.published) or "publication time not told"


def _table(report: Report, said: Iterable[Claim | Standing]) -> Table:
    table = Table(title="What it claims", title_justify="left")
    for name in ("What", "Actor", "Target", "Place", "When", "How many", "Who says so", "How sure"):
        table.add_column(name)
    for one in said:
        table.add_row(*(_claim_row(one, report) if isinstance(one, Claim) else _standing_row(one, report)))
    return table


def _claim_row(claim: Claim, report: Report) -> tuple[Text, ...]:
    return (
        cell(type_words(claim.event_type), "bold"),
        cell(claim.actor_name),
        cell(claim.target_name),
        cell(claim.place_ref.name if claim.place_ref else None),
        cell(day_words(claim.day)),
        cell(", ".join(f"{count.kind}: {count.wording}" for count in claim.quantities)),
        cell(voice(claim, report)),
        cell(MODALITY[claim.modality]),
    )


def _standing_row(standing: Standing, report: Report) -> tuple[Text, ...]:
    return (
        cell(HOLDING[standing.status], "bold"),
        cell(standing.holder),
        cell(standing.challenger),
        cell(standing.place_name),
        cell(day_words(standing.dated.text if standing.dated else None)),
        cell(None),
        cell(voice(standing, report)),
        cell(MODALITY[standing.modality]),
    )
