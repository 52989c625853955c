"""Which sentences of two reports carry one content: shared rare words, names and numbers, likeness of meaning, and where they stand."""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from contested.language.encoder import Vectors
from contested.reference.lineage import AlignmentWeights, alignment_weights
from contested.trace.prepared import Prepared, Sentence

_NAME_WEIGHT = 1.15
_COMMON = 4000  # pairs of sentences that one word may bring together; a commoner word tells nothing
_NEAR_MEANING = 0.15
_LEAST = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Sentences `a` and `b` (indices) carry one content; `score` 0..1; `wording` 0..1: how much of their words they share, rare words counting most."""

    a: int
    b: int
    score: float
    wording: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Every pair, sorted by a then b; `meanings`: the cosine of every two sentences, None where no encoder was at hand."""

    pairs: tuple[Pair, ...]
    meanings: Vectors | None


def align(a: Prepared, b: Prepared, *, meaning: bool = True) -> Alignment:
    """Pairs of sentences, one to one, and where one sentence was split or two were joined, one to two. Looks at nothing but the two reports.

    With `meaning` the likeness of meaning counts, where the reports were prepared with an encoder.
    """
    meanings = centred(a.vectors @ b.vectors.T) if meaning and a.vectors is not None and b.vectors is not None else None
    cells = _cells(a.sentences, b.sentences, meanings)
    chosen = _best(cells)
    chosen += _more(cells, chosen)
    return Alignment(pairs=tuple(sorted(chosen, key=lambda pair: (pair.a, pair.b))), meanings=meanings)


def _cells(left: Sequence[Sentence], right: Sequence[Sentence], meanings: Vectors | None) -> list[Pair]:
    """Every two sentences that could carry one content, best first; of equals those that keep the order."""
    weights = alignment_weights(meaning=meanings is not None)
    shared = wordings(left, right)
    places = set(shared)
    if meanings is not None:
        places.update(zip(*(axis.tolist() for axis in (meanings >= _NEAR_MEANING).nonzero()), strict=True))
    found = []
    for i, j in places:
        apart = abs((i + 0.5) / len(left) - (j + 0.5) / len(right))
        wording = shared.get((i, j), 0.0)
        score = _score(weights, wording, float(meanings[i, j]) if meanings is not None else 0.0, apart)
        if score >= _LEAST:
            found.append(Pair(a=i, b=j, score=score, wording=wording))
    return sorted(found, key=lambda pair: (-round(pair.score, 6), abs(pair.a - pair.b), pair.a, pair.b))


def _score(weights: AlignmentWeights, wording: float, meaning: float, apart: float) -> float:
    return 1 / (1 + math.exp(-(weights.constant + weights.wording * wording + weights.meaning * meaning + weights.apart * apart)))


def wordings(left: Sequence[Sentence], right: Sequence[Sentence]) -> dict[tuple[int, int], float]:
    """How much of their words of content every two sentences share, 0..1; only those that share any. Linear in the text: words that are
    everywhere bring none together."""
    weights = _weights((*left, *right))
    holders: dict[str, list[int]] = defaultdict(list)
    for sentence in right:
        for stem in sentence.content:
            holders[stem].append(sentence.index)
    held_left = Counter(stem for sentence in left for stem in sentence.content if stem in holders)
    mass_left, mass_right = ([_mass(sentence, weights) for sentence in side] for side in (left, right))
    shared: dict[tuple[int, int], float] = defaultdict(float)
    for sentence in left:
        for stem in sorted(sentence.content):  # sorted: the same sum to the last bit whatever the order of the set
            if stem in holders and held_left[stem] * len(holders[stem]) <= _COMMON:
                for j in holders[stem]:
                    shared[sentence.index, j] += weights[stem]
    return {(i, j): min(1.0, 2 * mass / (mass_left[i] + mass_right[j])) for (i, j), mass in shared.items()}


def _weights(sentences: Sequence[Sentence]) -> dict[str, float]:
    """A word is worth more the fewer sentences of the two reports hold it; names and numbers a little more."""
    counts = Counter(stem for sentence in sentences for stem in sentence.content)
    names = {token.stem for sentence in sentences for token in sentence.tokens if token.name or token.number}
    return {stem: math.log(1 + len(sentences) / n) * (_NAME_WEIGHT if stem in names else 1.0) for stem, n in counts.items()}


def _mass(sentence: Sentence, weights: dict[str, float]) -> float:
    return math.fsum(weights[stem] for stem in sentence.content)


def _best(cells: Sequence[Pair]) -> list[Pair]:
    """Best pairs first, each sentence once."""
    least = alignment_weights(meaning=True).pair
    chosen: list[Pair] = []
    used_a: set[int] = set()
    used_b: set[int] = set()
    for pair in cells:
        if pair.score < least:
            break
        if pair.a not in used_a and pair.b not in used_b:
            chosen.append(pair)
            used_a.add(pair.a)
            used_b.add(pair.b)
    return chosen


def _more(cells: Sequence[Pair], chosen: Sequence[Pair]) -> list[Pair]:
    """A sentence left over that stands beside one already paired, and goes with its partner: one sentence split in two, or two joined."""
    least = alignment_weights(meaning=True).split
    partners_a: dict[int, list[int]] = defaultdict(list)
    partners_b: dict[int, list[int]] = defaultdict(list)
    for pair in chosen:
        partners_a[pair.a].append(pair.b)
        partners_b[pair.b].append(pair.a)
    found = []
    for pair in cells:
        if pair.score < least:
            break
        beside_a = pair.a not in partners_a and any(abs(pair.a - other) <= 2 for other in partners_b.get(pair.b, ()))
        beside_b = pair.b not in partners_b and any(abs(pair.b - other) <= 2 for other in partners_a.get(pair.a, ()))
        if beside_a or beside_b:
            found.append(pair)
            partners_a[pair.a].append(pair.b)
            partners_b[pair.b].append(pair.a)
    return found


def centred(meanings: Vectors) -> Vectors:
    """Above what any two sentences of these reports have in common by their subject."""
    return meanings - np.float32(meanings.mean()) if meanings.size else meanings
