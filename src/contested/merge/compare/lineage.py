"""Does one sentence repeat the other?"""

from contested.merge.telling import Telling
from contested.records import Reason


def compare_lineage(left: Telling, right: Telling) -> Reason | None:
    """Aligned sentences of kin reports carry one content; speaks only for one happening."""
    if any(report == right.claim.report and span.overlaps(right.claim.sentence) for report, span in left.partners):
        return Reason(score=0.9, because="one sentence repeats the other")
    return None
