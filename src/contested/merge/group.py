"""From judged pairs to groups that hang together: best pairs first, and one firm "different" keeps two groups apart."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from contested.merge.judge import Judgement

Pair = tuple[int, int]


@dataclass(slots=True, kw_only=True)
class Group:
    """Positions of tellings that are one happening; `shapes`: shape -> one member of it; `joined`: the judgements that held it together."""

    members: list[int]
    shapes: dict[int, int]
    joined: list[Judgement] = field(default_factory=list)
    scores: dict[int, tuple[float, int]] = field(default_factory=dict)


def group_pairs(
    count: int, judged: Iterable[tuple[Pair, Judgement]], *, shapes: Sequence[int], same: float, forbids: Callable[[int, int], bool]
) -> list[Group]:
    """Groups of the positions 0..count-1.

    Two groups join at the best pair between them, if the pairs judged between them score `same` on average and `forbids` is true of no shape of the one
    with a shape of the other. The outcome depends on positions and scores alone.
    """
    groups = {i: Group(members=[i], shapes={shapes[i]: i}) for i in range(count)}
    home = list(range(count))
    edges = []
    for (i, j), judgement in judged:
        groups[i].scores[j] = groups[j].scores[i] = (judgement.score, 1)
        if judgement.score >= same:
            edges.append((-judgement.score, i, j, judgement))
    edges.sort(key=lambda edge: edge[:3])
    for _, i, j, judgement in edges:
        one, other = _find(home, i), _find(home, j)
        if one == other or not _agree(groups[one], groups[other], other, same=same, forbids=forbids):
            continue
        if len(groups[one].members) < len(groups[other].members):
            one, other = other, one
        _join(groups, one, other, judgement)
        home[other] = one
    return [groups[root] for root in sorted(groups)]


def _find(home: list[int], i: int) -> int:
    while home[i] != i:
        home[i] = home[home[i]]
        i = home[i]
    return i


def _agree(one: Group, other: Group, name: int, *, same: float, forbids: Callable[[int, int], bool]) -> bool:
    total, pairs = one.scores.get(name, (1.0, 1))
    if total < same * pairs:
        return False
    return not any(forbids(i, j) for i in one.shapes.values() for j in other.shapes.values())


def _join(groups: dict[int, Group], one: int, other: int, judgement: Judgement) -> None:
    kept, gone = groups[one], groups.pop(other)
    kept.members += gone.members
    kept.joined += [*gone.joined, judgement]
    for shape, member in gone.shapes.items():
        kept.shapes.setdefault(shape, member)
    kept.scores.pop(other, None)
    for third, (total, pairs) in gone.scores.items():
        if third == one:
            continue
        known, times = kept.scores.get(third, (0.0, 0))
        kept.scores[third] = (known + total, times + pairs)
        neighbour = groups[third].scores
        neighbour.pop(other, None)
        neighbour[one] = kept.scores[third]
