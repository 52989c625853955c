"""Which reports are worth comparing: few for each, found without comparing all with all."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

import numpy as np

from contested.records import Report
from contested.trace.anchors import find_by_anchors
from contested.trace.fingerprint import find_by_fingerprint
from contested.trace.prepared import RUN
from contested.trace.sketch import Hashes, Sketches, sketch

_EACH = 6
_LIKE = 0.15


def find_candidates(reports: Sequence[Report], *, new: frozenset[str], window_days: int) -> list[tuple[int, int]]:
    """Pairs of indices, sorted; at least one of each pair is new (by id), both published within the window where both dates are known.

    `reports` are in the order of their publication.
    """
    if len(reports) < 2:
        return []
    sketches = sketch(reports, run=RUN)
    days = np.array([_day(report) for report in reports])
    weights = _Weights(sketches)
    couples = np.unique(np.concatenate((find_by_fingerprint(sketches), find_by_anchors(sketches, days))), axis=0)
    ranked = []
    for a, b in couples.tolist():
        if (reports[a].id in new or reports[b].id in new) and (min(days[a], days[b]) < 0 or abs(days[a] - days[b]) <= window_days):
            like = weights.likeness(a, b)
            if like >= _LIKE:
                ranked.append((-round(like, 6), a, b))
    return _few_each(ranked)


def _few_each(ranked: list[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """The likest first; a report whose place is taken up may still be the likest of another."""
    taken: dict[int, int] = defaultdict(int)
    chosen = []
    for _, a, b in sorted(ranked):
        if taken[a] < _EACH or taken[b] < _EACH:
            taken[a] += 1
            taken[b] += 1
            chosen.append((a, b))
    return sorted(chosen)


class _Weights:
    """What a word is worth: the more the fewer reports hold it."""

    def __init__(self, sketches: Sketches) -> None:
        self._sketches = sketches
        self._known, counts = np.unique(sketches.stems, return_counts=True)
        self._worth = np.log(1 + len(sketches.words) / counts)
        self._masses: dict[int, float] = {}

    def likeness(self, a: int, b: int) -> float:
        """The share of words of content that the shorter has in common with the longer; 1 where neither has any."""
        common = np.intersect1d(self._sketches.stems_of(a), self._sketches.stems_of(b), assume_unique=True)
        least = min(self._mass(a), self._mass(b))
        return self._worth_of(common) / least if least > 0 else 1.0

    def _mass(self, report: int) -> float:
        if report not in self._masses:
            self._masses[report] = self._worth_of(self._sketches.stems_of(report))
        return self._masses[report]

    def _worth_of(self, stems: Hashes) -> float:
        return float(self._worth[np.searchsorted(self._known, stems)].sum())


def _day(report: Report) -> int:
    """A day as a number, -1 where it is unknown."""
    try:
        return date.fromisoformat(report.day).toordinal() if report.day else -1
    except ValueError:
        return -1
