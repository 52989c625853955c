"""Is it the same doer?"""

from contested.merge.telling import Telling
from contested.records import Reason
from contested.reference.akin import Akin
from contested.reference.parties import Party, likeness

_SCORE = {"same": 0.65, "compatible": 0.57, "different": 0.25, "opposed": 0.2}


def compare_actors(left: Telling, right: Telling, *, akin: Akin) -> Reason | None:
    """Firmly different where two doers make two happenings (two armies each take a town); otherwise a possible dispute about the doer."""
    one, other = left.claim.event_type, right.claim.event_type
    if one in akin.mutual or other in akin.mutual:
        return _compare_sides(left, right)
    like = likeness(left.actor, right.actor)
    if like == "unclear" or left.actor is None or right.actor is None:
        return None
    firm = like in ("different", "opposed") and one in akin.directional and other in akin.directional
    return Reason(score=0.0 if firm else _SCORE[like], because=_words(left.actor, right.actor, like))


def _compare_sides(left: Telling, right: Telling) -> Reason | None:
    """A fight between A and B is a fight between B and A."""
    ours, theirs = [p for p in (left.actor, left.target) if p], [p for p in (right.actor, right.target) if p]
    pairs = [(likeness(a, b), a, b) for a in ours for b in theirs]
    for wanted in ("same", "compatible"):
        for like, a, b in pairs:
            if like == wanted:
                return Reason(score=_SCORE[like], because=_words(a, b, like))
    if pairs and all(like in ("different", "opposed") for like, _, _ in pairs):
        return Reason(score=_SCORE["different"], because="nobody takes part in both")
    return None


def _words(one: Party, other: Party, like: str) -> str:
    if like == "same":
        return f"both by {one.name}"
    joint = "may be one" if like == "compatible" else "are two"
    return f"{one.name} and {other.name} {joint}"
