"""The names under which web pages say who published them, when, and what they are called."""

from functools import cache
from importlib.resources import files

from contested.errors import DataError

_FILE = "page_meta.tsv"
_COLUMNS = ["field", "name"]


def meta_names(field: str) -> tuple[str, ...]:
    """The names of meta tags, or the JSON-LD types ("article", "page"), or the endings of saved pages' folders ("resources"), in small
    letters and the surest first. Raises DataError where
    the data file is broken."""
    return _by_field()[field]


@cache
def _by_field() -> dict[str, tuple[str, ...]]:
    text = files("contested.reference").joinpath("data", "outlets", _FILE).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    if not rows or rows[0] != _COLUMNS or any(len(row) != len(_COLUMNS) for row in rows):
        raise DataError(_FILE, f"expected the columns {', '.join(_COLUMNS)}")
    found: dict[str, tuple[str, ...]] = {}
    for field, name in rows[1:]:
        found[field] = (*found.get(field, ()), name)
    return found
