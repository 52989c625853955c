"""JSON lines on standard output."""

import json
from collections.abc import Iterable
from typing import Any

import typer

_LINE_ENDS = str.maketrans({"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""JSON lets these stand; some readers end a line at them."""


def print_rows(rows: Iterable[dict[str, Any]]) -> None:
    """One object a line, as they come."""
    for row in rows:
        typer.echo(json.dumps(row, ensure_ascii=False).translate(_LINE_ENDS))
