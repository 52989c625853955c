"""Couples from groups, and the lengths of runs."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contested.trace.grouping import couples_of, lengths_of


def _couples(keys: list[int], kept: int) -> set[tuple[int, int]]:
    found = couples_of(np.array(keys, dtype=np.uint64), kept=kept)
    assert found.shape[1] == 2
    return {(a, b) for a, b in found.tolist()}


def _lengths(keys: list[int]) -> list[int]:
    return lengths_of(np.array(keys, dtype=np.uint64)).tolist()


def test_places_with_one_key_are_coupled_and_others_are_not() -> None:
    assert _couples([7, 8, 7, 9, 8], 4) == {(0, 2), (1, 4)}


def test_no_keys_and_different_keys_give_no_couples() -> None:
    assert _couples([], 3) == set()
    assert _couples([5], 3) == set()
    assert _couples([5, 6, 7], 3) == set()


def test_a_small_group_is_coupled_all_with_all() -> None:
    assert _couples([1, 1, 1, 1], 3) == {(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)}


def test_in_a_crowd_each_is_coupled_with_the_few_before_it_and_with_the_first() -> None:
    found = _couples([1] * 50, 2)
    assert {pair for pair in found if pair[1] == 30} == {(29, 30), (28, 30), (0, 30)}
    assert len(found) < 50 * 3


@pytest.mark.parametrize("kept", [1, 4])
def test_a_crowd_twice_as_large_has_twice_as_many_couples(kept: int) -> None:
    small, large = len(_couples([1] * 500, kept)), len(_couples([1] * 1000, kept))
    assert small < 500 * (kept + 1)
    assert large / small == pytest.approx(2, abs=0.05)


_KEYS = st.lists(st.integers(0, 6), max_size=60)


@settings(deadline=None, derandomize=True)
@given(_KEYS, st.integers(1, 5))
def test_couples_are_of_one_key_the_lower_first_and_each_told_once(keys: list[int], kept: int) -> None:
    found = [tuple(pair) for pair in couples_of(np.array(keys, dtype=np.uint64), kept=kept).tolist()]
    assert all(a < b and keys[a] == keys[b] for a, b in found)
    assert len(found) == len(set(found))


@settings(deadline=None, derandomize=True)
@given(_KEYS, st.integers(1, 5))
def test_couples_join_the_whole_of_every_group(keys: list[int], kept: int) -> None:
    group = list(range(len(keys)))
    for a, b in sorted(_couples(keys, kept)):
        group[b] = min(group[b], group[a])
    assert all(group[at] == keys.index(key) for at, key in enumerate(keys))


def test_a_run_of_one_key_is_as_long_at_each_of_its_places() -> None:
    assert _lengths([3, 3, 5, 9, 9, 9]) == [2, 2, 1, 3, 3, 3]
    assert _lengths([]) == []


@settings(deadline=None, derandomize=True)
@given(_KEYS)
def test_lengths_of_sorted_keys_are_how_often_each_occurs(keys: list[int]) -> None:
    ordered = sorted(keys)
    assert _lengths(ordered) == [ordered.count(key) for key in ordered]
