"""Is it done to the same?"""

from contested.merge.telling import Telling
from contested.records import Reason, TargetKind
from contested.reference.akin import Akin
from contested.reference.parties import likeness

_PLACES: frozenset[TargetKind] = frozenset({"settlement", "facility", "district", "region", "road"})
_NEARLY = (frozenset({"settlement", "district"}), frozenset({"district", "region"}))


def compare_targets(left: Telling, right: Telling, *, akin: Akin) -> Reason | None:
    """A city, its port and "six market towns" are three targets: firmly different where the act is about the place."""
    territorial = left.claim.event_type in akin.territorial and right.claim.event_type in akin.territorial
    if territorial and (apart := _compare_extent(left, right)):
        return apart
    if left.sorts and right.sorts and not left.sorts & right.sorts:
        words = f"{_said(left)} and {_said(right)} are two targets"
        return Reason(score=0.0 if territorial else 0.25, because=words)
    if left.claim.event_type in akin.mutual or right.claim.event_type in akin.mutual:
        return None  # both sides of a fight are weighed as its doers
    return _compare_words(left, right)


def _compare_extent(left: Telling, right: Telling) -> Reason | None:
    one, other = left.claim.target_kind, right.claim.target_kind
    if left.many != right.many:
        return Reason(score=0.0, because="one counts several places, the other is one of them")
    if one == other or one not in _PLACES or other not in _PLACES:
        return None
    if frozenset({one, other}) in _NEARLY:
        return Reason(score=0.3, because=f"a {one} and a {other}")
    return Reason(score=0.0, because=f"a {one} is not a {other}")


def _compare_words(left: Telling, right: Telling) -> Reason | None:
    one, other = left.claim.target_name, right.claim.target_name
    if one is None or other is None:
        return None
    like = likeness(left.target, right.target)
    shared = left.target_words & right.target_words
    if one.casefold() == other.casefold() or like == "same":
        armed = left.target is not None and left.target.armed
        # An army is hit every day, a bridge once; a target that is but the place is weighed as the place.
        return Reason(score=0.6 if armed or not (left.target_words and right.target_words) else 0.75, because=f"both to {one}")
    if like == "opposed":
        return Reason(score=0.2, because=f"{one} and {other} stand on two sides")
    if shared and len(shared) * 2 >= min(len(left.target_words), len(right.target_words)):
        return Reason(score=0.68, because=f"{one} and {other} share {', '.join(sorted(shared))}")
    if like == "different":
        return Reason(score=0.35, because=f"{one} and {other} are two")
    return None


def _said(telling: Telling) -> str:
    return telling.claim.target_name or "something"
