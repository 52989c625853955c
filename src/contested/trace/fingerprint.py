"""Candidates for copies: reports that share runs of five words, found by MinHash bands without comparing all with all."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rensa import RMinHash

from contested.trace.prepared import Prepared

_PERMUTATIONS = 64
_ROWS = 2
_SEED = 20
_KEPT = 6


def find_by_fingerprint(reports: Sequence[Prepared]) -> Iterator[tuple[int, int]]:
    """Pairs of indices (later, earlier) of reports that share a band. Of a crowded band the first and the last few are paired: linear in the reports."""
    bands: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for index, report in enumerate(reports):
        if not report.shingles:
            continue
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        sketch.update(sorted(report.shingles))
        digest = sketch.digest()
        for at in range(0, _PERMUTATIONS, _ROWS):
            holders = bands[(at, *digest[at : at + _ROWS])]
            for other in nearest(holders, _KEPT):
                yield index, other
            holders.append(index)


def nearest(holders: Sequence[int], kept: int) -> Sequence[int]:
    """The first and the last few of a list: enough to hold a crowd together without pairing all of it."""
    return holders if len(holders) <= 2 * kept else [*holders[:kept], *holders[-kept:]]
