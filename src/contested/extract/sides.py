"""Who fights whom in one report: the two sides of its war, where the report has just two."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from contested.extract.scene import Scene
from contested.records import ActorRef, Claim
from contested.reference.actor_words import actor_words

_Key = TypeVar("_Key")
_MAIN_SHARE = 0.6
_STEM = 5  # letters that an unlisted country shares with its adjective ("Zembria", "Zembrian")
_WIDEST = ("forces", "army", "military", "troops", "soldiers", "police")
_GROUPS = frozenset({"rebel_group", "political_militia", "identity_militia", "private_force"})
_STATES = frozenset({"state_force", "government", "external_force"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The sides one report speaks of. `pair`: the two that fight each other, the one that acts more first, None where it is not plain which two.

    `names`: how to call each; `airmen`: the air force of a state's side, where the report names it.
    """

    pair: tuple[str, str] | None = None
    names: dict[str, ActorRef] = field(default_factory=dict)
    airmen: dict[str, ActorRef] = field(default_factory=dict)

    def side_of(self, ref: ActorRef | None) -> str | None:
        """The side somebody is on, None for civilians and for whoever is on neither."""
        return _side(ref) if ref is not None else None

    def against(self, side: str | None) -> ActorRef | None:
        """Whom a side of the pair fights."""
        if self.pair is None or side not in self.pair:
            return None
        return self.names[self.pair[1] if side == self.pair[0] else self.pair[0]]

    def in_the_air(self) -> ActorRef | None:
        """Whose aircraft an unnamed aircraft is: the one state's of the pair; None where two states fight, or none does."""
        states = [side for side in self.pair or () if side.startswith("state:")]
        return self.airmen.get(states[0], self.names[states[0]]) if len(states) == 1 else None

    def forces_of(self, side: str) -> ActorRef | None:
        """A state's forces as a whole, if the report speaks of them."""
        ref = self.names.get(side)
        return ref if ref is not None and ref.kind == "state_force" and ref.name.split()[-1] in _WIDEST else None

    @property
    def both(self) -> str | None:
        """The names of the two sides, joined."""
        return " and ".join(self.names[side].name for side in self.pair) if self.pair else None


def sides_of(scene: Scene, claims: Sequence[Claim]) -> Sides:
    """The sides of a report, from whom it names and who does what to whom in its claims."""
    counted: Counter[str] = Counter()
    refs: dict[str, list[ActorRef]] = {}
    for actor in scene.marks.actors:
        side = _side(actor.ref)
        if side is not None and actor.ref is not None and actor.ref.name.split()[-1] not in _offices():
            counted[side] += 1
            refs.setdefault(side, []).append(actor.ref)
    named = {side for side in counted if not side.startswith("state:") and any(ref.name[:1].isupper() for ref in refs[side])}
    known = {side: n for side, n in counted.items() if side.startswith("state:") or side in named or not named}
    _join_unnamed_state(known)
    names = {side: _widest(refs[side]) for side in known}
    airmen = {side: ref for side in known for ref in refs[side] if ref.name.endswith("air force")}
    pair = _pair(known, claims)
    if pair is not None:
        deeds = Counter(side for claim in claims if (side := _side(claim.actor_ref)) in pair)
        pair = (pair[1], pair[0]) if deeds[pair[1]] > deeds[pair[0]] else pair
    return Sides(pair=pair, names=names, airmen=airmen)


@cache
def _offices() -> frozenset[str]:
    """The last words for who serves a side without being it ("officers")."""
    return frozenset(word.name.split()[-1] for word in actor_words().values() if word.role in ("official", "party"))


def _side(ref: ActorRef | None) -> str | None:
    if ref is None:
        return None
    if ref.kind in _STATES and (ref.kind != "external_force" or len(ref.countries) == 1):
        land = ref.name.split()[0][:_STEM] if not ref.countries and ref.name[:1].isupper() else ""
        return f"state:{ref.countries[0] if ref.countries else land}"
    if ref.kind in _GROUPS or ref.kind == "external_force":
        return f"group:{ref.key or ref.name}"
    return None


def _join_unnamed_state(known: dict[str, int]) -> None:
    """"The army" is that of the one state that is named; where two are, it is nobody's."""
    unnamed = known.pop("state:", None)
    states = [side for side in known if side.startswith("state:")]
    if unnamed is None:
        return
    if len(states) == 1:
        known[states[0]] += unnamed
    elif not states:
        known["state:"] = unnamed


def _pair(known: dict[str, int], claims: Sequence[Claim]) -> tuple[str, str] | None:
    """The two sides that act on each other in most claims; else the one group and the one state that prevail; else the only two."""
    acts = Counter(
        (min(a, b), max(a, b)) for claim in claims
        if (a := _side(claim.actor_ref)) in known and (b := _side(claim.target_ref)) in known and a is not None and b is not None and a != b
    )  # fmt: skip
    best = _majority(acts)
    if best is not None and acts[best] > 1:
        return best
    groups = {side: n for side, n in known.items() if not side.startswith("state:")}
    states = {side: n for side, n in known.items() if side.startswith("state:")}
    deeds = Counter(side for claim in claims if (side := _side(claim.actor_ref)) in states)
    group, state = _majority(Counter(groups)), _majority(Counter(states)) or _majority(deeds)
    if group is not None and state is not None:
        return state, group
    if best is not None:
        return best
    return (min(known), max(known)) if len(known) == 2 else None


def _majority(votes: Counter[_Key]) -> _Key | None:
    """What most of the votes are for; None where it is not most by far."""
    if not votes:
        return None
    best, most = votes.most_common(1)[0]
    return best if most >= _MAIN_SHARE * votes.total() else None


def _widest(refs: Sequence[ActorRef]) -> ActorRef:
    """A state's side under the widest name of its forces, a group under its usual one."""
    counted = Counter(refs)

    def narrowness(ref: ActorRef) -> tuple[bool, bool, int, int]:
        word = ref.name.split()[-1]
        wide = _WIDEST.index(word) if ref.kind in _STATES and word in _WIDEST else len(_WIDEST)
        return (not ref.name[:1].isupper(), ref.kind == "government", wide, -counted[ref])

    return min(counted, key=narrowness)
