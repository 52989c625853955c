"""What an event says of who holds a place, read from data/control/signs.toml."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal, get_args

from contested.errors import DataError

SignKind = Literal["takes", "leaves", "yields", "besieges", "fights", "enters"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """`kinds`: event type -> what it says of control; `holders`: kinds of actor that can hold a place; the rest: words, lower case, as the file explains."""

    kinds: dict[str, SignKind]
    holders: frozenset[str]
    again: tuple[str, ...]
    part: tuple[str, ...]
    wars: frozenset[str]
    enters: tuple[str, ...]
    into: frozenset[str]
    crowds: frozenset[str]
    generic: frozenset[str]


@lru_cache(maxsize=1)
def load_signs() -> Signs:
    """The bundled table. Raises DataError where it names a sign that is none."""
    tree = tomllib.loads((files("contested.reference") / "data" / "control" / "signs.toml").read_text(encoding="utf-8"))
    for event_type, kind in tree["signs"].items():
        if kind not in get_args(SignKind):
            raise DataError("control/signs.toml", f"{event_type} = {kind!r}: expected one of {', '.join(get_args(SignKind))}")
    words = tree["words"]
    return Signs(
        kinds=tree["signs"], holders=frozenset(tree["holders"]["kinds"]), again=tuple(words["again"]), part=tuple(words["part"]), wars=frozenset(words["wars"]),
        enters=tuple(words["enters"]), into=frozenset(words["into"]), crowds=frozenset(words["crowds"]), generic=frozenset(words["generic"]),
    )
