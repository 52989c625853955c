"""Do both speak of something that happened, or both of something that may?"""

from contested.merge.telling import Telling
from contested.records import Reason


def compare_reality(left: Telling, right: Telling) -> Reason | None:
    """What is planned or feared is not what happened. A denial belongs to what it denies, and a suspicion of the past to what it suspects."""
    if {left.reality, right.reality} == {"real", "unreal"} or {left.reality, right.reality} == {"open", "unreal"}:
        return Reason(score=0.0, because="one happened, the other is planned or feared")
    return None
