"""What a caller says of the sources: which column holds what, how dates are meant, whether links are followed."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated, Any

import typer

from contested.errors import CallError
from contested.reference.columns import FIELDS

if TYPE_CHECKING:
    from contested.settings import Settings

MapChoice = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=COLUMN,...", help=f"Which column or field of the source holds what; fields: {', '.join(FIELDS)}."),
]
DatesChoice = Annotated[
    str | None, typer.Option("--dates", metavar="day-first|month-first", help="How 03/04/2031 is meant; without it such a date is refused.")
]
FetchChoice = Annotated[bool, typer.Option("--fetch", help="Fetch the pages that the feeds among the files lead to.")]

_ORDERS = ("day-first", "month-first")
_BETWEEN = re.compile(r",(?=\s*\w+\s*=)")


def with_reading(settings: "Settings", *, mapped: Iterable[str] | None, dates: str | None, fetch: bool) -> "Settings":
    """The settings with what the caller says of the sources. Raises CallError, naming the option."""
    if dates is not None and dates not in _ORDERS:
        raise CallError(f"--dates {dates or '(nothing)'}: expected {' or '.join(_ORDERS)}")
    read = settings.read
    changed: dict[str, Any] = {"columns": read.columns | _columns(mapped or ())}
    if dates is not None:
        changed["date_order"] = dates
    if fetch:
        changed["fetch"] = read.fetch.model_copy(update={"follow": True})
    return settings.model_copy(update={"read": read.model_copy(update=changed)})


def _columns(mapped: Iterable[str]) -> dict[str, str]:
    """From "text=article_content,published=date" to what holds what; a comma that no field follows belongs to the column's name."""
    found: dict[str, str] = {}
    for pair in (pair for words in mapped for pair in _BETWEEN.split(words)):
        field, equals, column = (part.strip() for part in pair.partition("="))
        if not (field and equals and column):
            raise CallError(f"--map {pair.strip() or '(nothing)'}: expected FIELD=COLUMN, like text=article_content")
        if field not in FIELDS:
            raise CallError(f"--map {pair.strip()}: there is no field {field}; there are {', '.join(FIELDS)}")
        if field in found:
            raise CallError(f"--map {pair.strip()}: {field} is said twice")
        found[field] = column
    return found
