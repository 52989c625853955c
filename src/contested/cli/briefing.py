"""`contested briefing`: one self-contained page."""

from pathlib import Path
from typing import Annotated

import typer

from contested.assembly import open_view
from contested.briefing import briefing
from contested.cli.choices import DEFAULT_STORE, KnownAtChoice, SinceChoice, StoreChoice, UntilChoice, checked_day
from contested.errors import CallError


def briefing_command(
    output: Annotated[Path, typer.Option("-o", "--output", help="The HTML file to write.")],
    store: StoreChoice = DEFAULT_STORE,
    since: SinceChoice = None,
    until: UntilChoice = None,
    known_at: KnownAtChoice = None,
) -> None:
    """Write what happened, where accounts differ and who holds what as one HTML page without outside requests."""
    view = open_view(store, known_at=checked_day("--known-at", known_at))
    page = briefing(view, since=checked_day("--since", since), until=checked_day("--until", until))
    try:
        output.write_text(page, encoding="utf-8")
    except OSError as error:
        raise CallError(f"{output}: cannot be written ({error.strerror})") from error
    typer.echo(f"Briefing written to {output}.", err=True)
