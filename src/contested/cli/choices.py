"""What several commands let a caller choose."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from contested.errors import CallError

if TYPE_CHECKING:
    from contested.settings import Settings

StoreChoice = Annotated[str, typer.Option("--store", help="The store: a file, or a database URL.", envvar="CONTESTED_STORE")]
JsonChoice = Annotated[bool, typer.Option("--json", help="One JSON object a line on standard output, and nothing else there.")]
SettingsChoice = Annotated[Path | None, typer.Option("--settings", help="A TOML file of settings.")]
PlacesChoice = Annotated[Path | None, typer.Option("--places", help="A table of further places (TSV), for towns that the gazetteer lacks.")]
SinceChoice = Annotated[str | None, typer.Option("--since", help="From this day on (YYYY-MM-DD).")]
UntilChoice = Annotated[str | None, typer.Option("--until", help="Up to and with this day (YYYY-MM-DD).")]
KnownAtChoice = Annotated[str | None, typer.Option("--known-at", help="Only what was known at this time (YYYY-MM-DD or YYYY-MM-DDTHH:MM).")]

DEFAULT_STORE = "contested.db"


def settings_from(path: Path | None, places: Path | None) -> "Settings":
    """The settings of a call. Raises SettingsError for a wrong one, CallError for a table of places that is not there."""
    from contested.settings import load_settings  # here, so that asking for help loads no machine

    settings = load_settings(path)
    if places is None:
        return settings
    if not places.is_file():
        raise CallError(f"--places {places}: no such file")
    return settings.model_copy(update={"reference": settings.reference.model_copy(update={"places": places})})


def checked_day(option: str, day: str | None) -> str | None:
    """A day as YYYY-MM-DD, or None. Raises CallError naming the option."""
    return _moment(option, day).date().isoformat() if day is not None else None


def checked_days(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of a span. Raises CallError for a wrong day, and for an end before the beginning."""
    first, last = checked_day("--since", since), checked_day("--until", until)
    if first and last and last < first:
        raise CallError(f"--until {last}: is before --since {first}")
    return first, last


def checked_time(option: str, time: str | None) -> str | None:
    """A day as YYYY-MM-DD or a time as YYYY-MM-DDTHH:MM, with seconds and zone where given, or None. Raises CallError naming the option."""
    if time is None:
        return None
    moment = _moment(option, time)
    if _is_day(time):
        return moment.date().isoformat()
    return moment.isoformat(timespec="auto" if moment.second or moment.microsecond else "minutes")


def standard_input() -> BinaryIO | None:
    """The bytes of standard input; None where the caller closed it."""
    return sys.stdin.buffer if sys.stdin else None


def _moment(option: str, words: str) -> datetime:
    try:
        return datetime.fromisoformat(words)
    except ValueError as error:
        raise CallError(f"{option} {words or '(nothing)'}: expected a day like 2031-03-04") from error


def _is_day(words: str) -> bool:
    try:
        date.fromisoformat(words)
    except ValueError:
        return False
    return True
