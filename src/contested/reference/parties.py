"""Whether two names can be one party, and which sides stand against each other, read from data/parties/sides.toml."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Literal

from contested.records import ActorRef

Likeness = Literal["same", "compatible", "unclear", "different", "opposed"]
_WORD = re.compile(r"[^\W_]+")
_OPPOSED = (frozenset({"state", "armed_group"}), frozenset({"external", "armed_group"}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """`kinds`: actor kind -> side; `words`: word of a name -> side; `vague` and `plain` words as the data file explains."""

    kinds: dict[str, str]
    words: dict[str, str]
    vague: frozenset[str]
    plain: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who somebody is said to be, ready to be set beside another. `core`: the words of the name that tell it from others, `words` with the vague ones."""

    name: str
    key: str | None
    words: frozenset[str]
    core: frozenset[str]
    side: str | None
    countries: frozenset[str]
    armed: bool

    @property
    def vague(self) -> bool:
        return not self.core and self.key is None


@lru_cache(maxsize=1)
def load_sides() -> Sides:
    """The bundled table."""
    tree = tomllib.loads((files("contested.reference") / "data" / "parties" / "sides.toml").read_text(encoding="utf-8"))
    return Sides(kinds=tree["kinds"], words=tree["words"], vague=frozenset(tree["parts"]["vague"]), plain=frozenset(tree["parts"]["plain"]))


@lru_cache(maxsize=65536)
def party(name: str | None, ref: ActorRef | None = None, kind: str | None = None) -> Party | None:
    """A party from a name, an entry of the actor list, or both; None where there is neither. `kind` stands in where `ref` is missing."""
    if name is None and ref is None:
        return None
    sides = load_sides()
    words = _WORD.findall((name or (ref.name if ref else "")).casefold())
    said = next((sides.words[word] for word in words if word in sides.words), None)
    side = sides.kinds.get(ref.kind if ref else kind or "", said)
    return Party(
        name=name or (ref.name if ref else ""),
        key=ref.key if ref else None,
        words=frozenset(words) - sides.plain,
        core=frozenset(words) - sides.plain - sides.vague,
        side=side,
        countries=frozenset(ref.countries) if ref else frozenset(),
        armed=side in {"state", "armed_group", "external"},
    )


def likeness(left: Party | None, right: Party | None) -> Likeness:
    """Whether two parties are one. `compatible`: one may be a part or a looser name of the other; `unclear`: the words do not tell."""
    if left is None or right is None:
        return "unclear"
    if (left.key and left.key == right.key) or (left.core and left.words == right.words and not _against(left, right)):
        return "same"
    if left.core and right.core and (left.core <= right.core or right.core <= left.core) and not _against(left, right):
        return "compatible"
    if _against(left, right):
        return "opposed"
    if left.vague or right.vague:
        if (left.side is not None and left.side == right.side) or left.name.casefold() == right.name.casefold():
            return "compatible"
        return "unclear" if left.side is None or right.side is None else "different"
    if left.side is not None and left.side == right.side == "state":
        return "compatible" if left.core & right.core or left.countries & right.countries else "different"
    if left.side is None or right.side is None:
        return "compatible" if left.core & right.core else "unclear"
    return "different"


def opposed(left: Party | None, right: Party | None) -> bool:
    """Two parties that stand on two sides of a fight, as far as their kinds tell."""
    return left is not None and right is not None and likeness(left, right) == "opposed"


def _against(left: Party, right: Party) -> bool:
    if frozenset({left.side, right.side}) in _OPPOSED:
        return True
    return left.side == right.side == "state" and bool(left.countries and right.countries) and not left.countries & right.countries
