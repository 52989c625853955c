"""Which of two reports follows the other."""

from contested.records import Reason, Relation, Report
from contested.reference.outlets import outlet_named
from contested.trace.evidence import Evidence

_ALMOST_ALL = 0.9
_NOT_ALL = 0.8
_FEWEST = 3


def upstream_of(a: Report, b: Report, evidence: Evidence, *, relation: Relation, a_is_shorter: bool) -> tuple[str | None, Reason | None]:
    """The report that the other follows, and why: the agency itself, the earlier one, or of a copy the one that holds all of the other and more.

    Of two that share a source neither follows the other. What a longer rewrite has beyond the shorter may be later news, so length tells nothing there.
    """
    if relation == "shared_source":
        return None, None
    for agency, client in ((a, b), (b, a)):
        if agency.outlet and client.agency and _same_outlet(agency.outlet, client.agency) and not _same_outlet(client.outlet, client.agency):
            return agency.id, Reason(score=0.9, because=f"{client.name} credits {client.agency}, which published {agency.name}")
    if earlier := _earlier(a, b):
        return earlier.id, Reason(score=0.7, because=f"{earlier.name} was published first ({earlier.published})")
    part, whole = (a, b) if a_is_shorter else (b, a)
    if relation == "copy" and evidence.told_shorter >= _ALMOST_ALL and evidence.told_longer < _NOT_ALL and evidence.pairs >= _FEWEST:
        return whole.id, Reason(score=0.6, because=f"{whole.name} holds nearly all of {part.name}, and more")
    return None, None


def _same_outlet(outlet: str | None, agency: str) -> bool:
    known = outlet_named(outlet) if outlet else None
    return known is not None and known.name == agency


def _earlier(a: Report, b: Report) -> Report | None:
    if a.published is None or b.published is None:
        return None
    known = min(len(a.published), len(b.published))
    left, right = a.published[:known], b.published[:known]
    return None if left == right else a if left < right else b
