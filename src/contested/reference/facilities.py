"""Words for one sort of facility ("jail", "prison"), read from data/merge/facilities.toml."""

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def load_facilities() -> dict[str, str]:
    """Word (lower case) -> the word its sort of facility is known by."""
    tree = tomllib.loads((files("contested.reference") / "data" / "merge" / "facilities.toml").read_text(encoding="utf-8"))
    return {word: group[0] for group in tree["groups"] for word in group}
