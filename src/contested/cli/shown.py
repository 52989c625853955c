"""What `contested show` shows of a view: rows for machines, tables for people."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rich.console import RenderableType

from contested.briefing.terminal import claims_table, conflicts_tables, events_table, holdings_table, lineage_tables, reports_table
from contested.export.show_json import claim_rows, conflict_rows, event_rows, holding_rows, lineage_rows, report_rows
from contested.records.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """`rows`: plain objects for JSON; `tables`: the same for a terminal."""

    rows: Callable[[View], Iterator[dict[str, Any]]]
    tables: Callable[[View], Iterable[RenderableType]]


SHOWN: Mapping[str, Shown] = {
    "events": Shown(rows=event_rows, tables=lambda view: [events_table(view)]),
    "claims": Shown(rows=claim_rows, tables=lambda view: [claims_table(view)]),
    "reports": Shown(rows=report_rows, tables=lambda view: [reports_table(view)]),
    "lineage": Shown(rows=lineage_rows, tables=lineage_tables),
    "conflicts": Shown(rows=conflict_rows, tables=conflicts_tables),
    "holdings": Shown(rows=holding_rows, tables=lambda view: [holdings_table(view)]),
}
