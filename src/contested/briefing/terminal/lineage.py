"""Which reports repeat one text, and what the copies changed."""

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from contested.briefing.drift import Drift, Pair, because_words, drifts
from contested.briefing.safe import cell
from contested.briefing.terminal.rows import coloured, fill, headline, sheet
from contested.briefing.wording import RELATION, outlet_words, report_words
from contested.records import Kinship
from contested.records.view import View


def lineage_tables(view: View) -> list[RenderableType]:
    """First all kin reports, then for every two of which one changed something their sentences one under the other."""
    kinships = view.lineage().kinships
    return [overview(kinships, view), *(_pairs(drift) for drift in drifts(view))] if kinships else []


def overview(kinships: tuple[Kinship, ...], view: View) -> Table:
    table = sheet("Reports that repeat one text", margin=20)
    for kinship in kinships:
        turned = kinship.upstream == kinship.a
        first, second = (view.report(one) for one in ((kinship.b, kinship.a) if turned else (kinship.a, kinship.b)))
        told = "follows" if kinship.upstream else "goes with"
        fill(
            table,
            f"{RELATION[kinship.relation]}, {kinship.score:.2f}",
            headline(outlet_words(first), f": {report_words(first)}"),
            Text.assemble((f"{told} ", "dim"), cell(outlet_words(second), "bold"), cell(f": {report_words(second)}")),
            "; ".join(because_words(kinship, view)),
        )
    return table


def _pairs(drift: Drift) -> Table:
    left, right = outlet_words(drift.left), outlet_words(drift.right)
    table = sheet(f"{left} and {right}: {drift.relation}; {drift.direction}. Changed: {drift.kinds}", margin=min(20, max(len(left), len(right))))
    for pair in drift.pairs:
        add_pair(table, pair, left=left, right=right)
    return table


def add_pair(table: Table, pair: Pair, *, left: str, right: str) -> None:
    """Two sentences that carry one content, the outlets beside them, and under them what changed."""
    fill(table, cell(left, "dim"), coloured(pair.left))
    fill(table, cell(right, "dim"), coloured(pair.right), *(cell(f"→ {note}", "yellow") for note in pair.notes), " ")
