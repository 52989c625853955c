"""Which reports are worth comparing: few for each, found without comparing all with all."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from contested.trace.anchors import find_by_anchors
from contested.trace.fingerprint import find_by_fingerprint
from contested.trace.prepared import Prepared

_EACH = 6
_LIKE = 0.06
_LIKE_SHORT = 0.12
_SHORT = 40


def find_candidates(reports: Sequence[Prepared], *, new: frozenset[str], window_days: int) -> list[tuple[int, int]]:
    """Pairs of indices, sorted; at least one of each pair is new (by id), both published within the window where both dates are known."""
    found = set()
    for index, other in find_by_fingerprint(reports):
        found.add((other, index))
    for index, other, _ in find_by_anchors(reports):
        found.add((other, index))
    ranked = []
    for a, b in found:
        left, right = reports[a], reports[b]
        if (left.report.id in new or right.report.id in new) and _within(left, right, window_days) and (like := _likeness(left, right)):
            ranked.append((-round(like, 6), a, b))
    taken: dict[int, int] = defaultdict(int)
    chosen = []
    for _, a, b in sorted(ranked):
        if taken[a] < _EACH or taken[b] < _EACH:
            taken[a] += 1
            taken[b] += 1
            chosen.append((a, b))
    return sorted(chosen)


def _likeness(a: Prepared, b: Prepared) -> float:
    """The share of neighbouring words of content that the shorter has in common with the longer; 0 where too little to look closer."""
    shorter, longer = sorted((a.pairs, b.pairs), key=len)
    if not shorter:
        return 1.0 if a.words == b.words else 0.0
    like = len(shorter & longer) / len(shorter)
    return like if like >= (_LIKE_SHORT if len(shorter) < _SHORT else _LIKE) else 0.0


def _within(a: Prepared, b: Prepared, window_days: int) -> bool:
    left, right = _day(a), _day(b)
    return left is None or right is None or abs((left - right).days) <= window_days


def _day(prepared: Prepared) -> date | None:
    day = prepared.report.day
    try:
        return date.fromisoformat(day) if day else None
    except ValueError:
        return None
