"""Words of states of control ("holds", "in the hands of", "stronghold"), read from data/control/states.toml."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """Lemmas in small letters. `phrasal` are word sequences; the rest as the file explains."""

    verbs: frozenset[str]
    loose_verbs: frozenset[str]
    phrasal: tuple[tuple[str, ...], ...]
    having: frozenset[str]
    power: frozenset[str]
    places_of_power: frozenset[str]
    joined: frozenset[str]
    strongholds: frozenset[str]
    weak_strongholds: frozenset[str]
    contested: frozenset[str]
    parts: frozenset[str]
    past: frozenset[str]


@lru_cache(maxsize=1)
def load_states() -> States:
    """The bundled words."""
    tree = tomllib.loads((files("contested.reference") / "data" / "control" / "states.toml").read_text(encoding="utf-8"))
    held, words = tree["held"], tree["words"]
    return States(
        verbs=frozenset(held["verbs"]), loose_verbs=frozenset(held["loose_verbs"]), phrasal=tuple(tuple(words.split()) for words in held["phrasal"]),
        having=frozenset(held["having"]), power=frozenset(held["power"]), places_of_power=frozenset(held["places_of_power"]),
        joined=frozenset(held["joined"]), strongholds=frozenset(held["strongholds"]), weak_strongholds=frozenset(held["weak_strongholds"]),
        contested=frozenset(tree["contested"]["said_of"]), parts=frozenset(words["parts"]), past=frozenset(words["past"]),
    )
