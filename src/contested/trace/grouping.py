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
    return order[couples_within(keys, firsts_of(keys), np.arange(len(keys)), kept=kept)]


def couples_within(keys: NDArray[np.uint64], firsts: NDArray[np.int32], later: NDArray[np.int64], *, kept: int) -> Couples:
    """The same for keys that are sorted, and only couples whose later place is one of `later`; `firsts` as `firsts_of` gives them."""
    found = []
    for back in range(1, kept + 1):
        at = later[later >= back]
        at = at[keys[at] == keys[at - back]]
        found.append(np.stack((at - back, at), axis=1))
    far = later[later - firsts[later] > kept]
    return np.concatenate([*found, np.stack((firsts[far], far), axis=1)])


def firsts_of(keys: NDArray[np.uint64]) -> NDArray[np.int32]:
    """For each place of sorted keys the first place with its key."""
    starts = _starts(keys)
    return np.repeat(starts.astype(np.int32), np.diff(np.append(starts, len(keys))))


def lengths_of(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    """For each place of sorted keys how long its run of one key is."""
    lengths = np.diff(np.append(_starts(keys), len(keys)))
    return np.repeat(lengths, lengths)


def _starts(keys: NDArray[np.uint64]) -> NDArray[np.int64]:
    return np.flatnonzero(np.concatenate((np.ones(min(1, len(keys)), dtype=bool), keys[1:] != keys[:-1])))
