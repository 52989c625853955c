"""Which sentences of two reports carry one content: shared rare words, names and numbers, and the order of the neighbours."""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from contested.trace.prepared import Prepared, Sentence

STRONG = 0.34
"""From here on two sentences are a pair by themselves."""

_WEAK = 0.2
_SPLIT = 0.42
_AGAIN = 0.5
_STOP_WEIGHT = 0.12
_NAME_WEIGHT = 1.15
_COMMON = 4000  # pairs of sentences that one word may bring together; a commoner word tells nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Sentences `a` and `b` (indices) carry one content; `score` 0..1; `shared`: words of content they share."""

    a: int
    b: int
    score: float
    shared: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Every pair, sorted by a then b; `weights`: what each stem is worth between these two reports."""

    pairs: tuple[Pair, ...]
    weights: dict[str, float]


def align(a: Prepared, b: Prepared) -> Alignment:
    """Pairs of sentences, one to one, and where one sentence was split or told twice one to two. Looks at nothing but the two reports."""
    weights = _weights(a, b)
    cells = _cells(a.sentences, b.sentences, weights)
    chosen = _strong(cells)
    chosen += _between(cells, chosen)
    chosen += _more(a.sentences, b.sentences, cells, chosen=chosen, weights=weights)
    return Alignment(pairs=tuple(sorted(chosen, key=lambda pair: (pair.a, pair.b))), weights=weights)


def _weights(a: Prepared, b: Prepared) -> dict[str, float]:
    """A word is worth more the fewer sentences of the two reports hold it; names and numbers a little more, function words little."""
    sentences = (*a.sentences, *b.sentences)
    counts = Counter(stem for sentence in sentences for stem in sentence.stems)
    content = frozenset().union(*(sentence.content for sentence in sentences))
    names = {token.stem for sentence in sentences for token in sentence.tokens if token.name or token.number}
    total = len(sentences)
    scale = {True: _NAME_WEIGHT, False: 1.0}
    return {stem: math.log(1 + total / n) * (scale[stem in names] if stem in content else _STOP_WEIGHT) for stem, n in counts.items()}


def _cells(left: Sequence[Sentence], right: Sequence[Sentence], weights: dict[str, float]) -> dict[tuple[int, int], Pair]:
    """Every two sentences that share enough to look at; linear in the text, as words that are everywhere bring none together."""
    holders: dict[str, list[int]] = defaultdict(list)
    for sentence in right:
        for stem in sentence.content:
            holders[stem].append(sentence.index)
    held_left = Counter(stem for sentence in left for stem in sentence.content if stem in holders)
    mass_right = [_mass(sentence.stems, weights) for sentence in right]
    cells: dict[tuple[int, int], Pair] = {}
    for sentence in left:
        mass = _mass(sentence.stems, weights)
        reached: dict[int, float] = defaultdict(float)
        for stem in sentence.content:
            if stem in holders and held_left[stem] * len(holders[stem]) <= _COMMON:
                weight = weights[stem]
                for j in holders[stem]:
                    reached[j] += weight
        for j, shared in reached.items():
            if shared < _WEAK * 0.4 * (mass + mass_right[j]):
                continue
            common = sentence.stems & right[j].stems
            score = 2 * _mass(common, weights) / (mass + mass_right[j])
            count = len(sentence.content & right[j].content)
            if score >= _WEAK and (count > 1 or score > 0.9):
                cells[sentence.index, j] = Pair(a=sentence.index, b=j, score=min(score, 1.0), shared=count)
    return cells


def _mass(stems: Iterable[str], weights: dict[str, float]) -> float:
    return math.fsum(weights[stem] for stem in stems)  # fsum: the same to the last bit whatever the order of the set


def _strong(cells: dict[tuple[int, int], Pair]) -> list[Pair]:
    """Best pairs first, each sentence once; of equals those that keep the order."""
    chosen: list[Pair] = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for pair in sorted(cells.values(), key=lambda p: (-round(p.score, 6), abs(p.a - p.b), p.a, p.b)):
        if pair.score < STRONG:
            break
        if pair.a not in used_a and pair.b not in used_b and (pair.shared > 2 or pair.score > 0.5):
            chosen.append(pair)
            used_a.add(pair.a)
            used_b.add(pair.b)
    return chosen


def _between(cells: dict[tuple[int, int], Pair], strong: Sequence[Pair]) -> list[Pair]:
    """Weaker pairs that stand where the strong ones around them say they should."""
    anchors = sorted((pair.a, pair.b) for pair in strong)
    if len(anchors) < 2:
        return []
    used_a, used_b = {pair.a for pair in strong}, {pair.b for pair in strong}
    firsts = [a for a, _ in anchors]
    found = []
    for pair in sorted(cells.values(), key=lambda p: (-round(p.score, 6), p.a, p.b)):
        if pair.a in used_a or pair.b in used_b or pair.score >= STRONG or pair.shared < 2:
            continue
        at = bisect_left(firsts, pair.a)
        if at in {0, len(anchors)}:
            continue
        (a0, b0), (a1, b1) = anchors[at - 1], anchors[at]
        if b0 < pair.b < b1 and a1 - a0 <= 4 and b1 - b0 <= 4:
            found.append(pair)
            used_a.add(pair.a)
            used_b.add(pair.b)
    return found


def _more(
    left: Sequence[Sentence], right: Sequence[Sentence], cells: dict[tuple[int, int], Pair], *, chosen: Sequence[Pair], weights: dict[str, float]
) -> list[Pair]:
    """A sentence left over that repeats, or takes up the rest of, a sentence already paired."""
    by_a = {pair.a: pair for pair in chosen}
    by_b = {pair.b: pair for pair in chosen}
    found = []
    for pair in sorted(cells.values(), key=lambda p: (-round(p.score, 6), p.a, p.b)):
        if pair.a not in by_a and pair.b in by_b:
            whole, part, other = right[pair.b], left[pair.a], left[by_b[pair.b].a]
        elif pair.b not in by_b and pair.a in by_a:
            whole, part, other = left[pair.a], right[pair.b], right[by_a[pair.a].b]
        else:
            continue
        rest = (whole.stems - other.stems) & part.stems
        covered = _mass(rest, weights) / (_mass(part.stems, weights) or 1.0)
        if pair.score >= _AGAIN or (covered >= _SPLIT and len(rest & part.content) > 2):
            found.append(pair)
            by_a.setdefault(pair.a, pair)
            by_b.setdefault(pair.b, pair)
    return found
