"""Which event types may speak of one happening, read from data/merge/akin.toml."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from contested.errors import DataError
from contested.records import Claim

_TRAITS = ("territorial", "directional", "mutual", "lasting", "gain", "loss")


@dataclass(frozen=True, slots=True, kw_only=True)
class Akin:
    """`pairs`: two types, sorted -> 0..1; `ranks`: how much a type says (unlisted: 1). The sets are traits of types; the data file explains them."""

    same: float
    pairs: dict[tuple[str, str], float]
    ranks: dict[str, int]
    families: dict[str, str]
    territorial: frozenset[str]
    directional: frozenset[str]
    mutual: frozenset[str]
    lasting: frozenset[str]
    gain: frozenset[str]
    loss: frozenset[str]

    def score(self, left: str, right: str) -> float | None:
        """How readily two types speak of one happening (0..1), None where they cannot."""
        if left == right:
            return self.same
        return self.pairs.get((left, right) if left < right else (right, left))

    def family(self, event_type: str) -> str:
        """One name for all types that are akin, however many steps apart: types of two families never speak of one happening."""
        return self.families.get(event_type, event_type)

    def rank(self, event_type: str) -> int:
        return self.ranks.get(event_type, 1)


def takes_several(claim: Claim) -> bool:
    """A count of several places taken ("10 towns"): the claim is of none of them by itself."""
    return claim.event_type in load_akin().territorial and any(count.kind == "seized" and (count.low or 0) >= 2 for count in claim.quantities)


@lru_cache(maxsize=1)
def load_akin() -> Akin:
    """The bundled table. Raises DataError where it is broken."""
    where = "merge/akin.toml"
    tree = tomllib.loads((files("contested.reference") / "data" / "merge" / "akin.toml").read_text(encoding="utf-8"))
    pairs = {}
    for names, score in tree["pairs"].items():
        two = tuple(names.split())
        if len(two) != 2 or list(two) != sorted(two) or not 0 < score < 1:
            raise DataError(where, f"{names!r} = {score!r}: expected two sorted types and a number between 0 and 1")
        pairs[(two[0], two[1])] = float(score)
    traits = {name: frozenset(tree["traits"][name]) for name in _TRAITS}
    return Akin(same=tree["same"], pairs=pairs, ranks=tree["rank"], families=_families(pairs), **traits)


def _families(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Type -> the first type (by name) of those it is linked to."""
    groups: list[set[str]] = []
    for pair in pairs:
        touched = [group for group in groups if group & set(pair)]
        groups = [group for group in groups if group not in touched] + [set(pair).union(*touched)]
    return {event_type: min(group) for group in groups for event_type in group}
