"""What an event says of who holds a place, read from data/control/signs.toml."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, get_args

from contested.errors import DataError

SignKind = Literal["takes", "leaves", "yields", "besieges", "fights"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """`kinds`: event type -> what it says of control; `again` and `part`: words, lower case."""

    kinds: dict[str, SignKind]
    again: tuple[str, ...]
    part: tuple[str, ...]


@lru_cache(maxsize=1)
def load_signs() -> Signs:
    """The bundled table. Raises DataError where it names a sign that is none."""
    tree = tomllib.loads((files("contested.reference") / "data" / "control" / "signs.toml").read_text(encoding="utf-8"))
    for event_type, kind in tree["signs"].items():
        if kind not in get_args(SignKind):
            raise DataError("control/signs.toml", f"{event_type} = {kind!r}: expected one of {', '.join(get_args(SignKind))}")
    return Signs(kinds=tree["signs"], again=tuple(tree["words"]["again"]), part=tuple(tree["words"]["part"]))
