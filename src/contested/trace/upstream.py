"""Which of two reports follows the other."""

from contested.records import Reason, Relation, Report
from contested.reference.outlets import outlet_named


def upstream_of(a: Report, b: Report, *, relation: Relation, whole: Report | None) -> tuple[str | None, Reason | None]:
    """The report that the other follows, and why: the agency itself, the earlier one, or `whole`, the one that holds nearly all of the other and more.

    Of two that share a source neither follows the other. What a longer rewrite has beyond the shorter may be later news, so length tells nothing there.
    """
    if relation == "shared_source":
        return None, None
    for agency, client in ((a, b), (b, a)):
        if agency.outlet and client.agency and _same_outlet(agency.outlet, client.agency) and not _same_outlet(client.outlet, client.agency):
            return agency.id, Reason(score=0.9, because=f"{client.name} credits {client.agency}, which published {agency.name}")
    if earlier := _earlier(a, b):
        return earlier.id, Reason(score=0.7, because=f"{earlier.name} was published first ({earlier.published})")
    if whole is not None:
        part = b if whole is a else a
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
