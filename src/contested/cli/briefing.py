"""`contested briefing`: one self-contained page."""

from pathlib import Path
from typing import Annotated

import typer

from contested.cli.choices import DEFAULT_STORE, KnownAtChoice, SinceChoice, StoreChoice, UntilChoice, checked_days, checked_time
from contested.cli.written import write_page


def briefing_command(
    output: Annotated[Path, typer.Option("-o", "--output", help="The HTML file to write.")],
    store: StoreChoice = DEFAULT_STORE,
    since: SinceChoice = None,
    until: UntilChoice = None,
    known_at: KnownAtChoice = None,
) -> None:
    """Write what happened, where accounts differ and who holds what as one HTML page without outside requests."""
    from contested.assembly import open_view  # here, so that asking for help loads no machine
    from contested.briefing import briefing

    first, last = checked_days(since, until)
    view = open_view(store, known_at=checked_time("--known-at", known_at))
    write_page(output, briefing(view, since=first, until=last))
    typer.echo(f"Briefing written to {output}.", err=True)
