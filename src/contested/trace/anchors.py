"""Candidates for rewrites: reports that share rare anchors, which a rewriter keeps: a rare word, two words side by side.

Everything is done a block at a time, so that memory stays small where reports are many.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from contested.trace.grouping import Couples, couples_within, firsts_of, lengths_of
from contested.trace.sketch import Hashes, Indices, Sketches

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
_OWNER_MASK = np.uint64((1 << 24) - 1)
_LOT_BITS = np.uint64(40)
_PARTS = 8
_BLOCK = 2_500

Numbers = NDArray[np.uint64]


def find_by_anchors(sketches: Sketches, days: NDArray[np.int64]) -> Couples:
    """Couples of reports that share enough anchors, the rarer an anchor the more it counts. `days` is the day of each report as a number, ascending,
    -1 where unknown.

    An anchor that many reports of its time hold couples none; of a long report's anchors a sample counts, drawn alike from every report and the
    rarer the likelier. Linear in the reports.
    """
    reports = len(sketches.words)
    limit = min(_COMMON, max(_COMMON_FLOOR, int(reports * _COMMON_SHARE)))
    parts = [_shared(held, days, limit) for held in _held(sketches)]
    held, holders = np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])
    del parts
    drawn = _drawn(held, holders, reports)
    held, worth = held[drawn], (1 / np.log2(1 + np.maximum(2, holders[drawn]))).astype(np.float32)
    return _enough(held, worth, reports)


def _held(sketches: Sketches) -> Iterator[Numbers]:
    """Each anchor as a hash of forty bits before the report that holds it, sorted, in parts by the hash: the holders of an anchor stand together,
    the earliest first."""
    for part in range(_PARTS):
        kinds = ((sketches.stems, sketches.stem_rows, np.uint64(0)), (sketches.pairs, sketches.pair_rows, _PAIRS_APART))
        yield np.sort(np.concatenate([_of_part(values, rows, apart, part) for values, rows, apart in kinds]))


def _of_part(values: Hashes, rows: Indices, apart: np.uint64, part: int) -> Numbers:
    mine = np.flatnonzero(values % _PARTS == part)
    owners = (np.searchsorted(rows, mine, side="right") - 1).astype(np.uint64)
    return (((values[mine].astype(np.uint64) ^ apart) * _MIX) >> _OWNER_BITS) << _OWNER_BITS | owners


def _owners(held: Numbers) -> NDArray[np.int32]:
    return (held & _OWNER_MASK).astype(np.int32)


def _shared(held: Numbers, days: NDArray[np.int64], limit: int) -> tuple[Numbers, NDArray[np.int16]]:
    """Anchors that several reports hold and not too many of one time, with how many hold them in that time."""
    anchors = held >> _OWNER_BITS
    holders = lengths_of((anchors << np.uint64(12)) ^ (days[_owners(held)] // _PERIOD & 0xFFF).astype(np.uint64))
    shared = (lengths_of(anchors) > 1) & (holders <= limit)
    return held[shared], holders[shared].astype(np.int16)


def _drawn(held: Numbers, holders: NDArray[np.int16], reports: int) -> NDArray[np.int64]:
    """Places of at most so many anchors of each report, in order: those with the lowest lots. A lot is the anchor's own, the same in every report,
    divided by its worth (Efraimidis and Spirakis 2006)."""
    every, found = _owners(held), [np.zeros(0, dtype=np.int64)]
    for start in range(0, reports, _BLOCK):
        mine = np.flatnonzero((every >= start) & (every < start + _BLOCK))
        owners = every[mine]
        chances = (((held[mine] >> _OWNER_BITS) * _MIX) >> np.uint64(11)).astype(np.float64) / float(1 << 53)
        lots = np.minimum(-np.log1p(-chances) * np.log1p(holders[mine]) / 256, 0.999)
        by_owner = np.argsort((owners.astype(np.uint64) << _LOT_BITS) | (lots * float(1 << 40)).astype(np.uint64))
        rank = np.arange(len(by_owner)) - np.searchsorted(owners[by_owner], owners[by_owner])
        found.append(mine[by_owner[rank < _EACH]])
    return np.sort(np.concatenate(found))


def _enough(held: Numbers, worth: NDArray[np.float32], reports: int) -> Couples:
    """Couples whose anchors are worth enough together."""
    owners, anchors, found = _owners(held), held >> _OWNER_BITS, [np.zeros((0, 2), dtype=np.int64)]
    firsts = firsts_of(anchors)
    for start in range(0, reports, _BLOCK):
        later = np.flatnonzero((owners >= start) & (owners < start + _BLOCK))
        places = couples_within(anchors, firsts, later, kept=_KEPT)
        keys = owners[places[:, 0]].astype(np.int64) * reports + owners[places[:, 1]]
        order = np.argsort(keys)
        starts = np.flatnonzero(np.diff(keys[order], prepend=-1))
        sums = np.add.reduceat(worth[places[order, 1]], starts) if len(starts) else np.zeros(0)
        kept = keys[order][starts][sums >= _ENOUGH]
        found.append(np.stack((kept // reports, kept % reports), axis=1))
    return np.concatenate(found)
