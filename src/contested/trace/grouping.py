"""Couples from groups: members of a group that stand near each other, never all with all."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Couples: TypeAlias = NDArray[np.int64]
"""Shape (n, 2): two indices, the lower first."""


def couples_of(keys: NDArray[np.uint64], *, kept: int) -> Couples:
    """Places with one key are a group; each is coupled with the `kept` places of its group before it and with the first. Gives places in `keys`."""
    order = np.argsort(keys, kind="stable")
    return order[couples_within(keys[order], np.ones(len(keys), dtype=bool), kept=kept)]


def couples_within(keys: NDArray[np.uint64], later: NDArray[np.bool_], *, kept: int) -> Couples:
    """The same for keys that are sorted, and only couples whose later place is marked in `later`."""
    found = []
    for back in range(1, kept + 1):
        at = np.flatnonzero((keys[back:] == keys[:-back]) & later[back:])
        found.append(np.stack((at, at + back), axis=1))
    firsts = np.arange(len(keys)) - _ranks(keys)
    far = np.flatnonzero(later & (np.arange(len(keys)) - firsts > kept))
    return np.concatenate([*found, np.stack((firsts[far], far), axis=1)])


def lengths_of(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """For each place of sorted keys how long its run of one key is."""
    lengths = np.diff(np.append(_starts(keys), len(keys)))
    return np.repeat(lengths, lengths)


def _ranks(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """For each place of sorted keys how many of its run stand before it."""
    starts = _starts(keys)
    return np.arange(len(keys)) - np.repeat(starts, np.diff(np.append(starts, len(keys))))


def _starts(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    return np.flatnonzero(np.concatenate((np.ones(min(1, len(keys)), dtype=bool), keys[1:] != keys[:-1])))
