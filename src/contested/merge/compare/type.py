"""Do the two speak of one sort of act?"""

from contested.merge.telling import Telling
from contested.records import Reason
from contested.reference.akin import Akin


def compare_type(left: Telling, right: Telling, *, akin: Akin) -> Reason:
    """Firmly different where one happening cannot be both types."""
    one, other = left.claim.event_type, right.claim.event_type
    score = akin.score(one, other)
    if score is None:
        return Reason(score=0.0, because=f"{one} and {other} are different acts")
    return Reason(score=score, because=f"both {one}" if one == other else f"{one} and {other} can be one act")
