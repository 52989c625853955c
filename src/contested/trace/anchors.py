"""Candidates for rewrites: reports that share rare anchors, which a rewriter keeps: a name with a number, a counted thing, two rare words side by side."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import log

from contested.trace.fingerprint import nearest
from contested.trace.prepared import Prepared, Sentence

_KEPT = 8
_COMMON_SHARE = 0.05
_COMMON_FLOOR = 40
_ENOUGH = 3.0
_FULL_WEIGHT_BELOW = 8


def find_by_anchors(reports: Sequence[Prepared]) -> Iterator[tuple[int, int, float]]:
    """Triples (later, earlier, weight) of reports that share enough anchors. An anchor that many reports hold pairs none; linear in the reports."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, report in enumerate(reports):
        for anchor in _anchors(report):
            holders[anchor].append(index)
    limit = max(_COMMON_FLOOR, len(reports) * _COMMON_SHARE)
    together: dict[tuple[int, int], float] = defaultdict(float)
    for anchor in sorted(holders):
        held = holders[anchor]
        if not 1 < len(held) <= limit:
            continue
        weight = 1.0 if len(held) <= _FULL_WEIGHT_BELOW else 1 / log(len(held) - _FULL_WEIGHT_BELOW + 2.72)
        for at, index in enumerate(held):
            for other in nearest(held[:at], _KEPT):
                together[index, other] += weight
    yield from ((index, other, weight) for (index, other), weight in together.items() if weight >= _ENOUGH)


def _anchors(report: Prepared) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for sentence in report.sentences:
        found.update(sentence.pairs)
        found.update(_names_with_numbers(sentence))
    return found


def _names_with_numbers(sentence: Sentence) -> Iterator[tuple[str, ...]]:
    """A name and a number of one sentence, wherever they stand in it."""
    names = {token.stem for token in sentence.tokens if token.name}
    numbers = {token.stem for token in sentence.tokens if token.number}
    if len(names) * len(numbers) <= 60:  # a table of results is no sentence
        yield from (("with", name, number) for name in names for number in numbers)
