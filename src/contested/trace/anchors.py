"""Candidates for rewrites: reports that share rare anchors, which a rewriter keeps: a rare word, two words side by side."""

import numpy as np
from numpy.typing import NDArray

from contested.trace.grouping import Couples, couples_of, lengths_of
from contested.trace.sketch import Indices, Numbers, Sketches

_EACH = 120
_KEPT = 4
_COMMON = 200
_COMMON_SHARE = 0.05
_COMMON_FLOOR = 40
_ENOUGH = 1.3
_PERIOD = 28
_PAIRS_APART = np.uint64(0x5BD1E995)
_MIX = np.uint64(0xD6E8FEB86659FD93)
_OWNER_BITS = np.uint64(24)
_LOT_BITS = np.uint64(40)
_BLOCK = 20_000


def find_by_anchors(sketches: Sketches, days: NDArray[np.int64]) -> Couples:
    """Couples of reports that share enough anchors, the rarer an anchor the more it counts. `days` is the day of each report as a number, ascending,
    -1 where unknown.

    An anchor that many reports of its time hold couples none; of a long report's anchors a sample counts, drawn alike from every report and the
    rarer the likelier. Linear in the reports.
    """
    reports = len(sketches.words)
    held = np.sort(np.concatenate((_held(sketches.stems, sketches.stem_rows), _held(sketches.pairs ^ _PAIRS_APART, sketches.pair_rows))))
    anchors, owners = held >> _OWNER_BITS, (held & np.uint64((1 << 24) - 1)).astype(np.int64)
    holders = lengths_of((anchors << np.uint64(12)) ^ (days[owners] // _PERIOD & 0xFFF).astype(np.uint64))
    limit = min(_COMMON, max(_COMMON_FLOOR, int(reports * _COMMON_SHARE)))
    shared = (lengths_of(anchors) > 1) & (holders <= limit)
    anchors, owners, holders = anchors[shared], owners[shared], holders[shared]
    drawn = _drawn(anchors, owners, holders)
    return _enough(anchors[drawn], owners[drawn], 1 / np.log2(1 + np.maximum(2, holders[drawn])), reports)


def _held(anchors: Numbers, rows: Indices) -> Numbers:
    """Each anchor as a hash of forty bits before the report that holds it: sorting brings the holders of an anchor together, the earliest first."""
    owners = np.repeat(np.arange(len(rows) - 1, dtype=np.uint64), np.diff(rows))
    return ((anchors * _MIX) >> _OWNER_BITS) << _OWNER_BITS | owners


def _drawn(anchors: Numbers, owners: NDArray[np.int64], holders: NDArray[np.int64]) -> NDArray[np.int64]:
    """Places of at most so many anchors of each report: those with the lowest lots. A lot is the anchor's own, the same in every report, divided by
    its worth (Efraimidis and Spirakis 2006)."""
    chances = ((anchors * _MIX) >> np.uint64(11)).astype(np.float64) / float(1 << 53)
    lots = np.minimum(-np.log1p(-chances) * np.log1p(holders) / 256, 0.999)
    by_owner = np.argsort((owners.astype(np.uint64) << _LOT_BITS) | (lots * float(1 << 40)).astype(np.uint64))
    rank = np.arange(len(by_owner)) - np.searchsorted(owners[by_owner], owners[by_owner])
    return np.sort(by_owner[rank < _EACH])


def _enough(anchors: Numbers, owners: NDArray[np.int64], worth: NDArray[np.float64], reports: int) -> Couples:
    """Couples whose anchors are worth enough together; some reports at a time, so that memory stays small."""
    places = couples_of(anchors, kept=_KEPT)
    found = []
    later = owners[places[:, 1]]
    for start in range(0, reports, _BLOCK):
        block = places[(later >= start) & (later < start + _BLOCK)]
        keys = owners[block[:, 0]] * reports + owners[block[:, 1]]
        order = np.argsort(keys)
        firsts = np.flatnonzero(np.diff(keys[order], prepend=-1))
        sums = np.add.reduceat(worth[block[order, 1]], firsts) if len(firsts) else np.zeros(0)
        kept = keys[order][firsts][sums >= _ENOUGH]
        found.append(np.stack((kept // reports, kept % reports), axis=1))
    return np.concatenate(found)
