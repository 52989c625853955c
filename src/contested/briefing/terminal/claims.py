"""Who says that what happened, claim by claim under the report it stands in."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from contested.briefing.period import period
from contested.briefing.safe import cell
from contested.briefing.terminal.rows import fill, headline, lies_in, quoted, sheet, short_day
from contested.briefing.voices import voice
from contested.briefing.wording import HOLDING, MODALITY, counted, day_words, outlet_words, report_words, type_words
from contested.records import Claim, Report, Standing
from contested.records.view import View


def claims_table(view: View, *, since: str | None = None, until: str | None = None, place: str | None = None) -> RenderableType:
    """The claims, under their reports, each with its sentence; one without a date counts by the day its report became known."""
    days = period(since, until)
    tables: dict[str, Table] = {}
    for claim in view.claims():
        if not days.meets(claim.day or view.known_at(claim.report)) or not lies_in(claim.place_ref, None, place):
            continue
        report = view.report(claim.report)
        table = tables.get(report.id) or tables.setdefault(report.id, sheet(_title(report)))
        add_claim(table, claim, report, quoted(cell(" ".join(report.words(claim.sentence).split()), "dim")))
    number = sum(table.row_count for table in tables.values())
    return Group(*tables.values(), Text(counted(number, "claim"), "dim")) if tables else Text("No claims.")


def add_claim(table: Table, claim: Claim, report: Report, words: str | Text = "") -> None:
    who = " ".join(part for part in (claim.actor_name, f"→ {claim.target_name}" if claim.target_name else None) if part)
    counts = ", ".join(f"{count.kind}: {count.wording}" for count in claim.quantities)
    where = claim.place_ref.name if claim.place_ref else "place not told"
    head = headline(type_words(claim.event_type), f", {where}", f": {who}" if who else "", f" ({counts})" if counts else "")
    fill(table, short_day(day_words(claim.day)), head, _how(claim, report), words)


def add_standing(table: Table, standing: Standing, report: Report, words: str = "") -> None:
    holder = f"held by {standing.holder}" if standing.holder and standing.status != "held" else ""
    by = standing.holder if standing.status == "held" else standing.challenger
    head = headline(HOLDING[standing.status], f" by {by}" if by else "", f", {standing.place_name}", f": {holder}" if holder else "")
    fill(table, short_day(day_words(standing.dated.text if standing.dated else None)), head, _how(standing, report), words)


def _how(said: Claim | Standing, report: Report) -> Text:
    text = Text.assemble((voice(said, report), "dim"))
    return text.append(f" · {MODALITY[said.modality]}", "yellow") if MODALITY[said.modality] else text


def _title(report: Report) -> str:
    return ", ".join(part for part in (report_words(report), outlet_words(report), short_day(day_words(report.published))) if part)
