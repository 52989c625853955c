"""Words for one sort of facility ("jail", "prison"), read from data/merge/facilities.toml."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any


@lru_cache(maxsize=1)
def load_facilities() -> dict[str, str]:
    """Word (lower case) -> the word its sort of facility is known by."""
    return {word: group[0] for group in _tree()["groups"] for word in group}


@lru_cache(maxsize=1)
def load_owners() -> frozenset[str]:
    """Words (lower case) that say whose a facility is, or what for."""
    return frozenset(_tree()["owners"])


def _tree() -> dict[str, Any]:
    return tomllib.loads((files("contested.reference") / "data" / "merge" / "facilities.toml").read_text(encoding="utf-8"))
