"""Candidates for copies: reports that share runs of five words, found by MinHash bands without comparing all with all."""

import numpy as np

from contested.trace.grouping import Couples, couples_of
from contested.trace.sketch import PERMUTATIONS, Sketches

_ROWS = 2
_KEPT = 4


def find_by_fingerprint(sketches: Sketches) -> Couples:
    """Couples of reports that share a band of their MinHash. Of a crowded band each report is coupled with the few before it: linear in the reports."""
    present = np.flatnonzero(sketches.has_runs)
    digests = sketches.digests[present].astype(np.uint64)
    found = [couples_of(digests[:, at] << np.uint64(32) | digests[:, at + 1], kept=_KEPT) for at in range(0, PERMUTATIONS, _ROWS)]
    return np.unique(present[np.concatenate(found)], axis=0)
