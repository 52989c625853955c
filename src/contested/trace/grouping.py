"""Couples from groups: members of a group that stand near each other, never all with all."""

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Couples: TypeAlias = NDArray[np.int64]
"""Shape (n, 2): two indices, the lower first."""


def couples_of(keys: NDArray[np.uint64], *, kept: int) -> Couples:
    """Places with one key are a group; each is coupled with the `kept` places of its group before it and with the first. Gives places in `keys`."""
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    is_first = np.concatenate((np.ones(min(1, len(keys)), dtype=bool), keys[1:] != keys[:-1]))
    first = np.maximum.accumulate(np.where(is_first, np.arange(len(keys)), 0))
    found = [np.stack((order[:-back], order[back:]), axis=1)[keys[back:] == keys[:-back]] for back in range(1, kept + 1)]
    far = np.arange(len(keys)) - first > kept
    return np.concatenate([*found, np.stack((order[first[far]], order[far]), axis=1)])


def lengths_of(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """For each place of sorted keys how long its run of one key is."""
    starts = np.flatnonzero(np.concatenate((np.ones(min(1, len(keys)), dtype=bool), keys[1:] != keys[:-1])))
    lengths = np.diff(np.append(starts, len(keys)))
    return np.repeat(lengths, lengths)
