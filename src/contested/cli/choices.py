"""What several commands let a caller choose."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from contested.errors import CallError
from contested.settings import Settings, load_settings

StoreChoice = Annotated[str, typer.Option("--store", help="The store: a file, or a database URL.", envvar="CONTESTED_STORE")]
JsonChoice = Annotated[bool, typer.Option("--json", help="One JSON object a line on standard output, and nothing else there.")]
SettingsChoice = Annotated[Path | None, typer.Option("--settings", help="A TOML file of settings.")]
PlacesChoice = Annotated[Path | None, typer.Option("--places", help="A table of further places (TSV), for towns that the gazetteer lacks.")]
SinceChoice = Annotated[str | None, typer.Option("--since", help="From this day on (YYYY-MM-DD).")]
UntilChoice = Annotated[str | None, typer.Option("--until", help="Up to and with this day (YYYY-MM-DD).")]
KnownAtChoice = Annotated[str | None, typer.Option("--known-at", help="Only what was known at this time (YYYY-MM-DD or YYYY-MM-DDTHH:MM).")]

DEFAULT_STORE = "contested.db"


def settings_from(path: Path | None, places: Path | None) -> Settings:
    """The settings of a call. Raises SettingsError for a wrong one, CallError for a table of places that is not there."""
    settings = load_settings(path)
    if places is None:
        return settings
    if not places.is_file():
        raise CallError(f"--places {places}: no such file")
    return settings.model_copy(update={"reference": settings.reference.model_copy(update={"places": places})})


def checked_day(option: str, day: str | None) -> str | None:
    """A day or time in ISO form, or None. Raises CallError naming the option."""
    if day is not None:
        try:
            datetime.fromisoformat(day)
        except ValueError as error:
            raise CallError(f"{option} {day}: expected a day like 2031-03-04") from error
    return day
