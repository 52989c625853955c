"""What a view shows, for a terminal 80 columns wide or wider: the rows of the page, and the claims one by one.

`since` and `until` are inclusive ISO days, `place` a name of a place or a province; each None for all. All raise CallError where a day is none.
"""

from contested.briefing.terminal.brief import digest
from contested.briefing.terminal.claims import claims_table
from contested.briefing.terminal.conflicts import conflicts_tables
from contested.briefing.terminal.events import events_table
from contested.briefing.terminal.holdings import holdings_table
from contested.briefing.terminal.inspected import inspect_text
from contested.briefing.terminal.lineage import lineage_tables
from contested.briefing.terminal.reports import reports_table

__all__ = [
    "claims_table", "conflicts_tables", "digest", "events_table", "holdings_table", "inspect_text", "lineage_tables", "reports_table",
]  # fmt: skip
