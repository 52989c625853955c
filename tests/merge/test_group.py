"""How judged pairs become groups."""

from contested.merge.group import group_pairs
from contested.merge.judge import Judgement


def judged(score: float) -> Judgement:
    return Judgement(score=score, firm=False, reasons=())


def members(count: int, pairs: dict[tuple[int, int], float], *, forbidden: frozenset[tuple[int, int]] = frozenset()) -> list[list[int]]:
    groups = group_pairs(
        count, [(pair, judged(score)) for pair, score in pairs.items()], shapes=range(count), same=0.5,
        forbids=lambda i, j: (min(i, j), max(i, j)) in forbidden,
    )
    return sorted(sorted(group.members) for group in groups)


def test_pairs_that_score_enough_join() -> None:
    assert members(3, {(0, 1): 0.9, (1, 2): 0.4}) == [[0, 1], [2]]


def test_a_chain_joins_where_nothing_speaks_against_it() -> None:
    assert members(3, {(0, 1): 0.9, (1, 2): 0.8}) == [[0, 1, 2]]


def test_a_forbidden_pair_breaks_the_weaker_link_of_a_chain() -> None:
    assert members(3, {(0, 1): 0.9, (1, 2): 0.8}, forbidden=frozenset({(0, 2)})) == [[0, 1], [2]]


def test_a_group_that_fits_badly_on_average_stays_apart() -> None:
    assert members(3, {(0, 1): 0.9, (1, 2): 0.6, (0, 2): 0.1}) == [[0, 1], [2]]


def test_what_nobody_compared_stays_alone() -> None:
    assert members(2, {}) == [[0], [1]]
