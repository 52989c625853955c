"""Do the counts fit one happening? Tolls rise, so unequal counts across reports are no proof of two."""

from contested.merge.telling import Telling
from contested.records import Count, Reason

_TELLING = 3


def compare_quantities(left: Telling, right: Telling) -> Reason | None:
    """The count that fits worst decides; None where no kind of count stands on both sides."""
    within = left.claim.report == right.claim.report
    reasons = [
        _compare_count(one, other, within=within, later=_higher_is_later(left, right, one, other))
        for one in left.claim.quantities
        for other in right.claim.quantities
        if one.kind == other.kind
    ]
    return min(reasons, key=lambda reason: (reason.score, reason.because)) if reasons else None


def _higher_is_later(left: Telling, right: Telling, one: Count, other: Count) -> bool:
    """Bodies are found for days: a much higher count told on a later day need be no other event."""
    if left.told is None or right.told is None:
        return False
    return left.told > right.told if _size(one) > _size(other) else right.told > left.told


def _compare_count(one: Count, other: Count, *, within: bool, later: bool) -> Reason:
    low, high = sorted((_size(one), _size(other)))
    said = f"{one.kind} {one.wording!r} and {other.wording!r}"
    if low == high and one.low == one.high and other.low == other.high:
        return Reason(score=0.8 if low >= _TELLING else 0.56, because=f"{one.kind}: both {low}")
    if _overlap(one, other):
        return Reason(score=0.58, because=f"{said} fit")
    if high <= 1.5 * low or high - low <= _TELLING:
        return Reason(score=0.35 if within else 0.53, because=f"{said} are close")
    if high <= 3 * low:
        return Reason(score=0.2 if within else 0.4, because=f"{said} differ")
    return Reason(score=0.3 if later and not within else 0.08, because=f"{said} are far apart")


def _size(count: Count) -> int:
    return count.low if count.low is not None else count.high or 0


def _overlap(one: Count, other: Count) -> bool:
    low = max(one.low or 0, other.low or 0)
    highs = [high for high in (one.high, other.high) if high is not None]
    return not highs or low <= min(highs)
