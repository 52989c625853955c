"""What the columns of a table of articles are usually called."""

from functools import cache
from importlib.resources import files

from contested.errors import DataError

_FILE = "columns.tsv"

FIELDS = ("text", "title", "published", "outlet", "url", "id", "agency", "byline")
"""What a table can tell of a report."""


def usual_column(field: str, columns: tuple[str, ...]) -> str | None:
    """Which of some columns usually holds a field; None where none does. "Article_Text" is "article text"."""
    plain = {plain_name(column): column for column in reversed(columns)}
    return next((plain[name] for name in _names().get(field, ()) if name in plain), None)


def plain_name(column: str) -> str:
    return " ".join(column.casefold().replace("_", " ").replace("-", " ").split())


@cache
def _names() -> dict[str, tuple[str, ...]]:
    text = files("contested.reference").joinpath("data", "columns", _FILE).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if not rows or rows[0] != ["field", "name"] or any(len(row) != 2 or row[0] not in FIELDS for row in rows[1:]):
        raise DataError(_FILE, "expected the columns field, name")
    return {field: tuple(name for its, name in rows[1:] if its == field) for field in FIELDS}
