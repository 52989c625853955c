"""Words that point back: "the blast" is the blast told of before."""

from contested.merge.telling import Telling
from contested.records import Reason

_NEXT, _NEAR = 400, 1500


def compare_definite(left: Telling, right: Telling) -> Reason | None:
    """Within a report, the nearer the earlier telling the stronger; speaks only for one happening."""
    if left.claim.report != right.claim.report or left.claim.sentence == right.claim.sentence:
        return None
    first, second = (left, right) if left.claim.sentence < right.claim.sentence else (right, left)
    if not second.definite:
        return None
    distance = second.claim.sentence.start - first.claim.sentence.end
    score = 0.76 if distance <= _NEXT else 0.66 if distance <= _NEAR else 0.56
    return Reason(score=score, because="the later words point back")
