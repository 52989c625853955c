"""Words that tell of a count put right, and words that leave one loose, read from data/assess/corrections.toml."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """Both lower case; a phrase counts wherever it stands in the words looked at."""

    words: tuple[str, ...]
    loose: tuple[str, ...]


@lru_cache(maxsize=1)
def load_corrections() -> Corrections:
    """The bundled words."""
    tree = tomllib.loads((files("contested.reference") / "data" / "assess" / "corrections.toml").read_text(encoding="utf-8"))
    return Corrections(words=tuple(tree["words"]), loose=tuple(tree["loose"]))
