"""What two aligned reports are to each other, decided on evidence that can be read."""

from dataclasses import dataclass

from contested.records import Reason, Relation, Report
from contested.reference.outlets import outlet_named
from contested.trace.evidence import Evidence

DERIVED = 0.4
"""From this score on one report repeats the other; two reports that tell of one event in words of their own stay below."""

_SHARED_SOURCE = 0.27
_VERBATIM = 0.75
_PART = 0.35
_SAME_AGENCY = 0.08
_ALMOST_ALL = 0.9
_NOT_ALL = 0.8
_DETAIL = 0.5
_SOME_VERBATIM = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A relation, how sure (0..1), and why."""

    relation: Relation
    score: float
    reasons: tuple[Reason, ...]


def decide(evidence: Evidence) -> Verdict | None:
    """The relation, None where the reports are independent as far as their words tell.

    Told in other words with the same order and the same detail is a rewrite; the same facts in another order, or a few sentences of many, are not.
    """
    reasons = _reasons(evidence)
    if evidence.identical and evidence.pairs:
        return Verdict(relation="duplicate", score=1.0, reasons=(Reason(score=1.0, because="both have the same words in the same order"),))
    score = likeness(evidence)
    verbatim = evidence.verbatim >= _VERBATIM
    same_detail = evidence.closeness >= _DETAIL or evidence.verbatim >= _SOME_VERBATIM
    if score >= DERIVED and same_detail:
        partial = evidence.share < _PART
        if partial and verbatim:
            own = Reason(score=0.6, because="each has more of its own than of what they share word for word")
            return Verdict(relation="shared_source", score=score, reasons=(*reasons, own))
        return Verdict(relation="copy" if verbatim else "rewrite", score=score, reasons=reasons)
    if evidence.pairs > 1 and score >= _SHARED_SOURCE and (evidence.same_agency or (verbatim and evidence.pairs > 2)):
        return Verdict(relation="shared_source", score=score, reasons=reasons)
    return None


def likeness(evidence: Evidence) -> float:
    """0..1: how much of the report that is covered more stands in like sentences in like order, and how much of the wording is kept.

    One pair of sentences is half the proof that many are: the first sentences of two reports of one event are always alike.
    """
    if not evidence.pairs:
        return 0.0
    told_alike = evidence.share * evidence.closeness * (0.5 + 0.5 * evidence.order) * evidence.pairs / (evidence.pairs + 1)
    worded_alike = 0.3 * evidence.phrasing + 0.25 * evidence.verbatim * evidence.share
    return min(1.0, told_alike + worded_alike + (_SAME_AGENCY if evidence.same_agency else 0.0))


def upstream_of(a: Report, b: Report, evidence: Evidence, *, relation: Relation) -> tuple[str | None, Reason | None]:
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
    for part, whole, share_part, share_whole in ((a, b, evidence.share_a, evidence.share_b), (b, a, evidence.share_b, evidence.share_a)):
        if relation == "copy" and share_part >= _ALMOST_ALL and share_whole < _NOT_ALL and evidence.pairs > 2:
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


def _reasons(evidence: Evidence) -> tuple[Reason, ...]:
    found = [
        Reason(score=evidence.share, because=f"{evidence.share_a:.0%} of a and {evidence.share_b:.0%} of b stand in {evidence.pairs} sentences that both have"),
        Reason(score=evidence.closeness, because=f"these sentences are {evidence.closeness:.0%} alike, rare words counting most"),
        Reason(score=evidence.order, because=f"{evidence.order:.0%} of them come in the same order"),
        Reason(score=evidence.verbatim, because=f"{evidence.verbatim:.0%} of their words stand in runs of five or more that both have"),
        Reason(score=evidence.phrasing, because=f"{evidence.phrasing:.0%} of the pairs of neighbouring words of the shorter are in the longer"),
    ]
    if evidence.same_agency:
        found.append(Reason(score=0.8, because=f"both credit {evidence.same_agency}"))
    return tuple(found)
